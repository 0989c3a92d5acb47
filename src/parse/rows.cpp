#include "parse/rows.h"

#include <algorithm>

#include "parse/labels.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

constexpr uint32_t line_of_flat_text = 2000;  // bytes; a longer line has lost its line ends

// Two gaps of three blanks, or one of eight: "Seksuele gerichtheid      10     14     34".
bool is_table_row(std::string_view line) {
    size_t gaps = 0;
    for (size_t at = line.find("   "); at != std::string_view::npos; at = line.find("   ", at)) {
        const size_t begin = at;
        while (at < line.size() && line[at] == ' ') ++at;
        gaps += at - begin >= 8 ? 2 : 1;
        if (gaps >= 2) return true;
    }
    return false;
}

// "… toegestaan. Vraag 2 Waar zitten …": in a text without line ends a heading is only words. The numbers go up one by
// one, so that a mention ("zie vraag 5") is not taken for one.
void cut_at_headings(std::string_view text, const Row& row, int& expected, Draft& draft) {
    const std::string_view line = slice(text, row.span);
    uint32_t begin = row.span.begin;
    bool first = true;
    const auto add = [&](uint32_t from, uint32_t to) {
        while (from < to && text::blank_size(text, from) == 1) ++from;
        while (to > from && text::ascii_blank(text[to - 1])) --to;
        if (from >= to) return;
        Row part = row;
        part.span = {from, to};
        if (!first) {
            part.blanks_before = 1;
            part.furniture = {};
        }
        first = false;
        draft.rows.push_back(part);
    };
    for (size_t at = line.find("Vra"); at != std::string_view::npos; at = line.find("Vra", at + 3)) {
        if (at > 0 && text::blank_size(line, at - 1) == 0) continue;
        const HeadingForm form = question_heading_at(line, at);
        if (form.numbers.empty() || form.numbers.front() != expected) continue;
        const auto heading = static_cast<uint32_t>(row.span.begin + at);
        const auto end = static_cast<uint32_t>(row.span.begin + form.end);
        add(begin, heading);
        add(heading, end);
        begin = end;
        expected = form.numbers.back() + 1;
    }
    add(begin, row.span.end);
}

bool is_flat(std::string_view text) {
    const auto line_ends = static_cast<size_t>(std::ranges::count(text, '\n'));
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
    const bool flat = is_flat(source.text);
    int next_question = 1;
    Span furniture;
    bool page_start = false;
    for (const read::Line& line : source.lines) {
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
            cut_at_headings(source.text, row, next_question, draft);
            continue;
        }
        row.table = is_table_row(slice(source.text, row.span));
        draft.rows.push_back(row);
    }
    draft.width = width_of_full_line(draft.rows);
    const auto gaps = std::ranges::count_if(draft.rows, [](const Row& row) { return row.blanks_before > 0; });
    draft.spaced = static_cast<size_t>(gaps) * 20 > draft.rows.size();
}

}  // namespace kl::parse
