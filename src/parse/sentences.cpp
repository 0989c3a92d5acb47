#include "parse/sentences.h"

#include <algorithm>

#include "text/scan.h"
#include "text/utf8.h"

namespace kl::parse {
namespace {

constexpr size_t longest_remark = 40;
constexpr std::string_view closing_marks[] = {"»", "”", "’", "\"", "'", ")", "]"};

size_t closer_before(std::string_view text, size_t end) {
    for (const std::string_view mark : closing_marks) {
        if (end >= mark.size() && text.substr(end - mark.size(), mark.size()) == mark) return mark.size();
    }
    return 0;
}

size_t closer_at(std::string_view text, size_t at) {
    for (const std::string_view mark : closing_marks) {
        if (text.substr(std::min(at, text.size()), mark.size()) == mark) return mark.size();
    }
    return 0;
}

// "(Blz. 17) De woorden …": a short remark in brackets is a sentence of its own. 0 when the text begins with none.
size_t end_of_remark(std::string_view text) {
    if (!text.starts_with('(')) return 0;
    const size_t close = text.substr(0, longest_remark).find_first_of("()", 1);
    if (close == std::string_view::npos || text[close] != ')') return 0;
    size_t next = close + 1;
    while (const uint32_t blank = text::blank_size(text, next)) next += blank;
    const bool apart = next > close + 1 && begins_sentence(text.substr(std::min(next, text.size()), 4));
    return next >= text.size() || apart ? close + 1 : 0;
}

bool is_end_sign(char c) { return c == '.' || c == '?' || c == '!'; }

// "15.000": the point parts a number. "in 2025.2": a year, the sentence's end, and a mark.
bool is_number_before(std::string_view text, size_t point) {
    size_t begin = point;
    while (begin > 0 && text::ascii_digit(text[begin - 1])) --begin;
    const bool year = point - begin == 4 && (text.substr(begin, 2) == "19" || text.substr(begin, 2) == "20");
    return point > begin && !year;
}

// Footnote marks at the end: "?1", "? 1)", "?[1]", "?1, 2".
size_t strip_marks(std::string_view text, size_t end) {
    size_t at = end;
    while (at > 0) {
        size_t i = at;
        while (i > 0 && text::ascii_blank(text[i - 1])) --i;
        const bool bracket = i > 0 && (text[i - 1] == ')' || text[i - 1] == ']');
        if (bracket) --i;
        const size_t digits_end = i;
        while (i > 0 && text::ascii_digit(text[i - 1]) && digits_end - i < 3) --i;
        if (i == digits_end) break;
        if (i > 0 && text[i - 1] == '[') --i;
        size_t before = i;
        while (before > 0 && (text::ascii_blank(text[before - 1]) || text[before - 1] == ',')) --before;
        const bool after_sign = before > 0 && (is_end_sign(text[before - 1]) || closer_before(text, before) > 0);
        const bool after_mark = before > 0 && before < i && text::ascii_digit(text[before - 1]);
        if (!after_sign && !after_mark) break;
        if (before > 1 && text[before - 1] == '.' && before == i && is_number_before(text, before - 1)) break;
        at = before;
        if (after_sign) break;
    }
    return at;
}

}  // namespace

std::string_view without_closers(std::string_view text) {
    size_t end = text.size();
    while (end > 0 && text::ascii_blank(text[end - 1])) --end;
    end = strip_marks(text, end);
    while (end > 0) {
        const size_t size = closer_before(text, end);
        if (size == 0) break;
        end -= size;
    }
    return text.substr(0, end);
}

bool ends_sentence(std::string_view text) {
    const std::string_view body = without_closers(text);
    return !body.empty() && is_end_sign(body.back());
}

bool ends_with_question(std::string_view text) {
    const std::string_view body = without_closers(text);
    if (body.size() < 2 || body.back() != '?') return false;
    const char before = body[body.size() - 2];
    if (before == '.' || before == ',' || before == ';') return false;
    return body.size() < 4 || body.substr(body.size() - 4, 3) != "\xE2\x80\x99";
}

bool begins_sentence(std::string_view text) {
    const char32_t c = text::decode(text, 0).code_point;
    return text::is_upper(c) || text::is_digit(c) || c == U'«' || c == U'“' || c == U'‘' || c == U'"' || c == U'\'' ||
           c == U'(';
}

size_t end_of_sentence(std::string_view text) {
    if (const size_t bracket = end_of_remark(text); bracket > 0) return bracket;
    for (size_t at = 0; at < text.size(); ++at) {
        if (!is_end_sign(text[at])) continue;
        size_t after = at + 1;
        while (const size_t size = closer_at(text, after)) after += size;
        size_t digits = after;
        while (digits < text.size() && text::ascii_digit(text[digits]) && digits - after < 3) ++digits;
        size_t next = digits;
        while (const uint32_t blank = text::blank_size(text, next)) next += blank;
        if (next >= text.size()) return digits;
        if (next > digits && begins_sentence(text.substr(next, 4))) return digits;
    }
    return text.size();
}

}  // namespace kl::parse
