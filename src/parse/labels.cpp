#include "parse/labels.h"

#include <algorithm>

#include "parse/sections.h"
#include "parse/sentences.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

using text::Scan;

constexpr int highest_number = 4999;  // no list of questions comes near it

bool range_word(Scan& s) { return s.literal("t/m") || s.literal("tot en met") || s.dash(); }

bool list_word(Scan& s) {
    bool found = s.character(',') || s.character(';');
    s.blanks();
    if (s.word("en") || s.character('&')) found = true;
    return found;
}

bool begins_with_capital(std::string_view text, size_t at) { return at < text.size() && text::ascii_upper(text[at]); }

// What closes a heading line: nothing, a point or a colon.
bool closes(Scan& s, HeadingForm& form) {
    s.blanks();
    if (s.character(':')) {
        form.colon = true;
        s.blanks();
        return true;
    }
    s.character('.');
    s.blanks();
    return s.done();
}

HeadingForm answer_heading(std::string_view line) {
    HeadingForm form;
    form.kind = LabelKind::answer;
    Scan s{line};
    if (!s.literal("antwoord")) return form;
    s.literal("en");
    if (text::ascii_letter(s.peek())) return form;  // "Antwoordcategorie"
    s.blanks();
    if (s.word("op")) {
        s.blanks();
        if (s.word("de")) s.blanks();
    }
    s.dash();
    s.blanks();
    if (s.word("vragen") || s.word("vraag")) s.blanks();
    form.numbers = read_numbers(line, s.at);
    form.found = closes(s, form);
    form.end = s.at;
    return form;
}

}  // namespace

std::vector<int> read_numbers(std::string_view text, size_t& at) {
    std::vector<int> numbers;
    Scan s{text, at};
    int value = 0;
    if (!s.number(value) || value == 0 || value > highest_number) return numbers;
    numbers.push_back(value);
    at = s.at;
    while (true) {
        const bool blank = s.blanks();
        int next = 0;
        if (range_word(s)) {
            s.blanks();
            if (!s.number(next) || next <= value || next - value > 200) break;
            for (int n = value + 1; n <= next; ++n) numbers.push_back(n);
        } else if (const bool listed = list_word(s); listed || blank) {
            s.blanks();
            // A list may miss a comma ("Vraag 3 4 en 5"), but then it goes up by one: "Vraag 3 20 miljoen" is not one.
            if (!s.number(next) || next <= value || next > highest_number || (!listed && next != value + 1)) break;
            numbers.push_back(next);
        } else {
            break;
        }
        value = next;
        at = s.at;
    }
    return numbers;
}

// "(pagina 8-9)", "(blz. 16 en 17)" after a question's number: where in the report it asks about. Its end, or `at`.
size_t after_page_reference(std::string_view text, size_t at) {
    Scan s{text, at};
    s.blanks();
    if (!s.character('(')) return at;
    if (!s.literal("pagina") && !s.literal("pag") && !s.literal("blz") && !s.literal("p")) return at;
    s.literal("'s");
    s.literal("’s");
    s.character('.');
    s.blanks();
    if (!text::ascii_digit(s.peek())) return at;
    int page = 0;
    while (s.number(page, 4)) {
        s.blanks();
        if (s.character(')')) return s.at;
        if (!range_word(s) && !list_word(s)) return at;
        s.blanks();
    }
    return at;
}

HeadingForm question_heading_at(std::string_view text, size_t at) {
    HeadingForm form;
    Scan s{text, at};
    if (!begins_with_capital(text, at) || (!s.literal("vraag") && !s.literal("vragen"))) return form;
    if (text::ascii_letter(s.peek())) return form;  // "Vraagstuk"; but OCR loses the blank of "Vraag 3"
    s.blanks();
    s.character('.');  // OCR: "Vraag .1"
    form.numbers = read_numbers(text, s.at);
    form.found = !form.numbers.empty();
    form.end = form.found ? after_page_reference(text, s.at) : s.at;
    return form;
}

HeadingForm heading_of_line(std::string_view line) {
    HeadingForm form;
    if (line.size() < 5 || !begins_with_capital(line, 0)) return form;
    if (line[0] == 'V') {
        form = question_heading_at(line, 0);
        Scan s{line, form.found ? form.end : 0};
        // "Vraag" alone, where questions have no numbers.
        if (!form.found && !s.literal("vraag")) return form;
        form.found = closes(s, form);
        form.end = s.at;
    } else if (line[0] == 'A') {
        form = answer_heading(line);
    } else if (line[0] == 'M') {
        Scan s{line};
        form.kind = LabelKind::notice;
        form.found = s.literal("mededeling") && closes(s, form) && s.done();
        form.end = s.at;
    }
    return form;
}

