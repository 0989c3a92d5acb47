// What each action does to the state, and what it asks of the shell.
#include "app/update.h"

#include "app/link.h"
#include "cases.h"
#include "hand_made.h"

using namespace kl;
using namespace kl::app;
using search::Facet;

namespace {

// A state that actions are done to, one after the other.
struct Session {
    std::shared_ptr<const search::Corpus> corpus = test::hand_made_corpus();
    std::string address = "https://example.org/";
    State state;
    std::vector<Effect> effects;

    Session& operator<<(const Action& action) {
        auto updated = update(state, action, {*corpus, test::strings(), address});
        state = std::move(updated.state);
        effects = std::move(updated.effects);
        return *this;
    }
    // "push #q=a; focus_item kst-11111-1/1"
    std::string said() const {
        const char* names[] = {"copy", "open_url", "push", "replace", "focus_search", "focus_item", "retry", "forget"};
        std::string out;
        for (const auto& effect : effects) {
            if (!out.empty()) out += "; ";
            out += names[static_cast<size_t>(effect.kind)];
            if (!effect.text.empty()) out += " " + effect.text;
        }
        return out;
    }
};

}  // namespace

TEST_CASE("update: typing is one entry of history") {
    Session s;
    CHECK((s << action::SetQuery{"g", true}).said() == "push #q=g");
    CHECK((s << action::SetQuery{"gr", true}).said() == "replace #q=gr");
    CHECK((s << action::SetQuery{"grondstoffen", true}).said() == "replace #q=grondstoffen");
    CHECK((s << action::SetQuery{"grondstoffen", false}).said() == "replace #q=grondstoffen%20");
    CHECK_FALSE(s.state.typing);
    CHECK((s << action::SetQuery{"china", false}).said() == "push #q=china%20");
    CHECK((s << action::SetQuery{"china", false}).said().empty());
}

TEST_CASE("update: Enter does not throw away what a half word found") {
    Session s;
    s << action::SetQuery{"grondsto", true} << action::SetQuery{"grondsto", false};
    CHECK(s.state.typing);  // still a prefix: as a whole word it finds nothing
    s << action::SetQuery{"zzz", false};
    CHECK_FALSE(s.state.typing);
}

TEST_CASE("update: filters") {
    Session s;
    CHECK((s << action::ToggleFilter{Facet::ministry, "BZ"}).said() == "push #ministerie=BZ");
    CHECK((s << action::ToggleFilter{Facet::ministry, "EZ"}).said() == "push #ministerie=BZ&ministerie=EZ");
    CHECK((s << action::ToggleFilter{Facet::ministry, "BZ"}).said() == "push #ministerie=EZ");
    CHECK((s << action::ToggleFilter{Facet::theme, "handel"}).said() == "push #ministerie=EZ&thema=handel");
    CHECK((s << action::ToggleFilter{Facet::theme, ""}).said().empty());
    CHECK((s << action::ClearFacet{Facet::ministry}).said() == "push #thema=handel");
    s << action::SetQuery{"china", true};
    CHECK((s << action::ResetFilters{}).said() == "push #q=china");
    s << action::ToggleFilter{Facet::year, "2025"};
    CHECK((s << action::ResetAll{}).said() == "push");  // an untouched view has an empty link
    CHECK(s.state.query.empty());
    CHECK(s.state.filters.empty());
}

TEST_CASE("update: switching inferred ministries off lets go of the filters on them") {
    Session s;
    s << action::ToggleFilter{Facet::ministry_also, "Def"};
    CHECK((s << action::SetInferred{false}).said() == "push #afgeleid=0");
    CHECK(s.state.filters.of(Facet::ministry_also).empty());
    CHECK((s << action::SetInferred{true}).said() == "push");
}

TEST_CASE("update: order") {
    Session s;
    CHECK((s << action::SetOrder{search::Order::newest}).said() == "push #volgorde=nieuwste");
    CHECK((s << action::SetOrder{search::Order::newest}).said().empty());
}

