#include "app/item_facts.h"

#include <string_view>
#include <unordered_set>

#include "app/citation.h"

namespace kl::app {

ItemFacts facts_of(const search::Corpus& corpus, search::ItemId id) {
    const parse::Document& document = corpus.document_of(id);
    const parse::Item& item = corpus.item(id);
    const annotate::Vocabulary& vocabulary = corpus.vocabulary();
    const auto& given = corpus.annotations(id);
    ItemFacts facts;
    facts.id = item.id;
    facts.document = document.id;
    facts.title = document.title;
    facts.date = text::iso(document.date);
    facts.kind = parse::name(document.kind);
    facts.numbers = item.numbers;
    facts.question = parse::running_text(document, item.question);
    if (item.answer) facts.answer = parse::running_text(document, *item.answer);
    facts.answer_of = item.answer_of;
    for (const auto& one : given.ministries) {
        (one.stated ? facts.ministries : facts.ministries_inferred).push_back(vocabulary.ministries[one.ministry].abbr);
    }
    for (const auto& one : given.themes) facts.themes.push_back(vocabulary.themes[one.theme].label_nl);
    for (const auto& one : corpus.keywords(id)) facts.keywords.push_back(corpus.keyword_labels()[one.term]);
    const auto& cited = corpus.documents()[corpus.item_ref(id).document]->annotations.references;
    std::unordered_set<std::string_view> known;
    for (const uint32_t index : given.references)
        if (known.insert(cited[index].id).second) facts.references.push_back(cited[index].id);
    facts.url = public_address(document);
    return facts;
}

}  // namespace kl::app
