// Random corpora and queries: hits, order, scores, counts, facets, highlights and reasons must equal a naive scan that
// shares nothing with the search room but folding and stemming. The text is made word by word, so the scan needs no
// tokens either.
#include <doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "search/ranking.h"
#include "support.h"
#include "text/fold.h"
#include "text/stem.h"

namespace {

using namespace kl;
using search::Facet;
using search::ItemId;
using search::QueryNode;

struct Word {
    Span span;
    std::string folded, stem;
    int field = 0, paragraph = 0;
};

struct NaiveItem {
    std::vector<Word> words;
    std::vector<std::vector<std::string>> values = std::vector<std::vector<std::string>>(search::facet_count);
};

struct Corpus {
    std::shared_ptr<const search::Corpus> real;
    std::vector<NaiveItem> naive;
};

const std::vector<std::string> words = {"de",
                                        "een",
                                        "in",
                                        "van",
                                        "China",
                                        "china",
                                        "Chinese",
                                        "grondstof",
                                        "grondstoffen",
                                        "grondstoffenstrategie",
                                        "Grondstofreserves",
                                        "kritieke",
                                        "kritiek",
                                        "chemicalién",
                                        "chemicaliën",
                                        "afhankelijk",
                                        "afhankelijkheid",
                                        "afhankelijkheden",
                                        "EU",
                                        "drieslag",
                                        "handel",
                                        "handels",
                                        "2025",
                                        "21501",
                                        "02",
                                        "risico’s",
                                        "risico",
                                        "partnerschap",
                                        "partnerschappen",
                                        "Taiwan"};

class Maker {
public:
    explicit Maker(unsigned seed) : random_(seed) {}

    unsigned upto(unsigned n) { return std::uniform_int_distribution<unsigned>(0, n - 1)(random_); }

    Corpus corpus() {
        Corpus made;
        std::vector<std::shared_ptr<const search::CorpusDocument>> documents;
        const unsigned count = 1 + upto(5);
        for (unsigned d = 0; d < count; ++d) documents.push_back(document(d, made.naive));
        made.real = search::Corpus::build(documents, test::vocabulary());
        return made;
    }

    std::string query() {
        std::string text;
        const unsigned atoms = 1 + upto(4);
        for (unsigned i = 0; i < atoms; ++i) {
            if (i > 0) text += upto(4) == 0 ? " OF " : " ";
            if (upto(6) == 0) text += "-";
            switch (upto(8)) {
                case 0: text += '"' + word() + " " + word() + '"'; break;
                case 1: text += word() + "-" + word(); break;
                case 2: text += word().substr(0, 1 + upto(5)) + "*"; break;
                case 3: text += '"' + word() + " " + word() + " " + word() + '"'; break;
                default: text += word();
            }
        }
        return text;
    }

    search::Filters filters() {
        search::Filters filters;
        static const std::vector<std::vector<std::string>> keys = {
            {"BZ", "EZ", "JenV", "VWS", "gezamenlijk", "XX"},
            {"BZ", "EZ", "JenV", "VWS"},
            {"handel", "export", "grondstoffen", "zorg", "geneesmiddelen", "tuinbouw"},
            {},
            {"lijst", "aanhangsel"},
            {"2025", "2026", "1999"}};
        for (size_t f = 0; f < keys.size(); ++f) {
            if (keys[f].empty() || upto(3) != 0) continue;
            for (unsigned n = 1 + upto(2); n > 0; --n) {
                filters.values[f].push_back(keys[f][upto(static_cast<unsigned>(keys[f].size()))]);
            }
        }
        filters.inferred = upto(4) != 0;
        return filters;
    }

private:
    std::string word() { return words[upto(static_cast<unsigned>(words.size()))]; }

    std::shared_ptr<const search::CorpusDocument> document(unsigned number, std::vector<NaiveItem>& naive) {
        auto made = std::make_shared<search::CorpusDocument>();
        parse::Document& d = made->document;
        d.id = "kst-1-" + std::to_string(number);
        if (upto(5) != 0) d.date = {2025 + static_cast<int>(upto(2)), 1 + static_cast<int>(upto(12)), 1};
        d.kind = upto(2) == 0 ? parse::Kind::lijst : parse::Kind::aanhangsel;
        const size_t first = naive.size();
        const unsigned items = upto(12);
        for (unsigned i = 0; i < items; ++i) {
            NaiveItem item;
            parse::Item about;
            about.numbers = {static_cast<int>(i) + 1};
            about.id = d.id + "/" + std::to_string(i + 1);
            about.question = text(d, item, 0, about);
            if (upto(6) != 0) about.answer = text(d, item, 1, about);
            d.items.push_back(about);
            naive.push_back(item);
            made->annotations.items.push_back(facets(naive.back(), d));
        }
        for (unsigned i = 0; i < items; ++i) {
            for (uint32_t note : d.items[i].footnotes) {
                if (upto(3) != 0) d.footnotes[note].text = text(d, naive[first + i], 2, d.items[i]);
            }
        }
        return made;
    }

