// Nothing found: what to let go of, with the exact count it gives. Never something that gives nothing either.

#include "app/derive.h"

namespace kl::app {
namespace {

class Suggestions {
public:
    explicit Suggestions(const Scene& scene) : scene_(scene) {}

    std::vector<Suggestion> make() {
        const auto& filters = scene_.state.filters;
        const bool by_query = !scene_.results.query.empty();
        without_a_facet();
        if (by_query) {
            without_quotes();
            without_a_word();
        }
        if (!filters.inferred) with_inferred();
        // Letting go of one thing is not enough: all filters, or all words.
        if (found_.empty() && !filters.empty()) {
            search::Filters none;
            none.inferred = filters.inferred;
            add("suggest.without_filters", {}, action::ResetFilters{}, scene_.results.query, none);
        }
        if (found_.empty() && by_query) {
            add("suggest.without_query", {}, action::SetQuery{{}, true}, search::parse_query(""), filters);
        }
        if (found_.empty()) add("suggest.all", {}, action::ResetAll{}, search::parse_query(""), {});
        return std::move(found_);
    }

private:
    void without_a_facet() {
        for (size_t f = 0; f < search::facet_count; ++f) {
            const auto facet = static_cast<search::Facet>(f);
            const auto& values = scene_.state.filters.of(facet);
            if (values.empty()) continue;
            search::Filters filters = scene_.state.filters;
            filters.of(facet).clear();
            if (values.size() == 1) {
                add("suggest.without", {label_of(scene_, facet, values[0])}, action::ToggleFilter{facet, values[0]},
                    scene_.results.query, filters);
            } else {
                add("suggest.without_facet", {scene_.text(title_key(facet))}, action::ClearFacet{facet},
                    scene_.results.query, filters);
            }
        }
    }

    // In quotes words stand as written: "kritieke grondstof" does not find its plural, without quotes it does.
    void without_quotes() {
        std::string text = scene_.state.query;
        const auto looked_for = search::wanted(scene_.results.query);
        for (auto part = looked_for.rbegin(); part != looked_for.rend(); ++part) {
            if ((*part)->kind != search::QueryNode::Kind::phrase || (*part)->stemmed) continue;
            const Span span = (*part)->span;
            std::string bare(slice(text, span));
            std::erase(bare, '"');
            text.replace(span.begin, span.end - span.begin, bare);
        }
        if (text == scene_.state.query) return;
        const bool typing = scene_.state.typing;
        add("suggest.without_quotes", {}, action::SetQuery{text, typing}, search::parse_query(text, typing),
            scene_.state.filters);
    }

    void without_a_word() {
        const auto& parts = scene_.results.query.root.children;
        if (parts.size() < 2) return;
        for (const auto& part : parts) {
            const std::string text = without(part.span);
            const bool typing = scene_.state.typing;
            const auto query = search::parse_query(text, typing);
            if (query.empty()) continue;
            add("suggest.without", {std::string(slice(scene_.state.query, part.span))}, action::SetQuery{text, typing},
                query, scene_.state.filters);
        }
    }

    void with_inferred() {
        search::Filters filters = scene_.state.filters;
        filters.inferred = true;
        add("suggest.inferred", {}, action::SetInferred{true}, scene_.results.query, filters);
    }

    void add(const char* key, std::vector<std::string> args, Action action, const search::Query& query,
             const search::Filters& filters) {
        const uint32_t count = search::count(scene_.corpus, query, filters);
        if (count == 0) return;
        std::string json = to_json(action);
        found_.push_back({scene_.count(key, count, std::move(args)), std::move(action), std::move(json)});
    }

    // The query without the words under `span`, with single blanks.
    std::string without(Span span) const {
        const std::string& query = scene_.state.query;
        std::string out;
        for (size_t i = 0; i < query.size(); ++i) {
            if (span.contains(static_cast<uint32_t>(i))) continue;
            if (query[i] == ' ' && (out.empty() || out.ends_with(' '))) continue;
            out += query[i];
        }
        while (out.ends_with(' ')) out.pop_back();
        return out;
    }

    static const char* title_key(search::Facet facet) {
        switch (facet) {
            case search::Facet::ministry: return "facet.ministry";
            case search::Facet::ministry_also: return "facet.ministry.inferred";
            case search::Facet::theme: return "facet.theme";
            case search::Facet::keyword: return "facet.keyword";
            case search::Facet::kind: return "facet.kind";
            case search::Facet::year: return "facet.year";
        }
        return "facet.ministry";
    }

    const Scene& scene_;
    std::vector<Suggestion> found_;
};

}  // namespace

std::vector<Suggestion> derive_suggestions(const Scene& scene) { return Suggestions(scene).make(); }

}  // namespace kl::app
