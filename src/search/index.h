// The index over a corpus' items: a dictionary of folded words, for each word its postings with positions, and the
// facet columns.
//
//   dictionary   … grondstof  grondstoffen  grondstoffenstrategie  grondstofreserves …       sorted, so a prefix is a
//   range stems            └─ grondstof ─┘                                                         a stem knows its
//   words postings     grondstoffen → {item 1, positions 45} {item 3, positions 9 112} …           items ascending
//
// One dictionary serves exact words, stems and prefixes: a query's word is looked up as a list of words, each with the
// way it matched (see match.h).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/columns.h"
#include "search/corpus.h"
#include "search/fields.h"
#include "search/search.h"
#include "search/string_table.h"

namespace kl::search {

using WordId = uint32_t;
using StemId = uint32_t;

struct Posting {
    ItemId item = 0;
    uint32_t positions = 0;  // where its positions begin; they end where the next posting's begin
    std::array<uint16_t, field_count> occurrences{};  // in each field; 65535 stands for more
};

// Length and shape of an item, for ranking and for the fields of positions.
struct ItemLengths {
    uint32_t answer_begin = 0, footnote_begin = 0;  // first position in each
    std::array<float, field_count> weight{};        // of one occurrence in a field: field weight over length norm
    [[nodiscard]] Field field(uint32_t position) const {
        return position < answer_begin ? Field::question : position < footnote_begin ? Field::answer : Field::footnote;
    }
};

// The running text as word ids, in order of items: needed while building (keywords), not kept.
struct Forward {
    static constexpr uint8_t gap = 1, sentence = 2, joined = 4, hyphen = 8,
                             note = 16;  // see ItemToken; note: in a note
    std::vector<uint32_t> begin;         // of each item, and the end
    std::vector<WordId> words;
    std::vector<uint8_t> flags;
    std::vector<std::string> forms;  // of each word: the way it is mostly written, with its capitals and accents
    std::vector<bool> names;         // of each word: written with a capital also inside a sentence
};

class Index {
public:
    StringTable words;
    StringTable stems;
    std::vector<StemId> stem_of;       // of each word
    std::vector<uint32_t> stem_begin;  // words of stem s: stem_words[stem_begin[s] .. stem_begin[s + 1])
    std::vector<WordId> stem_words;
    std::vector<ItemLengths> items;
    std::array<FacetColumn, facet_count> columns;
    std::vector<uint32_t> newest_rank;  // of each item: 0 is the newest document's first item

    [[nodiscard]] std::span<const Posting> postings(WordId word) const {
        return std::span(postings_).subspan(posting_begin_[word], posting_begin_[word + 1] - posting_begin_[word]);
    }
    // `posting` as given by postings(). Ascending.
    [[nodiscard]] std::span<const uint32_t> positions(const Posting& posting) const {
        const uint32_t end = (&posting + 1)->positions;  // there is one posting more than there are
        return std::span(positions_).subspan(posting.positions, end - posting.positions);
    }
    [[nodiscard]] std::span<const WordId> words_of(StemId stem) const {
        return std::span(stem_words).subspan(stem_begin[stem], stem_begin[stem + 1] - stem_begin[stem]);
    }
    [[nodiscard]] const FacetColumn& column(Facet facet) const { return columns[static_cast<size_t>(facet)]; }

    // Words, stems and postings; the columns are for the caller to fill. Time and memory grow with the text.
    static void build(const Corpus& corpus, Index& index, Forward& forward);

private:
    std::vector<uint32_t> posting_begin_;
    std::vector<Posting> postings_;
    std::vector<uint32_t> positions_;
};

}  // namespace kl::search
