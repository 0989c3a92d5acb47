// The ViewModel of a corpus made by hand (hand_made.h): every count counted by hand.
#include <algorithm>

#include "app/update.h"
#include "app/view_model.h"
#include "cases.h"
#include "hand_made.h"

using namespace kl;
using namespace kl::app;
using search::Facet;

namespace {

struct View_ {
    std::shared_ptr<const search::Corpus> corpus = test::hand_made_corpus();
    State state;
    DeriveCache cache;
    ViewModel operator()() { return derive(corpus, state, test::strings(), cache); }
};

// "handel 2, defensie 1": a facet's values; "*" before one that is chosen, two blanks before one of level 2.
std::string values_of(const ViewModel& view, Facet facet) {
    std::string out;
    for (const auto& panel : view.facets) {
        for (const auto& section : panel.sections) {
            if (section.facet != facet) continue;
            for (const auto& value : section.values) {
                out += (out.empty() ? "" : ", ") + std::string(value.level == 2 ? "  " : "") +
                       (value.selected ? "*" : "") + value.label + " " + value.count_text;
            }
        }
    }
    return out;
}

std::string ids_of(const ViewModel& view) {
    std::string out;
    for (const auto& card : view.results.cards) out += (out.empty() ? "" : " ") + card.id;
    return out;
}

std::string labels_of(const std::vector<Suggestion>& suggestions) {
    std::string out;
    for (const auto& suggestion : suggestions) out += (out.empty() ? "" : " | ") + suggestion.label;
    return out;
}

std::string styled(const RichText& rich, uint16_t style) {
    std::string out;
    for (const Run& run : rich.runs) {
        if ((run.style & style) != 0)
            out += (out.empty() ? "" : "|") + rich.text.substr(run.begin, run.end - run.begin);
    }
    return out;
}

}  // namespace

TEST_CASE("derive: an untouched view shows everything") {
    View_ v;
    v.state.order = search::Order::document;
    const ViewModel view = v();
    CHECK(view.results.total == 4);
    CHECK(view.results.heading == "4 vragen");  // one of them has no answer
    CHECK(view.results.count_short == "4 van 4");
    CHECK(ids_of(view) == "kst-11111-1/1 kst-11111-1/2 ah-tk-20232024-7/1 ah-tk-20232024-7/2");
    CHECK(view.results.empty_text.empty());
    CHECK(view.results.suggestions.empty());
    CHECK_FALSE(view.filtered);
    CHECK_FALSE(view.reader);
    CHECK(view.status_left == "2 documenten · 4 vragen");
    CHECK(view.status_repairs == "1 nummer hersteld · 1 voetnoot zonder tekst");
    CHECK(view.page_title == "Kamerloep");
    CHECK(view.announcement == "4 vragen");
    CHECK(values_of(view, Facet::kind).find("Lijst van vragen en antwoorden 2") != std::string::npos);
    CHECK(values_of(view, Facet::year).find("2024 2") != std::string::npos);
}

TEST_CASE("derive: facets by name, themes as a tree, with the reason of each value") {
    View_ v;
    const ViewModel view = v();
    const std::string stated = values_of(view, Facet::ministry);
    CHECK(stated.find("Buitenlandse Zaken 2") != std::string::npos);
    CHECK(stated.find("Economische Zaken 2") != std::string::npos);
    CHECK(stated.find("Onderwijs, Cultuur en Wetenschap 2") != std::string::npos);
    CHECK(values_of(view, Facet::ministry_also) == "Defensie 1");
    const std::string themes = values_of(view, Facet::theme);
    CHECK(themes.find("economie 2,   handel 2") != std::string::npos);
    CHECK(themes.find("internationaal 1,   defensie 1") != std::string::npos);
    CHECK(themes.find("cultuur en recreatie 2,   cultuur 2") != std::string::npos);
    const FacetPanel& ministries = view.facets.front();
    CHECK(ministries.title == "Ministerie");
    REQUIRE(ministries.sections.size() == 2);
    CHECK(ministries.sections[0].title == "Beantwoord door");
    CHECK(ministries.sections[1].title == "Raakt ook (afgeleid)");
    const FacetValueView& defence = ministries.sections[1].values[0];
    CHECK(defence.inferred);
    CHECK(defence.share == doctest::Approx(0.5));
    CHECK(defence.title == "Defensie (Def): afgeleid uit “wapens” (kst-11111-1/1)");
}

