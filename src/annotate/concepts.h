// Names of policies, laws, bodies, countries, companies → concepts. All names are looked for at once; the longest wins,
// and only whole words count. A country, region or company named in the name of something else is a concept of its own.
//
//     "de Taskforce Strategische Afhankelijkheden (TFSA)"   both names are the same concept
//     "risicovolle afhankelijkheid"   a name in lower case is also found with other endings
//     "de handelsovereenkomst met Chili"   the treaty and the country
//     "WHO"                           capitals of at most five letters must be capitals in the text; "who" is none
#pragma once

#include <vector>

#include "annotate/annotation.h"
#include "annotate/phrases.h"

namespace kl::annotate {

struct ConceptName {
    ConceptId concept_id = 0;
    std::string exact;           // the name as written, when capitals matter
    bool capital_first = false;  // one word that is a proper name: "Chili", not "chili"
};

class ConceptMatcher {
public:
    ConceptMatcher(const Vocabulary& vocabulary, Lexicon& lexicon, text::Stemmer& stemmer);

    // By place; only a place's name may lie within another's. A name in brackets behind a concept ("… (TFSA)") counts
    // as a name of it from there on.
    [[nodiscard]] std::vector<ConceptMention> find(const Words& words) const;

private:
    struct Name {
        size_t end = 0;  // token after its last; 0: none
        ConceptId concept_id = 0;
    };
    [[nodiscard]] Name longest(const Words& words, size_t token, bool of_place,
                               std::vector<Phrases::Match>& found) const;
    [[nodiscard]] bool allowed(const Words& words, size_t begin, size_t end, const ConceptName& name) const;

    Phrases phrases_;
    std::vector<ConceptName> names_;
    std::vector<std::vector<std::string>> needs_;  // by concept, folded
    std::vector<bool> places_;                     // by concept: a country, region or company
};

}  // namespace kl::annotate
