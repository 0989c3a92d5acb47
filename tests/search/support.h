// Hand-made corpora for the tests of the search room.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "search/corpus.h"
#include "search/search.h"

namespace kl::test {

struct NewItem {
    std::string question = {}, answer = {};  // an empty answer: none
    std::vector<std::string> notes = {};
    std::vector<std::string> stated = {}, inferred = {}, themes = {};  // by abbreviation and label in vocabulary()
    bool joint = false;
    std::vector<int> numbers = {};  // empty: one more than the item before
};

struct NewDocument {
    std::string id;
    std::vector<NewItem> items = {};
    text::Date date = {2026, 2, 12};
    parse::Kind kind = parse::Kind::lijst;
};

// Ministries BZ, EZ, JenV, VWS; themes "handel" and "zorg" with two children each.
const annotate::Vocabulary& vocabulary();

std::shared_ptr<const search::CorpusDocument> make(const NewDocument& document);
std::shared_ptr<const search::Corpus> build(const std::vector<NewDocument>& documents);

// Search as a test writes it: a query that is not being typed.
search::Results find(const search::Corpus& corpus, std::string_view query, const search::Filters& filters = {},
                     search::Order order = search::Order::relevance);
std::vector<search::ItemId> ids(const search::Results& results);
// The count of a value; -1 when it is not shown.
int count_of(const search::Results& results, search::Facet facet, std::string_view key);

}  // namespace kl::test
