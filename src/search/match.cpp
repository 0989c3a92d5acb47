#include "search/match.h"

#include <algorithm>

#include "search/ranking.h"
#include "text/stem.h"

namespace kl::search {
namespace {

constexpr uint8_t none = UINT8_MAX;  // no match, where a Match is kept as a number

struct List {
    std::span<const Posting> postings;
    Match match = Match::exact;
};

// The postings of everything a word stands for; those of `item` only when one is given.
std::vector<List> lists_of(const Index& index, std::string_view word, bool stemmed, bool prefix,
                           std::optional<ItemId> item) {
    std::vector<List> lists;
    for (const Expansion& e : expand(index, word, stemmed, prefix)) {
        std::span<const Posting> postings = index.postings(e.word);
        if (item) {
            const auto at = std::ranges::lower_bound(postings, *item, {}, &Posting::item);
            if (at == postings.end() || at->item != *item) continue;
            postings = postings.subspan(static_cast<size_t>(at - postings.begin()), 1);
        }
        lists.push_back({postings, e.match});
    }
    return lists;
}

std::vector<List> lists_of_term(const Index& index, const QueryNode& term, std::optional<ItemId> item) {
    return lists_of(index, term.word, true, term.prefix, item);
}

float term_frequency(const ItemLengths& item, const Posting& posting, Match match) {
    float sum = 0;
    for (size_t f = 0; f < field_count; ++f) sum += item.weight[f] * static_cast<float>(posting.occurrences[f]);
    return sum * ranking::match_weight[static_cast<size_t>(match)];
}

Found find_term(const Index& index, const std::vector<List>& lists) {
    Found found;
    if (lists.size() == 1) {
        for (const Posting& posting : lists[0].postings) {
            found.items.push_back(posting.item);
            found.tf.push_back(term_frequency(index.items[posting.item], posting, lists[0].match));
            found.matches.push_back(lists[0].match);
        }
        return found;
    }
    // A prefix may stand for thousands of words: add up in place rather than sort.
    const size_t items = lists.empty() ? 0 : index.items.size();
    std::vector<float> tf(items, 0);
    std::vector<uint8_t> best(items, none);
    for (const List& list : lists) {
        const auto match = static_cast<uint8_t>(list.match);
        for (const Posting& posting : list.postings) {
            tf[posting.item] += term_frequency(index.items[posting.item], posting, list.match);
            best[posting.item] = std::min(best[posting.item], match);
        }
    }
    for (ItemId item = 0; item < items; ++item) {
        if (best[item] == none) continue;
        found.items.push_back(item);
        found.tf.push_back(tf[item]);
        found.matches.push_back(static_cast<Match>(best[item]));
    }
    return found;
}

struct Start {
    ItemId item = 0;
    uint32_t position = 0;
    uint8_t match = 0;  // of the worst word so far; none: not the phrase
};

size_t occurrence_count(const Index& index, const std::vector<List>& lists) {
    size_t count = 0;
    for (const List& list : lists) {
        for (const Posting& posting : list.postings) count += index.positions(posting).size();
    }
    return count;
}

// Where the phrase may begin, judged by its rarest word, and then struck out by each other word. Linear in the words'
// occurrences, however many words a stem or prefix stands for.
std::vector<Start> phrase_starts(const Index& index, const QueryNode& phrase, std::optional<ItemId> item) {
    std::vector<std::vector<List>> words;
    size_t rarest = 0, fewest = SIZE_MAX;
    for (size_t k = 0; k < phrase.words.size(); ++k) {
        const bool prefix = phrase.prefix && k + 1 == phrase.words.size();
        words.push_back(lists_of(index, phrase.words[k], phrase.stemmed, prefix, item));
        if (words.back().empty()) return {};
        const size_t count = occurrence_count(index, words.back());
        if (count < fewest) {
            fewest = count;
            rarest = k;
        }
    }

    // The rarest word's places, dealt out by item: each list is in order, but there may be many of them.
    const auto offset = static_cast<uint32_t>(rarest);
    const auto places = [&](const Posting& posting) {  // those with room for the words before it
        const std::span<const uint32_t> all = index.positions(posting);
        return all.subspan(static_cast<size_t>(std::ranges::lower_bound(all, offset) - all.begin()));
    };
    ItemId first = UINT32_MAX, last = 0;
    for (const List& list : words[rarest]) {
        first = std::min(first, list.postings.front().item);
        last = std::max(last, list.postings.back().item);
    }
    std::vector<uint32_t> begin(last - first + 2, 0);  // of each item's starts
    for (const List& list : words[rarest]) {
        for (const Posting& posting : list.postings) {
            begin[posting.item - first + 1] += static_cast<uint32_t>(places(posting).size());
        }
    }
    for (size_t i = 1; i < begin.size(); ++i) begin[i] += begin[i - 1];
    std::vector<Start> starts(begin.back());
    std::vector<uint32_t> next(begin.begin(), begin.end() - 1);
    for (const List& list : words[rarest]) {
        for (const Posting& posting : list.postings) {
            uint32_t& at = next[posting.item - first];
            for (uint32_t position : places(posting)) {
                starts[at++] = {posting.item, position - offset, static_cast<uint8_t>(list.match)};
            }
        }
    }
    if (words[rarest].size() > 1) {
        for (size_t i = 0; i + 1 < begin.size(); ++i) {
            std::sort(starts.begin() + begin[i], starts.begin() + begin[i + 1],
                      [](const Start& a, const Start& b) { return a.position < b.position; });
        }
    }

    std::vector<uint8_t> best(starts.size());
    for (size_t k = 0; k < words.size(); ++k) {
        if (k == rarest) continue;
        std::ranges::fill(best, none);
        for (const List& list : words[k]) {
            for (const Posting& posting : list.postings) {
                if (posting.item < first || posting.item > last) continue;
                uint32_t s = begin[posting.item - first];
                const uint32_t end = begin[posting.item - first + 1];
                if (s == end) continue;
                for (uint32_t position : index.positions(posting)) {
                    while (s < end && starts[s].position + k < position) ++s;
                    if (s == end) break;
                    if (starts[s].position + k == position)
                        best[s] = std::min(best[s], static_cast<uint8_t>(list.match));
                }
            }
        }
        for (size_t s = 0; s < starts.size(); ++s) starts[s].match = std::max(starts[s].match, best[s]);
    }
    std::erase_if(starts, [](const Start& s) { return s.match == none; });
    return starts;
}

Found find_phrase(const Index& index, const std::vector<Start>& starts) {
    Found found;
    for (const Start& start : starts) {
        const ItemLengths& item = index.items[start.item];
        const float tf =
            item.weight[static_cast<size_t>(item.field(start.position))] * ranking::match_weight[start.match];
        const auto match = static_cast<Match>(start.match);
        if (found.items.empty() || found.items.back() != start.item) {
            found.items.push_back(start.item);
            found.tf.push_back(tf);
            found.matches.push_back(match);
        } else {
            found.tf.back() += tf;
            found.matches.back() = std::min(found.matches.back(), match);
        }
    }
    return found;
}

}  // namespace

std::vector<Expansion> expand(const Index& index, std::string_view folded, bool stemmed, bool prefix) {
    std::vector<Expansion> out;
    const WordId exact = index.words.find(folded);
    if (exact != index.words.size()) out.push_back({exact, Match::exact});

    StemId stem = index.stems.size();
    if (stemmed) {
        stem = exact != index.words.size() ? index.stem_of[exact] : index.stems.find(text::Stemmer().stem(folded));
        if (stem != index.stems.size()) {
            for (WordId word : index.words_of(stem)) {
                if (word != exact) out.push_back({word, Match::stem});
            }
        }
    }
    if (prefix) {
        const auto [low, high] = index.words.prefix_range(folded);
        for (WordId word = low; word < high; ++word) {
            if (word != exact && (!stemmed || index.stem_of[word] != stem)) out.push_back({word, Match::prefix});
        }
    }
    return out;
}

Found find_all(const Index& index, const QueryNode& leaf) {
    if (leaf.kind == QueryNode::Kind::phrase) return find_phrase(index, phrase_starts(index, leaf, std::nullopt));
    return find_term(index, lists_of_term(index, leaf, std::nullopt));
}

std::vector<Occurrence> find_in(const Index& index, const QueryNode& leaf, ItemId item) {
    std::vector<Occurrence> out;
    if (leaf.kind == QueryNode::Kind::phrase) {
        for (const Start& start : phrase_starts(index, leaf, item)) {
            out.push_back({start.position, static_cast<uint32_t>(leaf.words.size()), static_cast<Match>(start.match)});
        }
        return out;
    }
    for (const List& list : lists_of_term(index, leaf, item)) {
        for (uint32_t position : index.positions(list.postings.front())) out.push_back({position, 1, list.match});
    }
    std::ranges::sort(out, {}, &Occurrence::position);
    return out;
}

}  // namespace kl::search