TEST_CASE("derive: filters show as chips; a facet's own filter does not shrink it") {
    View_ v;
    v.state.filters.of(Facet::ministry) = {"BZ"};
    v.state.filters.of(Facet::theme) = {"defensie"};
    const ViewModel view = v();
    CHECK(view.filtered);
    CHECK(ids_of(view) == "kst-11111-1/2");
    CHECK(view.results.heading == "1 antwoord");
    REQUIRE(view.results.chips.size() == 2);
    CHECK(view.results.chips[0].label == "Buitenlandse Zaken");
    CHECK(view.results.chips[0].title == "Verwijder filter Buitenlandse Zaken");
    const std::string themes = values_of(view, Facet::theme);  // of the two items of BZ
    CHECK(themes.find("economie 2,   handel 2") != std::string::npos);
    CHECK(themes.find("  *defensie 1") != std::string::npos);
    CHECK(themes.find("cultuur") == std::string::npos);
}

TEST_CASE("derive: cards") {
    View_ v;
    v.state.query = "grondstof";
    const ViewModel view = v();
    REQUIRE(view.results.cards.size() == 1);
    const Card& card = view.results.cards[0];
    CHECK(card.number == "1");
    CHECK(styled(card.question, highlight) == "grondstoffen");
    CHECK(styled(card.snippet, highlight) == "grondstoffen");
    CHECK(card.snippet.text.find("?>") == std::string::npos);  // no marks on a card
    CHECK(card.match == "andere woordvorm");
    CHECK(card.document == "Kamerstuk 11 111, nr. 1");
    REQUIRE(card.ministries.size() == 3);
    CHECK(card.ministries[0].label == "BZ");
    CHECK(card.ministries[0].title == "Buitenlandse Zaken: beantwoordt mee");
    CHECK_FALSE(card.ministries[2].stated);
    CHECK(card.ministries[2].title == "Defensie: afgeleid uit “wapens”");
    REQUIRE(card.themes.size() == 1);
    CHECK(card.themes[0].title == "handel: door “grondstoffen”");
    CHECK(view.page_title == "grondstof – Kamerloep");

    v.state.query.clear();
    v.state.filters.inferred = false;
    CHECK(v().results.cards[0].ministries.size() == 2);
    v.state.shown = 3;
    CHECK(v().results.cards.size() == 3);
    CHECK(v().results.more == 1);
}

TEST_CASE("derive: nothing found, and what to let go of") {
    View_ v;
    SUBCASE("of a filter and a query") {
        v.state.query = "china";
        v.state.filters.of(Facet::ministry) = {"OCW"};
        const ViewModel view = v();
        CHECK(view.results.heading == "Niets gevonden");
        CHECK(view.results.empty_text == "Geen vraag en geen antwoord bevat “china” binnen de gekozen filters.");
        CHECK(labels_of(view.results.suggestions) == "Zonder “Onderwijs, Cultuur en Wetenschap”: 2 antwoorden");
        CHECK(view.results.suggestions[0].action_json == R"({"type":"ToggleFilter","facet":"ministerie","key":"OCW"})");
    }
    SUBCASE("of two words") {
        v.state.query = "musea china";
        CHECK(labels_of(v().results.suggestions) == "Zonder “musea”: 2 antwoorden | Zonder “china”: 1 antwoord");
        CHECK(v().results.suggestions[0].action_json == R"({"type":"SetQuery","text":"china","typing":true})");
    }
    SUBCASE("of several values of one facet") {
        v.state.query = "musea";
        v.state.filters.of(Facet::ministry) = {"BZ", "EZ"};
        CHECK(labels_of(v().results.suggestions) == "Zonder filter op Ministerie: 1 antwoord");
    }
    SUBCASE("one filter less is not enough") {
        v.state.query = "musea";
        v.state.filters.of(Facet::ministry) = {"BZ"};
        v.state.filters.of(Facet::year) = {"2025"};
        CHECK(labels_of(v().results.suggestions) == "Zonder filters: 1 antwoord");
    }
    SUBCASE("of words in quotes that stand there in another form") {
        v.state.query = "\"de grondstof\"";
        CHECK(labels_of(v().results.suggestions) == "Zonder aanhalingstekens: 1 antwoord");
        CHECK(v().results.suggestions[0].action_json == R"({"type":"SetQuery","text":"de grondstof","typing":true})");
    }
    SUBCASE("no word is known") {
        v.state.query = "zebra";
        v.state.filters.of(Facet::ministry) = {"BZ"};
        CHECK(labels_of(v().results.suggestions) == "Zonder zoekwoorden: 2 antwoorden");
        v.state.filters.of(Facet::ministry) = {"AZ"};
        CHECK(labels_of(v().results.suggestions) == "Alles tonen: 4 antwoorden");
    }
}

