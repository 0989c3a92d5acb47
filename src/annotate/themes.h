// Themes of the TOP-lijst for each item, from the words of assets/vocab/theme_terms.tsv and from the themes of its
// concepts.
//
// A theme's strength in an item is the sum over its terms of weight × dampened frequency; a phrase says more than a
// word, a question more than an answer, a whole word more than a part of a compound ("woningmarkt" in
// "woningmarktbeleid"). What the whole document is about counts everywhere, the more the fewer telling words the item
// has itself: many questions only say "Deelt u die mening?".
#pragma once

#include <vector>

#include "annotate/annotation.h"
#include "annotate/phrases.h"
#include "annotate/places.h"

namespace kl::annotate {

struct ThemeInput {
    const parse::Document& document;
    const Words& words;
    const Places& places;
    const std::vector<ConceptMention>& concepts;  // of the whole document, by place
    const std::vector<MinistryId>& stated;        // the document's stated ministries
};

class ThemeMatcher {
public:
    ThemeMatcher(const Vocabulary& vocabulary, Lexicon& lexicon, text::Stemmer& stemmer);

    // The themes of each item, parallel to Document::items; see ItemAnnotations::themes.
    [[nodiscard]] std::vector<std::vector<ItemTheme>> find(const ThemeInput& input) const;

private:
    struct Term {
        ThemeId theme = 0;
        float weight = 0;
        std::string exact;  // capitals that must be capitals
    };
    struct Part {  // a term inside a compound
        uint32_t term = 0;
        float factor = 0;
    };
    struct Hit {
        int item = -1;  // -1: head
        ThemeId theme = 0;
        uint32_t source = 0;  // term, or concept above all terms: what repeats
        float weight = 0;
        bool asked = false;  // stands in the question
        Basis basis;
    };
    void collect_terms(const ThemeInput& input, std::vector<Hit>& hits) const;
    void collect_concepts(const ThemeInput& input, std::vector<Hit>& hits) const;
    [[nodiscard]] std::vector<Part> parts_of(std::string_view folded, std::string_view stem) const;

    const Vocabulary& vocabulary_;
    const Lexicon* lexicon_;
    Phrases phrases_;
    std::vector<Term> terms_;
    std::vector<bool>
        part_starts_;  // hash of the first letters of every word that can be part of a compound: most are none
};

}  // namespace kl::annotate
