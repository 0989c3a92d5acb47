// Page furniture inside a text that lost its line ends: the counter of the page ("3/9") and the title repeated on each
// page, which land in the middle of sentences:
//     … van het Antwoorden Rekenkamer op vragen over rapport X (Tweede Kamer, nr. 158) rapport). De caseload … om een
//     3/9 maatregel
//
// Counters have one total and go up; the title is what the neighbourhoods of the counters have in common, give or take
// what OCR made of it.
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace kl::read {

// Places of counters and titles, in order, not overlapping.
[[nodiscard]] std::vector<Span> page_furniture_within(std::string_view text);

}  // namespace kl::read