TEST_CASE("update: opening, stepping and closing") {
    Session s;
    s << action::SetOrder{search::Order::document};
    CHECK((s << action::OpenItem{"kst-11111-1/1"}).said() ==
          "focus_item kst-11111-1/1; push #volgorde=document&item=kst-11111-1/1");
    CHECK(s.state.pane == Pane::answer);
    CHECK((s << action::Step{1}).said() == "focus_item kst-11111-1/2; replace #volgorde=document&item=kst-11111-1/2");
    s << action::Step{1} << action::Step{1};
    CHECK(s.state.item == "ah-tk-20232024-7/2");
    CHECK((s << action::Step{1}).said().empty());  // the last
    s << action::Step{-99};
    CHECK(s.state.item == "kst-11111-1/1");
    CHECK((s << action::CloseItem{}).said() == "push #volgorde=document");
    CHECK(s.state.pane == Pane::results);
    s << action::Step{1};  // from nowhere: the first
    CHECK(s.state.item == "kst-11111-1/1");
}

TEST_CASE("update: an open item stays open while the results change") {
    Session s;
    s << action::OpenItem{"kst-11111-1/1"} << action::ToggleFilter{Facet::ministry, "OCW"};
    CHECK(s.state.item == "kst-11111-1/1");
    s << action::SetQuery{"musea", true};
    CHECK(s.state.item == "kst-11111-1/1");
    s << action::Step{1};  // it is not among them: on to the first that is
    CHECK(s.state.item == "ah-tk-20232024-7/1");
}

TEST_CASE("update: an item that is not there is told of, once the documents are there") {
    Session s;
    s << action::OpenItem{"kst-9-9/9"};
    CHECK(s.state.item.empty());
    REQUIRE(s.state.notices.size() == 1);
    CHECK(s.state.notices[0].key == "notice.item_unknown");
    s << action::OpenItem{"kst-9-9/9"};
    CHECK(s.state.notices.size() == 1);  // not twice

    Session loading;
    loading.corpus = test::empty_corpus();
    loading.state.loading = 1;
    loading << action::OpenLink{"#item=kst-9-9/9&q=china"};
    CHECK(loading.state.item == "kst-9-9/9");
    CHECK(loading.state.notices.empty());
    loading.corpus = test::hand_made_corpus();
    loading.state.loading = 0;
    loading << action::CorpusChanged{};
    CHECK(loading.state.item.empty());
    CHECK(loading.state.query == "china");
    CHECK(loading.state.notices.size() == 1);
    CHECK(loading.said() == "replace #q=china");
}

TEST_CASE("update: a link is opened without touching the address bar") {
    Session s;
    s << action::OpenLink{"#q=china&item=kst-11111-1/2&bron=1"};
    CHECK(s.said() == "focus_item kst-11111-1/2");
    CHECK(s.state.source);
    s << action::OpenLink{"#"};
    CHECK(s.said().empty());
    CHECK(s.state.query.empty());
    CHECK(s.state.item.empty());
}

TEST_CASE("update: language, view, colours, panes, help, source") {
    Session s;
    CHECK((s << action::SetLanguage{Language::en}).said() == "replace #taal=en");
    CHECK((s << action::SetView{View::page}).said() == "replace #weergave=pagina&taal=en");
    CHECK((s << action::SetScheme{ColorScheme::dark}).said().empty());
    CHECK(s.state.scheme == ColorScheme::dark);
    CHECK((s << action::SetPane{Pane::filters}).said().empty());
    CHECK(s.state.pane == Pane::filters);
    s << action::ToggleFilter{Facet::ministry, "BZ"};
    CHECK(s.state.pane == Pane::filters);  // one may choose another
    CHECK((s << action::ToggleHelp{}).said().empty());
    CHECK(s.state.help);
    CHECK_FALSE((s << action::ToggleHelp{}).state.help);
    CHECK((s << action::ToggleSource{}).said().empty());  // of what?
    CHECK_FALSE(s.state.source);
    s << action::OpenItem{"kst-11111-1/1"} << action::ToggleSource{};
    CHECK(s.said().ends_with("item=kst-11111-1/1&bron=1&weergave=pagina&taal=en"));
}

