#include "read/running_title.h"

#include <algorithm>
#include <unordered_map>

#include "read/page_stamps.h"
#include "text/fold.h"
#include "text/scan.h"
#include "text/sort.h"
#include "text/utf8.h"

namespace kl::read {
namespace {

constexpr size_t neighbourhood = 400;  // bytes on either side of a counter
constexpr size_t shingle = 10;         // letters compared at once: short, because OCR errs
constexpr size_t shortest_title = 24;  // letters
constexpr size_t widest_gap = 24;      // letters that OCR spoiled, in or at the ends of a title

constexpr uint32_t letter = 3000;      // bytes of the letter before the first page of questions
constexpr uint32_t page_bytes = 2500;  // about a page
constexpr uint32_t window = 32768;     // bytes looked through at once for titles away from any counter

using Counter = PageCounter;

// "3/9" between blanks; a heading or the page's first word may be glued to it ("3/7Vraag 3", "5/10dat rapport").
std::vector<Counter> find_counters(std::string_view text) {
    std::vector<Counter> all;
    std::unordered_map<int, size_t> votes;
    int total = 0;  // that most of them share
    for (size_t at = text.find('/'); at != std::string_view::npos; at = text.find('/', at + 1)) {
        size_t begin = at;
        while (begin > 0 && at - begin < 3 && text::ascii_digit(text[begin - 1])) --begin;
        if (begin == at || (begin > 0 && !text::ascii_blank(text[begin - 1]))) continue;
        text::Scan s{text, begin};
        Counter counter;
        if (!s.number(counter.page, 3) || !s.character('/') || !s.number(counter.total, 3)) continue;
        if (!s.done() && !text::ascii_blank(s.peek()) && !text::ascii_letter(s.peek())) continue;
        if (counter.page == 0 || counter.page > counter.total) continue;
        counter.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(s.at)};
        all.push_back(counter);
        if (text::ascii_lower(s.peek())) continue;
        if (++votes[counter.total] > votes[total]) total = counter.total;
    }
    if (votes[total] < 2) return {};
    // Of those the ones that go up.
    std::vector<Counter> counters;
    int last = 0;
    for (const Counter& counter : all) {
        if (counter.total != total || counter.page <= last) continue;
        counters.push_back(counter);
        last = counter.page;
    }
    return counters;
}

// Letters and digits of a stretch of text, each with its place.
struct Letters {
    std::string text;
    std::vector<uint32_t> at;
};

Letters letters_of(std::string_view text, uint32_t begin, uint32_t end) {
    Letters out;
    const text::Folded folded = text::fold_with_offsets(text.substr(begin, end - begin));
    for (size_t i = 0; i < folded.text.size(); ++i) {
        const char c = folded.text[i];
        if (!text::ascii_letter(c) && !text::ascii_digit(c)) continue;
        out.text += c;
        out.at.push_back(begin + folded.offset[i]);
    }
    return out;
}

uint64_t hash_at(std::string_view letters, size_t at) {
    uint64_t hash = 1469598103934665603ULL;
    for (size_t i = at; i < at + shingle; ++i)
        hash = (hash ^ static_cast<unsigned char>(letters[i])) * 1099511628211ULL;
    return hash;
}

class Titles {
public:
    Titles(std::string_view text, const std::vector<Counter>& counters) : text_(text) {
        uint32_t free = 0;  // neighbourhoods do not overlap
        for (const Counter& counter : counters) {
            if (counter.page < 2) continue;
            const uint32_t begin = std::max(free, counter.span.begin > neighbourhood
                                                      ? counter.span.begin - static_cast<uint32_t>(neighbourhood)
                                                      : 0);
            const auto end = static_cast<uint32_t>(std::min(text.size(), counter.span.end + neighbourhood / 2));
            if (begin >= end) continue;
            places_.push_back(letters_of(text, begin, end));
            free = end;
        }
    }

