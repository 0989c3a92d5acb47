#include "read/pdf_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "read/pdf_signs.h"
#include "text/scan.h"
#include "text/sort.h"
#include "text/utf8.h"

namespace kl::read {
namespace {

// In ems.
constexpr float same_baseline = 0.25F;  // of the smaller letter
constexpr float word_gap = 0.1F;        // a wider gap is a blank
constexpr float cell_gap = 1.2F;        // a wider gap parts cells
constexpr float column_gap = 0.65F;     // … or this one, where a column begins
constexpr float justified_gap = 4;      // a gap between words that are spread over the line, at most
constexpr float least_raise = 0.12F;
constexpr float most_raise = 0.75F;
constexpr float least_ratio = 1.15F;  // of the letters beside a raised figure to the figure
constexpr size_t longest_raised = 8;  // bytes
constexpr size_t lines_to_look = 8;   // for the line to which a raised figure belongs

enum class Level : uint8_t { line, raised, lowered };

struct Word {
    std::string text;
    float x = 0;
    float end = 0;
    float y = 0;
    float size = 0;
    bool blank_before = false;
    bool blank_after = false;
    Level level = Level::line;
};

using Words = std::vector<Word>;

// Signs as a text has them, without blanks at either side.
Word word_of(const Piece& piece) {
    Word word;
    word.x = piece.x;
    word.end = piece.x + std::max(piece.width, 0.F);
    word.y = piece.y;
    word.size = piece.size;
    bool blank = false;
    for (size_t at = 0; at < piece.text.size();) {
        const auto [c, size] = text::decode(piece.text, at);
        at += size;
        if (c == U'\t' || text::is_space(c)) {
            blank = true;
            continue;
        }
        if (c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x200B && c <= 0x200F) || c == 0xFEFF || c == 0xFFFD) continue;
        if (word.text.empty()) {
            word.blank_before = blank;
        } else if (blank) {
            word.text += ' ';
        }
        if (!blank && c >= 0x80 && add_accent(word.text, c)) continue;
        blank = false;
        add_sign(word.text, c);
    }
    word.blank_after = blank;
    return word;
}

// Words with one baseline, sorted by x; the lines from top to bottom.
std::vector<Words> lines_of(const Page& page, uint8_t turn) {
    Words words;
    const bool lies = turn % 2 == 1;
    const float width = lies ? page.height : page.width;
    const float height = lies ? page.width : page.height;
    for (const Piece& piece : page.pieces) {
        if (piece.turn != turn || piece.size <= 0.5F) continue;
        if (piece.x > width || piece.x + piece.width < 0 || piece.y < 0 || piece.y - piece.size > height) continue;
        Word word = word_of(piece);
        if (!word.text.empty()) words.push_back(std::move(word));
    }
    text::sort(words, {}, &Word::y);
    std::vector<Words> lines;
    float y = 0, size = 0;
    for (Word& word : words) {
        if (lines.empty() || word.y - y > same_baseline * std::min(size, word.size)) {
            lines.emplace_back();
            y = word.y;
            size = word.size;
        }
        size = std::min(size, word.size);
        lines.back().push_back(std::move(word));
    }
    for (Words& line : lines) {
        text::sort(line, {}, &Word::x);
        // Letters printed twice, a hair apart, to make them bold.
        const auto twice = std::ranges::unique(line, [](const Word& a, const Word& b) {
            return a.text == b.text && std::fabs(a.x - b.x) < 0.15F * a.size;
        });
        line.erase(twice.begin(), twice.end());
    }
    return lines;
}

bool is_mark(std::string_view text) {
    bool any = false;
    for (size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        any = any || text::ascii_digit(c) || c == '*';
        if (!text::ascii_digit(c) && c != '*' && c != ',' && c != ' ' && c != ')') return false;
    }
    return any;
}

// Does `word` stand directly before or after one of `line`, whose letters are larger?
bool belongs_to(const Word& word, const Words& line, bool raised) {
    const auto right = std::ranges::upper_bound(line, word.x, {}, &Word::x);
    const auto fits = [&](const Word& host, float gap, float most) {
        if (host.level != Level::line || host.size < least_ratio * word.size) return false;
        const float rise = (raised ? host.y - word.y : word.y - host.y) / host.size;
        const float least = raised ? least_raise : 0.05F;
        if (rise < least || rise > (raised ? most_raise : 0.5F)) return false;
        return gap > -0.3F * host.size && gap < most * host.size;
    };
    if (right != line.begin()) {
        const Word& host = *(right - 1);
        if (fits(host, word.x - host.end, raised && is_mark(word.text) ? 2.F : 0.6F)) return true;
    }
    return raised && right != line.end() && fits(*right, right->x - word.end, 1.5F);
}

// Small letters above or below a line of larger ones go to that line.
void place_raised(std::vector<Words>& lines) {
    struct Move {
        size_t to;
        Word word;
    };
    std::vector<Move> moves;
    for (size_t i = 0; i < lines.size(); ++i) {
        bool moved = false;
        for (Word& word : lines[i]) {
            if (word.text.size() > longest_raised) continue;
            size_t to = i;
            for (size_t k = i + 1; k < lines.size() && k <= i + lines_to_look && to == i; ++k) {
                if (lines[k].empty()) continue;
                if (lines[k].front().y - word.y > 4 * word.size) break;
                if (belongs_to(word, lines[k], true)) {
                    to = k;
                    word.level = Level::raised;
                }
            }
            for (size_t k = i; k-- > 0 && i - k <= lines_to_look && to == i;) {
                if (lines[k].empty()) continue;
                if (word.y - lines[k].front().y > 2 * word.size) break;
                if (belongs_to(word, lines[k], false)) {
                    to = k;
                    word.level = Level::lowered;
                }
            }
            if (to == i) continue;
            moved = true;
            Word& copy = moves.emplace_back(to, word).word;
            copy.y = lines[to].front().y;
            word.text.clear();
        }
        if (moved) std::erase_if(lines[i], [](const Word& word) { return word.text.empty(); });
    }
    std::vector<bool> touched(lines.size());
    for (Move& move : moves) {
        lines[move.to].push_back(std::move(move.word));
        touched[move.to] = true;
    }
    for (size_t i = 0; i < lines.size(); ++i) {
        if (touched[i]) text::sort(lines[i], {}, &Word::x);
    }
    std::erase_if(lines, [](const Words& line) { return line.empty(); });
}

// "m²", "10⁶": a unit or a power, written with the signs of Unicode; "" when it is none.
std::string power(std::string_view before, std::string_view raised) {
    size_t begin = before.size();
    while (begin > 0 && !text::ascii_blank(before[begin - 1])) --begin;
    const std::string_view word = before.substr(begin);
    constexpr std::array<std::string_view, 6> units{"m", "km", "cm", "mm", "dm", "hm"};
    const bool unit = std::ranges::find(units, word) != units.end() && (raised == "2" || raised == "3");
    if (!unit && word != "10") return {};
    constexpr std::array<std::string_view, 10> figures{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    std::string out;
    for (const char c : raised) {
        if (!text::ascii_digit(c)) return {};
        out += figures[static_cast<size_t>(c - '0')];
    }
    return out;
}

// Appends raised figures, each as a mark of its own: "1, 2".
void add_marks(Cell& cell, std::string_view raised) {
    for (size_t at = 0; at < raised.size();) {
        size_t end = at;
        while (end < raised.size() && (text::ascii_digit(raised[end]) || raised[end] == '*')) ++end;
        const auto begin = static_cast<uint32_t>(cell.text.size());
        if (end > at) cell.marks.push_back({begin, begin + static_cast<uint32_t>(end - at)});
        if (end == at) ++end;
        cell.text += raised.substr(at, end - at);
        at = end;
    }
}

// "gesproken.³Toekomstige samenwerking": without its mark the sentence would stick to the next.
bool begins_after_mark(const Cell& cell, std::string_view word) {
    if (cell.marks.empty() || cell.marks.back().end != cell.text.size() || cell.marks.back().begin == 0) return false;
    const char sign = cell.text[cell.marks.back().begin - 1];
    return (sign == '.' || sign == '?' || sign == '!' || sign == ':') &&
           text::is_upper(text::decode(word, 0).code_point);
}

void add(Cell& cell, const Word& word, float gap, bool before_blank) {
    const bool mark = word.level == Level::raised && is_mark(word.text);
    const float em = std::max(cell.size, word.size);
    const bool apart = gap > word_gap * em || before_blank || word.blank_before || begins_after_mark(cell, word.text);
    const bool blank = apart && !(mark && !cell.labelled);
    // The accent of the last letter, drawn over it on its own.
    const auto [first, first_size] = text::decode(word.text, 0);
    if (first >= 0x80 && gap < word_gap * em && add_accent(cell.text, first)) {
        cell.text += word.text.substr(first_size);
        cell.end = std::max(cell.end, word.end);
        return;
    }
    if (!cell.text.empty() && blank && cell.text.back() != ' ') cell.text += ' ';
    const std::string as_power = mark ? power(cell.text, word.text) : std::string();
    if (!as_power.empty()) {
        cell.text += as_power;
    } else if (mark) {
        add_marks(cell, word.text);
    } else {
        cell.text += word.text;
    }
    cell.end = std::max(cell.end, word.end);
    if (word.level == Level::line) cell.size = std::max(cell.size, word.size);
}

// A soft hyphen is seen at the end of a line only.
void settle_hyphens(Cell& cell) {
    constexpr std::string_view soft = "\xC2\xAD";
    if (cell.text.find(soft) == std::string::npos) return;
    std::string out;
    std::string_view rest = cell.text;
    const bool at_end = rest.ends_with(soft);
    size_t dropped = 0;
    auto mark = cell.marks.begin();
    for (size_t at = 0; at < rest.size();) {
        while (mark != cell.marks.end() && mark->begin == at) {
            const auto shift = static_cast<uint32_t>(dropped);
            *mark = {mark->begin - shift, mark->end - shift};
            ++mark;
        }
        if (rest.substr(at, 2) == soft) {
            at += 2;
            dropped += 2;
        } else {
            out += rest[at++];
        }
    }
    if (at_end) out += '-';
    cell.text = std::move(out);
}

// Places, in half points, at which cells begin again and again: columns.
using Starts = std::unordered_map<long, uint32_t>;

long place_of(float x) { return std::lround(x * 2); }

bool begins_column(const Starts& starts, float x) {
    uint32_t count = 0;
    for (const long step : {-1L, 0L, 1L}) {
        const auto found = starts.find(place_of(x) + step);
        if (found != starts.end()) count += found->second;
    }
    return count >= 3;
}

bool has_letter(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return text::ascii_letter(c); });
}

