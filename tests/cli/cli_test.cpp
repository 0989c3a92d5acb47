// The command line as a user runs it: what it prints where, and its exit code (0 ok, 1 nothing found or usable, 2 wrong
// usage, 3 unreadable file).
#include <doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

namespace {

const std::string seed = std::string(KAMERLOEP_ASSETS_DIR) + "/documents/kst-36696-4.txt";

// A folder of this test run, removed at its end.
const fs::path& folder() {
    static const struct Folder {
        fs::path path = fs::temp_directory_path() /
                        ("kamerloep-cli-" + std::to_string(std::rand()) + "-" + std::to_string(getpid()));
        Folder() { fs::create_directories(path); }
        ~Folder() {
            std::error_code error;
            fs::remove_all(path, error);
        }
    } one;
    return one.path;
}

std::string slurp(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string write(const std::string& name, const std::string& bytes) {
    const fs::path path = folder() / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
}

struct Ran {
    int exit = -1;
    std::string out, err;
};

std::string quoted(const std::string& text) { return "'" + text + "'"; }

Ran run(const std::string& arguments, const std::string& before = "LC_ALL=nl_NL.UTF-8") {
    const fs::path out = folder() / "out", err = folder() / "err";
    const std::string command = before + " " + quoted(KAMERLOEP_CLI) + " " + arguments + " >" + quoted(out.string()) +
                                " 2>" + quoted(err.string());
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, slurp(out), slurp(err)};
}

bool one_line(const std::string& text) { return !text.empty() && text.find('\n') == text.size() - 1; }

}  // namespace

TEST_CASE("cli: help and version, in both languages") {
    CHECK(run("--version").out.starts_with("kamerloep "));
    CHECK(run("--version").exit == 0);
    const Ran help = run("--help");
    CHECK(help.exit == 0);
    CHECK(help.err.empty());
    for (const char* word : {"parse", "index", "search", "export", "Gebruik"})
        CHECK(help.out.find(word) != std::string::npos);
    CHECK(run("--help", "LC_ALL=en_GB.UTF-8").out.find("Usage") != std::string::npos);
    CHECK(run("--lang en --help").out.find("Usage") != std::string::npos);
    CHECK(run("--help", "LC_ALL= LC_MESSAGES= LANG=de_DE.UTF-8").out.find("Gebruik") != std::string::npos);
    for (const char* command : {"parse", "index", "search", "export"}) {
        const Ran sub = run(std::string(command) + " --help");
        CHECK(sub.exit == 0);
        CHECK(sub.out.find(std::string("Gebruik: kamerloep ") + command) != std::string::npos);
    }
}

TEST_CASE("cli: wrong usage is exit 2 and one line") {
    for (const char* arguments : {"", "dance", "parse", "search", "index a", "export x", "export x --format pdf",
                                  "parse --dance x", "parse --json --text x", "search a b --limit many",
                                  "search a b --limit -2", "search a b --order backwards", "--lang fr parse x"}) {
        CAPTURE(arguments);
        const Ran ran = run(arguments);
        CHECK(ran.exit == 2);
        CHECK(ran.out.empty());
        CHECK_MESSAGE(one_line(ran.err), ran.err);
        CHECK(ran.err.starts_with("kamerloep: "));
        CHECK(ran.err.find("{") == std::string::npos);
    }
    CHECK(run("parse --dance x").err.find("--dance") != std::string::npos);
}

TEST_CASE("cli: parse") {
    const Ran one = run("parse " + quoted(seed));
    CHECK(one.exit == 0);
    CHECK(one.err.empty());
    const Json json = Json::parse(one.out, nullptr, false);
    REQUIRE(json.is_object());
    CHECK(json["id"] == "kst-36696-4");
    CHECK(json["items"].size() == 11);
    CHECK(run("parse --json " + quoted(seed)).out == one.out);

    const Ran two = run("parse " + quoted(seed) + " " + quoted(seed) + " --json");
    CHECK(Json::parse(two.out, nullptr, false).size() == 2);

    const Ran text = run("parse --text " + quoted(seed));
    CHECK(text.out.starts_with("Kamerstuk 36 696, nr. 4\n"));
    CHECK(run("parse --text --lang en " + quoted(seed)).out.find("Question 1\n") != std::string::npos);

    const Ran piped = run("parse - <" + quoted(seed));
    CHECK(piped.exit == 0);
    CHECK(Json::parse(piped.out, nullptr, false)["items"].size() == 11);
}

