#include "parse/notes.h"

#include <algorithm>

#include "parse/sentences.h"
#include "text/date.h"
#include "text/scan.h"
#include "text/sort.h"
#include "text/utf8.h"

namespace kl::parse {
namespace {

using text::Scan;

constexpr uint32_t most_weak_rows = 12;    // from a page's end
constexpr uint32_t longest_foot = 2500;    // bytes
constexpr uint32_t blanks_of_a_rule = 15;  // "blank lines" before a note
constexpr size_t longest_date = 24;
constexpr size_t most_note_rows = 40;  // looked through for the beginning of a foot with paragraphs
constexpr int most_lost_notes = 6;     // numbers a note may skip, because notes before it were lost

// How a line begins that may be a note: "2 Kamerstuk", "2Kamerstuk", "1) AD", "[1] NOS".
struct Opening {
    int number = 0;
    uint32_t row = 0;
    uint32_t size = 0;  // of the number with its brackets and blanks
    bool bracketed = false;
    bool glued = false;  // "1Tubantia": a superscript
    bool weak = false;   // "1de Limburger": only when it is called just before
};

// "32024Z15585": 3 and the number of a question (or 2024D37938, a document); bytes of the 3, or 0.
size_t glued_to_publication(std::string_view line) {
    size_t digits = 0;
    while (digits < line.size() && text::ascii_digit(line[digits])) ++digits;
    if (digits < 5 || digits > 7 || line.size() < digits + 2) return 0;
    const bool publication = (line[digits] == 'Z' || line[digits] == 'D') && text::ascii_digit(line[digits + 1]);
    return publication && line.substr(digits - 4, 2) == "20" ? digits - 4 : 0;
}

// "de Limburger": a name whose article is small.
bool is_name_with_article(std::string_view words) {
    const size_t article = words.starts_with("de ") ? 3 : words.starts_with("het ") ? 4 : 0;
    return article > 0 && article < words.size() && text::ascii_upper(words[article]);
}

bool opening_of(std::string_view line, Opening& opening) {
    if (line.size() < 3) return false;
    if (const size_t glued = glued_to_publication(line); glued > 0) {
        Scan number{line.substr(0, glued)};
        opening.size = static_cast<uint32_t>(glued);
        opening.glued = true;
        return number.number(opening.number, 3) && opening.number > 0;
    }
    Scan s{line};
    const bool square = s.character('[');
    if (!s.number(opening.number, 3) || opening.number == 0) return false;
    if (square) {
        if (!s.character(']')) return false;
        opening.bracketed = true;
    } else if (s.character(')')) {
        opening.bracketed = true;
    }
    const bool blank = s.blanks();
    if (s.done()) return false;
    // "4 juni 2024" is a date.
    if (const auto date = text::find_date(line.substr(0, longest_date)); date && date->span.begin == 0) return false;
    opening.size = static_cast<uint32_t>(s.at);
    if (opening.bracketed) return true;
    const char32_t next = text::decode(line, s.at).code_point;
    const bool word = text::is_letter(next) || next == U'«' || next == U'‘' || next == U'“' || next == U'"' ||
                      next == U'\'' || text::is_digit(next) || next == U'(';
    opening.glued = !blank;
    if (opening.glued && text::is_lower(next)) {
        if (is_name_with_article(line.substr(s.at))) return true;
        // "2wetten.nl – Regeling"
        const size_t point = line.find('.', s.at);
        const size_t gap = line.find(' ', s.at);
        opening.weak = true;
        if (gap != std::string_view::npos && line.find(',', gap) != std::string_view::npos) return true;
        opening.weak = false;
        return point != std::string_view::npos && point < gap && point + 1 < line.size() &&
               text::ascii_lower(line[point + 1]);
    }
    // "1Tubantia" is a note, "3e" and "12de" are not; "2023 …" was no number of three digits.
    if (opening.glued)
        return text::is_upper(next) || next == U'«' || next == U'“' || next == U'(' || line.substr(s.at, 4) == "http";
    return word;
}

// Looks for "n" as a mark in the rows before `end`: glued to a word or to punctuation, or on a line of its own.
bool mark_is_printed(std::string_view text, const Draft& draft, uint32_t begin, uint32_t end, const Opening& opening) {
    const std::string digits = std::to_string(opening.number);
    for (uint32_t r = begin; r < end; ++r) {
        const Row& row = draft.rows[r];
        if (row.kind == RowKind::note) continue;
        if (row.kind == RowKind::mark) return true;
        const std::string_view line = slice(text, row.span);
        for (size_t at = line.find(digits); at != std::string_view::npos; at = line.find(digits, at + 1)) {
            const size_t after = at + digits.size();
            if (after < line.size() && text::ascii_digit(line[after])) continue;
            const char following = after < line.size() ? line[after] : ' ';
            if (opening.bracketed) {
                if ((following == ')' || following == ']') && at > 0) return true;
                continue;
            }
            if (at == 0) {
                if (line.size() == digits.size() || text::ascii_blank(following) || following == '.') return true;
                continue;
            }
            const char before = line[at - 1];
            if (!text::ascii_blank(before) && !text::ascii_digit(before) && before != '-' && before != '/' &&
                before != '(')
                return true;
            if (text::ascii_digit(before) && at >= 4) return true;  // "20246": a year and a mark
        }
    }
    return false;
}

// A row that is only digits, one to three times: "1", "2 3". Superscripts that the converter put on a line of their
// own.
bool is_line_of_marks(std::string_view line) {
    if (line.size() > 12) return false;
    Scan s{line};
    int number = 0;
    int count = 0;
    while (s.number(number, 3)) {
        ++count;
        if (number == 0) return false;
        s.character(',');
        s.blanks();
    }
    s.character('.');
    return s.done() && count > 0 && count <= 3;
}

// The rows of one page, or of the whole document when it has no pages.
struct Page {
    uint32_t begin = 0;
    uint32_t end = 0;
};

class Finder {
public:
    Finder(std::string_view text, Draft& draft) : text_(text), draft_(draft) {}

