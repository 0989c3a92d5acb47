// What is to be seen: Corpus + State → ViewModel. The canvas (ui/) and the HTML mirror (web/) are two faces of it;
// whatever one shows or offers, the other does too. All texts are in the user's language, all counts exact.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/action.h"
#include "app/state.h"
#include "search/corpus.h"
#include "search/search.h"

namespace kl::app {

// ---- rich text: one string, cut into runs that cover it whole, in order
// --------------------------------------------------------
enum Style : uint16_t {
    plain = 0,
    highlight = 1 << 0,  // a word of the query
    link = 1 << 1,       // `Run::link` is an index in RichText::links
    mark = 1 << 2,       // a footnote mark: superscript
    strong = 1 << 3,
    // in "bekijk bron"
    question = 1 << 4,
    answer = 1 << 5,
    note = 1 << 6,
    furniture = 1 << 7,  // lifted out of the running text
    repair = 1 << 8,     // restored, or doubted
    outside = 1 << 9,    // not of this item
};

struct Run {
    uint32_t begin = 0, end = 0;
    uint16_t style = plain;
    int32_t link = -1;
};

struct Link {
    enum class Kind : uint8_t { item, url, footnote, search } kind = Kind::url;
    std::string target;  // item id, address, the footnote's index in Reader::footnotes, or a query (action::SetQuery)
    std::string title;   // what it is: "Critical Raw Materials Act (CRMA)", "Kamerstuk 29 477, nr. 939"
};

struct RichText {
    std::string text;
    std::vector<Run> runs;
    std::vector<Link> links;
};

// ---- parts of the screen
// -------------------------------------------------------------------------------------------------------
struct Tag {
    std::string key;
    std::string label;   // "BZ", "handel"
    std::string title;   // "Buitenlandse Zaken: beantwoordt mee", "Defensie: afgeleid uit “defensieproductie”"
    bool stated = true;  // false: inferred, drawn dashed
};

struct FacetValueView {
    std::string key;
    std::string label;
    std::string title;  // why it is here, full name
    uint32_t count = 0;
    std::string count_text;
    float share = 0;  // of the largest count in its facet, 0..1: the bar
    bool selected = false;
    bool inferred = false;
    int level = 1;
};
struct FacetSection {  // "Beantwoord door" and "Raakt ook (afgeleid)" are two sections of one facet panel
    search::Facet facet = search::Facet::ministry;
    std::string title;  // "" when the panel's title says it
    std::vector<FacetValueView> values;
    uint32_t more = 0;  // values not shown; "Toon alle {n}"
    bool expanded = false;
};
struct FacetPanel {
    std::string title;
    std::vector<FacetSection> sections;
};

struct Chip {
    search::Facet facet = search::Facet::ministry;
    std::string key;
    std::string label;
    std::string title;  // "Verwijder filter Economische Zaken"
};

struct Card {
    std::string id;
    std::string number;  // "4", "3–5"
    bool number_stated = true;
    RichText question;     // whole, the faces clip it
    RichText snippet;      // with "…" where it is cut
    std::string document;  // short name when the corpus has more than one document, else ""
    std::vector<Tag> ministries;
    std::vector<Tag> themes;
    std::string
        match;  // best way of matching, when it is not exact: "andere woordvorm", "begin van een woord"; else ""
    bool answered = true;
    bool selected = false;
};

// What to do when nothing is found.
struct Suggestion {
    std::string label;  // "Zonder “Defensie”: 4 antwoorden"
    Action action;
    std::string action_json;  // the same for the mirror
};

struct ResultList {
    uint32_t total = 0;  // exact
    uint32_t corpus_total = 0;
    std::string heading;      // "4 antwoorden", "Niets gevonden"
    std::string count_short;  // "4 van 11": inside the search field
    std::vector<Chip> chips;
    std::vector<Card> cards;
    uint32_t more = 0;  // cards not made yet
    std::string order_label;
    search::Order order = search::Order::relevance;
    std::string empty_text;  // zero result or empty corpus: one sentence
    std::vector<Suggestion> suggestions;
};

struct FootnoteView {
    std::string mark;
    RichText text;  // the note, or a sentence that it is missing
    bool missing = false;
};

struct ConceptView {
    std::string label;
    std::string kind;    // "wet", "partnerschap", …
    std::string url;     // may be empty
    std::string query;   // what finds it elsewhere
    uint32_t items = 0;  // how many items of the corpus name it
};

struct ReferenceView {
    std::string label;  // "Kamerstuk 29 477, nr. 939"
    std::string url;
};

struct NoticeView {
    Notice::Level level = Notice::Level::info;
    std::string text;
    std::string action_label;  // "Probeer opnieuw", "Bekijk bron", or ""
    std::optional<Action> action;
    std::string action_json;
    bool dismissable = false;
    bool transient = false;
    uint32_t index = 0;  // in State::notices
};

struct Reader {
    std::string id;
    std::vector<std::string>
        breadcrumb;  // "Kamerstuk 36 696, nr. 4" › "Lijst van vragen en antwoorden" › "12 februari 2026"
    std::string document_title;
    std::string document_url;
    std::string number;
    bool number_stated = true;
    std::vector<RichText> question;  // paragraphs
    std::vector<RichText> answer;
    std::string answered_by;  // "Gezamenlijk beantwoord door …"
    std::string no_answer;    // sentence when there is none (asked, not answered; joint answer elsewhere)
    std::vector<FootnoteView> footnotes;
    std::vector<NoticeView> notices;  // repairs and doubts of this item
    std::vector<Tag> ministries, themes;
    std::vector<Tag> keywords;
    std::vector<ConceptView> concepts;
    std::vector<ReferenceView> references;
    std::vector<std::string> promises;  // "… — binnenkort"
    std::string why_title;              // "Waarom gevonden", or what else the lines explain
    std::vector<std::string> why;       // why it was found
    std::string previous, next;         // item ids in the order of the results, "" at the ends
    std::string position;               // "2 van 4"
    std::string citation;
};

struct SourceView {
    RichText text;  // lines of the file around the item, as they are
    std::string file;
    struct Legend {
        std::string label;
        uint16_t style;
    };
    std::vector<Legend> legend;
    std::vector<std::string> diagnostics;  // each repair and doubt of the item, one sentence
};

struct HelpView {
    struct Row {
        std::string keys, text;
    };
    std::vector<Row> keys;
    std::vector<Row> query;
};

// The documents of the corpus: where one opens and removes them.
struct DocumentsView {
    struct Row {
        std::string id;
        std::string title;
        std::string about;   // "Aanhangsel 2023/2024, nr. 12 · Schriftelijke vragen met antwoord · 5 vragen"
        bool added = false;  // by the user, not by the page
    };
    std::vector<Row> rows;
};

struct ViewModel {
    Language language = Language::nl;
    View view = View::canvas;
    ColorScheme scheme = ColorScheme::system;
    Pane pane = Pane::results;
    std::string query;
    bool inferred = true;
    bool loading = false;
    bool filtered = false;  // anything to reset
    std::vector<FacetPanel> facets;
    ResultList results;
    std::optional<Reader> reader;
    std::optional<SourceView> source;        // when open
    std::optional<HelpView> help;            // when open
    std::optional<DocumentsView> documents;  // when open
    std::vector<NoticeView> notices;
    std::string status_left;           // "1 document · 11 vragen"
    std::string status_repairs;        // "8 nummers hersteld · 3 voetnoten zonder tekst", or ""
    std::string status_right;          // "Alles blijft op dit apparaat"
    std::string page_title;            // of the window or tab
    std::string announcement;          // for the live region: "4 antwoorden"
    const Strings* strings = nullptr;  // fixed words: text("button.copy_quote")

