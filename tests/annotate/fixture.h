// The product's vocabularies, loaded once for all tests, and documents made by hand or by the parser.
#pragma once

#include <doctest.h>

#include <string>
#include <vector>

#include "annotate/annotate.h"
#include "annotate/cases.h"
#include "assets/embedded.h"
#include "parse/parse.h"
#include "read/read.h"

namespace kl::test {

inline const annotate::Vocabulary& vocabulary() {
    static const annotate::Vocabulary loaded = [] {
        std::vector<annotate::VocabularyFile> files;
        for (const auto& name : assets::names())
            if (std::string_view(name).starts_with("vocab/")) files.push_back({name, assets::find(name)});
        return annotate::load_vocabulary(files);
    }();
    return loaded;
}

inline const annotate::Annotator& annotator() {
    static const annotate::Annotator made(vocabulary());
    return made;
}

// A document of the given questions and answers, dated 12 February 2026, numbered from 1; "" is no answer.
struct QuestionAnswer {
    std::string question, answer;
};
inline parse::Document document_of(const std::vector<QuestionAnswer>& pairs) {
    parse::Document document;
    document.id = "kst-36000-9";
    document.kind = parse::Kind::lijst;
    document.date = {2026, 2, 12};
    const auto put = [&](const std::string& words) {
        if (!document.text.empty()) document.text += "\n\n";
        const auto begin = static_cast<uint32_t>(document.text.size());
        document.text += words;
        return Span{begin, static_cast<uint32_t>(document.text.size())};
    };
    for (const QuestionAnswer& pair : pairs) {
        parse::Item item;
        item.numbers = {static_cast<int>(document.items.size()) + 1};
        item.id = document.id + "/" + std::to_string(item.numbers[0]);
        item.question = put(pair.question);
        item.question_paragraphs = {item.question};
        if (!pair.answer.empty()) {
            item.answer = put(pair.answer);
            item.answer_paragraphs = {*item.answer};
        }
        document.items.push_back(item);
    }
    return document;
}

inline std::string abbr(const annotate::ItemMinistry& ministry) {
    return vocabulary().ministries[ministry.ministry].abbr;
}

inline std::string themes_of(const annotate::ItemAnnotations& item) {
    std::string out;
    for (const annotate::ItemTheme& theme : item.themes)
        out += (out.empty() ? "" : ", ") + vocabulary().themes[theme.theme].label_nl;
    return out;
}

inline bool has_concept(const annotate::ItemAnnotations& item, std::string_view id) {
    for (const annotate::ConceptMention& mention : item.concepts)
        if (vocabulary().concepts[mention.concept_id].id == id) return true;
    return false;
}

}  // namespace kl::test
