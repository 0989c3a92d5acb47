// The parts of `derive`, one file each: derive_results, derive_suggestions, derive_facets, derive_reader,
// derive_source, reasons.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/rich_text.h"
#include "app/view_model.h"

namespace kl::app {

// All that the parts look at.
struct Scene {
    const search::Corpus& corpus;
    const State& state;
    const Strings& strings;
    const search::Results& results;
    const std::vector<uint32_t>& concept_items;  // by ConceptId: how many items of the corpus name it
    text::Date newest;                           // of the documents: the date at which ministries are called

    [[nodiscard]] Language language() const { return state.language; }
    [[nodiscard]] const std::string& text(std::string_view key) const { return strings.get(state.language, key); }
    [[nodiscard]] std::string format(std::string_view key, std::vector<std::string> args) const {
        return strings.format(state.language, key, args);
    }
    [[nodiscard]] std::string count(std::string_view key, uint64_t n, std::vector<std::string> args = {}) const {
        return strings.count(state.language, key, n, args);
    }
    [[nodiscard]] std::string list(const std::vector<std::string>& parts) const {
        return strings.list(state.language, parts);
    }
};

// ---- labels.cpp: what things are called
// --------------------------------------------------------------------------------------
[[nodiscard]] std::string label_of(const Scene& scene, search::Facet facet, std::string_view key);
[[nodiscard]] std::string label_of(const Scene& scene, const annotate::Ministry& ministry);
[[nodiscard]] std::string label_of(const Scene& scene, const annotate::Theme& theme);
[[nodiscard]] std::string label_of(const Scene& scene, const annotate::Concept& named);

// ---- reasons.cpp: why
// ---------------------------------------------------------------------------------------------------------- The words
// a statement rests on, each once: {"“defensieproductie”", …}.
[[nodiscard]] std::vector<std::string> basis_words(const Scene& scene, const parse::Document& document,
                                                   const std::vector<annotate::Basis>& basis, size_t at_most = 3);
[[nodiscard]] std::vector<Tag> ministry_tags(const Scene& scene, search::ItemId item);
[[nodiscard]] std::vector<Tag> theme_tags(const Scene& scene, search::ItemId item);
[[nodiscard]] std::vector<Tag> keyword_tags(const Scene& scene, search::ItemId item);
// `asked`: whether a line answers what was asked for (words, a theme), or all are about inferred ministries.
[[nodiscard]] std::vector<std::string> why_found(const Scene& scene, search::ItemId item, bool& asked);

// ---- the parts of the screen
// ---------------------------------------------------------------------------------------------------
[[nodiscard]] std::vector<FacetPanel> derive_facets(const Scene& scene);
[[nodiscard]] ResultList derive_results(const Scene& scene);
[[nodiscard]] std::vector<Suggestion> derive_suggestions(const Scene& scene);
[[nodiscard]] Reader derive_reader(const Scene& scene, search::ItemId item);
[[nodiscard]] SourceView derive_source(const Scene& scene, search::ItemId item);
[[nodiscard]] HelpView derive_help(const Scene& scene);
[[nodiscard]] std::vector<NoticeView> derive_notices(const Scene& scene);

// Places of the query's words in an item.
[[nodiscard]] std::vector<Span> highlight_spans(const Scene& scene, search::ItemId item);

}  // namespace kl::app
