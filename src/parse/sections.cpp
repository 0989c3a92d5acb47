#include "parse/sections.h"

#include <algorithm>

#include "text/scan.h"

namespace kl::parse {
namespace {

using text::Scan;

constexpr size_t longest_title = 260;
constexpr size_t longest_plain_title = 90;

// Titles that speak of questions, however long.
constexpr std::string_view question_openings[] = {
    "vragen over",
    "vragen bij",
    "vragen aan",
    "vragen en antwoorden",
    "vragen met betrekking",
    "vragen van",
    "vragen inzake",
    "vragen naar aanleiding",
    "antwoorden op",
    "antwoorden op vragen",
    "antwoorden algemene rekenkamer",
    "beantwoording vragen",
    "beantwoording van",
    "overige vragen",
    "algemene vragen",
    "overkoepelende",
    "reactie op",
    "vragen omtrent",
    "vragen gesteld",
};

// Titles of the parts of a budget or a report: a word and a number or letter, then its name.
constexpr std::string_view numbered_openings[] = {
    "artikel",   "artikelen", "beleidsartikel", "niet-beleidsartikel", "hoofdstuk",
    "paragraaf", "deel",      "thema",          "onderdeel",           "bijlage",
};

// Titles of one or two words.
constexpr std::string_view whole_titles[] = {
    "algemeen", "algemene vragen", "overig", "overige", "overige vragen", "inleiding", "inhoudelijke vragen", "varia",
};

bool has_end_sign(std::string_view text) {
    const char last = text.back();
    return last == '?' || last == '!' || last == ';' || last == ':' || text.find("? ") != std::string_view::npos;
}

bool opens_with(std::string_view text, std::string_view opening) {
    Scan s{text};
    return s.word(opening);
}

}  // namespace

bool is_section_title(std::string_view text) {
    if (text.empty() || text.size() > longest_title || !text::ascii_upper(text[0]) || has_end_sign(text)) return false;
    if (text.find("http") != std::string_view::npos) return false;
    for (const std::string_view opening : question_openings) {
        if (opens_with(text, opening)) return true;
    }
    if (text.back() == '.' || text.size() > longest_plain_title) return false;
    for (const std::string_view opening : numbered_openings) {
        Scan s{text};
        if (!s.word(opening) || !s.blanks()) continue;
        const bool numeral = text::ascii_digit(s.peek()) || text::ascii_upper(s.peek());
        if (numeral && text.find(". ") == std::string_view::npos) return true;
    }
    return std::ranges::any_of(whole_titles, [text](std::string_view title) {
        Scan s{text};
        return s.literal(title) && s.done();
    });
}

size_t section_title_before(std::string_view text, size_t at) {
    while (at > 0 && text::ascii_blank(text[at - 1])) --at;
    const size_t from = at > longest_title ? at - longest_title : 0;
    for (size_t begin = at; begin-- > from;) {
        if (!text::ascii_upper(text[begin]) || (begin > 0 && !text::ascii_blank(text[begin - 1]))) continue;
        size_t before = begin;
        while (before > 0 && text::ascii_blank(text[before - 1])) --before;
        const bool apart = begin - before >= 2 || before == 0 ||
                           std::string_view(".?!)").find(text[before - 1]) != std::string_view::npos;
        if (apart && is_section_title(text.substr(begin, at - begin))) return begin;
    }
    return std::string_view::npos;
}

}  // namespace kl::parse
