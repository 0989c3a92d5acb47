// The knobs of ranking: BM25 over several fields (Robertson & Zaragoza 2009, "The Probabilistic Relevance Framework:
// BM25 and Beyond", 3.6). An item's score is the sum over the query's terms of
//     idf × (band + tf / (k1 + tf)) / 3        tf = sum over fields of  field weight × match weight × occurrences /
//     length norm
// where the band (2 exact, 1 stem, 0 prefix) is that of the term's best match in the item: tf / (k1 + tf) stays below
// 1, so that any item with the word itself stands above all items that only have another form of it.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>

namespace kl::search::ranking {

// How much a second and third occurrence add. 0: nothing, a word is there or it is not; large: in proportion, so that
// one item that repeats a word passes items with all the words.
inline constexpr double k1 = 1.2;

// How much a long text is held against an item. 0: not at all, long answers win by having more words; 1: in full, a
// one-line answer with the word wins from a page that treats it.
inline constexpr double b = 0.6;

// Question, answer, footnote. Equal: a word's place says nothing; far apart: an answer never passes a question that has
// the word. A question is short and says what the item is about; a note mostly names a source.
inline constexpr std::array<double, 3> field_weight = {2.0, 1.0, 0.4};

// What an occurrence of a stem or a prefix counts beside one of the word itself. 1: as much; 0: only the band tells
// them apart.
inline constexpr std::array<float, 3> match_weight = {1.0F, 0.6F, 0.3F};

// Never negative: a word that stands in every item still counts a little.
[[nodiscard]] inline double idf(uint32_t items, uint32_t with_term) {
    return std::log(1 + (items - with_term + 0.5) / (with_term + 0.5));
}

[[nodiscard]] inline float contribution(double idf, double tf, uint8_t match) {
    return static_cast<float>(idf * (2 - match + tf / (k1 + tf)) / 3);
}

}  // namespace kl::search::ranking
