#include "parse/hyphens.h"

#include "text/scan.h"

namespace kl::parse {
namespace {

constexpr uint64_t seed = 1469598103934665603ULL;

constexpr bool in_word(char c) { return text::ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

constexpr uint64_t add(uint64_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(text::to_lower(c))) * 1099511628211ULL;
}

uint64_t hash_of(std::string_view left, std::string_view right) {
    uint64_t hash = seed;
    for (const char c : left) hash = add(hash, c);
    for (const char c : right) hash = add(hash, c);
    return hash;
}

// The word before the hyphen that ends the line; empty when there is none.
std::string_view left_half(std::string_view line) {
    if (line.size() < 2 || line.back() != '-') return {};
    size_t begin = line.size() - 1;
    while (begin > 0 && in_word(line[begin - 1])) --begin;
    return line.substr(begin, line.size() - 1 - begin);
}

std::string_view right_half(std::string_view next) {
    size_t end = 0;
    while (end < next.size() && in_word(next[end])) ++end;
    return next.substr(0, end);
}

// "import- en productverboden", "anti-dumping- of anti-subsidiemaatregelen": the first word is cut short, not broken.
bool is_conjunction(std::string_view word) {
    for (const std::string_view known : {"en", "of", "tot", "als", "maar", "dan", "respectievelijk", "noch", "c"}) {
        if (word == known) return true;
    }
    return false;
}

// First parts that Dutch spelling writes with a hyphen before a small letter.
bool takes_hyphen(std::string_view left) {
    for (const std::string_view known :
         {"oud", "ex", "non", "niet", "bijna", "stads", "chef", "adjunct", "kandidaat"}) {
        if (left == known) return true;
    }
    return false;
}

}  // namespace

Hyphens::Hyphens(std::string_view text, const std::vector<Row>& rows) {
    for (size_t r = 0; r + 1 < rows.size(); ++r) {
        const std::string_view left = left_half(slice(text, rows[r].span));
        if (left.empty()) continue;
        // The rest of the word may stand after a page's notes: each of the next rows could have it.
        for (size_t next = r + 1; next < rows.size() && next < r + 2; ++next) {
            witnesses_.try_emplace(hash_of(left, right_half(slice(text, rows[next].span))));
        }
    }
    if (witnesses_.empty()) return;

    // Every word and every two neighbours of a line, in one pass: "open strategische" and "openstrategische" have the
    // same hash of their letters.
    const auto mark = [this](uint64_t hash, bool Witness::*which) {
        if (const auto found = witnesses_.find(hash); found != witnesses_.end()) found->second.*which = true;
    };
    for (const Row& row : rows) {
        const std::string_view line = slice(text, row.span);
        std::string_view before;
        char separator = '\0';
        for (size_t at = 0; at < line.size();) {
            if (!in_word(line[at])) {
                separator = separator == '\0' ? line[at] : '\1';
                ++at;
                continue;
            }
            size_t end = at;
            uint64_t hash = seed;
            while (end < line.size() && in_word(line[end])) hash = add(hash, line[end++]);
            const std::string_view word = line.substr(at, end - at);
            mark(hash, &Witness::whole);
            if (!before.empty() && (separator == '-' || separator == ' ')) {
                mark(hash_of(before, word), separator == '-' ? &Witness::hyphened : &Witness::two);
            }
            before = word;
            separator = '\0';
            at = end;
        }
    }
}

Hyphen Hyphens::between(std::string_view line, std::string_view next) const {
    if (line.size() < 2 || line.back() != '-' || next.empty()) return Hyphen::none;
    const char before = line[line.size() - 2];
    if (text::ascii_blank(before)) return Hyphen::none;  // a dash
    const std::string_view left = left_half(line);
    const std::string_view right = right_half(next);
    if (is_conjunction(right)) return Hyphen::apart;
    if (left.empty() || right.empty() || text::ascii_upper(next[0]))
        return Hyphen::own;                                  // "CO2-", "EU-" / "Verordening"
    if (text::ascii_upper(left.back())) return Hyphen::own;  // "EU-" / "breed"
    if (const auto found = witnesses_.find(hash_of(left, right)); found != witnesses_.end()) {
        const Witness& seen = found->second;
        if (seen.hyphened) return Hyphen::own;
        if (seen.whole) return Hyphen::broken;
        if (seen.two) return Hyphen::own;
    }
    return takes_hyphen(left) ? Hyphen::own : Hyphen::broken;
}

}  // namespace kl::parse
