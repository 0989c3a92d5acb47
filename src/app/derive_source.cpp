// "Bekijk bron": the file around an item, as it is, with what was made of each part.

#include <algorithm>

#include "app/derive.h"
#include "app/item_diagnostics.h"

namespace kl::app {
namespace {

constexpr int lines_around = 3;

// The bytes of the file, each with its style.
class Painted {
public:
    explicit Painted(const parse::Document& document) : document_(document) {}

    void set_view(Span view) {
        view_ = view;
        styles_.assign(view.size(), outside);
    }

    // The file's bytes from which `span` of the document's text came.
    void paint_text(Span span, uint16_t style) {
        for (const auto& run : document_.runs) {
            const uint32_t begin = std::max(run.text_begin, span.begin);
            const uint32_t end = std::min(run.text_begin + run.size, span.end);
            if (begin >= end) continue;
            const uint32_t from = run.source_begin + (begin - run.text_begin);
            paint({from, from + (end - begin)}, style);
        }
    }

    // A note with its number in front of it: "2 Kamerstuk 21 501-02, nr. 2715".
    void paint_note(Span span) {
        paint_text(span, note);
        const std::string& text = document_.source.text;
        uint32_t begin = parse::to_source(document_, span).begin;
        const uint32_t end = begin;
        while (begin > 0 && std::string_view(" \t0123456789()[]").find(text[begin - 1]) != std::string_view::npos)
            --begin;
        if (begin == 0 || text[begin - 1] == '\n') paint({begin, end}, note);
    }

    void paint(Span source, uint16_t style) {
        for_each(source, [&](uint16_t& at) { at = style; });
    }
    void add(Span source, uint16_t style) {
        for_each(source, [&](uint16_t& at) { at |= style; });
    }

    // Line ends and blanks between two pieces of one part belong to it.
    void close_gaps() {
        const std::string& text = document_.source.text;
        size_t last = styles_.size();
        for (size_t i = 0; i < styles_.size(); ++i) {
            if (styles_[i] != outside) {
                if (last + 1 < i && last < styles_.size() && styles_[last] == styles_[i]) {
                    for (size_t j = last + 1; j < i; ++j) styles_[j] = styles_[last];
                }
                last = i;
            } else if (std::string_view(" \t\r\n-\f").find(text[view_.begin + i]) == std::string_view::npos) {
                last = styles_.size();
            }
        }
    }

    RichText take() const {
        RichText rich;
        rich.text = slice(document_.source.text, view_);
        for (size_t i = 0; i < styles_.size(); ++i) {
            const auto at = static_cast<uint32_t>(i);
            // A run never ends inside a character.
            const bool inside = (static_cast<unsigned char>(rich.text[i]) & 0xC0) == 0x80;
            if (!rich.runs.empty() && (inside || rich.runs.back().style == styles_[i])) {
                rich.runs.back().end = at + 1;
            } else {
                rich.runs.push_back({at, at + 1, styles_[i], -1});
            }
        }
        if (rich.runs.empty()) rich.runs.push_back({});
        return rich;
    }

private:
    template <class Function>
    void for_each(Span source, Function function) {
        const uint32_t begin = std::max(source.begin, view_.begin), end = std::min(source.end, view_.end);
        for (uint32_t at = begin; at < end; ++at) function(styles_[at - view_.begin]);
    }

    const parse::Document& document_;
    Span view_;
    std::vector<uint16_t> styles_;
};

// Whole lines of the file: those of the item and a few around it.
Span view_around(std::string_view text, Span item) {
    const auto size = static_cast<uint32_t>(text.size());
    uint32_t begin = std::min(item.begin, size), end = std::min(std::max(item.end, item.begin), size);
    for (int lines = 0; begin > 0; --begin) {
        if (text[begin - 1] == '\n' && ++lines > lines_around) break;
    }
    for (int lines = 0; end < size; ++end) {
        if (text[end] == '\n' && ++lines > lines_around) break;
    }
    // A file that is one line: at most a page of it, between two words.
    constexpr uint32_t page = 2000;
    if (item.begin - begin > page) begin = item.begin - page;
    if (end - std::min(item.end, end) > page) end = item.end + page;
    while (begin > 0 && begin < size && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) ++begin;
    while (end < size && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return {begin, end};
}

}  // namespace

SourceView derive_source(const Scene& scene, search::ItemId id) {
    const parse::Document& document = scene.corpus.document_of(id);
    const parse::Item& item = scene.corpus.item(id);
    const auto diagnostics = diagnostics_of(scene.corpus, id);

    Painted painted(document);
    painted.set_view(view_around(document.source.text, item.source));
    painted.paint_text(item.question, question);
    if (item.answer) painted.paint_text(*item.answer, answer);
    painted.close_gaps();
    for (const auto& footnote : document.footnotes) {
        if (footnote.text) painted.paint_note(*footnote.text);
    }
    for (const auto& line : document.source.lines) {
        if (line.furniture) painted.paint(line.span, furniture);
    }
    for (const Diagnostic* one : diagnostics) {
        if (one->severity != Severity::note) painted.add(one->source, repair);
    }

    SourceView view;
    view.text = painted.take();
    view.file = document.source.name;
    for (const auto& [key, style] : {std::pair{"source.question", question}, std::pair{"source.answer", answer},
                                     std::pair{"source.note", note}, std::pair{"source.furniture", furniture},
                                     std::pair{"source.repair", repair}, std::pair{"source.outside", outside}}) {
        const bool present = std::any_of(view.text.runs.begin(), view.text.runs.end(),
                                         [shown = style](const Run& run) { return (run.style & shown) != 0; });
        if (present) view.legend.push_back({scene.text(key), style});
    }
    for (const Diagnostic* one : diagnostics) {
        std::string sentence = scene.strings.diagnostic(scene.language(), *one);
        if (std::find(view.diagnostics.begin(), view.diagnostics.end(), sentence) == view.diagnostics.end()) {
            view.diagnostics.push_back(std::move(sentence));
        }
    }
    return view;
}

}  // namespace kl::app
