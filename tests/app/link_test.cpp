#include "app/link.h"

#include <random>

#include "cases.h"

using namespace kl;
using namespace kl::app;

TEST_CASE("link: cases") {
    for (const auto& row : test::cases("links.tsv")) {
        REQUIRE(row.size() == 2);
        CAPTURE(row[0]);
        CHECK(to_link(from_link({}, row[0])) == row[1]);
    }
}

TEST_CASE("link: a link keeps language, colours and notices that it does not name, and resets the rest") {
    State state;
    state.language = Language::en;
    state.scheme = ColorScheme::dark;
    state.notices.push_back({Notice::Level::info, "notice.copied_link", {}, false, true});
    state.loading = 2;
    state.query = "oud";
    state.order = search::Order::newest;
    state.filters.of(search::Facet::theme) = {"handel"};
    state.source = true;
    const State next = from_link(state, "#q=nieuw");
    CHECK(next.language == Language::en);
    CHECK(next.scheme == ColorScheme::dark);
    CHECK(next.notices.size() == 1);
    CHECK(next.loading == 2);
    CHECK(next.query == "nieuw");
    CHECK(next.filters.empty());
    CHECK(next.order == search::Order::relevance);
    CHECK_FALSE(next.source);
    CHECK(from_link({}, "#item=kst-1-1/1").pane == Pane::answer);
    CHECK(to_link(State{}).empty());
}

TEST_CASE("link: whatever a state holds, its link restores it") {
    std::mt19937 random(20260212);
    const auto pick = [&](uint32_t n) { return static_cast<uint32_t>(random() % n); };
    const std::vector<std::string> pieces{"a", "Z", "0", " ",  "é", "€", "𝄞", "&", "=",
                                          "%", "#", "+", "\"", "/", "?", ";", "–", "%41"};
    const auto text = [&](uint32_t most) {
        std::string out;
        for (uint32_t n = pick(most + 1); n > 0; --n) out += pieces[pick(static_cast<uint32_t>(pieces.size()))];
        while (out.ends_with(' ')) out.pop_back();
        return out;
    };
    for (int round = 0; round < 2000; ++round) {
        State state;
        state.query = text(12);
        state.typing = state.query.empty() || pick(2) == 0;
        for (const auto facet :
             {search::Facet::ministry, search::Facet::ministry_also, search::Facet::theme, search::Facet::keyword}) {
            for (uint32_t n = pick(3); n > 0; --n) {
                const std::string value = text(6) + std::to_string(n);
                state.filters.of(facet).push_back(value);
            }
        }
        if (pick(2) == 0) state.filters.of(search::Facet::kind) = {"lijst", "aanhangsel"};
        if (pick(2) == 0) state.filters.of(search::Facet::year) = {"2026"};
        state.filters.inferred = pick(2) == 0;
        state.order = static_cast<search::Order>(pick(3));
        state.item = text(8);
        state.source = !state.item.empty() && pick(2) == 0;
        state.language = static_cast<Language>(pick(2));
        state.view = static_cast<View>(pick(2));
        const std::string link = to_link(state);
        CAPTURE(link);
        const State back = from_link({}, link);
        REQUIRE(back.query == state.query);
        REQUIRE(back.typing == state.typing);
        REQUIRE(back.filters.values == state.filters.values);
        REQUIRE(back.filters.inferred == state.filters.inferred);
        REQUIRE(back.order == state.order);
        REQUIRE(back.item == state.item);
        REQUIRE(back.source == state.source);
        REQUIRE(back.language == state.language);
        REQUIRE(back.view == state.view);
        REQUIRE(to_link(back) == link);
    }
}

TEST_CASE("link: nonsense never harms") {
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string hash = "#";
        for (auto n = random() % 40; n > 0; --n) {
            const std::string_view bits[] = {"q=", "item=", "thema=", "&",      "%", "%C3",   "%0",
                                             "=",  "jaar=", "\xFF",   "soort=", "é", "bron=1"};
            hash += bits[random() % std::size(bits)];
        }
        const std::string link = to_link(from_link({}, hash));
        REQUIRE(to_link(from_link({}, link)) == link);
    }
}
