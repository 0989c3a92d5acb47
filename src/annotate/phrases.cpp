#include "annotate/phrases.h"

#include <algorithm>
#include <array>
#include <string>

#include "annotate/scanner.h"
#include "text/fold.h"
#include "text/sort.h"
#include "text/tokenize.h"

namespace kl::annotate {

void Phrases::add_words(const std::vector<Atom>& atoms, uint32_t id) {
    uint32_t node = root;
    for (const Atom atom : atoms) {
        const uint64_t key = (static_cast<uint64_t>(node) << 32) | atom;
        const auto [edge, fresh] = edges_.try_emplace(key, static_cast<uint32_t>(nodes_.size()));
        if (fresh) nodes_.emplace_back();
        node = edge->second;
    }
    if (begins_.size() <= atoms.front()) begins_.resize(atoms.front() + 1);
    begins_[atoms.front()] = true;
    if (std::ranges::find(nodes_[node].ids, id) == nodes_[node].ids.end()) nodes_[node].ids.push_back(id);
}

void Phrases::add(std::string_view name, uint32_t id, Compare compare, Lexicon& lexicon, text::Stemmer& stemmer) {
    const std::vector<Span> spans = text::tokenize(name);
    const auto atom_of = [&](std::string_view word) {
        const std::string folded = text::fold(word);
        return compare == Compare::stem ? lexicon.add_stem(stemmer.stem(without_apostrophe(folded)))
                                        : lexicon.add_form(folded);
    };
    const auto atoms_of = [&](bool closed) {
        std::vector<Atom> atoms;
        for (size_t i = 0; i < spans.size(); ++i) {
            const auto hyphen = [&](size_t k) {
                return k + 1 < spans.size() && name.substr(spans[k].end, spans[k + 1].begin - spans[k].end) == "-";
            };
            if (i > 0 &&
                name.substr(spans[i - 1].end, spans[i].begin - spans[i - 1].end).find(',') != std::string_view::npos)
                atoms.push_back(comma_atom);
            std::string word(slice(name, spans[i]));
            while (closed && hyphen(i)) word += slice(name, spans[++i]);
            atoms.push_back(atom_of(word));
        }
        return atoms;
    };
    const std::vector<Atom> open = atoms_of(false);
    if (open.empty()) return;
    add_words(open, id);
    if (compare == Compare::stem && open.size() == 1) stemmed_.emplace(id, text::fold(slice(name, spans[0])));
    if (name.find('-') != std::string_view::npos) add_words(atoms_of(true), id);
}

uint32_t Phrases::next(uint32_t node, Atom atom) const {
    const auto edge = edges_.find((static_cast<uint64_t>(node) << 32) | atom);
    return edge == edges_.end() ? root : edge->second;
}

void Phrases::follow(const Words& words, uint32_t node, size_t token, bool first, std::vector<Match>& out) const {
    if (!first)
        for (const uint32_t id : nodes_[node].ids) out.push_back({id, token});
    if (token >= words.tokens.size()) return;
    if (!first) {
        const Gap gap = words.tokens[token].gap;
        if (gap == Gap::other || gap == Gap::sentence) return;
        if (gap == Gap::comma) {
            node = next(node, comma_atom);
            if (node == root) return;
        }
    }
    const Word& word = words.words[words.tokens[token].word];
    for (const Atom atom : {word.form, word.stem}) {
        if (atom == no_atom) continue;
        if (const uint32_t to = next(node, atom); to != root) follow(words, to, token + 1, false, out);
    }
}

bool short_capitals(std::string_view name) {
    return !name.empty() && name.size() <= 5 &&
           std::ranges::all_of(name, [](char c) { return ascii_upper(c) || ascii_digit(c); });
}

bool is_inflection(std::string_view base, std::string_view word) {
    if (base == word) return true;
    size_t shared = 0;
    while (shared < base.size() && shared < word.size() && base[shared] == word[shared]) ++shared;
    const std::string_view base_rest = base.substr(shared);
    std::string_view rest = word.substr(shared);
    if (shared < 3) return false;
    if (rest.starts_with("ing")) return rest.size() <= 5 && (base_rest == "en" || base_rest == "eren");
    // A short base is not cut: "per" is no form of "pers".
    constexpr size_t short_word = 5;
    if (rest.empty() && word.size() < short_word) return false;
    // A verb's long vowel is written double in a closed syllable: verduurza|men, verduurza|amt.
    const bool verb = base_rest.size() == 3 && base_rest.ends_with("en") && rest.size() >= 2;
    if (verb && rest[0] == word[shared - 1] && rest[1] == base_rest[0]) return rest.size() <= 5;
    // What is left of the base is a last vowel and consonant (sch|ool, scho|len), an ending, or nothing.
    if (base_rest.size() > 2 && base_rest != "eren" && base_rest != "ren") return false;
    static constexpr std::array<std::string_view, 25> endings{
        "",  "e",  "en",  "n",    "s",   "es", "er",  "ers", "ere",  "eren", "t",   "te", "ten",
        "d", "de", "den", "ende", "end", "je", "jes", "tje", "tjes", "'s",   "ens", "r"};
    const auto known = [&](std::string_view ending) { return std::ranges::find(endings, ending) != endings.end(); };
    if (known(rest)) return true;
    // A consonant between: doubled (bus|sen), or voiced (brie|ven, hui|zen); and one shared vowel less (sch|olen of
    // sch|ool).
    if (!rest.empty() && known(rest.substr(1))) return true;
    return rest.size() > 1 && base_rest.size() == 2 && known(rest.substr(2));
}

bool Phrases::inflected(const Words& words, size_t begin, const Match& match) const {
    if (match.end != begin + 1) return true;
    const auto name = stemmed_.find(match.id);
    return name == stemmed_.end() || is_inflection(name->second, without_apostrophe(words.at(begin)));
}

void Phrases::find(const Words& words, size_t token, std::vector<Match>& out) const {
    out.clear();
    const Word& word = words.words[words.tokens[token].word];
    const auto begins = [&](Atom atom) { return atom != no_atom && atom < begins_.size() && begins_[atom]; };
    if (!begins(word.form) && !begins(word.stem)) return;
    follow(words, root, token, true, out);
    std::erase_if(out, [&](const Match& match) { return !inflected(words, token, match); });
    if (out.size() > 1) text::sort(out, {}, &Match::end);
}

std::string_view Phrases::base(uint32_t id) const {
    const auto name = stemmed_.find(id);
    return name == stemmed_.end() ? std::string_view{} : std::string_view(name->second);
}

const std::vector<uint32_t>* Phrases::single(Atom atom) const {
    const uint32_t node = atom == no_atom ? root : next(root, atom);
    return node == root || nodes_[node].ids.empty() ? nullptr : &nodes_[node].ids;
}

}  // namespace kl::annotate
