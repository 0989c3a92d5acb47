#include "read/flow.h"

#include <algorithm>
#include <iterator>

#include "text/scan.h"

namespace kl::read {
namespace {

using namespace flow;

constexpr size_t deepest_table = 32;

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\n") == std::string::npos; }

// Soft hyphens and zero-width characters are no part of a word.
uint32_t invisible_size(std::string_view text, size_t at) {
    const std::string_view two = text.substr(at, 2);
    if (two == "\xC2\xAD") return 2;
    const std::string_view three = text.substr(at, 3);
    return three == "\xE2\x80\x8B" || three == "\xEF\xBB\xBF" || three == "\xE2\x80\x8C" || three == "\xE2\x80\x8D" ? 3
                                                                                                                    : 0;
}

bool starts_invisible(char c) { return c == '\xC2' || c == '\xE2' || c == '\xEF'; }

// Paragraphs as lines of a text.
class Writer {
public:
    explicit Writer(SourceText& source) : source_(source) {}

    void paragraph(const Paragraph& paragraph) {
        const std::string_view text = paragraph.text;
        size_t mark = 0;
        size_t begin = 0;
        bool first = true;
        while (begin <= text.size()) {
            const size_t end = std::min(text.find('\n', begin), text.size());
            size_t from = begin;
            size_t to = end;
            while (const uint32_t blank = from < to ? text::blank_size(text, from) : 0) from += blank;
            while (to > from) {
                const bool wide = to - from >= 2 && text[to - 2] == '\xC2' && text[to - 1] == '\xA0';
                if (!wide && !text::ascii_blank(text[to - 1])) break;
                to -= wide ? 2 : 1;
            }
            if (from < to || (first && end == text.size() && is_label(paragraph.role))) {
                line(text.substr(from, to - from), paragraph.role, first && !paragraph.tight);
                const uint32_t shift = source_.lines.back().span.begin - static_cast<uint32_t>(from);
                for (; mark < paragraph.marks.size() && paragraph.marks[mark].begin < to; ++mark) {
                    const PlacedMark& one = paragraph.marks[mark];
                    if (one.begin < from) continue;
                    source_.marks.push_back({{one.begin + shift, one.begin + one.size + shift}, one.note});
                }
                first = false;
            }
            begin = end + 1;
        }
    }

    [[nodiscard]] uint32_t next_line() const { return static_cast<uint32_t>(source_.lines.size()); }

private:
    static bool is_label(Role role) { return role == Role::question_label || role == Role::answer_label; }

    void line(std::string_view words, Role role, bool apart) {
        if (!source_.text.empty()) source_.text += apart ? "\n\n" : "\n";
        Line line;
        line.span.begin = static_cast<uint32_t>(source_.text.size());
        source_.text += words;
        line.span.end = static_cast<uint32_t>(source_.text.size());
        line.blanks_before = apart && !source_.lines.empty() ? 1 : 0;
        line.page_start = source_.lines.empty();
        line.furniture = role == Role::furniture;
        line.role = role;
        source_.lines.push_back(line);
    }

