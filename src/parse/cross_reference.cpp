#include "parse/cross_reference.h"

#include "parse/labels.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

using text::Scan;

constexpr std::string_view number_words[] = {"een", "twee",  "drie", "vier",  "vijf",
                                             "zes", "zeven", "acht", "negen", "tien"};

int number_or_word(Scan& s) {
    const std::vector<int> numbers = read_numbers(s.text, s.at);
    if (!numbers.empty()) return numbers.size() == 1 ? numbers.front() : 0;  // "vragen 2, 6 en 8": no one answer
    for (int i = 0; i < 10; ++i) {
        if (s.word(number_words[i])) return i + 1;
    }
    return 0;
}

bool one_of(Scan& s, std::initializer_list<std::string_view> words) {
    for (const std::string_view word : words) {
        if (s.word(word)) {
            s.blanks();
            return true;
        }
    }
    return false;
}

}  // namespace

// [Zie | Hiervoor verwijs ik naar] [ook] [het|mijn|ons|de] antwoord(en) [op|bij|van] [de] vraag|vragen N [en M] [.]
std::optional<int> answer_referred_to(std::string_view answer) {
    if (answer.size() > 200) return std::nullopt;
    Scan s{answer};
    s.blanks();
    if (!one_of(s, {"zie"})) {
        one_of(s, {"hiervoor", "voor het antwoord", "voor de beantwoording", "daarvoor", "ik", "wij"});
        if (!one_of(s, {"verwijs", "verwijzen"})) return std::nullopt;
        one_of(s, {"ik", "wij"});
        one_of(s, {"u", "uw kamer"});
        one_of(s, {"graag"});
        if (!one_of(s, {"naar"})) return std::nullopt;
    }
    one_of(s, {"ook", "hiervoor", "daarvoor"});
    one_of(s, {"het", "mijn", "ons", "onze", "de"});
    if (!one_of(s, {"antwoorden", "antwoord", "beantwoording"})) return std::nullopt;
    one_of(s, {"op", "bij", "van", "onder", "op de", "bij de"});
    one_of(s, {"de"});
    if (!one_of(s, {"vragen", "vraag"})) return std::nullopt;
    const int number = number_or_word(s);
    s.blanks();
    s.any(".");
    s.blanks();
    if (number == 0 || !s.done()) return std::nullopt;
    return number;
}

}  // namespace kl::parse
