#include "parse/document.h"

#include <algorithm>

namespace kl::parse {
namespace {

// Index of the last run that begins at or before `at`; runs.size() when there is none.
size_t run_before(const std::vector<SourceRun>& runs, uint32_t at) {
    const auto after = std::ranges::upper_bound(runs, at, {}, &SourceRun::text_begin);
    return after == runs.begin() ? runs.size() : static_cast<size_t>(after - runs.begin()) - 1;
}

}  // namespace

std::string_view name(Kind kind) {
    switch (kind) {
        case Kind::lijst: return "lijst";
        case Kind::aanhangsel: return "aanhangsel";
        case Kind::kamervragen: return "kamervragen";
        case Kind::mededeling: return "mededeling";
        case Kind::rekenkamer: return "rekenkamer";
        case Kind::onbekend: return "onbekend";
    }
    return "onbekend";
}

Span to_source(const Document& document, Span span) {
    const std::vector<SourceRun>& runs = document.runs;
    if (runs.empty()) return {};
    size_t first = run_before(runs, span.begin);
    if (first == runs.size()) first = 0;
    const SourceRun& run = runs[first];
    uint32_t begin = 0;
    if (span.begin >= run.text_begin + run.size) {
        // Between two runs: something that was put in. An empty span lies at the end of the run before it.
        if (span.empty()) return {run.source_begin + run.size, run.source_begin + run.size};
        if (first + 1 == runs.size()) return {run.source_begin + run.size, run.source_begin + run.size};
        begin = runs[first + 1].source_begin;
    } else {
        begin = run.source_begin + (std::max(span.begin, run.text_begin) - run.text_begin);
    }
    if (span.empty()) return {begin, begin};
    const size_t last = run_before(runs, span.end - 1);
    if (last == runs.size()) return {begin, begin};
    const uint32_t within = std::min(span.end - runs[last].text_begin, runs[last].size);
    return {begin, std::max(begin, runs[last].source_begin + within)};
}

std::string running_text(const Document& document, Span span) {
    // Footnotes are in the order of their marks; those without a mark come last, with an empty span.
    std::string out;
    out.reserve(span.size());
    uint32_t at = span.begin;
    const auto take = [&](uint32_t end) { out += slice(document.text, {at, end}); };
    const auto first = std::ranges::partition_point(document.footnotes, [&](const Footnote& note) {
        return !note.mark_span.empty() && note.mark_span.end <= span.begin;
    });
    for (auto note = first; note != document.footnotes.end(); ++note) {
        if (note->mark_span.empty() || note->mark_span.begin >= span.end) break;
        const uint32_t begin = std::max(at, note->mark_span.begin);
        take(begin);
        at = std::max(begin, std::min(note->mark_span.end, span.end));
        // A mark on a line of its own, or "[1]" after a blank: the blank before it goes too.
        if (!out.empty() && out.back() == ' ' &&
            (at == span.end || document.text[at] == ' ' || document.text[at] == '\n'))
            out.pop_back();
    }
    take(span.end);
    return out;
}

}  // namespace kl::parse
