#include "text/sort.h"

#include <algorithm>
#include <numeric>

namespace kl::text::detail {

namespace {

constexpr uint32_t small = 8;  // runs this short are sorted by insertion

void insert_sorted(uint32_t* first, uint32_t* last, Before before, const void* context) {
    for (uint32_t* at = first + 1; at < last; ++at) {
        const uint32_t value = *at;
        uint32_t* hole = at;
        for (; hole > first && before(context, value, hole[-1]); --hole) *hole = hole[-1];
        *hole = value;
    }
}

}  // namespace

std::vector<uint32_t> sorted_order(uint32_t size, Before before, const void* context) {
    std::vector<uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    for (uint32_t begin = 0; begin < size; begin += small)
        insert_sorted(order.data() + begin, order.data() + std::min(begin + small, size), before, context);

    std::vector<uint32_t> merged(size > small ? size : 0);
    for (uint32_t run = small; run < size; run *= 2) {
        for (uint32_t begin = 0; begin < size; begin += 2 * run) {
            const uint32_t middle = std::min(begin + run, size);
            const uint32_t end = std::min(middle + run, size);
            uint32_t a = begin, b = middle;
            for (uint32_t at = begin; at < end; ++at) {
                const bool from_b = a == middle || (b < end && before(context, order[b], order[a]));
                merged[at] = order[from_b ? b++ : a++];
            }
        }
        order.swap(merged);
        if (run > UINT32_MAX / 2) break;
    }
    return order;
}

}  // namespace kl::text::detail
