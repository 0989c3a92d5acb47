// Tables of tab separated values as assets/vocab/ has them: the first row names the columns, "#" starts a comment, "|"
// separates the values of one cell. Tolerant: CRLF, a byte order mark, blank lines, rows with fewer cells (the missing
// ones are empty).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kl::annotate {

struct TsvRow {
    int line = 0;  // counted from 1
    std::vector<std::string_view> cells;
};

struct TsvTable {
    std::vector<std::string_view> columns;
    std::vector<TsvRow> rows;

    // The cell of a column by name; "" when the table or the row has none.
    [[nodiscard]] std::string_view cell(const TsvRow& row, std::string_view column) const;
};

// The table is made of pieces of `bytes`, which must outlive it.
[[nodiscard]] TsvTable read_tsv(std::string_view bytes);

// The values of a cell, trimmed, empty ones left out.
[[nodiscard]] std::vector<std::string> values_of(std::string_view cell);

}  // namespace kl::annotate
