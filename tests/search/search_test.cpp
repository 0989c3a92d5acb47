// Examples a reader can check by eye. The random ones are in oracle_test.cpp.
#include "search/search.h"

#include <doctest.h>

#include <algorithm>

#include "support.h"

namespace {

using namespace kl;
using search::Facet;
using search::ItemId;
using search::Match;
using test::NewDocument;
using test::NewItem;

std::shared_ptr<const search::Corpus> five() {
    return test::build({NewDocument{.id = "kst-1-2",
                                    .items = {
                                        NewItem{.question = "Wat doet u aan grondstoffen?",
                                                .answer = "De strategie.",
                                                .stated = {"BZ"},
                                                .inferred = {"EZ"},
                                                .themes = {"grondstoffen"}},
                                        NewItem{.question = "En de export?",
                                                .answer = "De grondstof wordt geteld.",
                                                .stated = {"BZ", "EZ"},
                                                .themes = {"export"},
                                                .joint = true},
                                        NewItem{.question = "En China?",
                                                .answer = "Grondstofreserves zijn er genoeg.",
                                                .stated = {"EZ"},
                                                .themes = {"grondstoffen", "zorg"}},
                                        NewItem{.question = "En de zorg?",
                                                .answer = "Er zijn medicijnen.",
                                                .stated = {"VWS"},
                                                .themes = {"geneesmiddelen"}},
                                        NewItem{.question = "Wanneer?",
                                                .answer = "Morgen.",
                                                .notes = {"Kamerstuk 21 501-02 over grondstof"},
                                                .stated = {"VWS"},
                                                .inferred = {"BZ"}},
                                    }}});
}

search::Filters filter(Facet facet, std::vector<std::string> keys) {
    search::Filters filters;
    filters.of(facet) = std::move(keys);
    return filters;
}

}  // namespace

TEST_CASE("the word itself stands above its stem, and that above a word that begins with it") {
    const auto corpus = five();
    CHECK(test::ids(test::find(*corpus, "grondstof")) == std::vector<ItemId>{1, 4, 0});
    CHECK(test::ids(search::search(*corpus, search::parse_query("grondstof"), {})) == std::vector<ItemId>{1, 4, 0, 2});
    CHECK(search::reasons(*corpus, search::parse_query("grondstof"), 2).front().match == Match::prefix);
    CHECK(search::reasons(*corpus, search::parse_query("grondstof"), 0).front().match == Match::stem);
    CHECK(search::reasons(*corpus, search::parse_query("grondstof"), 4).front().in_footnotes == 1);

    // However often the others stand there.
    const auto often = test::build(
        {{.id = "a",
          .items = {
              {.question = "Over kamerbrieven, kamerbrieven, kamerbrieven.", .answer = "De kamerbrief, kamerbrief."},
              {.question = "Wanneer komt het bericht, en aan wie, en hoe wordt het verstuurd?",
               .answer = "Het gaat naar de leden, die het aan de hele kamer geven, met alle andere stukken."}}}});
    CHECK(test::ids(test::find(*often, "kamer*")) == std::vector<ItemId>{1, 0});
}

TEST_CASE("a question weighs more than an answer, and that more than a note") {
    const auto corpus = test::build(
        {{.id = "a",
          .items = {{.question = "Een twee drie?", .answer = "Vier vijf zes.", .notes = {"Taiwan acht negen"}},
                    {.question = "Een twee drie?", .answer = "Taiwan vijf zes.", .notes = {"Zeven acht negen"}},
                    {.question = "Taiwan twee drie?", .answer = "Vier vijf zes.", .notes = {"Zeven acht negen"}}}}});
    CHECK(test::ids(test::find(*corpus, "taiwan")) == std::vector<ItemId>{2, 1, 0});
    CHECK(test::ids(test::find(*corpus, "een")) == std::vector<ItemId>{0, 1});  // a tie: in order of the document
}

TEST_CASE("spelling: capitals, accents, what OCR made of them, words joined by a hyphen") {
    const auto corpus =
        test::build({{.id = "a",
                      .items = {{.question = "De productie van chemicalién?", .answer = "De EU-drieslag."},
                                {.question = "CHEMICALIËN uit een EU drieslag?", .answer = "In 21 501-02."}}}});
    for (const char* query : {"chemicalien", "Chemicaliën", "chemicalién", "EU-drieslag", "\"eu drieslag\""}) {
        CAPTURE(query);
        CHECK(test::find(*corpus, query).total == 2);
    }
    CHECK(test::find(*corpus, "501-02").total == 1);
    CHECK(test::find(*corpus, "\"chemicalie\"").total == 0);
}

