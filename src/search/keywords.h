// Keywords: the significant terms of items, found by statistics against the corpus. keywords.cpp tells how.
#pragma once

#include <string>
#include <vector>

#include "search/corpus.h"
#include "search/index.h"

namespace kl::search {

struct Keywords {
    std::vector<std::string> labels;          // best first
    std::vector<std::vector<Keyword>> items;  // of each item, best first
};

// An item has a keyword when the term, in any of its forms, stands in it (notes included, as in a search); a term is a
// keyword when it is among the best of some item. So the number of items with a keyword is the number of items in which
// a reader finds it.
[[nodiscard]] Keywords find_keywords(const Corpus& corpus, const Index& index, const Forward& forward);

// The log-likelihood ratio of a term that occurs `in_part` times in `part` tokens and `in_rest` times in the `rest`:
// how much surprise there is in its being spread so unevenly. 3.84: 5% chance; 10.83: 0.1%. Negative when the part has
// less than its share.
[[nodiscard]] double log_likelihood(double in_part, double part, double in_rest, double rest);

}  // namespace kl::search
