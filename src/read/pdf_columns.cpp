#include "read/pdf_columns.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "text/utf8.h"

namespace kl::read {
namespace {

// In ems.
constexpr float narrowest_gutter = 0.6F;
constexpr float blank_gap = 2;        // between cells of a row that are no table: up to here one blank
constexpr float blank_width = 0.5F;   // of a wider gap, written as blanks
constexpr float farthest_row = 3.2F;  // from baseline to baseline inside a block
constexpr float number_width = 3.5F;  // of a column of numbers or bullets
constexpr float row_gap = 1.25F;      // times the usual distance of baselines: a next row of a table

constexpr size_t number_letters = 6;
constexpr float letters_of_text = 18;  // a line of running text has more, on average
constexpr int deepest = 6;

struct Gutter {
    float left = 0;
    float right = 0;

    // Narrowed by what stands beside it; true when too little is left of it.
    bool crossed(const Cell& cell) {
        if (cell.end <= left || cell.x >= right) return false;
        const bool inside = cell.x > left && cell.end < right;
        if (inside ? cell.x - left < right - cell.end : cell.x <= left) {
            left = cell.end;
        } else {
            right = cell.x;
        }
        return right - left < narrowest_gutter * cell.size;
    }
};

// What stands on one side of a gutter.
struct Side {
    size_t cells = 0;
    size_t letters = 0;
    size_t figures = 0;
    size_t longest = 0;
    float left = std::numeric_limits<float>::max();
    float right = 0;
    float size = 0;

    void add(const Cell& cell) {
        size_t count = 0;
        for (const char c : cell.text) {
            count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
            figures += c >= '0' && c <= '9';
        }
        ++cells;
        letters += count;
        longest = std::max(longest, count);
        left = std::min(left, cell.x);
        right = std::max(right, cell.end);
        size = std::max(size, cell.size);
    }
    float mean() const { return cells == 0 ? 0 : static_cast<float>(letters) / static_cast<float>(cells); }
    bool numbers() const { return longest <= number_letters && right - left <= number_width * size; }
    bool figured() const { return figures * 3 > letters; }
};

void append(Cell& to, const Cell& cell, size_t blanks) {
    to.text.append(blanks, ' ');
    const auto shift = static_cast<uint32_t>(to.text.size());
    to.text += cell.text;
    for (const Span mark : cell.marks) to.marks.push_back({mark.begin + shift, mark.end + shift});
    to.end = std::max(to.end, cell.end);
    to.size = std::max(to.size, cell.size);
}

class Order {
public:
    std::vector<PageLine> take() { return std::move(lines_); }

    void read(std::vector<CellRow> rows, int depth) {
        size_t done = 0;
        for (size_t at = 0; at < rows.size();) {
            Gutter gutter;
            if (depth >= deepest || !opens(rows, at, gutter)) {
                ++at;
                continue;
            }
            size_t end = at;
            while (end < rows.size() && (end == at || near(rows[end - 1], rows[end])) && fits(rows[end], gutter)) ++end;
            if (end <= at + 1) {
                ++at;
                continue;
            }
            while (at > done && near(rows[at - 1], rows[at]) && fits(rows[at - 1], gutter)) --at;
            whole(rows, done, at);
            block({std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(at)),
                   std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(end))},
                  gutter, depth);
            at = done = end;
        }
        whole(rows, done, rows.size());
    }

private:
    static bool near(const CellRow& before, const CellRow& row) {
        return row.front().y - before.front().y < farthest_row * std::max(row.front().size, before.front().size);
    }

    static bool fits(const CellRow& row, Gutter& gutter) {
        Gutter narrowed = gutter;
        for (const Cell& cell : row) {
            if (narrowed.crossed(cell)) return false;
        }
        gutter = narrowed;
        return true;
    }

    // Does a block begin at row `at`: two cells beside each other, in the row or with the next one?
    static bool opens(const std::vector<CellRow>& rows, size_t at, Gutter& gutter) {
        const CellRow& row = rows[at];
        float best = 0;
        for (size_t i = 0; i + 1 < row.size(); ++i) {
            // The first gap that is wide: of a table the first column is split off, and then the next.
            const float gap = row[i + 1].x - row[i].end;
            if (gap > narrowest_gutter * row[i].size && best == 0) {
                best = gap;
                gutter = {row[i].end, row[i + 1].x};
            }
        }
        if (best > 0) return true;
        if (at + 1 >= rows.size() || row.size() != 1) return false;
        const Cell& one = row.front();
        const Cell& other = rows[at + 1].front();
        if (other.y - one.y > 0.8F * std::min(one.size, other.size)) return false;
        const Cell& first = one.x < other.x ? one : other;
        const Cell& second = one.x < other.x ? other : one;
        if (second.x - first.end < narrowest_gutter * one.size) return false;
        gutter = {first.end, second.x};
        return true;
    }

    // Rows with nothing beside each other but by chance: a line each.
    void whole(std::vector<CellRow>& rows, size_t begin, size_t end, bool table = false) {
        for (size_t i = begin; i < end; ++i) {
            PageLine line{std::move(rows[i].front()), flow_, table};
            for (size_t k = 1; k < rows[i].size(); ++k) {
                const Cell& cell = rows[i][k];
                const float gap = (cell.x - line.cell.end) / std::max(cell.size, 1.F);
                const auto blanks = static_cast<size_t>(std::clamp(std::round(gap / blank_width), 3.F, 40.F));
                append(line.cell, cell, gap < blank_gap && !table ? 1 : blanks);
            }
            lines_.push_back(std::move(line));
        }
    }