TEST_CASE("update: more cards, whole facets") {
    Session s;
    CHECK((s << action::ShowMore{}).state.shown == 100);
    CHECK((s << action::SetQuery{"a", true}).state.shown == 50);
    CHECK((s << action::ExpandFacet{Facet::theme}).state.expanded == std::vector<std::string>{"thema"});
    CHECK((s << action::ExpandFacet{Facet::theme}).state.expanded.empty());
}

TEST_CASE("update: copying") {
    Session s;
    CHECK((s << action::CopyQuote{}).said().empty());
    CHECK((s << action::CopyCitation{}).said().empty());
    CHECK((s << action::CopyLink{}).said() == "copy https://example.org/");
    CHECK((s << action::CopyText{"los"}).said() == "copy los");
    s << action::OpenItem{"ah-tk-20232024-7/1"};
    CHECK((s << action::CopyCitation{}).said() == "copy Aanhangsel Handelingen II 2023/24, nr. 7, vraag 1");
    CHECK((s << action::CopyText{"Musea"}).said() == "copy Musea\n(Aanhangsel Handelingen II 2023/24, nr. 7, vraag 1)");
    CHECK((s << action::CopyLink{}).said() == "copy https://example.org/#item=ah-tk-20232024-7/1");
    CHECK((s << action::CopyQuote{}).said().starts_with("copy «Musea krijgen subsidie.» (Aanhangsel"));
    REQUIRE(s.state.notices.size() == 1);  // each fleeting sentence makes room for the next
    CHECK(s.state.notices[0].key == "notice.copied_quote");
    CHECK(s.state.notices[0].transient);
    s.address.clear();  // a window has no address: the publication's is copied
    CHECK((s << action::CopyLink{}).said() == "copy https://zoek.officielebekendmakingen.nl/ah-tk-20232024-7.html");
}

TEST_CASE("update: only web addresses are opened") {
    Session s;
    CHECK((s << action::OpenUrl{"https://example.org/a"}).said() == "open_url https://example.org/a");
    CHECK((s << action::OpenUrl{"javascript:alert(1)"}).said().empty());
    CHECK((s << action::OpenUrl{"file:///etc/passwd"}).said().empty());
}

TEST_CASE("update: notices") {
    Session s;
    const Notice failed{Notice::Level::error, "notice.load_failed", {"x.txt"}, true, false};
    s << action::ShowNotice{failed} << action::ShowNotice{failed};
    CHECK(s.state.notices.size() == 1);
    s << action::ShowNotice{{Notice::Level::info, "notice.print", {}, false, false}};
    CHECK((s << action::Dismiss{7}).state.notices.size() == 2);
    CHECK((s << action::Dismiss{1}).state.notices.size() == 1);
    CHECK((s << action::Retry{}).said() == "retry");
    CHECK(s.state.notices.empty());
}

TEST_CASE("update: nothing is open and nothing breaks in an empty corpus") {
    Session s;
    s.corpus = test::empty_corpus();
    for (const auto& row : test::cases("actions.txt", " => ")) {
        if (const auto action = action_from_json(row[0])) s << *action;
    }
    CHECK(s.state.notices.size() < 10);
}

TEST_CASE("update: the list of documents opens and closes; a removal is told to the shell") {
    Session s;
    s << action::ToggleDocuments{};
    CHECK(s.state.documents);
    s << action::ToggleDocuments{};
    CHECK_FALSE(s.state.documents);
    s.state.added = {"a", "b"};
    CHECK((s << action::RemoveDocument{"a"}).said() == "forget a");
    CHECK(s.state.added == std::vector<std::string>{"b"});
    CHECK((s << action::RemoveAdded{}).said() == "forget");
    CHECK(s.state.added.empty());
}
