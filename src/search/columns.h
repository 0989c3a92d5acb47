// A facet as a column: for each item its values, and for each value its items.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kl::search {

class Corpus;
class Index;

struct FacetColumn {
    static constexpr uint32_t no_parent = UINT32_MAX;

    std::vector<std::string> keys;     // of each value; values of equal count are shown in this order
    std::vector<uint32_t> parents;     // themes of level 2: the value of their parent; empty when no value has one
    std::vector<uint32_t> item_begin;  // values of item i: values[item_begin[i] .. item_begin[i + 1])
    std::vector<uint32_t> values;
    std::vector<uint32_t> value_begin;  // items of value v: items[value_begin[v] .. value_begin[v + 1]), ascending
    std::vector<uint32_t> items;

    [[nodiscard]] std::span<const uint32_t> values_of(uint32_t item) const {
        return std::span(values).subspan(item_begin[item], item_begin[item + 1] - item_begin[item]);
    }
    [[nodiscard]] std::span<const uint32_t> items_of(uint32_t value) const {
        return std::span(items).subspan(value_begin[value], value_begin[value + 1] - value_begin[value]);
    }
    [[nodiscard]] std::optional<uint32_t> find(std::string_view key) const;
};

// Collects (item, key) pairs, items ascending; a pair given twice counts once.
class ColumnBuilder {
public:
    uint32_t value(std::string_view key, uint32_t parent = FacetColumn::no_parent);
    void add(uint32_t item, uint32_t value) { pairs_.push_back({item, value}); }
    // Values in order of their keys, or as first given.
    [[nodiscard]] FacetColumn finish(uint32_t item_count, bool by_key);

private:
    struct Pair {
        uint32_t item, value;
        friend auto operator<=>(const Pair&, const Pair&) = default;
    };
    struct Hash {
        using is_transparent = void;
        size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
    };
    std::vector<std::string> keys_;
    std::vector<uint32_t> parents_;
    std::unordered_map<std::string, uint32_t, Hash, std::equal_to<>> ids_;
    std::vector<Pair> pairs_;
};

// Fills index.columns from the corpus' documents, annotations and keywords.
void build_columns(const Corpus& corpus, Index& index);

}  // namespace kl::search
