#include "annotate/concepts.h"

#include <algorithm>

#include "annotate/scanner.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace kl::annotate {

namespace {

bool has_upper(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
        const text::Decoded d = text::decode(text, at);
        if (text::is_upper(d.code_point)) return true;
        at += d.size;
    }
    return false;
}

// "WHO", "VN", "D66": capitals and digits only, at most five.
bool short_capitals(std::string_view name) {
    return !name.empty() && name.size() <= 5 &&
           std::ranges::all_of(name, [](char c) { return ascii_upper(c) || ascii_digit(c); });
}

bool one_word(std::string_view name) { return name.find_first_of(" -/") == std::string_view::npos; }

}  // namespace

ConceptMatcher::ConceptMatcher(const Vocabulary& vocabulary, Lexicon& lexicon, text::Stemmer& stemmer) {
    for (size_t i = 0; i < vocabulary.concepts.size(); ++i) {
        for (const std::string& written : vocabulary.concepts[i].names) {
            ConceptName name;
            name.concept_id = static_cast<ConceptId>(i);
            if (short_capitals(written)) name.exact = written;
            name.capital_first = name.exact.empty() && one_word(written) && has_upper(written.substr(0, 2));
            // Proper names keep their endings; common nouns ("kritieke grondstof") are also found in the plural.
            const Compare compare = has_upper(written) ? Compare::form : Compare::stem;
            phrases_.add(written, static_cast<uint32_t>(names_.size()), compare, lexicon, stemmer);
            names_.push_back(std::move(name));
        }
        std::vector<std::string> needs;
        for (const std::string& need : vocabulary.concepts[i].needs) needs.push_back(text::fold(need));
        needs_.push_back(std::move(needs));
    }
}

bool ConceptMatcher::allowed(const Words& words, size_t begin, size_t end, const ConceptName& name) const {
    const std::string_view source = words.text.substr(words.tokens[begin].span.begin,
                                                      words.tokens[end - 1].span.end - words.tokens[begin].span.begin);
    if (!name.exact.empty() && !source.starts_with(name.exact)) return false;
    if (name.capital_first && !text::is_upper(text::decode(source, 0).code_point)) return false;
    const std::vector<std::string>& needs = needs_[name.concept_id];
    if (needs.empty()) return true;
    const auto sentence = words.sentence_of(begin);
    return std::ranges::all_of(needs, [&](const std::string& need) {
        for (size_t i = sentence.first; i < sentence.second; ++i)
            if ((i < begin || i >= end) && words.at(i).starts_with(need)) return true;
        return false;
    });
}

std::vector<ConceptMention> ConceptMatcher::find(const Words& words) const {
    std::vector<ConceptMention> mentions;
    struct Alias {
        uint32_t word;
        ConceptId concept_id;
    };
    std::vector<Alias> aliases;  // what the document itself has abbreviated: few
    std::vector<Phrases::Match> found;
    for (size_t token = 0; token < words.tokens.size();) {
        size_t end = 0;
        ConceptId concept_id = 0;
        phrases_.find(words, token, found);
        for (const Phrases::Match& match : found) {
            if (match.end <= end || !allowed(words, token, match.end, names_[match.id])) continue;
            end = match.end;
            concept_id = names_[match.id].concept_id;
        }
        if (end == 0) {
            for (const Alias& alias : aliases)
                if (alias.word == words.tokens[token].word && ascii_upper(words.source(token).front())) {
                    end = token + 1;
                    concept_id = alias.concept_id;
                }
        }
        if (end == 0) {
            ++token;
            continue;
        }
        const Span span{words.tokens[token].span.begin, words.tokens[end - 1].span.end};
        mentions.push_back({concept_id, span});
        // "… Afhankelijkheden (TFSA)": capitals in brackets, not one of our names, and no longer than an abbreviation
        // is.
        if (end < words.tokens.size() && end - token >= 2) {
            const Span next = words.tokens[end].span;
            const std::string_view between = words.text.substr(span.end, next.begin - span.end);
            const std::string_view source = words.source(end);
            const bool closed = next.end < words.text.size() && words.text[next.end] == ')';
            const bool capitals = source.size() >= 2 && source.size() <= 8 && std::ranges::all_of(source, ascii_upper);
            const bool same_first = ascii_lower(source.front()) == words.at(token).front();
            const bool known =
                std::ranges::any_of(aliases, [&](const Alias& alias) { return alias.word == words.tokens[end].word; });
            if ((between == " (" || between == "(") && closed && capitals && same_first && !known)
                aliases.push_back({words.tokens[end].word, concept_id});
        }
        token = end;
    }
    return mentions;
}

}  // namespace kl::annotate
