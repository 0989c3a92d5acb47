// Cited publications: text → official ids with their addresses.
//
// One scanner runs over the text once. It stops at a word that can begin a citation ("Kamerstuk", "Aanhangsel", "Stb.",
// "COM", "Richtlijn", "https://" …) or at a digit, and tries the grammar of that form there:
//
//     Kamerstukken II 2023/24, 36 410 XVI, nr. 160     kst-36410-XVI-160
//     Kamerstuk 29826-277                              kst-29826-277
//     23 645, nr. 811 en 29 984, nr. 1207              kst-23645-811, kst-29984-1207
//     Kamerstuk 33 523 nrs. 1-2                        kst-33523-1, kst-33523-2
//     Kamerstuk 33 869                                 33869 (a dossier)
//     Aanhangsel Handelingen, vergaderjaar 2024–2025, nr. 528   ah-tk-20242025-528
//     Handelingen II 2024/25, nr. 20, item 3           h-tk-20242025-20-3
//     2024Z18775 · 2013D21086                          kv-tk-2024Z18775 · nds-tk-2013D21086
//     Stb. 2024, 213                                   stb-2024-213
//     JOIN (2024) 977                                  JOIN(2024)977
//     Verordening (EU) 2023/1115                       32023R1115 (CELEX)
//
// Without a label a dossier counts only when "nr." and a number follow, or when it stands in brackets with a hyphen
// ("(29826-277)"): "20 000", "2500 EA" and "070 342 43 44" look like dossiers too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "annotate/annotation.h"

namespace kl::annotate {

// All citations of `text`, by place; `item` and `footnote` are left at -1. `session_year` ("20252026") is the
// document's own: it completes "AH 610" when no date follows.
[[nodiscard]] std::vector<Reference> find_references(std::string_view text, std::string_view session_year = {});

// The references of a whole document, each with its item and footnote; its own id is not one of them. `text` is the
// document's text with the footnote marks blanked out ("nr. 2715³" ends before the mark).
[[nodiscard]] std::vector<Reference> document_references(const parse::Document& document, std::string_view text);

// Where a publication can be read; "" when its form has no known address.
[[nodiscard]] std::string address_of(std::string_view id);

}  // namespace kl::annotate