TEST_CASE("a phrase runs over a footnote mark but not from one paragraph into the next") {
    NewDocument document{
        .id = "a",
        .items = {{.question = "Vraag?", .answer = "een lijst met kritieke entiteiten? welke\n\nvertrouwelijk is"}}};
    auto made = std::make_shared<search::CorpusDocument>(*test::make(document));
    const auto mark = static_cast<uint32_t>(made->document.text.find("? welke"));
    parse::Footnote note;
    note.mark_span = {mark, mark + 1};
    made->document.footnotes.push_back(note);
    made->document.items[0].footnotes.push_back(0);
    const auto corpus = search::Corpus::build({made}, test::vocabulary());
    CHECK(test::find(*corpus, "\"entiteiten welke\"").total == 1);
    CHECK(test::find(*corpus, "\"welke vertrouwelijk\"").total == 0);
    CHECK(test::find(*corpus, "welke vertrouwelijk").total == 1);
    const auto marked = search::highlights(*corpus, search::parse_query("\"entiteiten welke\""), 0);
    REQUIRE(marked.size() == 1);
    CHECK(slice(made->document.text, marked[0].span) == "entiteiten? welke");
}

TEST_CASE("a facet's own filter does not shrink its own counts") {
    const auto corpus = five();
    const auto all = test::find(*corpus, "");
    CHECK(all.total == 5);
    CHECK(test::count_of(all, Facet::ministry, "BZ") == 2);
    CHECK(test::count_of(all, Facet::ministry, "gezamenlijk") == 1);
    CHECK(test::count_of(all, Facet::ministry_also, "BZ") == 1);
    CHECK(test::count_of(all, Facet::theme, "handel") == 3);
    CHECK(test::count_of(all, Facet::theme, "zorg") == 2);
    CHECK(test::count_of(all, Facet::theme, "grondstoffen") == 2);
    CHECK(test::count_of(all, Facet::kind, "lijst") == 5);
    CHECK(test::count_of(all, Facet::year, "2026") == 5);

    const auto vws = test::find(*corpus, "", filter(Facet::ministry, {"VWS"}));
    CHECK(test::ids(vws) == std::vector<ItemId>{3, 4});
    CHECK(test::count_of(vws, Facet::ministry, "BZ") == 2);       // its own group: as before
    CHECK(test::count_of(vws, Facet::ministry_also, "EZ") == 1);  // the other half of that group too
    CHECK(test::count_of(vws, Facet::theme, "handel") == -1);     // another facet: narrowed
    CHECK(test::count_of(vws, Facet::theme, "zorg") == 1);
    CHECK(vws.items_of_query.size() == 5);
}

TEST_CASE(
    "values of one facet are alternatives, facets narrow each other; stated and inferred ministries are one choice") {
    const auto corpus = five();
    CHECK(test::ids(test::find(*corpus, "", filter(Facet::ministry, {"BZ", "VWS"}))) ==
          std::vector<ItemId>{0, 1, 3, 4});
    auto filters = filter(Facet::ministry, {"BZ"});
    filters.of(Facet::ministry_also) = {"BZ"};
    CHECK(test::ids(test::find(*corpus, "", filters)) == std::vector<ItemId>{0, 1, 4});
    filters.of(Facet::theme) = {"handel"};  // level 1: its children too
    CHECK(test::ids(test::find(*corpus, "", filters)) == std::vector<ItemId>{0, 1});
    CHECK(test::ids(test::find(*corpus, "grondstof", filters)) == std::vector<ItemId>{1, 0});

    filters = filter(Facet::ministry_also, {"BZ"});
    filters.inferred = false;
    const auto off = test::find(*corpus, "", filters);
    CHECK(off.total == 5);
    CHECK(off.of(Facet::ministry_also).empty());
}

