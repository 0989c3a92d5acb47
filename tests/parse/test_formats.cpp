// The same invented document as text, DOCX, HTML, XML and JSON gives the same items.
#include "../read/formats.h"
#include "check_expectation.h"
#include "invariants.h"
#include "parse/parse.h"
#include "read/readers.h"
#include "read/source_text_json.h"

namespace kl::test {
namespace {

parse::Document document_of(const std::string& bytes, const std::string& name) {
    auto sources = read::read(bytes, name, read::all_readers());
    REQUIRE(sources);
    REQUIRE(sources->size() == 1);
    // As it goes from the readers' module to the page.
    auto same = read::source_text_from_json(read::to_json(sources->front()));
    REQUIRE(same);
    return parse::parse(std::move(*same));
}

// Columns of a table stand apart by blanks in a text and by tabs elsewhere.
std::string plain(std::string text) {
    std::string out;
    for (const char c : text) {
        const bool blank = c == ' ' || c == '\t';
        if (blank && !out.empty() && out.back() == ' ') continue;
        out += blank ? ' ' : c;
    }
    return out;
}

std::string summary(const parse::Document& document) {
    std::string out = document.id + " | " + std::string(parse::name(document.kind)) + " | " + document.title + " | " +
                      text::iso(document.date) + " | " + document.number + " | " + document.session_year + "\n";
    for (const auto& one : document.submitters) out += one.name + " (" + one.party + ") ";
    for (const auto& one : document.addressees) out += "| " + officials_line(one) + " ";
    for (const auto& one : document.respondents) out += "| " + officials_line(one) + " ";
    for (const parse::Item& item : document.items) {
        out += "\n#";
        for (const int n : item.numbers) out += std::to_string(n) + " ";
        out += item.number_stated ? "stated" : "restored";
        out += "\nQ " + plain(parse::running_text(document, item.question));
        if (item.answer) out += "\nA " + plain(parse::running_text(document, *item.answer));
        if (item.answer_of) out += "\nof " + std::to_string(*item.answer_of);
        out += "\nnotes " + marks_of(document, item);
        for (const uint32_t note : item.footnotes) {
            if (const auto& text = document.footnotes[note].text) out += " " + std::string(slice(document.text, *text));
        }
    }
    return out;
}

}  // namespace

TEST_CASE("one document in every format gives the same items") {
    const parse::Document text = document_of(case_file("molens.txt"), "molens.txt");
    REQUIRE(text.items.size() == 4);
    const std::string expected = summary(text);
    for (const std::string name : {"molens.html", "molens.xml", "molens.json", "molens.docx"}) {
        CAPTURE(name);
        const bool docx = name == "molens.docx";
        const parse::Document document = document_of(docx ? docx_of(name) : case_file(name), name);
        CHECK(summary(document) == expected);
        CHECK(broken_promises(document) == 0);
        CHECK(document.diagnostics.empty());
    }
}

TEST_CASE("a list of questions in a table: columns say what is what") {
    const std::string head =
        "<p>36 999</p><p>Wijziging van de Molenwet</p><p>Nr. 7</p><p>LIJST VAN VRAGEN EN ANTWOORDEN</p>"
        "<p>Vastgesteld 12 februari 2026</p>";
    for (const std::string table :
         {"<tr><th>Nr<th>Vraag<th>Antwoord<tr><td>1<td>Hoeveel?<td>Twaalf.<tr><td>2<td>Waarom? En hoe?<td>Daarom.",
          "<tr><td>1<td>Hoeveel?<td>Twaalf.<tr><td>2<td>Waarom? En hoe?<td>Daarom.",
          "<tr><td>1<td><p>Hoeveel?</p><p>Twaalf.</p><tr><td>2<td><p>Waarom? En hoe?</p><p>Daarom.</p>",
          "<tr><td>1<td>Hoeveel?<tr><td><td>Twaalf.<tr><td>2<td>Waarom? En hoe?<tr><td><td>Daarom.",
          "<tr><td>Vraag 1<td>Hoeveel?<tr><td>Antwoord<td>Twaalf.<tr><td>Vraag 2<td>Waarom? En "
          "hoe?<tr><td>Antwoord<td>Daarom."}) {
        CAPTURE(table);
        const auto document = document_of("<html><body>" + head + "<table>" + table + "</table>", "x");
        CHECK(document.id == "kst-36999-7");
        CHECK(document.title == "Wijziging van de Molenwet");
        REQUIRE(document.items.size() == 2);
        for (size_t i = 0; i < 2; ++i) {
            const parse::Item& item = document.items[i];
            CHECK(item.numbers == std::vector<int>{static_cast<int>(i) + 1});
            CHECK(item.number_stated);
            CHECK(slice(document.text, item.question) == (i == 0 ? "Hoeveel?" : "Waarom? En hoe?"));
            REQUIRE(item.answer);
            CHECK(slice(document.text, *item.answer) == (i == 0 ? "Twaalf." : "Daarom."));
        }
        CHECK(broken_promises(document) == 0);
    }
}

TEST_CASE("a list of questions without roles: headings, lone numbers, items of a list") {
    const auto of = [](const std::string& inside) {
        return document_of("<kamerstuk><stuk><titel>LIJST VAN VRAGEN EN ANTWOORDEN</titel><vrije-tekst><tekst>" +
                               inside + "</tekst></vrije-tekst></stuk></kamerstuk>",
                           "x");
    };
    const auto al = [](const std::string& words) { return "<al>" + words + "</al>"; };
    const auto head = [](const std::string& words) { return "<tussenkop>" + words + "</tussenkop>"; };
    const std::string asked[] = {al("Hoeveel?"), al("Waarom? En hoe?")}, told[] = {al("Twaalf."), al("Daarom.")};
    for (const std::string& inside : {al("1") + asked[0] + told[0] + al("2") + asked[1] + told[1],
                                      head("1.") + asked[0] + told[0] + head("2.") + asked[1] + told[1],
                                      head("Vraag 1") + asked[0] + head("Antwoord") + told[0] + head("Artikel 2") +
                                          head("Vraag 2") + asked[1] + head("Antwoord") + told[1],
                                      "<lijst type=\"expliciet\"><li><li.nr>1.</li.nr>" + asked[0] + told[0] +
                                          "</li><li><li.nr>2.</li.nr>" + asked[1] + told[1] + "</li></lijst>"}) {
        CAPTURE(inside);
        const auto document = of(inside);
        REQUIRE(document.items.size() == 2);
        for (size_t i = 0; i < 2; ++i) {
            const parse::Item& item = document.items[i];
            CHECK(item.numbers == std::vector<int>{static_cast<int>(i) + 1});
            CHECK(slice(document.text, item.question) == (i == 0 ? "Hoeveel?" : "Waarom? En hoe?"));
            REQUIRE(item.answer);
            CHECK(slice(document.text, *item.answer) == (i == 0 ? "Twaalf." : "Daarom."));
        }
        CHECK(broken_promises(document) == 0);
    }
}

TEST_CASE("items that the page saved are read back by document") {
    const auto sources = read::read(
        R"([{"id": "kst-1-2/5", "document": "kst-12345-2", "kind": "lijst", "title": "Molens", "date": "2026-02-12",
        "numbers": [5], "question": "Hoeveel?", "answer": "Twaalf.", "answer_of": null},
        {"document": "kst-12345-2", "kind": "lijst", "numbers": [17, 18], "question": "Waarom?\n\nEn hoe?", "answer": null},
        {"document": "ah-tk-20242025-9", "kind": "aanhangsel", "numbers": [1], "question": "Zo?", "answer": "Ja."}])",
        "x", read::all_readers());
    REQUIRE(sources);
    REQUIRE(sources->size() == 2);
    const parse::Document list = parse::parse(sources->front());
    CHECK(list.id == "kst-12345-2");
    CHECK(list.kind == parse::Kind::lijst);
    CHECK(list.title == "Molens");
    REQUIRE(list.items.size() == 2);
    CHECK(list.items[0].numbers == std::vector<int>{5});
    CHECK(list.items[1].numbers == std::vector<int>{17, 18});
    CHECK(slice(list.text, list.items[1].question) == "Waarom?\n\nEn hoe?");
    REQUIRE(list.items[0].answer);
    CHECK(slice(list.text, *list.items[0].answer) == "Twaalf.");
    CHECK(!list.items[1].answer);
    CHECK(broken_promises(list) == 0);
}

