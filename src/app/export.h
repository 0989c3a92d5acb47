// Documents as data: the JSON of `kamerloep parse --json` (field order is a contract: see DESIGN in ARCHITECTURE.md),
// CSV, Markdown, text. Spans are byte offsets into the field "text", the normalised text.
#pragma once

#include <string>

#include "annotate/vocabulary.h"
#include "search/corpus.h"

namespace kl::app {

// `indent` < 0: one line.
[[nodiscard]] std::string to_json(const search::CorpusDocument& document, const annotate::Vocabulary& vocabulary,
                                  const class Strings& strings, int indent = 1);
[[nodiscard]] std::string to_text(const search::CorpusDocument& document, const annotate::Vocabulary& vocabulary,
                                  const class Strings& strings);
// One row an item, with a header row; RFC 4180.
[[nodiscard]] std::string to_csv(const search::Corpus& corpus, const std::vector<search::ItemId>& items);
[[nodiscard]] std::string to_markdown(const search::Corpus& corpus, const std::vector<search::ItemId>& items,
                                      const class Strings& strings);
[[nodiscard]] std::string to_json(const search::Corpus& corpus, const std::vector<search::ItemId>& items,
                                  const class Strings& strings);

}  // namespace kl::app
