// SourceText → Document. Any input parses: what was not understood is in the diagnostics.
#pragma once

#include "parse/document.h"
#include "read/source_text.h"

namespace kl::parse {

[[nodiscard]] Document parse(read::SourceText source);

}  // namespace kl::parse
