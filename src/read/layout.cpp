#include "read/layout.h"

#include <algorithm>

#include "read/furniture.h"
#include "read/running_title.h"
#include "text/scan.h"

namespace kl::read {
namespace {

using text::blank_size;

constexpr uint32_t blank_lines_of_a_page_break = 3;
constexpr uint32_t most_blank_lines = blank_lines_of_a_page_break - 1;  // that a run of blanks may stand for
constexpr size_t longest_only_line = 400;                               // bytes, in a text of one line
constexpr size_t longest_line_of_a_page = 2000;  // bytes; a longer one comes from a text that lost its line ends

Span trimmed(std::string_view text, size_t begin, size_t end) {
    while (begin < end) {
        const uint32_t size = blank_size(text, begin);
        if (size == 0) break;
        begin += size;
    }
    while (end > begin) {
        if (text::ascii_blank(text[end - 1])) {
            --end;
        } else if (end - begin >= 2 && blank_size(text, end - 2) == 2) {
            end -= 2;
        } else if (end - begin >= 3 && blank_size(text, end - 3) == 3) {
            end -= 3;
        } else {
            break;
        }
    }
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

// Collects lines, counting the blank ones between them.
struct Lines {
    std::string_view text;
    std::vector<Line>& out;
    uint32_t blanks = 0;
    bool page_start = false;
    bool only = false;  // the text is one line: its pages are known by their furniture

    void add(size_t begin, size_t end) {
        const Span span = trimmed(text, begin, end);
        if (span.empty()) {
            ++blanks;
            return;
        }
        Line line;
        line.span = span;
        line.indent = static_cast<uint32_t>(span.begin - begin);
        line.blanks_before = blanks;
        line.page_start = page_start;
        out.push_back(line);
        blanks = 0;
        page_start = false;
    }
};

// Two or more blanks stand for a line end, when there are as many of them as a text of this size would have lines.
bool blanks_are_line_ends(std::string_view line) {
    size_t runs = 0;
    for (size_t at = 0; at + 1 < line.size(); ++at) {
        if (line[at] != ' ' || line[at + 1] != ' ') continue;
        ++runs;
        while (at + 1 < line.size() && line[at + 1] == ' ') ++at;
    }
    return runs * 200 > line.size();
}

void add_part(Lines& lines, size_t begin, size_t end, bool cut) {
    const std::string_view text = lines.text;
    if (!cut) {
        lines.add(begin, end);
        return;
    }
    size_t line_begin = begin;
    for (size_t at = begin; at < end;) {
        if (text[at] != ' ') {
            ++at;
            continue;
        }
        size_t run = at;
        while (run < end && text[run] == ' ') ++run;
        if (run - at >= 2) {
            lines.add(line_begin, at);
            lines.blanks += static_cast<uint32_t>((run - at) / 2 - 1);
            // Where other lines have line ends, a run of blanks is no page break.
            if (!lines.only) lines.blanks = std::min(lines.blanks, most_blank_lines);
            line_begin = run;
        }
        at = run;
    }
    lines.add(line_begin, end);
}

// A text without line ends: cut around the page furniture in it, and at the blanks that were line ends.
void add_long_line(Lines& lines, size_t begin, size_t end) {
    const std::string_view line = lines.text.substr(begin, end - begin);
    const bool cut = blanks_are_line_ends(line);
    size_t at = begin;
    for (const Span furniture : page_furniture_within(line)) {
        add_part(lines, at, begin + furniture.begin, cut);
        const size_t count = lines.out.size();
        lines.add(begin + furniture.begin, begin + furniture.end);
        if (lines.out.size() > count) {
            lines.out.back().furniture = true;
            lines.out.back().role = Role::furniture;
        }
        at = begin + furniture.end;
    }
    add_part(lines, at, end, cut);
}

// Whether the text was one line.
bool split_lines(SourceText& source) {
    const std::string_view text = source.text;
    Lines lines{text, source.lines};
    source.lines.reserve(static_cast<size_t>(std::ranges::count(text, '\n')) + 1);
    const size_t last = text.find_last_not_of(" \t\r\n\f");
    const bool one_line = last != std::string_view::npos && text.substr(0, last).find('\n') == std::string_view::npos;
    lines.only = one_line;
    const size_t longest = one_line ? longest_only_line : longest_line_of_a_page;
    size_t begin = 0;
    while (begin < text.size()) {
        size_t end = text.find('\n', begin);
        if (end == std::string_view::npos) end = text.size();
        size_t part = begin;
        // A form feed ends a page wherever it stands.
        for (size_t feed = text.substr(part, end - part).find('\f'); feed != std::string_view::npos;
             feed = text.substr(part, end - part).find('\f')) {
            if (feed > 0) lines.add(part, part + feed);
            lines.page_start = true;
            part += feed + 1;
        }
        if (end - part > longest) {
            add_long_line(lines, part, end);
        } else {
            lines.add(part, end);
        }
        begin = end + 1;
    }
    if (!source.lines.empty()) source.lines.front().page_start = true;
    return one_line;
}

void mark_furniture(SourceText& source) {
    for (Line& line : source.lines) {
        const Furniture form = furniture_form(slice(source.text, line.span));
        if (form == Furniture::none) continue;
        line.furniture = true;
        line.role = Role::furniture;
    }
}

// A page number on a line of its own, at the head or foot of a page of known bounds.
bool is_page_number(const SourceText& source, size_t index, uint32_t page) {
    const Line& line = source.lines[index];
    if (line.span.size() > 4) return false;
    const bool foot = index + 1 < source.lines.size() && source.lines[index + 1].page_start;
    if (!foot && !line.page_start) return false;
    text::Scan s{slice(source.text, line.span)};
    int number = 0;
    return s.number(number) && s.done() && (number == static_cast<int>(page) || number == static_cast<int>(page) + 1);
}

// "https://… https://…": where links of the page lead to, printed under its last line.
bool is_only_links(std::string_view line) {
    bool link = false;
    for (size_t at = 0; at < line.size();) {
        size_t end = std::min(line.find(' ', at), line.size());
        const std::string_view token = line.substr(at, end - at);
        if (!token.empty() && !token.starts_with("http://") && !token.starts_with("https://")) return false;
        link = link || !token.empty();
        at = end + 1;
    }
    return link;
}

// Links stand apart from what is above them; an answer may end in one ("U vindt het hier:").
void mark_links(SourceText& source, size_t page_end) {
    size_t first = page_end;
    while (first > 0 && !source.lines[first - 1].furniture &&
           is_only_links(slice(source.text, source.lines[first - 1].span)))
        --first;
    if (first == page_end || first == 0 || source.lines[first - 1].furniture) return;
    const char last = source.text[source.lines[first - 1].span.end - 1];
    const bool apart = last == '.' || last == '?' || last == '!' || last == ';' || last == ')';
    if (!apart && (last == ':' || source.lines[first].blanks_before == 0)) ++first;
    for (size_t i = first; i < page_end; ++i) {
        source.lines[i].furniture = true;
        source.lines[i].role = Role::furniture;
    }
}

bool continues_sentence(std::string_view text, const Line& before, const Line& line) {
    return line.indent == 1 && before.indent == 0 && line.blanks_before == 0 &&
           text::ascii_lower(text[line.span.begin]);
}

void mark_pages(SourceText& source, bool one_line) {
    bool after_furniture = false;
    for (size_t i = 0; i < source.lines.size(); ++i) {
        Line& line = source.lines[i];
        if (line.furniture) {
            after_furniture = true;
            continue;
        }
        if (i > 0) {
            const bool gap = !one_line && line.blanks_before >= blank_lines_of_a_page_break;
            const bool ocr = continues_sentence(source.text, source.lines[i - 1], line);
            if (after_furniture || gap || ocr) line.page_start = true;
        }
        after_furniture = false;
    }
    for (size_t i = 1; i <= source.lines.size(); ++i) {
        if (i == source.lines.size() || source.lines[i].furniture || source.lines[i].page_start) mark_links(source, i);
    }
    uint32_t page = 0;
    for (size_t i = 0; i < source.lines.size(); ++i) {
        Line& line = source.lines[i];
        if (line.page_start && i > 0) ++page;
        line.page = page;
        if (!line.furniture && page > 0 && is_page_number(source, i, page)) {
            line.furniture = true;
            line.role = Role::furniture;
        }
    }
}

}  // namespace

void lay_out(SourceText& source) {
    source.lines.clear();
    const bool one_line = split_lines(source);
    mark_furniture(source);
    mark_pages(source, one_line);
}

}  // namespace kl::read
