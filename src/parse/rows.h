// Lines of the file → rows of running text: page furniture left out, and a text without line ends cut at its headings.
#pragma once

#include "parse/draft.h"

namespace kl::parse {

void make_rows(const read::SourceText& source, Draft& draft);

}  // namespace kl::parse
