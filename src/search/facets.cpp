#include "search/facets.h"

#include <algorithm>

#include "text/sort.h"

namespace kl::search {
namespace {

// Keywords of one item only are shown when there are not enough others; and never more than a reader will ever scroll
// through.
constexpr size_t enough_keywords = 20;
constexpr size_t most_keywords = 200;

constexpr std::array all_facets = {Facet::ministry, Facet::ministry_also, Facet::theme,
                                   Facet::keyword,  Facet::kind,          Facet::year};

bool switched_off(const Filters& filters, Facet facet) { return facet == Facet::ministry_also && !filters.inferred; }

std::vector<uint32_t> count_values(const FacetColumn& column, const Bitmap& items) {
    std::vector<uint32_t> counts(column.keys.size(), 0);
    items.for_each([&](uint32_t item) {
        for (uint32_t value : column.values_of(item)) ++counts[value];
    });
    return counts;
}

// Values in the order in which they are shown: by falling count, ties in the column's order.
std::vector<uint32_t> ranked(const std::vector<uint32_t>& counts, uint32_t at_least, size_t most) {
    std::vector<uint32_t> order;
    for (uint32_t v = 0; v < counts.size(); ++v) {
        if (counts[v] >= at_least) order.push_back(v);
    }
    text::sort(order, std::greater{}, [&](uint32_t v) { return counts[v]; });
    if (order.size() > most) order.resize(most);
    return order;
}

std::vector<FacetValue> values_shown(const FacetColumn& column, const Bitmap& items, Facet facet,
                                     const std::vector<std::string>& chosen) {
    const std::vector<uint32_t> counts = count_values(column, items);
    std::vector<uint32_t> order;
    if (facet == Facet::keyword) {
        order = ranked(counts, 2, most_keywords);
        if (order.size() < enough_keywords) order = ranked(counts, 1, most_keywords);
    } else {
        order = ranked(counts, 1, SIZE_MAX);
    }

    std::vector<FacetValue> shown;
    const auto show = [&](uint32_t v) {
        FacetValue value{column.keys[v], counts[v], 1, {}};
        if (!column.parents.empty() && column.parents[v] != FacetColumn::no_parent) {
            value.level = 2;
            value.parent = column.keys[column.parents[v]];
        }
        shown.push_back(std::move(value));
    };
    for (uint32_t v : order) show(v);
    for (const std::string& key : chosen) {  // what is filtered on stays in sight, to be unchecked
        if (std::ranges::find(shown, key, &FacetValue::key) != shown.end()) continue;
        if (const auto v = column.find(key))
            show(*v);
        else
            shown.push_back({key, 0, 1, {}});
    }
    text::sort(shown, std::greater{}, &FacetValue::count);
    return shown;
}

}  // namespace

FilterGroup group_of(Facet facet) {
    switch (facet) {
        case Facet::ministry:
        case Facet::ministry_also: return FilterGroup::ministry;
        case Facet::theme: return FilterGroup::theme;
        case Facet::keyword: return FilterGroup::keyword;
        case Facet::kind: return FilterGroup::kind;
        case Facet::year: return FilterGroup::year;
    }
    return FilterGroup::ministry;
}

FilterSets filter_sets(const Index& index, const Filters& filters) {
    FilterSets sets;
    const auto size = static_cast<uint32_t>(index.items.size());
    for (Facet facet : all_facets) {
        if (filters.of(facet).empty() || switched_off(filters, facet)) continue;
        std::optional<Bitmap>& set = sets[static_cast<size_t>(group_of(facet))];
        if (!set) set.emplace(size);
        const FacetColumn& column = index.column(facet);
        for (const std::string& key : filters.of(facet)) {
            if (const auto value = column.find(key)) {
                for (ItemId item : column.items_of(*value)) set->set(item);
            }
        }
    }
    return sets;
}

Bitmap narrow(const Bitmap& items, const FilterSets& sets, std::optional<FilterGroup> except) {
    Bitmap narrowed = items;
    for (size_t g = 0; g < filter_group_count; ++g) {
        if (sets[g] && (!except || g != static_cast<size_t>(*except))) narrowed &= *sets[g];
    }
    return narrowed;
}

std::array<std::vector<FacetValue>, facet_count> count_facets(const Index& index, const Filters& filters,
                                                              const FilterSets& sets, const Bitmap& of_query,
                                                              const Bitmap& matches) {
    std::array<std::vector<FacetValue>, facet_count> facets;
    for (Facet facet : all_facets) {
        if (switched_off(filters, facet)) continue;
        const FilterGroup group = group_of(facet);
        const bool filtered = sets[static_cast<size_t>(group)].has_value();
        facets[static_cast<size_t>(facet)] = values_shown(
            index.column(facet), filtered ? narrow(of_query, sets, group) : matches, facet, filters.of(facet));
    }
    return facets;
}

}  // namespace kl::search
