#include "parse/cross_reference.h"

#include <algorithm>
#include <span>

#include "parse/labels.h"
#include "parse/sentences.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

using text::Scan;

constexpr size_t longest_reference = 200;  // bytes
constexpr size_t longest_sentence = 500;

constexpr std::string_view number_words[] = {"een", "twee",  "drie", "vier",  "vijf",
                                             "zes", "zeven", "acht", "negen", "tien"};

// Words that an answer may consist of when it only sends the reader to another one.
constexpr std::string_view connecting[] = {
    "ook",
    "hiervoor",
    "daarvoor",
    "voor",
    "het",
    "de",
    "mijn",
    "ons",
    "onze",
    "antwoord",
    "antwoorden",
    "beantwoording",
    "op",
    "bij",
    "van",
    "onder",
    "deze",
    "vraag",
    "vragen",
    "wij",
    "we",
    "ik",
    "u",
    "uw",
    "kamer",
    "graag",
    "naar",
    "verder",
    "kortheidshalve",
    "en",
    "dit",
    "hierboven",
    "dan",
    "gelijktijdig",
    "gezamenlijke",
    "hier",
    "daar",
    "dus",
    "eerder",
    "eerste",
};
constexpr std::string_view sending[] = {"zie", "verwijs", "verwijzen", "verwezen"};

bool any_word(Scan& s, std::span<const std::string_view> words) {
    return std::ranges::any_of(words, [&s](std::string_view word) { return s.word(word); });
}

int number_or_word(Scan& s) {
    const std::vector<int> numbers = read_numbers(s.text, s.at);
    if (!numbers.empty()) return numbers.front();  // "vragen 2, 6 en 8": the first
    for (int i = 0; i < 10; ++i) {
        if (s.word(number_words[i])) return i + 1;
    }
    return 0;
}

// Nothing but words that send the reader to an answer: the first number.
std::optional<int> reference_in(std::string_view answer) {
    Scan s{answer};
    bool sends = false;
    bool question = false;  // the word before was "vraag"
    int number = 0;
    while (true) {
        while (s.blanks() || s.any(",.;")) {
        }
        if (s.done()) break;
        if (text::ascii_digit(s.peek()) || (question && number == 0)) {
            const int read = question ? number_or_word(s) : 0;
            if (read > 0) {
                if (number == 0) number = read;
                question = false;
                continue;
            }
            if (text::ascii_digit(s.peek())) return std::nullopt;
        }
        const size_t begin = s.at;
        if (any_word(s, sending)) {
            sends = true;
        } else if (!any_word(s, connecting)) {
            return std::nullopt;
        }
        Scan word{answer, begin};
        question = word.word("vraag") || word.word("vragen");
    }
    return sends && number > 0 ? std::optional<int>(number) : std::nullopt;
}

}  // namespace

// "Zie het antwoord op vraag 4.", "Hiervoor verwijs ik u naar mijn antwoorden op de vragen 2, 6 en 8.", "Zie vraag 9."
// "Voor de beantwoording van de vraag wat kan worden gedaan om …, verwijzen we naar het antwoord op vraag 7."
std::optional<int> answer_referred_to(std::string_view answer) {
    if (answer.size() <= longest_reference) {
        if (const std::optional<int> number = reference_in(answer)) return number;
    }
    if (answer.size() > longest_sentence || !Scan{answer}.literal("voor ")) return std::nullopt;
    if (end_of_sentence(answer) < answer.size()) return std::nullopt;
    const size_t sends = answer.rfind(", verwij");
    return sends == std::string_view::npos ? std::nullopt : reference_in(answer.substr(sends));
}

}  // namespace kl::parse