    void run() {
        const auto count = static_cast<uint32_t>(draft_.rows.size());
        uint32_t begin = 0;
        for (uint32_t r = 1; r <= count; ++r) {
            if (r < count && !draft_.rows[r].page_start) continue;
            const Page page{begin, r};
            if (!take_foot(page) && !take_foot({begin, last_remark(page)})) take_foot_of_paragraphs(page);
            begin = r;
        }
    }

private:
    // The note under a rule, of which a text without line ends keeps a long run of blanks: all below it are notes.
    uint32_t row_under_rule(Page page) const {
        for (uint32_t r = page.end; r-- > page.begin;) {
            const Row& row = draft_.rows[r];
            // A page that no counter ended would be a note of its own.
            const uint32_t size = draft_.rows[page.end - 1].span.end - row.span.begin;
            if (row.kind == RowKind::label || size > longest_foot) return nowhere;
            Opening opening;
            if (row.blanks_before >= blanks_of_a_rule && opening_of(slice(text_, row.span), opening) && !opening.weak)
                return r;
        }
        return nowhere;
    }

    // Openings at the foot of a page: nothing after the first of them may be a heading.
    std::vector<Opening> openings(Page page) const {
        std::vector<Opening> found;
        const uint32_t rule = row_under_rule(page);
        for (uint32_t r = page.end; r-- > page.begin;) {
            const Row& row = draft_.rows[r];
            if (row.kind == RowKind::label) break;
            Opening opening;
            opening.row = r;
            if (!row.table && opening_of(slice(text_, row.span), opening) &&
                (!opening.weak || is_foot(page, opening))) {
                found.push_back(opening);
            } else if (row.blanks_before > 0 && (rule == nowhere || r <= rule)) {
                break;  // running text after a blank line: what stands above it is no foot
            }
            if (found.size() > 400) break;
        }
        std::ranges::reverse(found);
        return found;
    }

    // "1de Limburger, 15 november 2024" after the end of a sentence, and its mark is printed on the page.
    bool is_foot(Page page, const Opening& opening) const {
        if (opening.row == page.begin || opening.row + most_weak_rows < page.end) return false;
        return ends_sentence(slice(text_, draft_.rows[opening.row - 1].span)) &&
               mark_is_printed(text_, draft_, page.begin, opening.row, opening);
    }

    // The longest chain n, n+1, … that begins with a number after the last note; of two equally long ones the later,
    // which has no running text between its notes.
    std::vector<Opening> chain(const std::vector<Opening>& candidates) const {
        std::vector<Opening> best;
        for (size_t first = 0; first < candidates.size(); ++first) {
            const int number = candidates[first].number;
            if (number <= last_ || number > last_ + 1 + most_lost_notes) continue;
            std::vector<Opening> notes{candidates[first]};
            for (size_t i = first + 1; i < candidates.size(); ++i) {
                const int step = candidates[i].number - notes.back().number;
                if (step == 1 && candidates[i].bracketed == notes.back().bracketed) notes.push_back(candidates[i]);
            }
            if (notes.size() >= best.size()) best = std::move(notes);
            if (candidates.size() > 40 && first > 40) break;  // a page of numbers: a table
        }
        return best;
    }

