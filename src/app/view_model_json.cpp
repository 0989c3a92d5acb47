// The ViewModel for the HTML mirror. Field names are those of the structs; positions in text are UTF-16, as JavaScript
// counts.

#include <nlohmann/json.hpp>

#include "app/names.h"
#include "app/view_model.h"

namespace kl::app {
namespace {

using Json = nlohmann::ordered_json;

// Positions in UTF-8, asked for in ascending order, as positions in UTF-16.
class Utf16 {
public:
    explicit Utf16(std::string_view text) : text_(text) {}
    uint32_t at(uint32_t byte) {
        if (byte < byte_) byte_ = units_ = 0;
        for (; byte_ < byte && byte_ < text_.size(); ++byte_) {
            const auto c = static_cast<unsigned char>(text_[byte_]);
            if ((c & 0xC0) != 0x80) units_ += c >= 0xF0 ? 2 : 1;
        }
        return units_;
    }

private:
    std::string_view text_;
    uint32_t byte_ = 0, units_ = 0;
};

std::string_view name_of_link(Link::Kind kind) {
    switch (kind) {
        case Link::Kind::item: return "item";
        case Link::Kind::url: return "url";
        case Link::Kind::footnote: return "footnote";
        case Link::Kind::search: return "search";
    }
    return "url";
}

// One overload a part of the ViewModel. In a struct, so that each may use those below it.
struct Write {
    template <class T>
    static Json list(const std::vector<T>& values) {
        Json out = Json::array();
        for (const T& value : values) out.push_back(json_of(value));
        return out;
    }

    static Json json_of(const std::string& text) { return text; }

    static Json json_of(const Link& link) {
        return {{"kind", name_of_link(link.kind)}, {"target", link.target}, {"title", link.title}};
    }

    static Json json_of(const RichText& rich) {
        Json runs = Json::array();
        Utf16 utf16(rich.text);
        for (const Run& run : rich.runs) {
            const uint32_t begin = utf16.at(run.begin);
            runs.push_back({{"begin", begin}, {"end", utf16.at(run.end)}, {"style", run.style}, {"link", run.link}});
        }
        return {{"text", rich.text}, {"runs", std::move(runs)}, {"links", list(rich.links)}};
    }

    static Json json_of(const Tag& tag) {
        return {{"key", tag.key}, {"label", tag.label}, {"title", tag.title}, {"stated", tag.stated}};
    }

    static Json json_of(const FacetValueView& value) {
        return {{"key", value.key},     {"label", value.label},           {"title", value.title},
                {"count", value.count}, {"count_text", value.count_text}, {"share", value.share},
                {"level", value.level}, {"selected", value.selected},     {"inferred", value.inferred}};
    }

    static Json json_of(const FacetSection& section) {
        return {{"facet", facet_name(section.facet)},
                {"title", section.title},
                {"values", list(section.values)},
                {"more", section.more},
                {"expanded", section.expanded}};
    }

    static Json json_of(const FacetPanel& panel) {
        return {{"title", panel.title}, {"sections", list(panel.sections)}};
    }

    static Json json_of(const Chip& chip) {
        return {{"facet", facet_name(chip.facet)}, {"key", chip.key}, {"label", chip.label}, {"title", chip.title}};
    }

    static Json json_of(const Card& card) {
        return {{"id", card.id},
                {"number", card.number},
                {"number_stated", card.number_stated},
                {"question", json_of(card.question)},
                {"snippet", json_of(card.snippet)},
                {"document", card.document},
                {"ministries", list(card.ministries)},
                {"themes", list(card.themes)},
                {"match", card.match},
                {"answered", card.answered},
                {"selected", card.selected}};
    }

    static Json json_of(const Suggestion& suggestion) {
        return {{"label", suggestion.label}, {"action_json", suggestion.action_json}};
    }

    static Json json_of(const ResultList& results) {
        return {{"total", results.total},
                {"corpus_total", results.corpus_total},
                {"heading", results.heading},
                {"count_short", results.count_short},
                {"chips", list(results.chips)},
                {"cards", list(results.cards)},
                {"more", results.more},
                {"order_label", results.order_label},
                {"order", name_of(results.order)},
                {"empty_text", results.empty_text},
                {"suggestions", list(results.suggestions)}};
    }

