#include "parse/hyphens.h"

#include <bitset>

#include "text/scan.h"

namespace kl::parse {
namespace {

constexpr size_t filter_size = 8192;
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
    std::bitset<filter_size> lefts;
    for (size_t r = 0; r + 1 < rows.size(); ++r) {
        const std::string_view left = left_half(slice(text, rows[r].span));
        if (left.empty() || rows[r].kind != RowKind::text) continue;
        lefts.set(hash_of(left, {}) % filter_size);
        // The rest of the word may stand after the notes of the page.
        size_t next = r + 1;
        while (next < rows.size() && (rows[next].kind == RowKind::note || rows[next].kind == RowKind::mark)) ++next;
        if (next < rows.size()) witnesses_.try_emplace(hash_of(left, right_half(slice(text, rows[next].span))));
    }
    if (witnesses_.empty()) return;

    // Every word and every two neighbours of a line, in one pass: "open strategische" and "openstrategische" have the
    // same hash of their letters. Most words are none of those looked for; a filter of bits says so before anything is
    // looked up.
    std::bitset<filter_size> wholes;
    for (const auto& [hash, witness] : witnesses_) wholes.set(hash % filter_size);
    const auto mark = [&](uint64_t hash, bool Witness::*which) {
        if (!wholes.test(hash % filter_size)) return;
        if (const auto found = witnesses_.find(hash); found != witnesses_.end()) found->second.*which = true;
    };
    for (const Row& row : rows) {
        const std::string_view line = slice(text, row.span);
        uint64_t before = 0;  // hash of the word before; 0: none
        char separator = '\0';
        for (size_t at = 0; at < line.size();) {
            if (!in_word(line[at])) {
                separator = separator == '\0' ? line[at] : '\1';
                ++at;
                continue;
            }
            // Of both words together only when the first is one that stood before a hyphen.
            const bool pair = before != 0 && (separator == '-' || separator == ' ') && lefts.test(before % filter_size);
            uint64_t hash = seed;
            uint64_t both = before;
            for (; at < line.size() && in_word(line[at]); ++at) {
                hash = add(hash, line[at]);
                if (pair) both = add(both, line[at]);
            }
            mark(hash, &Witness::whole);
            if (pair) mark(both, separator == '-' ? &Witness::hyphened : &Witness::two);
            before = hash;
            separator = '\0';
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
