// Folding: the form in which two spellings of a word are equal. Lower case, no diacritics, compatibility forms
// decomposed (é ë E → e, ﬁ → fi, ² → 2), typographic quotes and dashes made plain (’ → ', – → -). This also makes OCR's
// confusion of é, ë and e harmless: "chemicalién", "chemicaliën" and "chemicalien" fold to the same.
//
// Folded are the scripts and signs of European texts (Latin, Greek, Cyrillic, Armenian, Georgian; punctuation, super-
// and subscripts, letterlike and number forms, ligatures, full-width ASCII, letters of formulas; the list is
// tools/unicode_tables/fold_ranges.h). Other characters, Hangul and CJK among them, stay as they are: they need no
// folding to be found. In every script blanks become a space, and combining marks and invisible characters are dropped.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace kl::text {

[[nodiscard]] std::string fold(std::string_view utf8);

// Folded text that remembers where it came from: byte i of `text` came from the source character that starts at
// `offset[i]`. `offset` has one entry more than `text` has bytes: the source's size.
struct Folded {
    std::string text;
    std::vector<uint32_t> offset;

    // The source span under a span of the folded text.
    [[nodiscard]] Span source(Span folded) const { return {offset[folded.begin], offset[folded.end]}; }
};
[[nodiscard]] Folded fold_with_offsets(std::string_view utf8);

}  // namespace kl::text
