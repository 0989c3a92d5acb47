// Rows of cells → lines in the order in which they are read. Beside each other on a page may stand: columns of running
// text, the cells of a table, a question and its answer, a number and what it counts, a margin with addresses.
#pragma once

#include <string>
#include <vector>

#include "read/pdf_rows.h"

namespace kl::read {

struct PageLine {
    Cell cell;          // with the whole line as its text
    uint32_t flow = 0;  // lines that run on from one to the next have the same number
    bool table = false;
};

[[nodiscard]] std::vector<PageLine> lines_in_order(std::vector<CellRow> rows);

}  // namespace kl::read
