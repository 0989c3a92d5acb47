// The whole flow on the bundled document: what a reader of it sees. Counts were counted by hand in the document.
#include <algorithm>

#include "app/app.h"
#include "app/link.h"
#include "cases.h"

using namespace kl;
using namespace kl::app;
using search::Facet;

namespace {

std::unique_ptr<App> opened(const char* link = "") {
    auto app = std::make_unique<App>();
    REQUIRE(app->add_file(test::seed(), "kst-36696-4.txt"));
    app->commit();
    app->dispatch(action::OpenLink{link});
    return app;
}

std::string numbers_of(const ViewModel& view) {
    std::vector<int> numbers;
    for (const auto& card : view.results.cards) numbers.push_back(std::stoi(card.number));
    std::sort(numbers.begin(), numbers.end());
    std::string out;
    for (const int n : numbers) out += (out.empty() ? "" : " ") + std::to_string(n);
    return out;
}

uint32_t count_of(const ViewModel& view, Facet facet, std::string_view key) {
    for (const auto& panel : view.facets) {
        for (const auto& section : panel.sections) {
            if (section.facet != facet) continue;
            for (const auto& value : section.values) {
                if (value.key == key) return value.count;
            }
        }
    }
    return 0;
}

}  // namespace

TEST_CASE("seed: the first view") {
    const auto app = opened();
    const ViewModel& view = app->view_model();
    CHECK(view.results.heading == "11 antwoorden");
    CHECK(view.results.count_short == "11 van 11");
    CHECK(view.status_left == "1 document · 11 vragen");
    CHECK(view.status_repairs == "8 nummers hersteld · 3 voetnoten zonder tekst");
    CHECK(count_of(view, Facet::ministry, "BZ") == 11);
    CHECK(count_of(view, Facet::ministry, "EZ") == 11);
    CHECK(count_of(view, Facet::ministry, "gezamenlijk") == 11);
    CHECK(std::none_of(view.facets.begin(), view.facets.end(),
                       [](const FacetPanel& panel) { return panel.title == "Jaar" || panel.title == "Soort"; }));
}

TEST_CASE("seed: the picture of DESIGN: grondstof") {
    const auto app = opened("#q=grondstof&ministerie=EZ&thema=handel&item=kst-36696-4/10");
    const ViewModel& view = app->view_model();
    CHECK(numbers_of(view) == "2 4 6 10");
    CHECK(view.results.count_short == "4 van 11");
    REQUIRE(view.reader);
    CHECK(view.reader->number == "10");
    CHECK_FALSE(view.reader->number_stated);
    CHECK(view.reader->answered_by ==
          "Gezamenlijk beantwoord door de ministers van Buitenlandse Zaken en van Economische Zaken en de "
          "staatssecretaris van "
          "Buitenlandse Zaken");
    REQUIRE(view.reader->answer.size() == 2);
    const RichText& first = view.reader->answer[0];
    const auto to_item = std::find_if(first.links.begin(), first.links.end(),
                                      [](const Link& link) { return link.kind == Link::Kind::item; });
    REQUIRE(to_item != first.links.end());
    CHECK(to_item->target == "kst-36696-4/2");
    CHECK(view.reader->notices[0].text == "Nummer 10 staat niet in de bron; het volgt uit de volgorde.");
    CHECK(view.reader->citation == "Kamerstukken II 2025/26, 36 696, nr. 4, vraag 10");
    const auto& tags = view.reader->ministries;
    const auto defence = std::find_if(tags.begin(), tags.end(), [](const Tag& tag) { return tag.key == "Def"; });
    REQUIRE(defence != tags.end());
    CHECK_FALSE(defence->stated);
    CHECK(defence->title.find("defensieproductie") != std::string::npos);
}

