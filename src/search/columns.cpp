#include "search/columns.h"

#include <algorithm>
#include <numeric>

#include "search/corpus.h"
#include "search/index.h"

namespace kl::search {

std::optional<uint32_t> FacetColumn::find(std::string_view key) const {
    // Called for the few values a filter names; the columns have tens of values, keywords thousands.
    const auto at = std::ranges::find(keys, key);
    if (at == keys.end()) return std::nullopt;
    return static_cast<uint32_t>(at - keys.begin());
}

uint32_t ColumnBuilder::value(std::string_view key, uint32_t parent) {
    if (const auto known = ids_.find(key); known != ids_.end()) return known->second;
    const auto id = static_cast<uint32_t>(keys_.size());
    keys_.emplace_back(key);
    parents_.push_back(parent);
    ids_.emplace(key, id);
    return id;
}

FacetColumn ColumnBuilder::finish(uint32_t item_count, bool by_key) {
    const auto count = static_cast<uint32_t>(keys_.size());
    std::vector<uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    if (by_key) std::ranges::sort(order, {}, [&](uint32_t v) -> const std::string& { return keys_[v]; });
    std::vector<uint32_t> rank(count);
    for (uint32_t i = 0; i < count; ++i) rank[order[i]] = i;

    FacetColumn column;
    const bool tree = std::ranges::any_of(parents_, [](uint32_t p) { return p != FacetColumn::no_parent; });
    for (uint32_t v : order) {
        column.keys.push_back(std::move(keys_[v]));
        if (tree) column.parents.push_back(parents_[v] == FacetColumn::no_parent ? parents_[v] : rank[parents_[v]]);
    }

    // Items come in order, so each item's few values are sorted on their own.
    auto begin = pairs_.begin();
    column.item_begin.assign(item_count + 1, 0);
    column.value_begin.assign(count + 1, 0);
    for (Pair& pair : pairs_) pair.value = rank[pair.value];
    for (uint32_t item = 0; item < item_count; ++item) {
        auto end = begin;
        while (end != pairs_.end() && end->item == item) ++end;
        std::sort(begin, end);
        for (auto at = begin; at != end; ++at) {
            if (at != begin && at->value == (at - 1)->value) continue;
            column.values.push_back(at->value);
            ++column.value_begin[at->value + 1];
        }
        column.item_begin[item + 1] = static_cast<uint32_t>(column.values.size());
        begin = end;
    }
    for (uint32_t v = 0; v < count; ++v) column.value_begin[v + 1] += column.value_begin[v];
    column.items.resize(column.values.size());
    std::vector<uint32_t> next(column.value_begin.begin(), column.value_begin.end() - 1);
    for (uint32_t item = 0; item < item_count; ++item) {
        for (uint32_t value : column.values_of(item)) column.items[next[value]++] = item;
    }
    *this = {};
    return column;
}

void build_columns(const Corpus& corpus, Index& index) {
    const annotate::Vocabulary& vocabulary = corpus.vocabulary();
    ColumnBuilder ministry, also, theme, keyword, kind, year;
    for (const std::string& label : corpus.keyword_labels()) keyword.value(label);

    for (ItemId id = 0; id < corpus.item_count(); ++id) {
        const annotate::ItemAnnotations& about = corpus.annotations(id);
        const parse::Document& document = corpus.document_of(id);

        const auto abbr = [&](const annotate::ItemMinistry& m) -> std::string_view {
            return vocabulary.ministries[m.ministry].abbr;
        };
        for (const annotate::ItemMinistry& m : about.ministries) {
            if (m.stated) {
                ministry.add(id, ministry.value(abbr(m)));
                continue;
            }
            // A ministry changes its name: stated under one row and inferred under another, it is still stated.
            const bool stated = std::ranges::any_of(about.ministries, [&](const annotate::ItemMinistry& other) {
                return other.stated && abbr(other) == abbr(m);
            });
            if (!stated) also.add(id, also.value(abbr(m)));
        }
        if (about.joint) ministry.add(id, ministry.value("gezamenlijk"));

        for (const annotate::ItemTheme& t : about.themes) {
            const annotate::Theme& row = vocabulary.themes[t.theme];
            uint32_t parent = FacetColumn::no_parent;
            if (row.parent) {
                parent = theme.value(vocabulary.themes[*row.parent].label_nl);
                theme.add(id, parent);
            }
            theme.add(id, theme.value(row.label_nl, parent));
        }
        for (const Keyword& k : corpus.keywords(id)) keyword.add(id, k.term);
        kind.add(id, kind.value(parse::name(document.kind)));
        if (document.date.known()) year.add(id, year.value(std::to_string(document.date.year)));
    }

    const uint32_t n = corpus.item_count();
    const auto put = [&](Facet facet, ColumnBuilder& builder, bool by_key) {
        index.columns[static_cast<size_t>(facet)] = builder.finish(n, by_key);
    };
    put(Facet::ministry, ministry, true);
    put(Facet::ministry_also, also, true);
    put(Facet::theme, theme, true);
    put(Facet::keyword, keyword, false);  // best first
    put(Facet::kind, kind, true);
    put(Facet::year, year, true);
}

}  // namespace kl::search
