#include "parse/stated.h"

#include <algorithm>

#include "parse/footnotes.h"
#include "parse/labels.h"
#include "text/scan.h"
#include "text/sort.h"

namespace kl::parse {
namespace {

using read::Role;

// "Vraag 3, 4 en 5", "Antwoord op vraag 2", "12.": the numbers in a label.
std::vector<int> numbers_in(std::string_view label) {
    HeadingForm form = heading_of_line(label);
    if (form.found) return form.numbers;
    for (size_t at = 0; at < label.size(); ++at) {
        if (!text::ascii_digit(label[at])) continue;
        std::vector<int> numbers = read_numbers(label, at);
        if (!numbers.empty()) return numbers;
        while (at < label.size() && text::ascii_digit(label[at])) ++at;
    }
    return {};
}

class Labels {
public:
    Labels(std::string_view text, Draft& draft) : text_(text), draft_(draft) {}

    void run(bool answers_stated, bool only_questions) {
        for (size_t r = 0; r < draft_.rows.size(); ++r) {
            Row& row = draft_.rows[r];
            switch (row.role) {
                case Role::question_label: question(row); break;
                case Role::answer_label: add(row, LabelKind::answer, numbers(row), true); break;
                case Role::notice:
                    if (!in_notice_) add(row, LabelKind::notice, {}, false);
                    in_notice_ = true;
                    continue;
                case Role::question:
                case Role::answer: said_ = true; break;
                case Role::unknown:
                case Role::heading:
                    if (draft_.labels.empty() || !(said_ || in_notice_)) break;
                    if (row.role == Role::heading && question_follows(r)) {
                        add(row, LabelKind::section, {}, true);
                    } else if (answers_stated || only_questions || in_notice_) {
                        add(row, LabelKind::remark, {}, false);
                    } else {
                        add(row, LabelKind::answer, {}, false);  // nothing else can follow a question
                    }
                    said_ = false;
                    break;
                case Role::note:
                case Role::table:
                case Role::furniture: continue;
            }
            in_notice_ = false;
        }
    }

    [[nodiscard]] bool question_follows(size_t r) const {
        while (r < draft_.rows.size() && draft_.rows[r].role == Role::heading) ++r;
        return r < draft_.rows.size() && draft_.rows[r].role == Role::question_label;
    }

private:
    void question(Row& row) {
        add(row, LabelKind::question, numbers(row), true);
        said_ = false;
    }

    [[nodiscard]] std::vector<int> numbers(const Row& row) const { return numbers_in(slice(text_, row.span)); }

    void add(Row& row, LabelKind kind, std::vector<int> its, bool whole_row) {
        row.kind = RowKind::label;
        row.label = static_cast<uint32_t>(draft_.labels.size());
        Label label;
        label.kind = kind;
        label.numbers = std::move(its);
        label.source = {row.span.begin, whole_row ? row.span.end : row.span.begin};
        draft_.labels.push_back(std::move(label));
    }

