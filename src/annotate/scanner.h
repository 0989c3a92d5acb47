// A cursor for hand-written scanners: small steps over UTF-8 text that either advance or leave the cursor where it was.
// A blank is any white space, but never the empty line between two paragraphs: no citation runs over one.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "text/span.h"

namespace kl::annotate {

[[nodiscard]] constexpr bool ascii_digit(char c) { return c >= '0' && c <= '9'; }
[[nodiscard]] constexpr bool ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
[[nodiscard]] constexpr bool ascii_letter(char c) { return ascii_upper(c) || (c >= 'a' && c <= 'z'); }
[[nodiscard]] constexpr char ascii_lower(char c) { return ascii_upper(c) ? static_cast<char>(c + 32) : c; }

struct Cursor {
    std::string_view text;
    size_t at = 0;

    [[nodiscard]] bool done() const { return at >= text.size(); }
    [[nodiscard]] char peek(size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
    [[nodiscard]] unsigned char byte(size_t ahead = 0) const { return static_cast<unsigned char>(peek(ahead)); }
    [[nodiscard]] Span since(size_t begin) const { return {static_cast<uint32_t>(begin), static_cast<uint32_t>(at)}; }

    // Bytes of the blank here: 0 when there is none, or when a paragraph ends here.
    [[nodiscard]] size_t blank_size() const {
        const char c = peek();
        if (c == ' ' || c == '\t' || c == '\r') return 1;
        if (c == '\n') return peek(1) == '\n' ? 0 : 1;
        if (byte() == 0xC2 && byte(1) == 0xA0) return 2;  // U+00A0
        if (byte() == 0xE2 && byte(1) == 0x80 && ((byte(2) >= 0x80 && byte(2) <= 0x8B) || byte(2) == 0xAF))
            return 3;  // thin blanks
        return 0;
    }
    bool blanks() {
        const size_t before = at;
        while (const size_t n = blank_size()) at += n;
        return at != before;
    }
    // Bytes of the hyphen or dash here, of any width.
    [[nodiscard]] size_t dash_size() const {
        if (peek() == '-') return 1;
        if (byte() == 0xE2 && byte(1) == 0x80 && byte(2) >= 0x90 && byte(2) <= 0x95) return 3;
        if (byte() == 0xE2 && byte(1) == 0x88 && byte(2) == 0x92) return 3;
        return 0;
    }
    bool dash() {
        const size_t n = dash_size();
        at += n;
        return n != 0;
    }
    bool accept(char c) {
        if (peek() != c || done()) return false;
        ++at;
        return true;
    }
    // `word` in lower case; any case in the text. What follows is not looked at.
    bool letters(std::string_view word) {
        if (text.size() - at < word.size()) return false;
        for (size_t i = 0; i < word.size(); ++i)
            if (ascii_lower(text[at + i]) != word[i]) return false;
        at += word.size();
        return true;
    }
    // As letters(), and the word ends there.
    bool word(std::string_view word) {
        const size_t before = at;
        if (letters(word) && !ascii_letter(peek()) && byte() != 0xC3) return true;
        at = before;
        return false;
    }
    // As letters(), also when the word was broken off once: "Kamer-\nstuk", "verga- derjaar", "Kam erstuk" (a scan).
    bool broken_letters(std::string_view word) {
        const size_t before = at;
        bool broken = false;
        for (size_t i = 0; i < word.size();) {
            if (ascii_lower(peek()) == word[i] && !done()) {
                ++at;
                ++i;
                continue;
            }
            const size_t here = at;
            if (!broken && i > 1 && (soft_hyphen() || dash() || blank_size() != 0)) {
                blanks();
                broken = ascii_lower(peek()) == word[i];
            }
            if (at == here || !broken) {
                at = before;
                return false;
            }
        }
        return true;
    }
    // As broken_letters(), and the word ends there.
    bool broken_word(std::string_view word) {
        const size_t before = at;
        if (broken_letters(word) && !ascii_letter(peek()) && byte() != 0xC3) return true;
        at = before;
        return false;
    }
    bool soft_hyphen() {
        if (byte() != 0xC2 || byte(1) != 0xAD) return false;
        at += 2;
        return true;
    }
    // A run of `least` to `most` digits that ends there, as text.
    std::string_view digits(size_t least, size_t most) {
        size_t n = 0;
        while (ascii_digit(peek(n))) ++n;
        if (n < least || n > most) return {};
        at += n;
        return text.substr(at - n, n);
    }
    std::optional<int> number(size_t most) {
        const std::string_view d = digits(1, most);
        if (d.empty()) return std::nullopt;
        int value = 0;
        for (const char c : d) value = value * 10 + (c - '0');
        return value;
    }
};

// Whether the character before `at` is a letter (a word cannot begin at `at`).
[[nodiscard]] inline bool letter_before(std::string_view text, size_t at) {
    if (at == 0) return false;
    if (ascii_letter(text[at - 1])) return true;
    if (static_cast<unsigned char>(text[at - 1]) < 0x80 || at < 2) return false;
    const auto lead = static_cast<unsigned char>(text[at - 2]);
    return lead >= 0xC3 && lead <= 0xC9;  // ë, é, Ş …; the quotes and blanks of U+00A0-00BB and U+2000- are no letters
}

}  // namespace kl::annotate
