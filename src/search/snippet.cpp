// The passage shown under a hit: it covers as many of the query's terms as fit, and begins at a sentence where that
// leaves room.
//
//   "… Zo is de toename van het aantal exportcontrolemaatregelen van China op kritieke [grondstoffen] de afgelopen
//   jaren …"
#include <algorithm>
#include <bitset>

#include "search/explain.h"
#include "search/search.h"

namespace kl::search {
namespace {

constexpr size_t terms_told_apart = 64;  // more terms than fit in a passage anyway

// The tokens of one field, and the query's places among them.
struct Passage {
    Span text;
    std::vector<ItemToken> tokens;
    std::vector<Highlight> places;
};

// Index of the place at which a window of `max_bytes` covers most different terms; among equals the most places, then
// the first.
struct Window {
    size_t first = 0, last = 0;  // places
};

Window best_window(const std::vector<Highlight>& places, uint32_t max_bytes) {
    Window best;
    size_t best_terms = 0, best_places = 0;
    for (size_t i = 0; i < places.size(); ++i) {
        std::bitset<terms_told_apart> terms;
        size_t last = i;
        for (size_t j = i; j < places.size() && places[j].span.begin < places[i].span.begin + max_bytes; ++j) {
            if (places[j].span.end > places[i].span.begin + max_bytes) continue;
            terms.set(places[j].term % terms_told_apart);
            last = j;
        }
        const size_t count = last - i + 1;
        if (terms.count() > best_terms || (terms.count() == best_terms && count > best_places)) {
            best = {i, last};
            best_terms = terms.count();
            best_places = count;
        }
    }
    return best;
}

// The token to begin with: the start of the sentence, or else a few words before the first place.
size_t first_token(const Passage& passage, Span wanted, uint32_t max_bytes) {
    const auto& tokens = passage.tokens;
    const auto fits = [&](size_t i) { return wanted.end - tokens[i].span.begin <= max_bytes; };
    auto at = static_cast<size_t>(
        std::ranges::lower_bound(tokens, wanted.begin, {}, [](const ItemToken& t) { return t.span.begin; }) -
        tokens.begin());
    const size_t place = at;
    while (at > 0 && !tokens[at].sentence && fits(at - 1)) --at;
    if (tokens[at].sentence) return at;
    // The sentence begins too far back: leave as much after the words as before them.
    at = place;
    const uint32_t lead = (max_bytes - std::min(max_bytes, wanted.size())) / 2;
    while (at > 0 && fits(at - 1) && wanted.begin - tokens[at - 1].span.begin <= lead) --at;
    return at;
}

// What closes a sentence belongs to its last word: "… verbeteren."
uint32_t with_marks(std::string_view text, uint32_t end, uint32_t limit) {
    while (end < limit && std::string_view(".,;:?!)\"'").find(text[end]) != std::string_view::npos) ++end;
    return end;
}

Snippet cut(std::string_view text, const Passage& passage, size_t first, uint32_t max_bytes) {
    const auto& tokens = passage.tokens;
    Snippet snippet;
    // From its very beginning a field is shown with what stands before its first word: a quote, a bracket.
    const uint32_t begin = first == 0 ? passage.text.begin : tokens[first].span.begin;
    snippet.span = {begin, begin};
    snippet.cut_before = first > 0 && !tokens[first].sentence;
    for (size_t i = first; i < tokens.size() && tokens[i].span.end - begin <= max_bytes; ++i)
        snippet.span.end = tokens[i].span.end;
    snippet.span.end = with_marks(text, snippet.span.end, std::min(passage.text.end, begin + max_bytes));
    snippet.cut_after = !tokens.empty() && snippet.span.end < tokens.back().span.end;
    return snippet;
}

}  // namespace

Snippet snippet(const Corpus& corpus, const Query& query, ItemId item, uint32_t max_bytes) {
    const parse::Document& document = corpus.document_of(item);
    const parse::Item& about = corpus.item(item);
    const Field field = about.answer ? Field::answer : Field::question;
    Passage passage;
    passage.text = about.answer ? *about.answer : about.question;
    if (passage.text.size() <= max_bytes) return {passage.text, false, false};
    passage.places = places(corpus, query, item, passage.tokens);
    if (passage.tokens.empty()) item_tokens(document, about, passage.tokens);
    std::erase_if(passage.tokens, [&](const ItemToken& t) { return t.field != field; });
    std::erase_if(passage.places, [&](const Highlight& h) { return !passage.text.contains(h.span); });

    if (passage.places.empty()) return cut(document.text, passage, 0, max_bytes);
    const Window window = best_window(passage.places, max_bytes);
    const Span wanted{passage.places[window.first].span.begin, passage.places[window.last].span.end};
    return cut(document.text, passage, first_token(passage, wanted, max_bytes), max_bytes);
}

}  // namespace kl::search
