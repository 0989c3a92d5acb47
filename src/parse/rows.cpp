#include "parse/rows.h"

#include <algorithm>
#include <optional>

#include "parse/labels.h"
#include "parse/sections.h"
#include "parse/sentences.h"
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

// "… toegestaan. Vraag 2 Waar zitten …": in a text without line ends a heading is only words. The numbers go up, so
// that a mention ("zie vraag 5") is not taken for one; where OCR spoiled one number, the next heading begins a
// sentence.
class Cutter {
public:
    Cutter(std::string_view text, Draft& draft) : text_(text), draft_(draft), answers_(count_answers(text) >= 3) {}

    void cut(const Row& row) {
        first_ = true;
        const std::optional<Span> note = wording_note(slice(text_, row.span));
        if (!note) {
            cut_headings(row);
            return;
        }
        Row before = row;
        before.span.end = row.span.begin + note->begin;
        // Its mark, or what OCR made of it.
        const uint32_t mark = mark_before(before.span);
        before.span.end = mark;
        cut_headings(before);
        Row lifted = row;
        lifted.span = {mark, row.span.begin + note->end};
        lifted.kind = RowKind::note;
        NoteText text;
        text.mark = 1;
        text.label = {mark, row.span.begin + note->begin};
        text.first_row = static_cast<uint32_t>(draft_.rows.size());
        text.last_row = text.first_row;
        draft_.rows.push_back(lifted);
        draft_.notes.push_back(text);
        Row after = row;
        after.span.begin = lifted.span.end;
        after.page_start = true;
        after.blanks_before = 0;
        after.furniture = {};
        if (after.span.begin < after.span.end) cut_headings(after);
    }

private:
    void cut_headings(const Row& row) {
        row_ = &row;
        begin_ = row.span.begin;
        const std::string_view line = slice(text_, row.span);
        size_t question = line.find("Vra");
        size_t answer = answers_ ? line.find("Antwoord") : npos;
        while (question != npos || answer != npos) {
            const size_t at = std::min(question, answer);
            size_t end = 0;
            if (at == question) {
                end = question_at(line, at);
                question = line.find("Vra", at + 3);
            } else {
                end = answer_at(line, at);
                answer = line.find("Antwoord", at + 8);
            }
            if (end == 0) continue;
            if (title_ < at) {
                add(begin_, row.span.begin + static_cast<uint32_t>(title_));
                begin_ = row.span.begin + static_cast<uint32_t>(title_);
                title_ = npos;
            }
            add(begin_, row.span.begin + static_cast<uint32_t>(at));
            add(row.span.begin + static_cast<uint32_t>(at), row.span.begin + static_cast<uint32_t>(end));
            begin_ = row.span.begin + static_cast<uint32_t>(end);
        }
        add(begin_, row.span.end);
    }

    // Where a token of one or two characters that is no word begins, directly before the end of `span`; else that end.
    uint32_t mark_before(Span span) const {
        uint32_t end = span.end;
        while (end > span.begin && text::ascii_blank(text_[end - 1])) --end;
        uint32_t begin = end;
        while (begin > span.begin && !text::ascii_blank(text_[begin - 1]) && end - begin < 4) --begin;
        const std::string_view token = text_.substr(begin, end - begin);
        const bool stands_apart = begin > span.begin && text::ascii_blank(text_[begin - 1]);
        const bool mark = token == "1" || token == "'" || token == "*" || token == "’" || token == "‘" || token == "!";
        return stands_apart && mark ? begin : span.end;
    }

    // "1 De vragen van de Tweede Kamer zijn hier exact weergegeven zoals …; aan de formuleringen is niets veranderd.":
    // the note that letters of this kind print under their first page, wherever that page ends in the text. Its bounds
    // in `line`, or nothing.
    static std::optional<Span> wording_note(std::string_view line) {
        const size_t known = line.find("aan de formuleringen is niets veranderd");
        if (known == npos) return std::nullopt;
        const size_t begin = line.substr(0, known).rfind("De vragen ");
        if (begin == npos || known - begin > 200) return std::nullopt;
        size_t end = known + 39;
        if (end < line.size() && (line[end] == '.' || line[end] == ',')) ++end;
        return Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    }

    static constexpr size_t npos = std::string_view::npos;

    static bool after_sentence(std::string_view line, size_t at) {
        while (at > 0 && text::ascii_blank(line[at - 1])) --at;
        return at == 0 || std::string_view(".?!)").find(line[at - 1]) != npos;
    }

    // "… verplaatst? Antwoord Nee, …", "… gehad? Antwoord: Op ambtelijk niveau …": where the heading ends, or 0.
    static size_t end_of_answer_word(std::string_view text, size_t at) {
        text::Scan s{text, at + std::string_view("Antwoord").size()};
        const bool colon = s.character(':');
        const size_t end = s.at;
        if (!s.blanks() || !after_sentence(text, at)) return 0;
        return begins_sentence(s.rest().substr(0, 4)) || colon ? end : 0;
    }

    static size_t count_answers(std::string_view text) {
        size_t count = 0;
        for (size_t at = text.find("Antwoord"); at != npos && count < 3; at = text.find("Antwoord", at + 8)) {
            if (end_of_answer_word(text, at) > 0) ++count;
        }
        return count;
    }

    size_t question_at(std::string_view line, size_t at) {
        if (at > 0 && text::blank_size(line, at - 1) == 0) return 0;
        const HeadingForm form = question_heading_at(line, at);
        if (form.numbers.empty()) return 0;
        const int number = form.numbers.front();
        if (number == 1 && next_ > 1) {
            title_ = section_title_before(line, at);
            // In a text whose lines are parted by blanks the title is a row of its own.
            if (title_ == npos && at > 0) return 0;
            if (at == 0 && (draft_.rows.empty() || !is_section_title(slice(text_, draft_.rows.back().span)))) return 0;
            next_ = 1;
        }
        if (number != next_ && (number < next_ || number > next_ + 2 || !after_sentence(line, at))) return 0;
        next_ = form.numbers.back() + 1;
        awaits_answer_ = true;
        return form.end;
    }

    size_t answer_at(std::string_view line, size_t at) {
        const size_t end = awaits_answer_ ? end_of_answer_word(line, at) : 0;
        if (end > 0) awaits_answer_ = false;
        return end;
    }

    void add(uint32_t from, uint32_t to) {
        while (from < to && text::blank_size(text_, from) == 1) ++from;
        while (to > from && text::ascii_blank(text_[to - 1])) --to;
        if (from >= to) return;
        Row part = *row_;
        part.span = {from, to};
        if (!first_) {
            part.blanks_before = 1;
            part.furniture = {};
        }
        first_ = false;
        draft_.rows.push_back(part);
    }

    std::string_view text_;
    Draft& draft_;
    const Row* row_ = nullptr;
    uint32_t begin_ = 0;
    bool first_ = true;
    int next_ = 1;  // number of the next question
    bool awaits_answer_ = false;
    size_t title_ = npos;   // where the title of a new list begins, directly before its first question
    bool answers_ = false;  // the text has "Antwoord" headings
};

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
    draft.exact = source.format != read::Format::plain_text && source.format != read::Format::pdf;
    const bool flat = !draft.exact && is_flat(source.text);
    Cutter cutter(source.text, draft);
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
            cutter.cut(row);
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
