// The bundled document, against what a reader wrote down.
#include "check_expectation.h"
#include "invariants.h"

namespace kl::test {

TEST_CASE("the bundled document comes out as it was read") {
    const std::string bytes = file(KAMERLOEP_ASSETS_DIR "/documents/kst-36696-4.txt");
    REQUIRE(!bytes.empty());
    const parse::Document document = parsed(bytes, "kst-36696-4.txt");
    check_expectation(document, file(KAMERLOEP_CASES_DIR "/parse/kst-36696-4.expected"));
    CHECK(broken_promises(document) == 0);
    CHECK(document.source.text == bytes);
}

TEST_CASE("repairs to the bundled document are told, with their place") {
    const parse::Document document = parsed(file(KAMERLOEP_ASSETS_DIR "/documents/kst-36696-4.txt"));
    size_t restored = 0;
    for (const Diagnostic& d : document.diagnostics) {
        if (d.code == "number_restored") ++restored;
        if (d.code == "mark_garbled" && d.args[1] == "5") CHECK(slice(document.source.text, d.source) == "?>");
        if (d.code == "dossier_inferred") CHECK(slice(document.source.text, d.source) == "36 696");
    }
    CHECK(restored == 8);
}

TEST_CASE("a span of the text leads back to the file") {
    const parse::Document document = parsed(file(KAMERLOEP_ASSETS_DIR "/documents/kst-36696-4.txt"));
    // Answer 5 runs over two page breaks and two notes.
    const parse::Item* item = item_with(document, 5);
    REQUIRE(item != nullptr);
    const std::string_view source = slice(document.source.text, parse::to_source(document, *item->answer));
    CHECK(source.starts_with("Het kabinet constateert"));
    CHECK(source.ends_with("verdienvermogen."));
    CHECK(source.find("5 JOIN (2024) 977") != std::string_view::npos);
    const size_t at = document.text.find("Anti-dwangarbeidverordening is op");
    REQUIRE(at != std::string::npos);
    const auto begin = static_cast<uint32_t>(at);
    CHECK(slice(document.source.text, parse::to_source(document, {begin, begin + 27})) ==
          "Anti-dwangarbeidverordening");
}

}  // namespace kl::test
