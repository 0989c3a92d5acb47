// A hyphen at a line end: part of the word, or put there to break it?
//   regen- / boogprovincie            broken:    regenboogprovincie
//   open- / strategische autonomie    its own:   open-strategische
//   import- / en productverboden      its own, and the next word stands apart
// The document itself is the best witness: the word may stand elsewhere in it, whole, with a hyphen, or as two words.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "parse/draft.h"

namespace kl::parse {

enum class Hyphen : uint8_t {
    none,    // the line does not end in a hyphen after a letter
    broken,  // leave it out
    own,     // keep it, and write the next line directly after it
    apart,   // keep it, with a blank after it
};

class Hyphens {
public:
    // Reads the words of `rows` once, when any of them ends in a hyphen.
    Hyphens(std::string_view text, const std::vector<Row>& rows);

    [[nodiscard]] Hyphen between(std::string_view line, std::string_view next) const;

private:
    struct Witness {
        bool whole = false;     // "openstrategische"
        bool hyphened = false;  // "open-strategische" inside a line
        bool two = false;       // "open strategische"
    };
    std::unordered_map<uint64_t, Witness> witnesses_;  // by hash of both halves
};

}  // namespace kl::parse
