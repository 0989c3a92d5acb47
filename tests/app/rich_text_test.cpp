#include "app/rich_text.h"

#include <doctest.h>

#include <random>

using namespace kl;
using namespace kl::app;

namespace {

// "De [grondstof] van <China|item>^1^": highlights, links and marks as one line.
std::string shown(const RichText& rich) {
    std::string out;
    for (const Run& run : rich.runs) {
        std::string words = rich.text.substr(run.begin, run.end - run.begin);
        if ((run.style & highlight) != 0) words = "[" + words + "]";
        if ((run.style & mark) != 0) words = "^" + words + "^";
        if ((run.style & app::link) != 0)
            words = "<" + words + "|" + rich.links[static_cast<size_t>(run.link)].target + ">";
        out += words;
    }
    return out;
}

void check_covers(const RichText& rich) {
    uint32_t at = 0;
    for (const Run& run : rich.runs) {
        REQUIRE(run.begin == at);
        REQUIRE(run.end >= run.begin);
        REQUIRE(run.link < static_cast<int32_t>(rich.links.size()));
        REQUIRE(((run.style & app::link) != 0) == (run.link >= 0));
        at = run.end;
    }
    REQUIRE(at == rich.text.size());
    REQUIRE_FALSE(rich.runs.empty());
}

Link to(const char* target) { return {Link::Kind::item, target, {}}; }

}  // namespace

TEST_CASE("rich text: runs of highlights, links and marks") {
    //                        0         1         2         3
    //                        0123456789012345678901234567890123456789
    const std::string text = "De grondstof uit China?>, zie vraag 2.";
    Layers layers;
    layers.highlights = {{3, 12}};
    layers.links = {{{17, 22}, to("a")}, {{26, 37}, to("b")}};
    layers.marks = {{{22, 24}, "5", "0"}};
    const RichText rich = rich_text(text, {0, 38}, layers);
    CHECK(shown(rich) == "De [grondstof] uit <China|a><^5^|0>, <zie vraag 2|b>.");
    check_covers(rich);
    CHECK(shown(rich_text(text, {3, 22}, layers)) == "[grondstof] uit <China|a>");
    layers.marks[0].mark.clear();  // on a card: left out
    CHECK(shown(rich_text(text, {0, 38}, layers)) == "De [grondstof] uit <China|a>, <zie vraag 2|b>.");
}

TEST_CASE("rich text: a highlight may lie inside a link, and over its edge") {
    const std::string text = "partnerschap grondstoffen China";
    Layers layers;
    layers.links = {{{0, 25}, to("a")}};
    layers.highlights = {{13, 22}, {20, 31}};
    CHECK(shown(rich_text(text, {0, 31}, layers)) == "<partnerschap |a><[grondstoffen]|a>[ China]");
}

TEST_CASE("rich text: of links that overlap, rank decides, then length") {
    const std::string text = "Critical Raw Materials Act";
    Layers layers;
    layers.links = {{{9, 12}, to("short"), 1}, {{0, 26}, to("long"), 1}};
    CHECK(shown(rich_text(text, {0, 26}, layers)) == "<Critical Raw Materials Act|long>");
    layers.links[0].rank = 0;
    CHECK(shown(rich_text(text, {0, 26}, layers)) == "Critical <Raw|short> Materials Act");
}

TEST_CASE("rich text: on one line") {
    Layers layers;
    layers.one_line = true;
    CHECK(shown(rich_text("een\n\ntwee\ndrie", {0, 14}, layers)) == "een twee drie");
}

TEST_CASE("rich text: dots before and after, empty texts") {
    RichText rich = plain_text("a");
    prepend(rich, "… ");
    append(rich, " …");
    CHECK(rich.text == "… a …");
    CHECK(rich.runs.size() == 1);
    check_covers(rich);
    check_covers(rich_text("", {0, 0}, {}));
    check_covers(rich_text("abc", {5, 9}, {}));
}

TEST_CASE("rich text: whatever lies over it, the runs cover the text") {
    std::mt19937 random(5);
    const std::string text(60, 'x');
    const auto span = [&] {
        const auto a = static_cast<uint32_t>(random() % 60), b = static_cast<uint32_t>(random() % 60);
        return Span{std::min(a, b), std::max(a, b)};
    };
    for (int round = 0; round < 1000; ++round) {
        Layers layers;
        for (int i = 0; i < 4; ++i) layers.highlights.push_back(span());
        for (int i = 0; i < 4; ++i) layers.links.push_back({span(), to("t"), static_cast<int>(random() % 3)});
        const auto at = static_cast<uint32_t>(random() % 58);
        layers.marks = {{{at, at + 2}, random() % 2 == 0 ? "9" : "", "0"}};
        check_covers(rich_text(text, span(), layers));
    }
}
