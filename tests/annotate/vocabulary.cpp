#include "annotate/vocabulary.h"

#include "annotate/cases.h"
#include "annotate/fixture.h"
#include "annotate/offices.h"
#include "annotate/tsv.h"

using namespace kl;

static std::string at(std::string_view office, text::Date date) {
    const auto id = test::vocabulary().by_office(office, date);
    return id ? test::vocabulary().ministries[*id].abbr : "-";
}

TEST_CASE("tsv: comments, CRLF, a byte order mark and short rows") {
    const annotate::TsvTable table =
        annotate::read_tsv("\xEF\xBB\xBFname\tage\r\n# a comment\r\n\r\nIda\t7\r\nBob\r\n");
    REQUIRE(table.rows.size() == 2);
    CHECK(table.cell(table.rows[0], "age") == "7");
    CHECK(table.cell(table.rows[1], "age").empty());
    CHECK(table.cell(table.rows[0], "no such column").empty());
    CHECK(table.rows[1].line == 5);
    CHECK(annotate::values_of(" a | b||c ") == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("vocabulary: the product's own files have no broken row") {
    const annotate::Vocabulary& vocabulary = test::vocabulary();
    for (const Diagnostic& diagnostic : vocabulary.diagnostics)
        FAIL_CHECK(diagnostic.args[0] << " line " << diagnostic.args[1]);
    CHECK(vocabulary.ministries.size() > 20);
    CHECK(vocabulary.themes.size() == 92);
    CHECK(vocabulary.concepts.size() > 50);
    CHECK(vocabulary.theme_terms.size() > 1000);
}

TEST_CASE("vocabulary: a broken row is left out and reported, the rest is used") {
    const std::vector<annotate::VocabularyFile> files{
        {"themes.tsv",
         "uri\tlevel\tlabel_nl\tlabel_en\tparent_"
         "nl\tministries\nu1\t1\twater\twater\t\tIenW\nu2\t2\t\tnothing\twater\t\n"},
        {"theme_terms.tsv", "theme\tdecisive\tgood\thint\nwater\tdijk\t\t\nvuur\tvonk\t\t\n"},
        {"concepts.tsv",
         "id\tlabel_nl\tlabel_en\tkind\tministry\tthemes\turl\tnames\nx\tX\tX\tding\t\t\t\tX\ny\tY\tY\tlaw\n"}};
    const annotate::Vocabulary vocabulary = annotate::load_vocabulary(files);
    CHECK(vocabulary.themes.size() == 1);
    CHECK(vocabulary.theme_terms.size() == 1);
    REQUIRE(vocabulary.concepts.size() == 1);
    CHECK(vocabulary.concepts[0].names == std::vector<std::string>{"Y"});
    CHECK(vocabulary.diagnostics.size() == 3);
    CHECK(annotate::load_vocabulary({}).themes.empty());
}

TEST_CASE("offices: names at the document's date") {
    const text::Date now{2024, 11, 19};
    CHECK(at("Buitenlandse Zaken", now) == "BZ");
    CHECK(at("BuZa", now) == "BZ");
    CHECK(at("Ministerie van OCW", now) == "OCW");
    CHECK(at("de minister van Volksgezondheid, Welzijn enSport", now) == "VWS");
    CHECK(at("Volksgezondheid Welzijn en Sport", now) == "VWS");
    CHECK(at("J&V", now) == "JenV");
    CHECK(at("Justitie & Veiligheid", now) == "JenV");
    CHECK(at("Buitenlandse Zakem", now) == "BZ");
    CHECK(at("Economische Zakenen Klimaat", {2023, 5, 1}) == "EZK");
    CHECK(at("minister-president", now) == "AZ");
    CHECK(at("Financiën - Fiscaliteit en Belastingdienst", now) == "Fin");
    CHECK(at("Defensie", now) == "Def");
    CHECK(at("Muziek en Dans", now) == "-");
    CHECK(at("", now) == "-");
}

TEST_CASE("offices: portfolios and ministries that changed their name") {
    CHECK(at("Rechtsbescherming", {2023, 5, 1}) == "JenV");
    CHECK(at("Klimaat en Energie", {2023, 5, 1}) == "EZK");
    CHECK(at("Volkshuisvesting en Ruimtelijke Ordening", {2023, 5, 1}) == "BZK");
    CHECK(at("Volkshuisvesting en Ruimtelijke Ordening", {2024, 11, 1}) == "VRO");
    CHECK(at("Asiel en Migratie", {2024, 11, 1}) == "AenM");
    CHECK(at("Infrastructuur en Milieu", {2014, 5, 1}) == "IenM");
    CHECK(at("Buitenlandse Handel en Ontwikkelingshulp", {2024, 11, 1}) == "BZ");
    // Yesterday's name in today's document is today's ministry.
    CHECK(at("Landbouw, Natuur en Voedselkwaliteit", {2024, 11, 1}) == "LVVN");
    const annotate::Vocabulary& vocabulary = test::vocabulary();
    CHECK(vocabulary.ministries[*vocabulary.in_charge("KGG", {2020, 1, 1})].abbr == "EZK");
    CHECK(vocabulary.ministries[*vocabulary.in_charge("KGG", {2025, 1, 1})].abbr == "KGG");
    CHECK(vocabulary.ministries[*vocabulary.by_abbr("ez", {2026, 2, 12})].label_nl == "Economische Zaken");
    CHECK_FALSE(vocabulary.by_abbr("XYZ"));
}

TEST_CASE("offices: the titles of the cabinets since 2010, and slips in them") {
    const auto cases = test::read_cases(KAMERLOEP_CASES_DIR "/annotate/offices.txt");
    REQUIRE(cases.size() >= 50);
    for (const test::Case& one : cases) {
        const size_t bar = one.input.find(" | ");
        REQUIRE(bar != std::string::npos);
        const auto date = text::from_iso(one.input.substr(0, bar));
        REQUIRE(date);
        std::string found;
        for (const annotate::MinistryId id :
             annotate::ministries_in(test::vocabulary(), one.input.substr(bar + 3), *date))
            found += (found.empty() ? "" : " ") + test::vocabulary().ministries[id].abbr;
        INFO("line " << one.line << ": " << one.input);
        CHECK((found.empty() ? "-" : found) == one.expected);
    }
}
