// A cursor for reading forms ("Vraag 3, 4 en 5", "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1") in a text. Every
// reader either moves past what it names and says so, or leaves the cursor where it was.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace kl::text {

[[nodiscard]] constexpr bool ascii_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
[[nodiscard]] constexpr bool ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool ascii_letter(char c) { return ascii_lower(c) || ascii_upper(c); }
[[nodiscard]] constexpr bool ascii_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
[[nodiscard]] constexpr char to_lower(char c) { return ascii_upper(c) ? static_cast<char>(c + ('a' - 'A')) : c; }

// Size of the blank at `at`: ASCII blanks and the no-break space; 0 when there is none.
[[nodiscard]] constexpr uint32_t blank_size(std::string_view text, size_t at) {
    if (at >= text.size()) return 0;
    if (ascii_blank(text[at])) return 1;
    if (text[at] == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0') return 2;
    if (text[at] == '\xE2' && text.substr(at, 3) == "\xE2\x80\x8B") return 3;  // zero width space
    if (text[at] == '\xEF' && text.substr(at, 3) == "\xEF\xBB\xBF") return 3;  // byte order mark
    return 0;
}

struct Scan {
    std::string_view text;
    size_t at = 0;

    [[nodiscard]] bool done() const { return at >= text.size(); }
    [[nodiscard]] char peek() const { return done() ? '\0' : text[at]; }
    [[nodiscard]] std::string_view rest() const { return text.substr(at < text.size() ? at : text.size()); }

    bool blanks() {
        const size_t begin = at;
        while (const uint32_t size = blank_size(text, at)) at += size;
        return at != begin;
    }

    bool character(char c) {
        if (peek() != c || done()) return false;
        ++at;
        return true;
    }

    // Any of the bytes in `set`.
    bool any(std::string_view set) {
        if (done() || set.find(text[at]) == std::string_view::npos) return false;
        ++at;
        return true;
    }

    // `form` is lower case; case does not matter, and a blank in it stands for any number of blanks, also none: OCR
    // loses them.
    bool literal(std::string_view form) {
        const size_t begin = at;
        for (const char c : form) {
            if (c == ' ') {
                blanks();
            } else if (!done() && to_lower(text[at]) == c) {
                ++at;
            } else {
                at = begin;
                return false;
            }
        }
        return true;
    }

    // `form` as a whole word: no letter or digit follows.
    bool word(std::string_view form) {
        const size_t begin = at;
        if (literal(form) && !ascii_letter(peek()) && !ascii_digit(peek())) return true;
        at = begin;
        return false;
    }

    // A number of at most `most` digits, not followed by another digit.
    bool number(int& value, size_t most = 4) {
        const size_t begin = at;
        int read = 0;
        while (ascii_digit(peek()) && at - begin < most) {
            read = read * 10 + (text[at] - '0');
            ++at;
        }
        if (at == begin || ascii_digit(peek())) {
            at = begin;
            return false;
        }
        value = read;
        return true;
    }

    // -, – or —
    bool dash() {
        if (character('-')) return true;
        const std::string_view next = text.substr(at < text.size() ? at : text.size(), 3);
        if (next == "\xE2\x80\x93" || next == "\xE2\x80\x94") {
            at += 3;
            return true;
        }
        return false;
    }

    // "2023–2024", "2023-24", "2023/24"
    bool session_years() {
        const size_t begin = at;
        int first = 0;
        int second = 0;
        if (number(first, 4) && first >= 1900 && (dash() || character('/')) && number(second, 4)) return true;
        at = begin;
        return false;
    }
};

}  // namespace kl::text
