#include "read/pdf_layout.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <map>

#include "read/pdf_furniture.h"
#include "text/scan.h"
#include "text/sort.h"
#include "text/utf8.h"

namespace kl::read {
namespace {

constexpr float gap_of_paragraph = 1.4F;  // times the usual distance between baselines
constexpr float most_distance = 3;        // ems; what is farther apart does not tell what is usual
constexpr float small_print = 0.93F;      // of the letters of the text: notes
constexpr float unfilled = 1;             // ems that a line must have had left, besides the word that it did not take
constexpr uint32_t most_blanks = 4;

Measures measure(const std::vector<PageLines>& pages) {
    // In quarters of a point and hundredths of an em: what most letters have.
    std::map<long, size_t> sizes, distances;
    for (const PageLines& page : pages) {
        for (size_t i = 0; i < page.lines.size(); ++i) {
            const Cell& cell = page.lines[i].cell;
            sizes[std::lround(cell.size * 4)] += cell.text.size();
        }
    }
    const auto most = [](const std::map<long, size_t>& counts) {
        return std::ranges::max_element(counts, {}, [](const auto& one) { return one.second; })->first;
    };
    Measures m;
    if (!sizes.empty()) m.size = static_cast<float>(most(sizes)) / 4;
    for (const PageLines& page : pages) {
        for (size_t i = 1; i < page.lines.size(); ++i) {
            const Cell& before = page.lines[i - 1].cell;
            const Cell& cell = page.lines[i].cell;
            const float ems = (cell.y - before.y) / cell.size;
            if (ems <= 0.5F || ems > most_distance) continue;
            if (std::fabs(cell.size - m.size) > 0.3F) continue;
            distances[std::lround(ems * 20)] += cell.text.size();
        }
    }
    if (!distances.empty()) m.distance = static_cast<float>(most(distances)) / 20;
    return m;
}

float right_edge(const PageLines& page, const Measures& m, uint32_t flow) {
    float edge = 0;
    for (size_t i = 0; i < page.lines.size(); ++i) {
        const PageLine& line = page.lines[i];
        if (page.furniture[i] || line.table || line.flow != flow || std::fabs(line.cell.size - m.size) > 0.6F) continue;
        edge = std::max(edge, line.cell.end);
    }
    return edge;
}

// The first word's share of the line: where its letters stand exactly, not every library says.
float first_word(const Cell& cell) {
    const size_t end = std::min(cell.text.find(' '), cell.text.size());
    return (cell.end - cell.x) * static_cast<float>(end) / static_cast<float>(std::max<size_t>(cell.text.size(), 1));
}

bool begins_item(std::string_view text) {
    text::Scan s{text};
    return s.literal("•") || s.literal("·") || s.literal("▪") || s.literal("◦") || (s.dash() && s.blanks());
}

// A line that had room for the first word of the next one ends a paragraph.
bool breaks_off(const PageLine& before, const PageLine& line, float edge) {
    if (before.table || line.table || before.flow != line.flow) return false;
    const float room = edge - before.cell.end - unfilled * before.cell.size;
    if (room <= first_word(line.cell) || before.cell.text.ends_with('-')) return false;
    const char32_t first = text::decode(line.cell.text, 0).code_point;
    return !text::is_lower(first) && !begins_item(line.cell.text);
}

// "1 Dagblad, …", "² Kamerstuk 12 345": the number of a note, or 0.
int number_of_note(const Cell& cell) {
    text::Scan s{cell.text};
    int number = 0;
    return s.number(number, 3) && (cell.labelled || s.blanks()) && !s.done() ? number : 0;
}

// The notes at the foot of a page: small print that begins with a number, down to the page's end.
struct Notes {
    size_t first = 0;        // line
    std::vector<int> marks;  // of each line from there on: the number with which a note begins, or 0; -1 for a sign
};

// `last`: the number of the last note before this page.
Notes notes_of(const PageLines& page, const Measures& m, int last) {
    Notes notes{page.lines.size(), {}};
    bool labelled = false;
    for (size_t i = page.lines.size(); i-- > 0;) {
        if (page.furniture[i]) continue;
        const PageLine& line = page.lines[i];
        if (line.table || line.cell.size > m.size * small_print) break;
        const bool begins = number_of_note(line.cell) > 0 || line.cell.text.front() == '*';
        // Where numbers are raised, figures that are not ("3 mei 2024") only stand at the beginning of a line.
        if (!begins || (labelled && !line.cell.labelled)) continue;
        labelled = labelled || line.cell.labelled;
        notes.first = i;
    }
    for (size_t i = notes.first; i < page.lines.size(); ++i) {
        const Cell& cell = page.lines[i].cell;
        int mark = page.furniture[i] ? 0 : number_of_note(cell);
        const bool next = i == notes.first || mark == last + 1;
        if (mark > 0 && !(labelled ? cell.labelled : next)) mark = 0;
        if (mark > 0) last = mark;
        if (!page.furniture[i] && cell.text.front() == '*') mark = -1;
        notes.marks.push_back(mark);
    }
    return notes;
}

// Does a sentence go on from the foot of a column to the head of the next?
bool runs_on(std::string_view before, std::string_view line) {
    return text::is_lower(text::decode(line, 0).code_point) && !before.empty() &&
           std::string_view(".?!:;").find(before.back()) == std::string_view::npos;
}

class Writer {
public:
    Writer(SourceText& source, const Measures& m) : source_(source), m_(m) {}

