#include "annotate/ministries.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "annotate/offices.h"
#include "annotate/scanner.h"
#include "text/sort.h"

namespace kl::annotate {

namespace {

// The knobs of inference; a ministry's score is 1 - exp(-sum).
constexpr float named_weight = 1.4f;
constexpr float instrument_weight = 0.7f;  // lead ministry of a law, a programme, a body
constexpr float policy_weight = 0.5f;      // … of a policy: two of them convince
constexpr float sector_weight = 0.45f;     // … of a sector or measure
constexpr float place_weight = 0.2f;       // … of a country or a company
constexpr float asked_factor = 1.6f;       // when the question names it
constexpr float portfolio_weight = 1.1f;   // × the theme's score
constexpr float later_theme = 0.85f;       // each theme after the first counts that much less
constexpr float least_score = 0.45f;       // below this it is no more than a guess
constexpr float least_share = 0.5f;        // of the best one
constexpr size_t most_inferred = 4;
constexpr size_t most_basis = 8;

bool any_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, word) != list.end();
}

}  // namespace

std::vector<ResolvedOfficial> resolve_officials(const Vocabulary& vocabulary, const parse::Document& document,
                                                const std::vector<parse::Official>& officials, text::Date date,
                                                std::vector<Diagnostic>& diagnostics) {
    std::vector<ResolvedOfficial> resolved;
    for (const parse::Official& official : officials) {
        std::vector<MinistryId> found = ministries_in(vocabulary, official.office, date);
        // "de Staatssecretaris Koninkrijksrelaties en Digitalisering", "Minister BZK": without "van" it reads as a
        // name.
        if (found.empty() && official.office.empty() && vocabulary.is_office(official.name))
            found = ministries_in(vocabulary, official.name, date);
        if (found.empty() && official.role == "minister-president")
            if (const auto general = vocabulary.by_abbr("AZ", date)) found.push_back(*general);
        if (found.empty() && !official.office.empty()) {
            Diagnostic diagnostic;
            diagnostic.code = "office_unknown";
            diagnostic.severity = Severity::doubt;
            diagnostic.span = official.span;
            diagnostic.source = parse::to_source(document, official.span);
            diagnostic.args = {official.office};
            diagnostics.push_back(std::move(diagnostic));
        }
        for (const MinistryId ministry : found) {
            ResolvedOfficial one;
            one.ministry = ministry;
            one.role = official.role;
            one.text = official.span.end <= document.text.size() ? std::string(slice(document.text, official.span))
                                                                 : official.office;
            one.span = official.span;
            resolved.push_back(std::move(one));
        }
    }
    return resolved;
}

std::vector<NamedMinistry> find_named_ministries(const Vocabulary& vocabulary, const Words& words, text::Date date) {
    std::vector<NamedMinistry> named;
    constexpr size_t longest_name = 9;  // words
    for (size_t i = 0; i + 2 < words.tokens.size(); ++i) {
        if (!any_of(words.at(i),
                    {"minister", "ministers", "ministerie", "ministeries", "staatssecretaris", "staatssecretarissen"}))
            continue;
        if (!any_of(words.at(i + 1), {"van", "voor"})) continue;
        // "de Chinese minister van Buitenlandse Zaken" is not ours.
        const bool adjective = i > 0 && words.tokens[i].gap != Gap::sentence &&
                               words.tokens[i - 1].gap != Gap::sentence && ascii_upper(words.source(i - 1).front()) &&
                               !any_of(words.at(i - 1), {"nederlandse", "de", "het", "demissionair"});
        if (adjective) continue;
        std::string key;
        size_t end = 0;
        for (size_t k = i + 2; k < words.tokens.size() && k < i + 2 + longest_name; ++k) {
            const Gap gap = words.tokens[k].gap;
            if (gap == Gap::sentence || gap == Gap::other) break;
            if (words.text
                    .substr(words.tokens[k - 1].span.end, words.tokens[k].span.begin - words.tokens[k - 1].span.end)
                    .find('&') != std::string_view::npos)
                key += "en";
            for (const char c : words.at(k))
                if (ascii_letter(c) || ascii_digit(c)) key += c;
            if (vocabulary.is_office_key(key)) end = k + 1;
        }
        if (end == 0) continue;
        const Span office{words.tokens[i + 2].span.begin, words.tokens[end - 1].span.end};
        if (const auto ministry = vocabulary.by_office(slice(words.text, office), date))
            named.push_back({*ministry, {words.tokens[i].span.begin, office.end}});
        i = end - 1;
    }
    return named;
}

