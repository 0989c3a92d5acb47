// What a term or phrase of a query finds: in the whole corpus (for hits and scores) or in one item (for highlights and
// reasons).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "search/index.h"
#include "search/query.h"
#include "search/search.h"

namespace kl::search {

// A word of the dictionary that a query's word stands for.
//   grondstof, typed  →  grondstof (exact), grondstoffen (stem), grondstoffenstrategie, grondstofreserves … (prefix)
struct Expansion {
    WordId word = 0;
    Match match = Match::exact;
};
// Each word once, with the best way it matches.
[[nodiscard]] std::vector<Expansion> expand(const Index& index, std::string_view folded, bool stemmed, bool prefix);

// The items in which a term or phrase occurs, ascending.
struct Found {
    std::vector<ItemId> items;
    std::vector<float> tf;       // weighed occurrences: see ranking.h
    std::vector<Match> matches;  // the best one in the item; of a phrase's one occurrence, that of its worst word
};
[[nodiscard]] Found find_all(const Index& index, const QueryNode& leaf);

struct Occurrence {
    uint32_t position = 0;
    uint32_t words = 1;  // a phrase's are at position, position + 1 …
    Match match = Match::exact;
};
// Ascending.
[[nodiscard]] std::vector<Occurrence> find_in(const Index& index, const QueryNode& leaf, ItemId item);

}  // namespace kl::search
