#include "read/page_stamps.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "text/scan.h"

namespace kl::read {
namespace {

constexpr uint32_t before_title = 24;  // bytes in which a counter may stand before the title
constexpr uint32_t after_title = 200;  // and after it: the first line of the page
constexpr uint32_t longest_stamp = 40;
constexpr size_t stamp_digits = 8;
constexpr size_t second_line = 140;  // letters after a title that are compared
constexpr size_t alike = 10;         // letters compared at once
constexpr size_t spoiled = 12;       // letters between the two lines
constexpr size_t shortest_second_line = 20;
constexpr uint32_t longest_rest = 24;      // bytes
constexpr size_t fewest_second_lines = 4;  // pages
constexpr std::string_view digits_and_dashes = "0123456789-,.\xE2\x80\x93\x94";

// "3/9" glued to nothing but the title
bool reads_counter(std::string_view text, uint32_t at, PageCounter& counter) {
    text::Scan s{text, at};
    if (!s.number(counter.page, 2) || !s.character('/') || !s.number(counter.total, 2)) return false;
    if (!s.done() && !text::ascii_blank(s.peek())) return false;
    counter.span = {at, static_cast<uint32_t>(s.at)};
    return counter.page > 0 && counter.page <= counter.total;
}

// Where digits that are `wanted` end, with at most a blank or a stroke between them: "37", "10/1 1". 0: they are not.
uint32_t end_of_digits(std::string_view text, uint32_t at, const std::string& wanted) {
    size_t read = 0;
    uint32_t i = at;
    uint32_t apart = 0;
    while (i < text.size() && read < wanted.size() && apart < 2) {
        if (text[i] == wanted[read]) {
            ++read;
            apart = 0;
        } else if (text[i] == ' ' || text[i] == '/') {
            ++apart;
        } else {
            return 0;
        }
        ++i;
    }
    const bool ends = i >= text.size() || text::ascii_blank(text[i]) || text::ascii_upper(text[i]);
    return read == wanted.size() && ends ? i : 0;
}

struct Token {
    uint32_t begin = 0;
    uint32_t end = 0;
};

Token token_before(std::string_view text, uint32_t at) {
    Token token;
    token.end = at;
    while (token.end > 0 && text::ascii_blank(text[token.end - 1])) --token.end;
    token.begin = token.end;
    while (token.begin > 0 && token.end - token.begin <= longest_stamp && !text::ascii_blank(text[token.begin - 1]))
        --token.begin;
    return token;
}

// Letters in a row: three of them make a word, unless digits or signs stand inside it.
bool is_word(std::string_view token) {
    if (token.size() > 12) return true;
    size_t letters = 0;
    size_t most = 0;
    bool digit = false;
    for (const char c : token) {
        const bool letter = text::ascii_letter(c) || static_cast<unsigned char>(c) >= 0xC3;
        letters = letter ? letters + 1 : 0;
        most = std::max(most, letters);
        digit = digit || text::ascii_digit(c);
    }
    // "iic": what is left of digits.
    if (token.size() <= 4 && token.find_first_not_of("iljctrIJL1.:;)") == std::string_view::npos) return false;
    if (token == "Ja." || token == "Nee." || token == "ja." || token == "nee.") return true;
    return most >= 3 && !digit;
}

// The last word of a sentence, or the number that ends it: "opgevolgd.", "376."
bool ends_sentence(std::string_view token) {
    const std::string_view body = token.substr(0, token.find_last_not_of(".?!:;)\"'»\x80\x99\x9D\xE2") + 1);
    if (body.size() == token.size() || body.empty()) return false;
    // "376.", "13–14)"
    const bool number =
        text::ascii_digit(body.back()) && body.find_first_not_of(digits_and_dashes) == std::string_view::npos;
    return number || is_word(body);
}

// The last digits before `at`, and where they begin: what a logo with a year looks like ("1814-2014").
std::string digits_before(std::string_view text, uint32_t at, uint32_t& begin) {
    std::string digits;
    uint32_t i = at;
    while (i > 0 && at - i < 20 && digits.size() < stamp_digits) {
        const char c = text[--i];
        if (text::ascii_digit(c)) {
            digits += c;
            begin = i;
        } else if (text::ascii_letter(c)) {
            return {};
        }
    }
    return digits.size() == stamp_digits ? digits : std::string();
}

// The letters and digits of a stretch, each with its place.
struct Tail {
    std::string letters;
    std::vector<uint32_t> at;
};

Tail tail_of(std::string_view text, uint32_t begin) {
    Tail tail;
    for (uint32_t i = begin; i < text.size() && tail.letters.size() < second_line; ++i) {
        if (!text::ascii_letter(text[i]) && !text::ascii_digit(text[i])) continue;
        tail.letters += text::to_lower(text[i]);
        tail.at.push_back(i);
    }
    return tail;
}

}  // namespace

void take_second_lines(std::string_view text, std::vector<Span>& titles) {
    if (titles.size() < fewest_second_lines) return;
    std::vector<Tail> tails;
    std::unordered_map<std::string, size_t> pages_with;
    for (const Span title : titles) {
        tails.push_back(tail_of(text, title.end));
        const std::string& letters = tails.back().letters;
        for (size_t i = 0; i + alike <= letters.size(); ++i) ++pages_with[letters.substr(i, alike)];
    }
    // The end of the longest stretch that most pages share and that begins at once.
    const size_t most = titles.size() * 6 / 10 + 1;
    std::string line;
    for (const Tail& tail : tails) {
        size_t begin = 0;
        while (begin <= spoiled && begin + alike <= tail.letters.size() &&
               pages_with[tail.letters.substr(begin, alike)] < most)
            ++begin;
        size_t end = begin;
        while (end + alike <= tail.letters.size() && pages_with[tail.letters.substr(end, alike)] >= most) ++end;
        if (end > begin && end + alike - 1 - begin > std::max(line.size(), shortest_second_line))
            line = tail.letters.substr(begin, end + alike - 1 - begin);
    }
    if (line.empty()) return;
    for (size_t i = 0; i < titles.size(); ++i) {
        const size_t first = tails[i].letters.find(line.substr(0, alike));
        const size_t last = tails[i].letters.find(line.substr(line.size() - alike));
        if (first == std::string::npos || first > spoiled || last == std::string::npos || last < first) continue;
        uint32_t end = tails[i].at[last + alike - 1] + 1;
        // What is left of "nr. 2)" and of signs beside it.
        size_t letters = 0;
        for (uint32_t at = end; at < text.size() && at - tails[i].at[last] < longest_rest && letters < 3; ++at) {
            letters = text::ascii_letter(text[at]) ? letters + 1 : 0;
            const bool sign = std::string_view(")&@%|").find(text[at]) != std::string_view::npos;
            if (sign || static_cast<unsigned char>(text[at]) >= 0x80) end = at + 1;
        }
        if (i + 1 == titles.size() || end <= titles[i + 1].begin) titles[i].end = end;
    }
}

std::vector<Span> broken_counters(std::string_view text, const std::vector<Span>& titles,
                                  const std::vector<PageCounter>& known) {
    std::vector<Span> found;
    std::vector<PageCounter> beside(titles.size());  // printed directly beside a title
    int total = known.empty() ? 0 : known.front().total;
    for (size_t i = 0; i < titles.size(); ++i) {
        uint32_t at = titles[i].end;
        while (at < text.size() && text::ascii_blank(text[at])) ++at;
        if (!reads_counter(text, at, beside[i])) beside[i] = {};
        if (total == 0) total = beside[i].total;
    }
    if (total < 2) return found;
    auto next = known.begin();
    int last = 1;
    for (size_t i = 0; i < titles.size(); ++i) {
        const uint32_t from = titles[i].begin > before_title ? titles[i].begin - before_title : 0;
        const auto to = static_cast<uint32_t>(std::min<size_t>(text.size(), titles[i].end + after_title));
        while (next != known.end() && next->span.begin < from) last = (next++)->page;
        if (next != known.end() && next->span.begin < to) continue;
        if (beside[i].total > 0) {
            found.push_back(beside[i].span);
            last = std::max(last, beside[i].page);
            continue;
        }
        const int most = next == known.end() ? total : std::min(total, next->page - 1);
        for (uint32_t at = from; at < to; ++at) {
            if (!text::ascii_digit(text[at]) || (at > 0 && !text::ascii_blank(text[at - 1]))) continue;
            uint32_t end = 0;
            for (int page = last + 1; page <= most && page <= last + 3 && end == 0; ++page)
                end = end_of_digits(text, at, std::to_string(page) + std::to_string(total));
            if (end == 0) continue;
            found.push_back({at, end});
            break;
        }
        ++last;
    }
    return found;
}

std::vector<Span> page_stamps(std::string_view text, const std::vector<Span>& titles) {
    std::vector<Span> found;
    if (titles.empty()) return found;
    std::unordered_map<std::string, size_t> pages_with;
    std::vector<uint32_t> page_ends;
    page_ends.reserve(titles.size() + 1);
    for (const Span title : titles) page_ends.push_back(title.begin);
    auto text_end = static_cast<uint32_t>(text.size());
    while (text_end > 0 && text::ascii_blank(text[text_end - 1])) --text_end;
    page_ends.push_back(text_end);
    for (const uint32_t at : page_ends) {
        uint32_t begin = at;
        if (const std::string digits = digits_before(text, at, begin); !digits.empty()) ++pages_with[digits];
    }
    for (const uint32_t at : page_ends) {
        uint32_t begin = at;
        uint32_t logo = at;
        const std::string digits = digits_before(text, at, logo);
        if (!digits.empty() && pages_with[digits] >= 3) {
            begin = logo;
            // Short signs before it, on the same page.
            for (int i = 0; i < 2; ++i) {
                const Token token = token_before(text, begin);
                const std::string_view words = text.substr(token.begin, token.end - token.begin);
                if (words.empty() || words.size() > 8 || is_word(words) || words.find(',') != std::string_view::npos ||
                    ends_sentence(words))
                    break;
                begin = token.begin;
            }
        }
        uint32_t sign = begin;
        while (at - sign <= longest_stamp) {
            const Token token = token_before(text, sign);
            if (token.begin == token.end) break;
            const std::string_view words = text.substr(token.begin, token.end - token.begin);
            if (ends_sentence(words)) {
                begin = sign;
                break;
            }
            if (is_word(words)) break;
            sign = token.begin;
        }
        if (begin < at) found.push_back({begin, at});
    }
    return found;
}

}  // namespace kl::read
