#include <doctest.h>

#include "table.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/stem.h"
#include "text/tokenize.h"
#include "text/utf8.h"

namespace kl::test {
namespace {
const std::string cases = KAMERLOEP_CASES_DIR "/text/";
}

TEST_CASE("folding makes spellings equal") {
    for (const auto& row : table(cases + "fold.tsv")) {
        CHECK(text::fold(row[0]) == row[1]);
        const text::Folded folded = text::fold_with_offsets(row[0]);
        CHECK(folded.text == row[1]);
        REQUIRE(folded.offset.size() == folded.text.size() + 1);
        for (size_t i = 1; i < folded.offset.size(); ++i) CHECK(folded.offset[i - 1] <= folded.offset[i]);
        CHECK(folded.offset.back() == row[0].size());
    }
}

TEST_CASE("tokens are words as a reader sees them") {
    for (const auto& row : table(cases + "tokenize.tsv")) {
        std::string joined;
        for (const Span span : text::tokenize(row[0])) {
            if (!joined.empty()) joined += '|';
            joined += slice(row[0], span);
        }
        CHECK(joined == row[1]);
    }
}

TEST_CASE("written dates") {
    for (const auto& row : table(cases + "dates.tsv")) {
        INFO(row[0]);
        const auto found = text::find_date(row[0]);
        CHECK((found ? text::iso(found->date) : "-") == row[1]);
    }
    CHECK(text::iso({}) == "");
    CHECK(text::from_iso("2026-02-12") == text::Date{2026, 2, 12});
    CHECK(text::from_iso("2026") == text::Date{2026, 0, 0});
    CHECK(!text::from_iso("2026-13-01"));
    CHECK(!text::from_iso("gisteren"));
}

TEST_CASE("the parliamentary year begins on the third Tuesday of September") {
    for (const auto& row : table(cases + "session_years.tsv"))
        CHECK(text::session_year(*text::from_iso(row[0])) == row[1]);
}

TEST_CASE("forms of a word share a stem") {
    text::Stemmer stemmer;
    for (const auto& row : table(cases + "stems.tsv")) CHECK(stemmer.stem(row[0]) == stemmer.stem(row[1]));
    CHECK(stemmer.stem("eu") == "eu");
    CHECK(stemmer.stem("co2") == "co2");
    CHECK(stemmer.stem("") == "");
}

TEST_CASE("any bytes decode, and always advance") {
    std::string bytes;
    for (int b = 0; b < 256; ++b) bytes += static_cast<char>(b);
    bytes += "é€😀";
    size_t at = 0;
    size_t count = 0;
    while (at < bytes.size()) {
        const text::Decoded d = text::decode(bytes, at);
        REQUIRE(d.size > 0);
        at += d.size;
        ++count;
    }
    CHECK(count > 128);
    CHECK(!text::is_valid(bytes));
    CHECK(text::is_valid("é€😀 gewoon"));
    CHECK(!text::is_valid("\xC0\xAF"));      // overlong
    CHECK(!text::is_valid("\xED\xA0\x80"));  // a surrogate
    CHECK(text::from_windows_1252("\x93"
                                  "caf\xE9\x94 \x80") == "“café” €");
    CHECK(*text::from_utf_16(std::string("\xFF\xFE"
                                         "d\0e\0\xEB\0",
                                         8)) == "deë");
    CHECK(*text::from_utf_16(std::string("\xFE\xFF\0d\0e", 6)) == "de");
    CHECK(!text::from_utf_16("de"));
}

}  // namespace kl::test
