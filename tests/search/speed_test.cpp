// How long a keystroke takes: skipped, as times are no matter of right or wrong. To see them, in a release build:
//   test_search -tc='speed*' --no-skip
#include <doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <random>

#include "search/index.h"
#include "search/search.h"
#include "seed.h"
#include "support.h"

namespace {

using namespace kl;

double now() {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Items made of words that follow Zipf's law, as those of a language do: a few are everywhere, most are rare.
std::shared_ptr<const search::Corpus> generate(unsigned items) {
    std::mt19937 random(2026);
    const auto upto = [&](unsigned n) { return std::uniform_int_distribution<unsigned>(0, n - 1)(random); };
    const std::vector<std::string> parts = {"grond", "stof", "handel", "zorg",  "kamer", "beleid", "land",  "wet",
                                            "onder", "zoek", "veilig", "staat", "markt", "keten",  "water", "bouw"};
    std::vector<std::string> words = {"de", "van", "het", "en", "een", "in", "te", "dat", "op", "voor"};
    while (words.size() < 30000) {
        std::string word;
        for (unsigned n = 1 + upto(3); n > 0; --n) word += parts[upto(static_cast<unsigned>(parts.size()))];
        words.push_back(word + (upto(2) == 0 ? "" : "en") + (upto(3) == 0 ? std::to_string(upto(1000)) : ""));
    }
    const auto word = [&] {
        const double u = std::uniform_real_distribution<double>(0, 1)(random);
        return words[static_cast<size_t>(std::pow(static_cast<double>(words.size()), u)) - 1];
    };
    const auto text = [&](unsigned length) {
        std::string out;
        for (unsigned i = 0; i < length; ++i) out += word() + (upto(12) == 0 ? ". " : " ");
        return out;
    };
    std::vector<std::shared_ptr<const search::CorpusDocument>> documents;
    const std::vector<std::string> ministries = {"BZ", "EZ", "JenV", "VWS"};
    const std::vector<std::string> themes = {"export", "grondstoffen", "geneesmiddelen", "ziekenhuizen"};
    for (unsigned made = 0; made < items; made += 20) {
        test::NewDocument document{.id = "kst-" + std::to_string(made),
                                   .date = {2010 + static_cast<int>(upto(16)), 1, 1}};
        for (int i = 0; i < 20; ++i) {
            document.items.push_back({.question = text(30 + upto(20)),
                                      .answer = text(100 + upto(200)),
                                      .stated = {ministries[upto(4)]},
                                      .inferred = {ministries[upto(4)]},
                                      .themes = {themes[upto(4)], themes[upto(4)]}});
        }
        documents.push_back(test::make(document));
    }
    const double begin = now();
    auto corpus = search::Corpus::build(std::move(documents), test::real_vocabulary());
    MESSAGE(items << " items, " << corpus->index().words.size() << " words, " << corpus->keyword_labels().size()
                  << " keywords: built in " << now() - begin << " ms");
    return corpus;
}

void time_queries(const search::Corpus& corpus, const std::vector<std::string>& queries, int rounds) {
    search::Filters filters;
    filters.of(search::Facet::ministry) = {test::find(corpus, "").of(search::Facet::ministry).front().key};
    for (const std::string& query : queries) {
        std::vector<double> times;
        uint32_t total = 0;
        for (int i = 0; i < rounds; ++i) {
            const double begin = now();
            total = search::search(corpus, search::parse_query(query), i % 2 == 1 ? search::Filters{} : filters).total;
            times.push_back(now() - begin);
        }
        std::ranges::sort(times);
        MESSAGE("\"" << query << "\": median " << times[times.size() / 2] << " ms, slowest " << times.back() << " ms, "
                     << total << " items under a filter");
    }
}

}  // namespace

TEST_CASE("speed: a keystroke on the bundled document" * doctest::skip()) {
    const auto corpus = test::seed();
    time_queries(*corpus, {"", "g", "grondstof", "\"strategische afhankelijkheden\"", "china -taiwan OF rusland"},
                 1001);
    const auto query = search::parse_query("grondstof china", false);
    const double begin = now();
    for (int i = 0; i < 1000; ++i) {
        for (search::ItemId id = 0; id < corpus->item_count(); ++id) {
            CHECK(search::highlights(*corpus, query, id).size() + search::snippet(*corpus, query, id).span.size() > 0);
        }
    }
    MESSAGE("highlights and snippet of an item: " << (now() - begin) / 1000 / corpus->item_count() << " ms");
}

TEST_CASE("speed: a keystroke on 20,000 generated items" * doctest::skip()) {
    const auto corpus = generate(20000);
    time_queries(*corpus,
                 {"", "d", "g", "de", "grondstof", "grondst", "de van het een", "\"de van het\"", "\"de g",
                  "grondstof-w", "handelmarkt -zorg", "zorg OF handel OF wet", "kamerbeleidketen"},
                 21);
}
