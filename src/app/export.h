// Documents as data: the JSON of `kamerloep parse --json` (field order is a contract: see ARCHITECTURE.md), CSV,
// Markdown, text. Spans are byte offsets into the field "text", the normalised text. Sentences are in `language`.
#pragma once

#include <string>
#include <vector>

#include "annotate/vocabulary.h"
#include "app/strings.h"
#include "search/corpus.h"
#include "search/search.h"

namespace kl::app {

// ---- one document --------------------------------------------------------------------------------------------------
// `indent` < 0: one line.
[[nodiscard]] std::string to_json(const search::CorpusDocument& document, const annotate::Vocabulary& vocabulary,
                                  const Strings& strings, int indent = 1, Language language = Language::nl);
[[nodiscard]] std::string to_text(const search::CorpusDocument& document, const annotate::Vocabulary& vocabulary,
                                  const Strings& strings, Language language = Language::nl);

// ---- items of a corpus
// ----------------------------------------------------------------------------------------------- One row an item, with
// a header row; RFC 4180. Several values in a cell are separated by "; ".
[[nodiscard]] std::string to_csv(const search::Corpus& corpus, const std::vector<search::ItemId>& items);
[[nodiscard]] std::string to_markdown(const search::Corpus& corpus, const std::vector<search::ItemId>& items,
                                      const Strings& strings, Language language = Language::nl);
// An array with one object an item: id, document, title, date, kind, numbers, question, answer, answer_of, ministries
// (stated), ministries_inferred, themes, keywords, references, citation, url.
[[nodiscard]] std::string to_json(const search::Corpus& corpus, const std::vector<search::ItemId>& items,
                                  const Strings& strings, Language language = Language::nl);

// ---- what a search found
// ---------------------------------------------------------------------------------------------
// {"query","total","items":[as above, with "score","snippet","why"],"facets":{"ministerie":[{"key","count"}],…}}: total
// and counts are exact, `limit` (0: none) only cuts the items.
[[nodiscard]] std::string to_json(const search::Corpus& corpus, const search::Results& results, size_t limit,
                                  const Strings& strings, Language language = Language::nl);
[[nodiscard]] std::string to_text(const search::Corpus& corpus, const search::Results& results, size_t limit,
                                  const Strings& strings, Language language = Language::nl);

}  // namespace kl::app
