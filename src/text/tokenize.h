// Words, as a reader of Dutch sees them. A token is a run of letters and digits; an apostrophe or hyphen inside a word
// splits it
// ("EU-drieslag" is two tokens, and its span is found back by adjacency), "risico’s" is one, and so is a number with
// points
// ("21.501").
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace kl::text {

// Spans of the tokens of `utf8`, in order.
[[nodiscard]] std::vector<Span> tokenize(std::string_view utf8);

}  // namespace kl::text
