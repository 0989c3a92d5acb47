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

// A text at the edge of two pages, alike, or of a third of them when there are many.
void mark_repeated(std::vector<PageLines>& pages) {
    std::unordered_map<std::string, uint32_t> seen;
    const auto each_edge_line = [&](auto&& visit) {
        for (PageLines& page : pages) {
            size_t count = 0;
            for (size_t i = 0; i < page.lines.size(); ++i) {
                const PageLine& line = page.lines[i];
                if (!at_edge(page, line) || line.cell.text.size() > longest) continue;
                if (++count > 2 * lines_of_edge) break;
                visit(page, i);
            }
        }
    };
    each_edge_line([&](PageLines& page, size_t i) { ++seen[key_of(page.lines[i], 0)]; });
    const auto count_of = [&](const std::string& key) {
        const auto found = seen.find(key);
        return found == seen.end() ? 0U : found->second;
    };
    const size_t enough = std::max<size_t>(2, pages.size() / 3);
    each_edge_line([&](PageLines& page, size_t i) {
        const PageLine& line = page.lines[i];
        // A heading ("Vraag 4") or a numbered line may well open two pages: those have no page's number of their own.
        size_t count = 0;
        for (const int step : {-1, 0, 1}) count += count_of(key_of(line, step));
        if (count < enough) return;
        const std::string shape = shape_of(line.cell.text);
        const bool figured = shape.find('#') != std::string::npos;
        int number = 0;
        bool bare = false;
        if (figured && !page_counter(line.cell.text, number, bare)) {
            // The same words with another number each time: only outside the block of text.
            const bool first = i == 0 || page.furniture[i - 1];
            const bool last = i + 1 == page.lines.size();
            if (line.cell.text.size() < 16 || !(first || last)) return;
        }
        page.furniture[i] = true;
    });
}

// A line outside the text's block whose form says it all.
void mark_forms(PageLines& page, size_t index) {
    for (size_t i = 0; i < page.lines.size(); ++i) {
        const std::string_view text = page.lines[i].cell.text;
        if (furniture_form(text) != Furniture::none) page.furniture[i] = true;
    }
    for (size_t i = 0; i < page.lines.size(); ++i) {
        const PageLine& line = page.lines[i];
        if (page.furniture[i] || !at_edge(page, line)) continue;
        int number = 0;
        bool bare = false;
        if (page_counter(line.cell.text, number, bare)) {
            const bool outer = i == 0 || i + 1 == page.lines.size() || page.furniture[i - 1] || page.furniture[i + 1];
            if (!bare || (outer && number == static_cast<int>(index) + 1)) page.furniture[i] = true;
        }
        // "Tweede Kamer der Staten-Generaal" and its number "2", which is larger and stands lower.
        const bool after = i > 0 && page.furniture[i - 1];
        const bool before = i + 1 < page.lines.size() && page.furniture[i + 1];
        if (is_number(line.cell.text) && after && before) page.furniture[i] = true;
    }
}

}  // namespace

void find_furniture(std::vector<PageLines>& pages) {
    for (size_t i = 0; i < pages.size(); ++i) {
        pages[i].furniture.assign(pages[i].lines.size(), false);
        mark_forms(pages[i], i);
    }
    mark_repeated(pages);
}

}  // namespace kl::read
