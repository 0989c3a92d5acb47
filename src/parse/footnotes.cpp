#include "parse/footnotes.h"

#include <algorithm>

#include "parse/marks.h"
#include "parse/stated.h"
#include "text/scan.h"
#include "text/sort.h"

namespace kl::parse {
namespace {

constexpr int most_skipped = 4;  // marks that may be lost between two that are found

struct Binding {
    Span span;
    int number = 0;
    bool garbled = false;
};

class Binder {
public:
    Binder(const Draft& draft, Document& document, Span body) : draft_(draft), document_(document) {
        candidates_ = find_mark_candidates(document.text, body, draft);
        for (const NoteText& note : draft.notes) highest_ = std::max(highest_, note.mark);
    }

    void run() {
        choose_certain();
        fill_gaps();
        text::sort(bound_, {}, [](const Binding& b) { return b.span.begin; });
        std::vector<BoundMark> marks;
        for (const Binding& b : bound_) {
            const NoteText* const text = note(b.number);
            const auto index = text != nullptr ? static_cast<uint32_t>(text - draft_.notes.data()) : nowhere;
            marks.push_back({b.span, std::to_string(b.number), index, b.garbled});
        }
        write_footnotes(marks, draft_, document_);
    }

private:
    const NoteText* note(int number) const {
        const auto found = std::ranges::lower_bound(draft_.notes, number, {}, &NoteText::mark);
        return found != draft_.notes.end() && found->mark == number ? &*found : nullptr;
    }

    // Digits that follow each other: the next number, or one a little later that has a note. A candidate that leaves a
    // gap waits while the right number may still come.
    void choose_certain() {
        int last = 0;
        for (size_t i = 0; i < candidates_.size(); ++i) {
            const MarkCandidate& c = candidates_[i];
            if (c.number <= last || c.number > last + 1 + most_skipped) continue;
            if (draft_.notes.empty() && !c.certain) continue;  // without any note, a digit at a word is a name: "CO2"
            const bool next = c.number == last + 1;
            if (!next && (note(c.number) == nullptr && !c.certain && c.number > highest_)) continue;
            if (!next && comes_soon(i, last + 1)) continue;
            if (c.number > highest_ && !c.certain) continue;
            if (is_number_of_head(c) && comes_in_items(i)) continue;
            bound_.push_back({c.span, c.number, false});
            last = c.number;
        }
    }

    // "BIJLAGEN 1": a number apart, before the first question.
    bool is_number_of_head(const MarkCandidate& c) const {
        if (document_.items.empty() || c.span.begin >= document_.items.front().question.begin) return false;
        return c.span.begin == 0 || text::ascii_blank(document_.text[c.span.begin - 1]);
    }

    bool comes_in_items(size_t from) {
        const int number = candidates_[from].number;
        const uint32_t first = document_.items.front().question.begin;
        return std::any_of(candidates_.begin() + static_cast<std::ptrdiff_t>(from) + 1, candidates_.end(),
                           [&](const MarkCandidate& c) { return c.number == number && c.span.begin >= first; });
    }

    // Does `number` itself stand among the next candidates?
    bool comes_soon(size_t from, int number) const {
        const size_t end = std::min(candidates_.size(), from + 24);
        for (size_t i = from + 1; i < end; ++i) {
            if (candidates_[i].number == number) return true;
        }
        return false;
    }

    // Garbled signs between two certain marks stand for the numbers missing there.
    void fill_gaps() {
        const size_t certain = bound_.size();
        for (size_t i = 0; i <= certain; ++i) {
            const int low = i == 0 ? 0 : bound_[i - 1].number;
            const int high = i == certain ? highest_ + 1 : bound_[i].number;
            const uint32_t begin = i == 0 ? 0 : bound_[i - 1].span.end;
            const uint32_t end = i == certain ? UINT32_MAX : bound_[i].span.begin;
            if (high > low + 1) fill(low + 1, high - 1, begin, end);
        }
    }

    void fill(int first, int last, uint32_t begin, uint32_t end) {
        auto sign =
            std::ranges::lower_bound(candidates_, begin, {}, [](const MarkCandidate& c) { return c.span.begin; });
        std::vector<Span> signs;
        const auto missing = static_cast<size_t>(last - first + 1);
        for (; sign != candidates_.end() && sign->span.begin < end && signs.size() <= missing; ++sign) {
            if (sign->number == 0) signs.push_back(sign->span);
        }
        std::vector<int> numbers;
        for (int n = first; n <= last; ++n) numbers.push_back(n);
        // Fewer signs than numbers: the numbers that have a note come first. More: nothing tells which, so only what is
        // sure.
        if (signs.size() < numbers.size()) {
            std::erase_if(numbers, [this](int n) { return note(n) == nullptr; });
        }
        const size_t count = std::min(signs.size(), numbers.size());
        for (size_t i = 0; i < count; ++i) bound_.push_back({signs[i], numbers[i], true});
    }

    const Draft& draft_;
    Document& document_;
    std::vector<MarkCandidate> candidates_;
    std::vector<Binding> bound_;
    int highest_ = 0;
};

}  // namespace

void write_footnotes(const std::vector<BoundMark>& marks, const Draft& draft, Document& document) {
    std::vector<std::pair<Span, size_t>> places;
    for (size_t i = 0; i < document.items.size(); ++i) {
        const Item& item = document.items[i];
        if (!item.question.empty()) places.push_back({item.question, i});
        if (item.answer) places.push_back({*item.answer, i});
    }
    text::sort(places, {}, [](const auto& place) { return place.first.begin; });
    size_t place = 0;
    std::vector<bool> used(draft.notes.size());
    for (const BoundMark& one : marks) {
        Footnote footnote;
        footnote.mark = one.mark;
        footnote.mark_span = one.span;
        footnote.garbled = one.garbled;
        if (one.note != nowhere) {
            // A note of which the file keeps only the number is missing.
            if (const Span text = draft.notes[one.note].text; !text.empty()) footnote.text = text;
            used[one.note] = true;
        }
        while (place < places.size() && places[place].first.end <= one.span.begin) ++place;
        const auto index = static_cast<uint32_t>(document.footnotes.size());
        if (place < places.size() && places[place].first.contains(one.span.begin)) {
            footnote.item = static_cast<int>(places[place].second);
            document.items[places[place].second].footnotes.push_back(index);
        }
        if (one.garbled) {
            const std::string printed(slice(document.text, one.span));
            report(document, "mark_garbled", Severity::repair, one.span, {}, {printed, footnote.mark});
        }
        if (!footnote.text) report(document, "note_missing", Severity::doubt, one.span, {}, {footnote.mark});
        document.footnotes.push_back(std::move(footnote));
    }
    for (size_t i = 0; i < draft.notes.size(); ++i) {
        if (used[i]) continue;
        Footnote footnote;
        footnote.mark = std::to_string(draft.notes[i].mark);
        footnote.text = draft.notes[i].text;
        report(document, "mark_missing", Severity::doubt, draft.notes[i].text, {}, {footnote.mark});
        document.footnotes.push_back(std::move(footnote));
    }
    for (Item& item : document.items) text::sort(item.footnotes);
}

void bind_footnotes(const Draft& draft, Document& document) {
    if (!draft.stated_marks.empty()) {
        bind_stated_marks(draft, document);
        return;
    }
    if (draft.head_end >= draft.paragraphs.size()) return;
    const Span body{draft.paragraphs[draft.head_end].text.begin, draft.paragraphs.back().text.end};
    Binder(draft, document, body).run();
}

}  // namespace kl::parse