    void page(const PageLines& page, uint32_t number) {
        const Notes foot = notes_of(page, m_, notes_.empty() ? 0 : notes_.back().mark);
        const size_t notes = foot.first;
        std::map<uint32_t, float> edges;
        bool page_start = true;
        if (!source_.text.empty()) source_.text += "\f";
        const PageLine* before = nullptr;
        const PageLine* text_before = nullptr;  // furniture may stand beside the text, which runs on over it
        for (size_t i = 0; i < page.lines.size(); ++i) {
            const PageLine& line = page.lines[i];
            uint32_t blanks = 0;
            if (before != nullptr && i > 0) {
                if (!edges.contains(line.flow)) edges[line.flow] = right_edge(page, m_, line.flow);
                const bool over = !page.furniture[i] && text_before != nullptr;
                blanks = blanks_between(over ? *text_before : *before, line, edges[line.flow]);
            }
            // A note begins after a blank line, and has none inside it.
            if (i >= notes && !page.furniture[i]) {
                blanks = foot.marks[i - notes] != 0 ? std::max(blanks, 1U) : 0;
            }
            Line out;
            out.indent = static_cast<uint32_t>(std::lround(std::max(line.cell.x, 0.F)));
            out.blanks_before = blanks;
            out.page = number;
            out.page_start = page_start;
            out.furniture = page.furniture[i];
            if (line.table) out.role = Role::table;
            if (i >= notes) out.role = Role::note;
            if (out.furniture) out.role = Role::furniture;
            if (out.role == Role::note && foot.marks[i - notes] > 0) {
                notes_.push_back({foot.marks[i - notes], number, static_cast<uint32_t>(source_.lines.size())});
            }
            add(out, line.cell, out.role == Role::note);
            page_start = false;
            before = &line;
            if (!page.furniture[i]) text_before = &line;
        }
    }

    // Marks call the note with their number: of their page, or else the first one after it.
    void bind_marks() {
        text::sort(notes_, {}, [](const Note& note) { return std::pair(note.mark, note.page); });
        auto line = source_.lines.begin();
        for (Mark& mark : source_.marks) {
            while (line != source_.lines.end() && line->span.end < mark.span.end) ++line;
            if (line == source_.lines.end()) break;
            text::Scan s{slice(source_.text, mark.span)};
            int number = 0;
            if (!s.number(number, 3)) continue;
            const auto note = std::ranges::lower_bound(notes_, std::pair(number, line->page), {},
                                                       [](const Note& one) { return std::pair(one.mark, one.page); });
            if (note != notes_.end() && note->mark == number) mark.note = note->line;
        }
    }

private:
    struct Note {
        int mark = 0;
        uint32_t page = 0;
        uint32_t line = 0;
    };