namespace {

float weight_of(ConceptKind kind) {
    switch (kind) {
        case ConceptKind::country:
        case ConceptKind::region:
        case ConceptKind::company: return place_weight;
        case ConceptKind::sector:
        case ConceptKind::measure: return sector_weight;
        case ConceptKind::policy: return policy_weight;
        case ConceptKind::law:
        case ConceptKind::body:
        case ConceptKind::partnership:
        case ConceptKind::treaty:
        case ConceptKind::strategy:
        case ConceptKind::programme:
        case ConceptKind::motion:
        case ConceptKind::organisation: return instrument_weight;
    }
    return 0;
}

struct Claim {
    float sum = 0;
    std::vector<std::pair<float, Basis>> basis;

    void add(float weight, const Basis& why) {
        sum += weight;
        basis.emplace_back(weight, why);
    }
};

std::vector<ItemMinistry> stated_ministries(const Annotations& annotations, const parse::Document& document,
                                            bool& joint) {
    const bool answered = !annotations.respondents.empty();
    const auto& officials = answered ? annotations.respondents : annotations.addressees;
    std::vector<ItemMinistry> stated;
    for (const ResolvedOfficial& official : officials) {
        Basis basis;
        basis.reason = answered ? Reason::respondent : Reason::addressee;
        basis.span = official.span;
        auto place = std::ranges::find(stated, official.ministry, &ItemMinistry::ministry);
        if (place == stated.end()) {
            ItemMinistry one;
            one.ministry = official.ministry;
            one.stated = true;
            one.score = 1;
            stated.push_back(std::move(one));
            place = stated.end() - 1;
        }
        if (place->basis.size() < most_basis) place->basis.push_back(basis);
    }
    joint = false;
    if (answered)
        for (const parse::Official& official : document.respondents)
            joint = joint || office_key(official.office) != office_key(document.respondents.front().office);
    return stated;
}

}  // namespace

void assign_ministries(const Vocabulary& vocabulary, const parse::Document& document, const Places& places,
                       const std::vector<NamedMinistry>& named, Annotations& annotations) {
    bool joint = false;
    const std::vector<ItemMinistry> stated = stated_ministries(annotations, document, joint);
    std::vector<std::vector<NamedMinistry>> named_in(document.items.size());
    for (const NamedMinistry& one : named)
        if (const Place place = places.at(one.span.begin); place.item >= 0)
            named_in[static_cast<size_t>(place.item)].push_back(one);

    for (size_t i = 0; i < annotations.items.size(); ++i) {
        ItemAnnotations& item = annotations.items[i];
        item.ministries = stated;
        item.joint = joint;
        std::map<MinistryId, Claim> claims;
        for (const NamedMinistry& one : named_in[i]) {
            Basis basis;
            basis.reason = Reason::named;
            basis.span = one.span;
            Claim& claim = claims[one.ministry];
            claim.add(claim.basis.empty() ? named_weight : 0.1f, basis);
        }
        std::map<ConceptId, int> seen;
        for (const ConceptMention& mention : item.concepts) {
            const Concept& concept_row = vocabulary.concepts[mention.concept_id];
            if (concept_row.ministry.empty() || ++seen[mention.concept_id] > 1) continue;
            const auto ministry = vocabulary.in_charge(concept_row.ministry, document.date);
            if (!ministry) continue;
            float weight = weight_of(concept_row.kind);
            if (places.at(mention.span.begin).part == Part::question) weight *= asked_factor;
            Basis basis;
            basis.reason = Reason::instrument;
            basis.span = mention.span;
            basis.concept_id = mention.concept_id;
            claims[*ministry].add(weight, basis);
        }
        float rank = 1;
        for (const ItemTheme& theme : item.themes) {
            const auto& owners = vocabulary.themes[theme.theme].ministries;
            for (const std::string& abbr : owners) {
                const auto ministry = vocabulary.in_charge(abbr, document.date);
                if (!ministry || theme.basis.empty()) continue;
                Basis basis = theme.basis.front();
                basis.reason = Reason::portfolio;
                basis.theme = theme.theme;
                claims[*ministry].add(rank * portfolio_weight * theme.score / static_cast<float>(owners.size()), basis);
            }
            rank *= later_theme;
        }
        std::vector<ItemMinistry> inferred;
        for (auto& [ministry, claim] : claims) {
            if (std::ranges::find(stated, ministry, &ItemMinistry::ministry) != stated.end()) continue;
            ItemMinistry one;
            one.ministry = ministry;
            one.score = 1 - std::exp(-claim.sum);
            if (one.score < least_score) continue;
            text::sort(claim.basis, std::ranges::greater{}, [](const auto& entry) { return entry.first; });
            for (size_t k = 0; k < claim.basis.size() && k < most_basis; ++k)
                one.basis.push_back(claim.basis[k].second);
            inferred.push_back(std::move(one));
        }
        text::sort(inferred, std::ranges::greater{}, &ItemMinistry::score);
        for (size_t k = 0; k < inferred.size() && k < most_inferred; ++k)
            if (inferred[k].score >= least_share * inferred.front().score) item.ministries.push_back(inferred[k]);
    }
}

}  // namespace kl::annotate
