#include "search/search.h"

#include <algorithm>

#include "search/bitmap.h"
#include "search/facets.h"
#include "search/index.h"
#include "search/match.h"
#include "search/ranking.h"

namespace kl::search {
namespace {

// Walks the query's tree: each node is the set of items it matches; the terms and phrases add to the scores on the way.
class Evaluator {
public:
    Evaluator(const Index& index, bool scored) : index_(index), size_(static_cast<uint32_t>(index.items.size())) {
        if (scored) scores_.assign(size_, 0);
    }

    Bitmap matches(const QueryNode& node) {
        switch (node.kind) {
            case QueryNode::Kind::term:
            case QueryNode::Kind::phrase: return leaf(node);
            case QueryNode::Kind::all: {
                Bitmap all(size_, true);
                for (const QueryNode& child : node.children) all &= matches(child);
                return all;
            }
            case QueryNode::Kind::any: {
                Bitmap any(size_);
                for (const QueryNode& child : node.children) any |= matches(child);
                return any;
            }
            case QueryNode::Kind::none_of: {
                Bitmap none(size_);
                std::vector<float> aside;  // what is excluded does not count
                aside.swap(scores_);
                for (const QueryNode& child : node.children) none |= matches(child);
                aside.swap(scores_);
                none.invert();
                return none;
            }
        }
        return Bitmap(size_);
    }

    [[nodiscard]] const std::vector<float>& scores() const { return scores_; }

private:
    Bitmap leaf(const QueryNode& node) {
        const Found found = find_all(index_, node);
        Bitmap items(size_);
        for (ItemId item : found.items) items.set(item);
        if (!scores_.empty()) {
            const double idf = ranking::idf(size_, static_cast<uint32_t>(found.items.size()));
            for (size_t i = 0; i < found.items.size(); ++i) {
                scores_[found.items[i]] += ranking::contribution(idf, static_cast<double>(found.tf[i]),
                                                                 static_cast<uint8_t>(found.matches[i]));
            }
        }
        return items;
    }

    const Index& index_;
    uint32_t size_;
    std::vector<float> scores_;  // of every item; empty when nobody asks
};

void sort_hits(std::vector<Hit>& hits, const Index& index, Order order) {
    switch (order) {
        case Order::document: break;  // they come so
        case Order::relevance: std::ranges::stable_sort(hits, std::greater{}, &Hit::score); break;
        case Order::newest:
            std::ranges::sort(hits, {}, [&](const Hit& hit) { return index.newest_rank[hit.item]; });
            break;
    }
}

}  // namespace

Results search(const Corpus& corpus, const Query& query, const Filters& filters, Order order) {
    const Index& index = corpus.index();
    Evaluator evaluator(index, true);
    const Bitmap of_query = evaluator.matches(query.root);
    const FilterSets sets = filter_sets(index, filters);
    const Bitmap matches = narrow(of_query, sets);

    Results results;
    results.query = query;
    results.total = matches.count();
    results.hits.reserve(results.total);
    matches.for_each([&](ItemId item) { results.hits.push_back({item, evaluator.scores()[item]}); });
    sort_hits(results.hits, index, order);
    results.facets = count_facets(index, filters, sets, of_query, matches);
    of_query.for_each([&](ItemId item) { results.items_of_query.push_back(item); });
    return results;
}

uint32_t count(const Corpus& corpus, const Query& query, const Filters& filters) {
    const Index& index = corpus.index();
    return narrow(Evaluator(index, false).matches(query.root), filter_sets(index, filters)).count();
}

}  // namespace kl::search
