#include "app/item_facts.h"

#include <algorithm>

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
    const auto ref = corpus.item_ref(id);
    for (const auto& one : corpus.documents()[ref.document]->annotations.references) {
        const bool known =
            std::find(facts.references.begin(), facts.references.end(), one.id) != facts.references.end();
        if (one.item == static_cast<int>(ref.item) && !known) facts.references.push_back(one.id);
    }
    facts.url = public_address(document);
    return facts;
}

}  // namespace kl::app
