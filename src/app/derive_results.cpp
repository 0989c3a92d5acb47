#include <algorithm>

#include "app/citation.h"
#include "app/derive.h"
#include "app/names.h"

namespace kl::app {
namespace {

constexpr size_t inferred_on_card = 3;
constexpr size_t themes_on_card = 3;

std::vector<MarkSpan> marks_left_out(const parse::Document& document, const parse::Item& item) {
    std::vector<MarkSpan> marks;
    for (const uint32_t index : item.footnotes) {
        const auto& note = document.footnotes[index];
        if (!note.mark_span.empty()) marks.push_back({note.mark_span, {}, {}});
    }
    return marks;
}

// The best way in which a query word matched, when it is not the word itself.
std::string match_of(const Scene& scene, search::ItemId item) {
    const auto reasons = search::reasons(scene.corpus, scene.results.query, item);
    if (reasons.empty()) return {};
    const auto best = std::min_element(reasons.begin(), reasons.end(),
                                       [](const auto& a, const auto& b) { return a.match < b.match; });
    if (best->match == search::Match::exact) return {};
    return scene.text("match." + std::string(name_of(best->match)));
}

Card card_of(const Scene& scene, search::ItemId id) {
    const parse::Document& document = scene.corpus.document_of(id);
    const parse::Item& item = scene.corpus.item(id);
    Layers layers;
    layers.highlights = highlight_spans(scene, id);
    layers.marks = marks_left_out(document, item);
    layers.one_line = true;

    Card card;
    card.id = item.id;
    card.number = number_list(item.numbers, scene.strings, scene.language());
    card.number_stated = item.number_stated;
    card.question = rich_text(document.text, item.question, layers);
    const search::Snippet snippet = search::snippet(scene.corpus, scene.results.query, id);
    card.snippet = rich_text(document.text, snippet.span, layers);
    if (snippet.cut_before) prepend(card.snippet, "… ");
    if (snippet.cut_after) append(card.snippet, " …");
    if (scene.corpus.documents().size() > 1) card.document = short_name(document, scene.strings, scene.language());
    size_t inferred = 0;
    for (Tag& tag : ministry_tags(scene, id)) {
        if (tag.stated || inferred++ < inferred_on_card) card.ministries.push_back(std::move(tag));
    }
    card.themes = theme_tags(scene, id);
    if (card.themes.size() > themes_on_card) card.themes.resize(themes_on_card);
    card.match = match_of(scene, id);
    card.answered = item.answer.has_value() || item.answer_of.has_value();
    card.selected = item.id == scene.state.item;
    return card;
}

std::vector<Chip> chips_of(const Scene& scene) {
    std::vector<Chip> chips;
    for (size_t f = 0; f < search::facet_count; ++f) {
        const auto facet = static_cast<search::Facet>(f);
        for (const std::string& key : scene.state.filters.of(facet)) {
            std::string label = label_of(scene, facet, key);
            std::string title = scene.format("chip.remove", {label});
            chips.push_back({facet, key, std::move(label), std::move(title)});
        }
    }
    return chips;
}

// "4 antwoorden"; where a question without an answer is among them, "4 vragen".
std::string heading_of(const Scene& scene) {
    const auto& results = scene.results;
    if (results.total == 0) {
        if (scene.state.loading > 0) return {};
        return scene.text(scene.corpus.documents().empty() ? "results.none_loaded" : "results.none");
    }
    const bool all_answered = std::all_of(results.hits.begin(), results.hits.end(), [&](const search::Hit& hit) {
        const parse::Item& item = scene.corpus.item(hit.item);
        return item.answer || item.answer_of;
    });
    return scene.count(all_answered ? "results.answers" : "results.questions", results.total);
}

std::string empty_text(const Scene& scene) {
    if (scene.corpus.item_count() == 0) {
        if (scene.state.loading > 0) return scene.text("results.loading");
        return scene.text(scene.corpus.documents().empty() ? "results.empty" : "results.no_items");
    }
    if (scene.results.total > 0) return {};
    if (scene.results.query.empty()) return scene.text("results.zero.filters");
    std::string query = scene.state.query;  // shown in quotes: a phrase leaves its own
    if (query.size() > 2 && query.front() == '"' && query.find('"', 1) == query.size() - 1)
        query = query.substr(1, query.size() - 2);
    return scene.format(scene.state.filters.empty() ? "results.zero.query" : "results.zero.both", {query});
}

}  // namespace

std::vector<Span> highlight_spans(const Scene& scene, search::ItemId item) {
    std::vector<Span> spans;
    for (const auto& found : search::highlights(scene.corpus, scene.results.query, item)) spans.push_back(found.span);
    return spans;
}

ResultList derive_results(const Scene& scene) {
    const auto& results = scene.results;
    ResultList list;
    list.total = results.total;
    list.corpus_total = scene.corpus.item_count();
    list.heading = heading_of(scene);
    list.count_short = scene.format("search.count", {scene.strings.number(scene.language(), list.total),
                                                     scene.strings.number(scene.language(), list.corpus_total)});
    list.chips = chips_of(scene);
    const size_t shown = std::min<size_t>(results.hits.size(), scene.state.shown);
    list.cards.reserve(shown);
    for (size_t i = 0; i < shown; ++i) list.cards.push_back(card_of(scene, results.hits[i].item));
    list.more = static_cast<uint32_t>(results.hits.size() - shown);
    list.order = scene.state.order;
    list.order_label = scene.text("order." + std::string(name_of(scene.state.order)));
    list.empty_text = empty_text(scene);
    if (results.total == 0 && scene.corpus.item_count() > 0) list.suggestions = derive_suggestions(scene);
    return list;
}

}  // namespace kl::app