TEST_CASE("derive: every suggestion gives exactly what it says") {
    for (const char* query : {"musea china", "zebra", "china", "musea -subsidie", "\"komen uit\" theaters"}) {
        for (const char* ministry : {"", "BZ", "OCW", "AZ"}) {
            for (const char* year : {"", "2024", "1999"}) {
                View_ v;
                v.state.query = query;
                if (*ministry != 0) v.state.filters.of(Facet::ministry) = {ministry};
                if (*year != 0) v.state.filters.of(Facet::year) = {year};
                const ViewModel view = v();
                if (view.results.total > 0) continue;
                CAPTURE(query);
                CAPTURE(ministry);
                CAPTURE(year);
                CHECK_FALSE(view.results.suggestions.empty());
                for (const auto& suggestion : view.results.suggestions) {
                    View_ next;
                    next.state = update(v.state, suggestion.action, {*v.corpus, test::strings(), ""}).state;
                    const uint32_t total = next().results.total;
                    CAPTURE(suggestion.label);
                    CHECK(total > 0);
                    CHECK(suggestion.label.find(": " + std::to_string(total) + " antwoord") != std::string::npos);
                }
            }
        }
    }
}

TEST_CASE("derive: the reader") {
    View_ v;
    v.state.order = search::Order::document;
    v.state.query = "grondstof";
    v.state.item = "kst-11111-1/1";
    const ViewModel view = v();
    REQUIRE(view.reader);
    const Reader& reader = *view.reader;
    CHECK(reader.breadcrumb ==
          std::vector<std::string>{"Kamerstuk 11 111, nr. 1", "Lijst van vragen en antwoorden", "4 maart 2025"});
    CHECK(reader.answered_by ==
          "Gezamenlijk beantwoord door de ministers van Buitenlandse Zaken en van Economische Zaken");
    REQUIRE(reader.answer.size() == 1);
    CHECK(reader.answer[0].text ==
          "De grondstoffen komen uit China.1 Zie de Chips Act. Uw Kamer wordt voor de zomer geïnformeerd.");
    CHECK(styled(reader.answer[0], highlight) == "grondstoffen");
    CHECK(styled(reader.answer[0], mark) == "1");
    CHECK(styled(reader.answer[0], app::link) == "1|Chips Act");
    CHECK(reader.answer[0].links[0].title == "Voetnoot 1: De tekst van deze voetnoot ontbreekt in de bron.");
    REQUIRE(reader.footnotes.size() == 1);
    CHECK(reader.footnotes[0].missing);
    REQUIRE(reader.notices.size() == 2);
    CHECK(reader.notices[0].text == "Van voetnoot 1 ontbreekt de tekst in de bron.");
    CHECK(reader.notices[0].action_label == "Bekijk bron");
    CHECK(reader.notices[0].action_json == R"({"type":"ToggleSource"})");
    CHECK(reader.notices[1].text == "1 voetnootcijfer was onleesbaar en is hersteld.");
    REQUIRE(reader.concepts.size() == 1);
    CHECK(reader.concepts[0].kind == "wet");
    CHECK(reader.concepts[0].query == "\"Chips Act\"");
    CHECK(reader.concepts[0].items == 1);
    CHECK(reader.promises == std::vector<std::string>{"Uw Kamer wordt voor de zomer geïnformeerd. — voor de zomer"});
    CHECK(reader.why_title == "Waarom gevonden");
    CHECK(reader.why == std::vector<std::string>{"“grondstof” in een andere woordvorm: 2 keer in vraag en antwoord",
                                                 "Defensie: afgeleid uit “wapens”"});
    CHECK(reader.citation == "Kamerstukken II 2024/25, 11 111, nr. 1, vraag 1");
    CHECK(reader.position == "1 van 1");
    CHECK(reader.previous.empty());
    CHECK(reader.next.empty());
    CHECK(view.page_title == "Vraag 1 · Kamerstuk 11 111, nr. 1 – Kamerloep");
    CHECK(view.results.cards[0].selected);
}

