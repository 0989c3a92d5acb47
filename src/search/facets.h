// Filters as sets of items, and facets counted "sideways": under all filters but the facet's own, so that a reader sees
// what choosing another value would give.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "search/bitmap.h"
#include "search/index.h"
#include "search/search.h"

namespace kl::search {

// "Beantwoord door" and "Raakt ook" are two parts of one choice: values of both are alternatives, and neither shrinks
// the other.
enum class FilterGroup : uint8_t { ministry, theme, keyword, kind, year };
inline constexpr size_t filter_group_count = 5;
[[nodiscard]] FilterGroup group_of(Facet facet);

// For each group the items that its filter lets through; nothing where there is no filter.
using FilterSets = std::array<std::optional<Bitmap>, filter_group_count>;
[[nodiscard]] FilterSets filter_sets(const Index& index, const Filters& filters);

// `items` narrowed by all groups but `except`.
[[nodiscard]] Bitmap narrow(const Bitmap& items, const FilterSets& sets,
                            std::optional<FilterGroup> except = std::nullopt);

// `of_query`: what the query matches; `matches`: that, narrowed by all filters.
[[nodiscard]] std::array<std::vector<FacetValue>, facet_count> count_facets(const Index& index, const Filters& filters,
                                                                            const FilterSets& sets,
                                                                            const Bitmap& of_query,
                                                                            const Bitmap& matches);

}  // namespace kl::search
