// Where a query's words stand in an item: the ground of highlights, reasons and snippets.
#pragma once

#include <cstdint>
#include <vector>

#include "search/fields.h"
#include "search/search.h"

namespace kl::search {

// Every occurrence of every term and phrase, also where they overlap; ascending by begin, then term. `tokens` receives
// the item's tokens (see item_tokens) when there is any.
[[nodiscard]] std::vector<Highlight> places(const Corpus& corpus, const Query& query, ItemId item,
                                            std::vector<ItemToken>& tokens);

}  // namespace kl::search
