// Many names, looked for at once: a trie over words. From every token it follows the names that begin there, so that
// the work is the tokens times the words of the longest name that really begins at a place, whatever the number of
// names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "annotate/words.h"

namespace kl::annotate {

// How the words of a name are compared.
enum class Compare : uint8_t { form, stem };

// Whether `word` is an inflected form of `base`, both folded: "huizen" of "huis", "verduurzaming" of "verduurzamen".
// The stemmer alone also takes "effectief" for "effecten" and "geïnformeerd" for "informatica".
[[nodiscard]] bool is_inflection(std::string_view base, std::string_view word);

// "WHO", "VN", "D66": capitals and digits only, at most five. Such a name must be written so in the text.
[[nodiscard]] bool short_capitals(std::string_view name);

class Phrases {
public:
    // Adds a name with a number of the caller's choosing. Hyphens inside are also tried closed ("autonomie-agenda",
    // "autonomieagenda"). A name without words is left out.
    void add(std::string_view name, uint32_t id, Compare compare, Lexicon& lexicon, text::Stemmer& stemmer);

    struct Match {
        uint32_t id = 0;
        size_t end = 0;  // token after the last of the name
    };
    // All names that begin at `token`, shorter ones first. `out` is cleared.
    void find(const Words& words, size_t token, std::vector<Match>& out) const;

    // The ids of names that are this one word.
    [[nodiscard]] const std::vector<uint32_t>* single(Atom atom) const;

    // The one word of a name that is compared by stem, folded; "" for other names.
    [[nodiscard]] std::string_view base(uint32_t id) const;

private:
    struct Node {
        std::vector<uint32_t> ids;
    };
    static constexpr uint32_t root = 0;

    void add_words(const std::vector<Atom>& atoms, uint32_t id);
    [[nodiscard]] bool inflected(const Words& words, size_t begin, const Match& match) const;
    [[nodiscard]] uint32_t next(uint32_t node, Atom atom) const;
    void follow(const Words& words, uint32_t node, size_t token, bool first, std::vector<Match>& out) const;

    std::vector<Node> nodes_{Node{}};
    std::unordered_map<uint64_t, uint32_t> edges_;
    std::unordered_map<uint32_t, std::string> stemmed_;  // by id: names of one word compared by stem, folded
    std::vector<bool> begins_;                           // by atom: whether a name begins with it
};

}  // namespace kl::annotate