    // Set off by a blank line, or called by a mark in the text before it.
    bool is_believable(Page page, const Opening& first) {
        const Row& row = draft_.rows[first.row];
        // Notes at the end of a Word text are called from anywhere before them.
        const uint32_t reach = first.bracketed ? static_cast<uint32_t>(std::min<uint64_t>(4000, look_back_)) : 0;
        look_back_ -= reach;
        const uint32_t all = std::min(page.begin, first.row > reach ? first.row - reach : 0);
        if (mark_is_printed(text_, draft_, first.bracketed ? all : page.begin, first.row, first)) return true;
        if (first.row == page.begin) return false;
        if (first.bracketed || first.number > 60) return false;
        if (first.glued) return true;
        return row.blanks_before > 0 && !continues_on_next_page(page);
    }

    // A question that happens to stand last on its page goes on with a small letter on the next one; so does a note,
    // but rarely.
    bool continues_on_next_page(Page page) const {
        if (page.end >= draft_.rows.size()) return false;
        const std::string_view last = slice(text_, draft_.rows[page.end - 1].span);
        const std::string_view next = slice(text_, draft_.rows[page.end].span);
        const bool open = last.size() * 10 > draft_.width * 8U && !last.ends_with('.') && !last.ends_with('?');
        return open && !next.empty() && text::ascii_lower(next[0]);
    }

    // A remark may follow the notes of a Word text: "Toelichting: Deze vragen dienen ter aanvulling op …".
    uint32_t last_remark(Page page) const {
        for (uint32_t r = page.end; r-- > page.begin;) {
            const Row& row = draft_.rows[r];
            if (row.kind == RowKind::label && draft_.labels[row.label].kind == LabelKind::remark) return r;
        }
        return page.begin;
    }

    // A note may have paragraphs of its own; then only its number and its mark tell that the foot began. In texts with
    // headings, where no question opens with a number.
    void take_foot_of_paragraphs(Page page) {
        if (draft_.labels.empty()) return;
        std::vector<Opening> notes;
        size_t looked = 0;
        for (uint32_t r = page.end; r-- > page.begin + 1 && looked < most_note_rows; ++looked) {
            const Row& row = draft_.rows[r];
            if (row.kind == RowKind::label) break;
            Opening opening;
            opening.row = r;
            if (row.table || row.blanks_before == 0 || !opening_of(slice(text_, row.span), opening)) continue;
            if (opening.number == last_ + 1 && mark_is_printed(text_, draft_, page.begin, r, opening))
                notes.assign(1, opening);
        }
        take(notes, page);
    }

    bool take_foot(Page page) {
        std::vector<Opening> notes = chain(openings(page));
        size_t doubtful = 0;
        while (doubtful < notes.size() && doubtful < 4 && !is_believable(page, notes[doubtful])) ++doubtful;
        if (doubtful == notes.size() || doubtful == 4) return false;
        notes.erase(notes.begin(), notes.begin() + static_cast<std::ptrdiff_t>(doubtful));
        take(notes, page);
        return true;
    }

    void take(const std::vector<Opening>& notes, Page page) {
        for (size_t i = 0; i < notes.size(); ++i) {
            const uint32_t end = i + 1 < notes.size() ? notes[i + 1].row : page.end;
            const uint32_t begin = draft_.rows[notes[i].row].span.begin;
            NoteText note;
            note.mark = notes[i].number;
            note.label = {begin, begin + notes[i].size};
            note.first_row = notes[i].row;
            note.last_row = end - 1;
            for (uint32_t r = notes[i].row; r < end; ++r) draft_.rows[r].kind = RowKind::note;
            draft_.notes.push_back(note);
        }
        if (!notes.empty()) last_ = notes.back().number;
    }

    std::string_view text_;
    Draft& draft_;
    int last_ = 0;                    // number of the last note found at a page foot
    uint64_t look_back_ = 4'000'000;  // rows that may still be looked through for marks: no more in any document
};

void mark_lines_of_marks(std::string_view text, Draft& draft) {
    const bool headed =
        std::ranges::any_of(draft.labels, [](const Label& label) { return label.kind == LabelKind::question; });
    for (size_t r = 1; r < draft.rows.size(); ++r) {
        Row& row = draft.rows[r];
        if (row.kind != RowKind::text || row.blanks_before > 0) continue;
        // Where questions have no headings a number that opens a page is that of a question.
        if (row.page_start && !headed) continue;
        if (!is_line_of_marks(slice(text, row.span))) continue;
        const Row& before = draft.rows[r - 1];
        if (before.kind == RowKind::text && !before.table) row.kind = RowKind::mark;
    }
}

}  // namespace

void find_notes(std::string_view text, Draft& draft) {
    mark_lines_of_marks(text, draft);
    Finder(text, draft).run();
    text::sort(draft.notes, {}, &NoteText::mark);
}

}  // namespace kl::parse
