#include "hand_made.h"

#include <doctest.h>

namespace kl::test {
namespace {

using annotate::Reason;

Span add(parse::Document& document, std::string_view words) {
    const auto begin = static_cast<uint32_t>(document.text.size());
    document.text += words;
    const auto end = static_cast<uint32_t>(document.text.size());
    document.text += "\n\n";
    return {begin, end};
}

Span find(const parse::Document& document, std::string_view words, size_t from = 0) {
    const size_t at = document.text.find(words, from);
    REQUIRE(at != std::string::npos);
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

parse::Item& add_item(parse::Document& document, int number, std::string_view question, std::string_view answer) {
    parse::Item item;
    item.id = document.id + "/" + std::to_string(number);
    item.numbers = {number};
    item.number_stated = true;
    item.question = add(document, question);
    item.question_paragraphs = {item.question};
    if (!answer.empty()) {
        item.answer = add(document, answer);
        item.answer_paragraphs = {*item.answer};
    }
    item.source = {item.question.begin, static_cast<uint32_t>(document.text.size())};
    document.items.push_back(item);
    return document.items.back();
}

// The file is the text itself.
void finish(parse::Document& document) {
    document.source.text = document.text;
    document.runs = {{0, 0, static_cast<uint32_t>(document.text.size())}};
}

void state(annotate::ItemAnnotations& given, annotate::MinistryId ministry, Span span) {
    given.ministries.push_back({ministry, true, 1, {{Reason::respondent, span, -1, -1}}});
}

void give_theme(annotate::ItemAnnotations& given, annotate::ThemeId theme, float score, Span span) {
    given.themes.push_back({theme, score, {{Reason::term, span, -1, -1}}});
}

constexpr annotate::MinistryId BZ = 0, EZ = 1, Def = 2, OCW = 3;
constexpr annotate::ThemeId handel = 1, defensie = 3, cultuur = 5;

std::shared_ptr<const search::CorpusDocument> list_of_questions() {
    auto whole = std::make_shared<search::CorpusDocument>();
    parse::Document& document = whole->document;
    document.id = "kst-11111-1";
    document.kind = parse::Kind::lijst;
    document.date = {2025, 3, 4};
    document.dossier = "11111";
    document.number = "1";
    document.session_year = "20242025";
    document.source.name = "lijst.txt";
    const Span head = add(document, "De minister van Buitenlandse Zaken en de minister van Economische Zaken");
    document.head_paragraphs = {head};
    document.respondents = {{"minister", "Buitenlandse Zaken", "", find(document, "minister van Buitenlandse Zaken")},
                            {"minister", "Economische Zaken", "", find(document, "minister van Economische Zaken")}};
    add_item(document, 1, "Waar komen grondstoffen voor wapens vandaan?",
             "De grondstoffen komen uit China.?> Zie de Chips Act. Uw Kamer wordt voor de zomer geïnformeerd.");
    add_item(document, 2, "Is China een risico?", "Zie het antwoord op vraag 1. Handel is belangrijk.");
    document.items[1].number_stated = false;
    parse::Footnote note;
    note.mark = "1";
    note.mark_span = find(document, "?>");
    note.item = 0;
    note.garbled = true;
    document.footnotes.push_back(note);
    document.items[0].footnotes = {0};
    document.diagnostics.push_back({"mark_garbled", Severity::repair, note.mark_span, note.mark_span, {"?>", "1"}});
    document.diagnostics.push_back({"note_missing", Severity::doubt, note.mark_span, note.mark_span, {"1"}});
    finish(document);

    annotate::Annotations& all = whole->annotations;
    all.respondents = {{BZ, "minister", "minister van Buitenlandse Zaken", document.respondents[0].span},
                       {EZ, "minister", "minister van Economische Zaken", document.respondents[1].span}};
    all.items.resize(2);
    for (auto& given : all.items) {
        given.joint = true;
        state(given, BZ, document.respondents[0].span);
        state(given, EZ, document.respondents[1].span);
    }
    all.items[0].ministries.push_back({Def, false, 0.5F, {{Reason::term, find(document, "wapens"), -1, -1}}});
    give_theme(all.items[0], handel, 0.9F, find(document, "grondstoffen"));
    give_theme(all.items[1], handel, 0.8F, find(document, "Handel"));
    give_theme(all.items[1], defensie, 0.3F, find(document, "risico"));
    all.items[0].concepts = {{0, find(document, "Chips Act")}};
    all.items[0].promises = {
        {find(document, "Uw Kamer wordt voor de zomer geïnformeerd."), find(document, "voor de zomer"), {}}};
    all.items[1].cross_links = {{find(document, "antwoord op vraag 1"), 0}};
    all.references = {{"kst-29477-939", "https://zoek.officielebekendmakingen.nl/kst-29477-939.html",
                       find(document, "Handel"), 1, -1}};
    return whole;
}

std::shared_ptr<const search::CorpusDocument> written_questions() {
    auto whole = std::make_shared<search::CorpusDocument>();
    parse::Document& document = whole->document;
    document.id = "ah-tk-20232024-7";
    document.kind = parse::Kind::aanhangsel;
    document.date = {2024, 1, 2};
    document.number = "7";
    document.session_year = "20232024";
    document.source.name = "aanhangsel.txt";
    const Span head = add(document, "Antwoord van Minister Dijkgraaf (Onderwijs, Cultuur en Wetenschap)");
    document.respondents = {{"minister", "Onderwijs, Cultuur en Wetenschap", "Dijkgraaf", head}};
    add_item(document, 1, "Krijgen musea geld?", "Musea krijgen subsidie.");
    add_item(document, 2, "En theaters?", "");
    finish(document);
    annotate::Annotations& all = whole->annotations;
    all.respondents = {{OCW, "minister", "Minister Dijkgraaf", head}};
    all.items.resize(2);
    for (auto& given : all.items) state(given, OCW, head);
    give_theme(all.items[0], cultuur, 0.9F, find(document, "musea"));
    give_theme(all.items[1], cultuur, 0.9F, find(document, "theaters"));
    return whole;
}

}  // namespace

const annotate::Vocabulary& small_vocabulary() {
    static const annotate::Vocabulary loaded = [] {
        const annotate::VocabularyFile files[] = {
            {"ministries.tsv",
             "abbr\tlabel_nl\tlabel_en\turi\tvalid_from\tvalid_to\tchapter\taliases\tstand_in\n"
             "BZ\tBuitenlandse Zaken\tForeign Affairs\t\t\t\t\t\t\n"
             "EZ\tEconomische Zaken\tEconomic Affairs\t\t\t\t\t\t\n"
             "Def\tDefensie\tDefence\t\t\t\t\t\t\n"
             "OCW\tOnderwijs, Cultuur en Wetenschap\tEducation, Culture and Science\t\t\t\t\t\t\n"},
            {"portfolios.tsv",
             "title\tvalid_from\tvalid_to\tministry\tlabel_en\nRechtsbescherming\t\t\tJenV\tLegal Protection\n"},
        };
        annotate::Vocabulary v = annotate::load_vocabulary(files);
        REQUIRE(v.ministries.size() == 4);
        const auto theme = [&](const char* nl, const char* en, std::optional<annotate::ThemeId> parent) {
            annotate::Theme t;
            t.uri = std::string("uri:") + nl;
            t.level = parent ? 2 : 1;
            t.label_nl = nl;
            t.label_en = en;
            t.parent = parent;
            v.themes.push_back(t);
        };
        theme("economie", "economy", std::nullopt);
        theme("handel", "trade", 0);
        theme("internationaal", "international", std::nullopt);
        theme("defensie", "defence", 2);
        theme("cultuur en recreatie", "culture and leisure", std::nullopt);
        theme("cultuur", "culture", 4);
        annotate::Concept chips;
        chips.id = "chips-act";
        chips.label_nl = "Europese chipsverordening (Chips Act)";
        chips.label_en = "European Chips Act";
        chips.kind = annotate::ConceptKind::law;
        chips.url = "https://example.org/chips";
        chips.names = {"Chips Act"};
        v.concepts.push_back(chips);
        return v;
    }();
    return loaded;
}

std::shared_ptr<const search::Corpus> hand_made_corpus() {
    static const auto corpus = search::Corpus::build({list_of_questions(), written_questions()}, small_vocabulary());
    return corpus;
}

std::shared_ptr<const search::Corpus> empty_corpus() {
    static const auto corpus = search::Corpus::build({}, small_vocabulary());
    return corpus;
}

}  // namespace kl::test