    // Beside the counters, and from byte `from` also away from them: OCR loses counters too.
    std::vector<Span> run(uint32_t from) {
        count();
        choose_title();
        if (places_.empty()) take_title_of_letter();
        std::vector<Span> found;
        if (title_.empty()) return found;
        for (const Letters& place : places_) find_in(place, false, found);
        const auto reach = static_cast<uint32_t>(2 * title_.size());
        const auto all = static_cast<uint32_t>(text_.size());
        for (uint32_t begin = from; begin < all; begin += window) {
            find_in(letters_of(text_, begin, std::min(all, begin + window + reach)), true, found);
        }
        if (!is_title(found)) found.clear();
        return found;
    }

private:
    // In how many neighbourhoods each shingle stands.
    void count() {
        for (uint32_t p = 0; p < places_.size(); ++p) {
            const std::string& letters = places_[p].text;
            for (size_t i = 0; i + shingle <= letters.size(); ++i) {
                Seen& seen = seen_[hash_at(letters, i)];
                if (seen.last == p + 1) continue;
                seen.last = p + 1;
                ++seen.places;
            }
        }
    }

    // The title as it is printed most often: the stretch in which each shingle stands on at least a third of the pages,
    // and of those the one that stands on most. OCR breaks it in some places; in the best one it is whole.
    void choose_title() {
        const auto needed = std::max<uint32_t>(2, static_cast<uint32_t>((places_.size() + 2) / 3));
        size_t best = 0;
        for (const Letters& place : places_) {
            size_t begin = 0;
            size_t votes = 0;
            for (size_t i = 0; i + shingle <= place.text.size() + 1; ++i) {
                uint32_t places = 0;
                if (i + shingle <= place.text.size()) places = seen_.find(hash_at(place.text, i))->second.places;
                if (places >= needed) {
                    if (votes == 0) begin = i;
                    votes += places;
                    continue;
                }
                const size_t end = i + shingle - 1;
                if (votes > best && end - begin >= shortest_title && is_on_most(place.text, begin, end)) {
                    best = votes;
                    title_ = without_accidents(place.text.substr(begin, end - begin));
                }
                votes = 0;
            }
        }
        // "1814-2014 Antwoorden …": a logo before it.
        title_.erase(0, std::min(title_.find_first_not_of("0123456789"), title_.size()));
        // "… nr. 158) Vraag 3": a heading often follows.
        if (title_.ends_with("vraag")) title_.resize(title_.size() - 5);
        for (size_t i = 0; i + shingle <= title_.size(); ++i) in_title_.try_emplace(hash_at(title_, i), i);
    }

    // The name of a ministry stands beside most counters too, but also everywhere else, and seldom with a capital.
    // Leaves each place once: one beside a counter is found by both ways of looking.
    bool is_title(std::vector<Span>& found) const {
        text::sort(found, {}, &Span::begin);
        size_t apart = 0;
        size_t capital = 0;
        size_t numbered = 0;
        for (const Span span : found) {
            if (apart > 0 && span.begin < found[apart - 1].end) {
                found[apart - 1].end = std::max(found[apart - 1].end, span.end);
                continue;
            }
            found[apart++] = span;
            const std::string_view first = text_.substr(span.begin, std::min(span.size(), 8U));
            capital += std::ranges::any_of(first, [](char c) { return text::ascii_upper(c); });
            numbered += follows_small_number(span.begin);
        }
        found.resize(apart);
        // "1 Algemene Rekenkamer (2020). … 2 Algemene Rekenkamer (2021). …": notes that cite alike.
        if (!places_.empty() && numbered * 2 >= apart) return false;
        return capital * 10 >= apart * 6 && (places_.empty() || apart <= places_.size() * 4 / 3 + 2);
    }

    bool follows_small_number(uint32_t at) const {
        uint32_t end = at;
        while (end > 0 && text::ascii_blank(text_[end - 1])) --end;
        uint32_t begin = end;
        while (begin > 0 && end - begin < 3 && text::ascii_digit(text_[begin - 1])) --begin;
        const bool apart = begin > 0 && text::ascii_blank(text_[begin - 1]);
        if (end == at || at - end > 3 || begin == end || end - begin > 2 || !apart) return false;
        // "…, nr. 4" may be the last of a page.
        return !text_.substr(0, begin - 1).ends_with("nr.");
    }

    // Notes of several pages may cite the same publication; a title stands on most.
    bool is_on_most(const std::string& letters, size_t begin, size_t end) const {
        uint32_t most = 0;
        for (size_t i = begin; i + shingle <= end; ++i)
            most = std::max(most, seen_.find(hash_at(letters, i))->second.places);
        return most * 100 >= places_.size() * 60;
    }

