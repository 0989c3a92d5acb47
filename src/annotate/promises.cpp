#include "annotate/promises.h"

#include <algorithm>

#include "annotate/due.h"

namespace kl::annotate {

namespace {

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, word) != list.end();
}

enum class Verb : uint8_t { none, infinitive, participle, finite };

// Verbs of informing, sending and offering. A separable verb is found by its first part: "bied … aan", "doe …
// toekomen".
Verb verb_of(std::string_view w) {
    if (one_of(w,
               {"informeren",  "berichten",  "inlichten", "sturen",        "toesturen",    "doorsturen", "nasturen",
                "zenden",      "toezenden",  "aanbieden", "toekomen",      "delen",        "voorleggen", "rapporteren",
                "verstrekken", "terugkomen", "meenemen",  "terugkoppelen", "doorgeleiden", "stellen",    "houden"}))
        return Verb::infinitive;
    if (one_of(w, {"geinformeerd", "bericht", "ingelicht", "gestuurd", "toegestuurd", "verstuurd", "verzonden",
                   "toegezonden", "gezonden", "aangeboden", "gedeeld", "voorgelegd", "gerapporteerd", "verstrekt",
                   "teruggekoppeld", "gebracht", "gehouden", "gesteld"}))
        return Verb::participle;
    if (one_of(w, {"informeer", "informeert", "stuur", "stuurt", "zend",     "zendt",      "bied",
                   "biedt",     "doe",        "doet",  "deel",   "deelt",    "rapporteer", "rapporteert",
                   "ontvangt",  "ontvangen",  "kom",   "komt",   "verstrek", "verstrekt",  "krijgt"}))
        return Verb::finite;
    return Verb::none;
}

enum class Time : uint8_t { none, future, past };

Time time_of(std::string_view w) {
    if (one_of(w, {"zal", "zullen", "wordt", "worden", "word", "voornemens", "streef", "streven", "streeft", "verwacht",
                   "verwachten", "hoop", "hopen", "zeg"}))
        return Time::future;
    if (one_of(w, {"is", "zijn", "heb", "heeft", "hebben", "hebt", "werd", "werden", "was", "waren", "had", "hadden",
                   "ben"}))
        return Time::past;
    return Time::none;
}

bool kamer(const Words& words, size_t i, size_t first) {
    const std::string_view w = words.at(i);
    if (one_of(w, {"uwkamer", "dekamer"})) return true;  // a blank lost
    if (!one_of(w, {"kamer", "kamers"}) || i == first) return false;
    return one_of(words.at(i - 1), {"uw", "de", "tweede", "eerste", "beide", "gehele", "hele"});
}

// "ik", "wij", "het kabinet", "de minister": who promises; a passive sentence ("wordt uw Kamer …") needs nobody.
bool speaker(std::string_view w) {
    return one_of(w, {"ik", "wij", "we", "kabinet", "minister", "ministers", "staatssecretaris", "regering",
                      "ministerie", "bewindspersonen"});
}

