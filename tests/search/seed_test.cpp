// Searches in the bundled document. What must come out was counted by hand in the source.
#include "seed.h"

#include <doctest.h>

#include <algorithm>

#include "support.h"

namespace {

using namespace kl;
using search::Facet;

// Numbers of the items, ascending.
std::vector<int> items(std::string_view query, bool typing = false) {
    const auto corpus = test::seed();
    const auto results = search::search(*corpus, search::parse_query(query, typing), {}, search::Order::document);
    std::vector<int> numbers;
    for (const search::Hit& hit : results.hits) numbers.push_back(corpus->item(hit.item).numbers.front());
    return numbers;
}

uint32_t occurrences(std::string_view query, int number) {
    const auto corpus = test::seed();
    const auto item = corpus->find("kst-36696-4/" + std::to_string(number));
    REQUIRE(item < corpus->item_count());
    uint32_t sum = 0;
    for (const auto& r : search::reasons(*corpus, search::parse_query(query, false), item)) {
        sum += r.in_question + r.in_answer + r.in_footnotes;
    }
    return sum;
}

}  // namespace

TEST_CASE("seed: words, stems, prefixes, phrases") {
    CHECK(items("grondstof") == std::vector{2, 4, 6, 10});
    CHECK(items("\"grondstof\"").empty());
    CHECK(items("\"grondstoffen\"") == std::vector{2, 4, 6, 10});
    CHECK(items("\"strategische afhankelijkheden\"") == std::vector{2, 4, 5, 6, 10});
    CHECK(items("\"kritieke grondstoffen\"") == std::vector{2, 4, 10});
    CHECK(items("chemicalien") == std::vector{5, 6});
    CHECK(items("chemicaliën") == items("chemicalién"));
    CHECK(items("taiwan") == std::vector{9, 10});
    CHECK(items("china") == std::vector{1, 2, 3, 4, 5, 6, 7, 10, 11});
    CHECK(items("taiw", true) == std::vector{9, 10});
    CHECK(items("EU-drieslag") == std::vector{1});
    CHECK(items("taiwan -rusland") == std::vector{9});
    CHECK(items("xinjiang OF rusland") == std::vector{8, 10});
    CHECK(items("diversificatie grondstof") == std::vector{2, 4, 10});
    CHECK(items("21501-02").empty());
    CHECK(items("\"21 501-02\"") == std::vector{4});  // a note of item 4, though printed in the middle of item 5

    CHECK(occurrences("\"grondstoffen\"", 10) == 7);
    CHECK(occurrences("grondstof*", 10) == 8);  // grondstofreserves
    CHECK(occurrences("\"strategische afhankelijkheden\"", 5) == 6);
    CHECK(occurrences("china", 1) == 6);
    CHECK(occurrences("kamerstuk", 4) == 3);
    CHECK(occurrences("kamerstuk", 6) == 2);
}

TEST_CASE("seed: counts with a filter") {
    const auto corpus = test::seed();
    const auto all = test::find(*corpus, "");
    CHECK(all.total == 11);
    CHECK(test::count_of(all, Facet::ministry, "BZ") == 11);
    CHECK(test::count_of(all, Facet::ministry, "EZ") == 11);
    CHECK(test::count_of(all, Facet::ministry, "gezamenlijk") == 11);
    CHECK(test::count_of(all, Facet::kind, "lijst") == 11);
    CHECK(test::count_of(all, Facet::year, "2026") == 11);

    // Every value of every facet gives as many items as it says, with and without a query.
    for (const char* query : {"", "grondstof", "china -taiwan"}) {
        const auto results = test::find(*corpus, query);
        for (size_t f = 0; f < search::facet_count; ++f) {
            for (const search::FacetValue& value : results.facets[f]) {
                search::Filters filters;
                filters.values[f] = {value.key};
                CAPTURE(value.key);
                CHECK(search::count(*corpus, search::parse_query(query, false), filters) == value.count);
            }
        }
    }
}

TEST_CASE("seed: a hit shows the words asked for") {
    const auto corpus = test::seed();
    const auto query = search::parse_query("exportcontrolemaatregelen grondstoffen", false);
    const auto item = corpus->find("kst-36696-4/2");
    const std::string& text = corpus->document_of(item).text;
    const auto cut = search::snippet(*corpus, query, item);
    const auto shown = slice(text, cut.span);
    CAPTURE(shown);
    CHECK(shown.find("exportcontrolemaatregelen van China op kritieke grondstoffen") != shown.npos);
    CHECK(shown.starts_with("Zo is de toename"));
    CHECK(!cut.cut_before);
    CHECK(cut.cut_after);
    std::string marked;
    for (const auto& h : search::highlights(*corpus, query, item)) marked += std::string(slice(text, h.span)) + " ";
    CHECK(marked == "exportcontrolemaatregelen grondstoffen ");
}