    // Without counters: the longest stretch of the letter that comes back three times and more, pages apart.
    void take_title_of_letter() {
        const auto all = static_cast<uint32_t>(text_.size());
        const Letters head = letters_of(text_, 0, std::min(all, letter));
        for (size_t i = 0; i + shingle <= head.text.size(); ++i) seen_.try_emplace(hash_at(head.text, i));
        for (uint32_t begin = letter; begin < all; begin += page_bytes) {
            const Letters page = letters_of(text_, begin, std::min(all, begin + page_bytes));
            for (size_t i = 0; i + shingle <= page.text.size(); ++i) {
                const auto seen = seen_.find(hash_at(page.text, i));
                if (seen == seen_.end() || seen->second.last == begin) continue;
                seen->second.last = begin;
                ++seen->second.places;
            }
        }
        // On three pages and more; a title that says that it heads answers, on one.
        if (!choose_stretch(head.text, 3)) {
            choose_stretch(head.text, 1);
            if (!heads_answers(title_)) title_.clear();
        }
        for (size_t i = 0; i + shingle <= title_.size(); ++i) in_title_.try_emplace(hash_at(title_, i), i);
    }

    // The longest stretch of the letter that came back on so many pages.
    bool choose_stretch(const std::string& letters, uint32_t pages) {
        size_t begin = 0;
        for (size_t i = 0; i <= letters.size(); ++i) {
            if (i + shingle <= letters.size() && seen_.find(hash_at(letters, i))->second.places >= pages) continue;
            const size_t end = i + shingle - 1;
            if (i > begin && end - begin >= 2 * shortest_title && end - begin > title_.size())
                title_ = letters.substr(begin, end - begin);
            begin = i + 1;
        }
        return !title_.empty();
    }

    // "Beantwoording vragen Tweede Kamer bij …", "Antwoorden Algemene Rekenkamer op vragen over …"
    static bool heads_answers(std::string_view letters) {
        const bool answers = letters.starts_with("beantwoording") || letters.starts_with("antwoorden");
        return answers && letters.substr(0, 45).find("vragen") != std::string_view::npos;
    }

    // What stands beside the title is alike on some pages by accident; the title itself is alike on most.
    std::string without_accidents(const std::string& stretch) const {
        const auto places = [&](size_t i) { return seen_.find(hash_at(stretch, i))->second.places; };
        uint32_t most = 0;
        for (size_t i = 0; i + shingle <= stretch.size(); ++i) most = std::max(most, places(i));
        size_t begin = 0;
        size_t end = stretch.size();
        while (end - begin > shortest_title && places(begin) * 10 < most * 6) ++begin;
        while (end - begin > shortest_title && places(end - shingle) * 10 < most * 6) --end;
        return stretch.substr(begin, end - begin);
    }

    // Are the letters before a match at least half those of the title? Otherwise it is the text that mentions the
    // report.
    bool is_alike(const Letters& place, size_t at, size_t in_title, size_t size) const {
        size_t same = 2;  // one letter may always be wrong
        for (size_t i = 1; i <= size; ++i) same += place.text[at - i] == title_[in_title - i];
        return same * 2 >= size;
    }

    // Where shingles of the title follow each other at the distances they have in it.
    // `strict`: nearly the whole title, from its beginning.
    void find_in(const Letters& place, bool strict, std::vector<Span>& found) const {
        struct Match {
            size_t place = 0;
            size_t title = 0;
        };
        std::vector<Match> chain;
        const auto close = [&] {
            if (!chain.empty()) {
                const size_t length = chain.back().title + shingle - chain.front().title;
                const bool enough = strict ? length * 100 >= title_.size() * 85 && chain.front().title <= shingle
                                           : length * 4 >= title_.size() * 3;
                size_t before = std::min(chain.front().title, chain.front().place);
                const bool alike = is_alike(place, chain.front().place, chain.front().title, before);
                const bool whole = alike || length * 100 >= title_.size() * 85;
                if (enough && whole && length >= shortest_title) {
                    if (!alike) before = widest_gap + 1;
                    const size_t after = title_.size() - chain.back().title - shingle;
                    const size_t last = std::min(chain.back().place + shingle + after, place.text.size());
                    // What OCR spoiled at either end belongs to it, when it is little.
                    const size_t begin = before <= widest_gap ? chain.front().place - before : chain.front().place;
                    const size_t end = after <= widest_gap ? last : chain.back().place + shingle;
                    const Span span = whole_words(place, begin, end);
                    if (!span.empty()) found.push_back(span);
                }
            }
            chain.clear();
        };
        for (size_t i = 0; i + shingle <= place.text.size(); ++i) {
            const std::string_view here_text = std::string_view(place.text).substr(i, shingle);
            if (!chain.empty()) {
                // The same letters may stand twice in a title ("Beantwoording … verantwoording"): where they are due
                // counts.
                const size_t due = chain.back().title + (i - chain.back().place);
                if (due + shingle <= title_.size() && title_.compare(due, shingle, here_text) == 0) {
                    chain.push_back({i, due});
                    continue;
                }
            }
            const auto at = in_title_.find(hash_at(place.text, i));
            if (at == in_title_.end()) continue;
            if (!chain.empty()) {
                const size_t here = i - chain.back().place;
                const size_t there =
                    at->second - chain.back().title;  // wraps around when it goes back: then it is large
                const size_t difference = here > there ? here - there : there - here;
                if (here > 2 * widest_gap || difference > 6) close();
            }
            chain.push_back({i, at->second});
        }
        close();
    }

