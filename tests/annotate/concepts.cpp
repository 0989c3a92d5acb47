#include <chrono>

#include "annotate/fixture.h"

using namespace kl;

namespace {

const annotate::Vocabulary& small() {
    static const annotate::Vocabulary loaded = [] {
        static constexpr std::string_view concepts =
            "id\tlabel_nl\tlabel_en\tkind\tministry\tthemes\turl\tnames\tneeds\n"
            "who\tWHO\tWHO\torganisation\tVWS\t\t\tWHO|Wereldgezondheidsorganisatie\t\n"
            "chili\tChili\tChile\tcountry\t\t\t\tChili\t\n"
            "grondstof\tGrondstof\tRaw material\tsector\t\t\t\tkritieke grondstof\t\n"
            "taskforce\tTaskforce\tTask force\tbody\tEZ\t\t\tTaskforce Droge Dijken\t\n"
            "kort\tDijken\tDikes\tpolicy\t\t\t\tdroge dijken\t\n"
            "sport\tSport\tSport\tpolicy\t\t\t\tVolksgezondheid, Welzijn en Sport\t\n"
            "agenda\tAgenda\tAgenda\tpolicy\t\t\t\topen-dijken-agenda\t\n"
            "motie\tMotie\tMotion\tmotion\t\t\t\tmotie-De Wit\tdijk\n"
            "verdrag\tVerdrag\tTreaty\ttreaty\t\t\t\tverdrag met Chili\t\n"
            "partnerschap\tPartnerschap\tPartnership\tpartnership\t\t\t\tKorea|Zuid-Korea\tpartnerschap\n"
            "korea\tKorea\tKorea\tcountry\t\t\t\tKorea\t\n"
            "zuid-korea\tZuid-Korea\tSouth Korea\tcountry\t\t\t\tZuid-Korea\t\n";
        const std::vector<annotate::VocabularyFile> files{{"concepts.tsv", concepts}};
        return annotate::load_vocabulary(files);
    }();
    return loaded;
}

std::string found(const std::string& text) {
    static const annotate::Annotator annotator(small());
    const parse::Document document = test::document_of({{text, ""}});
    std::string out;
    const auto annotations = annotator.annotate(document);
    for (const annotate::ConceptMention& mention : annotations.items[0].concepts)
        out += (out.empty() ? "" : " ") + small().concepts[mention.concept_id].id;
    return out;
}

}  // namespace

TEST_CASE("concepts: capitals, endings, the longest name") {
    CHECK(found("De WHO meldt dit.") == "who");
    CHECK(found("Hij vroeg: who is dat?").empty());
    CHECK(found("In Chili groeit chili.") == "chili");
    CHECK(found("Chili’s havens") == "chili");
    CHECK(found("kritieke grondstoffen en een kritieke grondstof") == "grondstof grondstof");
    CHECK(found("Kritieke Grondstoffen") == "grondstof");
    CHECK(found("de Taskforce Droge Dijken en droge dijken") == "taskforce kort");
    CHECK(found("de droge, dijken").empty());
    CHECK(found("kritieke. Grondstoffen").empty());
    CHECK(found("Volksgezondheid, Welzijn en Sport") == "sport");
    CHECK(found("de open dijken agenda en de open-dijkenagenda").find("agenda") == 0);
}

TEST_CASE("concepts: an abbreviation in brackets is a name from there on") {
    CHECK(found("de Taskforce Droge Dijken (TDD) helpt. De TDD werkt.") == "taskforce taskforce taskforce");
    CHECK(found("De TDD werkt.").empty());
}

TEST_CASE("concepts: a country in the name of something else is named too") {
    CHECK(found("het verdrag met Chili en Chili") == "verdrag chili chili");
    CHECK(found("in Zuid-Korea") == "zuid-korea");
    CHECK(found("het partnerschap met Zuid-Korea") == "partnerschap zuid-korea");
    CHECK(found("het partnerschap met Korea") == "partnerschap korea");
}

TEST_CASE("concepts: words that a name needs beside it") {
    CHECK(found("de motie-De Wit over de dijken") == "motie");
    CHECK(found("de motie-De Wit over de brug. Een dijk.").empty());
}

TEST_CASE("concepts: a text without sentences takes time in proportion to its length") {
    const auto seconds = [](std::string_view unit, size_t times) {
        std::string text;
        for (size_t i = 0; i < times; ++i) text += unit;
        const auto begin = std::chrono::steady_clock::now();
        (void)found(text);
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    for (const std::string_view unit : {"motie-De Wit ", "Korea ", "de Taskforce Droge Dijken (TDD) "}) {
        CAPTURE(unit);
        const double one = seconds(unit, 2000);
        CHECK(seconds(unit, 16000) < 24 * one + 0.5);
    }
}

TEST_CASE("concepts: nothing to find, nothing found") {
    CHECK(found("").empty());
    CHECK(found("…").empty());
}
