#include "search/index.h"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

#include "search/ranking.h"
#include "text/fold.h"
#include "text/sort.h"
#include "text/stem.h"
#include "text/utf8.h"

namespace kl::search {
namespace {

// A word as it is written. Folding every token would fold the same few thousand forms again and again.
struct Form {
    uint32_t word = 0;  // in order of first sight
    uint32_t count = 0;
    uint32_t inside = 0;  // not at a sentence's start, where a capital says nothing
};

struct Collected {
    std::unordered_map<std::string_view, Form> forms;  // keys live in the documents
    std::unordered_map<std::string, uint32_t> ids;
    std::vector<uint32_t> positions;  // of each token of Forward
    std::vector<uint8_t> fields;
};

uint32_t word_id(Collected& collected, std::string_view token, bool sentence) {
    const auto [at, fresh] = collected.forms.try_emplace(token);
    if (fresh) {
        const auto next = static_cast<uint32_t>(collected.ids.size());
        at->second.word = collected.ids.try_emplace(text::fold(token), next).first->second;
    }
    ++at->second.count;
    if (!sentence) ++at->second.inside;
    return at->second.word;
}

Collected collect(const Corpus& corpus, Index& index, Forward& forward) {
    Collected collected;
    std::vector<ItemToken> tokens;
    forward.begin.push_back(0);
    for (ItemId id = 0; id < corpus.item_count(); ++id) {
        const parse::Document& document = corpus.document_of(id);
        item_tokens(document, corpus.item(id), tokens);
        ItemLengths lengths;
        lengths.answer_begin = lengths.footnote_begin = UINT32_MAX;
        std::array<uint32_t, field_count> count{};
        for (const ItemToken& token : tokens) {
            forward.words.push_back(word_id(collected, slice(document.text, token.span), token.sentence));
            forward.flags.push_back(
                static_cast<uint8_t>((token.gap ? Forward::gap : 0) | (token.sentence ? Forward::sentence : 0) |
                                     (token.joined ? Forward::joined : 0) | (token.hyphen ? Forward::hyphen : 0) |
                                     (token.field == Field::footnote ? Forward::note : 0)));
            collected.positions.push_back(token.position);
            collected.fields.push_back(static_cast<uint8_t>(token.field));
            if (token.field != Field::question) lengths.answer_begin = std::min(lengths.answer_begin, token.position);
            if (token.field == Field::footnote)
                lengths.footnote_begin = std::min(lengths.footnote_begin, token.position);
            ++count[static_cast<size_t>(token.field)];
        }
        for (size_t f = 0; f < field_count; ++f) lengths.weight[f] = static_cast<float>(count[f]);  // see weigh()
        index.items.push_back(lengths);
        forward.begin.push_back(static_cast<uint32_t>(forward.words.size()));
    }
    return collected;
}

// Token counts → weight of one occurrence.
void weigh(Index& index) {
    for (size_t f = 0; f < field_count; ++f) {
        double sum = 0, with = 0;
        for (const ItemLengths& item : index.items) {
            sum += static_cast<double>(item.weight[f]);
            if (item.weight[f] > 0) ++with;
        }
        const double average = with > 0 ? sum / with : 1;
        for (ItemLengths& item : index.items) {
            const double norm = 1 - ranking::b + ranking::b * static_cast<double>(item.weight[f]) / average;
            item.weight[f] = static_cast<float>(ranking::field_weight[f] / norm);
        }
    }
}

// Words in order of first sight → in order of bytes.
std::vector<WordId> sort_words(Collected& collected, Index& index) {
    std::vector<std::string_view> seen(collected.ids.size());
    for (const auto& [word, id] : collected.ids) seen[id] = word;
    std::vector<uint32_t> order(seen.size());
    std::iota(order.begin(), order.end(), 0U);
    text::sort(order, {}, [&](uint32_t id) { return seen[id]; });
    std::vector<WordId> renumbered(seen.size());
    for (uint32_t i = 0; i < order.size(); ++i) {
        index.words.append(seen[order[i]]);
        renumbered[order[i]] = i;
    }
    return renumbered;
}

void make_stems(Index& index) {
    text::Stemmer stemmer;
    const uint32_t count = index.words.size();
    std::vector<std::string> stem(count);
    for (WordId w = 0; w < count; ++w) stem[w] = stemmer.stem(index.words[w]);
    index.stem_words.resize(count);
    std::iota(index.stem_words.begin(), index.stem_words.end(), 0U);
    text::sort(index.stem_words, {}, [&](WordId w) -> const std::string& { return stem[w]; });
    index.stem_of.resize(count);
    for (uint32_t i = 0; i < count; ++i) {
        const WordId w = index.stem_words[i];
        if (i == 0 || stem[w] != stem[index.stem_words[i - 1]]) {
            index.stems.append(stem[w]);
            index.stem_begin.push_back(i);
        }
        index.stem_of[w] = index.stems.size() - 1;
    }
    index.stem_begin.push_back(count);
}

// "Grondstoffenstrategie" or "grondstoffenstrategie": what most places say that are no sentence's start.
void find_forms(const Collected& collected, const std::vector<WordId>& renumbered, uint32_t words, Forward& forward) {
    struct Best {
        std::string_view form;
        Form seen;
    };
    std::vector<Best> best(words);
    const auto better = [](const Best& a, const Best& b) {
        return std::tie(a.seen.inside, a.seen.count, a.form) > std::tie(b.seen.inside, b.seen.count, b.form);
    };
    for (const auto& [form, seen] : collected.forms) {
        Best& now = best[renumbered[seen.word]];
        const Best candidate{form, seen};
        if (now.form.empty() || better(candidate, now)) now = candidate;
    }
    for (const Best& b : best) {
        forward.forms.emplace_back(b.form);
        forward.names.push_back(b.seen.inside > 0 && text::is_upper(text::decode(b.form, 0).code_point));
    }
}

}  // namespace

void Index::build(const Corpus& corpus, Index& index, Forward& forward) {
    Collected collected = collect(corpus, index, forward);
    weigh(index);
    const std::vector<WordId> renumbered = sort_words(collected, index);
    for (WordId& word : forward.words) word = renumbered[word];
    make_stems(index);
    find_forms(collected, renumbered, index.words.size(), forward);

    // Tokens are in order of item and position, so that dealing them out by word (a counting sort) gives postings in
    // order.
    const uint32_t words = index.words.size();
    std::vector<uint32_t> next_position(words + 1, 0), last_item(words, UINT32_MAX);
    index.posting_begin_.assign(words + 1, 0);
    for (ItemId id = 0; id < corpus.item_count(); ++id) {
        for (uint32_t i = forward.begin[id]; i < forward.begin[id + 1]; ++i) {
            const WordId w = forward.words[i];
            ++next_position[w + 1];
            if (last_item[w] != id) ++index.posting_begin_[w + 1];
            last_item[w] = id;
        }
    }
    for (uint32_t w = 0; w < words; ++w) {
        next_position[w + 1] += next_position[w];
        index.posting_begin_[w + 1] += index.posting_begin_[w];
    }
    index.positions_.resize(forward.words.size());
    index.postings_.resize(index.posting_begin_[words] + 1);
    index.postings_.back().positions = static_cast<uint32_t>(index.positions_.size());
    std::vector<uint32_t> next_posting(index.posting_begin_.begin(), index.posting_begin_.end() - 1);
    last_item.assign(words, UINT32_MAX);
    for (ItemId id = 0; id < corpus.item_count(); ++id) {
        for (uint32_t i = forward.begin[id]; i < forward.begin[id + 1]; ++i) {
            const WordId w = forward.words[i];
            if (last_item[w] != id) {
                last_item[w] = id;
                Posting& fresh = index.postings_[next_posting[w]++];
                fresh.item = id;
                fresh.positions = next_position[w];
            }
            uint16_t& occurrences = index.postings_[next_posting[w] - 1].occurrences[collected.fields[i]];
            if (occurrences < UINT16_MAX) ++occurrences;
            index.positions_[next_position[w]++] = collected.positions[i];
        }
    }
}

}  // namespace kl::search
