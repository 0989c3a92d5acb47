// A text as words, ready for matching: every token knows its distinct word, and every distinct word knows which words
// of the vocabulary it is (by its form, by its stem). The work of folding and stemming is done once a distinct word,
// not once a token.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/span.h"
#include "text/stem.h"

namespace kl::annotate {

using Atom = uint32_t;  // a word of the vocabulary: a folded form or a stem
constexpr Atom no_atom = 0;
constexpr Atom comma_atom = 1;  // a comma inside a name: "Volksgezondheid, Welzijn en Sport"

// Words with a number each.
struct WordHash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};
using WordMap = std::unordered_map<std::string, uint32_t, WordHash, std::equal_to<>>;

// The words of the vocabulary, numbered.
class Lexicon {
public:
    Atom add_form(std::string_view folded) { return add(forms_, folded); }
    Atom add_stem(std::string_view stem) { return add(stems_, stem); }
    [[nodiscard]] Atom form(std::string_view folded) const { return find(forms_, folded); }
    [[nodiscard]] Atom stem(std::string_view stem) const { return find(stems_, stem); }
    [[nodiscard]] Atom size() const { return next_; }

private:
    Atom add(WordMap& map, std::string_view text);
    [[nodiscard]] static Atom find(const WordMap& map, std::string_view text);

    WordMap forms_, stems_;
    Atom next_ = 2;
};

// What stands between a token and the one before it.
enum class Gap : uint8_t {
    none,      // only a hyphen, slash or apostrophe: "EU-drieslag"
    blank,     // blanks, with or without a hyphen
    comma,     // one comma
    other,     // any other sign: a name does not run over it
    sentence,  // a sentence ended
};

struct Token {
    Span span;
    uint32_t word = 0;  // index in Words::words
    Gap gap = Gap::sentence;
};

struct Word {
    uint32_t folded_begin = 0;  // in Words::arena
    uint32_t folded_size = 0;
    uint32_t stem_begin = 0;  // its stem, in Words::arena too
    uint32_t stem_size = 0;
    Atom form = no_atom;
    Atom stem = no_atom;
};

struct Words {
    std::string_view text;
    std::vector<Token> tokens;
    std::vector<Word> words;
    std::vector<uint32_t> sentences;  // index of the first token of each sentence, in order

    [[nodiscard]] std::string_view folded(uint32_t word) const {
        return std::string_view(arena).substr(words[word].folded_begin, words[word].folded_size);
    }
    [[nodiscard]] std::string_view stem(uint32_t word) const {
        return std::string_view(arena).substr(words[word].stem_begin, words[word].stem_size);
    }
    [[nodiscard]] std::string_view at(size_t token) const { return folded(tokens[token].word); }
    [[nodiscard]] std::string_view source(size_t token) const { return slice(text, tokens[token].span); }
    // Tokens whose span begins in `span`: [first, last).
    [[nodiscard]] std::pair<size_t, size_t> range(Span span) const;
    // Tokens of the sentence this token stands in.
    [[nodiscard]] std::pair<size_t, size_t> sentence_of(size_t token) const;

    std::string arena;  // the folded words, one after the other
};

// What the lexicon and the stemmer say of a folded word, kept from one document to the next: the documents of a
// collection share most of their words. One thread at a time.
class WordMemory {
public:
    explicit WordMemory(const Lexicon& lexicon) : lexicon_(&lexicon) {}

    struct Entry {
        Atom form = no_atom;
        Atom stem = no_atom;
        std::string stem_text;
    };
    [[nodiscard]] const Entry& look_up(std::string_view folded);

private:
    static constexpr size_t most_entries = 40'000;  // some 4 MB; then it begins anew

    const Lexicon* lexicon_;
    text::Stemmer stemmer_;
    WordMap places_;  // in entries_
    std::vector<Entry> entries_;
};

// `text` must outlive the result.
[[nodiscard]] Words read_words(std::string_view text, WordMemory& memory);

// The form without a genitive or plural of an apostrophe: "china's" → "china".
[[nodiscard]] std::string_view without_apostrophe(std::string_view folded);

}  // namespace kl::annotate