TEST_CASE("seed: every item reads, and its source shows the same words") {
    const auto app = opened();
    for (int n = 1; n <= 11; ++n) {
        CAPTURE(n);
        app->dispatch(action::OpenLink{"#bron=1&item=kst-36696-4/" + std::to_string(n)});
        const ViewModel& view = app->view_model();
        REQUIRE(view.reader);
        REQUIRE(view.source);
        CHECK(view.reader->number == std::to_string(n));
        CHECK_FALSE(view.reader->question.empty());
        CHECK_FALSE(view.reader->answer.empty());
        CHECK(view.reader->position == std::to_string(n) + " van 11");
        std::string painted;
        for (const Run& run : view.source->text.runs) {
            if ((run.style & answer) != 0) painted += view.source->text.text.substr(run.begin, run.end - run.begin);
        }
        const std::string last = view.reader->answer.back().text;
        CHECK(painted.find(last.substr(last.rfind(' ') + 1)) != std::string::npos);
    }
}

TEST_CASE("seed: footnotes of question 5: two with their text, two without") {
    const auto app = opened("#item=kst-36696-4/5");
    const auto& notes = app->view_model().reader->footnotes;
    REQUIRE(notes.size() == 4);
    CHECK(notes[0].mark == "5");
    CHECK(notes[0].text.text == "JOIN (2024) 977");
    REQUIRE(notes[1].text.links.size() == 1);
    CHECK(notes[1].text.links[0].target == "https://zoek.officielebekendmakingen.nl/kst-30821-244.html");
    CHECK(notes[2].missing);
    CHECK(notes[3].missing);
}

TEST_CASE("seed: what a link of the text searches for is found") {
    const auto app = opened();
    for (int n = 1; n <= 11; ++n) {
        app->dispatch(action::OpenLink{"#item=kst-36696-4/" + std::to_string(n)});
        const Reader reader = *app->view_model().reader;
        for (const auto& concept_view : reader.concepts) {
            CAPTURE(concept_view.label);
            CHECK(concept_view.items > 0);
            CHECK(search::count(app->corpus(), search::parse_query(concept_view.query, false), {}) > 0);
        }
    }
}

TEST_CASE("app: bad files give one sentence and keep what was there") {
    const auto app = opened();
    const std::string nothing, blank = " \n \n",
                               binary(
                                   "\x7F"
                                   "ELF\0\0\0\1\2",
                                   9);
    CHECK_FALSE(app->add_file(nothing, "leeg.txt"));
    CHECK_FALSE(app->add_file(blank, "wit.txt"));
    CHECK_FALSE(app->add_file(binary, "programma"));
    app->commit();
    const ViewModel& view = app->view_model();
    CHECK(view.results.total == 11);
    REQUIRE(view.notices.size() == 3);
    for (const auto& notice : view.notices) {
        CHECK(notice.level == Notice::Level::error);
        CHECK(notice.text.find("{") == std::string::npos);
        CHECK(notice.text.find("error.") == std::string::npos);
    }
    CHECK(view.notices[0].text.find("leeg.txt") != std::string::npos);
}

TEST_CASE("app: a text without questions, and one in Windows-1252, are told of") {
    App app;
    CHECK(app.add_file("Dit is een gewone brief over het weer. Er staat niets in.", "brief.txt"));
    app.commit();
    REQUIRE(app.view_model().notices.size() == 1);
    CHECK(app.view_model().notices[0].text == "In brief.txt zijn geen vragen gevonden.");
    CHECK(app.add_file("Vraag 1\nHoeveel co\xEBrdinatie is er?\n\nAntwoord 1\nVeel co\xF6rdinatie.\n", "oud.txt"));
    app.commit();
    const auto& notices = app.view_model().notices;
    CHECK(std::any_of(notices.begin(), notices.end(),
                      [](const NoticeView& n) { return n.text.find("Windows-1252") != std::string::npos; }));
}

TEST_CASE("app: the same document again replaces the first") {
    const auto app = opened();
    CHECK(app->add_file(test::seed(), "nog eens.txt"));
    app->commit();
    CHECK(app->corpus().documents().size() == 1);
    CHECK(app->view_model().results.total == 11);
    REQUIRE(app->view_model().notices.size() == 1);
    CHECK(app->view_model().notices[0].transient);
}

