// The JSON of `kamerloep parse --json`. Other people's programs read it: fields keep their order and meaning, new ones
// are added at the end of their object.

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <unordered_set>

#include "app/export.h"

namespace kl::app {
namespace {

using Json = nlohmann::ordered_json;

Json span_json(Span span) { return Json::array({span.begin, span.end}); }

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

class Writer {
public:
    Writer(const search::CorpusDocument& whole, const annotate::Vocabulary& vocabulary, const Strings& strings,
           Language language)
        : document_(whole.document),
          annotations_(whole.annotations),
          vocabulary_(vocabulary),
          strings_(strings),
          language_(language),
          references_(by_item(whole)) {}

    Json document() const {
        Json out;
        out["id"] = document_.id;
        out["kind"] = parse::name(document_.kind);
        out["title"] = document_.title;
        out["date"] = text::iso(document_.date);
        out["dossier"] = document_.dossier;
        out["number"] = document_.number;
        out["session_year"] = document_.session_year;
        out["committee"] = document_.committee;
        out["addressees"] = officials(document_.addressees, annotations_.addressees, false);
        out["respondents"] = officials(document_.respondents, annotations_.respondents, true);
        out["submitters"] = submitters();
        out["items"] = Json::array();
        for (size_t i = 0; i < document_.items.size(); ++i) out["items"].push_back(item(i));
        out["references"] = all_references();
        out["diagnostics"] = diagnostics();
        out["chair"] = document_.chair;
        out["clerk"] = document_.clerk;
        out["footnotes"] = footnotes_outside_items();
        out["text"] = document_.text;
        return out;
    }

private:
    std::string words(Span span) const { return std::string(slice(document_.text, span)); }

    // Every official the head names, with the ministry when it could be resolved; one office can name two ("Financiën
    // en Defensie"). Both lists are in the head's order.
    Json officials(const std::vector<parse::Official>& named, const std::vector<annotate::ResolvedOfficial>& resolved,
                   bool with_role) const {
        Json out = Json::array();
        size_t next = 0;
        for (const auto& official : named) {
            const auto add = [&](Json ministry) {
                Json one;
                one["ministry"] = std::move(ministry);
                if (with_role) one["role"] = official.role;
                one["text"] = words(official.span);
                out.push_back(std::move(one));
            };
            const size_t first = next;
            for (; next < resolved.size() && resolved[next].span == official.span; ++next)
                add(vocabulary_.ministries[resolved[next].ministry].abbr);
            if (next == first) add(nullptr);
        }
        return out;
    }

    Json submitters() const {
        Json out = Json::array();
        for (const auto& one : document_.submitters) out.push_back({{"name", one.name}, {"party", one.party}});
        return out;
    }

    Json item(size_t index) const {
        const parse::Item& item = document_.items[index];
        static const annotate::ItemAnnotations none;
        const auto& given = index < annotations_.items.size() ? annotations_.items[index] : none;
        Json out;
        out["id"] = item.id;
        out["numbers"] = item.numbers;
        out["number_stated"] = item.number_stated;
        out["question"] = parse::running_text(document_, item.question);
        out["answer"] = item.answer ? Json(parse::running_text(document_, *item.answer)) : Json(nullptr);
        out["answer_of"] = item.answer_of ? Json(*item.answer_of) : Json(nullptr);
        out["ministries"] = ministries(given);
        out["themes"] = themes(given);
        out["concepts"] = concepts(given);
        out["references"] = references_of(index);
        out["footnotes"] = Json::array();
        for (const uint32_t note : item.footnotes) out["footnotes"].push_back(footnote(document_.footnotes[note]));
        out["question_span"] = span_json(item.question);
        out["answer_span"] = item.answer ? span_json(*item.answer) : Json(nullptr);
        out["promises"] = promises(given);
        out["cross_links"] = cross_links(given);
        return out;
    }

    Json basis(const std::vector<annotate::Basis>& all) const {
        Json out = Json::array();
        for (const auto& one : all) out.push_back({{"text", words(one.span)}, {"span", span_json(one.span)}});
        return out;
    }

    Json ministries(const annotate::ItemAnnotations& given) const {
        Json out = Json::array();
        for (const auto& one : given.ministries) {
            Json ministry;
            ministry["ministry"] = vocabulary_.ministries[one.ministry].abbr;
            ministry["stated"] = one.stated;
            ministry["basis"] = basis(one.basis);
            out.push_back(std::move(ministry));
        }
        return out;
    }

