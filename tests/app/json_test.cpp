// The contracts other programs read: `parse --json`, CSV, Markdown, and the mirror's ViewModel.
#include <nlohmann/json.hpp>

#include "app/app.h"
#include "app/export.h"
#include "app/pipeline.h"
#include "cases.h"
#include "hand_made.h"
#include "search/corpus_file.h"

using namespace kl;
using namespace kl::app;
using Json = nlohmann::ordered_json;

namespace {

std::string fields(const Json& object) {
    std::string out;
    for (const auto& [key, value] : object.items()) out += (out.empty() ? "" : " ") + key;
    return out;
}

const Pipeline& pipeline() {
    static const Pipeline one;
    return one;
}

const search::CorpusDocument& seed_document() {
    static const auto document = pipeline().read(test::seed(), "kst-36696-4.txt")->front();
    return *document;
}

std::vector<search::ItemId> all_items(const search::Corpus& corpus) {
    std::vector<search::ItemId> items;
    for (search::ItemId id = 0; id < corpus.item_count(); ++id) items.push_back(id);
    return items;
}

}  // namespace

TEST_CASE("parse --json: fields, their order and types") {
    const std::string text = to_json(seed_document(), pipeline().vocabulary(), test::strings());
    const Json json = Json::parse(text, nullptr, false);
    REQUIRE(json.is_object());
    CHECK(fields(json) ==
          "id kind title date dossier number session_year committee addressees respondents submitters items references "
          "diagnostics chair clerk footnotes text");
    CHECK(json["id"] == "kst-36696-4");
    CHECK(json["kind"] == "lijst");
    CHECK(json["date"] == "2026-02-12");
    CHECK(json["dossier"] == "36696");
    CHECK(json["number"] == "4");
    CHECK(json["session_year"] == "20252026");
    CHECK(fields(json["addressees"][0]) == "ministry text");
    CHECK(fields(json["respondents"][0]) == "ministry role text");
    CHECK(json["respondents"].size() == 3);
    CHECK(json["submitters"].is_array());
    REQUIRE(json["items"].size() == 11);
    const std::string whole = json["text"];
    for (const Json& item : json["items"]) {
        CHECK(fields(item) ==
              "id numbers number_stated question answer answer_of ministries themes concepts references footnotes "
              "question_span "
              "answer_span promises cross_links");
        CHECK(item["numbers"].is_array());
        CHECK(item["number_stated"].is_boolean());
        CHECK(item["question"].is_string());
        CHECK(item["answer"].is_string());
        CHECK(item["answer_of"].is_null());
        CHECK(fields(item["ministries"][0]) == "ministry stated basis");
        CHECK(fields(item["ministries"][0]["basis"][0]) == "text span");
        CHECK(fields(item["themes"][0]) == "label uri score basis");
        CHECK(item["themes"][0]["score"].is_number());
        for (const Json& one : item["concepts"]) CHECK(fields(one) == "id label span");
        for (const Json& one : item["references"]) CHECK(fields(one) == "id text url span");
        for (const Json& one : item["footnotes"]) {
            CHECK(fields(one) == "mark text span");
            CHECK((one["text"].is_string() || one["text"].is_null()));
        }
        // Spans are byte offsets into "text".
        const auto begin = item["question_span"][0].get<size_t>(), end = item["question_span"][1].get<size_t>();
        REQUIRE(end <= whole.size());
        CHECK(whole.substr(begin, 20) == item["question"].get<std::string>().substr(0, 20));
        for (const Json& one : item["ministries"][0]["basis"]) {
            const auto from = one["span"][0].get<size_t>(), to = one["span"][1].get<size_t>();
            CHECK(whole.substr(from, to - from) == one["text"]);
        }
    }
    CHECK(fields(json["references"][0]) == "id text");
    for (const Json& one : json["diagnostics"]) {
        CHECK(fields(one) == "code message span source");
        const std::string message = one["message"];
        CHECK_MESSAGE(message.find("diagnostic.") == std::string::npos, message);
    }
    // One line, and the same.
    const std::string line = to_json(seed_document(), pipeline().vocabulary(), test::strings(), -1);
    CHECK(line.find('\n') == std::string::npos);
    CHECK(Json::parse(line) == json);
}