    uint32_t blanks_between(const PageLine& before, const PageLine& line, float edge) const {
        const float size = std::max(std::min(before.cell.size, line.cell.size), 1.F);
        const float ems = (line.cell.y - before.cell.y) / size;
        const uint32_t next_column = runs_on(before.cell.text, line.cell.text) ? 0 : 1;
        if (ems < 0) return next_column;
        const float usual = std::max(m_.distance, 1.F);
        if (ems > usual * gap_of_paragraph) {
            return std::clamp(static_cast<uint32_t>(std::lround(ems / usual)) - 1, 1U, most_blanks);
        }
        if (before.flow != line.flow) return next_column;
        return breaks_off(before, line, edge) ? 1 : 0;
    }

    void add(Line line, const Cell& cell, bool note) {
        if (!source_.lines.empty() && !source_.text.ends_with('\f')) source_.text += '\n';
        source_.text.append(line.blanks_before, '\n');
        line.span.begin = static_cast<uint32_t>(source_.text.size());
        source_.text += cell.text;
        line.span.end = static_cast<uint32_t>(source_.text.size());
        for (const Span mark : cell.marks) {
            // The number with which a note begins is not a mark that calls it.
            if (note && mark.begin == 0) continue;
            source_.marks.push_back({{line.span.begin + mark.begin, line.span.begin + mark.end}, no_line});
        }
        source_.lines.push_back(line);
    }

    SourceText& source_;
    Measures m_;
    std::vector<Note> notes_;
};

PageLines lines_of_page(const Page& page) {
    // A page may lie on its side, with or without words along its margin.
    std::array<size_t, 4> letters{};
    for (const Piece& piece : page.pieces) letters[piece.turn % 4] += piece.text.size();
    const auto main = static_cast<uint8_t>(std::ranges::max_element(letters) - letters.begin());
    PageLines out;
    out.height = main % 2 == 0 ? page.height : page.width;
    out.lines = lines_in_order(rows_of(page, main));
    return out;
}

bool has_letters(const PageLines& page) {
    for (const PageLine& line : page.lines) {
        for (size_t at = 0; at < line.cell.text.size();) {
            const auto [c, size] = text::decode(line.cell.text, at);
            if (text::is_letter(c)) return true;
            at += size;
        }
    }
    return false;
}

}  // namespace

Result<Sources> lay_out_pages(const Pages& pages, std::string_view name) {
    std::vector<PageLines> laid;
    laid.reserve(pages.size());
    size_t bytes = 0;
    for (const Page& page : pages) {
        laid.push_back(lines_of_page(page));
        for (const PageLine& line : laid.back().lines) bytes += line.cell.text.size() + 8;
    }
    if (bytes > most_bytes) {
        return std::unexpected(Error{"too_large", {std::string(name), std::to_string(most_bytes >> 20)}});
    }
    SourceText source;
    source.name = name;
    source.format = Format::pdf;
    std::vector<size_t> empty;
    for (size_t i = 0; i < laid.size(); ++i) {
        if (!has_letters(laid[i])) empty.push_back(i);
    }
    if (empty.size() == laid.size()) return std::unexpected(Error{"pdf_scanned", {std::string(name)}});
    const Measures measures = measure(laid);
    find_furniture(laid, measures);
    Writer writer(source, measures);
    for (size_t i = 0; i < laid.size(); ++i) writer.page(laid[i], static_cast<uint32_t>(i));
    writer.bind_marks();
    for (const size_t i : empty) {
        const auto next = std::ranges::lower_bound(source.lines, i, {}, [](const Line& line) { return line.page; });
        const uint32_t at = next == source.lines.end() ? static_cast<uint32_t>(source.text.size()) : next->span.begin;
        source.diagnostics.push_back({"pdf_page_empty", Severity::doubt, {}, {at, at}, {std::to_string(i + 1)}});
    }
    Sources sources;
    sources.push_back(std::move(source));
    return sources;
}

}  // namespace kl::read