    Span text(parse::Document& d, NaiveItem& item, int field, parse::Item& about) {
        if (!d.text.empty()) d.text += "\n\n";
        const auto begin = static_cast<uint32_t>(d.text.size());
        static const std::vector<std::string> between = {" ", " ", " ", " ", ", ", ". ", "\n\n", "-", " (", "\n"};
        static text::Stemmer stemmer;
        int paragraph = item.words.empty() ? 0 : item.words.back().paragraph + 1;
        const unsigned length = 1 + upto(30);
        for (unsigned i = 0; i < length; ++i) {
            if (i > 0) {
                const std::string& gap = between[upto(static_cast<unsigned>(between.size()))];
                if (gap == "\n\n") ++paragraph;
                d.text += gap;
            }
            Word next;
            const std::string written = word();
            next.span.begin = static_cast<uint32_t>(d.text.size());
            d.text += written;
            next.span.end = static_cast<uint32_t>(d.text.size());
            next.folded = text::fold(written);
            next.stem = stemmer.stem(next.folded);
            next.field = field;
            next.paragraph = paragraph;
            item.words.push_back(next);
            if (field < 2 && upto(15) == 0) {  // a mark that sticks to the word: 20256 is 2025 and note 6
                parse::Footnote note;
                note.mark_span = {next.span.end, next.span.end + 1};
                d.text += "!6e"[upto(3)];
                about.footnotes.push_back(static_cast<uint32_t>(d.footnotes.size()));
                d.footnotes.push_back(note);
            }
        }
        return {begin, static_cast<uint32_t>(d.text.size())};
    }

    annotate::ItemAnnotations facets(NaiveItem& item, const parse::Document& d) {
        annotate::ItemAnnotations about;
        const auto& v = test::vocabulary();
        for (uint16_t m = 0; m < v.ministries.size(); ++m) {
            const unsigned pick = upto(4);
            if (pick > 1) continue;
            about.ministries.push_back({m, pick == 0, 1, {}});
            item.values[pick].push_back(v.ministries[m].abbr);
        }
        about.joint = upto(3) == 0;
        if (about.joint) item.values[0].push_back("gezamenlijk");
        for (uint16_t t = 0; t < v.themes.size(); ++t) {
            if (upto(4) != 0) continue;
            about.themes.push_back({t, 1, {}});
            auto& labels = item.values[2];
            for (const std::string& label : {v.themes[t].label_nl, v.themes[v.themes[t].parent.value_or(t)].label_nl}) {
                if (std::ranges::find(labels, label) == labels.end()) labels.push_back(label);
            }
        }
        item.values[4].push_back(d.kind == parse::Kind::lijst ? "lijst" : "aanhangsel");
        if (d.date.year != 0) item.values[5].push_back(std::to_string(d.date.year));
        return about;
    }