TEST_CASE("parse --json: what is missing is null") {
    const auto& other = *test::hand_made_corpus()->documents()[1];
    const Json json = Json::parse(to_json(other, test::small_vocabulary(), test::strings()), nullptr, false);
    CHECK(json["items"][1]["answer"].is_null());
    CHECK(json["items"][1]["answer_span"].is_null());
    CHECK(json["title"] == "");
    const auto& list = *test::hand_made_corpus()->documents()[0];
    const Json first = Json::parse(to_json(list, test::small_vocabulary(), test::strings()), nullptr, false);
    CHECK(first["items"][0]["footnotes"][0]["text"].is_null());
    CHECK(first["items"][0]["answer"] ==
          "De grondstoffen komen uit China. Zie de Chips Act. Uw Kamer wordt voor de zomer geïnformeerd.");
    CHECK(first["items"][0]["promises"][0]["due_text"] == "voor de zomer");
    CHECK(first["items"][1]["cross_links"][0]["item"] == "kst-11111-1/1");
}

TEST_CASE("parse --json: what the reader of the file said is said once") {
    const auto document = pipeline().read("Vraag 1\nHoeveel co\xEBrdinatie?\n\nAntwoord 1\nVeel.\n", "oud.txt");
    REQUIRE(document);
    const std::string json = to_json(*document->front(), pipeline().vocabulary(), test::strings());
    const size_t first = json.find("windows_1252");
    REQUIRE(first != std::string::npos);
    CHECK(json.find("windows_1252", first + 1) == std::string::npos);
}

TEST_CASE("csv: RFC 4180") {
    const auto corpus = test::hand_made_corpus();
    const std::string csv = to_csv(*corpus, all_items(*corpus));
    const auto lines = test::split(csv, "\r\n");
    REQUIRE(lines.size() == 6);  // head, four items, the end of the last line
    CHECK(lines[0] ==
          "id,document,title,date,kind,numbers,question,answer,answer_of,ministries,ministries_inferred,themes,"
          "keywords,references,url");
    CHECK(lines[1].starts_with(
        "kst-11111-1/1,kst-11111-1,,2025-03-04,lijst,1,Waar komen grondstoffen voor wapens vandaan?,"));
    CHECK(lines[1].find(",BZ; EZ,Def,handel,") != std::string::npos);
    CHECK(lines[5].empty());
}

TEST_CASE("csv: commas, quotes and line ends stand in quotes") {
    const auto corpus = search::Corpus::build(
        {*pipeline().read(
            "Vraag 1\nZegt u \"ja\", of nee?\n\nAntwoord 1\nEerste alinea, met komma.\n\nTweede \"alinea\".\n",
            "a.txt")},
        pipeline().vocabulary());
    REQUIRE(corpus->item_count() == 1);
    const std::string csv = to_csv(*corpus, {0});
    CHECK(csv.find("\"Zegt u \"\"ja\"\", of nee?\"") != std::string::npos);
    CHECK(csv.find("\"Eerste alinea, met komma.\n\nTweede \"\"alinea\"\".\"") != std::string::npos);
}

TEST_CASE("markdown: a heading a question, its citation, and signs that stand as themselves") {
    const auto corpus = test::hand_made_corpus();
    const std::string md = to_markdown(*corpus, all_items(*corpus), test::strings());
    CHECK(md.starts_with("# Kamerstuk 11 111, nr. 1\n\nGezamenlijk beantwoord door"));
    CHECK(md.find("## Vraag 1\n\n**Waar komen grondstoffen voor wapens vandaan?**\n\n") != std::string::npos);
    CHECK(md.find("- Kamerstukken II 2024/25, 11 111, nr. 1, vraag 2\n") != std::string::npos);
    CHECK(md.find("(geen antwoord in dit document)") != std::string::npos);
    CHECK(md.find("\n# Aanhangsel 2023/24, nr. 7\n") != std::string::npos);
}

TEST_CASE("search as JSON: exact total, limited items") {
    const auto corpus = test::hand_made_corpus();
    const auto results = search::search(*corpus, search::parse_query("china", false), {});
    const Json json = Json::parse(to_json(*corpus, results, 1, test::strings()), nullptr, false);
    CHECK(fields(json) == "query total items facets");
    CHECK(json["total"] == 2);
    CHECK(json["items"].size() == 1);
    CHECK(fields(json["items"][0]) ==
          "id document title date kind numbers question answer answer_of ministries ministries_inferred themes "
          "keywords references "
          "citation url score snippet why");
    CHECK(json["facets"]["ministerie"].size() > 0);
}

TEST_CASE("text: readable, with what was repaired") {
    const std::string text = to_text(seed_document(), pipeline().vocabulary(), test::strings());
    CHECK(text.starts_with("Kamerstuk 36 696, nr. 4\nLijst van vragen en antwoorden\n"));
    CHECK(text.find("\nVraag 11\n") != std::string::npos);
    CHECK(text.find("Vraagnummer 7 staat niet in de tekst") != std::string::npos);
    CHECK(to_text(seed_document(), pipeline().vocabulary(), test::strings(), Language::en).find("\nQuestion 11\n") !=
          std::string::npos);
}