    SourceText& source_;
};

}  // namespace

void Flow::open(Role role, bool tight) {
    close();
    if (box().is_open) return;  // the first paragraph of an item
    box().open = {};
    box().open.role = role;
    box().open.tight = tight && !box().done.empty();
    box().is_open = true;
}

void Flow::close() {
    Box& now = box();
    if (!now.is_open || now.open.text.size() == now.item_label) return;
    now.item_label = std::string::npos;
    now.is_open = false;
    if (!is_blank(now.open.text)) now.done.push_back(std::move(now.open));
    add(now.done, std::move(now.asides));
    now.asides.clear();
}

void Flow::open_item(std::string_view label) {
    end_item();
    open(role_, label.empty() || !text::ascii_digit(label[0]));
    if (!label.empty()) {
        verbatim(label);
        verbatim(" ");
    }
    box().item_label = box().open.text.size();
}

void Flow::end_item() {
    box().item_label = std::string::npos;
    close();
}

void Flow::label(Role role) {
    end_item();
    box().done.push_back({{}, {}, role, false});
}

void Flow::verbatim(std::string_view text) {
    if (text.empty()) return;
    if (!box().is_open) open();
    std::string& out = box().open.text;
    for (size_t i = 0; i < text.size();) {
        const char c = text[i];
        if (starts_invisible(c)) {
            if (const uint32_t size = invisible_size(text, i)) {
                i += size;
                continue;
            }
        }
        // Control characters are never text; a line end is said by `line_break`.
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
        ++i;
    }
}

void Flow::words(std::string_view text) {
    size_t at = 0;
    while (at < text.size()) {
        if (text::ascii_blank(text[at])) {
            while (at < text.size() && text::ascii_blank(text[at])) ++at;
            const Box& now = box();
            if (now.is_open && !now.open.text.empty() && now.open.text.back() != ' ' && now.open.text.back() != '\n') {
                verbatim(" ");
            }
            continue;
        }
        size_t end = at;
        while (end < text.size() && !text::ascii_blank(text[end])) ++end;
        verbatim(text.substr(at, end - at));
        at = end;
    }
}

void Flow::line_break() {
    if (!box().is_open || box().open.text.empty()) return;
    // Two in a row are a blank line.
    if (box().open.text.back() == '\n') {
        open(box().open.role);
    } else {
        box().open.text += '\n';
    }
}

void Flow::tab() {
    if (box().is_open) box().open.text += '\t';
}

void Flow::mark(std::string_view printed, uint32_t note) {
    while (!printed.empty() && text::ascii_blank(printed.front())) printed.remove_prefix(1);
    while (!printed.empty() && text::ascii_blank(printed.back())) printed.remove_suffix(1);
    if (printed.empty()) return;
    if (!box().is_open) open();
    const auto begin = static_cast<uint32_t>(box().open.text.size());
    verbatim(printed);
    const auto size = static_cast<uint32_t>(box().open.text.size()) - begin;
    if (size > 0) box().open.marks.push_back({begin, size, note});
    if (note < notes_.size()) notes_[note].called = true;
}

void Flow::raised(std::string_view printed) {
    const bool figures = !printed.empty() && printed.size() <= 3 && std::ranges::all_of(printed, text::ascii_digit);
    const std::string& before = box().open.text;
    const bool after_word = box().is_open && !before.empty() && !text::ascii_blank(before.back());
    // "m²", "10³": a unit or a power.
    const bool power = after_word && (before.back() == 'm' || text::ascii_digit(before.back()));
    if (figures && after_word && !power) {
        mark(printed, no_line);
    } else {
        words(printed);
    }
}

uint32_t Flow::new_note(std::string label) {
    notes_.push_back({std::move(label), {}, false});
    return static_cast<uint32_t>(notes_.size() - 1);
}

void Flow::set_note_label(uint32_t note, std::string label) { notes_[note].label = std::move(label); }

void Flow::begin_note(uint32_t note) {
    const Role around = role_;
    boxes_.emplace_back();
    box().role = around;
    box().note = note;
    role_ = Role::note;
}

Flow::Box Flow::pop() {
    end_item();
    Box top = std::move(box());
    boxes_.pop_back();
    role_ = top.role;
    return top;
}

void Flow::end_note() {
    Box top = pop();
    if (top.note >= notes_.size()) return;
    add(notes_[top.note].text, std::move(top.done));
}

void Flow::begin_table() {
    if (tables_.size() >= deepest_table) {
        ++left_out_;
        return;
    }
    end_item();
    tables_.emplace_back();
}

void Flow::begin_row() {
    if (left_out_ > 0) {
        close();
    } else if (!tables_.empty()) {
        tables_.back().emplace_back();
    }
}

void Flow::begin_cell() {
    if (left_out_ > 0) {
        close();
        return;
    }
    if (tables_.empty()) return;
    const Role around = role_;
    boxes_.emplace_back();
    box().role = around;
}

void Flow::end_cell() {
    if (left_out_ > 0) {
        close();
        return;
    }
    if (tables_.empty()) return;
    Box top = pop();
    if (tables_.back().empty()) tables_.back().emplace_back();
    tables_.back().back().push_back(std::move(top.done));
}

void Flow::end_table() {
    if (left_out_ > 0) {
        --left_out_;
        return;
    }
    if (tables_.empty()) return;
    Table table = std::move(tables_.back());
    tables_.pop_back();
    close();
    lay_out_table(std::move(table), box().done);
}

void Flow::begin_aside() {
    const Role around = role_;
    boxes_.emplace_back();
    box().role = around;
}

void Flow::end_aside() {
    Box top = pop();
    Box& now = box();
    add(now.is_open ? now.asides : now.done, std::move(top.done));
}

void Flow::add(Paragraphs& to, Paragraphs from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

SourceText Flow::finish(std::string_view name, Format format) {
    end_item();
    SourceText source;
    source.name = name;
    source.format = format;
    Writer writer(source);
    for (const Paragraph& paragraph : box().done) writer.paragraph(paragraph);

    // A note that is called comes in the order of its first mark; one that nothing calls comes after those.
    std::vector<uint32_t> order;
    std::vector<bool> placed(notes_.size());
    const auto place = [&](uint32_t note) {
        if (note >= notes_.size() || placed[note]) return;
        placed[note] = true;
        order.push_back(note);
    };
    for (const Mark& mark : source.marks) place(mark.note);
    for (uint32_t n = 0; n < notes_.size(); ++n) place(n);
    std::vector<uint32_t> first_line(notes_.size(), no_line);
    for (size_t i = 0; i < order.size(); ++i) {
        Note& note = notes_[order[i]];
        if (note.text.empty() && !note.called) continue;
        if (note.label.empty()) note.label = std::to_string(i + 1);
        if (note.text.empty()) note.text.emplace_back();
        first_line[order[i]] = writer.next_line();
        for (size_t p = 0; p < note.text.size(); ++p) {
            Paragraph& paragraph = note.text[p];
            paragraph.role = Role::note;
            paragraph.tight = p > 0;
            paragraph.marks.clear();  // a note calls no note
            if (p == 0) {
                const size_t words = std::min(paragraph.text.find_first_not_of(" \t\n"), paragraph.text.size());
                paragraph.text.replace(0, words, note.label + " ");
            }
            writer.paragraph(paragraph);
        }
    }
    for (Mark& mark : source.marks) {
        if (mark.note != no_line) mark.note = mark.note < first_line.size() ? first_line[mark.note] : no_line;
    }
    return source;
}

}  // namespace kl::read
