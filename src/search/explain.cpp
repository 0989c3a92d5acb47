#include "search/explain.h"

#include <algorithm>
#include <tuple>

#include "search/index.h"
#include "search/match.h"
#include "text/sort.h"

namespace kl::search {
namespace {

Span span_of(const std::vector<ItemToken>& tokens, const Occurrence& occurrence) {
    const auto first = std::ranges::lower_bound(tokens, occurrence.position, {}, &ItemToken::position);
    return {first->span.begin, (first + (occurrence.words - 1))->span.end};
}

}  // namespace

std::vector<Highlight> places(const Corpus& corpus, const Query& query, ItemId item, std::vector<ItemToken>& tokens) {
    tokens.clear();
    std::vector<Highlight> out;
    uint16_t term = 0;
    for (const QueryNode* leaf : wanted(query)) {
        for (const Occurrence& o : find_in(corpus.index(), *leaf, item)) {
            if (tokens.empty()) item_tokens(corpus.document_of(item), corpus.item(item), tokens);
            out.push_back({span_of(tokens, o), term, o.match});
        }
        ++term;
    }
    text::sort(out, {}, [](const Highlight& h) { return std::tuple(h.span.begin, h.term, h.span.end); });
    return out;
}

std::vector<Highlight> highlights(const Corpus& corpus, const Query& query, ItemId item) {
    std::vector<ItemToken> tokens;
    std::vector<Highlight> out;
    for (const Highlight& next : places(corpus, query, item, tokens)) {
        if (out.empty() || !out.back().span.overlaps(next.span)) {
            out.push_back(next);
            continue;
        }
        // Terms that share words (a phrase and one of its words) are marked once, as the term that matches better.
        Highlight& last = out.back();
        last.span.end = std::max(last.span.end, next.span.end);
        if (next.match < last.match) {
            last.match = next.match;
            last.term = next.term;
        }
    }
    return out;
}

std::vector<TermReason> reasons(const Corpus& corpus, const Query& query, ItemId item) {
    std::vector<TermReason> out;
    const ItemLengths& lengths = corpus.index().items[item];
    for (const QueryNode* leaf : wanted(query)) {
        const std::vector<Occurrence> occurrences = find_in(corpus.index(), *leaf, item);
        if (occurrences.empty()) continue;
        TermReason reason;
        reason.word = slice(query.text, leaf->span);
        reason.match = std::ranges::min(occurrences, {}, &Occurrence::match).match;
        for (const Occurrence& o : occurrences) {
            switch (lengths.field(o.position)) {
                case Field::question: ++reason.in_question; break;
                case Field::answer: ++reason.in_answer; break;
                case Field::footnote: ++reason.in_footnotes; break;
            }
        }
        out.push_back(std::move(reason));
    }
    return out;
}

}  // namespace kl::search
