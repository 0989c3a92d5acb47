// What the lay-out of a plain text says: which lines it has, where its pages begin, and what on a page is furniture.
// Nothing is deleted: furniture is flagged, and the text stays as it was.
//
// Pages. A page begins after a form feed, after a page footer or header, after three or more blank lines, or, in OCR
// text, at a line with one blank before it that goes on with the sentence of the line before:
//     positieve grondhouding tegenover
//      handelsakkoorden en internationale
//
// Texts without line ends. Converters that drop line ends leave either nothing or two blanks for each ("Vraag 1  Welke
// kosten …?    Bij de"). In the second case the blanks are taken as the line ends they were, and four or more as a
// blank line.
#pragma once

#include "read/source_text.h"

namespace kl::read {

// Fills `lines` from `text`.
void lay_out(SourceText& source);

}  // namespace kl::read
