// What the exports say of an item, in plain words: abbreviations, labels, ids.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/strings.h"
#include "search/corpus.h"

namespace kl::app {

struct ItemFacts {
    std::string id, document, title, date, kind;
    std::vector<int> numbers;
    std::string question;
    std::string answer;  // "" when there is none
    std::optional<int> answer_of;
    std::vector<std::string> ministries, ministries_inferred, themes, keywords, references;
    std::string url;
};

[[nodiscard]] ItemFacts facts_of(const search::Corpus& corpus, search::ItemId item);

}  // namespace kl::app