// Words that are spread to fill their line have equal gaps: one cell after all.
void join_spread(CellRow& row) {
    const auto gap = [&](size_t i) { return (row[i + 1].x - row[i].end) / std::max(row[i].size, 1.F); };
    const auto alike = [&](size_t i, size_t k) { return std::fabs(gap(i) - gap(k)) <= 0.12F * gap(i); };
    std::vector<bool> joined(row.size());  // with the cell before
    for (size_t i = 0; i + 1 < row.size(); ++i) {
        if (gap(i) > justified_gap || !has_letter(row[i].text) || !has_letter(row[i + 1].text)) continue;
        joined[i + 1] = (i > 0 && alike(i, i - 1)) || (i + 2 < row.size() && alike(i, i + 1));
    }
    CellRow out;
    for (size_t i = 0; i < row.size(); ++i) {
        if (!joined[i]) {
            out.push_back(std::move(row[i]));
            continue;
        }
        Cell& cell = out.back();
        const auto shift = static_cast<uint32_t>(cell.text.size()) + 1;
        cell.text += ' ' + row[i].text;
        for (const Span mark : row[i].marks) cell.marks.push_back({mark.begin + shift, mark.end + shift});
        cell.end = row[i].end;
        cell.size = std::max(cell.size, row[i].size);
    }
    row = std::move(out);
}

