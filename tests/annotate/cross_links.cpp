#include "annotate/cross_links.h"

#include "annotate/fixture.h"

using namespace kl;

TEST_CASE("cross links: mentions of other answers of the same document") {
    for (const test::Case& one : test::read_cases(KAMERLOEP_CASES_DIR "/annotate/cross_links.txt")) {
        const parse::Document document = test::document_of({{"Wie?", "Ik."},
                                                            {"Wat?", "Dit."},
                                                            {"Waar?", "Hier."},
                                                            {"Hoe?", one.input},
                                                            {"Zo?", "Ja."},
                                                            {"En?", "Nee."}});
        std::string numbers;
        const auto annotations = test::annotator().annotate(document);
        for (const annotate::CrossLink& link : annotations.items[3].cross_links)
            numbers += (numbers.empty() ? "" : " ") + std::to_string(link.target + 1);
        INFO("line " << one.line << ": " << one.input);
        CHECK((numbers.empty() ? "-" : numbers) == one.expected);
    }
}

TEST_CASE("cross links: numbers as words") {
    CHECK(annotate::number_of("twintig") == 20);
    CHECK(annotate::number_of("12") == 12);
    CHECK(annotate::number_of("1234") == 0);
    CHECK(annotate::number_of("veel") == 0);
}
