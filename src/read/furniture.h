// Page furniture: running headers and footers of Dutch parliamentary publications, recognised by their form.
#pragma once

#include <cstdint>
#include <string_view>

namespace kl::read {

enum class Furniture : uint8_t {
    none,
    header,  // "Tweede Kamer der Staten-Generaal 2", "Vergaderjaar 2023–2024", "Aanhangsel van de Handelingen", …
    publication_id,  // "ah-tk-20232024-1314"
    footer,  // "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1", "ISSN 0921 - 7398", "’s-Gravenhage 2024"
};

// `line` without blanks at either side; the whole line must have the form.
[[nodiscard]] Furniture furniture_form(std::string_view line);

}  // namespace kl::read