    Json themes(const annotate::ItemAnnotations& given) const {
        Json out = Json::array();
        for (const auto& one : given.themes) {
            Json theme;
            theme["label"] = vocabulary_.themes[one.theme].label_nl;
            theme["uri"] = vocabulary_.themes[one.theme].uri;
            theme["score"] = std::round(static_cast<double>(one.score) * 1000) / 1000;
            theme["basis"] = basis(one.basis);
            out.push_back(std::move(theme));
        }
        return out;
    }

    Json concepts(const annotate::ItemAnnotations& given) const {
        Json out = Json::array();
        for (const auto& one : given.concepts) {
            const annotate::Concept& named = vocabulary_.concepts[one.concept_id];
            out.push_back({{"id", named.id},
                           {"label", language_ == Language::en ? named.label_en : named.label_nl},
                           {"span", span_json(one.span)}});
        }
        return out;
    }

    // References of all items, by item: looking for each item's own among all would take items times references.
    static std::vector<std::vector<const annotate::Reference*>> by_item(const search::CorpusDocument& whole) {
        std::vector<std::vector<const annotate::Reference*>> all(whole.document.items.size());
        for (const auto& one : whole.annotations.references) {
            if (one.item >= 0 && static_cast<size_t>(one.item) < all.size())
                all[static_cast<size_t>(one.item)].push_back(&one);
        }
        return all;
    }

    Json references_of(size_t index) const {
        Json out = Json::array();
        for (const annotate::Reference* cited : references_[index]) {
            const annotate::Reference& one = *cited;
            out.push_back({{"id", one.id},
                           {"text", words(one.span)},
                           {"url", text_or_null(one.url)},
                           {"span", span_json(one.span)}});
        }
        return out;
    }

    // Each publication once, where it is cited first.
    Json all_references() const {
        Json out = Json::array();
        std::unordered_set<std::string_view> seen;
        for (const auto& one : annotations_.references) {
            if (!seen.insert(one.id).second) continue;
            out.push_back({{"id", one.id}, {"text", words(one.span)}});
        }
        return out;
    }

    Json footnote(const parse::Footnote& note) const {
        Json out;
        out["mark"] = note.mark;
        out["text"] = note.text ? Json(words(*note.text)) : Json(nullptr);
        out["span"] = span_json(note.mark_span.empty() && note.text ? *note.text : note.mark_span);
        return out;
    }

    Json footnotes_outside_items() const {
        Json out = Json::array();
        for (const auto& note : document_.footnotes) {
            if (note.item < 0) out.push_back(footnote(note));
        }
        return out;
    }

    Json promises(const annotate::ItemAnnotations& given) const {
        Json out = Json::array();
        for (const auto& one : given.promises) {
            Json promise;
            promise["text"] = parse::running_text(document_, one.span);
            promise["due"] = text_or_null(text::iso(one.due));
            promise["due_text"] = words(one.due_span);
            promise["span"] = span_json(one.span);
            out.push_back(std::move(promise));
        }
        return out;
    }

    Json cross_links(const annotate::ItemAnnotations& given) const {
        Json out = Json::array();
        for (const auto& one : given.cross_links) {
            if (one.target < 0 || static_cast<size_t>(one.target) >= document_.items.size()) continue;
            out.push_back(
                {{"item", document_.items[static_cast<size_t>(one.target)].id}, {"span", span_json(one.span)}});
        }
        return out;
    }

    Json diagnostics() const {
        Json out = Json::array();
        // What the reader said of the file is among the document's.
        for (const auto* all : {&document_.diagnostics, &annotations_.diagnostics}) {
            for (const auto& one : *all) {
                Json diagnostic;
                diagnostic["code"] = one.code;
                diagnostic["message"] = strings_.diagnostic(language_, one);
                diagnostic["span"] = span_json(one.span);
                diagnostic["source"] = span_json(one.source);
                out.push_back(std::move(diagnostic));
            }
        }
        return out;
    }

    const parse::Document& document_;
    const annotate::Annotations& annotations_;
    const annotate::Vocabulary& vocabulary_;
    const Strings& strings_;
    Language language_;
    std::vector<std::vector<const annotate::Reference*>> references_;
};

}  // namespace

std::string to_json(const search::CorpusDocument& document, const annotate::Vocabulary& vocabulary,
                    const Strings& strings, int indent, Language language) {
    const Json json = Writer(document, vocabulary, strings, language).document();
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kl::app
