// A file of any format → SourceText. The format is recognised by the bytes, never by the name.
#pragma once

#include <cstddef>
#include <string_view>

#include "read/source_text.h"
#include "text/diagnostic.h"

namespace kl::read {

// More than any document of the Kamer has, and little enough for spans of 32 bits and the memory of a browser's page.
inline constexpr size_t most_bytes = size_t{256} << 20;

// Errors: empty_file (also only blanks), binary_file {name}, unsupported_format {name, format}, too_large {name, MB}.
// Bytes that are not UTF-8 are read as UTF-16 (byte order mark) or Windows-1252, with a diagnostic "windows_1252".
[[nodiscard]] Result<SourceText> read(std::string_view bytes, std::string_view name);

}  // namespace kl::read