TEST_CASE("cli: unreadable files are exit 3, the others are still printed") {
    const std::string missing = (folder() / "is-er-niet.txt").string();
    const Ran ran = run("parse " + quoted(missing) + " " + quoted(seed));
    CHECK(ran.exit == 3);
    CHECK(one_line(ran.err));
    CHECK(ran.err.find(missing) != std::string::npos);
    const Json json = Json::parse(ran.out, nullptr, false);
    REQUIRE(json.is_array());
    CHECK(json.size() == 1);

    const std::string binary = write("programma", std::string("\x7F"
                                                              "ELF\0\0\0\1",
                                                              8));
    CHECK(run("parse " + quoted(binary)).exit == 3);
    CHECK(run("search " + quoted(missing) + " china").exit == 3);
    CHECK(run("index " + quoted(seed) + " -o " + quoted((folder() / "geen" / "map.kamerloep").string())).exit == 3);
}

TEST_CASE("cli: every unusable file is one sentence with its name, in both languages") {
    const std::vector<std::pair<std::string, int>> files{
        {write("leeg", ""), 1},
        {write("wit", " \n\t\n"), 1},
        {write("plaatje", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16)), 3},
        {write("nullen", std::string(100, '\0')), 3},
        {write("blad.pdf", "%PDF-1.7\n"), 3},
        {write("word.docx", std::string("PK\x03\x04\x14\0", 6)), 3},
        {write("word.rtf", "{\\rtf1 Vraag 1}"), 3},
        {write("pagina.html", "<!DOCTYPE html><html></html>"), 1},
        {write("bericht.xml", "<?xml version=\"1.0\"?><a/>"), 3},
        {write("lijst.json", "{\"documents\": []}"), 3},
        {write("brief", "Het regent vandaag.\n"), 1},
    };
    for (const auto& [file, exit] : files) {
        for (const char* language : {"nl", "en"}) {
            CAPTURE(file);
            const Ran ran = run("parse --lang " + std::string(language) + " " + quoted(file));
            CHECK(ran.exit == exit);
            CHECK_MESSAGE(one_line(ran.err), ran.err);
            CHECK(ran.err.find(file) != std::string::npos);
            CHECK(ran.err.find('{') == std::string::npos);
            CHECK(ran.err.find("error.") == std::string::npos);
        }
    }
}

TEST_CASE("cli: folders and patterns, on several cores, in order") {
    const std::string question = "Vraag 1\nWat kost document ";
    for (int i = 10; i < 60; ++i) {
        const std::string n = std::to_string(i);
        write("veel/" + n + ".txt", question + n + "?\n\nAntwoord 1\nVeel.\n");
    }
    write("veel/onder/60.txt", question + "60?\n\nAntwoord 1\nVeel.\n");
    write("veel/.verborgen.txt", question + "61?\n\nAntwoord 1\nVeel.\n");
    write("veel/plaatje.png", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16));
    write("veel/brief.txt", "Het regent vandaag.\n");
    const std::string veel = (folder() / "veel").string();
    std::string first;
    for (const char* jobs : {"1", "2", "7"}) {
        const Ran ran = run("parse --jobs " + std::string(jobs) + " " + quoted(veel));
        CHECK(ran.exit == 0);  // what a folder holds besides documents is no failure, but it is said
        CHECK(ran.err.find("plaatje.png") != std::string::npos);
        CHECK(ran.err.find("brief.txt") != std::string::npos);
        CHECK(ran.err.find('\r') == std::string::npos);  // progress is for terminals
        if (first.empty()) first = ran.out;
        CHECK(ran.out == first);
    }
    const Json all = Json::parse(first, nullptr, false);
    REQUIRE(all.size() == 51);
    CHECK(all[0]["items"][0]["question"] == "Wat kost document 10?");
    CHECK(all[50]["items"][0]["question"] == "Wat kost document 60?");

    const Json some = Json::parse(run("parse " + quoted(veel + "/1?.txt")).out, nullptr, false);
    CHECK(some.size() == 10);
    CHECK(run("parse " + quoted(veel + "/geen*.txt")).exit == 3);
    CHECK(run("parse --jobs=-1 " + quoted(seed)).exit == 2);
    CHECK(run("index " + quoted(veel) + " -o " + quoted(veel + ".kamerloep")).exit == 0);
    CHECK(Json::parse(run("search " + quoted(veel + ".kamerloep") + " kost --json").out, nullptr, false)["total"] ==
          51);
    CHECK(run("parse " + quoted(folder().string() + "/veel/onder")).out.starts_with("["));
}

TEST_CASE("cli: output that cannot be written is no success; a reader that stops is no error") {
    const std::string err = quoted((folder() / "err").string());
    const int full = std::system((quoted(KAMERLOEP_CLI) + " parse " + quoted(seed) + " >/dev/full 2>" + err).c_str());
    CHECK(WEXITSTATUS(full) == 3);
    CHECK(one_line(slurp(folder() / "err")));
    const std::string pipe =
        quoted(KAMERLOEP_CLI) + " parse " + quoted(seed) + " 2>" + err + " | head -c 10 >/dev/null";
    CHECK(std::system(pipe.c_str()) == 0);
    CHECK(slurp(folder() / "err").empty());
}

