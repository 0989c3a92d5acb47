#include "text/utf8.h"

#include <unicode_tables.h>

#include <cstring>

namespace kl::text {
namespace {

constexpr char32_t replacement = 0xFFFD;

constexpr unsigned byte_at(std::string_view text, size_t at) { return static_cast<unsigned char>(text[at]); }

// 0x80 … 0x9F of Windows-1252; the five holes keep their control code, as the WHATWG table says.
constexpr char32_t windows_1252_high[32] = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

using unicode::Class;
using unicode::class_of;

}  // namespace

Decoded decode(std::string_view text, size_t at) {
    if (at >= text.size()) return {};
    const unsigned lead = byte_at(text, at);
    if (lead < 0x80) return {lead, 1};
    uint32_t size = 0;
    char32_t c = 0;
    char32_t least = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        size = 2;
        c = lead & 0x1F;
        least = 0x80;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        size = 3;
        c = lead & 0x0F;
        least = 0x800;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        size = 4;
        c = lead & 0x07;
        least = 0x10000;
    } else {
        return {replacement, 1};
    }
    if (at + size > text.size()) return {replacement, 1};
    for (uint32_t i = 1; i < size; ++i) {
        const unsigned next = byte_at(text, at + i);
        if ((next & 0xC0) != 0x80) return {replacement, 1};
        c = (c << 6) | (next & 0x3F);
    }
    const bool surrogate = c >= 0xD800 && c <= 0xDFFF;
    if (c < least || c > 0x10FFFF || surrogate) return {replacement, 1};
    return {c, size};
}

void append(std::string& out, char32_t c) {
    if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = replacement;
    const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    } else {
        put(0xF0 | (c >> 18));
        put(0x80 | ((c >> 12) & 0x3F));
        put(0x80 | ((c >> 6) & 0x3F));
        put(0x80 | (c & 0x3F));
    }
}

bool is_valid(std::string_view bytes) {
    size_t at = 0;
    while (at < bytes.size()) {
        // Eight ASCII bytes at a time: nearly all of a Dutch text.
        if (at + 8 <= bytes.size()) {
            uint64_t word = 0;
            std::memcpy(&word, bytes.data() + at, 8);
            if ((word & 0x8080808080808080ULL) == 0) {
                at += 8;
                continue;
            }
        }
        if (byte_at(bytes, at) < 0x80) {
            ++at;
            continue;
        }
        const Decoded d = decode(bytes, at);
        if (d.code_point == replacement && d.size == 1) return false;
        at += d.size;
    }
    return true;
}

std::string from_windows_1252(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 16);
    for (size_t i = 0; i < bytes.size(); ++i) {
        const unsigned b = byte_at(bytes, i);
        append(out, b >= 0x80 && b <= 0x9F ? windows_1252_high[b - 0x80] : static_cast<char32_t>(b));
    }
    return out;
}

std::optional<std::string> from_utf_16(std::string_view bytes) {
    if (bytes.size() < 2) return std::nullopt;
    const bool little = byte_at(bytes, 0) == 0xFF && byte_at(bytes, 1) == 0xFE;
    const bool big = byte_at(bytes, 0) == 0xFE && byte_at(bytes, 1) == 0xFF;
    if (!little && !big) return std::nullopt;
    const auto unit = [&](size_t at) -> char32_t {
        const char32_t first = byte_at(bytes, at);
        const char32_t second = byte_at(bytes, at + 1);
        return little ? (second << 8) | first : (first << 8) | second;
    };
    std::string out;
    out.reserve(bytes.size());
    size_t at = 2;
    for (; at + 2 <= bytes.size(); at += 2) {
        char32_t c = unit(at);
        if (c >= 0xD800 && c <= 0xDBFF && at + 4 <= bytes.size()) {
            const char32_t low = unit(at + 2);
            if (low >= 0xDC00 && low <= 0xDFFF) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        append(out, c);  // a lone surrogate becomes U+FFFD
    }
    if (at < bytes.size()) append(out, replacement);  // half a unit at the end
    return out;
}

bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    switch (class_of(c)) {
        case Class::upper:
        case Class::lower:
        case Class::letter:
        case Class::mark: return true;  // a combining accent is part of its letter
        default: return false;
    }
}

bool is_digit(char32_t c) {
    if (c < 0x80) return c >= '0' && c <= '9';
    return class_of(c) == Class::digit;
}

bool is_space(char32_t c) {
    if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
    return class_of(c) == Class::space;
}

bool is_upper(char32_t c) {
    if (c < 0x80) return c >= 'A' && c <= 'Z';
    return class_of(c) == Class::upper;
}

bool is_lower(char32_t c) {
    if (c < 0x80) return c >= 'a' && c <= 'z';
    return class_of(c) == Class::lower;
}

}  // namespace kl::text
