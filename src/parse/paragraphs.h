// Rows → paragraphs of Document::text: which lines belong together, also over a page break and around the notes at a
// page's foot, and how they are joined. Builds `document.text` and `document.runs`.
#pragma once

#include "parse/draft.h"

namespace kl::parse {

// Fills the spans in `draft.paragraphs` and `draft.notes`; the note texts come after the last paragraph.
void build_text(Draft& draft, Document& document);

}  // namespace kl::parse
