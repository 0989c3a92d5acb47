// UTF-8: checking, decoding, and what to do with bytes that are not UTF-8.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kl::text {

struct Decoded {
    char32_t code_point = 0;
    uint32_t size = 0;  // bytes; 0 only at the end of the text
};

// The code point at byte `at`. A malformed byte is returned as U+FFFD of size 1: never fails, always advances.
[[nodiscard]] Decoded decode(std::string_view text, size_t at);

void append(std::string& out, char32_t code_point);

[[nodiscard]] bool is_valid(std::string_view bytes);

// Windows-1252 (the WHATWG table, in which every byte has a meaning) to UTF-8.
[[nodiscard]] std::string from_windows_1252(std::string_view bytes);

// UTF-16 with either byte order (by its byte order mark) to UTF-8; nullopt when it is not UTF-16.
[[nodiscard]] std::optional<std::string> from_utf_16(std::string_view bytes);

// Character classes of the Unicode database (tools/unicode_tables), with a fast path for ASCII.
[[nodiscard]] bool is_letter(char32_t c);
[[nodiscard]] bool is_digit(char32_t c);
[[nodiscard]] bool is_space(char32_t c);  // also U+00A0 and the other blanks
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_lower(char32_t c);

}  // namespace kl::text
