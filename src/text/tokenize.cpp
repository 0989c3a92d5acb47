#include "text/tokenize.h"

#include "text/utf8.h"

namespace kl::text {
namespace {

enum class Class : uint8_t { other, letter, digit, apostrophe, point };

struct Character {
    Class kind = Class::other;
    uint32_t size = 0;
};

Character classify(std::string_view text, size_t at) {
    const Decoded d = decode(text, at);
    const char32_t c = d.code_point;
    if (is_letter(c)) return {Class::letter, d.size};
    if (is_digit(c) || c == 0xB2 || c == 0xB3 || c == 0xB9) return {Class::digit, d.size};
    if (c == '\'' || c == 0x2019) return {Class::apostrophe, d.size};
    if (c == '.') return {Class::point, d.size};
    return {Class::other, d.size};
}

bool is_word(Class kind) { return kind == Class::letter || kind == Class::digit; }

// "risico’s" and "foto's": the apostrophe of a Dutch plural or genitive, one letter s after it and then the word's end.
bool plural_s_follows(std::string_view text, size_t after_apostrophe) {
    if (after_apostrophe >= text.size() || text[after_apostrophe] != 's') return false;
    return after_apostrophe + 1 >= text.size() || !is_word(classify(text, after_apostrophe + 1).kind);
}

}  // namespace

std::vector<Span> tokenize(std::string_view utf8) {
    std::vector<Span> tokens;
    tokens.reserve(utf8.size() / 6);
    size_t at = 0;
    while (at < utf8.size()) {
        const Character first = classify(utf8, at);
        if (!is_word(first.kind)) {
            at += first.size;
            continue;
        }
        const size_t begin = at;
        at += first.size;
        Class last = first.kind;
        while (at < utf8.size()) {
            const Character c = classify(utf8, at);
            if (is_word(c.kind)) {
                last = c.kind;
                at += c.size;
            } else if (c.kind == Class::apostrophe && last == Class::letter && plural_s_follows(utf8, at + c.size)) {
                at += c.size + 1;
                break;
            } else if (c.kind == Class::point && last == Class::digit && at + 1 < utf8.size() &&
                       classify(utf8, at + 1).kind == Class::digit) {
                at += c.size;  // 21.501
            } else {
                break;
            }
        }
        tokens.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(at)});
    }
    return tokens;
}

}  // namespace kl::text
