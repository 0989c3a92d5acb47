// The document the project started from, read by the whole chain: what must come out, by hand.
#include <map>

#include "annotate/fixture.h"

using namespace kl;

namespace {

struct Seed {
    parse::Document document;
    annotate::Annotations annotations;
};

const Seed& seed() {
    static const Seed loaded = [] {
        const std::string bytes = test::read_file(KAMERLOEP_ASSETS_DIR "/documents/kst-36696-4.txt");
        Seed made;
        auto source = read::read(bytes, "kst-36696-4.txt");
        REQUIRE(source);
        made.document = parse::parse(std::move(source->front()));
        made.annotations = test::annotator().annotate(made.document);
        return made;
    }();
    return loaded;
}

}  // namespace

TEST_CASE("seed: references") {
    REQUIRE(seed().annotations.items.size() == 11);
    std::map<std::string, int> found;
    for (const annotate::Reference& reference : seed().annotations.references) found[reference.id] = reference.item + 1;
    const std::map<std::string, int> expected{{"kst-36696-3", 0},   {"kst-21501-02-2715", 4}, {"kst-29477-939", 4},
                                              {"kst-36365-8", 4},   {"JOIN(2024)977", 5},     {"kst-30821-244", 5},
                                              {"kst-29826-277", 6}, {"kst-32813-1540", 6}};
    CHECK(found == expected);
}

TEST_CASE("seed: concepts in the right items") {
    const std::map<std::string, std::vector<int>> expected{
        {"eu-drieslag", {1, 3}},
        {"tfsa", {2, 5}},
        {"wet-vifo", {2}},
        {"chips-act", {4}},
        {"open-strategische-autonomie", {4}},
        {"clean-industrial-deal", {4}},
        {"circular-economy-act", {4}},
        {"critical-chemicals-alliance", {4, 5, 6}},
        {"kabinetsaanpak-economische-veiligheid", {4}},
        {"ita-eu-chili", {4}},
        {"nationale-grondstoffenstrategie", {4}},
        {"crma", {4}},
        {"ipcei-med4cure", {4}},
        {"verordening-kritieke-geneesmiddelen", {4}},
        {"dual-circulation", {5}},
        {"eu-economische-veiligheidsstrategie", {5}},
        {"versterking-europese-economische-veiligheid", {5}},
        {"voortgang-risicovolle-strategische-afhankelijkheden", {5}},
        {"motie-lanschot", {5}},
        {"handelsdefensief-instrumentarium", {5}},
        {"antidumping", {6}},
        {"industriebrief", {6}},
        {"visie-duurzame-chemie", {5, 6}},
        {"lyondellbasell", {6}},
        {"covestro", {6}},
        {"uflpa", {8}},
        {"anti-dwangarbeidverordening", {8}},
        {"xinjiang", {8}},
        {"who", {9}},
        {"icao", {9}},
        {"interpol", {9}},
        {"vn", {7, 9}},
        {"taiwan", {9, 10}},
        {"partnerschap-grondstoffen-zuid-korea", {10}},
        {"partnerschap-grondstoffen-vietnam", {10}},
        {"partnerschap-grondstoffen-quebec", {10}},
        {"rusland", {10}},
        {"zuid-korea", {10}},
        {"vietnam", {10}},
        {"quebec", {10}},
        {"canada", {10}},
        {"chili", {4}},
        {"duitsland", {7}},
        {"verenigde-staten", {6, 8}},
        {"china", {1, 2, 3, 4, 5, 6, 7, 10, 11}},
        {"kritieke-grondstoffen", {2, 4, 10}},
        {"partnerschappen-kritieke-grondstoffen", {10}},
        {"exportcontrole", {2, 10}},
        {"eu-sancties", {11}},
    };
    for (const auto& [id, items] : expected) {
        std::vector<int> found;
        for (size_t i = 0; i < seed().annotations.items.size(); ++i)
            if (test::has_concept(seed().annotations.items[i], id)) found.push_back(static_cast<int>(i) + 1);
        INFO(id);
        CHECK(found == items);
    }
}

TEST_CASE("seed: ministries, stated and inferred") {
    for (const annotate::ItemAnnotations& item : seed().annotations.items) {
        REQUIRE(item.ministries.size() >= 2);
        CHECK(test::abbr(item.ministries[0]) == "BZ");
        CHECK(test::abbr(item.ministries[1]) == "EZ");
        CHECK((item.ministries[0].stated && item.ministries[1].stated));
        CHECK(item.ministries[0].basis.size() == 2);  // the minister and the state secretary
        CHECK(item.joint);
        for (const annotate::ItemMinistry& ministry : item.ministries) {
            CHECK_FALSE(ministry.basis.empty());
            CHECK((ministry.score > 0 && ministry.score <= 1));
        }
        CHECK(item.ministries.size() <= 6);
    }
    const auto inferred = [&](size_t number, std::string_view abbr) {
        for (const annotate::ItemMinistry& ministry : seed().annotations.items[number - 1].ministries)
            if (!ministry.stated && test::abbr(ministry) == abbr) return true;
        return false;
    };
    CHECK(inferred(4, "VWS"));
    CHECK(inferred(6, "KGG"));
    CHECK(inferred(10, "Def"));
    CHECK(seed().annotations.items[0].ministries.size() == 2);
}

TEST_CASE("seed: themes with their words") {
    const std::map<int, std::string> best{{2, "handel"},
                                          {4, "handel"},
                                          {8, "handel"},
                                          {9, "internationale betrekkingen"},
                                          {11, "internationale betrekkingen"}};
    for (const auto& [number, label] : best) {
        const annotate::ItemAnnotations& item = seed().annotations.items[static_cast<size_t>(number) - 1];
        REQUIRE_FALSE(item.themes.empty());
        INFO(number << ": " << test::themes_of(item));
        CHECK(test::vocabulary().themes[item.themes[0].theme].label_nl == label);
    }
    CHECK(test::themes_of(seed().annotations.items[3]).find("geneesmiddelen") != std::string::npos);
    CHECK(test::themes_of(seed().annotations.items[9]).find("defensie") != std::string::npos);
    for (const annotate::ItemAnnotations& item : seed().annotations.items) {
        CHECK((!item.themes.empty() && item.themes.size() <= 5));
        for (const annotate::ItemTheme& theme : item.themes) {
            CHECK_FALSE(theme.basis.empty());
            CHECK((theme.score > 0 && theme.score < 1));
        }
    }
}

TEST_CASE("seed: the other answer that is meant, and what is promised") {
    for (size_t i = 0; i < seed().annotations.items.size(); ++i)
        CHECK(seed().annotations.items[i].cross_links.size() == (i == 9 ? 1 : 0));
    CHECK(seed().annotations.items[9].cross_links[0].target == 1);
    REQUIRE(seed().annotations.items[4].promises.size() == 2);
    CHECK(slice(seed().document.text, seed().annotations.items[4].promises[0].due_span) == "binnenkort");
}
