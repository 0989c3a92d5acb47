// What the words of a Document mean. Every statement has its basis: the words and their place, so that it can say why.
// Stated and inferred are never mixed: `stated` is what the document itself says.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "annotate/vocabulary.h"
#include "parse/document.h"
#include "text/date.h"
#include "text/span.h"

namespace kl::annotate {

// Why a ministry or theme was given to an item.
enum class Reason : uint8_t {
    respondent,  // named in the head as answering (stated)
    addressee,   // named in the head as asked (stated)
    named,       // the ministry is named in the item itself
    instrument,  // lead ministry of a concept named in the item
    portfolio,   // a theme of the item is its portfolio
    term,        // a word of the theme's terms
    concept_of,  // a concept that belongs to the theme
};

struct Basis {
    Reason reason = Reason::term;
    Span span;            // words in Document::text
    int concept_id = -1;  // for instrument and concept_of
    int theme = -1;       // for portfolio
};

struct ItemMinistry {
    MinistryId ministry = 0;
    bool stated = false;
    float score = 0;           // inferred: how strong, 0..1; stated: 1
    std::vector<Basis> basis;  // at least one; the strongest first, at most eight
};

struct ItemTheme {
    ThemeId theme = 0;
    float score = 0;  // 0..1 within the item; sorted, best first
    std::vector<Basis> basis;
};

struct ConceptMention {
    ConceptId concept_id = 0;
    Span span;
};

// A cited publication, law, ruling or web address. `id` is normalised: "kst-21501-02-2715", "JOIN(2024)977", a CELEX
// number, an ECLI, a URL (see references.h for the forms and their source).
struct Reference {
    std::string id;
    std::string url;  // "" when the form has no known address
    Span span;
    int item = -1;      // index of the item it stands in, its footnotes included; -1: the head
    int footnote = -1;  // index of the footnote whose text it stands in
};

// "Zoals genoemd in het antwoord op vraag twee" → item 2 of the same document.
struct CrossLink {
    Span span;
    int target = 0;  // index in Document::items
};

struct DateMention {
    text::Date date;
    Span span;
};

// A promise to the Kamer ("toezegging"): "wordt uw Kamer binnenkort geïnformeerd over …". `due` as far as the words
// say.
struct Promise {
    Span span;       // the sentence
    Span due_span;   // "binnenkort", "voor de zomer", "in het eerste kwartaal van 2026"; may be empty
    text::Date due;  // unknown when the words give no date
};

struct ItemAnnotations {
    std::vector<ItemMinistry> ministries;  // stated first, then inferred by falling score
    std::vector<ItemTheme> themes;  // the best fitting ones, level 2 where the words choose one; at most 5, best first
    std::vector<ConceptMention> concepts;  // by place; may repeat a concept
    std::vector<CrossLink> cross_links;
    std::vector<DateMention> dates;
    std::vector<Promise> promises;
    std::vector<uint32_t> references;  // indices in Annotations::references, by place
    bool joint = false;                // answered by more than one official together
};

struct ResolvedOfficial {
    MinistryId ministry = 0;
    std::string role;
    std::string text;  // the words of the head
    Span span;
};

struct Annotations {
    std::vector<ResolvedOfficial> addressees, respondents;
    std::vector<Reference> references;   // whole document, by place
    std::vector<ItemAnnotations> items;  // parallel to Document::items
    std::vector<ConceptMention> head_concepts;
    std::vector<Diagnostic> diagnostics;
};

}  // namespace kl::annotate
