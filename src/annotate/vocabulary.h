// The vocabularies of assets/vocab/*.tsv, loaded once and shared by everything that annotates, filters or shows names.
// Columns: see assets/vocab/README.md. A row is known by its index everywhere else in the program.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/date.h"
#include "text/diagnostic.h"

namespace kl::annotate {

using MinistryId = uint16_t;  // index in Vocabulary::ministries
using ThemeId = uint16_t;     // index in Vocabulary::themes
using ConceptId = uint16_t;   // index in Vocabulary::concepts

struct Ministry {
    std::string abbr;  // "BZ"; not unique: names change
    std::string label_nl, label_en;
    std::string uri;
    text::Date valid_from, valid_to;  // unknown or open when not known()
    std::vector<std::string> aliases;
    std::vector<std::string> stand_in;  // abbreviations: who had the portfolio when this ministry did not exist
};

// A minister without a ministry of their own, or a state secretary's portfolio: "Rechtsbescherming" → JenV.
struct Portfolio {
    std::string title;
    text::Date valid_from, valid_to;
    std::string ministry;  // abbreviation
};

struct Theme {
    std::string uri;
    int level = 1;  // 1 or 2
    std::string label_nl, label_en;
    std::optional<ThemeId> parent;        // level 2 only
    std::vector<std::string> ministries;  // abbreviations; whose portfolio it is (may be empty)
};

struct ThemeTerm {
    ThemeId theme = 0;
    std::string term;  // a word or a phrase
    int weight = 1;    // 1 a hint, 2 good, 3 decisive
};

enum class ConceptKind : uint8_t {
    policy,
    law,
    body,
    partnership,
    treaty,
    strategy,
    programme,
    motion,
    organisation,
    country,
    region,
    company,
    sector,
    measure
};

struct Concept {
    std::string id;
    std::string label_nl, label_en;
    ConceptKind kind = ConceptKind::policy;
    std::string ministry;  // lead ministry's abbreviation, or ""
    std::vector<ThemeId> themes;
    std::string url;                 // official link, or ""
    std::vector<std::string> names;  // the forms in which it is written
    std::vector<std::string> needs;  // words that must stand in the same sentence
};

// A name under which a ministry or portfolio is found: letters and digits only, so that a lost blank ("Zakenen
// Klimaat") is none.
struct OfficeName {
    std::string key;
    bool portfolio = false;
    uint16_t row = 0;  // in ministries or portfolios
};

// A word that is never a keyword (articles, prepositions, auxiliaries, what stands in every such document), and what it
// tells about the word after it.
enum class WordClass : uint8_t {
    introducer,  // an article, determiner or preposition: a noun may follow
    conjunction,
    infinitive_mark,  // "te": a verb follows
    other,
};

struct FunctionWord {
    std::string word;
    WordClass word_class = WordClass::other;
};

struct Vocabulary {
    std::vector<Ministry> ministries;
    std::vector<Portfolio> portfolios;
    std::vector<Theme> themes;
    std::vector<ThemeTerm> theme_terms;
    std::vector<Concept> concepts;
    std::vector<std::string> parties;
    std::vector<FunctionWord> function_words;
    std::vector<OfficeName> offices;      // sorted by key; made by load_vocabulary
    std::vector<Diagnostic> diagnostics;  // rows that could not be used ("vocabulary_row" {file, line})

    // The ministry with this abbreviation that is valid at `date` (any, the newest first, when the date is unknown).
    [[nodiscard]] std::optional<MinistryId> by_abbr(std::string_view abbr, text::Date date = {}) const;
    // The ministry that "Buitenlandse Zaken", "BuZa", "Ministerie van OCW" or "Rechtsbescherming" names at `date`.
    [[nodiscard]] std::optional<MinistryId> by_office(std::string_view office, text::Date date = {}) const;
    // Whether these words are exactly the name of an office, apart from case, blanks and signs; and the same of a key.
    [[nodiscard]] bool is_office(std::string_view office) const;
    [[nodiscard]] bool is_office_key(std::string_view key) const;
    // Who had the portfolio of this ministry at `date`: KGG in 2019 was EZK.
    [[nodiscard]] std::optional<MinistryId> in_charge(std::string_view abbr, text::Date date) const;
    [[nodiscard]] std::optional<ThemeId> theme_by_label(std::string_view label) const;
};

struct VocabularyFile {
    std::string_view name;  // "concepts.tsv"
    std::string_view bytes;
};
// Never fails: a broken row is left out and said so.
[[nodiscard]] Vocabulary load_vocabulary(std::span<const VocabularyFile> files);

}  // namespace kl::annotate
