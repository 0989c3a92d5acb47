#include "read/pdf_furniture.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "read/furniture.h"
#include "text/scan.h"

namespace kl::read {
namespace {

constexpr float edge = 0.13F;         // of the page's height, at its head and at its foot
constexpr float same_height = 3;      // points
constexpr size_t lines_of_edge = 12;  // at most
constexpr size_t longest = 200;       // bytes

// "Pagina 2 van 7", "2/7", "- 2 -", "2": `number` is the page's own.
bool page_counter(std::string_view text, int& number, bool& bare) {
    text::Scan s{text};
    const bool worded = s.literal("pagina ") || s.literal("blad ") || s.literal("page ");
    const bool dashed = !worded && s.dash();
    s.blanks();
    if (!s.number(number, 4)) return false;
    s.blanks();
    int total = 0;
    const bool counted =
        (s.literal("van ") || s.literal("of ") || s.character('/')) && (s.blanks(), s.number(total, 4));
    if (dashed && !s.dash()) return false;
    bare = !worded && !counted;
    return s.done() && (!counted || number <= total);
}

// The text with every number as one sign: "Pagina # van #".
std::string shape_of(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (!text::ascii_digit(c)) {
            out += c;
        } else if (out.empty() || out.back() != '#') {
            out += '#';
        }
    }
    return out;
}

bool at_edge(const PageLines& page, const PageLine& line) {
    return line.cell.y < page.height * edge || line.cell.y > page.height * (1 - edge);
}

// Shape and height of a line at the edge of a page. Heights are rounded; the caller looks at both neighbours.
std::string key_of(const PageLine& line, int step) {
    return shape_of(line.cell.text) + '@' + std::to_string(std::lround(line.cell.y / same_height) + step);
}

bool is_number(std::string_view text) {
    return text.size() <= 4 && std::ranges::all_of(text, [](char c) { return text::ascii_digit(c); });
}

class Finder {
public:
    Finder(std::vector<PageLines>& pages, const Measures& measures) : pages_(pages), m_(measures) {}

    void run() {
        for (size_t i = 0; i < pages_.size(); ++i) mark_forms(pages_[i], i);
        count();
        bound();
        for (PageLines& page : pages_) {
            each_edge_line(page, [&](size_t i) {
                if (!page.furniture[i] && is_repeated(page.lines[i]) && is_outside(page, i)) page.furniture[i] = true;
            });
        }
        mark_margins();
    }

private:
    static void each_edge_line(const PageLines& page, auto&& visit) {
        size_t count = 0;
        for (size_t i = 0; i < page.lines.size(); ++i) {
            const PageLine& line = page.lines[i];
            if (!at_edge(page, line) || line.cell.text.size() > longest) continue;
            if (++count > 2 * lines_of_edge) break;
            visit(i);
        }
    }

    // Stands apart from the running text, by its letters or by a gap.
    bool is_apart(const PageLines& page, size_t i) const {
        const Cell& cell = page.lines[i].cell;
        if (std::fabs(cell.size - m_.size) > 0.05F * m_.size) return true;
        const bool head = cell.y < page.height / 2;
        float nearest = page.height;
        for (size_t k = i > 3 ? i - 3 : 0; k < page.lines.size() && k <= i + 3; ++k) {
            const float step = (page.lines[k].cell.y - cell.y) * (head ? 1.F : -1.F);
            if (!page.furniture[k] && step > 1) nearest = std::min(nearest, step);
        }
        return nearest > 1.9F * m_.distance * m_.size;
    }

    // A line whose form says it all; a counter of pages that is only a number must stand apart.
    void mark_forms(PageLines& page, size_t index) {
        for (size_t i = 0; i < page.lines.size(); ++i) {
            if (furniture_form(page.lines[i].cell.text) != Furniture::none) page.furniture[i] = true;
        }
        for (size_t i = 0; i < page.lines.size(); ++i) {
            const PageLine& line = page.lines[i];
            if (page.furniture[i] || !at_edge(page, line)) continue;
            int number = 0;
            bool bare = false;
            if (page_counter(line.cell.text, number, bare)) {
                const bool outer =
                    i == 0 || i + 1 == page.lines.size() || page.furniture[i - 1] || page.furniture[i + 1];
                const bool own = number == static_cast<int>(index) + 1;
                if (!bare || (outer && own && is_apart(page, i))) page.furniture[i] = true;
            }
            // "Tweede Kamer der Staten-Generaal" and its number "2", which is larger and stands lower.
            const bool after = i > 0 && page.furniture[i - 1];
            const bool before = i + 1 < page.lines.size() && page.furniture[i + 1];
            if (is_number(line.cell.text) && after && before) page.furniture[i] = true;
        }
    }

    void count() {
        for (const PageLines& page : pages_) {
            each_edge_line(page, [&](size_t i) { ++seen_[key_of(page.lines[i], 0)]; });
        }
    }

    // The same but for its figures, at one height of two pages, or of a third of them when there are many.
    bool is_repeated(const PageLine& line) const {
        size_t count = 0;
        for (const int step : {-1, 0, 1}) {
            const auto found = seen_.find(key_of(line, step));
            if (found != seen_.end()) count += found->second;
        }
        return count >= std::max<size_t>(2, pages_.size() / 3);
    }

    // Between which heights text runs on any page; the first page has a lay-out of its own.
    void bound() {
        for (size_t p = pages_.size() > 1 ? 1 : 0; p < pages_.size(); ++p) {
            const PageLines& page = pages_[p];
            for (size_t i = 0; i < page.lines.size(); ++i) {
                const PageLine& line = page.lines[i];
                if (page.furniture[i] || (at_edge(page, line) && is_repeated(line))) continue;
                top_ = std::min(top_, line.cell.y);
                bottom_ = std::max(bottom_, line.cell.y);
            }
        }
    }

    // A label ("Antwoord") may open two pages: at that height other pages have text.
    bool is_outside(const PageLines& page, size_t i) const {
        const float y = page.lines[i].cell.y;
        return (y < top_ - 1 || y > bottom_ + 1) && is_apart(page, i);
    }

    // References and addresses in the margin, repeated on every page in small print.
    void mark_margins() {
        if (pages_.size() < 2) return;
        const auto key = [](const PageLine& line) {
            return line.cell.text + '@' + std::to_string(std::lround(line.cell.y / same_height)) + '/' +
                   std::to_string(std::lround(line.cell.x / same_height));
        };
        const auto small = [&](const PageLine& line) {
            return line.cell.size < 0.93F * m_.size && line.cell.text.size() <= longest;
        };
        std::unordered_map<std::string, uint32_t> seen;
        for (const PageLines& page : pages_) {
            for (const PageLine& line : page.lines) {
                if (small(line)) ++seen[key(line)];
            }
        }
        const size_t enough = std::max<size_t>(2, pages_.size() / 2);
        for (PageLines& page : pages_) {
            for (size_t i = 0; i < page.lines.size(); ++i) {
                if (small(page.lines[i]) && seen[key(page.lines[i])] >= enough) page.furniture[i] = true;
            }
        }
    }

    std::vector<PageLines>& pages_;
    Measures m_;
    std::unordered_map<std::string, uint32_t> seen_;
    float top_ = 1e6F;
    float bottom_ = -1e6F;
};

}  // namespace

void find_furniture(std::vector<PageLines>& pages, const Measures& measures) {
    for (PageLines& page : pages) page.furniture.assign(page.lines.size(), false);
    Finder(pages, measures).run();
}

}  // namespace kl::read
