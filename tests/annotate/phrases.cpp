#include "annotate/phrases.h"

#include <sstream>

#include "annotate/fixture.h"

using namespace kl;

TEST_CASE("phrases: inflected forms, and words that only share a stem") {
    for (const test::Case& one : test::read_cases(KAMERLOEP_CASES_DIR "/annotate/inflections.txt")) {
        std::istringstream words(one.expected);
        bool same = true;
        for (std::string word; words >> word;) {
            if (word == "/") {
                same = false;
                continue;
            }
            INFO(one.input << " " << word);
            CHECK(annotate::is_inflection(one.input, word) == same);
        }
    }
}

TEST_CASE("themes: parts of compounds") {
    const auto themes = [](const std::string& question) {
        const parse::Document document = test::document_of({{question, ""}});
        const auto annotations = test::annotator().annotate(document);
        return test::themes_of(annotations.items[0]);
    };
    CHECK(themes("Wat doet u aan het woningmarktbeleid?").starts_with("woningmarkt"));
    CHECK(themes("Kunt u de verschillende punten afzonderlijk toelichten?").empty());
    CHECK(themes("Welke commissie deed dit per dag?").find("defensie") == std::string::npos);
}
