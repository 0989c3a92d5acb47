// Keywords of a small corpus by eye, and of the bundled document; whatever they are, their counts must be what a reader
// counts.
#include "search/keywords.h"

#include <doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "search/search.h"
#include "seed.h"
#include "support.h"
#include "text/fold.h"

namespace {

using namespace kl;
using search::Facet;
using search::ItemId;

// Every shown count must be the number of items the filter then gives, and those the term is found in.
void check_counts(const search::Corpus& corpus) {
    const auto all = test::find(corpus, "");
    for (const search::FacetValue& value : all.of(Facet::keyword)) {
        search::Filters filters;
        filters.of(Facet::keyword) = {value.key};
        CAPTURE(value.key);
        const auto filtered = test::find(corpus, "", filters);
        CHECK(filtered.total == value.count);
        // A pair's first word may be inflected as in a phrase without quotes: joined by a hyphen the query matches
        // stems.
        std::string query = value.key;
        std::ranges::replace(query, ' ', '-');
        std::vector<ItemId> having = test::find(corpus, query).items_of_query;
        auto hits = test::ids(filtered);
        std::ranges::sort(hits);
        CHECK(std::ranges::includes(having, hits));  // a query runs over a comma, a term does not
        if (query == value.key) CHECK(having == hits);
    }
    for (ItemId id = 0; id < corpus.item_count(); ++id) {
        CHECK(std::ranges::is_sorted(corpus.keywords(id), std::greater{}, &search::Keyword::score));
    }
}

std::vector<std::string> keywords(const search::Corpus& corpus, ItemId id, size_t most) {
    std::vector<std::string> out;
    for (const search::Keyword& k : corpus.keywords(id)) {
        if (out.size() < most) out.push_back(corpus.keyword_labels()[k.term]);
    }
    return out;
}

bool has(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

TEST_CASE("the log-likelihood ratio is Dunning's") {
    // 10 in 100 against 10 in 900: expected 2 and 18.
    const auto term = [](double observed, double expected) { return observed * std::log(observed / expected); };
    const double by_hand = 2 * (term(10, 2) + term(10, 18) + term(90, 98) + term(890, 882));
    CHECK(search::log_likelihood(10, 100, 10, 900) == doctest::Approx(by_hand));
    CHECK(search::log_likelihood(1, 100, 9, 900) == doctest::Approx(0));
    CHECK(search::log_likelihood(0, 100, 10, 900) < 0);
    CHECK(std::isfinite(search::log_likelihood(5, 5, 0, 0)));
}

TEST_CASE("forms of a word are one keyword, labelled as it is mostly written; function words are none") {
    std::vector<test::NewItem> items;
    const std::vector<std::string> subjects = {"de stikstof en de natuurvergunning", "het lerarentekort op de school",
                                               "de wachtlijst in de jeugdzorg",      "het onderzoek van de Rekenkamer",
                                               "de woningbouw in het Groene Hart",   "de veiligheid van het spoor"};
    for (const std::string& subject : subjects) {
        items.push_back({.question = "Hoe kijkt u naar " + subject + "?",
                         .answer = "Het kabinet zet zich in voor " + subject + ". Daarom wordt over " + subject +
                                   " gesproken. Het is van belang om daar in te blijven voorzien."});
    }
    items[0].answer +=
        " De natuurvergunningen komen later. Er zijn veel natuurvergunningen. Met natuurvergunningen is niets mis.";
    items[1].answer += " Het dorp is Groene, Hart is het niet.";  // a comma parts them
    items[5].answer += " Bij de wachtlijst hoort dit niet.";
    const auto corpus = search::Corpus::build({test::make({.id = "a", .items = items})}, test::real_vocabulary());
    CHECK(has(keywords(*corpus, 0, 3), "natuurvergunning"));
    CHECK(has(keywords(*corpus, 1, 3), "lerarentekort"));
    CHECK(has(keywords(*corpus, 2, 3), "jeugdzorg"));
    CHECK(has(keywords(*corpus, 3, 3), "Rekenkamer"));
    CHECK(has(keywords(*corpus, 4, 3), "Groene Hart"));
    for (const std::string& label : corpus->keyword_labels()) {
        CAPTURE(label);
        CHECK(!has({"daarom", "het", "Het", "wordt", "van", "voor", "zich", "belang"}, label));
    }
    search::Filters pair;
    pair.of(Facet::keyword) = {"Groene Hart"};
    CHECK(test::ids(test::find(*corpus, "", pair)) == std::vector<ItemId>{4});
    CHECK(test::count_of(test::find(*corpus, ""), Facet::keyword, "wachtlijst") == 2);
    check_counts(*corpus);
}

TEST_CASE("keywords of one item, of none, of an empty one") {
    CHECK(test::build({})->keyword_labels().empty());
    CHECK(test::build({{.id = "a", .items = {{.question = "?"}}}})->keyword_labels().empty());
    const auto one = test::build({{.id = "a", .items = {{.question = "De stikstof?", .answer = "Over de stikstof."}}}});
    CHECK(has(keywords(*one, 0, 5), "stikstof"));
    CHECK(test::count_of(test::find(*one, ""), Facet::keyword, "stikstof") == 1);
}

TEST_CASE("keywords of the bundled document") {
    const auto corpus = test::seed();
    REQUIRE(corpus->item_count() == 11);
    check_counts(*corpus);
    const auto all = test::find(*corpus, "");
    for (const auto& [word, items] : std::vector<std::pair<std::string, int>>{{"diversificatie", 3},
                                                                              {"leveringszekerheid", 2},
                                                                              {"exportcontrolemaatregelen", 2},
                                                                              {"grondstoffen", 4},
                                                                              {"strategische afhankelijkheden", 5},
                                                                              {"Taiwan", 2}}) {
        CAPTURE(word);
        CHECK(test::count_of(all, Facet::keyword, word) == items);
    }
    CHECK(has(keywords(*corpus, 7, 3), "dwangarbeid"));
    CHECK(has(keywords(*corpus, 7, 3), "Anti-dwangarbeidverordening"));
    CHECK(has(keywords(*corpus, 8, 3), "Taiwan"));
    CHECK(has(keywords(*corpus, 10, 3), "mensenrechtensancties"));
    for (const char* word : {"daarom", "waarbij", "kabinet", "Nederland", "China", "mogelijk", "Kamer"}) {
        CHECK(!has(corpus->keyword_labels(), word));
    }
}
