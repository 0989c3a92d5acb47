#include "parse/numbers.h"

#include <algorithm>

#include "parse/labels.h"
#include "parse/sentences.h"
#include "parse/voice.h"
#include "text/scan.h"
#include "text/utf8.h"

namespace kl::parse {
namespace {

constexpr size_t longest_numbers = 60;  // bytes of a line that holds only numbers

// "4 t/m 6", "7 en 8.": nothing but numbers.
std::vector<int> only_numbers(std::string_view line) {
    if (line.empty() || !text::ascii_digit(line[0])) return {};
    size_t at = 0;
    std::vector<int> numbers = read_numbers(line, at);
    text::Scan rest{line, at};
    rest.any(".):");
    rest.blanks();
    if (!rest.done()) numbers.clear();
    return numbers;
}

// "4  Welke", "1. Bent u", "1", "1.", "4 t/m 6"
bool number_opens(std::string_view line, int& number, uint32_t& size) {
    text::Scan s{line};
    if (!s.number(number, 3) || number == 0) return false;
    if (line.size() < longest_numbers && only_numbers(line).size() > 1) {
        size = static_cast<uint32_t>(line.size());
        return true;
    }
    const bool point = s.any(".)");
    const bool blank = s.blanks();
    size = static_cast<uint32_t>(s.at);
    if (s.done()) return true;
    return (point || blank) && text::is_upper(text::decode(line, s.at).code_point);
}

// "1. Vraag", "1  Vraag: Hoeveel …": bytes of the word after the number.
uint32_t question_word(std::string_view rest) {
    text::Scan s{rest};
    if (!s.literal("vraag")) return 0;
    const bool colon = s.character(':');
    s.blanks();
    return colon || s.done() ? static_cast<uint32_t>(s.at) : 0;
}

struct Reader {
    std::string_view text;
    Draft& draft;
    std::vector<uint32_t> group{};  // rows with numbers that the last look ahead passed over
    bool group_is_answered = false;

    bool opens_paragraph(uint32_t r) const {
        if (r == 0) return true;
        const Row& row = draft.rows[r];
        const RowKind before = draft.rows[r - 1].kind;
        return row.blanks_before > 0 || row.page_start || before == RowKind::label || before == RowKind::note;
    }

    // The last row of the paragraph that row `r` opens; notes at a page's foot are skipped.
    uint32_t end_of_paragraph(uint32_t r) const {
        uint32_t last = r;
        bool page_break = false;
        for (uint32_t i = r + 1; i < draft.rows.size(); ++i) {
            const Row& row = draft.rows[i];
            page_break = page_break || row.page_start || row.kind == RowKind::note;
            if (row.kind == RowKind::note || row.kind == RowKind::mark) continue;
            if (row.kind == RowKind::label) break;
            const std::string_view line = slice(text, row.span);
            const bool small = text::is_lower(text::decode(line, 0).code_point);
            if (page_break ? !small : row.blanks_before > 0) break;
            last = i;
            page_break = false;
        }
        return last;
    }

    // The question ends somewhere in these rows, and its answer follows in the same paragraph.
    bool asks_within(uint32_t first, uint32_t last) const {
        for (uint32_t r = first; r <= last && r < first + 12; ++r) {
            const std::string_view line = slice(text, draft.rows[r].span);
            if (ends_with_question(line) || line.ends_with(':') || line.find("? ") != std::string_view::npos)
                return true;
        }
        return false;
    }

    // The heading of an answer comes next, or only questions with the next numbers come before it: they share one.
    bool leads_to_answer_label(uint32_t r, int number) {
        number = numbers_at(r, number).back();
        // What was found from a number before this one, over this one, holds here too.
        if (std::ranges::binary_search(group, r)) return group_is_answered;
        group.clear();
        group_is_answered = false;
        for (uint32_t i = r + 1; i < draft.rows.size(); ++i) {
            const Row& row = draft.rows[i];
            if (row.kind == RowKind::label) {
                group_is_answered = draft.labels[row.label].kind == LabelKind::answer;
                break;
            }
            int other = 0;
            uint32_t size = 0;
            if (row.kind != RowKind::text || !opens_paragraph(i) || !number_opens(slice(text, row.span), other, size))
                continue;
            if (other != number + 1 || !asks_within(r, i - 1)) break;
            group.push_back(i);
            r = i;
            number = numbers_at(i, other).back();
        }
        return group_is_answered;
    }

    // All the numbers that open row `r`, of which `first` is the first.
    std::vector<int> numbers_at(uint32_t r, int first) const {
        const std::string_view line = slice(text, draft.rows[r].span);
        std::vector<int> numbers;
        if (line.size() < longest_numbers) numbers = only_numbers(line);
        if (numbers.empty()) numbers = {first};
        return numbers;
    }

    void mark(uint32_t r, int number, uint32_t size) {
        Row& row = draft.rows[r];
        size += question_word(slice(text, row.span).substr(size));
        row.kind = RowKind::label;
        row.label = static_cast<uint32_t>(draft.labels.size());
        Label label;
        label.numbers = numbers_at(r, number);
        label.bare = true;
        label.source = {row.span.begin, row.span.begin + size};
        draft.labels.push_back(std::move(label));
    }
};

}  // namespace

void mark_numbers(std::string_view text, Draft& draft) {
    bool answers = false;
    for (const Label& label : draft.labels) {
        if (label.kind == LabelKind::question) return;
        answers = answers || label.kind == LabelKind::answer;
    }
    Reader reader{text, draft};
    int last = 0;
    int unnumbered = 0;  // questions without a number since the last one that has one
    for (uint32_t r = 0; r < draft.rows.size(); ++r) {
        if (draft.rows[r].kind != RowKind::text || draft.rows[r].table || !reader.opens_paragraph(r)) continue;
        const uint32_t end = reader.end_of_paragraph(r);
        const bool asks = ends_with_question(slice(text, draft.rows[end].span));
        const bool asks_within = asks || reader.asks_within(r, end);
        int number = 0;
        uint32_t size = 0;
        const bool numbered = number_opens(slice(text, draft.rows[r].span), number, size);
        const bool asks_plainly = numbered && number == last + 1 && size < slice(text, draft.rows[r].span).size() &&
                                  opens_question(slice(text, draft.rows[r].span).substr(size));
        const bool in_order = number > last && number <= last + 1 + (answers ? 0 : unnumbered);
        if (numbered && in_order && (answers ? reader.leads_to_answer_label(r, number) : asks_within || asks_plainly)) {
            last = reader.numbers_at(r, number).back();
            reader.mark(r, number, size);
            unnumbered = 0;
        } else if (asks) {
            ++unnumbered;
        }
        r = std::max(r, end);
    }
    // Labels are numbered by row again: the headings of answers were found first.
    std::vector<Label> ordered;
    ordered.reserve(draft.labels.size());
    for (Row& row : draft.rows) {
        if (row.kind != RowKind::label) continue;
        ordered.push_back(std::move(draft.labels[row.label]));
        row.label = static_cast<uint32_t>(ordered.size() - 1);
    }
    draft.labels = std::move(ordered);
}

}  // namespace kl::parse
