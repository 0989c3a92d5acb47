// Footnote texts: where they stand among the rows. They are printed at the foot of a page, and so in the middle of
// whatever runs over the page break, or at the end of the document:
//     5 Welke nieuwe afhankelijkheden zijn er op dit
//     moment aan het ontstaan, doordat China een steeds
//
//     2 Kamerstuk 21 501-02, nr. 2715
//     3 Kamerstuk 29 477, nr. 939
//                                                       (page break)
//     groter deel van de wereldwijde productie
#pragma once

#include "parse/draft.h"

namespace kl::parse {

// Marks rows as notes and collects `draft.notes` (without `text`); marks that stand on a line of their own become
// RowKind::mark.
void find_notes(std::string_view text, Draft& draft);

}  // namespace kl::parse