    std::mt19937 random_;
};

// 0 exact, 1 stem, 2 prefix, 3 none.
int match(const Word& word, const std::string& asked, bool stemmed, bool prefix) {
    if (word.folded == asked) return 0;
    if (stemmed && word.stem == text::Stemmer().stem(asked)) return 1;
    return prefix && word.folded.starts_with(asked) ? 2 : 3;
}

struct Place {
    size_t first = 0, last = 0;
    int match = 0;
};

std::vector<Place> naive_places(const NaiveItem& item, const QueryNode& leaf) {
    std::vector<Place> found;
    const bool phrase = leaf.kind == QueryNode::Kind::phrase;
    const std::vector<std::string> asked = phrase ? leaf.words : std::vector{leaf.word};
    for (size_t i = 0; i + asked.size() <= item.words.size(); ++i) {
        int worst = 0;
        for (size_t k = 0; k < asked.size() && worst < 3; ++k) {
            const Word& word = item.words[i + k];
            const bool prefix = leaf.prefix && k + 1 == asked.size();
            const bool together = word.field == item.words[i].field && word.paragraph == item.words[i].paragraph;
            worst = together ? std::max(worst, match(word, asked[k], !phrase || leaf.stemmed, prefix)) : 3;
        }
        if (worst < 3) found.push_back({i, i + asked.size() - 1, worst});
    }
    return found;
}

bool matches(const NaiveItem& item, const QueryNode& node) {
    const auto child = [&](const QueryNode& c) { return matches(item, c); };
    switch (node.kind) {
        case QueryNode::Kind::all: return std::ranges::all_of(node.children, child);
        case QueryNode::Kind::any: return std::ranges::any_of(node.children, child);
        case QueryNode::Kind::none_of: return std::ranges::none_of(node.children, child);
        default: return !naive_places(item, node).empty();
    }
}

bool passes(const NaiveItem& item, const search::Filters& filters, int except) {
    const auto has = [&](size_t facet) {
        return std::ranges::any_of(filters.values[facet], [&](const std::string& key) {
            return std::ranges::find(item.values[facet], key) != item.values[facet].end();
        });
    };
    const bool also = filters.inferred && !filters.values[1].empty();
    if (except != 0 && (also || !filters.values[0].empty()) && !has(0) && !(also && has(1))) return false;
    for (size_t f = 2; f < search::facet_count; ++f) {
        if (except != static_cast<int>(f) && !filters.values[f].empty() && !has(f)) return false;
    }
    return true;
}

double naive_score(const Corpus& corpus, const NaiveItem& item, const search::Query& query) {
    double average[3] = {}, with[3] = {};
    for (const NaiveItem& each : corpus.naive) {
        double length[3] = {};
        for (const Word& word : each.words) ++length[word.field];
        for (int f = 0; f < 3; ++f) {
            average[f] += length[f];
            with[f] += length[f] > 0;
        }
    }
    double score = 0;
    for (const QueryNode* leaf : search::wanted(query)) {
        const auto places = naive_places(item, *leaf);
        if (places.empty()) continue;
        double tf = 0;
        int best = 3;
        for (const Place& place : places) {
            const int field = item.words[place.first].field;
            const auto length =
                static_cast<double>(std::ranges::count(item.words, field, [](const Word& w) { return w.field; }));
            const double norm = 1 - search::ranking::b + search::ranking::b * length / (average[field] / with[field]);
            tf += search::ranking::field_weight[static_cast<size_t>(field)] / norm *
                  static_cast<double>(search::ranking::match_weight[static_cast<size_t>(place.match)]);
            best = std::min(best, place.match);
        }
        const auto having = static_cast<double>(std::ranges::count_if(
            corpus.naive, [&](const NaiveItem& each) { return !naive_places(each, *leaf).empty(); }));
        const double n = static_cast<double>(corpus.naive.size());
        const double idf = std::log(1 + (n - having + 0.5) / (having + 0.5));
        score += idf * (2 - best + tf / (search::ranking::k1 + tf)) / 3;
    }
    return score;
}

void check_search(const Corpus& corpus, const search::Query& query, const search::Filters& filters) {
    const search::Results results = search::search(*corpus.real, query, filters);
    std::vector<ItemId> of_query, hits;
    for (ItemId id = 0; id < corpus.naive.size(); ++id) {
        if (!matches(corpus.naive[id], query.root)) continue;
        of_query.push_back(id);
        if (passes(corpus.naive[id], filters, -1)) hits.push_back(id);
    }
    CHECK(results.items_of_query == of_query);
    CHECK(results.total == hits.size());
    CHECK(search::count(*corpus.real, query, filters) == hits.size());
    CHECK(test::ids(search::search(*corpus.real, query, filters, search::Order::document)) == hits);
    for (size_t i = 0; i < results.hits.size(); ++i) {
        const search::Hit& hit = results.hits[i];
        CHECK(static_cast<double>(hit.score) ==
              doctest::Approx(naive_score(corpus, corpus.naive[hit.item], query)).epsilon(1e-4));
        if (i == 0) continue;
        const search::Hit& before = results.hits[i - 1];
        CHECK((before.score > hit.score || (before.score == hit.score && before.item < hit.item)));
    }
    auto sorted = test::ids(results);
    std::ranges::sort(sorted);
    CHECK(sorted == hits);

    for (size_t f = 0; f < search::facet_count; ++f) {
        const bool off = f == 1 && !filters.inferred;
        if (f == static_cast<size_t>(Facet::keyword)) continue;  // keywords_test.cpp
        std::vector<std::string> keys = off ? std::vector<std::string>{} : filters.values[f];
        for (const NaiveItem& item : corpus.naive) {
            if (!off) keys.insert(keys.end(), item.values[f].begin(), item.values[f].end());
        }
        std::ranges::sort(keys);
        keys.erase(std::ranges::unique(keys).begin(), keys.end());
        size_t shown = 0;
        for (const std::string& key : keys) {
            const auto n = std::ranges::count_if(of_query, [&](ItemId id) {
                const auto& values = corpus.naive[id].values[f];
                return passes(corpus.naive[id], filters, f == 1 ? 0 : static_cast<int>(f)) &&
                       std::ranges::find(values, key) != values.end();
            });
            const bool chosen = std::ranges::find(filters.values[f], key) != filters.values[f].end();
            CAPTURE(key);
            CHECK(test::count_of(results, static_cast<Facet>(f), key) == (n > 0 || chosen ? n : -1));
            shown += n > 0 || chosen;
        }
        CHECK(results.facets[f].size() == shown);
        CHECK(std::ranges::is_sorted(results.facets[f], std::greater{}, &search::FacetValue::count));
    }
}

void check_places(const Corpus& corpus, const search::Query& query, ItemId id) {
    const NaiveItem& item = corpus.naive[id];
    const std::vector<search::Highlight> marked = search::highlights(*corpus.real, query, id);
    std::vector<int> best(corpus.real->document_of(id).text.size(), 3), real = best;  // of every byte
    std::vector<search::TermReason> expected;
    for (const QueryNode* leaf : search::wanted(query)) {
        search::TermReason reason;
        int match = 3;
        for (const Place& place : naive_places(item, *leaf)) {
            for (uint32_t b = item.words[place.first].span.begin; b < item.words[place.last].span.end; ++b) best[b] = 0;
            ++(item.words[place.first].field == 0   ? reason.in_question
               : item.words[place.first].field == 1 ? reason.in_answer
                                                    : reason.in_footnotes);
            match = std::min(match, place.match);
        }
        if (match == 3) continue;
        reason.match = static_cast<search::Match>(match);
        reason.word = slice(query.text, leaf->span);
        expected.push_back(reason);
    }
    for (size_t i = 0; i < marked.size(); ++i) {
        if (i > 0) CHECK(marked[i - 1].span.end <= marked[i].span.begin);
        for (uint32_t b = marked[i].span.begin; b < marked[i].span.end; ++b) real[b] = 0;
    }
    CHECK(real == best);

    const auto reasons = search::reasons(*corpus.real, query, id);
    REQUIRE(reasons.size() == expected.size());
    for (size_t i = 0; i < reasons.size(); ++i) {
        CHECK(reasons[i].word == expected[i].word);
        CHECK(reasons[i].match == expected[i].match);
        CHECK(reasons[i].in_question == expected[i].in_question);
        CHECK(reasons[i].in_answer == expected[i].in_answer);
        CHECK(reasons[i].in_footnotes == expected[i].in_footnotes);
    }
}

void check_snippet(const Corpus& corpus, const search::Query& query, ItemId id, uint32_t max_bytes) {
    const parse::Document& document = corpus.real->document_of(id);
    const parse::Item& item = corpus.real->item(id);
    const Span whole = item.answer ? *item.answer : item.question;
    const search::Snippet cut = search::snippet(*corpus.real, query, id, max_bytes);
    CHECK(whole.contains(cut.span));
    CHECK(cut.span.size() <= max_bytes);
    for (const Word& word : corpus.naive[id].words) {
        CHECK((!word.span.overlaps(cut.span) || cut.span.contains(word.span)));
    }
    if (cut.span.begin == whole.begin) CHECK(!cut.cut_before);
    if (cut.span.end == whole.end) CHECK(!cut.cut_after);
    if (cut.span.empty()) return;
    // A term that is in the passage's text at all is in the snippet.
    const auto marked = search::highlights(*corpus.real, query, id);
    const auto in = [&](Span span) {
        return std::ranges::any_of(
            marked, [&](const auto& h) { return span.contains(h.span) && h.span.size() < max_bytes / 2; });
    };
    if (in(whole)) {
        CAPTURE(slice(document.text, whole));
        CAPTURE(slice(document.text, cut.span));
        CHECK(std::ranges::any_of(marked, [&](const auto& h) { return cut.span.overlaps(h.span); }));
    }
}

}  // namespace

TEST_CASE("search equals a naive scan") {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        Maker maker(seed);
        const Corpus corpus = maker.corpus();
        REQUIRE(corpus.real->item_count() == corpus.naive.size());
        for (int round = 0; round < 12; ++round) {
            const std::string text = maker.query();
            const search::Query query = search::parse_query(text, round % 2 == 0);
            CAPTURE(seed);
            CAPTURE(text);
            check_search(corpus, query, maker.filters());
            for (ItemId id = 0; id < corpus.naive.size(); ++id) {
                check_places(corpus, query, id);
                check_snippet(corpus, query, id, 40 + maker.upto(200));
            }
        }
        check_search(corpus, search::parse_query(""), maker.filters());
    }
}
