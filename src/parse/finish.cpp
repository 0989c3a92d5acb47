#include "parse/finish.h"

#include <algorithm>

#include "text/sort.h"

namespace kl::parse {
namespace {

// A split replaces the blanks between two offsets by two line ends; offsets move by what that adds or takes.
class Shift {
public:
    explicit Shift(const std::vector<Span>& splits) : splits_(splits) {
        long shift = 0;
        for (const Span& split : splits) {
            shift += 2 - static_cast<long>(split.size());
            after_.push_back(shift);
        }
    }

    uint32_t operator()(uint32_t at) const {
        // The number of splits that end at or before `at`.
        const auto found = std::ranges::upper_bound(splits_, at, {}, &Span::end);
        const auto count = static_cast<size_t>(found - splits_.begin());
        return count == 0 ? at : static_cast<uint32_t>(static_cast<long>(at) + after_[count - 1]);
    }
    void move(Span& span) const { span = {(*this)(span.begin), std::max((*this)(span.begin), (*this)(span.end))}; }

private:
    const std::vector<Span>& splits_;
    std::vector<long> after_;
};

void move_spans(const Shift& shift, Document& document) {
    const auto move_all = [&shift](std::vector<Span>& spans) {
        for (Span& span : spans) shift.move(span);
    };
    shift.move(document.letter);
    for (Official& official : document.addressees) shift.move(official.span);
    for (Official& official : document.respondents) shift.move(official.span);
    for (Submitter& submitter : document.submitters) shift.move(submitter.span);
    move_all(document.head_paragraphs);
    move_all(document.tail_paragraphs);
    for (Item& item : document.items) {
        shift.move(item.question);
        if (item.answer) shift.move(*item.answer);
        move_all(item.question_paragraphs);
        move_all(item.answer_paragraphs);
    }
    for (Footnote& footnote : document.footnotes) {
        shift.move(footnote.mark_span);
        if (footnote.text) shift.move(*footnote.text);
    }
    for (Diagnostic& diagnostic : document.diagnostics) shift.move(diagnostic.span);
}

// FNV-1a of the text: an id for a document that states none.
std::string hash_id(std::string_view text) {
    uint64_t hash = 1469598103934665603ULL;
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    constexpr char digits[] = "0123456789abcdef";
    std::string id = "doc-";
    for (int shift = 60; shift >= 16; shift -= 4) id += digits[(hash >> shift) & 15];
    return id;
}

}  // namespace

void write_splits(const Draft& draft, Document& document) {
    std::vector<Span> splits = draft.splits;
    if (splits.empty()) return;
    text::sort(splits, {}, &Span::begin);
    const Shift shift(splits);

    std::string text;
    std::vector<SourceRun> runs;
    text.reserve(document.text.size() + splits.size());
    runs.reserve(document.runs.size() + splits.size());
    size_t next = 0;  // the split that the next run may touch
    uint32_t copied = 0;
    for (const Span& split : splits) {
        text.append(document.text, copied, split.begin - copied);
        text += "\n\n";
        copied = split.end;
    }
    text.append(document.text, copied);
    for (SourceRun run : document.runs) {
        // A run is cut where a split stands in it.
        while (next < splits.size() && splits[next].end <= run.text_begin) ++next;
        for (size_t i = next; run.size > 0 && i < splits.size() && splits[i].begin < run.text_begin + run.size; ++i) {
            const uint32_t before = splits[i].begin > run.text_begin ? splits[i].begin - run.text_begin : 0;
            if (before > 0) runs.push_back({shift(run.text_begin), run.source_begin, before});
            const uint32_t gone = std::min(splits[i].end - run.text_begin, run.size);
            run.text_begin += gone;
            run.source_begin += gone;
            run.size -= gone;
        }
        if (run.size > 0) runs.push_back({shift(run.text_begin), run.source_begin, run.size});
    }
    document.text = std::move(text);
    document.runs = std::move(runs);
    move_spans(shift, document);
}

void finish(Document& document) {
    if (document.id.empty()) {
        document.id = hash_id(document.source.text);
        document.id_stated = false;
    }
    int list = 0;
    for (Item& item : document.items) {
        if (item.numbers.front() == 1 || list == 0) ++list;
        // "kst-36696-4/5"; in the second list of one document "kst-36696-4/2.5"
        item.id =
            document.id + "/" + (list > 1 ? std::to_string(list) + "." : "") + std::to_string(item.numbers.front());
        Span hull = item.question;
        if (item.answer)
            hull = item.question.empty() ? *item.answer : Span{hull.begin, std::max(hull.end, item.answer->end)};
        item.source = to_source(document, hull);
    }
    for (Diagnostic& diagnostic : document.diagnostics) {
        if (diagnostic.source.empty()) diagnostic.source = to_source(document, diagnostic.span);
    }
    text::sort(document.diagnostics, {}, [](const Diagnostic& d) { return d.span.begin; });
    for (const Diagnostic& diagnostic : document.source.diagnostics) document.diagnostics.push_back(diagnostic);
}

}  // namespace kl::parse