TEST_CASE("what stands after the answers, or instead of them, is no answer") {
    const auto late = document_of(
        "<kamervragen><kamervraagnummer>12</kamervraagnummer><vraag><nr>Vraag 1</nr><al>Is dit zo?</al></vraag>"
        "<kamervraagopmerking><al>Mededeling</al><al>Het antwoord komt later.</al></kamervraagopmerking></kamervragen>",
        "x");
    CHECK(late.kind == parse::Kind::mededeling);
    REQUIRE(late.items.size() == 1);
    CHECK(!late.items[0].answer);
    CHECK(!late.tail_paragraphs.empty());

    const auto unnumbered = document_of(
        "<kamervragen><vraag><al>Is dit zo?</al></vraag><antwoord><al>Ja.</al></antwoord><vraag><al>En "
        "dit?</al></vraag></kamervragen>",
        "x");
    REQUIRE(unnumbered.items.size() == 2);
    CHECK(!unnumbered.items[1].number_stated);
    CHECK(unnumbered.items[0].answer);
    CHECK(!unnumbered.items[1].answer);

    const auto several = document_of(
        "<kamervragen><vraag><nr>1 t/m 3</nr><al>Hoe? Wat? Waar?</al></vraag><antwoord><nr>1 t/m "
        "3</nr><al>Zo.</al></antwoord></kamervragen>",
        "x");
    REQUIRE(several.items.size() == 1);
    CHECK(several.items[0].numbers == std::vector<int>{1, 2, 3});
}

}  // namespace kl::test