TEST_CASE("cli: nothing usable is exit 1") {
    const Ran empty = run("parse " + quoted(write("leeg.txt", "")));
    CHECK(empty.exit == 1);
    CHECK(one_line(empty.err));
    const Ran letter = run("parse " + quoted(write("brief.txt", "Geachte heer, het regent vandaag.\n")));
    CHECK(letter.exit == 1);
    CHECK(Json::parse(letter.out, nullptr, false)["kind"] ==
          "onbekend");  // what was understood is printed all the same
    CHECK(one_line(letter.err));
    CHECK(run("search " + quoted(seed) + " zebra").exit == 1);
    CHECK(run("export " + quoted(folder().string() + "/brief.txt") + " --format csv").exit == 1);
}

TEST_CASE("cli: search") {
    const Ran text = run("search " + quoted(seed) + " grondstof");
    CHECK(text.exit == 0);
    CHECK(text.out.starts_with("4 vragen\n"));
    const auto total = [&](const std::string& arguments) {
        const Json json = Json::parse(run("search " + quoted(seed) + " " + arguments + " --json").out, nullptr, false);
        return json.is_object() ? json["total"].get<int>() : -1;
    };
    CHECK(total("grondstof") == 4);
    CHECK(total("''") == 11);
    CHECK(total("") == 11);
    CHECK(total("grondstof --ministry BZ --theme handel") == 4);
    CHECK(total("grondstof --ministry Defensie") == 0);  // it answers nothing here
    CHECK(total("grondstof --also Defensie") == 1);
    CHECK(total("--ministry BZ --ministry EZ") == 11);
    CHECK(total("--ministry gezamenlijk") == 11);
    CHECK(total("--theme Handel grondstof") == 4);
    CHECK(total("--kind lijst --year 2026") == 11);
    CHECK(total("--year 1999") == 0);
    const Json limited = Json::parse(run("search " + quoted(seed) + " '' --limit 3 --json").out, nullptr, false);
    CHECK(limited["total"] == 11);
    CHECK(limited["items"].size() == 3);
    const Json ordered = Json::parse(run("search " + quoted(seed) + " '' --order document --json").out, nullptr, false);
    CHECK(ordered["items"][0]["id"] == "kst-36696-4/1");
}

TEST_CASE("cli: index, then search and export the corpus") {
    const std::string empty = (folder() / "niets").string();
    fs::create_directories(empty);
    CHECK(run("index " + quoted(empty) + " -o " + quoted((folder() / "x").string())).exit == 1);
    CHECK(run("search " + quoted(empty) + " china").exit == 1);
    write("map/a.txt", slurp(seed));
    write("map/sub/b.txt", "Vraag 1\nKomt er een museum in Assen?\n\nAntwoord 1\nJa, het museum komt er.\n");
    write("map/leesmij.txt", "Dit is geen document.\n");
    write("map/.verborgen.txt", "Vraag 1\nZiet u dit?\n\nAntwoord 1\nNee.\n");
    const std::string corpus = (folder() / "alles.kamerloep").string();
    const Ran indexed = run("index " + quoted((folder() / "map").string()) + " -o " + quoted(corpus));
    CHECK(indexed.exit == 0);
    CHECK(indexed.out == corpus + ": 2 documenten, 12 vragen\n");
    CHECK(run("search " + quoted(corpus) + " museum").out.starts_with("1 vraag\n"));
    CHECK(run("search " + quoted((folder() / "map").string()) + " museum").exit == 0);

    const Json json = Json::parse(run("export " + quoted(corpus) + " --format json").out, nullptr, false);
    REQUIRE(json.size() == 2);
    CHECK(json[0] == Json::parse(run("parse " + quoted(seed)).out, nullptr, false));
    const std::string csv = run("export " + quoted(corpus) + " --format csv").out;
    CHECK(csv.starts_with("id,document,"));
    CHECK(run("export " + quoted(corpus) + " --format md").out.find("## Vraag 11\n") != std::string::npos);

    std::string damaged = slurp(corpus);
    damaged[damaged.size() / 2] ^= 1;
    const Ran refused = run("search " + quoted(write("kapot.kamerloep", damaged)) + " museum");
    CHECK(refused.exit == 3);
    CHECK(one_line(refused.err));
    CHECK(run("index " + quoted((folder() / "map" / "leesmij.txt").string()) + " -o " + quoted(corpus)).exit == 1);
}
