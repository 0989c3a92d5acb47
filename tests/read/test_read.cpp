#include <doctest.h>

#include <fstream>
#include <sstream>

#include "../text/table.h"
#include "read/furniture.h"
#include "read/manifest.h"
#include "read/read.h"
#include "read/running_title.h"
#include "read/source_text_json.h"
#include "text/utf8.h"

namespace kl::test {
namespace {

std::string line_of(const read::SourceText& source, size_t i) {
    return std::string(slice(source.text, source.lines[i].span));
}

std::string error_of(std::string_view bytes) {
    const auto result = read::read(bytes, "x");
    return result ? "" : result.error().code + (result.error().args.size() > 1 ? " " + result.error().args[1] : "");
}

}  // namespace

TEST_CASE("page furniture is recognised by its form") {
    for (const auto& row : table(KAMERLOEP_CASES_DIR "/read/furniture.tsv")) {
        INFO(row[0]);
        constexpr const char* names[] = {"none", "header", "publication_id", "footer"};
        CHECK(names[static_cast<size_t>(read::furniture_form(row[0]))] == row[1]);
    }
}

TEST_CASE("the format is seen from the bytes") {
    CHECK(error_of("") == "empty_file");
    CHECK(error_of(" \n\t\r\n ") == "empty_file");
    CHECK(error_of("\xC2\xA0\n") == "empty_file");
    CHECK(error_of(std::string("GIF89a\0\1\2\3", 10)) == "binary_file");
    CHECK(error_of("%PDF-1.7\n%\xE2\xE3") == "unsupported_format PDF");
    CHECK(error_of(std::string("PK\x03\x04\x14\0", 6)) == "unsupported_format DOCX");
    CHECK(error_of("<!DOCTYPE html><html></html>") == "unsupported_format HTML");
    CHECK(error_of("<?xml version=\"1.0\"?><a/>") == "unsupported_format XML");
    CHECK(error_of("\xEF\xBB\xBF<officiele-publicatie>") == "unsupported_format XML");
    CHECK(error_of("{\"items\": []}") == "unsupported_format JSON");
    CHECK(error_of("[{\"id\": 1}]") == "unsupported_format JSON");
    CHECK(error_of("<!-- a page\n-->\n<!DOCTYPE html><html>") == "unsupported_format HTML");
    CHECK(error_of("{\\rtf1\\ansi Vraag 1}") == "unsupported_format RTF");
    CHECK(error_of(std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16)) == "binary_file");
    CHECK(error_of(std::string("\x7F"
                               "ELF\2\1\1\0",
                               8)) == "binary_file");
    CHECK(error_of(std::string("Vraag 1\n\0Waarom?", 16)) == "binary_file");
    CHECK(error_of(std::string("V\0r\0a\0a\0g\0", 10)) == "binary_file");  // UTF-16 that does not say so
    CHECK(error_of("<!-- no end") == "");
    CHECK(error_of("[1] Dagblad, 3 mei 2024") == "");
    CHECK(error_of("Vraag 1\nWaarom?") == "");
}

TEST_CASE("other encodings become UTF-8, and Windows-1252 is told") {
    const auto old = read::read("Financi\xEBle \x93zaken\x94", "x");
    REQUIRE(old);
    CHECK(old->front().text == "Financiële “zaken”");
    REQUIRE(old->front().diagnostics.size() == 1);
    CHECK(old->front().diagnostics[0].code == "windows_1252");
    const auto wide = read::read(std::string("\xFF\xFEj\0a\0", 6), "x");
    REQUIRE(wide);
    CHECK(wide->front().text == "ja");
    CHECK(wide->front().diagnostics.empty());
}

TEST_CASE("UTF-16 is looked at as text, like everything else") {
    const auto wide = [](std::string_view ascii) {
        std::string bytes = "\xFE\xFF";
        for (const char c : ascii) bytes += {'\0', c};
        return bytes;
    };
    CHECK(error_of(wide("<!DOCTYPE html><html>")) == "unsupported_format HTML");
    CHECK(error_of(wide(" \n ")) == "empty_file");
    CHECK(error_of(wide(std::string_view("a\0b", 3))) == "binary_file");
    CHECK(error_of(wide("Vraag 1")) == "");
    CHECK(error_of(wide("Vraag 1") + "x") == "");  // half a character at the end
    CHECK(error_of("\xFF\xFE") == "empty_file");
}

TEST_CASE("invalid UTF-8 in the middle: the rest is read") {
    const auto s = read::read("Vraag 1\nWaarom \xC3\x28 \xF0\x90 \xFF?\n", "x");
    REQUIRE(s);
    CHECK(s->front().lines.size() == 2);
    CHECK(text::is_valid(s->front().text));
    REQUIRE(s->front().diagnostics.size() == 1);
    CHECK(s->front().diagnostics[0].code == "windows_1252");
}

TEST_CASE("a file larger than any document is refused") {
    CHECK(error_of(std::string(read::most_bytes + 1, 'a')) == "too_large 256");
}

