#include "fake_view_model.h"

#include <fstream>
#include <sstream>

namespace kl::test {
namespace {

using app::FacetValueView;
using search::Facet;

FacetValueView value(std::string label, uint32_t count, float share, bool selected = false, bool inferred = false,
                     int level = 1) {
    FacetValueView v;
    v.key = v.label = label;
    v.title = label + ": " + std::to_string(count) + " vragen";
    v.count = count;
    v.count_text = std::to_string(count);
    v.share = share;
    v.selected = selected;
    v.inferred = inferred;
    v.level = level;
    return v;
}

app::Tag tag(std::string label, bool stated = true) {
    return {label, label, label + (stated ? ": beantwoordt mee" : ": afgeleid uit “defensieproductie”"), stated};
}

app::Card card(std::string number, std::string_view question, std::string_view snippet,
               std::vector<app::Tag> ministries, std::vector<app::Tag> themes) {
    app::Card c;
    c.id = "kst-36696-4/" + number;
    c.number = number;
    c.question = rich(question);
    c.snippet = rich(snippet);
    c.ministries = std::move(ministries);
    c.themes = std::move(themes);
    return c;
}

app::Reader reader() {
    app::Reader r;
    r.id = "kst-36696-4/10";
    r.breadcrumb = {"Kamerstuk 36 696, nr. 4", "Lijst van vragen en antwoorden", "12 februari 2026"};
    r.document_url = "https://zoek.officielebekendmakingen.nl/kst-36696-4.html";
    r.number = "10";
    r.number_stated = false;
    r.question = {
        rich("In geval van een conflict in Oost-Azië (bijvoorbeeld over Taiwan) verwacht u dat Nederland en Europa "
             "toegang houden tot de {grondstoffen} die onze defensieproductie vereist?")};
    r.answered_by =
        "Gezamenlijk beantwoord door de ministers van Buitenlandse Zaken en van Economische Zaken en de "
        "staatssecretaris van Buitenlandse Zaken";
    r.answer = {
        rich("Een groot deel van de verwerkte kritieke {grondstoffen} komt uit een klein aantal landen. Deze "
             "afhankelijkheid is "
             "een risico voor de leveringszekerheid van kritieke {grondstoffen}. Zoals genoemd in het <antwoord op "
             "vraag twee> is "
             "de toename van het aantal exportcontrolemaatregelen van China op kritieke {grondstoffen} zorgelijk.^1^"),
        rich("Los van een mogelijk conflict zet het kabinet daarom in op het afbouwen van risicovolle strategische "
             "afhankelijkheden. Nederland geeft invulling aan de [EU-partnerschappen] en heeft bilaterale "
             "partnerschappen "
             "afgesloten op kritieke grondstoffen met [Zuid-Korea], [Vietnam] en de Canadese provincie [Quebec].")};
    r.footnotes = {{"9", rich("[Kamerstuk 32 813, nr. 1540]"), false},
                   {"10", rich("De tekst van deze voetnoot ontbreekt in de bron."), true}};
    app::NoticeView doubt;
    doubt.level = app::Notice::Level::warning;
    doubt.text = "Nummer 10 staat niet in de bron; het volgt uit de volgorde.";
    doubt.action_label = "Bekijk bron";
    doubt.action = app::action::ToggleSource{};
    r.notices = {doubt};
    r.ministries = {tag("BZ"), tag("EZ"), tag("Def", false)};
    r.themes = {tag("handel"), tag("defensie")};
    r.keywords = {tag("grondstoffen"), tag("leveringszekerheid"), tag("exportcontrole")};
    r.concepts = {{"EU-partnerschappen kritieke grondstoffen", "partnerschap",
                   "https://single-market-economy.ec.europa.eu", "partnerschap", 2},
                  {"Partnerschap Zuid-Korea", "partnerschap", "", "Zuid-Korea", 1}};
    r.references = {{"Kamerstuk 32 813, nr. 1540", "https://zoek.officielebekendmakingen.nl/kst-32813-1540.html"}};
    r.why_title = strings().get(app::Language::nl, "why.title");
    r.why = {"“grondstof” in een andere woordvorm: 4 keer in vraag en antwoord",
             "Defensie: afgeleid uit “defensieproductie”"};
    r.previous = "kst-36696-4/4";
    r.next = "kst-36696-4/2";
    r.position = "2 van 4";
    r.citation = "Kamerstukken II 2025/26, 36 696, nr. 4, vraag 10";
    return r;
}

app::ViewModel bare() {
    app::ViewModel vm;
    vm.strings = &strings();
    vm.results.heading = "Niets gevonden";
    vm.status_right = "Alles blijft op dit apparaat";
    return vm;
}

}  // namespace

app::RichText rich(std::string_view marked) {
    app::RichText out;
    const auto close = [&](uint16_t style, int32_t link) {
        const auto begin = out.runs.empty() ? 0 : out.runs.back().end;
        const auto end = static_cast<uint32_t>(out.text.size());
        if (end > begin) out.runs.push_back({begin, end, style, link});
    };
    for (size_t i = 0; i < marked.size(); ++i) {
        const char c = marked[i];
        if (c == '{' || c == '[' || c == '<' ||
            (c == '^' && (out.runs.empty() || marked.substr(i + 1).find('^') != std::string_view::npos))) {
            close(app::plain, -1);
            const char ending = c == '{' ? '}' : c == '[' ? ']' : c == '<' ? '>' : '^';
            const size_t end = marked.find(ending, i + 1);
            const std::string_view inside = marked.substr(i + 1, end - i - 1);
            out.text += inside;
            if (c == '{') {
                close(app::highlight, -1);
            } else {
                using Kind = app::Link::Kind;
                const Kind kind = c == '[' ? Kind::url : c == '<' ? Kind::item : Kind::footnote;
                const std::string target = kind == Kind::url    ? "https://example.org/" + std::string(inside)
                                           : kind == Kind::item ? "kst-36696-4/2"
                                                                : "0";
                out.links.push_back({kind, target, std::string(inside)});
                close(c == '^' ? app::mark | app::link : app::link, static_cast<int32_t>(out.links.size()) - 1);
            }
            i = end;
        } else {
            out.text += c;
        }
    }
    close(app::plain, -1);
    return out;
}

const app::Strings& strings() {
    static const app::Strings loaded = [] {
        app::Strings s;
        std::ifstream file(std::string(KAMERLOEP_ASSETS_DIR) + "/ui/strings.tsv");
        std::stringstream text;
        text << file.rdbuf();
        s.load(text.str());
        return s;
    }();
    return loaded;
}

app::ViewModel fake_view_model() {
    app::ViewModel vm = bare();
    vm.query = "grondstof";
    vm.filtered = true;
    app::FacetPanel ministry{"Ministerie", {}};
    ministry.sections.push_back({Facet::ministry,
                                 "Beantwoord door",
                                 {value("Economische Zaken", 4, 1, true), value("Buitenlandse Zaken", 4, 1)},
                                 0,
                                 false});
    ministry.sections.push_back(
        {Facet::ministry_also,
         "Raakt ook (afgeleid)",
         {value("Defensie", 1, 0.25f, false, true), value("Klimaat en Groene Groei", 1, 0.25f, false, true),
          value("Volksgezondheid, Welzijn en Sport", 1, 0.25f, false, true)},
         0,
         false});
    app::FacetPanel theme{"Thema", {}};
    theme.sections.push_back({Facet::theme,
                              "",
                              {value("economie", 4, 1), value("handel", 4, 1, true, false, 2),
                               value("ondernemen", 1, 0.25f, false, false, 2), value("internationaal", 3, 0.75f),
                               value("defensie", 1, 0.25f, false, false, 2), value("zorg en gezondheid", 1, 0.25f)},
                              0,
                              false});
    app::FacetPanel keyword{"Trefwoord", {}};
    keyword.sections.push_back({Facet::keyword,
                                "",
                                {value("diversificatie", 3, 0.75f), value("leveringszekerheid", 2, 0.5f),
                                 value("exportcontrole", 2, 0.5f), value("partnerschap", 2, 0.5f)},
                                7,
                                false});
    vm.facets = {ministry, theme, keyword};
    vm.results.total = 4;
    vm.results.corpus_total = 11;
    vm.results.heading = "4 antwoorden";
    vm.results.count_short = "4 van 11";
    vm.results.order_label = "Relevantie";
    vm.results.chips = {{Facet::ministry, "EZ", "Economische Zaken", "Verwijder filter Economische Zaken"},
                        {Facet::theme, "handel", "handel", "Verwijder filter handel"}};
    vm.results.cards = {
        card("4",
             "Welke successen hebben Nederland en de EU geboekt omtrent het diversifiëren van {grondstoffen}, "
             "medicijnen en andere vitale "
             "toeleveringsketens en welke stappen volgen er nog?",
             "Voor kritieke {grondstoffen} wordt de leveringszekerheid vergroot door middel van uitvoering van de "
             "Nationale {Grondstoffen}strategie en …",
             {tag("BZ"), tag("EZ"), tag("VWS", false)}, {tag("handel"), tag("geneesmiddelen")}),
        card("10",
             "In geval van een conflict in Oost-Azië (bijvoorbeeld over Taiwan) verwacht u dat Nederland en Europa "
             "toegang houden tot de {grondstoffen} "
             "die onze defensieproductie vereist?",
             "Een groot deel van de verwerkte kritieke {grondstoffen} komt uit een klein aantal landen. Deze "
             "afhankelijkheid is een risico …",
             {tag("BZ"), tag("EZ"), tag("Def", false)}, {tag("handel"), tag("defensie")}),
        card("2", "Is de afhankelijkheid van China sinds de strategie uit 2019 toe- of afgenomen?",
             "… is de toename van het aantal exportcontrolemaatregelen van China op kritieke {grondstoffen} de "
             "afgelopen jaren zorgelijk.",
             {tag("BZ"), tag("EZ")}, {tag("handel")}),
        card("6",
             "Gelet op het feit dat bedrijven als LyondellBasell/Covestro in de Rotterdamse haven de deuren sluiten, "
             "hoe beziet u de afhankelijkheid?",
             "… gebruik maken van elkaars (rest)producten, warmte en {grondstoffen}. Het wegvallen van een schakel …",
             {tag("BZ"), tag("EZ"), tag("KGG", false)}, {tag("ondernemen"), tag("stoffen")}),
    };
    vm.results.cards[1].selected = true;
    vm.reader = reader();
    vm.status_left = "1 document · 11 vragen";
    vm.status_repairs = "8 nummers hersteld · 3 voetnoten zonder tekst";
    return vm;
}

app::ViewModel empty_view_model() {
    app::ViewModel vm = bare();
    vm.results.heading.clear();
    vm.results.empty_text = vm.text("results.empty");
    return vm;
}

app::ViewModel loading_view_model() {
    app::ViewModel vm = bare();
    vm.loading = true;
    vm.results.heading = vm.text("results.loading");
    return vm;
}

app::ViewModel nothing_view_model() {
    app::ViewModel vm = fake_view_model();
    vm.query = "zeldzaam";
    vm.results.cards.clear();
    vm.results.total = 0;
    vm.results.heading = "Niets gevonden";
    vm.results.count_short = "0 van 11";
    vm.results.empty_text = "Geen vraag en geen antwoord bevat “zeldzaam” binnen de gekozen filters.";
    vm.results.suggestions = {{"Zonder “handel”: 2 antwoorden", app::action::ToggleFilter{Facet::theme, "handel"}, ""},
                              {"Zonder filters: 5 antwoorden", app::action::ResetFilters{}, ""}};
    vm.reader.reset();
    return vm;
}

void open_source(app::ViewModel& vm) {
    app::SourceView source;
    source.file = "kst-36696-4.txt";
    source.text.text =
        "9\nKunt u een overzicht geven van de lopende onderzoeken?\n\nIn geval van een conflict in Oost-Azië "
        "(bijvoorbeeld over\n"
        "Taiwan) verwacht u dat Nederland en Europa toegang houden tot de grond-\nstoffen die onze defensieproductie "
        "vereist?\n\n"
        "Antwoord\nEen groot deel van de verwerkte kritieke grondstoffen komt uit\neen klein aantal landen.\n\n"
        "Tweede Kamer, vergaderjaar 2025-2026, 36 696, nr. 4      7\n\n20238 Kamerstuk 32 813, nr. 1540\n";
    const auto run = [&](std::string_view words, uint16_t style) {
        const auto begin = source.text.runs.empty() ? 0 : source.text.runs.back().end;
        const auto at = static_cast<uint32_t>(source.text.text.find(words));
        if (at > begin) source.text.runs.push_back({begin, at, app::outside, -1});
        source.text.runs.push_back({at, at + static_cast<uint32_t>(words.size()), style, -1});
    };
    run("In geval van een conflict in Oost-Azië (bijvoorbeeld over\nTaiwan) verwacht u dat Nederland en Europa toegang "
        "houden tot de ",
        app::question);
    run("grond-\nstoffen", app::repair);
    run(" die onze defensieproductie vereist?", app::question);
    run("Een groot deel van de verwerkte kritieke grondstoffen komt uit\neen klein aantal landen.", app::answer);
    run("Tweede Kamer, vergaderjaar 2025-2026, 36 696, nr. 4      7", app::furniture);
    run("20238 Kamerstuk 32 813, nr. 1540", app::note);
    source.legend = {{"vraag", app::question},
                     {"antwoord", app::answer},
                     {"voetnoot", app::note},
                     {"paginakop of -voet", app::furniture},
                     {"hersteld of onzeker", app::repair}};
    source.diagnostics = {"Nummer 10 staat niet in de bron; het volgt uit de volgorde.",
                          "Een afgebroken woord is samengevoegd: grondstoffen."};
    vm.source = source;
}

void open_help(app::ViewModel& vm) {
    app::HelpView help;
    help.keys = {{"/", "zoeken"},
                 {"j k", "volgende en vorige vraag"},
                 {"Enter", "open de vraag"},
                 {"Esc", "wis zoekwoorden en filters"},
                 {"?", "deze hulp"}};
    help.query = {{"grondstof china", "beide woorden"},
                  {"\"kritieke grondstoffen\"", "deze woorden in deze volgorde"},
                  {"-rusland", "zonder dit woord"}};
    vm.help = help;
}

}  // namespace kl::test
