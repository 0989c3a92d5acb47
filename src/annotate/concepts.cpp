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
        const ConceptKind kind = vocabulary.concepts[i].kind;
        places_.push_back(kind == ConceptKind::country || kind == ConceptKind::region || kind == ConceptKind::company);
    }
}

bool ConceptMatcher::allowed(const Words& words, size_t begin, size_t end, const ConceptName& name) const {
    const std::string_view source = words.text.substr(words.tokens[begin].span.begin,
                                                      words.tokens[end - 1].span.end - words.tokens[begin].span.begin);
    if (!name.exact.empty() && !source.starts_with(name.exact)) return false;
    if (name.capital_first && !text::is_upper(text::decode(source, 0).code_point)) return false;
    const std::vector<std::string>& needs = needs_[name.concept_id];
    if (needs.empty()) return true;
    // A text without sentences is one long one: what stands further away is not beside it.
    constexpr size_t reach = 200;
    auto sentence = words.sentence_of(begin);
    sentence.first = std::max(sentence.first, begin - std::min(begin, reach));
    sentence.second = std::min(sentence.second, end + reach);
    return std::ranges::all_of(needs, [&](const std::string& need) {
        for (size_t i = sentence.first; i < sentence.second; ++i)
            if ((i < begin || i >= end) && words.at(i).starts_with(need)) return true;
        return false;
    });
}

// The longest name that begins at `token`, of a place or of anything else; without one `end` is 0.
ConceptMatcher::Name ConceptMatcher::longest(const Words& words, size_t token, bool of_place,
                                             std::vector<Phrases::Match>& found) const {
    Name best;
    phrases_.find(words, token, found);
    for (const Phrases::Match& match : found) {
        const ConceptName& name = names_[match.id];
        if (match.end <= best.end || places_[name.concept_id] != of_place) continue;
        if (allowed(words, token, match.end, name)) best = {match.end, name.concept_id};
    }
    return best;
}

std::vector<ConceptMention> ConceptMatcher::find(const Words& words) const {
    std::vector<ConceptMention> mentions;
    constexpr uint32_t none = UINT32_MAX;
    std::vector<uint32_t> aliases(words.words.size(), none);  // by word: what the document itself has abbreviated
    std::vector<Phrases::Match> found;
    const auto mention = [&](size_t token, const Name& name) {
        mentions.push_back({name.concept_id, {words.tokens[token].span.begin, words.tokens[name.end - 1].span.end}});
    };
    for (size_t token = 0; token < words.tokens.size();) {
        const Name place = longest(words, token, true, found);
        Name name = longest(words, token, false, found);
        if (place.end > name.end) name = place;
        if (name.end == 0) {
            const uint32_t alias = aliases[words.tokens[token].word];
            if (alias != none && ascii_upper(words.source(token).front()))
                name = {token + 1, static_cast<ConceptId>(alias)};
        }
        if (name.end == 0) {
            ++token;
            continue;
        }
        mention(token, name);
        // "het partnerschap met Vietnam", "de handelsovereenkomst met Chili": the country is named as well. A place
        // within a place ("Zuid-Korea") is none.
        for (size_t inner = token; !places_[name.concept_id] && inner < name.end;) {
            const Name within = longest(words, inner, true, found);
            const bool inside = within.end != 0 && within.end <= name.end;
            if (inside) mention(inner, within);
            inner = inside ? within.end : inner + 1;
        }
        // "… Afhankelijkheden (TFSA)": capitals in brackets, not one of our names, and no longer than an abbreviation
        // is.
        if (name.end < words.tokens.size() && name.end - token >= 2) {
            const uint32_t begin = words.tokens[name.end - 1].span.end;
            const Span next = words.tokens[name.end].span;
            const std::string_view between = words.text.substr(begin, next.begin - begin);
            const std::string_view source = words.source(name.end);
            const bool closed = next.end < words.text.size() && words.text[next.end] == ')';
            const bool capitals = source.size() >= 2 && source.size() <= 8 && std::ranges::all_of(source, ascii_upper);
            const bool same_first = ascii_lower(source.front()) == words.at(token).front();
            uint32_t& alias = aliases[words.tokens[name.end].word];
            if ((between == " (" || between == "(") && closed && capitals && same_first && alias == none)
                alias = name.concept_id;
        }
        token = name.end;
    }
    return mentions;
}

}  // namespace kl::annotate
