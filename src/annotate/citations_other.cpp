// Citations outside the Kamer: official gazettes, the European Union, rulings, laws, and ids written out.
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "annotate/citation.h"
#include "text/date.h"

namespace kl::annotate {

namespace {

std::string padded(int number, size_t width) {
    std::string digits = std::to_string(number);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

bool between(int value, int low, int high) { return low <= value && value <= high; }

// A run of characters an id is made of; a dash of any width counts as a hyphen ("ah-tk-20202021–2345").
std::string read_id_rest(Cursor& c) {
    std::string rest;
    for (;;) {
        if (ascii_letter(c.peek()) || ascii_digit(c.peek())) {
            rest += c.peek();
            ++c.at;
        } else if (const size_t n = c.dash_size(); n != 0 && (ascii_letter(c.peek(n)) || ascii_digit(c.peek(n)))) {
            rest += '-';
            c.at += n;
        } else {
            return rest;
        }
    }
}

}  // namespace

namespace {

// "nr. 32656, 2013", "nr. 27142, 14 september 2014", "13 mei 2014, nr. 13000": a year elsewhere than in front.
std::optional<std::pair<int, int>> read_gazette_number(Cursor& c) {
    constexpr size_t near = 24;  // bytes of "14 september 2014" with its comma
    const size_t before = c.at;
    const auto date_here = [&]() -> std::optional<int> {
        while (c.blanks() || c.accept(',') || c.accept('(') || c.word("van") || c.word("d.d.") || c.word("dd")) {
        }
        const auto date = text::find_date(c.text.substr(c.at, near));
        if (date && date->span.begin == 0) {
            c.at += date->span.end;
            return date->date.year;
        }
        const size_t here = c.at;
        const auto year = c.number(4);
        if (year && between(*year, 1813, 2099)) return year;
        c.at = here;
        return std::nullopt;
    };
    std::optional<int> year;
    if (ascii_digit(c.peek())) year = date_here();
    const bool word = read_number_word(c) != NumberWord::none;
    const auto number = word ? c.number(6) : std::nullopt;
    if (number && !ascii_letter(c.peek())) {
        if (!year) year = date_here();
        if (year) return std::pair{*year, *number};
    }
    c.at = before;
    return std::nullopt;
}

}  // namespace

bool read_gazette(Citations& out, Cursor& c, size_t begin, std::string_view prefix) {
    const size_t before = c.at;
    while (c.blanks() || c.accept('.') || c.accept(',') || c.accept('(') || c.word("van") || c.word("jaargang")) {
    }
    const auto id = [&](int year, int number) {
        std::string result(prefix);
        return result.append("-").append(std::to_string(year)).append("-").append(std::to_string(number));
    };
    const size_t here = c.at;
    const auto year = c.number(4);
    if (year && between(*year, 1813, 2099)) {
        if (read_number_word(c) == NumberWord::none) {
            while (c.blanks() || c.accept(',') || c.accept('/') || c.accept(')')) {
            }
            c.dash();
        }
        const auto number = c.number(6);
        if (number && !ascii_letter(c.peek())) {
            out.add(id(*year, *number), c.since(begin));
            std::vector<CitedNumber> numbers{{*number, {}}};
            read_more_numbers(c, false, numbers);
            for (size_t i = 1; i < numbers.size(); ++i) out.add(id(*year, numbers[i].value), numbers[i].span);
            return true;
        }
    }
    c.at = here;
    if (const auto other = read_gazette_number(c)) {
        out.add(id(other->first, other->second), c.since(begin));
        return true;
    }
    c.at = before;
    return false;
}

std::string commission_id(std::string_view series, int year, int number) {
    return std::string(series).append("(").append(std::to_string(year)).append(")").append(std::to_string(number));
}

std::string celex_of_act(int year, char type, int number) {
    return std::string("3").append(std::to_string(year)).append(1, type).append(padded(number, 4));
}

bool read_commission(Citations& out, Cursor& c, size_t begin, std::string_view series) {
    const size_t before = c.at;
    c.blanks();
    const bool bracket = c.accept('(') || c.accept('/');
    c.blanks();
    auto year = c.number(4);
    if (year && bracket && between(*year, 51, 99)) *year += 1900;
    c.blanks();
    const bool closed = c.accept(')') || c.accept('/');
    c.blanks();
    if (c.letters("nr")) {
        c.accept('.');
        c.blanks();
    }
    const bool spaced = series == "COM" && !bracket && !closed && c.at > before;  // "COM 2020 380"
    const bool shaped = year && between(*year, 1951, 2099) && ((bracket && closed) || spaced);
    const auto number = shaped ? c.number(5) : std::nullopt;
    if (!number || ascii_letter(c.peek())) {
        c.at = before;
        return false;
    }
    const auto id = [&](int n) { return commission_id(series, *year, n); };
    out.add(id(*number), c.since(begin));
    std::vector<CitedNumber> numbers{{*number, {}}};
    read_more_numbers(c, false, numbers);  // "COM(2021) 550 en 551"
    for (size_t i = 1; i < numbers.size(); ++i) out.add(id(numbers[i].value), numbers[i].span);
    return true;
}

namespace {

// "2011/85/EU", "(EU) 2023/1115", "(EU) nr. 575/2013", "95/46/EG": the number part of an EU act, as CELEX.
std::optional<std::string> read_act_number(Cursor& c, char type, bool bare_allowed) {
    const size_t before = c.at;
    bool marked = false;
    const auto community = [&] {
        static constexpr std::array<std::string_view, 6> names{"euratom", "gbvb", "eeg", "jbz", "eu", "eg"};
        for (const std::string_view name : names)
            if (c.word(name)) return true;
        return false;
    };
    bool inside = false;  // "(EU 2024/1689)", "(834/2007)"
    if (c.accept('(')) {
        bool named = false;
        while (c.accept(',') || c.blanks() || community()) named = true;
        marked = c.accept(')') || named;
        inside = !marked;
    } else if (community()) {  // "Verordening EU 2023/1115"
        marked = true;
    }
    c.blanks();
    bool number_word = false;
    if (c.letters("nr")) {
        number_word = true;
        c.accept('.');
        c.blanks();
    }
    const size_t first_begin = c.at;
    const auto first = c.number(4);
    const bool two_digits = c.at - first_begin == 2;
    c.blanks();
    const bool slash = c.accept('/');
    c.blanks();
    const size_t second_begin = c.at;
    const auto second = first && slash ? c.number(5) : std::nullopt;
    const bool short_second = c.at - second_begin <= 2;
    if (!second) {
        c.at = before;
        return std::nullopt;
    }
    const size_t end = c.at;
    bool suffixed = false;
    if (c.accept('/')) suffixed = community();
    if (!suffixed) c.at = end;
    int year = 0;
    int number = 0;
    if (between(*first, 1950, 2099) && !(number_word && between(*second, 1950, 2099))) {
        year = *first;
        number = *second;
    } else if (between(*second, 1950, 2099) &&
               (marked || suffixed || number_word || (inside && type == 'R' && *second < 2015))) {
        year = *second;
        number = *first;
    } else if (two_digits && suffixed && between(*first, 50, 99)) {
        year = 1900 + *first;
        number = *second;
    }
    const bool looks_like_session = !marked && !suffixed && short_second && number == (year + 1) % 100;
    if (year == 0 || number == 0 || looks_like_session || (!marked && !suffixed && !bare_allowed)) {
        c.at = before;
        return std::nullopt;
    }
    return celex_of_act(year, type, number);
}

}  // namespace

bool read_eu_act(Citations& out, Cursor& c, size_t begin, char type) {
    const size_t before = c.at;
    c.blanks();
    // A decision without "(EU)" is a Dutch one: "Besluit 2019/12".
    const auto first = read_act_number(c, type, type != 'D');
    if (!first) {
        c.at = before;
        return false;
    }
    out.add(*first, c.since(begin));
    for (;;) {  // "Richtlijnen 2014/24/EU en 2014/25/EU"
        const size_t here = c.at;
        if (!read_separator(c).any) break;
        c.blanks();
        const size_t next_begin = c.at;
        const auto next = read_act_number(c, type, false);
        if (!next) {
            c.at = here;
            break;
        }
        out.add(*next, c.since(next_begin));
    }
    return true;
}

bool read_listed_directive(Citations& out, Cursor& c, size_t begin) {
    const size_t before = c.at;
    const auto number = read_act_number(c, 'L', false);
    if (!number) {
        c.at = before;
        return false;
    }
    out.add(*number, c.since(begin));
    return true;
}

bool read_celex(Citations& out, Cursor& c, size_t begin) {
    const size_t before = c.at;
    if (c.letters("-nummer")) c.blanks();
    while (c.blanks() || c.accept(':') || c.accept('.') || c.letters("nr")) {
    }
    const size_t id_begin = c.at;
    const std::string sector_year(c.digits(5, 5));
    size_t letters = 0;
    while (ascii_upper(c.peek()) && letters < 2) ++c.at, ++letters;
    const bool number = !sector_year.empty() && letters > 0 && !c.digits(4, 4).empty();
    if (!number) {
        c.at = before;
        return false;
    }
    out.add(std::string(c.text.substr(id_begin, c.at - id_begin)), c.since(begin));
    return true;
}

bool read_ecli(Citations& out, Cursor& c, size_t begin) {
    const size_t before = c.at;  // behind "ECLI:"
    size_t colons = 0;
    while (ascii_letter(c.peek()) || ascii_digit(c.peek()) ||
           (c.peek() == '.' && (ascii_letter(c.peek(1)) || ascii_digit(c.peek(1)))) ||
           (c.peek() == ':' && (ascii_letter(c.peek(1)) || ascii_digit(c.peek(1))))) {
        colons += c.peek() == ':' ? 1 : 0;
        ++c.at;
    }
    if (colons != 3) {
        c.at = before;
        return false;
    }
    out.add(std::string(c.text.substr(begin, c.at - begin)), c.since(begin));
    return true;
}

bool read_law(Citations& out, Cursor& c, size_t begin) {
    const size_t before = c.at;  // behind "BWB"
    const char series = c.peek();
    if (series == 'R' || series == 'V' || series == 'W') {
        ++c.at;
        const std::string number(c.digits(7, 7));
        if (!number.empty()) {
            out.add(std::string("BWB") + series + number, c.since(begin));
            return true;
        }
    }
    c.at = before;
    return false;
}

bool read_literal_id(Citations& out, Cursor& c, size_t begin) {
    c.at = begin;
    static constexpr std::array<std::string_view, 14> prefixes{"kst-",   "ah-tk-", "ah-ek-", "h-tk-", "h-ek-",
                                                               "kv-tk-", "kv-ek-", "nds-",   "blg-",  "stb-",
                                                               "stcrt-", "trb-",   "ag-tk-", "ag-ek-"};
    for (const std::string_view prefix : prefixes) {
        if (!c.letters(prefix)) continue;
        std::string rest = read_id_rest(c);
        const bool aanhangsel = prefix.starts_with("ah-") && rest.size() == 9 && rest[4] == '-';
        if (aanhangsel) {  // "ah-tk-2017–2018, nr. 2509"
            rest.erase(4, 1);
            if (read_number_word(c) != NumberWord::none)
                if (const auto number = c.number(4)) rest += "-" + std::to_string(*number);
        }
        if (rest.empty() || !ascii_digit(rest.back()) || (prefix == "kst-" && rest.find('-') == std::string::npos)) {
            if (prefix != "kst-" || rest.find('-') == std::string::npos) break;
        }
        out.add(std::string(prefix) + rest, c.since(begin));
        return true;
    }
    c.at = begin;
    return false;
}

}  // namespace kl::annotate
