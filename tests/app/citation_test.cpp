#include "app/citation.h"

#include "cases.h"
#include "hand_made.h"

using namespace kl;
using namespace kl::app;

namespace {

Language language_of(const std::string& name) { return name == "en" ? Language::en : Language::nl; }

parse::Kind kind_of(const std::string& name) {
    for (int k = 0; k < 6; ++k) {
        if (parse::name(static_cast<parse::Kind>(k)) == name) return static_cast<parse::Kind>(k);
    }
    FAIL(name);
    return parse::Kind::onbekend;
}

}  // namespace

TEST_CASE("citation: cases") {
    for (auto row : test::cases("citations.tsv")) {
        row.resize(12);
        CAPTURE(row[9]);
        parse::Document document;
        document.kind = kind_of(row[0]);
        document.id_stated = row[1] != "-";
        document.id = document.id_stated ? row[1] : "doc-1";
        document.dossier = row[2];
        document.number = row[3];
        document.session_year = row[4];
        if (const auto date = text::from_iso(row[5])) document.date = *date;
        document.title = row[6];
        document.source.name = "brief.txt";
        parse::Item item;
        if (!row[7].empty()) {
            for (const auto& n : test::split(row[7], ",")) item.numbers.push_back(std::stoi(n));
        }
        const Language language = language_of(row[8]);
        CHECK(citation(document, &item, test::strings(), language) == row[9]);
        CHECK(short_name(document, test::strings(), language) == row[10]);
        CHECK(public_address(document) == row[11]);
    }
}

TEST_CASE("citation: references as a reader knows them") {
    for (const auto& row : test::cases("reference_labels.tsv")) {
        REQUIRE(row.size() == 3);
        CHECK(reference_label(row[0], test::strings(), Language::nl) == row[1]);
        CHECK(reference_label(row[0], test::strings(), Language::en) == row[2]);
    }
}

TEST_CASE("citation: who answered") {
    for (const auto& row : test::cases("officials.tsv")) {
        REQUIRE(row.size() == 3);
        parse::Document document;
        for (const auto& one : test::split(row[0], ";")) {
            auto parts = test::split(one, "/");
            parts.resize(3);
            document.respondents.push_back({parts[0], parts[1], parts[2], {}});
        }
        CHECK(answered_by(document, test::strings(), Language::nl, &test::small_vocabulary()) == row[1]);
        CHECK(answered_by(document, test::strings(), Language::en, &test::small_vocabulary()) == row[2]);
    }
    parse::Document court;
    court.kind = parse::Kind::rekenkamer;
    CHECK(answered_by(court, test::strings(), Language::nl) == "Beantwoord door de Algemene Rekenkamer");
    CHECK(answered_by(parse::Document{}, test::strings(), Language::nl).empty());
}

TEST_CASE("citation: a quotation is the answer, its citation, who gave it and where it was published") {
    const auto corpus = test::hand_made_corpus();
    const auto& document = corpus->documents()[0]->document;
    CHECK(quotation(document, document.items[0], test::strings(), Language::nl) ==
          "«De grondstoffen komen uit China. Zie de Chips Act. Uw Kamer wordt voor de zomer geïnformeerd.» "
          "(Kamerstukken II 2024/25, 11 111, nr. 1, vraag 1)\n"
          "Gezamenlijk beantwoord door de ministers van Buitenlandse Zaken en van Economische Zaken.\n"
          "https://zoek.officielebekendmakingen.nl/kst-11111-1.html");
    const auto& other = corpus->documents()[1]->document;
    CHECK(quotation(other, other.items[1], test::strings(), Language::nl) ==
          "«En theaters?» (Aanhangsel Handelingen II 2023/24, nr. 7, vraag 2)\n"
          "https://zoek.officielebekendmakingen.nl/ah-tk-20232024-7.html");
}
