// Which words say what an item is about?
//
// A term's weight in an item is Dunning's log-likelihood ratio of its occurrences there against the rest of the corpus:
// high for "dwangarbeid", which one item keeps to itself, low for "daarom", which is everywhere alike. In a corpus of
// one document its items are each other's contrast. Three things make the result readable:
//   - the forms of a word are one term (by its stem), labelled with the form that occurs most;
//   - a keyword is a noun or a name. A noun shows itself by its company: before it stands "de", "van", "op" or an
//     inflected adjective, after it no word that it leans on. A verb follows "te", an adjective leans on the next word;
//   - two words that belong together ("Verenigde Staten", "kritieke grondstoffen") are one term when they occur
//   together
//     far more than chance would have it; a word that hardly occurs without the other is then no term of its own.
#include "search/keywords.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <unordered_map>

#include "text/fold.h"
#include "text/sort.h"

namespace kl::search {
namespace {

constexpr size_t best_of_item = 10;      // so many of an item's terms become keywords of the corpus
constexpr double spread_too_wide = 0.6;  // a term in a larger part of the items tells none of them apart
constexpr uint32_t few_items = 5;        // below which "a larger part" means nothing
constexpr double significant = 10.83;    // log-likelihood at p = 0.001
constexpr double bound_together = 0.75;  // of a word's occurrences within a pair: it is no term of its own
constexpr double noun_enough = 0.4;      // of 1: see noun_likeness

// What a term's weight in other items adds. To be chosen as a keyword: much, a word that links items is what a facet is
// for. In the order of an item's keywords: little, there the item's own words come first.
constexpr double links_to_choose = 1.5;
constexpr double links_to_show = 0.3;

constexpr uint32_t no_term = UINT32_MAX;

enum class Class : uint8_t { content, function, introducer, conjunction, infinitive_mark, unfit };

struct Term {
    StemId first = 0, second = UINT32_MAX;  // second: of a pair
    uint32_t count = 0, items = 0;          // occurrences outside notes; items it stands in
    double value = 0;                       // as a keyword, whatever it counts: likeness to a noun, specificity
    double surprise = 0;                    // log-likelihood over all items
    double best = 0;                        // weight in the item where it weighs most
    std::string label;
    [[nodiscard]] bool pair() const { return second != UINT32_MAX; }
};

uint64_t pair_key(StemId first, StemId second) { return uint64_t{first} << 32 | second; }

// "EU", "CRMA", "TFSA".
bool is_abbreviation(std::string_view form) {
    if (form.size() < 2) return false;
    size_t upper = 0;
    for (char c : form) upper += c >= 'A' && c <= 'Z';
    return upper >= 2 && upper * 2 > form.size();
}

std::vector<Class> classify(const Corpus& corpus, const Index& index, const Forward& forward) {
    std::vector<Class> classes(index.words.size(), Class::content);
    for (WordId w = 0; w < classes.size(); ++w) {
        const std::string_view word = index.words[w];
        const bool letters = std::ranges::any_of(word, [](char c) { return c < '0' || c > '9'; });
        const bool digits = std::ranges::any_of(word, [](char c) { return c >= '0' && c <= '9'; });
        const bool short_word = word.size() < 4 && !is_abbreviation(forward.forms[w]);
        if (!letters || short_word || (digits && word.size() < 6)) classes[w] = Class::unfit;
    }
    for (const annotate::FunctionWord& f : corpus.vocabulary().function_words) {
        const WordId w = index.words.find(text::fold(f.word));
        if (w == index.words.size()) continue;
        switch (f.word_class) {
            case annotate::WordClass::introducer: classes[w] = Class::introducer; break;
            case annotate::WordClass::conjunction: classes[w] = Class::conjunction; break;
            case annotate::WordClass::infinitive_mark: classes[w] = Class::infinitive_mark; break;
            case annotate::WordClass::other: classes[w] = Class::function; break;
        }
    }
    return classes;
}

// What stands around the occurrences of a stem.
struct Company {
    uint32_t count = 0, names = 0, introduced = 0, coordinated = 0, infinitive = 0, leaning = 0;
    double ending = 0;
};

// Endings by which Dutch makes nouns, and those by which it makes verbs, adjectives and adverbs: what a rare word has
// beside its company.
constexpr std::array<std::string_view, 22> noun_endings = {
    "heid",     "heden", "ing",  "ingen",  "atie", "aties",  "tie",    "ties", "teit",    "teiten", "schap",
    "schappen", "isme",  "ment", "menten", "nis",  "nissen", "beleid", "stof", "stoffen", "eur",    "aal"};
constexpr std::array<std::string_view, 20> other_endings = {"lijk", "lijke", "ische", "isch", "ige",  "ig",  "eren",
                                                            "eert", "eerd",  "eerde", "baar", "bare", "end", "ende",
                                                            "loos", "loze",  "zaam",  "zame", "ieve", "ief"};

double ending_evidence(std::string_view word) {
    const auto ends = [&](std::string_view ending) {
        return word.size() > ending.size() + 2 && word.ends_with(ending);
    };
    if (std::ranges::any_of(noun_endings, ends)) return 1;
    if (std::ranges::any_of(other_endings, ends)) return -1;
    const bool compound = word.size() >= 14;  // exportcontrolemaatregelen: mostly a noun
    return compound ? 0.6 : 0;
}

struct Counts {
    std::vector<Company> stems;
    std::unordered_map<uint64_t, uint32_t> pairs;  // occurrences of two content words side by side
    uint32_t tokens = 0;
};

Counts count_company(const Index& index, const Forward& forward, const std::vector<Class>& classes) {
    Counts counts;
    counts.stems.resize(index.stems.size());
    std::vector<double> endings(index.words.size());
    for (WordId w = 0; w < endings.size(); ++w) endings[w] = ending_evidence(index.words[w]);
    const auto inflected = [&](WordId w) { return classes[w] == Class::content && index.words[w].ends_with('e'); };
    for (size_t i = 0; i < forward.words.size(); ++i) {
        if ((forward.flags[i] & Forward::note) != 0) continue;
        ++counts.tokens;
        const WordId word = forward.words[i];
        if (classes[word] != Class::content) continue;
        Company& company = counts.stems[index.stem_of[word]];
        ++company.count;
        if (forward.names[word]) ++company.names;
        company.ending += endings[word];
        const bool joined = i > 0 && (forward.flags[i] & Forward::joined) != 0;
        if (joined) {
            const WordId before = forward.words[i - 1];
            if (classes[before] == Class::introducer || inflected(before)) ++company.introduced;
            if (classes[before] == Class::conjunction) ++company.coordinated;
            if (classes[before] == Class::infinitive_mark) ++company.infinitive;
            if (classes[before] == Class::content) ++counts.pairs[pair_key(index.stem_of[before], index.stem_of[word])];
        }
        const bool next = i + 1 < forward.words.size() && (forward.flags[i + 1] & Forward::joined) != 0;
        if (next && classes[forward.words[i + 1]] == Class::content) {
            const bool hyphen = (forward.flags[i + 1] & Forward::hyphen) != 0;
            if (hyphen || index.words[word].ends_with('e')) ++company.leaning;
        }
    }
    return counts;
}

// 0..1.
double noun_likeness(const Company& c) {
    const double n = c.count;
    const double before = (c.introduced + 0.5 * c.coordinated + 0.3) / (n + 0.6);
    const double other = (2.0 * c.infinitive + 1.0 * c.leaning) / n;
    return std::clamp(std::max(before, 0.9 * c.names / n) + 0.4 * c.ending / n - other, 0.0, 1.0);
}

// Long words say more than short ones: Dutch writes its technical terms as one word. A name says enough at any length.
double specificity(const Company& c, size_t bytes) {
    const double length = std::clamp((static_cast<double>(bytes) - 1) / 9, 0.3, 1.2);
    return std::max(length, c.names * 2 > c.count ? 1.0 : 0.0);
}

// Terms of one word (found by its stem) and of two (found by both stems).
struct Terms {
    std::vector<Term> all;
    std::vector<uint32_t> of_stem;
    std::unordered_map<uint64_t, uint32_t> of_pair;
};

Terms choose_terms(const Index& index, const Counts& counts, const std::vector<Class>& classes) {
    Terms terms;
    std::vector<uint32_t> within_pairs(index.stems.size(), 0);
    for (const auto& [key, count] : counts.pairs) {
        const auto first = static_cast<StemId>(key >> 32), second = static_cast<StemId>(key);
        const Company &a = counts.stems[first], &b = counts.stems[second];
        const double likeness = noun_likeness(b);
        if (count < 2 || likeness < noun_enough) continue;
        const double rest = counts.tokens - a.count;
        if (log_likelihood(count, a.count, b.count - count, rest) < significant) continue;
        within_pairs[first] = std::max(within_pairs[first], count);
        within_pairs[second] = std::max(within_pairs[second], count);
        terms.of_pair.emplace(key, static_cast<uint32_t>(terms.all.size()));
        Term term;
        term.first = first;
        term.second = second;
        term.value = likeness;
        terms.all.push_back(std::move(term));
    }
    terms.of_stem.assign(index.stems.size(), no_term);
    for (StemId s = 0; s < index.stems.size(); ++s) {
        const Company& company = counts.stems[s];
        if (company.count == 0) continue;
        const double likeness = noun_likeness(company);
        if (likeness < noun_enough || within_pairs[s] > bound_together * company.count) continue;
        const auto has_function_word = [&](WordId w) {
            return classes[w] != Class::content && classes[w] != Class::unfit;
        };
        // "mogelijkheden" is not worth having "mogelijk" for a keyword.
        if (std::ranges::any_of(index.words_of(s), has_function_word)) continue;
        terms.of_stem[s] = static_cast<uint32_t>(terms.all.size());
        Term term;
        term.first = s;
        term.value = likeness * specificity(company, index.stems[s].size());
        terms.all.push_back(std::move(term));
    }
    return terms;
}

// Calls `found(item, token, term, in a note)` for every occurrence.
template <class F>
void for_each_occurrence(const Index& index, const Forward& forward, const Terms& terms, F&& found) {
    for (ItemId item = 0; item + 1 < forward.begin.size(); ++item) {
        for (uint32_t i = forward.begin[item]; i < forward.begin[item + 1]; ++i) {
            const StemId stem = index.stem_of[forward.words[i]];
            const bool note = (forward.flags[i] & Forward::note) != 0;
            if (terms.of_stem[stem] != no_term) found(item, i, terms.of_stem[stem], note);
            if (i == forward.begin[item] || (forward.flags[i] & Forward::joined) == 0) continue;
            const auto pair = terms.of_pair.find(pair_key(index.stem_of[forward.words[i - 1]], stem));
            if (pair != terms.of_pair.end()) found(item, i, pair->second, note);
        }
    }
}

struct InItem {
    uint32_t term = 0;
    uint32_t count = 0;  // outside notes
    double surprise = 0;
    // `links`: how much it counts that other items have the term too. At most as much as three of them give: in a large
    // corpus a common word has thousands.
    [[nodiscard]] double weight(const Term& t, double links) const {
        const double others = std::max(1.0, t.items - 1.0);
        return (surprise + links * (t.surprise - surprise) * std::min(others, 3.0) / others) * t.value;
    }
};

// Of each item the terms that stand in it, with their number.
std::vector<std::vector<InItem>> count_terms(const Index& index, const Forward& forward, Terms& terms) {
    std::vector<std::vector<InItem>> items(forward.begin.size() - 1);
    std::vector<uint32_t> slot(terms.all.size(), 0), seen_in(terms.all.size(), UINT32_MAX);
    for_each_occurrence(index, forward, terms, [&](ItemId item, uint32_t, uint32_t term, bool note) {
        if (seen_in[term] != item) {
            seen_in[term] = item;
            slot[term] = static_cast<uint32_t>(items[item].size());
            items[item].push_back({term, 0, 0});
            ++terms.all[term].items;
        }
        if (note) return;
        ++items[item][slot[term]].count;
        ++terms.all[term].count;
    });
    return items;
}

void weigh(Terms& terms, const Forward& forward, const Counts& counts, std::vector<std::vector<InItem>>& items) {
    for (ItemId item = 0; item < items.size(); ++item) {
        double length = 0;
        for (uint32_t i = forward.begin[item]; i < forward.begin[item + 1]; ++i)
            length += (forward.flags[i] & Forward::note) == 0;
        for (InItem& in : items[item]) {
            Term& term = terms.all[in.term];
            // A single item has nothing to stand out from: what it repeats must do.
            in.surprise = items.size() == 1
                              ? in.count - 1.0
                              : log_likelihood(in.count, length, term.count - in.count, counts.tokens - length);
            in.surprise = std::max(0.0, in.surprise);
            term.surprise += in.surprise;
        }
    }
}

// The best terms of each item.
std::vector<bool> choose_keywords(const Terms& terms, std::vector<std::vector<InItem>>& items) {
    std::vector<bool> chosen(terms.all.size(), false);
    const auto weight = [&](const InItem& in) { return in.weight(terms.all[in.term], links_to_choose); };
    const auto too_wide = [&](const InItem& in) {
        return items.size() >= few_items &&
               terms.all[in.term].items > spread_too_wide * static_cast<double>(items.size());
    };
    for (auto& in_item : items) {
        text::sort(in_item, std::greater{}, weight);
        size_t taken = 0;
        for (const InItem& in : in_item) {
            if (taken == best_of_item || weight(in) <= 0) break;
            if (too_wide(in)) continue;
            chosen[in.term] = true;
            ++taken;
        }
    }
    return chosen;
}

// The forms in which each term occurs most: "kritieke grondstoffen", "exportcontrolemaatregelen".
void label_terms(const Index& index, const Forward& forward, const std::vector<bool>& chosen, Terms& terms) {
    std::vector<std::unordered_map<uint64_t, uint32_t>> forms(terms.all.size());
    std::vector<uint32_t> hyphens(terms.all.size(), 0);
    for_each_occurrence(index, forward, terms, [&](ItemId, uint32_t i, uint32_t term, bool) {
        if (!chosen[term]) return;
        if ((forward.flags[i] & Forward::hyphen) != 0) ++hyphens[term];
        const uint64_t key =
            terms.all[term].pair() ? pair_key(forward.words[i - 1], forward.words[i]) : forward.words[i];
        ++forms[term][key];
    });
    for (uint32_t t = 0; t < terms.all.size(); ++t) {
        uint64_t best = UINT64_MAX;
        uint32_t most = 0, all = 0;
        for (const auto& [key, count] : forms[t]) {
            all += count;
            if (count > most || (count == most && key < best)) std::tie(best, most) = std::tuple(key, count);
        }
        if (most == 0) continue;
        Term& term = terms.all[t];
        if (term.pair()) term.label = forward.forms[best >> 32] + (hyphens[t] * 2 > all ? "-" : " ");
        term.label += forward.forms[best & UINT32_MAX];
    }
}

}  // namespace

double log_likelihood(double in_part, double part, double in_rest, double rest) {
    const double share = (in_part + in_rest) / (part + rest);
    const auto surprise = [&](double observed, double size) {
        return observed > 0 ? observed * std::log(observed / (share * size)) : 0;
    };
    const auto absence = [&](double observed, double size) {
        return size > observed ? (size - observed) * std::log((size - observed) / ((1 - share) * size)) : 0;
    };
    const double ratio =
        2 * (surprise(in_part, part) + surprise(in_rest, rest) + absence(in_part, part) + absence(in_rest, rest));
    return in_part * rest >= in_rest * part ? ratio : -ratio;
}

Keywords find_keywords(const Corpus& corpus, const Index& index, const Forward& forward) {
    const std::vector<Class> classes = classify(corpus, index, forward);
    const Counts counts = count_company(index, forward, classes);
    Terms terms = choose_terms(index, counts, classes);
    std::vector<std::vector<InItem>> items = count_terms(index, forward, terms);
    weigh(terms, forward, counts, items);

    const std::vector<bool> chosen = choose_keywords(terms, items);
    for (auto& in_item : items) {
        std::erase_if(in_item, [&](const InItem& in) { return !chosen[in.term]; });
        const auto weight = [&](const InItem& in) { return in.weight(terms.all[in.term], links_to_show); };
        text::sort(in_item, std::greater{}, weight);
        for (const InItem& in : in_item) terms.all[in.term].best = std::max(terms.all[in.term].best, weight(in));
    }
    std::vector<uint32_t> order;
    for (uint32_t t = 0; t < terms.all.size(); ++t) {
        if (chosen[t]) order.push_back(t);
    }
    label_terms(index, forward, chosen, terms);
    text::sort(order, [&](uint32_t a, uint32_t b) {
        const Term &x = terms.all[a], &y = terms.all[b];
        return std::tie(y.best, x.label) < std::tie(x.best, y.label);
    });

    Keywords keywords;
    std::vector<uint32_t> number(terms.all.size(), no_term);
    for (uint32_t t : order) {
        number[t] = static_cast<uint32_t>(keywords.labels.size());
        keywords.labels.push_back(terms.all[t].label);
    }
    keywords.items.resize(items.size());
    for (ItemId item = 0; item < items.size(); ++item) {
        for (const InItem& in : items[item]) {
            keywords.items[item].push_back(
                {number[in.term], static_cast<float>(in.weight(terms.all[in.term], links_to_show))});
        }
    }
    return keywords;
}

}  // namespace kl::search
