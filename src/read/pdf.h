// PDF through Poppler; not in the page, where pdf.js reads it (web/pdf.js). Only in builds with KAMERLOEP_PDF.
#pragma once

#include <string_view>

#include "read/read.h"

namespace kl::read {

// Errors: pdf_encrypted {name}, pdf_damaged {name}, pdf_too_many_pages {name, pages}, and those of lay_out_pages.
[[nodiscard]] Result<Sources> read_pdf(std::string_view bytes, std::string_view name);

}  // namespace kl::read
