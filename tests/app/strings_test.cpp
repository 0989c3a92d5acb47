#include "app/strings.h"

#include <set>

#include "cases.h"

using namespace kl;
using app::Language;

TEST_CASE("strings: rows, comments, arguments, plural forms, grouping") {
    app::Strings s;
    s.load(
        "key\tnl\ten\n# comment\n\na\teen\tone\r\nb\t{1} en {0}\t\nc\t1 dag||{0} dagen van {1}\t1 day||{0} days of "
        "{1}\n");
    CHECK(s.get(Language::nl, "a") == "een");
    CHECK(s.get(Language::en, "a") == "one");
    CHECK(s.get(Language::nl, "no.such.key") == "no.such.key");
    CHECK(s.format(Language::en, "b", std::vector<std::string>{"x", "y"}) == "y en x");
    CHECK(s.format(Language::nl, "b", std::vector<std::string>{"x"}) == "{1} en x");
    CHECK(s.count(Language::nl, "c", 1) == "1 dag");
    CHECK(s.count(Language::nl, "c", 0, std::vector<std::string>{"z"}) == "0 dagen van z");
    CHECK(s.count(Language::nl, "c", 1234567, std::vector<std::string>{"z"}) == "1.234.567 dagen van z");
    CHECK(s.count(Language::en, "c", 1234, std::vector<std::string>{"z"}) == "1,234 days of z");
    CHECK(s.number(Language::nl, 999) == "999");
    CHECK(s.keys() == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("strings: dates, lists, errors") {
    const auto& s = test::strings();
    CHECK(s.date(Language::nl, {2026, 2, 12}) == "12 februari 2026");
    CHECK(s.date(Language::en, {2026, 2, 12}) == "12 February 2026");
    CHECK(s.date(Language::nl, {2026, 2, 0}) == "februari 2026");
    CHECK(s.date(Language::nl, {2026, 0, 0}) == "2026");
    CHECK(s.date(Language::nl, {}).empty());
    CHECK(s.list(Language::nl, std::vector<std::string>{}).empty());
    CHECK(s.list(Language::nl, std::vector<std::string>{"a"}) == "a");
    CHECK(s.list(Language::en, std::vector<std::string>{"a", "b", "c"}) == "a, b and c");
    CHECK(s.error(Language::nl, {"corpus_damaged", {"x"}}).starts_with("x is beschadigd"));
    CHECK(s.error(Language::en, {"never_heard_of", {}}) == "Something went wrong (never_heard_of).");
}

TEST_CASE("strings: every row of the interface has both languages with the same arguments") {
    const auto& s = test::strings();
    for (const auto& key : s.keys()) {
        CAPTURE(key);
        const std::string nl = s.get(Language::nl, key), en = s.get(Language::en, key);
        CHECK_FALSE(nl.empty());
        CHECK_FALSE(en.empty());
        const auto holes = [](const std::string& text) {
            std::set<std::string> found;
            for (size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1)) {
                found.insert(text.substr(at, 3));
            }
            return found;
        };
        CHECK(holes(nl) == holes(en));
        CHECK((nl.find("||") == std::string::npos) == (en.find("||") == std::string::npos));
    }
}
