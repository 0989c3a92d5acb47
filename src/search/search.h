// Corpus + query + filters → hits, exact counts, facets. Everything is counted over all matches, always.
//
// Filters: values of one facet are alternatives (OR), facets narrow each other (AND). A facet's own filter does not
// shrink its own counts ("drill sideways"), so that a reader sees what choosing another value would give.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/corpus.h"
#include "search/query.h"
#include "text/span.h"

namespace kl::search {

enum class Facet : uint8_t {
    ministry,       // stated: "Beantwoord door"
    ministry_also,  // inferred: "Raakt ook"
    theme,          // level 1 and 2; a level 1 value counts the items of its children too
    keyword,
    kind,
    year,
};
inline constexpr size_t facet_count = 6;

// A value of a facet is known by its key, which is what links and the command line write: "BZ" for ministries (one key
// for the ministry's abbreviation; its label is that of the newest document's date), the Dutch label for themes and
// keywords, parse::name for kinds, "2026" for years. ministry keys also know "gezamenlijk": answered by more than one
// official together.
struct Filters {
    std::array<std::vector<std::string>, facet_count> values;
    bool inferred = true;  // false: "Raakt ook" is switched off; a ministry filter then means stated only
    [[nodiscard]] std::vector<std::string>& of(Facet f) { return values[static_cast<size_t>(f)]; }
    [[nodiscard]] const std::vector<std::string>& of(Facet f) const { return values[static_cast<size_t>(f)]; }
    [[nodiscard]] bool empty() const {
        for (const auto& v : values)
            if (!v.empty()) return false;
        return true;
    }
};

struct FacetValue {
    std::string key;
    uint32_t count = 0;  // items that match the query and all other facets' filters, and have this value
    int level = 1;       // themes: 1 or 2
    std::string parent;  // themes of level 2: the parent's key
};

enum class Order : uint8_t { relevance, document, newest };

// How a query word matched, best first: ranking keeps this order.
enum class Match : uint8_t { exact, stem, prefix };

struct Highlight {
    Span span;          // in Document::text
    uint16_t term = 0;  // which query term, in order of the query
    Match match = Match::exact;
};

struct TermReason {
    std::string word;                                           // as in the query
    Match match = Match::exact;                                 // the best way it matched in this item
    uint32_t in_question = 0, in_answer = 0, in_footnotes = 0;  // how often
};

struct Hit {
    ItemId item = 0;
    float score = 0;  // BM25 (Robertson & Zaragoza 2009), question weighed above answer above footnotes
};

struct Results {
    Query query;
    uint32_t total = 0;     // exact
    std::vector<Hit> hits;  // all of them, in order
    std::array<std::vector<FacetValue>, facet_count>
        facets;                          // values with a count, or that are filtered on, by falling count
    std::vector<ItemId> items_of_query;  // ids that match the query without any filter, ascending
    [[nodiscard]] const std::vector<FacetValue>& of(Facet f) const { return facets[static_cast<size_t>(f)]; }
};

[[nodiscard]] Results search(const Corpus& corpus, const Query& query, const Filters& filters,
                             Order order = Order::relevance);

// How many items would match: for "drop this filter and find n".
[[nodiscard]] uint32_t count(const Corpus& corpus, const Query& query, const Filters& filters);

// The places of the query's words in an item: question, answer and footnotes, ascending, never overlapping. A phrase is
// one place.
[[nodiscard]] std::vector<Highlight> highlights(const Corpus& corpus, const Query& query, ItemId item);
[[nodiscard]] std::vector<TermReason> reasons(const Corpus& corpus, const Query& query, ItemId item);

// The passage of the answer (of the question when there is no answer) of at most `max_bytes` that covers most query
// terms, cut at words; the beginning of the answer when no term is in it.
struct Snippet {
    Span span;
    bool cut_before = false, cut_after = false;  // show "…"
};
[[nodiscard]] Snippet snippet(const Corpus& corpus, const Query& query, ItemId item, uint32_t max_bytes = 220);

}  // namespace kl::search
