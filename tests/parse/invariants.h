// What holds for every parsed document, whatever the file was.
#pragma once

#include <algorithm>

#include "parse/parse.h"

namespace kl::test {

// Counts broken promises instead of checking each of millions of spans.
inline size_t broken_promises(const parse::Document& d) {
    size_t broken = 0;
    const auto inside = [&](Span span) { broken += span.begin > span.end || span.end > d.text.size(); };
    for (const Span span : d.head_paragraphs) inside(span);
    for (const Span span : d.tail_paragraphs) inside(span);
    inside(d.letter);
    std::vector<Span> parts;
    for (const parse::Item& item : d.items) {
        inside(item.question);
        broken += item.numbers.empty();
        if (!item.question.empty()) parts.push_back(item.question);
        if (item.answer) {
            inside(*item.answer);
            parts.push_back(*item.answer);
        }
        for (const Span p : item.question_paragraphs) broken += !item.question.contains(p);
        for (const Span p : item.answer_paragraphs) broken += !item.answer || !item.answer->contains(p);
        for (const uint32_t n : item.footnotes) broken += n >= d.footnotes.size();
        broken += item.source.begin > item.source.end || item.source.end > d.source.text.size();
    }
    std::sort(parts.begin(), parts.end(), [](Span a, Span b) { return a.begin < b.begin; });
    for (size_t i = 1; i < parts.size(); ++i) broken += parts[i - 1].end > parts[i].begin;
    for (const parse::Footnote& note : d.footnotes) {
        inside(note.mark_span);
        if (note.text) inside(*note.text);
        broken += note.item >= static_cast<int>(d.items.size());
    }
    for (const Diagnostic& diagnostic : d.diagnostics) {
        inside(diagnostic.span);
        broken += diagnostic.source.begin > diagnostic.source.end || diagnostic.source.end > d.source.text.size();
    }
    uint32_t text_end = 0;
    for (const parse::SourceRun& run : d.runs) {
        broken += run.text_begin < text_end || run.size == 0;
        text_end = run.text_begin + run.size;
        if (text_end > d.text.size() || run.source_begin + run.size > d.source.text.size()) {
            ++broken;
            continue;
        }
        broken += d.text.compare(run.text_begin, run.size, d.source.text, run.source_begin, run.size) != 0;
    }
    return broken;
}

}  // namespace kl::test
