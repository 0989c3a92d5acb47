// Names of offices → ministries. Texts write "Ministerie van OCW", "minister voor Rechtsbescherming", "Volksgezondheid,
// Welzijn enSport", "J&V"; the names change with every cabinet, so a name is resolved at the document's date.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/vocabulary.h"

namespace kl::annotate {

// Fills Vocabulary::offices.
void index_offices(Vocabulary& vocabulary);

// Letters and digits of the folded name, "&" as "en", without "Ministerie van", "de minister voor" and the like.
[[nodiscard]] std::string office_key(std::string_view office);

// The ministries that one run of words names: usually one; two when the document has run two offices together
// ("Onderwijs, Cultuur en Wetenschap enVolksgezondheid, Welzijn en Sport").
[[nodiscard]] std::vector<MinistryId> ministries_in(const Vocabulary& vocabulary, std::string_view office,
                                                    text::Date date);

}  // namespace kl::annotate
