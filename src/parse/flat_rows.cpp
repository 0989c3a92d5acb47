#include "parse/flat_rows.h"

#include <algorithm>

#include "parse/labels.h"
#include "parse/sections.h"
#include "parse/sentences.h"
#include "parse/voice.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

constexpr size_t longest_question = 1500;  // bytes to its first question mark
constexpr size_t questions_needed = 3;     // with bare numbers, to be taken for a list of questions
constexpr size_t npos = std::string_view::npos;
constexpr size_t longest_known_line = 200;  // bytes on average, where runs of blanks part the lines
constexpr size_t answers_needed =
    3;  // "Antwoord" once or twice is a word of the text, unless there are no more questions

bool after_sentence(std::string_view line, size_t at) {
    while (at > 0 && text::ascii_blank(line[at - 1])) --at;
    return at == 0 || std::string_view(".?!)").find(line[at - 1]) != npos;
}

// "… verplaatst? Antwoord Nee, …", "… gehad? Antwoord: Op ambtelijk niveau …": where the heading ends, or 0.
size_t end_of_answer_word(std::string_view text, size_t at) {
    text::Scan s{text, at + std::string_view("Antwoord").size()};
    const bool colon = s.character(':');
    const size_t end = s.at;
    if (!s.blanks() || !after_sentence(text, at)) return 0;
    return begins_sentence(s.rest().substr(0, 4)) || colon ? end : 0;
}

size_t count_answers(std::string_view text) {
    size_t count = 0;
    for (size_t at = text.find("Antwoord"); at != npos && count < answers_needed; at = text.find("Antwoord", at + 8)) {
        if (end_of_answer_word(text, at) > 0) ++count;
    }
    return count;
}

bool blanks_part_lines(std::string_view text) {
    size_t runs = 0;
    for (size_t at = text.find("  "); at != npos; at = text.find("  ", at)) {
        ++runs;
        while (at < text.size() && text[at] == ' ') ++at;
    }
    return runs * longest_known_line > text.size();
}

// Headings "Vraag 1", "Vraag 2" … in their order, as far as `answers_needed`.
size_t count_questions(std::string_view text) {
    size_t count = 0;
    for (size_t at = text.find("Vra"); at != npos && count < answers_needed; at = text.find("Vra", at + 3)) {
        const HeadingForm form = question_heading_at(text, at);
        if (!form.numbers.empty() && form.numbers.front() == static_cast<int>(count) + 1) ++count;
    }
    return count;
}

// A question mark ends one of the next sentences.
bool asks_soon(std::string_view text, int sentences) {
    for (size_t at = 0; at < text.size() && at < longest_question && sentences > 0; ++at) {
        if (at + 1 < text.size() && !text::ascii_blank(text[at + 1])) continue;
        if (text[at] == '?') return true;
        if (text[at] == '.' || text[at] == '!') --sentences;
    }
    return false;
}

// "… De Vries 1 Welke stappen …? Het kabinet … 2 Wat is …": where questions begin that have only numbers, in order.
std::vector<uint32_t> bare_numbers(std::string_view text) {
    std::vector<uint32_t> found;
    size_t question = 0;    // the next question mark
    char first_sign = ' ';  // after the number of the first question
    int next = 1;
    for (size_t at = 1; at < text.size(); ++at) {
        if (!text::ascii_digit(text[at]) || !text::ascii_blank(text[at - 1])) continue;
        text::Scan s{text, at};
        size_t after = at;
        const std::vector<int> numbers = read_numbers(text.substr(0, std::min(text.size(), at + 40)), after);
        s.at = after;
        const char sign = s.any(".)") ? text[s.at - 1] : ' ';
        // A list in an answer is numbered otherwise.
        if (next > 1 && sign != first_sign) continue;
        const bool opens = !numbers.empty() && numbers.front() == next && s.blanks() &&
                           begins_sentence(s.rest().substr(0, 4)) && !text::ascii_digit(s.peek());
        if (!opens) continue;
        // Looked for once, so that a text of numbers without questions stays linear.
        if (question < at) question = std::min(text.find("? ", at), text.size());
        if (question - at > longest_question) continue;
        // Something that is no sentence may stand before it, a table or a name; then it must open as a question does.
        const bool plain = next > 1 && after_sentence(text, at);
        const bool asks =
            asks_soon(s.rest(), plain ? 4 : 1) && (plain || next == 1 || opens_question(s.rest().substr(0, 200)));
        if (!asks) continue;
        found.push_back(static_cast<uint32_t>(at));
        first_sign = sign;
        next = numbers.back() + 1;
        at = s.at;
    }
    if (found.size() < questions_needed) found.clear();
    return found;
}

}  // namespace