TEST_CASE("mirror: the ViewModel as JSON, with positions as JavaScript counts them") {
    App app;
    REQUIRE(app.add_file(test::seed(), "kst-36696-4.txt"));
    app.commit();
    app.dispatch(action::OpenLink{"#q=risico&item=kst-36696-4/1"});
    const Json json = Json::parse(to_json(app.view_model()), nullptr, false);
    REQUIRE(json.is_object());
    CHECK(
        fields(json) ==
        "language view scheme pane query inferred loading filtered facets results reader source help documents notices "
        "status_left "
        "status_repairs status_right page_title announcement");
    CHECK(json["language"] == "nl");
    CHECK(json["source"].is_null());
    CHECK(json["facets"][0]["sections"][0]["facet"] == "ministerie");
    CHECK(json["results"]["order"] == "relevance");
    CHECK(json["reader"]["number"] == "1");
    // "risico’s": three bytes of ’ are one position.
    bool found = false;
    for (const Json& paragraph : json["reader"]["answer"]) {
        const std::string text = paragraph["text"];
        std::vector<size_t> units;  // the byte of each UTF-16 position (no character here needs two)
        for (size_t i = 0; i < text.size(); ++i) {
            if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) units.push_back(i);
        }
        units.push_back(text.size());
        CHECK(paragraph["runs"].back()["end"] == units.size() - 1);
        for (const Json& run : paragraph["runs"]) {
            const auto begin = run["begin"].get<size_t>(), end = run["end"].get<size_t>();
            if ((run["style"].get<int>() & highlight) == 0) continue;
            found = true;
            CHECK(text.substr(units[begin], units[end] - units[begin]).starts_with("risico"));
        }
    }
    CHECK(found);
    const Json words = Json::parse(strings_json(app.strings(), Language::en), nullptr, false);
    CHECK(words["button.copy_quote"] == "Copy quotation");
}

TEST_CASE("corpus file: what was saved is loaded") {
    const auto corpus =
        search::Corpus::build({*pipeline().read(test::seed(), "kst-36696-4.txt")}, pipeline().vocabulary());
    const std::string bytes = search::save(*corpus);
    CHECK(search::is_corpus_file(bytes));
    const auto back = search::load(bytes, "a.kamerloep", pipeline().annotator());
    REQUIRE(back);
    REQUIRE((*back)->documents().size() == 1);
    const auto& document = *(*back)->documents()[0];
    CHECK(to_json(document, pipeline().vocabulary(), test::strings()) ==
          to_json(seed_document(), pipeline().vocabulary(), test::strings()));
}

TEST_CASE("corpus file: foreign, newer and damaged files are refused with a sentence") {
    const auto corpus =
        search::Corpus::build({*pipeline().read(test::seed(), "kst-36696-4.txt")}, pipeline().vocabulary());
    const std::string good = search::save(*corpus);
    const auto code = [&](const std::string& bytes) {
        const auto loaded = search::load(bytes, "a.kamerloep", pipeline().annotator());
        if (loaded) return std::string("ok");
        CHECK(test::strings().error(Language::nl, loaded.error()).find("a.kamerloep") != std::string::npos);
        return loaded.error().code;
    };
    CHECK(code("") == "corpus_foreign");
    CHECK(code("Vraag 1") == "corpus_foreign");
    std::string newer = good;
    newer[8] = 9;
    CHECK(code(newer) == "corpus_newer");
    for (const size_t size : {size_t{8}, size_t{12}, size_t{23}, size_t{24}, size_t{40}, good.size() - 1}) {
        CHECK(code(good.substr(0, size)) == "corpus_damaged");
    }
    for (size_t at = 12; at < good.size(); at += 997) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        CHECK(code(bad) == "corpus_damaged");
    }
    CHECK(code(good + "x") == "corpus_damaged");
    // Right checksums over wrong sizes and counts: nothing is read beyond the end.
    const auto sealed = [&](const std::string& documents) {
        uint64_t hash = 14695981039346656037ULL;
        for (const char c : documents) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
        std::string bytes = good.substr(0, 12);
        for (int shift = 0; shift < 64; shift += 8) bytes += static_cast<char>((hash >> shift) & 0xFF);
        return bytes + documents;
    };
    CHECK(code(sealed(std::string(4, '\0'))) == "ok");
    CHECK(code(sealed("\xFF\xFF\xFF\xFF")) == "corpus_damaged");
    CHECK(code(sealed(std::string("\1\0\0\0\xFF\xFF\xFF\xFFx", 9))) == "corpus_damaged");
}
