#include "annotate/phrases.h"

#include <algorithm>
#include <string>

#include "annotate/scanner.h"
#include "text/fold.h"
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

void Phrases::find(const Words& words, size_t token, std::vector<Match>& out) const {
    out.clear();
    const Word& word = words.words[words.tokens[token].word];
    const auto begins = [&](Atom atom) { return atom != no_atom && atom < begins_.size() && begins_[atom]; };
    if (!begins(word.form) && !begins(word.stem)) return;
    follow(words, root, token, true, out);
    std::ranges::stable_sort(out, {}, &Match::end);
}

const std::vector<uint32_t>* Phrases::single(Atom atom) const {
    const uint32_t node = atom == no_atom ? root : next(root, atom);
    return node == root || nodes_[node].ids.empty() ? nullptr : &nodes_[node].ids;
}

}  // namespace kl::annotate
