// Citations as the Dutch parliamentary press and lawyers write them (Leidraad voor juridische auteurs):
//   Kamerstukken II 2025/26, 36 696, nr. 4, vraag 5   ·   Aanhangsel Handelingen II 2024/25, nr. 610, vraag 2
#pragma once

#include <string>

#include "app/strings.h"
#include "parse/document.h"

namespace kl::app {

[[nodiscard]] std::string citation(const parse::Document& document, const parse::Item* item, const Strings& strings, Language language);
// Short name for the head of the reader: "Kamerstuk 36 696, nr. 4".
[[nodiscard]] std::string short_name(const parse::Document& document, const Strings& strings, Language language);
// Where the document was published: "https://zoek.officielebekendmakingen.nl/kst-36696-4.html", or "".
[[nodiscard]] std::string public_address(const parse::Document& document);
// «answer» (citation), answered by whom, address: what "Kopieer citaat" copies.
[[nodiscard]] std::string quotation(const parse::Document& document, const parse::Item& item, const Strings& strings, Language language);

}  // namespace kl::app
