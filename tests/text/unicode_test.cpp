// The generated tables against utf8proc itself, code point by code point.
#include <doctest.h>
#include <fold_ranges.h>
#include <utf8proc.h>

#include <initializer_list>
#include <string>
#include <string_view>

#include "text/fold.h"
#include "text/utf8.h"

namespace kl::test {
namespace {

constexpr char32_t code_points = 0x110000;

bool is_surrogate(char32_t c) { return c >= 0xD800 && c <= 0xDFFF; }

bool one_of(utf8proc_category_t category, std::initializer_list<utf8proc_category_t> categories) {
    for (const auto each : categories)
        if (each == category) return true;
    return false;
}

// What fold() did when it still asked utf8proc; ranges aside.
std::string utf8proc_fold(char32_t c) {
    const auto plain = [](char32_t from) -> char32_t {
        static const std::u32string_view quotes = U"\u2018\u2019\u201A\u201B\u02BC\u00B4`";
        static const std::u32string_view double_quotes = U"\u201C\u201D\u201E\u201F\u00AB\u00BB";
        static const std::u32string_view dashes = U"\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
        if (quotes.find(from) != quotes.npos) return '\'';
        if (double_quotes.find(from) != double_quotes.npos) return '"';
        if (dashes.find(from) != dashes.npos) return '-';
        if (from == U'\u00F8' || from == U'\u00D8') return 'o';
        if (from == U'\u0142' || from == U'\u0141') return 'l';
        return from == U'\u0131' ? U'i' : from;
    };
    std::string out;
    if (plain(c) != c) {
        text::append(out, plain(c));
        return out;
    }
    utf8proc_int32_t parts[32];
    int boundary = 0;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                        UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 32, options, &boundary);
    REQUIRE(count >= 0);
    REQUIRE(count <= 32);
    for (int i = 0; i < count; ++i) text::append(out, plain(static_cast<char32_t>(parts[i])));
    return out;
}

bool in_fold_ranges(char32_t c) {
    if (c < 0x80) return true;
    for (const auto& range : fold_ranges)
        if (c >= static_cast<char32_t>(range[0]) && c <= static_cast<char32_t>(range[1])) return true;
    return false;
}

}  // namespace

TEST_CASE("character classes are utf8proc's, for every code point") {
    size_t wrong = 0;
    for (char32_t c = 0; c < code_points; ++c) {
        const utf8proc_category_t k = utf8proc_category(static_cast<utf8proc_int32_t>(c));
        const bool upper = one_of(k, {UTF8PROC_CATEGORY_LU, UTF8PROC_CATEGORY_LT});
        const bool lower = k == UTF8PROC_CATEGORY_LL;
        const bool letter =
            upper || lower ||
            one_of(k, {UTF8PROC_CATEGORY_LM, UTF8PROC_CATEGORY_LO, UTF8PROC_CATEGORY_MN, UTF8PROC_CATEGORY_MC});
        const bool space = one_of(k, {UTF8PROC_CATEGORY_ZS, UTF8PROC_CATEGORY_ZL, UTF8PROC_CATEGORY_ZP}) ||
                           (c >= 9 && c <= 13) || c == 0x85 || c == 0x200B || c == 0xFEFF;
        const bool same = text::is_letter(c) == letter && text::is_upper(c) == upper && text::is_lower(c) == lower &&
                          text::is_digit(c) == (k == UTF8PROC_CATEGORY_ND) && text::is_space(c) == space;
        if (same) continue;
        ++wrong;
        INFO("U+", static_cast<uint32_t>(c));
        CHECK_MESSAGE(wrong > 20, "another class than utf8proc's");  // twenty of them tell enough
    }
    CHECK(wrong == 0);
    CHECK(!text::is_letter(code_points));
    CHECK(!text::is_space(0xFFFFFFFF));
}

TEST_CASE("folding is utf8proc's in the ranges that are folded; elsewhere characters stay, without marks") {
    size_t wrong = 0;
    for (char32_t c = 0; c < code_points; ++c) {
        if (is_surrogate(c)) continue;  // has no UTF-8
        std::string source;
        text::append(source, c);
        std::string expected = utf8proc_fold(c);
        if (text::is_space(c) && c >= 0x80) expected.assign(1, ' ');  // (GCC 12 warns of = " ")
        if (!in_fold_ranges(c) && !expected.empty() && !text::is_space(c)) expected = source;
        const std::string folded = text::fold(source);
        if (folded == expected) continue;
        ++wrong;
        INFO("U+", static_cast<uint32_t>(c), ": ", folded, " for ", expected);
        CHECK_MESSAGE(wrong > 20, "another folding than utf8proc's");
    }
    CHECK(wrong == 0);
}

TEST_CASE("the ranges that are folded hold what a European text holds") {
    for (const char* folds :
         {"É", "ǆ", "Ⱥ", "Ꜳ", "ẞ", "Ω", "Ἀ", "Я", "Ѣ", "Ա", "ﬃ", "ﬓ", "Ａ", "₂", "⁷", "™", "½", "Ⅳ", "①", "𝑥", "ª"}) {
        INFO(folds);
        CHECK(text::fold(folds) != folds);
    }
    for (const char* stays : {"€", "→", "∑", "한", "漢", "㎡", "カ", "ا"}) {
        INFO(stays);
        CHECK(text::fold(stays) == stays);
    }
}

}  // namespace kl::test
