// Citations of the Aanhangsel and the Handelingen, and numbers of zaken and documents of the Tweede Kamer.
#include <string>

#include "annotate/citation.h"
#include "text/date.h"

namespace kl::annotate {

namespace {

constexpr int most_steps = 16;  // pieces between a label and its numbers; see citations_kamerstuk.cpp

std::string plain(int number) { return std::to_string(number); }

}  // namespace

bool read_aanhangsel(Citations& out, Cursor& c, size_t begin) {
    const size_t before = c.at;
    std::string_view house = "tk";
    int year = 0;
    for (int step = 0; step < most_steps;
         ++step) {  // "van de Handelingen II, vergaderjaar 2024–2025,"; "(Aanhangsel) 2023–2024,"
        if (c.blanks() || c.accept(',') || c.accept(')') || c.accept('(') || c.accept(':')) continue;
        if (c.word("van") || c.word("de") || c.word("der") || c.word("bij") || c.word("het") ||
            c.broken_word("handelingen") || c.broken_word("vergaderjaar") || c.word("kamervragen"))
            continue;
        if (const auto first = read_session_year(c)) {
            year = *first;
            continue;
        }
        if (const auto chamber = read_chamber(c)) {
            house = *chamber == Chamber::eerste ? "ek" : "tk";
            continue;
        }
        break;
    }
    // A year that stands before the label must be near, and then "nr." is needed: "vergaderjaar 2023–2024, Aanhangsel
    // 1" is a page.
    const bool year_follows = year != 0;
    constexpr size_t near = 40;
    if (!year_follows && out.year_before != 0 && begin - out.year_before_end < near) year = out.year_before;
    const NumberWord word = read_number_word(c);
    const bool readable = word != NumberWord::none || year_follows;
    const auto number = readable ? c.number(4) : std::nullopt;
    if (number && year == 0)  // "Aanhangsel Handelingen, nr. 1314, vergaderjaar 2023–2024"
        year = read_named_session_year(c).value_or(0);
    if (!number || *number == 0 || year == 0) {
        c.at = before;
        return false;
    }
    const auto id = [&](int n) { return "ah-" + std::string(house) + "-" + session_group(year) + "-" + plain(n); };
    out.add(id(*number), c.since(begin));
    std::vector<CitedNumber> numbers{{*number, {}}};
    read_more_numbers(c, word == NumberWord::several, numbers);
    for (size_t i = 1; i < numbers.size(); ++i) out.add(id(numbers[i].value), numbers[i].span);
    for (;;) {  // " en vergaderjaar 2024–2025, nr. 3"
        const size_t here = c.at;
        const bool more = read_separator(c).any;
        c.blanks();
        const size_t next_begin = c.at;
        const auto next_year = more ? read_named_session_year(c) : std::nullopt;
        const auto next = next_year && read_number_word(c) != NumberWord::none ? c.number(4) : std::nullopt;
        if (!next) {
            c.at = here;
            break;
        }
        year = *next_year;
        out.add(id(*next), c.since(next_begin));
    }
    return true;
}

bool read_handelingen(Citations& out, Cursor& c, size_t begin) {
    const size_t before = c.at;
    std::string_view house = "tk";
    int year = 0;
    for (int step = 0; step < most_steps; ++step) {
        if (c.blanks() || c.accept(',') || c.accept('(') || c.accept(')') || c.broken_word("vergaderjaar")) continue;
        if (c.word("van") || c.word("de") || c.word("der")) continue;
        if (const auto first = read_session_year(c)) {
            year = *first;
            break;
        }
        if (const auto chamber = read_chamber(c)) {
            house = *chamber == Chamber::eerste ? "ek" : "tk";
            continue;
        }
        break;
    }
    std::optional<int> meeting;
    if (year != 0) {
        const size_t here = c.at;
        if (read_number_word(c) == NumberWord::none) {
            c.at = here;
            while (c.blanks() || c.accept(',')) {
            }
        }
        meeting = c.number(3);
    }
    if (!meeting) {
        c.at = before;
        return false;
    }
    std::string id = "h-" + std::string(house) + "-" + session_group(year) + "-" + plain(*meeting);
    const size_t here = c.at;
    while (c.blanks() || c.accept(',')) {
    }
    const bool items = c.letters("items");
    if (items || c.letters("item")) {
        if (read_number_word(c) == NumberWord::none) c.blanks();
        if (const auto item = c.number(3)) {
            out.add(id + "-" + plain(*item), c.since(begin));
            std::vector<CitedNumber> numbers{{*item, {}}};
            read_more_numbers(c, items, numbers);
            for (size_t i = 1; i < numbers.size(); ++i) out.add(id + "-" + plain(numbers[i].value), numbers[i].span);
            return true;
        }
    }
    c.at = here;
    if (c.dash())
        if (const auto item = c.number(3)) {
            out.add(id + "-" + plain(*item), c.since(begin));
            return true;
        }
    c.at = here;
    out.add(std::move(id), c.since(begin));
    return true;
}

bool read_unprinted_aanhangsel(Citations& out, Cursor& c, size_t begin) {
    const size_t before = c.at;
    c.blanks();
    if (c.letters("nr")) {
        c.accept('.');
        c.blanks();
    }
    const auto number = c.number(4);
    if (!number || ascii_letter(c.peek())) {
        c.at = before;
        return false;
    }
    constexpr size_t reach = 60;  // "AH 610, ontvangen 19 november 2024"
    std::string group(out.session_year);
    if (const auto date = text::find_date(out.text.substr(c.at, reach))) group = text::session_year(date->date);
    if (group.empty()) {
        c.at = before;
        return false;
    }
    out.add("ah-tk-" + group + "-" + plain(*number), c.since(begin));
    return true;
}

bool read_zaak(Citations& out, Cursor& c, size_t begin) {
    const size_t before = c.at;
    std::string year(c.digits(4, 4));
    if (year.empty()) {  // "20 16D02550": scans part the digits
        year = c.digits(2, 2);
        const bool parted = !year.empty() && c.accept(' ');
        year += parted ? c.digits(2, 2) : std::string_view{};
    }
    const bool plausible_year = year.size() == 4 && (year.starts_with("20") || year.starts_with("19"));
    const bool apart = plausible_year && c.accept(' ');  // "2024 Z18775"
    char kind = c.peek();
    if (!apart && (kind == 'z' || kind == 'd')) kind = static_cast<char>(kind - 32);
    if (plausible_year && (kind == 'Z' || kind == 'D')) {
        ++c.at;
        c.accept(' ');  // "2024Z 18775"
        std::string number(c.digits(5, 5));
        if (number.empty()) {  // "2024Z187 75"
            number = c.digits(1, 4);
            const size_t missing = 5 - number.size();
            if (missing < 5) number += c.accept(' ') ? c.digits(missing, missing) : std::string_view{};
        }
        if (number.size() == 5 && !ascii_letter(c.peek())) {
            out.add((kind == 'Z' ? "kv-tk-" : "nds-tk-") + year + kind + number, c.since(begin));
            return true;
        }
    }
    c.at = before;
    return false;
}

}  // namespace kl::annotate
