// Invented documents in the shapes that real ones have (tests/cases/parse), the corpus when it is there, and any bytes.
// Files nobody would write are in tests/hostile.
#include <cstdio>
#include <filesystem>

#include "check_expectation.h"
#include "invariants.h"

namespace kl::test {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder, const std::string& extension) {
    std::vector<fs::path> found;
    if (!fs::exists(folder)) return found;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().extension() == extension) found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace

TEST_CASE("invented documents come out as expected") {
    for (const fs::path& path : files_in(KAMERLOEP_CASES_DIR "/parse", ".txt")) {
        const std::string name = path.filename().string();
        CAPTURE(name);
        fs::path expected = path;
        expected.replace_extension(".expected");
        const parse::Document document = parsed(file(path.string()), name);
        check_expectation(document, file(expected.string()));
        CHECK(broken_promises(document) == 0);
    }
}

TEST_CASE("every file of the corpus keeps the promises of document.h") {
    size_t count = 0;
    for (const fs::path& path : files_in(KAMERLOEP_CORPUS_DIR, ".txt")) {
        const std::string name = path.filename().string();
        CAPTURE(name);
        const std::string bytes = file(path.string());
        const parse::Document once = parsed(bytes);
        const parse::Document again = parsed(bytes);
        CHECK(broken_promises(once) == 0);
        CHECK(once.text == again.text);
        CHECK(once.items.size() == again.items.size());
        CHECK(once.diagnostics.size() == again.diagnostics.size());
        ++count;
    }
    if (count == 0) MESSAGE("no corpus here: only the bundled and the invented documents were parsed");
}

TEST_CASE("a second answer to a question stays with what stands before it") {
    const parse::Document document = parsed(
        "Vraag 1\nIs dit zo?\n\nAntwoord\nJa.\n\nVraag 2\nEn dit?\n\nAntwoord 1\nNee.\n\nVraag 3\nWaarom?\n\nAntwoord "
        "3\n"
        "Daarom.\n");
    REQUIRE(document.items.size() == 3);
    REQUIRE(document.items[0].answer);
    CHECK(slice(document.text, *document.items[0].answer) == "Ja.");
    REQUIRE(document.items[1].answer);
    CHECK(slice(document.text, *document.items[1].answer) == "Nee.");
    CHECK(broken_promises(document) == 0);
}

TEST_CASE("any bytes parse") {
    uint32_t state = 12345;
    for (int round = 0; round < 300; ++round) {
        std::string bytes;
        constexpr const char* words[] = {"Vraag 1",
                                         "Antwoord",
                                         "\n",
                                         " ",
                                         "1",
                                         "?",
                                         "é",
                                         "\xFF",
                                         "-",
                                         ".",
                                         "’",
                                         "\f",
                                         "   ",
                                         "Antwoord op vraag 2:",
                                         "(",
                                         ")",
                                         "12 mei 2024",
                                         "Nr. 3",
                                         "lijst van vragen",
                                         "Mededeling",
                                         "2/3 ",
                                         "[1]",
                                         "ja",
                                         "Vragen van",
                                         " aan de Minister van "};
        for (int i = 0; i < 80; ++i) {
            state = state * 1664525U + 1013904223U;
            bytes += words[(state >> 16) % std::size(words)];
        }
        CHECK(broken_promises(parsed(bytes)) == 0);
    }
}

}  // namespace kl::test
