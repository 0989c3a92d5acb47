// What of a document is searched: the tokens of an item's question, answer and note texts, each with its place.
// Indexing and highlighting both read items through here, so that a position in the index always leads back to the same
// bytes.
//
//   text      … in werking getreden in 2025.2 ¶ Voor kritieke …     (2 is a footnote mark)
//   token       in werking getreden in 2025     Voor kritieke
//   position    7     8       9      10  11      13     14          (12 is skipped: no phrase runs from one paragraph
//   into the next)
#pragma once

#include <cstdint>
#include <vector>

#include "parse/document.h"
#include "text/span.h"

namespace kl::search {

enum class Field : uint8_t { question, answer, footnote };
inline constexpr size_t field_count = 3;

struct ItemToken {
    Span span;              // in Document::text
    uint32_t position = 0;  // in the item; rises by one, by two over a gap
    Field field = Field::question;
    bool gap = false;       // first of a field, a paragraph or a note
    bool sentence = false;  // first of a sentence
    bool joined = false;    // nothing but one blank or hyphen stands between it and the token before
    bool hyphen = false;    // and it is a hyphen
};

// In reading order: question, answer, notes. Footnote marks are no tokens.
void item_tokens(const parse::Document& document, const parse::Item& item, std::vector<ItemToken>& out);

}  // namespace kl::search
