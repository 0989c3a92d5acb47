#include <algorithm>

#include "app/citation.h"
#include "app/derive.h"
#include "app/item_diagnostics.h"
#include "app/reader_links.h"

namespace kl::app {
namespace {

std::vector<std::string> breadcrumb_of(const Scene& scene, const parse::Document& document) {
    std::vector<std::string> parts{short_name(document, scene.strings, scene.language())};
    const std::string kind = "kind." + std::string(parse::name(document.kind));
    if (document.kind != parse::Kind::onbekend) parts.push_back(scene.text(kind));
    if (std::string date = scene.strings.date(scene.language(), document.date); !date.empty())
        parts.push_back(std::move(date));
    std::erase(parts, std::string());
    return parts;
}

std::string no_answer_of(const Scene& scene, const parse::Document& document, const parse::Item& item) {
    if (item.answer) return {};
    if (item.answer_of) return scene.format("reader.answer_of", {std::to_string(*item.answer_of)});
    if (document.kind == parse::Kind::kamervragen) return scene.text("reader.not_yet_answered");
    if (document.kind == parse::Kind::mededeling) return scene.text("reader.postponed");
    return scene.text("reader.not_answered");
}

std::vector<FootnoteView> footnotes_of(const Scene& scene, const parse::Document& document, const parse::Item& item,
                                       const Layers& layers) {
    std::vector<FootnoteView> views;
    for (const uint32_t index : item.footnotes) {
        const parse::Footnote& note = document.footnotes[index];
        FootnoteView view;
        view.mark = note.mark;
        view.missing = !note.text.has_value();
        view.text = note.text ? rich_text(document.text, *note.text, layers)
                              : plain_text(scene.text("reader.footnote_missing"));
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<ConceptView> concepts_of(const Scene& scene, search::ItemId id) {
    std::vector<annotate::ConceptId> seen;
    std::vector<ConceptView> views;
    for (const auto& mention : scene.corpus.annotations(id).concepts) {
        if (std::find(seen.begin(), seen.end(), mention.concept_id) != seen.end()) continue;
        seen.push_back(mention.concept_id);
        const annotate::Concept& named = scene.corpus.vocabulary().concepts[mention.concept_id];
        ConceptView view;
        view.label = label_of(scene, named);
        view.kind = scene.text("concept_kind." + std::string(kind_name(named.kind)));
        view.url = named.url;
        view.query = query_for(slice(scene.corpus.document_of(id).text, mention.span));
        view.items = mention.concept_id < scene.concept_items.size() ? scene.concept_items[mention.concept_id] : 0;
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<ReferenceView> references_of(const Scene& scene, search::ItemId id) {
    const auto ref = scene.corpus.item_ref(id);
    std::vector<std::string> seen;
    std::vector<ReferenceView> views;
    for (const auto& reference : scene.corpus.documents()[ref.document]->annotations.references) {
        if (reference.item != static_cast<int>(ref.item)) continue;
        if (std::find(seen.begin(), seen.end(), reference.id) != seen.end()) continue;
        seen.push_back(reference.id);
        views.push_back({reference_label(reference.id, scene.strings, scene.language()), reference.url});
    }
    return views;
}

// "… wordt uw Kamer binnenkort geïnformeerd … — binnenkort"
std::vector<std::string> promises_of(const Scene& scene, search::ItemId id) {
    const parse::Document& document = scene.corpus.document_of(id);
    std::vector<std::string> lines;
    for (const auto& promise : scene.corpus.annotations(id).promises) {
        std::string sentence = parse::running_text(document, promise.span);
        std::string due = promise.due.known() ? scene.strings.date(scene.language(), promise.due)
                                              : std::string(slice(document.text, promise.due_span));
        lines.push_back(due.empty() ? std::move(sentence)
                                    : scene.format("list.dash", {std::move(sentence), std::move(due)}));
    }
    return lines;
}

void find_neighbours(const Scene& scene, search::ItemId id, Reader& reader) {
    const auto& hits = scene.results.hits;
    const auto at = std::find_if(hits.begin(), hits.end(), [&](const search::Hit& hit) { return hit.item == id; });
    if (at == hits.end()) {  // not among the results any more: from here on to the first
        if (!hits.empty()) reader.next = scene.corpus.item(hits.front().item).id;
        return;
    }
    if (at != hits.begin()) reader.previous = scene.corpus.item((at - 1)->item).id;
    if (at + 1 != hits.end()) reader.next = scene.corpus.item((at + 1)->item).id;
    const auto place = static_cast<uint64_t>(at - hits.begin()) + 1;
    reader.position = scene.format("reader.position", {scene.strings.number(scene.language(), place),
                                                       scene.strings.number(scene.language(), hits.size())});
}

}  // namespace

Reader derive_reader(const Scene& scene, search::ItemId id) {
    const parse::Document& document = scene.corpus.document_of(id);
    const parse::Item& item = scene.corpus.item(id);
    const Layers layers = reader_layers(scene, id);

    Reader reader;
    reader.id = item.id;
    reader.breadcrumb = breadcrumb_of(scene, document);
    reader.document_title = document.title;
    reader.document_url = public_address(document);
    reader.number = number_list(item.numbers, scene.strings, scene.language());
    reader.number_stated = item.number_stated;
    for (const Span paragraph : item.question_paragraphs)
        reader.question.push_back(rich_text(document.text, paragraph, layers));
    for (const Span paragraph : item.answer_paragraphs)
        reader.answer.push_back(rich_text(document.text, paragraph, layers));
    reader.no_answer = no_answer_of(scene, document, item);
    if (reader.no_answer.empty() || item.answer_of) {
        reader.answered_by = answered_by(document, scene.strings, scene.language(), &scene.corpus.vocabulary());
    }
    reader.footnotes = footnotes_of(scene, document, item, layers);
    reader.notices = item_notices(scene, id);
    reader.ministries = ministry_tags(scene, id);
    reader.themes = theme_tags(scene, id);
    reader.keywords = keyword_tags(scene, id);
    reader.concepts = concepts_of(scene, id);
    reader.references = references_of(scene, id);
    reader.promises = promises_of(scene, id);
    bool asked = false;
    reader.why = why_found(scene, id, asked);
    reader.why_title = scene.text(asked ? "why.title" : "why.inferred");
    find_neighbours(scene, id, reader);
    reader.citation = citation(document, &item, scene.strings, scene.language());
    return reader;
}

}  // namespace kl::app
