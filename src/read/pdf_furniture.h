// Headers and footers of pages, by their form (furniture.h), and by what the pages have in common: a line at the same
// height of several pages, the same but for its figures, is no running text.
#pragma once

#include <vector>

#include "read/pdf_columns.h"

namespace kl::read {

struct PageLines {
    float height = 0;
    std::vector<PageLine> lines;
    std::vector<bool> furniture;  // one for each line; filled by find_furniture
};

// What most of the text is like.
struct Measures {
    float size = 10;        // of the letters of running text
    float distance = 1.2F;  // of baselines, in ems
};

void find_furniture(std::vector<PageLines>& pages, const Measures& measures);

}  // namespace kl::read
