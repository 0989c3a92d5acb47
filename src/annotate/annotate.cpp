#include "annotate/annotate.h"

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "annotate/concepts.h"
#include "annotate/cross_links.h"
#include "annotate/ministries.h"
#include "annotate/places.h"
#include "annotate/promises.h"
#include "annotate/references.h"
#include "annotate/themes.h"

namespace kl::annotate {

// All names of the vocabulary as words with numbers. Never changed after construction, so that threads may share it;
// only the memories of words are handed out and taken back.
struct Annotator::Matcher {
    text::Stemmer stemmer;
    Lexicon lexicon;
    ConceptMatcher concepts;
    ThemeMatcher themes;
    std::mutex guard;
    std::vector<std::unique_ptr<WordMemory>> idle;  // at most one for each thread

    explicit Matcher(const Vocabulary& vocabulary)
        : concepts(vocabulary, lexicon, stemmer), themes(vocabulary, lexicon, stemmer) {}

    std::unique_ptr<WordMemory> take_memory() {
        const std::lock_guard lock(guard);
        if (idle.empty()) return std::make_unique<WordMemory>(lexicon);
        std::unique_ptr<WordMemory> memory = std::move(idle.back());
        idle.pop_back();
        return memory;
    }
    void give_back(std::unique_ptr<WordMemory> memory) {
        const std::lock_guard lock(guard);
        idle.push_back(std::move(memory));
    }
};

Annotator::Annotator(const Vocabulary& vocabulary)
    : vocabulary_(&vocabulary), matcher_(std::make_unique<Matcher>(vocabulary)) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;
Annotator& Annotator::operator=(Annotator&&) noexcept = default;

const Vocabulary& Annotator::vocabulary() const { return *vocabulary_; }

Annotations Annotator::annotate(const parse::Document& document) const {
    Annotations out;
    out.items.resize(document.items.size());

    // Everything reads the same words: without footnote marks, so that "2025²" is 2025.
    const std::string text = without_marks(document);
    const Places places(document);
    std::unique_ptr<WordMemory> memory = matcher_->take_memory();
    const Words words = read_words(text, *memory);
    matcher_->give_back(std::move(memory));

    // What is cited, and which other answers are meant.
    out.references = document_references(document, text);
    for (size_t i = 0; i < out.references.size(); ++i)
        if (const int item = out.references[i].item; item >= 0)
            out.items[static_cast<size_t>(item)].references.push_back(static_cast<uint32_t>(i));
    const ItemNumbers numbers(document);
    for (size_t i = 0; i < out.items.size(); ++i)
        out.items[i].cross_links = find_cross_links(document, words, numbers, i);

    // Who is asked and who answers: stated in the head.
    out.addressees =
        resolve_officials(*vocabulary_, document, document.addressees,
                          document.submitted.known() ? document.submitted : document.date, out.diagnostics);
    out.respondents = resolve_officials(*vocabulary_, document, document.respondents, document.date, out.diagnostics);

    // What is named.
    const std::vector<ConceptMention> mentions = matcher_->concepts.find(words);
    for (const ConceptMention& mention : mentions) {
        const Place place = places.at(mention.span.begin);
        if (place.item >= 0)
            out.items[static_cast<size_t>(place.item)].concepts.push_back(mention);
        else if (place.part == Part::head)
            out.head_concepts.push_back(mention);
    }

    // When, and what is promised: only an answer promises.
    for (size_t i = 0; i < out.items.size(); ++i) {
        const parse::Item& item = document.items[i];
        out.items[i].dates = find_dates(text, item.question);
        if (!item.answer) continue;
        const std::vector<DateMention> dates = find_dates(text, *item.answer);
        out.items[i].dates.insert(out.items[i].dates.end(), dates.begin(), dates.end());
        // The Algemene Rekenkamer only tells what ministers promised elsewhere.
        if (document.kind != parse::Kind::rekenkamer)
            out.items[i].promises = find_promises(words, *item.answer, document.date);
    }

    // What it is about, and from that and from the names: whom else it concerns.
    std::vector<MinistryId> stated;
    for (const ResolvedOfficial& official : out.respondents.empty() ? out.addressees : out.respondents)
        stated.push_back(official.ministry);
    std::vector<std::vector<ItemTheme>> themes = matcher_->themes.find({document, words, places, mentions, stated});
    for (size_t i = 0; i < out.items.size(); ++i) out.items[i].themes = std::move(themes[i]);
    assign_ministries(*vocabulary_, document, places, find_named_ministries(*vocabulary_, words, document.date), out);
    return out;
}

}  // namespace kl::annotate
