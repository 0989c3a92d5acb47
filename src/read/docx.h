// DOCX (Office Open XML): the paragraphs of the document as Word shows them, with the numbers that Word puts before
// them, its notes, its tables; without what was deleted, hidden, or stands in the margin of every page.
#pragma once

#include "read/read.h"

namespace kl::read {

// Errors: zip_broken {name}, zip_bomb {name}, encrypted {name}, unsupported_format {name, format} (another kind of
// zip), zip_archive {name}, xml_broken {name}, empty_file {name}.
[[nodiscard]] Result<Sources> read_docx(std::string_view bytes, std::string_view name);

}  // namespace kl::read
