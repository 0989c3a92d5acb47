#include "annotate/cross_links.h"

#include <algorithm>
#include <array>

#include "annotate/scanner.h"

namespace kl::annotate {

int number_of(std::string_view word) {
    static constexpr std::array<std::string_view, 20> names{
        "een", "twee",   "drie",    "vier",     "vijf",     "zes",     "zeven",     "acht",     "negen",     "tien",
        "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig"};
    if (const auto found = std::ranges::find(names, word); found != names.end())
        return static_cast<int>(found - names.begin()) + 1;
    if (word.empty() || word.size() > 3 || !std::ranges::all_of(word, ascii_digit)) return 0;
    int value = 0;
    for (const char c : word) value = value * 10 + (c - '0');
    return value;
}

ItemNumbers::ItemNumbers(const parse::Document& document) : by_number_(1000, -1) {
    for (size_t i = 0; i < document.items.size(); ++i)
        for (const int number : document.items[i].numbers)
            if (number > 0 && static_cast<size_t>(number) < by_number_.size() &&
                by_number_[static_cast<size_t>(number)] < 0)
                by_number_[static_cast<size_t>(number)] = static_cast<int>(i);
}

int ItemNumbers::index_of(int number) const {
    return number > 0 && static_cast<size_t>(number) < by_number_.size() ? by_number_[static_cast<size_t>(number)] : -1;
}

namespace {

bool any_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, word) != list.end();
}

// Words behind the numbers that make the questions somebody else's: "vraag 3 van het lid Jansen", "vragen 1 en 2 uit de
// lijst".
bool of_other_document(const Words& words, size_t begin, size_t end, size_t last) {
    constexpr size_t reach = 8;
    for (size_t i = end; i < std::min(last, end + reach); ++i) {
        if (words.tokens[i].gap == Gap::sentence) break;
        const std::string_view word = words.at(i);
        if (any_of(word, {"lid", "leden", "kamerlid", "kamerleden", "kamervragen", "fractie", "fracties", "kamerstuk",
                          "kamerstukken", "aanhangsel"}))
            return true;
        if (i == end && any_of(word, {"uit", "van"}) && i + 1 < last &&
            any_of(words.at(i + 1), {"de", "het", "mijn", "uw", "mevrouw", "meneer"}) && i + 2 < last &&
            any_of(words.at(i + 2),
                   {"lijst", "vorige", "eerdere", "set", "brief", "feitelijke", "schriftelijke", "heer", "commissie"}))
            return true;
    }
    for (size_t back = 1; back <= 6 && back <= begin; ++back) {
        if (words.tokens[begin - back + 1].gap == Gap::sentence) break;
        if (any_of(words.at(begin - back), {"eerdere", "kamervragen", "schriftelijke", "feitelijke", "kamerstuk",
                                            "kamerstukken", "aanhangsel"}))
            return true;
    }
    return false;
}

}  // namespace

std::vector<CrossLink> find_cross_links(const parse::Document& document, const Words& words,
                                        const ItemNumbers& item_numbers, size_t index) {
    std::vector<CrossLink> links;
    const auto scan = [&](Span span) {
        const auto [first, last] = words.range(span);
        for (size_t i = first; i < last; ++i) {
            const std::string_view word = words.at(i);
            const bool question = any_of(word, {"vraag", "vragen"});
            const bool answer = any_of(word, {"antwoord", "antwoorden"});
            if (!question && !answer) continue;
            if (answer && (i + 1 >= last || number_of(words.at(i + 1)) == 0))
                continue;  // "antwoord op vraag 4" is found at "vraag"
            // Where the words begin: "het antwoord op de vragen 3 en 5" is one link.
            size_t begin = i;
            for (size_t back = 1; back <= 4 && i >= first + back; ++back) {
                const std::string_view before = words.at(i - back);
                if (any_of(before, {"antwoord", "antwoorden", "beantwoording"})) {
                    begin = i - back;
                    break;
                }
                if (!any_of(before, {"op", "bij", "van", "de", "onder", "mijn", "het", "vorige"})) break;
            }
            std::vector<std::pair<int, size_t>> numbers;
            size_t at = i + 1;
            bool range = false;
            while (at < last) {
                const Gap gap = words.tokens[at].gap;
                const int number = gap == Gap::sentence || gap == Gap::other ? 0 : number_of(words.at(at));
                // "een" is nearly always the article; "één" keeps its accents in the text.
                const bool article = number == 1 && words.source(at) == "een";
                if (number == 0 || article) break;
                if (range && !numbers.empty())
                    for (int n = numbers.back().first + 1; n < number && n < numbers.back().first + 40; ++n)
                        numbers.emplace_back(n, at);
                numbers.emplace_back(number, at);
                range = false;
                if (++at >= last) break;
                if (words.tokens[at].gap == Gap::comma && number_of(words.at(at)) != 0) continue;
                if (words.tokens[at].gap != Gap::blank && words.tokens[at].gap != Gap::none) break;
                if (words.at(at) == "en" || words.at(at) == "of") {
                    ++at;
                } else if (words.at(at) == "t" && at + 1 < last && words.at(at + 1) == "m") {
                    at += 2;
                    range = true;
                } else if (words.at(at) == "tot" && at + 2 < last && words.at(at + 1) == "en" &&
                           words.at(at + 2) == "met") {
                    at += 3;
                    range = true;
                } else if (words.tokens[at].gap == Gap::none && number_of(words.at(at)) != 0) {
                    range = true;
                } else {
                    break;
                }
            }
            if (numbers.empty()) {
                // "het antwoord op de vorige vraag"
                const bool previous = question && begin != i && i > first && words.at(i - 1) == "vorige";
                if (previous && index > 0)
                    links.push_back(
                        {{words.tokens[begin].span.begin, words.tokens[i].span.end}, static_cast<int>(index) - 1});
                continue;
            }
            const size_t end = numbers.back().second + 1;
            if (of_other_document(words, begin, end, last)) continue;
            bool once = true;
            for (const auto& [number, token] : numbers) {
                const int target = item_numbers.index_of(number);
                if (target < 0 || target == static_cast<int>(index)) continue;
                const uint32_t from = once ? words.tokens[begin].span.begin : words.tokens[token].span.begin;
                links.push_back({{from, words.tokens[token].span.end}, target});
                once = false;
            }
            i = end - 1;
        }
    };
    const parse::Item& item = document.items[index];
    scan(item.question);
    if (item.answer) scan(*item.answer);
    return links;
}

}  // namespace kl::annotate
