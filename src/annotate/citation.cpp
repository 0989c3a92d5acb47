#include "annotate/citation.h"

#include <array>
#include <utility>

namespace kl::annotate {

void Citations::add(std::string id, Span span) {
    Reference reference;
    reference.id = std::move(id);
    reference.span = span;
    found.push_back(std::move(reference));
}

// Four digits of a year, also with the blank that scans put in: "20 12".
static std::optional<int> read_year(Cursor& c) {
    const size_t before = c.at;
    std::string_view d = c.digits(4, 4);
    int value = 0;
    if (!d.empty()) {
        for (const char digit : d) value = value * 10 + (digit - '0');
    } else {
        const std::string_view century = c.digits(2, 2);
        if ((century != "20" && century != "19") || !c.blanks()) {
            c.at = before;
            return std::nullopt;
        }
        d = c.digits(2, 2);
        if (d.empty()) {
            c.at = before;
            return std::nullopt;
        }
        value = (century == "20" ? 2000 : 1900) + (d[0] - '0') * 10 + (d[1] - '0');
    }
    if (value < 1800 || value > 2099) {
        c.at = before;
        return std::nullopt;
    }
    return value;
}

std::optional<int> read_session_year(Cursor& c) {
    const size_t before = c.at;
    const auto year = read_year(c);
    if (year) {
        c.blanks();
        if (c.dash() || c.accept('/')) {
            c.blanks();
            if (read_year(c) || !c.digits(2, 2).empty()) return year;
        }
    }
    c.at = before;
    return std::nullopt;
}

std::optional<int> read_named_session_year(Cursor& c) {
    const size_t before = c.at;
    while (c.blanks() || c.accept(',') || c.accept('(')) {
    }
    if (c.broken_word("vergaderjaar")) c.blanks();
    const auto year = read_session_year(c);
    if (!year) c.at = before;
    return year;
}

std::string session_group(int first_year) { return std::to_string(first_year) + std::to_string(first_year + 1); }

std::optional<Chamber> read_chamber(Cursor& c) {
    const size_t before = c.at;
    struct Form {
        std::string_view text;
        Chamber chamber;
        bool needs_year;
    };
    static constexpr std::array<Form, 9> forms{{{"tweede kamer", Chamber::tweede, false},
                                                {"eerste kamer", Chamber::eerste, false},
                                                {"tk", Chamber::tweede, false},
                                                {"ek", Chamber::eerste, false},
                                                {"ii", Chamber::tweede, false},
                                                {"ll", Chamber::tweede, false},
                                                {"11", Chamber::tweede, true},
                                                {"2", Chamber::tweede, true},
                                                {"1", Chamber::eerste, true}}};
    for (const Form& form : forms) {
        if (!c.letters(form.text)) continue;
        if (!ascii_letter(c.peek())) {
            if (!form.needs_year) return form.chamber;
            const size_t end = c.at;
            if (!ascii_digit(c.peek())) {
                while (c.blanks() || c.accept(',')) {
                }
                if (c.broken_word("vergaderjaar")) c.blanks();
                if (read_session_year(c)) {
                    c.at = end;
                    return form.chamber;
                }
            }
        }
        c.at = before;
    }
    if (c.peek() == 'I' && !ascii_letter(c.peek(1))) {
        ++c.at;
        return Chamber::eerste;
    }
    return std::nullopt;
}

NumberWord read_number_word(Cursor& c) {
    const size_t before = c.at;
    while (c.blanks() || c.accept(',') || c.accept(';')) {
    }
    // A page that ended after the comma can have left an empty line: "vergaderjaar 2023–2024,\n\nnr. 1137".
    if (c.at > 0 && c.text[c.at - 1] == ',' && c.peek() == '\n' && c.peek(1) == '\n') c.at += 2;
    static constexpr std::array<std::pair<std::string_view, NumberWord>, 10> words{{{"nummers", NumberWord::several},
                                                                                    {"nummer", NumberWord::one},
                                                                                    {"nrs", NumberWord::several},
                                                                                    {"nrc", NumberWord::several},
                                                                                    {"nr", NumberWord::one},
                                                                                    {"mr", NumberWord::one},
                                                                                    {"rir", NumberWord::one},
                                                                                    {"nos", NumberWord::several},
                                                                                    {"no", NumberWord::one},
                                                                                    {"n°", NumberWord::one}}};
    for (const auto& [word, kind] : words) {
        if (!c.letters(word) || ascii_letter(c.peek())) continue;
        while (c.blanks() || c.accept('.') || c.accept(',') || c.accept(':')) {
        }
        return kind;
    }
    c.at = before;
    return NumberWord::none;
}

Separator read_separator(Cursor& c) {
    Separator result;
    for (;;) {
        c.blanks();
        if (c.accept(',') || c.accept(';') || c.accept('/') || c.accept('&')) {
            result.any = true;
        } else if (c.word("en") || c.word("alsmede") || c.word("respectievelijk")) {
            result.any = result.and_word = true;
        } else if (c.word("resp")) {
            c.accept('.');
            result.any = result.and_word = true;
        } else {
            return result;
        }
    }
}

// After "en 14": a number ends the list, so a sign, a line or another conjunction must follow ("en 14 maart" is a
// date).
static bool list_goes_on(Cursor c) {
    if (c.done() || c.peek() == '\n') return true;
    if (c.peek() == '.' && ascii_digit(c.peek(1))) return false;  // 1.500
    if (c.peek() == ',' && ascii_digit(c.peek(1))) return false;  // 14,5
    if (!c.blanks()) {
        const char sign = c.peek();
        return sign != '-' && sign != '%' && sign != '/' && !ascii_letter(sign) && !ascii_digit(sign);
    }
    if (c.word("en") || c.word("van") || c.word("over")) return true;
    return c.peek() == '(' || c.peek() == ')' || c.dash_size() != 0;
}

namespace {

constexpr int longest_range = 60;  // "nrs. 1-2"; anything longer is two numbers with something else between

// "-14", " t/m 14": the numbers after the last one up to that.
bool read_range(Cursor& c, bool several, std::vector<CitedNumber>& numbers) {
    const size_t before = c.at;
    const int last = numbers.back().value;
    const bool apart = c.blanks();
    const bool dash = c.dash();
    const bool range =
        dash || c.letters("t/m") || (c.word("tot") && c.blanks() && c.word("en") && c.blanks() && c.word("met"));
    if (range) {
        c.blanks();
        const size_t begin = c.at;
        const auto to = c.number(4);
        // "nr. 3 – 12 maart 2024": a dash between blanks also begins a new thought.
        const bool meant = !dash || !apart || several || list_goes_on(c);
        if (to && *to > last && *to - last <= longest_range && !ascii_letter(c.peek()) && meant) {
            for (int n = last + 1; n <= *to; ++n) numbers.push_back({n, c.since(begin)});
            return true;
        }
    }
    c.at = before;
    return false;
}

// Whether after "nr. 12" it goes on ", 13 en 14": ascending, and the last one is joined with "en".
bool listed(Cursor c, int last) {
    constexpr int longest_list = 30;
    for (int i = 0; i < longest_list; ++i) {
        const Separator separator = read_separator(c);
        const auto next = separator.any ? c.number(4) : std::nullopt;
        if (!next || *next <= last) return false;
        last = *next;
        if (separator.and_word) return list_goes_on(c);
    }
    return false;
}

}  // namespace

void read_more_numbers(Cursor& c, bool several, std::vector<CitedNumber>& numbers) {
    for (;;) {
        if (read_range(c, several, numbers)) {
            several = true;
            continue;
        }
        const size_t before = c.at;
        const int last = numbers.back().value;
        several = several || listed(c, last);
        const Separator separator = read_separator(c);
        if (!separator.any) {
            c.at = before;
            return;
        }
        const NumberWord word = read_number_word(c);
        if (word == NumberWord::several) several = true;
        const size_t begin = c.at;
        const auto next = c.number(4);
        const bool year = next && word == NumberWord::none && *next > 1900 && *next < 2100 && *next > last + 200;
        const bool joined = several || (separator.and_word && next && *next > last);
        const bool taken = next && !year && (word != NumberWord::none || (joined && list_goes_on(c)));
        if (!taken || ascii_letter(c.peek())) {
            c.at = before;
            return;
        }
        numbers.push_back({*next, c.since(begin)});
    }
}

}  // namespace kl::annotate
