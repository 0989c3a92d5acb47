// Sorted distinct words in one block of bytes: found by binary search, a prefix is a range.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kl::search {

class StringTable {
public:
    // In ascending order of bytes, each once.
    void append(std::string_view word) {
        bytes_ += word;
        ends_.push_back(static_cast<uint32_t>(bytes_.size()));
    }

    [[nodiscard]] uint32_t size() const { return static_cast<uint32_t>(ends_.size()); }
    [[nodiscard]] std::string_view operator[](uint32_t id) const {
        const uint32_t begin = id == 0 ? 0 : ends_[id - 1];
        return std::string_view(bytes_).substr(begin, ends_[id] - begin);
    }

    // size() when it is not there.
    [[nodiscard]] uint32_t find(std::string_view word) const {
        const uint32_t id = lower_bound(word);
        return id < size() && (*this)[id] == word ? id : size();
    }

    // Ids [first, second) of the words that begin with `prefix`.
    [[nodiscard]] std::pair<uint32_t, uint32_t> prefix_range(std::string_view prefix) const {
        uint32_t low = lower_bound(prefix), first = low, high = size();
        while (low < high) {
            const uint32_t middle = low + (high - low) / 2;
            if ((*this)[middle].starts_with(prefix))
                low = middle + 1;
            else
                high = middle;
        }
        return {first, low};
    }

private:
    [[nodiscard]] uint32_t lower_bound(std::string_view word) const {
        uint32_t low = 0, high = size();
        while (low < high) {
            const uint32_t middle = low + (high - low) / 2;
            if ((*this)[middle] < word)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    std::string bytes_;
    std::vector<uint32_t> ends_;
};

}  // namespace kl::search
