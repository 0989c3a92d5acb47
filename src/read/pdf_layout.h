// Pages of positioned text → SourceText. A line of the page is a line of the text, in the order in which it is read;
// paragraphs are set apart by a blank line, headers and footers are flagged, the notes at the foot of a page have
// Role::note, raised figures are marks.
#pragma once

#include <string_view>

#include "read/pages.h"
#include "read/read.h"

namespace kl::read {

// Errors: pdf_scanned {name} when no page has text. Pages without text between others: diagnostic pdf_page_empty
// {number}.
[[nodiscard]] Result<Sources> lay_out_pages(const Pages& pages, std::string_view name);

}  // namespace kl::read