bool is_promise(const Words& words, size_t first, size_t last, bool has_due) {
    bool to_kamer = false;
    bool to_you = false;
    bool first_person = false;
    bool any_speaker = false;
    for (size_t i = first; i < last; ++i) {
        const std::string_view w = words.at(i);
        to_kamer = to_kamer || kamer(words, i, first);
        to_you = to_you || w == "u";
        first_person = first_person || one_of(w, {"ik", "wij", "we"});
        any_speaker = any_speaker || speaker(w);
        if (one_of(w, {"hierbij", "hiermee", "bijgaand"})) return false;  // done in this very letter
    }
    if (!to_kamer && !(to_you && first_person)) return false;
    for (size_t i = first; i < last; ++i) {
        const std::string_view w = words.at(i);
        Verb verb = verb_of(w);
        // "stellen", "houden", "brengen" only in "op de hoogte stellen".
        if (one_of(w, {"stellen", "houden", "gesteld", "gehouden", "gebracht"}) &&
            !(i > first && words.at(i - 1) == "hoogte"))
            verb = Verb::none;
        // "Wij bieden de Kamer … aan", "sturen wij u": the plural looks like the infinitive.
        const bool beside_we = (i > first && one_of(words.at(i - 1), {"wij", "we"})) ||
                               (i + 1 < last && one_of(words.at(i + 1), {"wij", "we"}));
        if (beside_we && (verb == Verb::infinitive || w == "bieden")) verb = Verb::finite;
        if (verb == Verb::none) continue;
        // The auxiliary that is nearest to the verb decides. A main clause has it in front, a subordinate clause beside
        // it.
        constexpr size_t reach = 30;
        Time time = Time::none;
        size_t nearest = reach + 1;
        bool denied = false;
        for (size_t k = i > first + reach ? i - reach : first; k < std::min(last, i + 4); ++k) {
            const size_t distance = k < i ? i - k : k - i;
            const Time here = k == i ? Time::none : time_of(words.at(k));
            if (here != Time::none && (distance < nearest || (distance == nearest && here == Time::future))) {
                nearest = distance;
                time = here;
            }
            denied = denied || (one_of(words.at(k), {"niet", "geen"}) && distance <= 6 &&
                                !(k + 1 < last && one_of(words.at(k + 1), {"alleen", "eerder", "later"})));
        }
        if (denied) continue;
        if (verb == Verb::finite) {
            // "Ik informeer uw Kamer jaarlijks", "Uw Kamer ontvangt binnenkort": the subject stands beside its verb.
            // "deelt" and "komt" say too little without a term.
            const bool receives = one_of(w, {"ontvangt", "krijgt", "ontvangen"});
            const bool weak = one_of(w, {"deel", "deelt", "kom", "komt", "doe", "doet"});
            bool separated = false;  // "doe ik uw Kamer … toekomen"
            for (size_t k = i; k < last && one_of(w, {"doe", "doet"}); ++k)
                separated = separated || words.at(k) == "toekomen";
            bool subject = false;
            for (size_t k = i > first + 3 ? i - 3 : first; k < std::min(last, i + 4); ++k)
                subject = subject || (receives ? kamer(words, k, first) : speaker(words.at(k)));
            bool recipient = receives;
            for (size_t k = i; k < std::min(last, i + 10); ++k)
                recipient = recipient || kamer(words, k, first) || words.at(k) == "u";
            if (subject && recipient && (!weak || has_due || separated)) return true;
            continue;
        }
        if (time != Time::future) continue;
        // The sentence has a future, but a weak verb ("delen", "terugkomen") must be about the Kamer itself: it was
        // checked above.
        if (verb == Verb::infinitive && !any_speaker && nearest > 12) continue;
        return true;
    }
    return false;
}

}  // namespace

std::vector<Promise> find_promises(const Words& words, Span part, text::Date document_date) {
    std::vector<Promise> promises;
    const auto [begin, end] = words.range(part);
    for (size_t first = begin; first < end;) {
        const size_t last = std::min(words.sentence_of(first).second, end);
        const Span span{words.tokens[first].span.begin, words.tokens[last - 1].span.end};
        const std::string_view after = words.text.substr(span.end, 2);
        constexpr size_t longest_sentence = 200;  // words; longer ones are tables
        if (last - first <= longest_sentence && last - first >= 4 && after.find('?') == std::string_view::npos) {
            const auto due = find_due(words, first, last, document_date);
            if (is_promise(words, first, last, due.has_value())) {
                Promise promise;
                promise.span = span;
                if (!after.empty() && after.front() == '.') ++promise.span.end;
                if (due) {
                    promise.due_span = due->span;
                    promise.due = due->date;
                }
                promises.push_back(promise);
            }
        }
        first = last;
    }
    return promises;
}

std::vector<DateMention> find_dates(std::string_view text, Span part) {
    std::vector<DateMention> dates;
    const std::string_view here = slice(text, part);
    for (size_t from = 0; from < here.size();) {
        const auto found = text::find_date(here, from);
        if (!found) break;
        dates.push_back({found->date, {part.begin + found->span.begin, part.begin + found->span.end}});
        from = std::max<size_t>(found->span.end, from + 1);
    }
    return dates;
}

}  // namespace kl::annotate