    [[nodiscard]] const std::string& text(std::string_view key) const { return strings->get(language, key); }
};

// Keeps the last search, so that opening an item does not search again.
struct DeriveCache {
    std::shared_ptr<const search::Corpus> corpus;
    std::string key;
    search::Results results;
    uint32_t searches = 0;                // how often it searched: for tests
    std::vector<uint32_t> concept_items;  // by ConceptId: how many items of `corpus` name it
};

[[nodiscard]] ViewModel derive(const std::shared_ptr<const search::Corpus>& corpus, const State& state,
                               const Strings& strings, DeriveCache& cache);

// The ViewModel for the HTML mirror: one JSON object with these field names (strings not included: see strings_json).
// Enums are written by name (facets by their name in links); Style is the number. JavaScript counts strings in UTF-16,
// so a Run's "begin" and "end" are UTF-16 positions there (text.slice(begin, end) is the run). Suggestions and notices
// carry "action_json"; the field "action" itself is left out.
[[nodiscard]] std::string to_json(const ViewModel& view_model);
// The same list whether it is open or not.
[[nodiscard]] DocumentsView derive_documents(const search::Corpus& corpus, const State& state, const Strings& strings);
[[nodiscard]] std::string to_json(const DocumentsView& documents);
[[nodiscard]] std::string strings_json(const Strings& strings, Language language);

}  // namespace kl::app
