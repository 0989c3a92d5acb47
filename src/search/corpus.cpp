#include "search/corpus.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <numeric>
#include <unordered_map>

#include "search/columns.h"
#include "search/index.h"
#include "search/keywords.h"
#include "text/sort.h"

namespace kl::search {
namespace {

using Documents = std::vector<std::shared_ptr<const CorpusDocument>>;

// A document that comes again takes the place of the earlier one.
Documents without_replaced(Documents documents) {
    std::unordered_map<std::string_view, size_t> place;
    Documents kept;
    for (auto& document : documents) {
        const auto [at, fresh] = place.try_emplace(document->document.id, kept.size());
        if (fresh) {
            kept.push_back(std::move(document));
        } else {
            const size_t where = at->second;
            place.erase(at);  // its key lives in the document that goes
            kept[where] = std::move(document);
            place.emplace(kept[where]->document.id, where);
        }
    }
    return kept;
}

// Newest document first, documents without a date last; items of a document in its own order.
std::vector<uint32_t> newest_ranks(const Corpus& corpus) {
    std::vector<ItemId> order(corpus.item_count());
    std::iota(order.begin(), order.end(), 0U);
    text::sort(order, std::greater{}, [&](ItemId id) { return corpus.document_of(id).date; });
    std::vector<uint32_t> rank(order.size());
    for (uint32_t i = 0; i < order.size(); ++i) rank[order[i]] = i;
    return rank;
}

}  // namespace

Corpus::Corpus() = default;
Corpus::~Corpus() = default;

std::shared_ptr<const Corpus> Corpus::build(Documents documents, const annotate::Vocabulary& vocabulary) {
    auto corpus = std::make_shared<Corpus>();
    corpus->documents_ = without_replaced(std::move(documents));
    corpus->vocabulary_ = &vocabulary;
    corpus->index_ = std::make_unique<Index>();
    for (uint32_t d = 0; d < corpus->documents_.size(); ++d) {
        const CorpusDocument& document = *corpus->documents_[d];
        assert(document.annotations.items.size() == document.document.items.size());
        for (uint32_t i = 0; i < document.document.items.size(); ++i) corpus->items_.push_back({d, i});
    }

    Forward forward;
    Index::build(*corpus, *corpus->index_, forward);
    Keywords keywords = find_keywords(*corpus, *corpus->index_, forward);
    corpus->keyword_labels_ = std::move(keywords.labels);
    corpus->keywords_ = std::move(keywords.items);
    build_columns(*corpus, *corpus->index_);
    corpus->index_->newest_rank = newest_ranks(*corpus);
    return corpus;
}

ItemId Corpus::find(std::string_view item_id) const {
    const size_t slash = item_id.rfind('/');
    if (slash == item_id.npos) return item_count();
    const std::string_view document_id = item_id.substr(0, slash);
    const std::string_view digits = item_id.substr(slash + 1);
    int number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool is_number = error == std::errc{} && end == digits.data() + digits.size();

    // Items are in order of documents: the document's first item, then on to the one asked for.
    const auto document =
        std::ranges::find(documents_, document_id, [](const auto& d) -> const std::string& { return d->document.id; });
    if (document == documents_.end()) return item_count();
    const auto at = static_cast<uint32_t>(document - documents_.begin());
    const auto first = std::ranges::lower_bound(items_, at, {}, &ItemRef::document);
    const auto& items = (*document)->document.items;
    const auto base = static_cast<ItemId>(first - items_.begin());
    for (uint32_t i = 0; i < items.size(); ++i) {
        if (items[i].id == item_id) return base + i;
    }
    for (uint32_t i = 0; is_number && i < items.size(); ++i) {
        if (std::ranges::find(items[i].numbers, number) != items[i].numbers.end()) return base + i;
    }
    return item_count();
}

}  // namespace kl::search
