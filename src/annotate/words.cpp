#include "annotate/words.h"

#include <algorithm>
#include <array>

#include "annotate/scanner.h"
#include "text/fold.h"
#include "text/tokenize.h"

namespace kl::annotate {

Atom Lexicon::add(WordMap& map, std::string_view text) {
    if (const auto found = map.find(text); found != map.end()) return found->second;
    map.emplace(std::string(text), next_);
    return next_++;
}

Atom Lexicon::find(const WordMap& map, std::string_view text) {
    const auto found = map.find(text);
    return found == map.end() ? no_atom : found->second;
}

std::string_view without_apostrophe(std::string_view folded) {
    if (folded.size() > 2 && folded.ends_with("'s")) folded.remove_suffix(2);
    return folded;
}

namespace {

// Words after which a point ends no sentence, folded.
bool abbreviation(std::string_view word) {
    static constexpr std::array<std::string_view, 36> known{
        "nr",    "nrs",  "art", "jl",  "mr",  "drs",  "dr",  "ir",   "ing",  "prof", "dhr", "mevr",
        "mw",    "bijv", "bv",  "blz", "pag", "resp", "ca",  "incl", "excl", "evt",  "zgn", "stb",
        "stcrt", "trb",  "lid", "max", "min", "tel",  "vgl", "jo",   "enz",  "etc",  "inz", "aanh"};
    if (word.size() == 1 && ascii_letter(word[0])) return true;
    return std::ranges::find(known, word) != known.end() && word != "enz" && word != "etc" && word != "lid";
}

// `between` is what stands between two tokens, `before` the folded word before it, `next` the first byte of the one
// after.
Gap classify(std::string_view between, std::string_view before, unsigned char next) {
    if (between == " ") return Gap::blank;
    bool blank = false;
    bool comma = false;
    bool other = false;
    bool stop = false;
    bool bullet = false;
    for (size_t i = 0; i < between.size(); ++i) {
        const char c = between[i];
        if (c == '\n' && i + 1 < between.size() && between[i + 1] == '\n') return Gap::sentence;
        if (c == '\n') bullet = i + 1 < between.size() && between[i + 1] != ' ';
        if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
            blank = true;
        } else if (c == ',') {
            other = other || comma;
            comma = true;
        } else if (c == '.' || c == '?' || c == '!') {
            stop = other = true;
        } else if (c == '\xC2' && i + 1 < between.size() && between[i + 1] == '\xA0') {
            blank = true;
            ++i;
        } else if (c == '\xE2' && i + 2 < between.size() && between[i + 1] == '\x80' &&
                   ((between[i + 2] >= '\x90' && between[i + 2] <= '\x94') || between[i + 2] == '\x99')) {
            i += 2;  // a dash or ’
        } else if (c != '-' && c != '/' && c != '\'' && c != '&') {
            other = true;
        }
    }
    if (bullet && other) return Gap::sentence;  // a list's next line
    if (stop && blank) {
        const bool lower = next >= 'a' && next <= 'z';
        const bool question =
            between.find('?') != std::string_view::npos || between.find('!') != std::string_view::npos;
        if (!lower && (question || !abbreviation(before))) return Gap::sentence;
    }
    if (other) return Gap::other;
    if (comma) return Gap::comma;
    return blank ? Gap::blank : Gap::none;
}

// Open addressing from folded words to their index; grows by doubling.
class WordTable {
public:
    explicit WordTable(Words& words) : words_(words), slots_(1024, empty) {}

    uint32_t index_of(std::string_view folded, bool& fresh) {
        if (words_.words.size() * 2 >= slots_.size()) grow();
        size_t slot = std::hash<std::string_view>{}(folded) & (slots_.size() - 1);
        while (slots_[slot] != empty && words_.folded(slots_[slot]) != folded) slot = (slot + 1) & (slots_.size() - 1);
        fresh = slots_[slot] == empty;
        if (fresh) {
            slots_[slot] = static_cast<uint32_t>(words_.words.size());
            Word word;
            word.folded_begin = static_cast<uint32_t>(words_.arena.size());
            word.folded_size = static_cast<uint32_t>(folded.size());
            words_.arena.append(folded);
            words_.words.push_back(word);
        }
        return slots_[slot];
    }

private:
    static constexpr uint32_t empty = UINT32_MAX;