FlatRows::FlatRows(const read::SourceText& source, Draft& draft)
    : text_(source.text),
      draft_(draft),
      notes_(source.text),
      lines_known_(blanks_part_lines(source.text)),
      numbered_(count_questions(source.text) > 0),
      answers_(!numbered_ || count_answers(source.text) >= count_questions(source.text)) {}

void FlatRows::cut(const Row& row, bool page_ends) {
    first_ = true;
    Row rest = row;
    if (!lines_known_) {
        for (const FlatNote& note : notes_.find(row.span.begin, row.span.end, page_ends)) {
            Row before = rest;
            before.span.end = note.begin;
            if (before.span.begin < before.span.end) cut_headings(before);
            Row lifted = row;
            lifted.span = {note.begin, note.end};
            lifted.kind = RowKind::note;
            while (text::ascii_blank(text_[lifted.span.end - 1])) --lifted.span.end;
            NoteText text;
            text.mark = note.number;
            text.label = {note.begin, note.text_begin};
            text.first_row = text.last_row = static_cast<uint32_t>(draft_.rows.size());
            draft_.rows.push_back(lifted);
            draft_.notes.push_back(text);
            rest.span.begin = note.end;
            rest.page_start = true;
            rest.blanks_before = 0;
            rest.furniture = {};
        }
    }
    if (rest.span.begin < rest.span.end) cut_headings(rest);
}

// "… toegestaan. Vraag 2 Waar zitten …": a heading is only words. The numbers go up, so that a mention ("zie vraag 5")
// is not taken for one; where OCR spoiled one number, the next heading begins a sentence.
void FlatRows::cut_headings(const Row& row) {
    if (numbered_ || lines_known_) return cut_words(row);
    if (!bare_read_) bare_ = bare_numbers(text_);
    bare_read_ = true;
    Row rest = row;
    for (; bare_at_ < bare_.size() && bare_[bare_at_] < row.span.end; ++bare_at_) {
        if (bare_[bare_at_] <= rest.span.begin) continue;
        Row before = rest;
        before.span.end = bare_[bare_at_];
        cut_words(before);
        rest.page_start = false;
        // The number and what follows are rows of their own, as in texts with lines.
        text::Scan s{text_, bare_[bare_at_]};
        size_t end = s.at;
        (void)read_numbers(text_.substr(0, std::min<size_t>(row.span.end, s.at + 40)), end);
        Row number = rest;
        number.span = {bare_[bare_at_], static_cast<uint32_t>(end)};
        cut_words(number);
        after_number_ = true;
        rest.span.begin =
            static_cast<uint32_t>(end) + (end < row.span.end && (text_[end] == '.' || text_[end] == ')') ? 1 : 0);
    }
    if (rest.span.begin < rest.span.end) cut_words(rest);
}

void FlatRows::cut_words(const Row& row) {
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
        // What was cut already is not cut again.
        if (title_ < at && row.span.begin + title_ >= begin_) {
            add(begin_, row.span.begin + static_cast<uint32_t>(title_));
            begin_ = row.span.begin + static_cast<uint32_t>(title_);
        }
        title_ = npos;
        add(begin_, row.span.begin + static_cast<uint32_t>(at));
        add(row.span.begin + static_cast<uint32_t>(at), row.span.begin + static_cast<uint32_t>(end));
        begin_ = row.span.begin + static_cast<uint32_t>(end);
    }
    add(begin_, row.span.end);
}

size_t FlatRows::question_at(std::string_view line, size_t at) {
    if (at > 0 && text::blank_size(line, at - 1) == 0) return 0;
    const HeadingForm form = question_heading_at(line, at);
    if (form.numbers.empty()) return bare_question_at(line, at);
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

// "Vraag Tijdens de briefing … Antwoord Onderstaand overzicht …": one question, which needs no number.
size_t FlatRows::bare_question_at(std::string_view line, size_t at) {
    if (numbered_ || next_ > 1) return 0;
    text::Scan s{line, at};
    if (!s.literal("vraag")) return 0;
    s.character(':');
    const size_t end = s.at;
    if (!s.blanks() || !text::ascii_upper(s.peek())) return 0;
    next_ = 2;
    awaits_answer_ = true;
    return end;
}

size_t FlatRows::answer_at(std::string_view line, size_t at) {
    const size_t end = awaits_answer_ ? end_of_answer_word(line, at) : 0;
    if (end > 0) awaits_answer_ = false;
    return end;
}

void FlatRows::add(uint32_t from, uint32_t to) {
    while (from < to && text::blank_size(text_, from) == 1) ++from;
    while (to > from && text::ascii_blank(text_[to - 1])) --to;
    if (from >= to) return;
    Row part = *row_;
    part.span = {from, to};
    if (!first_) {
        part.blanks_before = after_number_ ? 0 : 1;
        part.furniture = {};
    }
    first_ = after_number_ = false;
    draft_.rows.push_back(part);
}

}  // namespace kl::parse
