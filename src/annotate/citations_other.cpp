// Citations outside the Kamer: official gazettes, the European Union, rulings, laws, ids written out, and web
// addresses.
#include <array>
#include <string>

#include "annotate/citation.h"

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

bool read_gazette(Citations& out, Cursor& c, size_t begin, std::string_view prefix) {
    const size_t before = c.at;
    while (c.blanks() || c.accept('.') || c.accept(',') || c.word("van") || c.word("jaargang")) {
    }
    const auto year = c.number(4);
    if (year && between(*year, 1813, 2099)) {
        if (read_number_word(c) == NumberWord::none) {
            while (c.blanks() || c.accept(',') || c.accept('/')) {
            }
            c.dash();
        }
        const auto number = c.number(6);
        if (number && !ascii_letter(c.peek())) {
            const auto id = [&](int n) {
                std::string result(prefix);
                return result.append("-").append(std::to_string(*year)).append("-").append(std::to_string(n));
            };
            out.add(id(*number), c.since(begin));
            std::vector<CitedNumber> numbers{{*number, {}}};
            read_more_numbers(c, false, numbers);
            for (size_t i = 1; i < numbers.size(); ++i) out.add(id(numbers[i].value), numbers[i].span);
            return true;
        }
    }
    c.at = before;
    return false;
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
    const auto number = year && between(*year, 1951, 2099) && bracket && closed ? c.number(5) : std::nullopt;
    if (!number || ascii_letter(c.peek())) {
        c.at = before;
        return false;
    }
    std::string id(series);
    out.add(id.append("(").append(std::to_string(*year)).append(")").append(std::to_string(*number)), c.since(begin));
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
    if (c.accept('(')) {
        while (community() || c.accept(',') || c.blanks()) {
        }
        marked = c.accept(')');
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
    } else if (between(*second, 1950, 2099) && (marked || suffixed || number_word)) {
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
    return "3" + std::to_string(year) + type + padded(number, 4);
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

namespace {

bool ends_url(char c) {
    return static_cast<unsigned char>(c) <= ' ' || static_cast<unsigned char>(c) >= 0x80 || c == '<' || c == '>' ||
           c == '"' || c == '`' || c == '{' || c == '}' || c == '|' || c == '\\' || c == '^';
}

// The publication an address leads to, when the address says which: "…/kst-36696-3.html", "…?id=2024Z18775",
// "…CELEX:32016R0679".
std::string publication_in(std::string_view url) {
    Citations inner{};
    inner.text = url;
    for (size_t at = 0; at < url.size() && inner.found.empty(); ++at) {
        const char before = at == 0 ? ' ' : url[at - 1];
        if (before != '/' && before != '=' && before != ':' && before != 'A') continue;
        Cursor c{url, at};
        bool found = false;
        if (ascii_digit(c.peek())) {
            found = read_zaak(inner, c, at);
            if (!found && (url.find("CELEX") != std::string_view::npos)) found = read_celex(inner, c, at);
        } else if (c.letters("bwb")) {
            found = read_law(inner, c, at);
        } else if (c.letters("ecli:")) {
            found = read_ecli(inner, c, at);
        } else {
            found = read_literal_id(inner, c, at);
        }
        if (found) return inner.found.front().id;
    }
    return {};
}

}  // namespace

bool read_url(Citations& out, Cursor& c, size_t begin) {
    c.at = begin;
    const bool scheme = c.letters("https://") || c.letters("http://");
    const size_t host = c.at;
    size_t host_size = 0;
    bool point = false;
    for (char sign = c.peek(); ascii_letter(sign) || ascii_digit(sign) || sign == '.' || sign == '-';
         sign = c.peek(++host_size))
        point = point || sign == '.';
    if (!point || host_size < 4) {
        c.at = begin;
        return false;
    }
    size_t open = 0;
    while (!c.done() && !ends_url(c.peek())) {
        if (c.peek() == '(') ++open;
        if (c.peek() == ')' && open-- == 0) break;
        ++c.at;
    }
    while (c.at > host && std::string_view(".,;:!?'").find(out.text[c.at - 1]) != std::string_view::npos) --c.at;
    const std::string_view url = out.text.substr(begin, c.at - begin);
    std::string id = publication_in(url);
    if (id.empty()) id = scheme ? std::string(url) : "https://" + std::string(url);
    out.add(std::move(id), c.since(begin));
    return true;
}

}  // namespace kl::annotate