TEST_CASE("derive: the reader's neighbours, links and missing answers") {
    View_ v;
    v.state.order = search::Order::document;
    v.state.item = "kst-11111-1/2";
    Reader reader = *v().reader;
    CHECK(reader.previous == "kst-11111-1/1");
    CHECK(reader.next == "ah-tk-20232024-7/1");
    CHECK(reader.position == "2 van 4");
    CHECK(reader.notices[0].text == "Nummer 2 staat niet in de bron; het volgt uit de volgorde.");
    REQUIRE(reader.answer[0].links.size() == 2);
    CHECK(reader.answer[0].links[0].kind == Link::Kind::item);
    CHECK(reader.answer[0].links[0].target == "kst-11111-1/1");
    CHECK(reader.answer[0].links[1].title == "Kamerstuk 29 477, nr. 939");
    CHECK(reader.references[0].label == "Kamerstuk 29 477, nr. 939");

    v.state.item = "ah-tk-20232024-7/2";
    reader = *v().reader;
    CHECK(reader.no_answer == "Deze vraag is in dit document niet beantwoord.");
    CHECK(reader.answered_by.empty());
    CHECK(reader.answer.empty());

    v.state.query = "china";  // the open item is not among the results
    reader = *v().reader;
    CHECK(reader.position.empty());
    CHECK_FALSE(reader.next.empty());
    v.state.item = "kst-0-0/0";
    CHECK_FALSE(v().reader);
}

TEST_CASE("derive: the source beside the answer") {
    View_ v;
    v.state.item = "kst-11111-1/1";
    v.state.source = true;
    const ViewModel view = v();
    REQUIRE(view.source);
    const SourceView& source = *view.source;
    CHECK(source.file == "lijst.txt");
    CHECK(styled(source.text, question) == "Waar komen grondstoffen voor wapens vandaan?");
    CHECK(styled(source.text, repair) == "?>");
    CHECK(styled(source.text, answer).starts_with("De grondstoffen komen uit China."));
    CHECK(source.diagnostics == std::vector<std::string>{"“?>” is gelezen als het verminkte teken van voetnoot 1.",
                                                         "De tekst van voetnoot 1 ontbreekt in het bestand."});
    CHECK(source.legend.size() == 4);                     // question, answer, repair, other questions
    CHECK(view.reader->notices[0].action_label.empty());  // it is open already
}

TEST_CASE("derive: in English") {
    View_ v;
    v.state.language = Language::en;
    v.state.filters.of(Facet::theme) = {"handel"};
    v.state.item = "kst-11111-1/1";
    const ViewModel view = v();
    CHECK(view.results.heading == "2 answers");
    CHECK(view.results.chips[0].label == "trade");
    CHECK(values_of(view, Facet::ministry).find("Foreign Affairs 2") != std::string::npos);
    CHECK(view.reader->answered_by == "Answered jointly by the Ministers of Foreign Affairs and of Economic Affairs");
    CHECK(view.reader->concepts[0].label == "European Chips Act");
    CHECK(view.text("button.copy_quote") == "Copy quotation");
}

TEST_CASE("derive: an empty corpus, loading, notices, help") {
    View_ v;
    v.corpus = test::empty_corpus();
    CHECK(v().results.heading == "Nog geen document");
    CHECK(v().results.empty_text ==
          "Open een document met vragen en antwoorden, of sleep het hierheen; het blijft op dit apparaat.");
    v.state.loading = 1;
    v.state.filters.of(Facet::ministry) = {"BZ"};
    CHECK(v().results.empty_text == "Documenten worden geladen …");
    CHECK(v().results.heading.empty());
    CHECK(v().loading);
    CHECK(v().facets.empty());
    v.state.notices.push_back({Notice::Level::error, "notice.load_failed", {"x.txt"}, true, false});
    v.state.notices.push_back({Notice::Level::info, "no.such.key", {}, false, false});
    const ViewModel view = v();
    REQUIRE(view.notices.size() == 2);
    CHECK(view.notices[0].text.starts_with("x.txt kon niet worden geladen."));
    CHECK(view.notices[0].action_label == "Probeer opnieuw");
    CHECK(view.notices[1].text == "Er ging iets mis (no.such.key).");
    CHECK_FALSE(view.help);
    v.state.help = true;
    CHECK(v().help->keys.size() == 7);
    CHECK(v().help->query.size() == 5);
}

TEST_CASE("derive: it searches again only when the question changed") {
    View_ v;
    v();
    v();
    CHECK(v.cache.searches == 1);
    v.state.item = "kst-11111-1/1";
    v.state.language = Language::en;
    v.state.source = true;
    v();
    CHECK(v.cache.searches == 1);
    v.state.query = "china";
    v();
    CHECK(v.cache.searches == 2);
    v.state.typing = false;
    v();
    CHECK(v.cache.searches == 3);
    v.state.filters.of(Facet::ministry) = {"BZ"};
    v();
    v.state.order = search::Order::newest;
    v();
    CHECK(v.cache.searches == 5);
    v.corpus = test::empty_corpus();
    v();
    CHECK(v.cache.searches == 6);
}