    static Json json_of(const FootnoteView& note) {
        return {{"mark", note.mark}, {"text", json_of(note.text)}, {"missing", note.missing}};
    }

    static Json json_of(const ConceptView& view) {
        return {{"label", view.label},
                {"kind", view.kind},
                {"url", view.url},
                {"query", view.query},
                {"items", view.items}};
    }

    static Json json_of(const ReferenceView& view) { return {{"label", view.label}, {"url", view.url}}; }

    static Json json_of(const NoticeView& notice) {
        return {{"level", name_of(notice.level)},
                {"text", notice.text},
                {"action_label", notice.action_label},
                {"action_json", notice.action_json},
                {"dismissable", notice.dismissable},
                {"transient", notice.transient},
                {"index", notice.index}};
    }

    static Json json_of(const Reader& reader) {
        return {{"id", reader.id},
                {"breadcrumb", list(reader.breadcrumb)},
                {"document_title", reader.document_title},
                {"document_url", reader.document_url},
                {"number", reader.number},
                {"number_stated", reader.number_stated},
                {"question", list(reader.question)},
                {"answer", list(reader.answer)},
                {"answered_by", reader.answered_by},
                {"no_answer", reader.no_answer},
                {"footnotes", list(reader.footnotes)},
                {"notices", list(reader.notices)},
                {"ministries", list(reader.ministries)},
                {"themes", list(reader.themes)},
                {"keywords", list(reader.keywords)},
                {"concepts", list(reader.concepts)},
                {"references", list(reader.references)},
                {"promises", list(reader.promises)},
                {"why_title", reader.why_title},
                {"why", list(reader.why)},
                {"previous", reader.previous},
                {"next", reader.next},
                {"position", reader.position},
                {"citation", reader.citation}};
    }

    static Json json_of(const SourceView::Legend& legend) { return {{"label", legend.label}, {"style", legend.style}}; }

    static Json json_of(const SourceView& source) {
        return {{"text", json_of(source.text)},
                {"file", source.file},
                {"legend", list(source.legend)},
                {"diagnostics", list(source.diagnostics)}};
    }

    static Json json_of(const HelpView::Row& row) { return {{"keys", row.keys}, {"text", row.text}}; }

    static Json json_of(const HelpView& help) { return {{"keys", list(help.keys)}, {"query", list(help.query)}}; }

    static Json json_of(const DocumentsView::Row& row) {
        return {{"id", row.id}, {"title", row.title}, {"about", row.about}, {"added", row.added}};
    }

    static Json json_of(const DocumentsView& documents) { return list(documents.rows); }

    template <class T>
    static Json json_of(const std::optional<T>& value) {
        return value ? json_of(*value) : Json(nullptr);
    }
};

}  // namespace

std::string to_json(const ViewModel& view) {
    const Json json = {{"language", name_of(view.language)},
                       {"view", name_of(view.view)},
                       {"scheme", name_of(view.scheme)},
                       {"pane", name_of(view.pane)},
                       {"query", view.query},
                       {"inferred", view.inferred},
                       {"loading", view.loading},
                       {"filtered", view.filtered},
                       {"facets", Write::list(view.facets)},
                       {"results", Write::json_of(view.results)},
                       {"reader", Write::json_of(view.reader)},
                       {"source", Write::json_of(view.source)},
                       {"help", Write::json_of(view.help)},
                       {"documents", Write::json_of(view.documents)},
                       {"notices", Write::list(view.notices)},
                       {"status_left", view.status_left},
                       {"status_repairs", view.status_repairs},
                       {"status_right", view.status_right},
                       {"page_title", view.page_title},
                       {"announcement", view.announcement}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const DocumentsView& documents) {
    return Write::json_of(documents).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string strings_json(const Strings& strings, Language language) {
    Json out = Json::object();
    for (const std::string& key : strings.keys()) out[key] = strings.get(language, key);
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kl::app