TEST_CASE("lines, indents, blank lines and pages") {
    const auto s =
        read::read("Een regel\r\n   ingesprongen\n\n\n\n\nnieuwe bladzijde die\n verder gaat\nslot\f\nderde", "x");
    REQUIRE(s);
    REQUIRE(s->front().lines.size() == 6);
    CHECK(line_of(s->front(), 1) == "ingesprongen");
    CHECK(s->front().lines[1].indent == 3);
    CHECK(s->front().lines[2].blanks_before == 4);
    CHECK(s->front().lines[2].page_start);
    CHECK(s->front().lines[3].page_start);  // one blank before a line that goes on with the sentence
    CHECK(!s->front().lines[4].page_start);
    CHECK(s->front().lines[5].page_start);
    CHECK(s->front().lines[5].page == 3);
}

TEST_CASE("after a page footer a page begins") {
    const auto s = read::read("tekst\nTweede Kamer, vergaderjaar 2023–2024, Aanhangsel    1\nverder", "x");
    REQUIRE(s);
    CHECK(s->front().lines[1].furniture);
    CHECK(s->front().lines[2].page_start);
}

TEST_CASE("a text without line ends is cut around its running titles") {
    std::string text = "Geachte voorzitter, hierbij de antwoorden.";
    const std::string title = "Antwoorden Instituut op vragen over het rapport Bruggen (2030, nr. 7)";
    const std::string before[] = {"Zij bouwden", "Het advies bevat", "Alle gemeenten kregen", "Wij vonden nergens",
                                  "De minister wil"};
    const std::string after[] = {"een brug over", "geen raming van", "vorig jaar bericht dat", "bewijs hiervoor en",
                                 "zelf besluiten of"};
    for (int page = 2; page <= 6; ++page) {
        const auto i = static_cast<size_t>(page - 2);
        text += " " + before[i] + " " + title + " " + after[i] + " " + std::to_string(page) + "/6 het water. ";
        for (int n = 0; n < 60; ++n) text += "Woord" + std::to_string(n * page * 7919 + page) + " ";
    }
    const auto found = read::page_furniture_within(text);
    size_t titles = 0;
    size_t counters = 0;
    for (const Span span : found) {
        if (slice(text, span) == title) ++titles;
        if (slice(text, span).size() == 3) ++counters;
    }
    CHECK(titles == 5);
    CHECK(counters == 5);
}

TEST_CASE("a manifest keeps its good entries") {
    const auto m = read::read_manifest(
        R"({"documents": [{"path": "a.txt", "source": "https://x"}, {}, 7, {"path": "../b"}, {"path": "c.txt"}]})");
    REQUIRE(m);
    CHECK(m->documents.size() == 2);
    CHECK(m->documents[0].source == "https://x");
    REQUIRE(m->diagnostics.size() == 3);
    CHECK(m->diagnostics[0].args[0] == "2");
    CHECK(read::read_manifest("{").error().code == "manifest_invalid");
    CHECK(read::read_manifest("[]").error().code == "manifest_invalid");
    CHECK(read::read_manifest(R"({"documents": 3})").error().code == "manifest_invalid");
}

TEST_CASE("the bundled manifest names the bundled document") {
    std::ifstream in(KAMERLOEP_ASSETS_DIR "/documents/manifest.json");
    std::stringstream all;
    all << in.rdbuf();
    const auto m = read::read_manifest(all.str());
    REQUIRE(m);
    CHECK(m->diagnostics.empty());
    for (const auto& entry : m->documents) CHECK(std::ifstream(KAMERLOEP_ASSETS_DIR "/documents/" + entry.path).good());
}

TEST_CASE("a SourceText survives its JSON, and a broken one is refused") {
    auto source = read::read("Kop \xC3\xA9\n\n  ingesprongen\n\fnieuw", "naam.txt")->front();
    source.format = read::Format::xml;
    source.lines[1].role = read::Role::answer;
    source.stated = {{"id", "kst-1-2"}, {"submitter", "Jansen (ABC)"}};
    source.diagnostics = {{"note_lifted", Severity::repair, {}, {1, 3}, {"4"}}};
    const std::string json = read::to_json(source);
    const auto back = read::source_text_from_json(json);
    REQUIRE(back);
    CHECK(read::to_json(*back) == json);
    CHECK(back->lines[2].page_start == source.lines[2].page_start);
    CHECK(back->lines[1].role == read::Role::answer);
    for (const char* wrong :
         {"", "[]", "{}", R"({"name":"x","format":"y","text":"z"})",
          R"({"name":"x","format":"xml","text":"z","lines":[[0,2,0,0,0,0,0]],"stated":[],"diagnostics":[]})",
          R"({"name":"x","format":"xml","text":"z","lines":[[0,1,0,0,0,0,99]],"stated":[],"diagnostics":[]})",
          R"({"name":"x","format":"xml","text":"z","lines":[[0,1]],"stated":[],"diagnostics":[]})"}) {
        INFO(wrong);
        CHECK_FALSE(read::source_text_from_json(wrong));
    }
}

}  // namespace kl::test