    void block(std::vector<CellRow> rows, const Gutter& gutter, int depth) {
        Side left, right;
        size_t both = 0;
        for (const CellRow& row : rows) {
            const auto split = split_of(row, gutter);
            for (size_t i = 0; i < row.size(); ++i) (i < split ? left : right).add(row[i]);
            if (split > 0 && split < row.size()) ++both;
        }
        const auto alone = [&] { whole(rows, 0, rows.size()); };
        if (left.cells == 0 || right.cells == 0) return alone();
        if (left.numbers()) return read(numbered(std::move(rows), gutter), depth + 1);
        // Addresses and references in the margin beside a letter, in small print.
        const bool small = left.mean() >= 2 * letters_of_text && right.size < 0.93F * left.size && rows.size() >= 3;
        if (small && right.mean() < 2 * letters_of_text) return columns(std::move(rows), gutter, depth);
        if (left.cells < 3 || right.cells < 3) return alone();
        const bool texts = left.mean() >= letters_of_text && right.mean() >= letters_of_text && !right.figured();
        const bool aligned = both * 2 >= std::min(left.cells, right.cells);
        if (texts && aligned && answers_beside(rows, gutter)) return beside(std::move(rows), gutter, depth);
        const bool margin = left.mean() >= 2 * letters_of_text && !right.figured();
        if (texts || margin || !aligned) return columns(std::move(rows), gutter, depth);
        whole(rows, 0, rows.size(), /*table=*/true);
    }

    static size_t split_of(const CellRow& row, const Gutter& gutter) {
        const float middle = (gutter.left + gutter.right) / 2;
        return static_cast<size_t>(
            std::ranges::partition_point(row, [&](const Cell& cell) { return cell.x < middle; }) - row.begin());
    }

    // A number or a bullet becomes part of what stands beside it.
    static std::vector<CellRow> numbered(std::vector<CellRow> rows, const Gutter& gutter) {
        for (CellRow& row : rows) {
            const size_t split = split_of(row, gutter);
            if (split == 0 || split >= row.size()) continue;
            for (size_t i = 1; i <= split; ++i) append(row[0], row[i], 1);
            row.erase(row.begin() + 1, row.begin() + static_cast<std::ptrdiff_t>(split) + 1);
        }
        return rows;
    }

    static std::pair<std::vector<CellRow>, std::vector<CellRow>> parted(std::vector<CellRow> rows,
                                                                        const Gutter& gutter) {
        std::pair<std::vector<CellRow>, std::vector<CellRow>> out;
        for (CellRow& row : rows) {
            const auto split = static_cast<std::ptrdiff_t>(split_of(row, gutter));
            CellRow rest(std::make_move_iterator(row.begin() + split), std::make_move_iterator(row.end()));
            row.resize(static_cast<size_t>(split));
            if (!row.empty()) out.first.push_back(std::move(row));
            if (!rest.empty()) out.second.push_back(std::move(rest));
        }
        return out;
    }

    void columns(std::vector<CellRow> rows, const Gutter& gutter, int depth) {
        auto [left, right] = parted(std::move(rows), gutter);
        ++flow_;
        read(std::move(left), depth + 1);
        ++flow_;
        read(std::move(right), depth + 1);
        ++flow_;
    }

    // Rows that begin after a gap, on both sides at once.
    static std::vector<size_t> starts_of(const std::vector<CellRow>& rows, const Gutter& gutter, size_t& lonely) {
        std::vector<float> steps;
        for (size_t i = 1; i < rows.size(); ++i) steps.push_back(rows[i].front().y - rows[i - 1].front().y);
        if (steps.empty()) return {0};
        const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 3);
        std::nth_element(steps.begin(), middle, steps.end());
        const float gap = *middle * row_gap;
        std::vector<size_t> starts{0};
        float left_y = -1e6F, right_y = -1e6F;
        for (size_t i = 0; i < rows.size(); ++i) {
            const size_t split = split_of(rows[i], gutter);
            const float y = rows[i].front().y;
            const bool left = split > 0 && y - left_y > gap;
            const bool right = split < rows[i].size() && y - right_y > gap;
            if (i > 0 && left && right) {
                starts.push_back(i);
            } else if (i > 0 && (left || right)) {
                ++lonely;
            }
            if (split > 0) left_y = y;
            if (split < rows[i].size()) right_y = y;
        }
        return starts;
    }

    // A question with its answer beside it, again and again, and not columns whose paragraphs happen to meet.
    static bool answers_beside(const std::vector<CellRow>& rows, const Gutter& gutter) {
        size_t lonely = 0;
        const size_t starts = starts_of(rows, gutter, lonely).size();
        return starts >= 2 && lonely * 4 <= starts;
    }

    void beside(std::vector<CellRow> rows, const Gutter& gutter, int depth) {
        size_t lonely = 0;
        std::vector<size_t> starts = starts_of(rows, gutter, lonely);
        starts.push_back(rows.size());
        for (size_t i = 0; i + 1 < starts.size(); ++i) {
            columns({std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(starts[i])),
                     std::make_move_iterator(rows.begin() + static_cast<std::ptrdiff_t>(starts[i + 1]))},
                    gutter, depth);
        }
    }

    std::vector<PageLine> lines_;
    uint32_t flow_ = 0;
};

}  // namespace

std::vector<PageLine> lines_in_order(std::vector<CellRow> rows) {
    Order order;
    order.read(std::move(rows), 0);
    return order.take();
}

}  // namespace kl::read
