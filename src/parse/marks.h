// Places in the running text that may be footnote marks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "parse/draft.h"

namespace kl::parse {

struct MarkCandidate {
    Span span;
    int number = 0;        // 0: garbled, stands for some number
    bool certain = false;  // can be nothing but a mark ("[1]", a mark on its own line, a superscript digit)
};

// In the order of the text.
[[nodiscard]] std::vector<MarkCandidate> find_mark_candidates(std::string_view text, Span where, const Draft& draft);

}  // namespace kl::parse
