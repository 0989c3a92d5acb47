#include <chrono>

#include "annotate/fixture.h"

using namespace kl;

TEST_CASE("annotate: questions without answers are the addressees'") {
    parse::Document document = test::document_of({{"Hoe staat het met de dijken in Zeeland?", ""}});
    document.kind = parse::Kind::kamervragen;
    document.addressees = {{"minister", "Infrastructuur en Waterstaat", "", {}},
                           {"minister-president", "", "", {}},
                           {"minister", "Muziek en Dans", "", {}}};
    const auto annotations = test::annotator().annotate(document);
    REQUIRE(annotations.addressees.size() == 2);
    REQUIRE(annotations.diagnostics.size() == 1);
    CHECK(annotations.diagnostics[0].code == "office_unknown");
    REQUIRE(annotations.items[0].ministries.size() >= 2);
    CHECK(annotations.items[0].ministries[0].basis[0].reason == annotate::Reason::addressee);
    CHECK_FALSE(annotations.items[0].joint);
}

TEST_CASE("annotate: a ministry named in the item is inferred, a foreign one is not") {
    const auto named = [](const std::string& answer) {
        std::string out;
        const parse::Document document = test::document_of({{"Wie gaat hierover?", answer}});
        const auto annotations = test::annotator().annotate(document);
        for (const annotate::ItemMinistry& ministry : annotations.items[0].ministries)
            if (ministry.basis[0].reason == annotate::Reason::named)
                out += (out.empty() ? "" : " ") + test::abbr(ministry);
        return out;
    };
    CHECK(named("Dat doet het ministerie van OCW samen met de minister van Defensie.") == "Def OCW");
    CHECK(named("Daarover spraken wij met de Franse minister van Defensie.").empty());
    CHECK(named("Zij is minister van een kerk.").empty());
}

TEST_CASE("annotate: themes come from the words, and an item that says little gets the document's") {
    const parse::Document document =
        test::document_of({{"Hoeveel huurwoningen bouwen de woningcorporaties, en wat doet dat met de huurprijs?", ""},
                           {"Deelt u die mening?", "Ja."}});
    const auto annotations = test::annotator().annotate(document);
    CHECK(test::themes_of(annotations.items[0]).starts_with("woningmarkt"));
    CHECK(test::themes_of(annotations.items[1]).starts_with("woningmarkt"));
}

TEST_CASE("annotate: an office without \"van\", as it reads like a name") {
    parse::Document document = test::document_of({{"Hoe staat het met de dijken?", "Goed."}});
    document.date = {2022, 11, 19};
    document.respondents = {{"staatssecretaris", "", "Koninkrijksrelaties en Digitalisering", {}},
                            {"minister", "", "Jansen", {}}};
    const auto annotations = test::annotator().annotate(document);
    REQUIRE(annotations.respondents.size() == 1);
    CHECK(test::vocabulary().ministries[annotations.respondents[0].ministry].abbr == "BZK");
}

TEST_CASE("annotate: \"Ibid.\" cites what the note before it cites, in the item of its own mark") {
    parse::Document document = test::document_of({{"Wat kost de brug?", "Veel."}, {"En de sluis?", "Meer."}});
    const auto note = [&](const std::string& words, int item) {
        document.text += "\n\n";
        const auto begin = static_cast<uint32_t>(document.text.size());
        document.text += words;
        document.footnotes.push_back({"1", {}, Span{begin, static_cast<uint32_t>(document.text.size())}, item, false});
    };
    note("Kamerstuk 36 410, nr. 3.", 0);
    note("Ibid., p. 4.", 1);
    note("Idem.", 1);
    note("Over bruggen.", 1);
    note("Ibid.", 1);
    const auto annotations = test::annotator().annotate(document);
    REQUIRE(annotations.references.size() == 3);
    for (const annotate::Reference& reference : annotations.references) CHECK(reference.id == "kst-36410-3");
    CHECK(annotations.references[1].footnote == 1);
    CHECK(annotations.items[0].references == std::vector<uint32_t>{0});
    CHECK(annotations.items[1].references == std::vector<uint32_t>{1, 2});
}

TEST_CASE("annotate: an empty document, and spans that stay inside the text") {
    CHECK(test::annotator().annotate(parse::Document{}).items.empty());
    const std::string words =
        "Kamerstuk 36 696, nr. 3 over de WHO in 2026 (TFSA), vraag 1, 3 mei 2026, ik zal de Kamer informeren";
    for (size_t cut = 0; cut <= words.size(); ++cut) {
        const parse::Document document = test::document_of({{words.substr(cut), words.substr(0, cut)}});
        const auto annotations = test::annotator().annotate(document);
        for (const annotate::Reference& reference : annotations.references)
            CHECK(reference.span.end <= document.text.size());
        for (const annotate::ItemAnnotations& item : annotations.items)
            for (const annotate::ItemTheme& theme : item.themes)
                for (const annotate::Basis& basis : theme.basis) CHECK(basis.span.end <= document.text.size());
    }
}

TEST_CASE("annotate: hostile documents take linear time") {
    std::vector<test::QuestionAnswer> many(
        3000, {"vraag 1 en 2 en 3", "Zie het antwoord op vraag 4, de minister van de minister van."});
    std::string endless;
    while (endless.size() < 1'000'000) endless += "risicovolle strategische risicovolle ";
    many.push_back({endless, std::string(300'000, 'a')});
    const parse::Document document = test::document_of(many);
    const auto start = std::chrono::steady_clock::now();
    (void)test::annotator().annotate(document);
    CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(10));
}
