// Titles between the questions of one document: "Vragen over het Deltafonds (J)", "Artikel 3 Cultuur". They belong to
// no item, and after some of them the numbers begin again.
#pragma once

#include <string_view>

namespace kl::parse {

// A short text without an end sign that opens as such titles do.
[[nodiscard]] bool is_section_title(std::string_view text);

// Where the title begins that stands directly before byte `at` of a text without line ends; npos: none does.
[[nodiscard]] size_t section_title_before(std::string_view text, size_t at);

}  // namespace kl::parse
