#include "app/reader_links.h"

#include <algorithm>
#include <array>

#include "app/citation.h"

namespace kl::app {
namespace {

// Of overlapping links: the question referred to, then the publication cited, then the concept named.
constexpr int cross_link_rank = 0, reference_rank = 1, concept_rank = 2;

// Names that stand in every other sentence or every other item would make a text of links; they are listed under
// "Genoemd".
bool is_linked(const Scene& scene, const annotate::Concept& named, uint32_t items) {
    using Kind = annotate::ConceptKind;
    if (!named.url.empty()) return true;
    if (items > 2 && items * 2 > scene.corpus.item_count()) return false;
    return named.kind != Kind::country && named.kind != Kind::region && named.kind != Kind::sector &&
           named.kind != Kind::company;
}

void add_cross_links(const Scene& scene, search::ItemId id, Layers& layers) {
    const parse::Document& document = scene.corpus.document_of(id);
    for (const auto& cross : scene.corpus.annotations(id).cross_links) {
        if (cross.target < 0 || static_cast<size_t>(cross.target) >= document.items.size()) continue;
        const parse::Item& target = document.items[static_cast<size_t>(cross.target)];
        if (target.id == scene.corpus.item(id).id) continue;
        std::string title =
            scene.format("reader.cross_link", {number_list(target.numbers, scene.strings, scene.language())});
        layers.links.push_back({cross.span, {Link::Kind::item, target.id, std::move(title)}, cross_link_rank});
    }
}

void add_references(const Scene& scene, search::ItemId id, Layers& layers) {
    const auto ref = scene.corpus.item_ref(id);
    for (const auto& reference : scene.corpus.documents()[ref.document]->annotations.references) {
        if (reference.item != static_cast<int>(ref.item) || reference.url.empty()) continue;
        std::string title = reference_label(reference.id, scene.strings, scene.language());
        layers.links.push_back({reference.span, {Link::Kind::url, reference.url, std::move(title)}, reference_rank});
    }
}

// Where a link leads, for who wonders before following it.
std::string host_of(std::string_view url) {
    if (const size_t at = url.find("://"); at != std::string_view::npos) url.remove_prefix(at + 3);
    if (url.starts_with("www.")) url.remove_prefix(4);
    return std::string(url.substr(0, url.find('/')));
}

// The note itself, so that a reader need not leave the sentence.
std::string note_title(const Scene& scene, const parse::Document& document, const parse::Footnote& note) {
    Layers one_line;
    one_line.one_line = true;
    return scene.format("reader.footnote_title",
                        {note.mark, note.text ? rich_text(document.text, *note.text, one_line).text
                                              : scene.text("reader.footnote_missing")});
}

// A concept is linked where it is first named.
void add_concepts(const Scene& scene, search::ItemId id, Layers& layers) {
    std::vector<annotate::ConceptId> seen;
    for (const auto& mention : scene.corpus.annotations(id).concepts) {
        if (std::find(seen.begin(), seen.end(), mention.concept_id) != seen.end()) continue;
        seen.push_back(mention.concept_id);
        const annotate::Concept& named = scene.corpus.vocabulary().concepts[mention.concept_id];
        if (!is_linked(scene, named, scene.concept_items[mention.concept_id])) continue;
        const std::string label = label_of(scene, named);
        Link link;
        if (!named.url.empty()) {
            link = {Link::Kind::url, named.url, scene.format("reader.concept_open", {label, host_of(named.url)})};
        } else {
            link = {Link::Kind::search, query_for(slice(scene.corpus.document_of(id).text, mention.span)),
                    scene.format("reader.concept_search", {label})};
        }
        layers.links.push_back({mention.span, std::move(link), concept_rank});
    }
}

}  // namespace

Layers reader_layers(const Scene& scene, search::ItemId id) {
    const parse::Document& document = scene.corpus.document_of(id);
    const parse::Item& item = scene.corpus.item(id);
    Layers layers;
    layers.highlights = highlight_spans(scene, id);
    add_cross_links(scene, id, layers);
    add_references(scene, id, layers);
    add_concepts(scene, id, layers);
    for (size_t i = 0; i < item.footnotes.size(); ++i) {
        const parse::Footnote& note = document.footnotes[item.footnotes[i]];
        if (note.mark_span.empty()) continue;
        layers.marks.push_back({note.mark_span, note.mark, std::to_string(i), note_title(scene, document, note)});
    }
    return layers;
}

std::string query_for(std::string_view words) {
    std::string query;
    for (const char c : words) {
        if (c == '"') continue;
        if (c != ' ' && c != '\n') {
            query += c;
        } else if (!query.empty() && !query.ends_with(' ')) {
            query += ' ';
        }
    }
    return query.find(' ') == std::string::npos ? query : "\"" + query + "\"";
}

std::string_view kind_name(annotate::ConceptKind kind) {
    constexpr std::array<std::string_view, 14> names{"policy",   "law",       "body",   "partnership",  "treaty",
                                                     "strategy", "programme", "motion", "organisation", "country",
                                                     "region",   "company",   "sector", "measure"};
    return names[static_cast<size_t>(kind)];
}

}  // namespace kl::app