TEST_CASE("a value that is filtered on stays in sight, also with nothing") {
    const auto corpus = five();
    const auto none = test::find(*corpus, "china", filter(Facet::theme, {"geneesmiddelen", "tuinbouw"}));
    CHECK(none.total == 0);
    CHECK(test::count_of(none, Facet::theme, "geneesmiddelen") == 0);
    CHECK(test::count_of(none, Facet::theme, "tuinbouw") == 0);
    CHECK(test::count_of(none, Facet::theme, "zorg") == 1);
    const auto& shown = none.of(Facet::theme);
    const auto value = std::ranges::find(shown, "geneesmiddelen", &search::FacetValue::key);
    CHECK(value->level == 2);
    CHECK(value->parent == "zorg");
}

TEST_CASE("newest first, documents without a date last") {
    const auto corpus = test::build({{.id = "a", .items = {{.question = "x"}, {.question = "x"}}, .date = {2024, 1, 1}},
                                     {.id = "b", .items = {{.question = "x"}}, .date = {}},
                                     {.id = "c", .items = {{.question = "x"}}, .date = {2025, 1, 1}},
                                     {.id = "d", .items = {{.question = "x"}}, .date = {2025, 1, 1}}});
    CHECK(test::ids(test::find(*corpus, "x", {}, search::Order::newest)) == std::vector<ItemId>{3, 4, 0, 1, 2});
    CHECK(test::ids(test::find(*corpus, "x", {}, search::Order::document)) == std::vector<ItemId>{0, 1, 2, 3, 4});
}

TEST_CASE("a corpus finds its items by id, also by any number of a combined heading, and replaces documents") {
    const auto corpus = test::build(
        {{.id = "kst-1", .items = {{.question = "oud"}}},
         {.id = "kst-2", .items = {{.question = "x", .numbers = {3}}, {.question = "y", .numbers = {4, 5}}}},
         {.id = "kst-1", .items = {{.question = "nieuw"}, {.question = "z"}}}});
    CHECK(corpus->item_count() == 4);
    CHECK(corpus->documents().size() == 2);
    CHECK(corpus->find("kst-1/2") == 1);
    CHECK(corpus->find("kst-2/3") == 2);
    CHECK(corpus->find("kst-2/4") == 3);
    CHECK(corpus->find("kst-2/5") == 3);
    for (const char* id : {"kst-2/6", "kst-3/1", "kst-2", "", "/", "kst-2/", "kst-2/4x"}) CHECK(corpus->find(id) == 4);
    CHECK(test::find(*corpus, "oud").total == 0);
    CHECK(test::find(*corpus, "nieuw").total == 1);
}

TEST_CASE("an empty corpus answers") {
    const auto corpus = test::build({});
    CHECK(test::find(*corpus, "china -eu \"a b\" x*").total == 0);
    CHECK(test::find(*corpus, "", filter(Facet::ministry, {"BZ"})).of(Facet::ministry).size() == 1);
}

TEST_CASE("a snippet covers the query's words and begins at a sentence") {
    const std::string filler = "Dit is een zin die niets zegt over wat er gevraagd is en toch door blijft gaan. ";
    NewDocument document{
        .id = "a",
        .items = {
            {.question = "Vraag?",
             .answer = filler + "De export groeit. " + filler + filler +
                       "Het kabinet zet in op diversificatie van de export (vooral van chips). " + filler + filler},
            {.question = "Alleen een vraag over export?"}}};
    const auto corpus = test::build({document});
    const std::string& text = corpus->documents()[0]->document.text;
    const auto shown = [&](std::string_view query, ItemId item, uint32_t max) {
        const auto cut = search::snippet(*corpus, search::parse_query(query, false), item, max);
        return (cut.cut_before ? "…" : "") + std::string(slice(text, cut.span)) + (cut.cut_after ? "…" : "");
    };
    CHECK(shown("diversificatie export", 0, 72) ==
          "Het kabinet zet in op diversificatie van de export (vooral van chips).…");
    CHECK(shown("chips", 0, 40) == "…vooral van chips). Dit is een zin die…");
    CHECK(shown("export", 0, 20) == "De export groeit.…");
    CHECK(shown("china", 0, 20) == "Dit is een zin die…");
    CHECK(shown("export", 1, 100) == "Alleen een vraag over export?");
    CHECK(shown("export", 1, 3).size() <= 3 + 6);
}
