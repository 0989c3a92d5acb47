// Members who put the questions: "Van den Hil (VVD) en Bikker (ChristenUnie)", "Soepboer en Wingelaar (beiden Nieuw
// Sociaal Contract)".
#pragma once

#include <string_view>
#include <vector>

#include "parse/document.h"

namespace kl::parse {

// `where`: what stands between "Vragen van" and "aan de Minister".
[[nodiscard]] std::vector<Submitter> read_submitters(std::string_view text, Span where);

}  // namespace kl::parse