TEST_CASE("app: a load that failed offers to try again") {
    App app;
    app.set_loading(1);
    CHECK(app.view_model().loading);
    app.load_failed("kst-36696-4.txt");
    app.set_loading(0);
    const ViewModel& view = app.view_model();
    REQUIRE(view.notices.size() == 1);
    CHECK(view.notices[0].action_json == R"({"type":"Retry"})");
    app.dispatch(action::Retry{});
    const auto effects = app.take_effects();
    REQUIRE(effects.size() == 1);
    CHECK(effects[0].kind == Effect::Kind::retry);
    CHECK(app.take_effects().empty());
    CHECK(app.view_model().notices.empty());
}

TEST_CASE("app: the revision grows with a change and only then") {
    const auto app = opened();
    (void)app->view_model();
    const uint64_t before = app->revision();
    (void)app->view_model();
    CHECK(app->revision() == before);
    app->dispatch(action::SetQuery{"china", true});
    CHECK(app->revision() > before);
}

TEST_CASE("app: a link opened before its document is there") {
    App app;
    app.set_loading(1);
    app.dispatch(action::OpenLink{"#item=kst-36696-4/5&ministerie=BZ"});
    CHECK(app.view_model().results.chips.size() == 1);
    CHECK_FALSE(app.view_model().reader);
    CHECK(app.add_file(test::seed(), "kst-36696-4.txt"));
    app.commit();
    app.set_loading(0);
    CHECK(app.view_model().reader->number == "5");
    CHECK(app.view_model().notices.empty());

    App other;
    other.set_loading(1);
    other.dispatch(action::OpenLink{"#item=kst-36696-4/99"});
    CHECK(other.add_file(test::seed(), "kst-36696-4.txt"));
    other.commit();
    CHECK(other.view_model().notices.empty());
    other.set_loading(0);
    CHECK(other.view_model().notices.size() == 1);
}

TEST_CASE("seed: documents that the user opened are told apart, and removed") {
    const auto app = opened();
    const std::string other = "Vraag 1\nKlopt dit?\n\nAntwoord\nJa, dit klopt.\n";
    const Added added = app->take_file(other, "eigen.txt", Origin::added);
    REQUIRE(added.documents.size() == 1);
    CHECK(added.notices.empty());
    app->commit();
    app->dispatch(action::ToggleDocuments{});
    REQUIRE(app->view_model().documents);
    const auto rows = app->view_model().documents->rows;
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].added);  // first: it is what the user came for
    CHECK(rows[0].id == added.documents[0]);
    CHECK_FALSE(rows[1].added);
    CHECK(rows[1].about == "Kamerstuk 36 696, nr. 4 · Lijst van vragen en antwoorden · 11 vragen");

    app->dispatch(action::OpenItem{added.documents[0] + "/1"});
    CHECK(app->view_model().reader);
    app->dispatch(action::RemoveAdded{});
    CHECK_FALSE(app->view_model().reader);
    CHECK(app->view_model().notices.empty());
    CHECK(app->view_model().results.corpus_total == 11);
    app->dispatch(action::RemoveDocument{"kst-36696-4"});
    CHECK(app->view_model().results.corpus_total == 0);
    CHECK(app->documents().rows.empty());
}

TEST_CASE("seed: what could not be read is data, and the same document replaces") {
    const auto app = opened();
    const Added broken = app->take_file(std::string_view("\0\1\2\3", 4), "x.bin", Origin::added);
    CHECK(broken.documents.empty());
    REQUIRE(broken.notices.size() == 1);
    CHECK(broken.notices[0].key == "error.binary_file");
    const Added again = app->take_file(test::seed(), "nog eens.txt", Origin::added);
    REQUIRE(again.notices.size() == 1);
    CHECK(again.notices[0].key == "notice.replaced");
    app->commit();
    CHECK(app->view_model().results.corpus_total == 11);
    CHECK(app->documents().rows[0].added);
    CHECK(to_json(again).starts_with(
        R"({"documents":["kst-36696-4"],"notices":[{"level":"info","key":"notice.replaced")"));
}
