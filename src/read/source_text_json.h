// SourceText as JSON: how it goes from the readers' module to the page's engine, and into a corpus file.
//   {"name", "format": "docx", "text", "lines": [[begin, end, indent, blanks before, page, flags, role]…],
//    "marks": [[begin, end, line of the note]…], "stated": [[field, value]…], "diagnostics": [[code, severity, begin,
//    end, args…]…]}
#pragma once

#include <string>
#include <string_view>

#include "read/source_text.h"
#include "text/diagnostic.h"

namespace kl::read {

[[nodiscard]] std::string to_json(const SourceText& source);

// Errors: source_invalid {}. Spans outside the text, or not in order, are such an error: nothing later has to check
// them.
[[nodiscard]] Result<SourceText> source_text_from_json(std::string_view json);

}  // namespace kl::read
