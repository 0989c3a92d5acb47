#include "search/query.h"

#include <doctest.h>

#include <fstream>
#include <string>

TEST_CASE("queries read as the cases say") {
    std::ifstream file(KAMERLOEP_CASES_DIR "/search/queries.txt");
    REQUIRE(file);
    const std::string arrow = "⇒";
    int cases = 0;
    for (std::string line; std::getline(file, line);) {
        const size_t at = line.find(arrow);
        if (line.starts_with('#') || at == line.npos) continue;
        std::string query = line.substr(0, at), expected = line.substr(at + arrow.size());
        const bool typing = !query.starts_with('~');
        if (!typing) query.erase(0, std::min<size_t>(2, query.size()));
        if (query.ends_with("| "))
            query.erase(query.size() - 2);  // keeps the blank before it
        else if (query.ends_with(' '))
            query.pop_back();
        if (expected.starts_with(' ')) expected.erase(0, 1);
        CAPTURE(line);
        CHECK(kl::search::to_string(kl::search::parse_query(query, typing)) == expected);
        ++cases;
    }
    CHECK(cases > 60);
}

TEST_CASE("a node knows its place in the query") {
    const auto query = kl::search::parse_query("eu \"vrije handel\" -rusland EU-drieslag china OF iran");
    std::string places;
    for (const auto& node : query.root.children) places += std::string(slice(query.text, node.span)) + "|";
    CHECK(places == "eu|\"vrije handel\"|rusland|EU-drieslag|china OF iran|");
}

TEST_CASE("any bytes are a query") {
    constexpr std::string_view alphabet("ab \"-*OR\xE2\x80\x9D\xC3|.,12\n\0", 19);
    unsigned state = 7;
    for (int round = 0; round < 20000; ++round) {
        std::string text;
        for (int i = 0; i < round % 24; ++i) {
            state = state * 1664525 + 1013904223;
            text += alphabet[(state >> 16) % alphabet.size()];
        }
        const auto query = kl::search::parse_query(text);
        for (const auto* leaf : kl::search::wanted(query)) CHECK(leaf->span.end <= text.size());
    }
    CHECK(kl::search::parse_query(std::string(1 << 20, 'a')).root.children.size() == 1);
    std::string page;
    for (int i = 0; i < 100000; ++i) page += "woord ";
    CHECK(kl::search::parse_query(page).root.children.size() <= 500);
}
