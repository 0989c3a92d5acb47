// HTML: the pages of officielebekendmakingen.nl, whose classes say what is a question and what a note, and any other
// page: its main content without navigation and scripts.
#pragma once

#include "read/read.h"

namespace kl::read {

// Errors: too_nested {name}, empty_file {name} (a page without words, as those that a script fills).
[[nodiscard]] Result<Sources> read_html(std::string_view bytes, std::string_view name);

}  // namespace kl::read
