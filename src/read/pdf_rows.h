// Pieces of text on a page → rows of cells. Pieces with one baseline are a row; what stands close together in it is a
// cell ("Vraag 1", a line of running text, a cell of a table). Raised figures are put where they belong, and are marks.
//
// What comes out does not depend on how the library cut the page into pieces: gaps are measured in ems, and nothing
// looks at where a word inside a piece stands.
#pragma once

#include <string>
#include <vector>

#include "read/pages.h"
#include "text/span.h"

namespace kl::read {

struct Cell {
    std::string text;
    std::vector<Span> marks;  // raised figures, in `text`
    float x = 0;
    float end = 0;  // x of its right side
    float y = 0;    // baseline
    float size = 0;
    bool labelled = false;  // begins with a raised figure: the number of a note
};

using CellRow = std::vector<Cell>;  // from left to right

// The pieces that are read with `turn`; rows from top to bottom.
[[nodiscard]] std::vector<CellRow> rows_of(const Page& page, uint8_t turn);

}  // namespace kl::read
