#include "parse/paragraphs.h"

#include "parse/head_forms.h"
#include "parse/hyphens.h"
#include "parse/sentences.h"
#include "text/scan.h"
#include "text/utf8.h"

namespace kl::parse {
namespace {

constexpr uint32_t width_of_unwrapped = 180;  // bytes; where lines are longer, a line is a paragraph (Word)

constexpr uint32_t longest_head = 80;  // rows

enum class Join : uint8_t { paragraph, line, words };

// "• ", "– ", "- ", "a. ", "1. ", "1) "
bool begins_list_item(std::string_view line) {
    text::Scan s{line};
    if (s.literal("•") || s.literal("·") || s.literal("▪") || s.literal("◦")) return true;
    if (s.dash()) return s.blanks();
    int number = 0;
    if (s.number(number, 2) || (text::ascii_lower(s.peek()) && s.any("abcdefghijklm"))) {
        return s.any(".)") && s.blanks() && !s.done();
    }
    return false;
}

class Builder {
public:
    Builder(Draft& draft, Document& document)
        : draft_(draft), document_(document), source_(document.source.text), hyphens_(source_, draft.rows) {}

    void body() {
        const auto count = static_cast<uint32_t>(draft_.rows.size());
        uint32_t before = nowhere;  // the last row of running text
        bool page_break = false;
        for (uint32_t r = 0; r < count; ++r) {
            const Row& row = draft_.rows[r];
            page_break = page_break || row.page_start;
            if (!row.furniture.empty() && !document_.text.empty()) {
                report(document_, "furniture_lifted", Severity::note, {here(), here()}, row.furniture);
            }
            switch (row.kind) {
                case RowKind::note: page_break = true; continue;
                case RowKind::label: {
                    close();
                    before = nowhere;
                    in_head_ = false;
                    Label& label = draft_.labels[row.label];
                    label.paragraph = static_cast<uint32_t>(draft_.paragraphs.size());
                    // "Antwoord: Ja." – the text goes on behind the heading
                    if (label.source.end < row.span.end) {
                        open(r);
                        uint32_t begin = label.source.end;
                        while (const uint32_t blank = text::blank_size(source_, begin)) begin += blank;
                        take({begin, row.span.end});
                        before = r;
                    }
                    break;
                }
                case RowKind::mark:
                    if (before != nowhere) {
                        const uint32_t begin = here();
                        put(" ");
                        take(row.span);
                        draft_.line_marks.push_back({begin + 1, here()});
                        mark_last_ = true;
                    }
                    continue;
                case RowKind::text:
                    add(r, before, page_break);
                    before = r;
                    break;
            }
            page_break = false;
        }
        close();
    }

    void notes() {
        for (NoteText& note : draft_.notes) {
            document_.text += "\n\n";
            const uint32_t begin = here();
            for (uint32_t r = note.first_row; r <= note.last_row; ++r) {
                Span span = draft_.rows[r].span;
                if (r == note.first_row) {
                    span.begin = note.label.end;
                } else {
                    join_note_line(r);
                }
                take(span);
            }
            note.text = {begin, here()};
            // Only at the end of the document nothing runs on after it.
            if (!draft_.exact && note.last_row + 1 < draft_.rows.size()) {
                const Span lines{draft_.rows[note.first_row].span.begin, draft_.rows[note.last_row].span.end};
                report(document_, "note_lifted", Severity::note, note.text, lines, {std::to_string(note.mark)});
            }
        }
    }

private:
    uint32_t here() const { return static_cast<uint32_t>(document_.text.size()); }
    std::string_view line(uint32_t r) const { return slice(source_, draft_.rows[r].span); }

    void put(std::string_view bytes) { document_.text += bytes; }

    // Copies source bytes; runs of blanks become one.
    void take(Span span, bool keep_blanks = false) {
        uint32_t at = span.begin;
        while (at < span.end) {
            size_t gap = keep_blanks ? std::string_view::npos : source_.substr(at, span.end - at).find("  ");
            const auto end = gap == std::string_view::npos ? span.end : at + static_cast<uint32_t>(gap) + 1;
            if (end > at) {
                document_.runs.push_back({here(), at, end - at});
                document_.text.append(source_.substr(at, end - at));
            }
            at = end;
            while (at < span.end && source_[at] == ' ') ++at;
        }
    }

    void open(uint32_t r) {
        if (!document_.text.empty()) put("\n\n");
        begin_ = here();
        first_row_ = r;
        is_open_ = true;
    }

    void close() {
        if (!is_open_) return;
        draft_.paragraphs.push_back({{begin_, here()}, first_row_, last_row_});
        is_open_ = false;
        mark_last_ = false;
    }

