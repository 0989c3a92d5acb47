// Bytes of a plain text → SourceText: the encoding is recognised, the lines are laid out.
#pragma once

#include <string_view>

#include "read/source_text.h"

namespace kl::read {

// UTF-8, or else Windows-1252 with the diagnostic "windows_1252". Never fails.
[[nodiscard]] SourceText read_plain_text(std::string_view bytes, std::string_view name);

}  // namespace kl::read
