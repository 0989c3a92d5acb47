// Footnote marks in the running text, bound to their notes.
//
// Marks come in order: 1, 2, 3 … A mark that is printed as its number is certain (`niveau.3`, `beleid»?1`, `20246` =
// the year 2024 and note 6). OCR turns a small raised digit into something else (`!`, `.*`, `?>`, `’?`); such a sign
// counts as a mark when it stands where no sign of its kind can stand, and a number is missing just there, between the
// certain ones around it.
#pragma once

#include "parse/draft.h"

namespace kl::parse {

// Fills document.footnotes: in the order of their marks, then the notes without a mark.
void bind_footnotes(const Draft& draft, Document& document);

struct BoundMark {
    Span span;                // in Document::text
    std::string mark;         // as it must have been
    uint32_t note = nowhere;  // index in Draft::notes
    bool garbled = false;
};

// What is known of the marks, in the order of the text, as footnotes of the document and of its items.
void write_footnotes(const std::vector<BoundMark>& marks, const Draft& draft, Document& document);

}  // namespace kl::parse