    void grow() {
        slots_.assign(slots_.size() * 2, empty);
        for (uint32_t i = 0; i < words_.words.size(); ++i) {
            size_t slot = std::hash<std::string_view>{}(words_.folded(i)) & (slots_.size() - 1);
            while (slots_[slot] != empty) slot = (slot + 1) & (slots_.size() - 1);
            slots_[slot] = i;
        }
    }

    Words& words_;
    std::vector<uint32_t> slots_;
};

}  // namespace

const WordMemory::Entry& WordMemory::look_up(std::string_view folded) {
    constexpr size_t longest_word = 64;  // longer ones are no words
    static const Entry none{};
    if (folded.size() > longest_word + 2) return none;
    if (const auto found = places_.find(folded); found != places_.end()) return entries_[found->second];
    if (entries_.size() >= most_entries) {
        places_.clear();
        entries_.clear();
    }
    const std::string_view base = without_apostrophe(folded);
    Entry entry;
    entry.form = lexicon_->form(folded);
    if (entry.form == no_atom) entry.form = lexicon_->form(base);
    if (base.size() <= longest_word) {
        entry.stem_text = stemmer_.stem(base);
        entry.stem = lexicon_->stem(entry.stem_text);
    }
    places_.emplace(std::string(folded), static_cast<uint32_t>(entries_.size()));
    entries_.push_back(std::move(entry));
    return entries_.back();
}

Words read_words(std::string_view text, WordMemory& memory) {
    Words out;
    out.text = text;
    const std::vector<Span> spans = text::tokenize(text);
    out.tokens.reserve(spans.size());
    WordTable table(out);
    std::array<char, 64> buffer{};
    std::string folded_text;
    for (size_t i = 0; i < spans.size(); ++i) {
        const std::string_view source = slice(text, spans[i]);
        std::string_view folded;
        bool ascii = source.size() <= buffer.size();
        for (size_t k = 0; ascii && k < source.size(); ++k) {
            ascii = static_cast<unsigned char>(source[k]) < 0x80;
            buffer[k] = ascii_lower(source[k]);
        }
        if (ascii) {
            folded = std::string_view(buffer.data(), source.size());
        } else {
            folded_text = text::fold(source);
            folded = folded_text;
        }
        bool fresh = false;
        const uint32_t word = table.index_of(folded, fresh);
        if (fresh) {
            const WordMemory::Entry& known = memory.look_up(out.folded(word));
            Word& entry = out.words[word];
            entry.form = known.form;
            entry.stem = known.stem;
            entry.stem_begin = static_cast<uint32_t>(out.arena.size());
            entry.stem_size = static_cast<uint32_t>(known.stem_text.size());
            out.arena += known.stem_text;
        }
        Token token;
        token.span = spans[i];
        token.word = word;
        if (i > 0) {
            const Span between{spans[i - 1].end, spans[i].begin};
            token.gap = classify(slice(text, between), out.at(i - 1), static_cast<unsigned char>(text[spans[i].begin]));
        }
        if (token.gap == Gap::sentence) out.sentences.push_back(static_cast<uint32_t>(i));
        out.tokens.push_back(token);
    }
    return out;
}

std::pair<size_t, size_t> Words::range(Span span) const {
    const auto begin_of = [](const Token& token) { return token.span.begin; };
    const auto first = std::ranges::lower_bound(tokens, span.begin, {}, begin_of);
    const auto last = std::ranges::lower_bound(first, tokens.end(), span.end, {}, begin_of);
    return {static_cast<size_t>(first - tokens.begin()), static_cast<size_t>(last - tokens.begin())};
}

std::pair<size_t, size_t> Words::sentence_of(size_t token) const {
    const auto after = std::ranges::upper_bound(sentences, static_cast<uint32_t>(token));
    const size_t first = after == sentences.begin() ? 0 : *(after - 1);
    return {first, after == sentences.end() ? tokens.size() : *after};
}

}  // namespace kl::annotate