namespace {

// "Toelichting: Deze vragen dienen ter aanvulling op eerdere vragen terzake van het lid …" closes a document; the words
// may stand on one line or on two.
bool is_closing_remark(std::string_view text, const std::vector<Row>& rows, size_t r) {
    Scan s{slice(text, rows[r].span)};
    if (!s.literal("toelichting:")) return s.literal("deze vragen dienen ter aanvulling ");
    s.blanks();
    if (s.done() && r + 1 < rows.size()) s = Scan{slice(text, rows[r + 1].span)};
    return s.literal("deze vragen dienen ");
}

// The paragraph that ends directly before row `r` is the title of a next list.
bool follows_section_title(std::string_view text, const std::vector<Row>& rows, size_t r) {
    std::string title;
    for (size_t i = r; i-- > 0 && r - i <= 4;) {
        const Row& row = rows[i];
        if (row.kind != RowKind::text) break;
        title.insert(0, std::string(slice(text, row.span)) + (title.empty() ? "" : " "));
        if (is_section_title(title)) return true;
        if (row.blanks_before > 0) break;
    }
    return false;
}

bool opens_paragraph(std::string_view text, const std::vector<Row>& rows, size_t r) {
    if (r == 0 || rows[r].blanks_before > 0 || rows[r].page_start || rows[r - 1].kind == RowKind::label) return true;
    return ends_sentence(slice(text, rows[r - 1].span));
}

// "Antwoord Ja, dat klopt.": bytes of the heading, or 0.
size_t answer_before_text(std::string_view line) {
    Scan s{line};
    if (!line.starts_with('A') || !s.word("antwoord")) return 0;
    const size_t end = s.at;
    return s.blanks() && begins_sentence(s.rest()) && !text::ascii_digit(s.peek()) ? end : 0;
}

// "Vraag 4 Kent u het bericht?", "Antwoord 4 Ja.": nothing divides the heading from the text, so only the number that
// is due is one.
HeadingForm heading_before_text(std::string_view line, int next, int last, bool bare_answer) {
    HeadingForm form;
    if (line.starts_with('V')) {
        form = question_heading_at(line, 0);
        Scan s{line, form.end};
        form.found = form.found && form.numbers.front() == next && s.blanks() && begins_sentence(s.rest()) &&
                     !text::ascii_digit(s.peek());
        return form;
    }
    if (!line.starts_with('A')) return form;
    form.kind = LabelKind::answer;
    if (bare_answer) form.end = answer_before_text(line);
    form.found = form.end > 0;
    Scan s{line};
    if (form.found || !s.word("antwoord") || !s.blanks()) return form;
    form.numbers = read_numbers(line, s.at);
    form.end = s.at;
    form.found = !form.numbers.empty() && form.numbers.front() == last && s.blanks() && begins_sentence(s.rest());
    return form;
}

}  // namespace

void mark_labels(std::string_view text, Draft& draft) {
    std::vector<bool> asked(highest_number + 1);
    std::vector<bool> answered(highest_number + 1);
    // A bare "Antwoord" belongs to the question before it; where questions have no headings, they may have numbers.
    const bool headings = std::ranges::any_of(draft.rows, [text](const Row& row) {
        const HeadingForm form = heading_of_line(slice(text, row.span));
        return form.found && form.kind == LabelKind::question && !form.numbers.empty();
    });
    const bool bare = !headings && std::ranges::any_of(draft.rows, [text](const Row& row) {
        const HeadingForm form = heading_of_line(slice(text, row.span));
        return form.found && form.kind == LabelKind::answer;
    });
    const bool inline_answers = std::ranges::count_if(draft.rows, [text](const Row& row) {
                                    return answer_before_text(slice(text, row.span)) > 0;
                                }) >= 2;
    bool answer_open = !headings;
    int next = 1;  // number that the next question must have
    int last = 0;  // number of the question before
    for (size_t r = 0; r < draft.rows.size(); ++r) {
        Row& row = draft.rows[r];
        if (row.table) continue;
        HeadingForm form = heading_of_line(slice(text, row.span));
        if (is_closing_remark(text, draft.rows, r)) {
            form.found = true;
            form.kind = LabelKind::remark;
            Scan s{slice(text, row.span)};
            s.literal("toelichting:");
            form.end = s.at;
        }
        if (!form.found && opens_paragraph(text, draft.rows, r)) {
            form = heading_before_text(slice(text, row.span), next, last, answer_open && inline_answers);
        }
        if (!form.found) continue;
        std::vector<bool>& seen = form.kind == LabelKind::question ? asked : answered;
        const auto known = [&seen](int n) { return seen[static_cast<size_t>(n)]; };
        if (form.kind == LabelKind::question && !form.numbers.empty() && form.numbers.front() == 1 && known(1) &&
            follows_section_title(text, draft.rows, r)) {
            asked.assign(asked.size(), false);
            answered.assign(answered.size(), false);
        }
        if (std::ranges::any_of(form.numbers, known)) continue;
        if (form.kind == LabelKind::question && !form.numbers.empty()) {
            next = form.numbers.back() + 1;
            last = form.numbers.front();
        }
        if (form.kind == LabelKind::question && form.numbers.empty() && !bare) continue;
        if (form.kind == LabelKind::answer && form.numbers.empty() && !answer_open) continue;
        for (const int n : form.numbers) seen[static_cast<size_t>(n)] = true;
        answer_open = !headings || form.kind == LabelKind::question;
        row.kind = RowKind::label;
        row.label = static_cast<uint32_t>(draft.labels.size());
        Label label;
        label.kind = form.kind;
        label.numbers = std::move(form.numbers);
        label.source = {row.span.begin, row.span.begin + static_cast<uint32_t>(form.end)};
        draft.labels.push_back(std::move(label));
    }
}

}  // namespace kl::parse
