#include "parse/rows.h"

#include <algorithm>

#include "parse/flat_rows.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

constexpr size_t shortest_flat_text = 400;    // bytes, in one line
constexpr uint32_t line_of_flat_text = 2000;  // bytes; a longer line has lost its line ends

// Two gaps of three blanks, or one of eight: "Seksuele gerichtheid      10     14     34".
bool is_table_row(std::string_view line) {
    // "12        Kunt u een overzicht geven …": a number that hangs in the margin.
    text::Scan s{line};
    int number = 0;
    if (s.number(number, 3)) {
        s.any(".)");
        if (s.blanks() && text::ascii_upper(s.peek())) line.remove_prefix(s.at);
    }
    size_t gaps = 0;
    for (size_t at = line.find("   "); at != std::string_view::npos; at = line.find("   ", at)) {
        const size_t begin = at;
        while (at < line.size() && line[at] == ' ') ++at;
        gaps += at - begin >= 8 ? 2 : 1;
        if (gaps >= 2) return true;
    }
    return false;
}

bool is_flat(std::string_view text) {
    while (!text.empty() && text::ascii_blank(text.back())) text.remove_suffix(1);
    const auto line_ends = static_cast<size_t>(std::ranges::count(text, '\n'));
    if (line_ends == 0) return text.size() > shortest_flat_text;
    return text.size() > (line_ends + 1) * line_of_flat_text;
}

uint32_t width_of_full_line(const std::vector<Row>& rows) {
    std::vector<uint32_t> widths;
    const size_t step = rows.size() / 4096 + 1;
    for (size_t i = 0; i < rows.size(); i += step) widths.push_back(rows[i].span.size());
    if (widths.empty()) return 0;
    const auto high = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 8 / 10);
    std::nth_element(widths.begin(), high, widths.end());
    return *high;
}

}  // namespace

void make_rows(const read::SourceText& source, Draft& draft) {
    draft.rows.reserve(source.lines.size());
    draft.exact = source.format != read::Format::plain_text && source.format != read::Format::pdf;
    const bool flat = !draft.exact && is_flat(source.text);
    FlatRows flat_rows(source, draft);
    Span furniture;
    bool page_start = false;
    for (size_t i = 0; i < source.lines.size(); ++i) {
        const read::Line& line = source.lines[i];
        if (line.furniture) {
            page_start = page_start || line.page_start;
            if (furniture.empty()) furniture = line.span;
            furniture.end = line.span.end;
            continue;
        }
        Row row;
        row.span = line.span;
        row.blanks_before = line.blanks_before;
        row.furniture = furniture;
        furniture = {};
        row.indent = line.indent;
        row.page = line.page;
        row.page_start = line.page_start || page_start;
        page_start = false;
        if (flat) {
            flat_rows.cut(row, i + 1 == source.lines.size() || source.lines[i + 1].furniture);
            continue;
        }
        row.role = line.role;
        row.table = draft.exact ? line.role == read::Role::table : is_table_row(slice(source.text, row.span));
        draft.rows.push_back(row);
    }
    draft.width = width_of_full_line(draft.rows);
    const auto gaps = std::ranges::count_if(draft.rows, [](const Row& row) { return row.blanks_before > 0; });
    draft.spaced = static_cast<size_t>(gaps) * 20 > draft.rows.size();
}

}  // namespace kl::parse
