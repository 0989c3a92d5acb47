#include "annotate/themes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <tuple>

#include "annotate/scanner.h"
#include "text/fold.h"
#include "text/sort.h"

namespace kl::annotate {

namespace {

// The knobs. Each says what more of it does.
constexpr std::array<float, 4> term_weights{0.0f, 0.6f, 1.6f, 3.0f};  // steeper: decisive words rule
constexpr float phrase_factor = 1.3f;                                 // higher: phrases beat words
constexpr float question_factor = 2.0f;                               // higher: the question decides, not the answer
constexpr float note_factor = 0.3f;
constexpr float head_factor = 1.0f;
constexpr float compound_head = 0.7f;   // "kinderopvangtoeslag" as "toeslag"
constexpr float compound_first = 0.5f;  // "woningmarktbeleid" as "woningmarkt"
constexpr float weak_part = 0.5f;  // a part that is a good term but not a decisive one: "profiel" in "cliëntprofiel"
constexpr float concept_weight = 2.0f;
constexpr float place_weight = 0.7f;       // a country or a company says little about the theme
constexpr float head_share = 0.6f;         // higher: the subject of the document decides
constexpr float document_share = 2.0f;     // higher: what the other questions are about decides
constexpr float own_words = 12.0f;         // lower: an item with strong words of its own depends less on its document
constexpr float portfolio_factor = 1.25f;  // themes of the ministry that answers
constexpr float half = 6.0f;               // the strength that scores 0.5
constexpr float answer_damping = 8.0f;     // lower: a long answer says less beside its question
constexpr float least = 0.5f;
constexpr float least_share = 0.2f;  // of the best theme; higher: fewer themes
constexpr float more_share = 0.5f;   // for the fourth and fifth
constexpr size_t usual_themes = 3;
constexpr size_t most_themes = 5;
constexpr size_t most_basis = 8;

constexpr size_t shortest_part = 5;  // letters of a part of a compound
constexpr size_t part_hashes = 1 << 16;

size_t part_hash(std::string_view text) {
    uint64_t letters = 0;
    for (size_t i = 0; i < shortest_part; ++i) letters = letters << 8 | static_cast<unsigned char>(text[i]);
    return static_cast<size_t>((letters * 0x9E3779B97F4A7C15u) >> 48);
}

}  // namespace

ThemeMatcher::ThemeMatcher(const Vocabulary& vocabulary, Lexicon& lexicon, text::Stemmer& stemmer)
    : vocabulary_(vocabulary), lexicon_(&lexicon), part_starts_(part_hashes) {
    for (const ThemeTerm& row : vocabulary.theme_terms) {
        Term term;
        term.theme = row.theme;
        const bool phrase = row.term.find(' ') != std::string::npos;
        term.weight = term_weights[static_cast<size_t>(std::clamp(row.weight, 1, 3))] * (phrase ? phrase_factor : 1.0f);
        const bool capitals = short_capitals(row.term);
        if (capitals) term.exact = row.term;
        phrases_.add(row.term, static_cast<uint32_t>(terms_.size()), capitals ? Compare::form : Compare::stem, lexicon,
                     stemmer);
        if (!phrase && !capitals && term.weight >= term_weights[2]) {
            const std::string stem = stemmer.stem(text::fold(row.term));
            if (stem.size() >= shortest_part) part_starts_[part_hash(stem)] = true;
        }
        terms_.push_back(std::move(term));
    }
}

// The longest known word at the end and at the beginning of a compound.
std::vector<ThemeMatcher::Part> ThemeMatcher::parts_of(std::string_view folded, std::string_view stem) const {
    constexpr size_t shortest_rest = 3;
    std::vector<Part> parts;
    const auto add = [&](Atom atom, std::string_view part, float factor) {
        const std::vector<uint32_t>* ids = phrases_.single(atom);
        if (ids == nullptr) return false;
        bool any = false;
        for (const uint32_t id : *ids) {
            if (terms_[id].weight < term_weights[2] || !terms_[id].exact.empty()) continue;  // a hint is too little
            if (!is_inflection(phrases_.base(id), part)) continue;
            const float decisive = terms_[id].weight >= term_weights[3] ? 1.0f : weak_part;
            parts.push_back({id, factor * decisive / std::sqrt(static_cast<float>(ids->size()))});
            any = true;
        }
        return any;
    };
    // "commissie" is no kind of "missie", "verschil" no "geschil".
    static constexpr std::array<std::string_view, 16> prefixes{"com", "con",   "ver",   "her", "mis", "ont",
                                                               "aan", "uit",   "door",  "toe", "pro", "sub",
                                                               "des", "trans", "inter", "pre"};
    for (size_t from = shortest_rest; from + shortest_part <= stem.size(); ++from) {
        if (!part_starts_[part_hash(stem.substr(from))] || from >= folded.size()) continue;
        if (std::ranges::find(prefixes, folded.substr(0, from)) != prefixes.end()) continue;
        if (add(lexicon_->stem(stem.substr(from)), folded.substr(from), compound_head)) break;
    }
    if (!part_starts_[part_hash(folded)]) return parts;
    // "handel" in "handelingsruimte" is a derivation, not a compound.
    static constexpr std::array<std::string_view, 12> endings{"ing", "baar", "lijk", "aar", "aren", "end",
                                                              "ist", "isch", "atie", "eer", "eren", "elijk"};
    for (size_t size = folded.size() - std::min(folded.size(), shortest_rest); size >= shortest_part; --size) {
        const std::string_view rest = folded.substr(size);
        if (std::ranges::any_of(endings, [&](std::string_view ending) { return rest.starts_with(ending); })) continue;
        if (add(lexicon_->stem(folded.substr(0, size)), folded.substr(0, size), compound_first)) break;
    }
    return parts;
}

void ThemeMatcher::collect_terms(const ThemeInput& input, std::vector<Hit>& hits) const {
    const Words& words = input.words;
    std::vector<Phrases::Match> found;
    std::vector<std::optional<std::vector<Part>>> parts(words.words.size());  // by word, made when first needed
    for (const Place& place : input.places.all()) {
        float field = 1.0f;
        if (place.part == annotate::Part::question) field = question_factor;
        if (place.part == annotate::Part::note) field = note_factor;
        if (place.part == annotate::Part::head) field = head_factor;
        const auto [first, last] = words.range(place.span);
        const auto hit = [&](uint32_t term, float weight, size_t begin, size_t end) {
            Basis basis;
            basis.reason = Reason::term;
            basis.span = {words.tokens[begin].span.begin, words.tokens[end - 1].span.end};
            hits.push_back(
                {place.item, terms_[term].theme, term, weight * field, place.part == annotate::Part::question, basis});
        };
        for (size_t token = first; token < last;) {
            phrases_.find(words, token, found);
            std::erase_if(found, [&](const Phrases::Match& match) {
                return match.end > last ||
                       (!terms_[match.id].exact.empty() && words.source(token) != terms_[match.id].exact);
            });
            if (!found.empty()) {
                const size_t end = found.back().end;  // the longest; a word of several themes is shared among them
                const auto count = std::ranges::count(found, end, &Phrases::Match::end);
                for (const Phrases::Match& match : found)
                    if (match.end == end)
                        hit(match.id, terms_[match.id].weight / std::sqrt(static_cast<float>(count)), token, end);
                token = end;
                continue;
            }
            const uint32_t word = words.tokens[token].word;
            constexpr size_t shortest_compound = 8;
            constexpr size_t longest_compound = 60;
            if (!parts[word]) {
                const std::string_view folded = words.folded(word);
                const bool compound = folded.size() >= shortest_compound && folded.size() <= longest_compound;
                parts[word] = compound ? parts_of(folded, words.stem(word)) : std::vector<Part>{};
            }
            for (const ThemeMatcher::Part& part : *parts[word])
                hit(part.term, terms_[part.term].weight * part.factor, token, token + 1);
            ++token;
        }
    }
}

void ThemeMatcher::collect_concepts(const ThemeInput& input, std::vector<Hit>& hits) const {
    for (const ConceptMention& mention : input.concepts) {
        const Concept& named = vocabulary_.concepts[mention.concept_id];
        if (named.themes.empty()) continue;
        const Place place = input.places.at(mention.span.begin);
        if (place.part == annotate::Part::other) continue;
        const bool only_place = named.kind == ConceptKind::country || named.kind == ConceptKind::region ||
                                named.kind == ConceptKind::company || named.kind == ConceptKind::organisation;
        float weight = only_place ? place_weight : concept_weight;
        if (place.part == annotate::Part::question) weight *= question_factor;
        if (place.part == annotate::Part::note) weight *= note_factor;
        for (size_t i = 0; i < named.themes.size(); ++i) {
            Basis basis;
            basis.reason = Reason::concept_of;
            basis.span = mention.span;
            basis.concept_id = mention.concept_id;
            // The first theme of a concept is what it is mostly about.
            const float share = i == 0 ? 1.0f : 0.6f;
            hits.push_back({place.item, named.themes[i], static_cast<uint32_t>(terms_.size()) + mention.concept_id,
                            weight * share, place.part == annotate::Part::question, basis});
        }
    }
}

namespace {

// A theme's evidence in one item: strength, and the hits that gave it.
struct Evidence {
    float asked = 0;                             // by terms that stand in the question
    float answered = 0;                          // by the others
    std::vector<std::pair<float, Basis>> basis;  // one for each term, at its first place
};

float strength_of(const Evidence& evidence) {
    return evidence.asked + answer_damping * std::log(1.0f + evidence.answered / answer_damping);
}

// One name can be a term and a concept of the same theme: only the stronger of the two counts.
template <class Hits>
void drop_doubles(Hits& hits) {
    text::sort(hits, {}, [](const auto& hit) { return std::tuple(hit.item, hit.theme, hit.basis.span.begin); });
    for (size_t i = 0; i + 1 < hits.size(); ++i) {
        auto& a = hits[i];
        auto& b = hits[i + 1];
        const bool same_place = a.item == b.item && a.theme == b.theme && a.basis.span.overlaps(b.basis.span);
        if (same_place && a.basis.reason != b.basis.reason) (a.weight < b.weight ? a.weight : b.weight) = 0;
    }
    std::erase_if(hits, [](const auto& hit) { return hit.weight <= 0; });
}

void strongest_first(std::vector<std::pair<float, Basis>>& basis) {
    text::sort(basis, std::ranges::greater{}, [](const auto& entry) { return entry.first; });
    if (basis.size() > most_basis) basis.resize(most_basis);
}

}  // namespace

std::vector<std::vector<ItemTheme>> ThemeMatcher::find(const ThemeInput& input) const {
    const size_t themes = vocabulary_.themes.size();
    const size_t items = input.document.items.size();
    std::vector<std::vector<ItemTheme>> result(items);
    if (themes == 0 || items == 0) return result;

    std::vector<Hit> hits;
    collect_terms(input, hits);
    collect_concepts(input, hits);
    drop_doubles(hits);
    text::sort(hits, {}, [](const Hit& hit) { return std::tuple(hit.item, hit.theme, hit.source); });

    // Sum by item and theme: sparse, as most items have few themes. Index 0 is the head, item i is i + 1.
    std::vector<std::vector<std::pair<ThemeId, Evidence>>> evidence(items + 1);
    for (size_t begin = 0; begin < hits.size();) {
        const Hit& first = hits[begin];
        float sum = 0;
        float strongest = 0;
        bool asked = false;
        size_t end = begin;
        for (; end < hits.size() && hits[end].item == first.item && hits[end].theme == first.theme &&
               hits[end].source == first.source;
             ++end) {
            sum += hits[end].weight;
            asked = asked || hits[end].asked;
            strongest = std::max(strongest, hits[end].weight);
        }
        // Said often is stronger than said once, but not as often stronger.
        const float strength = strongest * (1.0f + std::log(std::max(1.0f, sum / std::max(strongest, 0.01f))));
        auto& of_item = evidence[static_cast<size_t>(first.item + 1)];
        if (of_item.empty() || of_item.back().first != first.theme) of_item.emplace_back(first.theme, Evidence{});
        Evidence& entry = of_item.back().second;
        (asked ? entry.asked : entry.answered) += strength;
        entry.basis.emplace_back(strength, first.basis);
        begin = end;
    }

    // What the document as a whole is about.
    std::vector<float> context(themes, 0.0f);
    std::vector<Basis> context_basis(themes);
    for (size_t i = 0; i < evidence.size(); ++i)
        for (auto& [theme, entry] : evidence[i]) {
            strongest_first(entry.basis);
            if (context[theme] <= 0) context_basis[theme] = entry.basis.front().second;
            context[theme] += i == 0 ? head_share * strength_of(entry)
                                     : document_share * strength_of(entry) / static_cast<float>(items);
        }
    std::vector<float> factor(themes, 1.0f);
    for (size_t t = 0; t < themes; ++t)
        for (const std::string& abbr : vocabulary_.themes[t].ministries)
            if (const auto ministry = vocabulary_.in_charge(abbr, input.document.date))
                if (std::ranges::find(input.stated, *ministry) != input.stated.end()) factor[t] = portfolio_factor;

    std::vector<float> strength(themes);
    std::vector<ThemeId> order;
    for (size_t i = 0; i < items; ++i) {
        std::vector<const Evidence*> own(themes, nullptr);
        float strongest = 0;
        for (const auto& [theme, entry] : evidence[i + 1]) strongest = std::max(strongest, strength_of(entry));
        for (size_t t = 0; t < themes; ++t) strength[t] = context[t] * own_words / (own_words + strongest);
        for (const auto& [theme, entry] : evidence[i + 1]) {
            strength[theme] += strength_of(entry);
            own[theme] = &entry;
        }
        for (size_t t = 0; t < themes; ++t) strength[t] *= factor[t];
        order.clear();
        for (size_t t = 0; t < themes; ++t)
            if (strength[t] >= least) order.push_back(static_cast<ThemeId>(t));
        text::sort(order, std::ranges::greater{}, [&](ThemeId theme) { return strength[theme]; });
        for (const ThemeId theme : order) {
            const float share = strength[theme] / strength[order.front()];
            if (result[i].size() >= most_themes || share < (result[i].size() < usual_themes ? least_share : more_share))
                break;
            ItemTheme chosen;
            chosen.theme = theme;
            chosen.score = strength[theme] / (strength[theme] + half);
            if (own[theme] != nullptr)
                for (const auto& [weight, basis] : own[theme]->basis) chosen.basis.push_back(basis);
            else
                chosen.basis.push_back(context_basis[theme]);
            result[i].push_back(std::move(chosen));
        }
    }
    return result;
}

}  // namespace kl::annotate