CellRow cells_of(const Words& line, const Starts& starts) {
    CellRow row;
    bool blank = false;
    for (size_t i = 0; i < line.size(); ++i) {
        const Word& word = line[i];
        const float gap = row.empty() ? 0 : word.x - row.back().end;
        const float em = row.empty() ? word.size : std::max(row.back().size, word.size);
        const bool label = i > 0 && row.back().labelled && row.back().text.size() <= longest_raised;
        const bool column = gap > column_gap * em && begins_column(starts, word.x);
        const bool mark = word.level == Level::raised && !row.empty() && gap < 3 * em;
        if (row.empty() || ((gap > cell_gap * em || column) && !mark && !(label && gap < 3 * em))) {
            Cell& cell = row.emplace_back();
            cell.x = word.x;
            cell.end = word.x;
            cell.y = word.y;
            cell.size = word.size;
            cell.labelled = word.level == Level::raised && is_mark(word.text);
            add(cell, word, 0, false);
        } else {
            // The number of a note stands apart from it.
            const bool after_label = label && word.level == Level::line;
            add(row.back(), word, gap, blank || after_label);
        }
        blank = word.blank_after;
    }
    for (Cell& cell : row) settle_hyphens(cell);
    std::erase_if(row, [](const Cell& cell) { return cell.text.empty(); });
    if (row.size() > 2) join_spread(row);
    return row;
}

}  // namespace

std::vector<CellRow> rows_of(const Page& page, uint8_t turn) {
    std::vector<Words> lines = lines_of(page, turn);
    place_raised(lines);
    const auto rows_with = [&lines](const Starts& starts) {
        std::vector<CellRow> rows;
        rows.reserve(lines.size());
        for (const Words& line : lines) {
            CellRow row = cells_of(line, starts);
            if (!row.empty()) rows.push_back(std::move(row));
        }
        return rows;
    };
    std::vector<CellRow> rows = rows_with({});
    Starts starts;
    for (const CellRow& row : rows) {
        for (const Cell& cell : row) ++starts[place_of(cell.x)];
    }
    return rows_with(starts);
}

}  // namespace kl::read
