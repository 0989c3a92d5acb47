#include "shell/screenshot.h"

#include <algorithm>
#include <array>

namespace kl::shell {
namespace {

void big_endian(std::string& out, uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8) out += static_cast<char>(value >> shift & 0xFF);
}

uint32_t crc(std::string_view bytes) {
    uint32_t sum = ~0U;
    for (const char c : bytes) {
        sum ^= static_cast<uint8_t>(c);
        for (int bit = 0; bit < 8; ++bit) sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xEDB88320U : 0U);
    }
    return ~sum;
}

void chunk(std::string& out, std::string_view type, std::string_view data) {
    big_endian(out, static_cast<uint32_t>(data.size()));
    const std::string body = std::string(type) + std::string(data);
    out += body;
    big_endian(out, crc(body));
}

// zlib's format without compression: stored blocks. A screenshot is looked at and thrown away.
std::string stored(std::string_view raw) {
    constexpr size_t block = 65535;
    std::string out = "\x78\x01";
    uint32_t a = 1, b = 0;
    for (const char c : raw) {
        a = (a + static_cast<uint8_t>(c)) % 65521;
        b = (b + a) % 65521;
    }
    for (size_t at = 0; at < raw.size(); at += block) {
        const size_t size = std::min(block, raw.size() - at);
        out += static_cast<char>(at + size == raw.size() ? 1 : 0);
        for (const size_t n : std::array{size, ~size}) {
            out += static_cast<char>(n & 0xFF);
            out += static_cast<char>(n >> 8 & 0xFF);
        }
        out += raw.substr(at, size);
    }
    big_endian(out, b << 16 | a);
    return out;
}

}  // namespace

std::string png(std::span<const uint8_t> rgb, uint32_t width, uint32_t height) {
    const size_t row = size_t{width} * 3;
    if (row == 0 || rgb.size() != row * height) return {};
    std::string raw;
    raw.reserve((row + 1) * height);
    for (uint32_t y = 0; y < height; ++y) {
        raw += '\0';  // no filter
        raw.append(reinterpret_cast<const char*>(rgb.data()) + row * y, row);
    }
    std::string head;
    big_endian(head, width);
    big_endian(head, height);
    head.append("\x08\x02\x00\x00\x00", 5);  // 8 bits, RGB
    std::string out = "\x89PNG\r\n\x1a\n";
    chunk(out, "IHDR", head);
    chunk(out, "IDAT", stored(raw));
    chunk(out, "IEND", {});
    return out;
}

}  // namespace kl::shell
