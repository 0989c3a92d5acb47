// Documents and results to read in a terminal.

#include <unordered_set>

#include "app/citation.h"
#include "app/export.h"

namespace kl::app {
namespace {

void line(std::string& out, std::string_view text) {
    out += text;
    out += '\n';
}

std::vector<std::string> ministries_of(const annotate::ItemAnnotations& given, const annotate::Vocabulary& vocabulary,
                                       const Strings& strings, Language language) {
    std::vector<std::string> names;
    for (const auto& one : given.ministries) {
        const std::string& abbr = vocabulary.ministries[one.ministry].abbr;
        names.push_back(one.stated ? abbr : strings.format(language, "export.inferred", std::vector{abbr}));
    }
    return names;
}

std::vector<std::string> themes_of(const annotate::ItemAnnotations& given, const annotate::Vocabulary& vocabulary,
                                   Language language) {
    std::vector<std::string> names;
    for (const auto& one : given.themes) {
        const auto& theme = vocabulary.themes[one.theme];
        names.push_back(language == Language::en && !theme.label_en.empty() ? theme.label_en : theme.label_nl);
    }
    return names;
}

}  // namespace

std::string to_text(const search::CorpusDocument& whole, const annotate::Vocabulary& vocabulary, const Strings& strings,
                    Language language) {
    const parse::Document& document = whole.document;
    std::string out;
    line(out, short_name(document, strings, language));
    line(out, strings.get(language, "kind." + std::string(parse::name(document.kind))));
    if (!document.title.empty()) line(out, document.title);
    if (document.date.known()) {
        line(out, strings.format(language, "export.date", std::vector{strings.date(language, document.date)}));
    }
    if (const std::string by = answered_by(document, strings, language, &vocabulary); !by.empty()) line(out, by);
    for (size_t i = 0; i < document.items.size(); ++i) {
        const parse::Item& item = document.items[i];
        out += '\n';
        line(out,
             strings.format(language, "export.question", std::vector{number_list(item.numbers, strings, language)}));
        line(out, parse::running_text(document, item.question));
        out += '\n';
        if (item.answer) {
            line(out, strings.get(language, "export.answer"));
            line(out, parse::running_text(document, *item.answer));
        } else if (item.answer_of) {
            line(out, strings.format(language, "export.answer_of", std::vector{std::to_string(*item.answer_of)}));
        } else {
            line(out, strings.get(language, "export.no_answer"));
        }
        if (i < whole.annotations.items.size()) {
            const auto& given = whole.annotations.items[i];
            const auto ministries = ministries_of(given, vocabulary, strings, language);
            const auto themes = themes_of(given, vocabulary, language);
            out += '\n';
            if (!ministries.empty()) {
                line(out,
                     strings.format(language, "export.ministries", std::vector{strings.list(language, ministries)}));
            }
            if (!themes.empty()) {
                line(out, strings.format(language, "export.themes", std::vector{strings.list(language, themes)}));
            }
        }
        for (const uint32_t index : item.footnotes) {
            const auto& note = document.footnotes[index];
            line(out, note.mark + " " +
                          (note.text ? std::string(slice(document.text, *note.text))
                                     : strings.get(language, "reader.footnote_missing")));
        }
    }
    std::vector<std::string> told;
    std::unordered_set<std::string> seen;
    for (const Diagnostic& one : document.diagnostics) {
        if (one.severity == Severity::note) continue;
        std::string sentence = strings.diagnostic(language, one);
        if (seen.insert(sentence).second) told.push_back(std::move(sentence));
    }
    if (!told.empty()) {
        out += '\n';
        line(out, strings.get(language, "export.diagnostics"));
        for (const auto& sentence : told) line(out, "- " + sentence);
    }
    return out;
}

std::string to_text(const search::Corpus& corpus, const search::Results& results, size_t limit, const Strings& strings,
                    Language language) {
    std::string out;
    line(out, results.total == 0 ? strings.get(language, "results.none")
                                 : strings.count(language, "results.questions", results.total));
    size_t shown = 0;
    for (const auto& hit : results.hits) {
        if (limit != 0 && shown++ == limit) break;
        const parse::Document& document = corpus.document_of(hit.item);
        const parse::Item& item = corpus.item(hit.item);
        out += '\n';
        line(out, item.id + "  " + citation(document, &item, strings, language));
        line(out, parse::running_text(document, item.question));
        const auto snippet = search::snippet(corpus, results.query, hit.item);
        std::string words = parse::running_text(document, snippet.span);
        while (words.find("\n\n") != std::string::npos) words.replace(words.find("\n\n"), 2, " ");
        line(out, (snippet.cut_before ? "… " : "") + words + (snippet.cut_after ? " …" : ""));
        const auto ministries = ministries_of(corpus.annotations(hit.item), corpus.vocabulary(), strings, language);
        const auto themes = themes_of(corpus.annotations(hit.item), corpus.vocabulary(), language);
        std::string facts = strings.list(language, ministries);
        if (!themes.empty()) {
            const std::string names = strings.list(language, themes);
            facts = facts.empty() ? names : strings.format(language, "list.dot", std::vector{facts, names});
        }
        if (!facts.empty()) line(out, facts);
    }
    return out;
}

}  // namespace kl::app
