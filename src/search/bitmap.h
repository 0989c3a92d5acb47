// A set of items as bits: what filters and query operators are computed on.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace kl::search {

class Bitmap {
public:
    Bitmap() = default;
    explicit Bitmap(uint32_t size, bool full = false) : size_(size), words_((size + 63) / 64, full ? ~uint64_t{0} : 0) {
        trim();
    }

    [[nodiscard]] uint32_t size() const { return size_; }
    void set(uint32_t i) { words_[i / 64] |= uint64_t{1} << (i % 64); }
    [[nodiscard]] bool test(uint32_t i) const { return (words_[i / 64] >> (i % 64) & 1) != 0; }

    void operator&=(const Bitmap& other) {
        for (size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    }
    void operator|=(const Bitmap& other) {
        for (size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    }
    void invert() {
        for (uint64_t& word : words_) word = ~word;
        trim();
    }

    [[nodiscard]] uint32_t count() const {
        uint32_t n = 0;
        for (uint64_t word : words_) n += static_cast<uint32_t>(std::popcount(word));
        return n;
    }

    // Ascending.
    template <class F>
    void for_each(F&& f) const {
        for (size_t i = 0; i < words_.size(); ++i) {
            for (uint64_t word = words_[i]; word != 0; word &= word - 1) {
                f(static_cast<uint32_t>(i * 64 + static_cast<size_t>(std::countr_zero(word))));
            }
        }
    }

private:
    void trim() {  // no bits beyond the size: count() and invert() rely on it
        if (size_ % 64 != 0) words_.back() &= (uint64_t{1} << (size_ % 64)) - 1;
    }

    uint32_t size_ = 0;
    std::vector<uint64_t> words_;
};

}  // namespace kl::search
