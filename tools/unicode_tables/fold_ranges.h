// The scripts that are folded: what can occur in European texts, and the forms that PDFs and word processors make of
// it. C and C++: the generator and the test read the same list. Said in words in src/text/fold.h.
#pragma once

static const int fold_ranges[][2] = {
    {0x0080, 0x058F},  // Latin, IPA, modifier letters, Greek, Cyrillic, Armenian
    {0x10A0, 0x10FF},  // Georgian
    {0x1C80, 0x1CBF},  // Cyrillic, Georgian capitals
    {0x1D00, 0x2DFF},  // phonetic, Latin and Greek extended, punctuation, super- and subscripts, currency, letterlike,
                       // number forms, arrows, mathematics, enclosed letters, Glagolitic, Coptic
    {0x2E00, 0x2E7F},  // more punctuation
    {0xA640, 0xA69F},  // Cyrillic
    {0xA720, 0xA7FF},  // Latin
    {0xAB30, 0xAB6F},  // Latin
    {0xFB00, 0xFB17},  // ligatures
    {0xFF00, 0xFF5E},  // full-width ASCII
    {0xFFE0, 0xFFE6},  // full-width signs
    {0x1D400, 0x1D7FF},  // mathematical alphabets: letters of formulas
};