    // The words that lie wholly in the stretch, closing brackets after them and stray signs before them included. A
    // heading
    // ("Vraag 3") after the title is alike on every page, but is no part of it.
    Span whole_words(const Letters& place, size_t first, size_t last) const {
        uint32_t begin = place.at[first];
        uint32_t end = place.at[last - 1] + 1;
        while (end < text_.size() && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) ++end;
        const auto in_word = [this](uint32_t at) {
            if (at >= text_.size()) return false;
            while (at > 0 && (static_cast<unsigned char>(text_[at]) & 0xC0) == 0x80) --at;
            const char32_t c = text::decode(text_, at).code_point;
            return text::is_letter(c) || text::is_digit(c);
        };
        if (begin > 0 && in_word(begin - 1)) {
            while (begin < end && in_word(begin)) ++begin;
            while (begin < end && !in_word(begin)) ++begin;
        }
        if (in_word(end)) {
            while (end > begin && in_word(end - 1)) --end;
        }
        const std::string_view words = text_.substr(begin, end - begin);
        if (const size_t heading = words.rfind(" Vraag"); heading != std::string_view::npos)
            end = begin + static_cast<uint32_t>(heading);
        while (end < text_.size() && (text_[end] == ')' || text_[end] == '.' || text_.substr(end, 3) == "’"))
            end += text_[end] == ')' || text_[end] == '.' ? 1 : 3;
        // ".., Antwoorden", "•• Antwoorden"
        while (begin >= 2) {
            uint32_t sign = begin;
            while (sign > 0 && text::ascii_blank(text_[sign - 1])) --sign;
            uint32_t token = sign;
            while (token > 0 && sign - token < 6 && !text::ascii_blank(text_[token - 1]) &&
                   !text::ascii_letter(text_[token - 1]) && !text::ascii_digit(text_[token - 1])) {
                --token;
            }
            if (token == sign || token == 0 || !text::ascii_blank(text_[token - 1])) break;
            begin = token;
        }
        return {begin, std::max(begin, end)};
    }

    struct Seen {
        uint32_t places = 0;
        uint32_t last = 0;  // neighbourhood counted last, from 1
    };

    std::string_view text_;
    std::vector<Letters> places_;
    std::unordered_map<uint64_t, Seen> seen_;
    std::string title_;  // its letters
    std::unordered_map<uint64_t, size_t> in_title_;
};

}  // namespace

std::vector<Span> page_furniture_within(std::string_view text) {
    const std::vector<Counter> counters = find_counters(text);
    // What stands before the second page is the letter, and speaks of the same things.
    const auto second = std::ranges::find_if(counters, [](const Counter& c) { return c.page > 1; });
    std::vector<Span> titles = Titles(text, counters).run(second == counters.end() ? letter : second->span.end);
    text::sort(titles, {}, &Span::begin);
    take_second_lines(text, titles);
    std::vector<Span> found = titles;
    for (const Span stamp : page_stamps(text, titles)) found.push_back(stamp);
    for (const Span counter : broken_counters(text, titles, counters)) found.push_back(counter);
    for (const Counter& counter : counters) found.push_back(counter.span);
    text::sort(found, {}, &Span::begin);
    std::vector<Span> apart;
    for (const Span span : found) {
        if (!apart.empty() && span.begin < apart.back().end) {
            apart.back().end = std::max(apart.back().end, span.end);
        } else {
            apart.push_back(span);
        }
    }
    return apart;
}

}  // namespace kl::read