    void add(uint32_t r, uint32_t before, bool page_break) {
        const Row& row = draft_.rows[r];
        const Join join = before == nowhere || !is_open_ ? Join::paragraph : join_of(before, r, page_break);
        if (join == Join::paragraph) {
            close();
            open(r);
        } else if (join == Join::line) {
            put("\n");
        } else {
            join_words(line(before), line(r), row.span.begin);
        }
        if (before != nowhere && row.blanks_before == 0) note_opening_number(line(r));
        take(row.span, row.table);
        last_row_ = r;
        mark_last_ = false;
    }

    Join join_of(uint32_t before, uint32_t r, bool page_break) const {
        const Row& row = draft_.rows[r];
        const Row& last = draft_.rows[before];
        const std::string_view previous = line(before);
        const std::string_view next = line(r);
        if (draft_.exact) return row.blanks_before > 0 ? Join::paragraph : Join::line;
        if (in_head_ && r < longest_head && is_list_head_line(next)) return Join::paragraph;
        if (row.table && last.table) return Join::line;
        if (row.table || last.table) return row.blanks_before > 0 ? Join::paragraph : Join::line;
        if (page_break) return goes_on(previous, next) ? Join::words : Join::paragraph;
        if (row.blanks_before > 0) {
            // A page break of a Word text leaves blank lines inside a sentence.
            const bool apart = row.indent != last.indent || starts_small(next);
            const bool cut = apart && draft_.width > width_of_unwrapped && previous.size() > 100 &&
                             !ends_sentence(previous) && !previous.ends_with(':') && !previous.ends_with(';');
            return cut ? Join::words : Join::paragraph;
        }
        if (begins_list_item(next)) return Join::line;
        const bool sentence_ends = ends_sentence(previous) || previous.ends_with(':');
        if (draft_.width > width_of_unwrapped) {
            return !sentence_ends && (starts_small(next) || previous.size() > 60) ? Join::words : Join::paragraph;
        }
        if (draft_.spaced) return Join::words;
        // The last line of a paragraph is short, when it ends a sentence.
        const bool is_short = last.span.size() * 100 < draft_.width * 85U;
        return sentence_ends && is_short && begins_sentence(next) ? Join::paragraph : Join::words;
    }

    static bool starts_small(std::string_view text) { return text::is_lower(text::decode(text, 0).code_point); }

    // Does the sentence before a page break go on after it?
    bool goes_on(std::string_view previous, std::string_view next) const {
        if (starts_small(next)) return !ends_with_question(previous);
        if (ends_sentence(previous) || previous.ends_with(':')) return false;
        return previous.size() * 100 >= draft_.width * 60U;
    }

    // "voorkomt dat deze worden doorgegeven in ruil voor een handeling." / "2 Dit is in 2022": the mark slipped to the
    // next line.
    void note_opening_number(std::string_view next) {
        text::Scan s{next};
        int number = 0;
        if (!s.number(number, 2) || number == 0) return;
        const auto end = static_cast<uint32_t>(s.at);
        const bool apart = s.blanks() || s.any(",.;");
        if (apart && !text::ascii_digit(s.peek())) draft_.line_openings.push_back({here(), here() + end});
    }

    void join_words(std::string_view previous, std::string_view next, uint32_t source_at) {
        const Hyphen hyphen = mark_last_ ? Hyphen::none : hyphens_.between(previous, next);
        switch (hyphen) {
            case Hyphen::none:
            case Hyphen::apart: put(" "); break;
            case Hyphen::own: break;
            case Hyphen::broken: {
                document_.text.pop_back();
                if (--document_.runs.back().size == 0) document_.runs.pop_back();
                const uint32_t source_hyphen = draft_.rows[last_row_].span.end - 1;
                report(document_, "hyphen_joined", Severity::note, {here(), here()}, {source_hyphen, source_at});
                break;
            }
        }
    }

    void join_note_line(uint32_t r) {
        // An address is cut anywhere: "https://" / "www.movisie.nl".
        const std::string_view previous = line(r - 1);
        const bool address = previous.ends_with('/') && previous.find("http") != std::string_view::npos;
        if (!address) put(" ");
    }

    Draft& draft_;
    Document& document_;
    std::string_view source_;
    Hyphens hyphens_;
    uint32_t begin_ = 0;
    uint32_t first_row_ = 0;
    uint32_t last_row_ = 0;
    bool is_open_ = false;
    bool in_head_ = true;     // no label yet
    bool mark_last_ = false;  // a mark was put in after the last row
};

}  // namespace

void build_text(Draft& draft, Document& document) {
    document.text.reserve(document.source.text.size() + 16);
    document.runs.reserve(draft.rows.size());
    Builder builder(draft, document);
    builder.body();
    builder.notes();
}

}  // namespace kl::parse
