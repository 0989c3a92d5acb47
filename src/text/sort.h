// Stable sorting with little code: one merge sort of positions, shared by every type. std::sort and std::stable_sort
// are compiled anew for each type and order, 0.5 to 3 KB each; with some forty orders that was a tenth of the page's
// program. Where a sort is hot (search), use std::.
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace kl::text {

namespace detail {
using Before = bool (*)(const void* context, uint32_t a, uint32_t b);
// The positions 0 … size-1 in sorted order.
[[nodiscard]] std::vector<uint32_t> sorted_order(uint32_t size, Before before, const void* context);
}  // namespace detail

// Sorts `values` by `projection` (a member, a function; the value itself by default); equal ones keep their order.
template <class T, class Compare = std::ranges::less, class Projection = std::identity>
void sort(std::vector<T>& values, Compare compare = {}, Projection projection = {}) {
    struct Context {
        const T* first;
        Compare compare;
        Projection projection;
    };
    if (values.size() < 2) return;
    const Context context{values.data(), std::move(compare), std::move(projection)};
    const std::vector<uint32_t> order = detail::sorted_order(
        static_cast<uint32_t>(values.size()),
        [](const void* pointer, uint32_t a, uint32_t b) -> bool {
            const auto& c = *static_cast<const Context*>(pointer);
            return std::invoke(c.compare, std::invoke(c.projection, c.first[a]), std::invoke(c.projection, c.first[b]));
        },
        &context);
    std::vector<T> sorted;
    sorted.reserve(values.size());
    for (const uint32_t at : order) sorted.push_back(std::move(values[at]));
    values = std::move(sorted);
}

}  // namespace kl::text
