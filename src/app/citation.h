// Citations as the Dutch parliamentary press and lawyers write them (Leidraad voor juridische auteurs):
//   Kamerstukken II 2025/26, 36 696, nr. 4, vraag 5   ·   Aanhangsel Handelingen II 2024/25, nr. 610, vraag 2
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/vocabulary.h"
#include "app/strings.h"
#include "parse/document.h"

namespace kl::app {

[[nodiscard]] std::string citation(const parse::Document& document, const parse::Item* item, const Strings& strings,
                                   Language language);
// Short name for the head of the reader: "Kamerstuk 36 696, nr. 4".
[[nodiscard]] std::string short_name(const parse::Document& document, const Strings& strings, Language language);
// Where the document was published: "https://zoek.officielebekendmakingen.nl/kst-36696-4.html", or "".
[[nodiscard]] std::string public_address(const parse::Document& document);
// «answer» (citation), answered by whom, address: what "Kopieer citaat" copies.
[[nodiscard]] std::string quotation(const parse::Document& document, const parse::Item& item, const Strings& strings,
                                    Language language, const annotate::Vocabulary* vocabulary = nullptr);

// "Gezamenlijk beantwoord door de ministers van Buitenlandse Zaken en van Economische Zaken en de staatssecretaris van
// Buitenlandse Zaken"; "" when the document names nobody. With a vocabulary, ministries get their English name in
// English.
[[nodiscard]] std::string answered_by(const parse::Document& document, const Strings& strings, Language language,
                                      const annotate::Vocabulary* vocabulary = nullptr);

// A normalised id as a reader knows it: "kst-29477-939" → "Kamerstuk 29 477, nr. 939", "32023R1115" → "Verordening (EU)
// 2023/1115".
[[nodiscard]] std::string reference_label(std::string_view id, const Strings& strings, Language language);

[[nodiscard]] std::string number_list(const std::vector<int>& numbers, const Strings& strings,
                                      Language language);           // "3–5", "4, 5 en 7"
[[nodiscard]] std::string dossier_label(std::string_view dossier);  // "36696" → "36 696", "21501-02" → "21 501-02"

}  // namespace kl::app
