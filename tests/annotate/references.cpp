#include "annotate/references.h"

#include <doctest.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

#include "annotate/cases.h"

using namespace kl;

TEST_CASE("references: the forms of citations") {
    const auto cases = test::read_cases(KAMERLOEP_CASES_DIR "/annotate/references.txt");
    REQUIRE(cases.size() >= 80);
    for (const test::Case& one : cases) {
        std::string ids;
        for (const annotate::Reference& reference : annotate::find_references(one.input)) {
            if (!ids.empty()) ids += ' ';
            ids += reference.id;
            CHECK(reference.span.end <= one.input.size());
            CHECK(reference.span.begin < reference.span.end);
        }
        INFO("line " << one.line << ": " << one.input);
        CHECK((ids.empty() ? "-" : ids) == one.expected);
    }
}

TEST_CASE("references: addresses") {
    CHECK(annotate::address_of("kst-36410-XVI-160") ==
          "https://zoek.officielebekendmakingen.nl/kst-36410-XVI-160.html");
    CHECK(annotate::address_of("kv-tk-2024Z18775") ==
          "https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=2024Z18775");
    CHECK(annotate::address_of("nds-tk-2013D21086") == "https://www.tweedekamer.nl/kamerstukken/detail?did=2013D21086");
    CHECK(annotate::address_of("33869") == "https://zoek.officielebekendmakingen.nl/dossier/33869");
    CHECK(annotate::address_of("JOIN(2024)977") ==
          "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=JOIN:2024:977:FIN");
    CHECK(annotate::address_of("32011L0085") == "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:32011L0085");
    CHECK(annotate::address_of("ECLI:NL:RVS:2024:3946") ==
          "https://deeplink.rechtspraak.nl/uitspraak?id=ECLI:NL:RVS:2024:3946");
    CHECK(annotate::address_of("BWBR0035951") == "https://wetten.overheid.nl/BWBR0035951");
    CHECK(annotate::address_of("iets anders").empty());
}

TEST_CASE("references: a text that ends anywhere, also inside a letter") {
    const std::string whole =
        "Kamerstuk 36\xC2\xA0"
        "410,\xE2\x80\xAFnrs. 3\xE2\x80\x93"
        "5 (herdruk), Stcrt. nr. 1,\xE2\x80\x89"
        "2013, https://a.nl/b- c-d";
    for (size_t size = 0; size <= whole.size(); ++size) {
        const std::vector<char> exact(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        for (const annotate::Reference& reference : annotate::find_references({exact.data(), exact.size()}))
            CHECK(reference.span.end <= size);
    }
}

TEST_CASE("references: hostile texts stay linear") {
    for (const std::string_view piece :
         {"Kamerstuk 36 696, nrs. 1, ", "1 ", "12 345 ", "https://", "nr. 1 en ", "Aanhangsel van de ", "2024Z", "(",
          "dossier ", "Verordening (EU, ", "Kamer-\n", "31 293 en ", "https://a.nl/b- c-d", "1, 2, ",
          "Richtlijnen: 2014/23/EU; ", "uitvoeringsverordening", "Stcrt. nr. 1, van de ", "www.a.nl/?id=2024Z12345&"}) {
        std::string text;
        while (text.size() < 1'000'000) text += piece;
        const auto start = std::chrono::steady_clock::now();
        (void)annotate::find_references(text);
        CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(3));
    }
}