    std::string_view text_;
    Draft& draft_;
    bool said_ = false;  // the words of a question or an answer, said to be so
    bool in_notice_ = false;
};

// Where the words of a note begin: behind its number or sign.
uint32_t after_label(std::string_view text, Span line) {
    uint32_t at = line.begin;
    while (at < line.end && !text::ascii_blank(text[at])) ++at;
    while (at < line.end && text::ascii_blank(text[at])) ++at;
    return at;
}

}  // namespace

bool take_labels(const read::SourceText& source, Draft& draft) {
    const auto states = [&draft](Role role) {
        return std::ranges::any_of(draft.rows, [role](const Row& row) { return row.role == role; });
    };
    if (!states(Role::question_label)) return false;
    draft.stated_items = true;
    draft.stated_answers = states(Role::answer_label);
    const auto kind = stated_kind(source);
    Labels(source.text, draft).run(draft.stated_answers, kind == Kind::kamervragen || kind == Kind::mededeling);
    return true;
}

void mark_lone_numbers(const read::SourceText& source, Draft& draft) {
    const bool headed =
        std::ranges::any_of(draft.labels, [](const Label& one) { return one.kind == LabelKind::question; });
    if (!draft.exact || headed) return;
    std::vector<size_t> rows;
    size_t asking = 0;
    bool asked = true;  // by what stands under the last number
    for (size_t r = 0; r < draft.rows.size(); ++r) {
        const Row& row = draft.rows[r];
        const std::string_view words = slice(source.text, row.span);
        const bool alone = row.kind == RowKind::text && (row.blanks_before > 0 || r == 0) &&
                           (row.role == Role::unknown || row.role == Role::heading);
        if (alone && words.size() <= 5) {
            text::Scan s{words};
            int number = 0;
            if (s.number(number, 3) && (s.any(".:)"), s.done()) && number == static_cast<int>(rows.size()) + 1) {
                rows.push_back(r);
                asked = false;
                continue;
            }
        }
        if (!asked && words.find('?') != std::string_view::npos) {
            asked = true;
            ++asking;
        }
    }
    if (rows.size() < 2 || asking * 2 < rows.size()) return;
    for (size_t i = 0; i < rows.size(); ++i) {
        Row& row = draft.rows[rows[i]];
        row.kind = RowKind::label;
        row.label = static_cast<uint32_t>(draft.labels.size());
        Label label;
        label.numbers = {static_cast<int>(i) + 1};
        label.source = row.span;
        draft.labels.push_back(std::move(label));
    }
    // Labels stand in the order of their rows.
    std::vector<Label> labels;
    for (Row& row : draft.rows) {
        if (row.kind != RowKind::label) continue;
        labels.push_back(std::move(draft.labels[row.label]));
        row.label = static_cast<uint32_t>(labels.size() - 1);
    }
    draft.labels = std::move(labels);
}

void part_sections(Draft& draft) {
    if (draft.labels.empty() ||
        std::ranges::none_of(draft.rows, [](const Row& row) { return row.role == Role::heading; }))
        return;
    std::vector<Label> labels;
    for (size_t r = 0; r < draft.rows.size(); ++r) {
        Row& row = draft.rows[r];
        if (row.kind == RowKind::label) {
            labels.push_back(std::move(draft.labels[row.label]));
            row.label = static_cast<uint32_t>(labels.size() - 1);
            continue;
        }
        if (labels.empty() || row.role != Role::heading || row.kind != RowKind::text) continue;
        size_t next = r + 1;
        while (next < draft.rows.size() && draft.rows[next].role == Role::heading &&
               draft.rows[next].kind == RowKind::text) {
            ++next;
        }
        const bool above = next < draft.rows.size() && draft.rows[next].kind == RowKind::label &&
                           draft.labels[draft.rows[next].label].kind == LabelKind::question;
        if (!above) {
            r = next - 1;
            continue;
        }
        for (size_t i = r; i < next; ++i) {
            Row& heading = draft.rows[i];
            heading.kind = RowKind::label;
            heading.label = static_cast<uint32_t>(labels.size());
            Label label;
            label.kind = LabelKind::section;
            label.source = heading.span;
            labels.push_back(std::move(label));
        }
        r = next - 1;
    }
    draft.labels = std::move(labels);
}

bool take_notes(const read::SourceText& source, Draft& draft) {
    for (uint32_t r = 0; r < draft.rows.size(); ++r) {
        Row& row = draft.rows[r];
        if (row.role != Role::note) continue;
        row.kind = RowKind::note;
        const bool goes_on = row.blanks_before == 0 && r > 0 && draft.rows[r - 1].kind == RowKind::note;
        if (goes_on) {
            draft.notes.back().last_row = r;
            continue;
        }
        NoteText note;
        note.label = {row.span.begin, after_label(source.text, row.span)};
        text::Scan s{slice(source.text, note.label)};
        s.any("[(");
        s.number(note.mark);
        note.first_row = note.last_row = r;
        draft.notes.push_back(note);
    }
    return !draft.notes.empty();
}

void place_marks(Draft& draft, const Document& document) {
    const read::SourceText& source = document.source;
    if (source.marks.empty()) return;
    std::vector<std::pair<uint32_t, uint32_t>> notes;  // where a note begins in the source, and which it is
    for (uint32_t n = 0; n < draft.notes.size(); ++n) notes.emplace_back(draft.notes[n].label.begin, n);
    text::sort(notes);
    std::vector<SourceRun> runs = document.runs;
    text::sort(runs, {}, &SourceRun::source_begin);
    size_t at = 0;
    for (const read::Mark& mark : source.marks) {
        while (at < runs.size() && runs[at].source_begin + runs[at].size <= mark.span.begin) ++at;
        if (at == runs.size()) break;
        const SourceRun& run = runs[at];
        if (run.source_begin > mark.span.begin || mark.span.empty()) continue;  // in a label, or in what was left out
        const uint32_t begin = run.text_begin + (mark.span.begin - run.source_begin);
        const Span place{begin, std::min(begin + mark.span.size(), run.text_begin + run.size)};
        if (mark.note == read::no_line) {
            draft.line_marks.push_back(place);
            continue;
        }
        const uint32_t line = source.lines[mark.note].span.begin;
        const auto note = std::ranges::lower_bound(notes, line, {}, [](const auto& one) { return one.first; });
        if (note != notes.end() && note->first == line) draft.stated_marks.push_back({place, note->second});
    }
    text::sort(draft.line_marks, {}, &Span::begin);
    text::sort(draft.stated_marks, {}, [](const StatedMark& one) { return one.text.begin; });
}

void bind_stated_marks(const Draft& draft, Document& document) {
    std::vector<BoundMark> marks;
    for (const StatedMark& one : draft.stated_marks) {
        const Span label = draft.notes[one.note].label;
        std::string_view words = slice(document.source.text, label);
        while (!words.empty() && text::ascii_blank(words.back())) words.remove_suffix(1);
        const std::string_view printed = slice(document.text, one.text);
        const auto figures = [](std::string_view text) {
            return !text.empty() && std::ranges::all_of(text, text::ascii_digit);
        };
        // A sign where the note has a number is the number garbled.
        const bool garbled = figures(words) && printed.find(words) == std::string_view::npos;
        marks.push_back({one.text, std::string(words), one.note, garbled});
    }
    write_footnotes(marks, draft, document);
}

}  // namespace kl::parse
