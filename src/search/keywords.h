// Keywords: the significant terms of items, found by statistics against the corpus. keywords.cpp tells how.
#pragma once

#include <string>
#include <vector>

#include "search/corpus.h"
#include "search/index.h"

namespace kl::search {

struct Keywords {
    std::vector<std::string> labels;          // best first
    std::vector<std::vector<Keyword>> items;  // of each item, best first
};

// An item has a keyword when the term, in any of its forms, stands in it; a term is a keyword when it is among the best
// of some item. So the number of items with a keyword is the number of items in which a reader finds it.
[[nodiscard]] Keywords find_keywords(const Corpus& corpus, const Index& index, const Forward& forward);

}  // namespace kl::search
