// A half-open byte range [begin, end) into a UTF-8 text. Everything Kamerloep says about a document is said with spans:
// offsets, not copies. 32 bits: a document is at most 4 GiB.
#pragma once

#include <cstdint>
#include <string_view>

namespace kl {

struct Span {
    uint32_t begin = 0;
    uint32_t end = 0;

    [[nodiscard]] constexpr uint32_t size() const { return end - begin; }
    [[nodiscard]] constexpr bool empty() const { return begin == end; }
    [[nodiscard]] constexpr bool contains(uint32_t at) const { return begin <= at && at < end; }
    [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
    friend constexpr bool operator==(Span, Span) = default;
};

// The bytes of `text` under `span`.
[[nodiscard]] constexpr std::string_view slice(std::string_view text, Span span) {
    return text.substr(span.begin, span.end - span.begin);
}

}  // namespace kl
