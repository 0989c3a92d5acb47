#include "annotate/fixture.h"

using namespace kl;

TEST_CASE("promises: what is promised to the Kamer, and by when") {
    for (const test::Case& one : test::read_cases(KAMERLOEP_CASES_DIR "/annotate/promises.txt")) {
        const parse::Document document = test::document_of({{"Wat gaat u doen?", one.input}});
        const auto annotations = test::annotator().annotate(document);
        std::string found = "-";
        for (const annotate::Promise& promise : annotations.items[0].promises) {
            found = promise.due_span.empty() ? "none" : std::string(slice(document.text, promise.due_span));
            if (promise.due.known()) found += " " + text::iso(promise.due);
            CHECK(slice(document.text, promise.span) == one.input);
        }
        INFO("line " << one.line << ": " << one.input);
        CHECK(found == one.expected);
    }
}

TEST_CASE("promises: a question promises nothing, and dates are found in both") {
    const parse::Document document =
        test::document_of({{"Klopt het dat u op 3 oktober 2025 zei dat u de Kamer binnenkort zult informeren.",
                            "Ja, en op 4 november 2025 nog eens."}});
    const auto annotations = test::annotator().annotate(document);
    CHECK(annotations.items[0].promises.empty());
    REQUIRE(annotations.items[0].dates.size() == 2);
    CHECK(annotations.items[0].dates[1].date == text::Date{2025, 11, 4});
}
