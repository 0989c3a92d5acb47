// The immutable collection an explorer works on: documents with their annotations and the index over their items.
// Adding documents makes a new Corpus that shares the old documents.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "annotate/annotate.h"
#include "parse/document.h"

namespace kl::search {

using ItemId = uint32_t;  // item number over the whole corpus, in order of documents and items

struct CorpusDocument {
    parse::Document document;
    annotate::Annotations annotations;
};

// A significant term of an item: `label` as a reader would write it, `score` by log-likelihood against the corpus
// (Dunning 1993, "Accurate Methods for the Statistics of Surprise and Coincidence").
struct Keyword {
    uint32_t term = 0;  // index in Corpus::keyword_labels
    float score = 0;
};

struct ItemRef {
    uint32_t document = 0;  // index in Corpus::documents
    uint32_t item = 0;      // index in Document::items
};

class Index;  // term dictionary, postings, facet columns: index.h

class Corpus {
public:
    Corpus();
    // Documents with the id of an earlier one replace it. `vocabulary` must outlive the corpus.
    static std::shared_ptr<const Corpus> build(std::vector<std::shared_ptr<const CorpusDocument>> documents,
                                               const annotate::Vocabulary& vocabulary);
    ~Corpus();

    [[nodiscard]] const std::vector<std::shared_ptr<const CorpusDocument>>& documents() const { return documents_; }
    [[nodiscard]] uint32_t item_count() const { return static_cast<uint32_t>(items_.size()); }
    [[nodiscard]] ItemRef item_ref(ItemId id) const { return items_[id]; }
    [[nodiscard]] const parse::Document& document_of(ItemId id) const {
        return documents_[items_[id].document]->document;
    }
    [[nodiscard]] const parse::Item& item(ItemId id) const { return document_of(id).items[items_[id].item]; }
    [[nodiscard]] const annotate::ItemAnnotations& annotations(ItemId id) const {
        return documents_[items_[id].document]->annotations.items[items_[id].item];
    }
    // The item with an id such as "kst-36696-4/5" (a number of a combined heading finds its item); item_count() when
    // there is none.
    [[nodiscard]] ItemId find(std::string_view item_id) const;

    [[nodiscard]] const std::vector<std::string>& keyword_labels() const { return keyword_labels_; }
    [[nodiscard]] const std::vector<Keyword>& keywords(ItemId id) const { return keywords_[id]; }  // best first
    [[nodiscard]] const annotate::Vocabulary& vocabulary() const { return *vocabulary_; }
    [[nodiscard]] const Index& index() const { return *index_; }

private:
    std::vector<std::shared_ptr<const CorpusDocument>> documents_;
    std::vector<ItemRef> items_;
    std::vector<std::string> keyword_labels_;
    std::vector<std::vector<Keyword>> keywords_;
    const annotate::Vocabulary* vocabulary_ = nullptr;
    std::unique_ptr<Index> index_;
};

}  // namespace kl::search
