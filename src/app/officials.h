// Ministers and state secretaries in a sentence.
#pragma once

#include <string>
#include <vector>

#include "annotate/vocabulary.h"
#include "app/strings.h"
#include "parse/document.h"

namespace kl::app {

// "de ministers van Buitenlandse Zaken en van Economische Zaken en de staatssecretaris van Buitenlandse Zaken": grouped
// by role, in the order of rank; "" for nobody.
[[nodiscard]] std::string officials_phrase(const parse::Document& document,
                                           const std::vector<parse::Official>& officials, const Strings& strings,
                                           Language language, const annotate::Vocabulary* vocabulary);

}  // namespace kl::app
