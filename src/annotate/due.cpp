#include "annotate/due.h"

#include <algorithm>
#include <array>

#include "annotate/cross_links.h"
#include "annotate/scanner.h"

namespace kl::annotate {

namespace {

using text::Date;

int days_in(int year, int month) {
    static constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[static_cast<size_t>(month - 1)];
}

Date end_of_month(int year, int month) { return {year, month, days_in(year, month)}; }

Date day_before(Date date) {
    if (date.day > 1) return {date.year, date.month, date.day - 1};
    if (date.month > 1) return end_of_month(date.year, date.month - 1);
    return {date.year - 1, 12, 31};
}

Date add_months(Date date, int months) {
    const int month = date.month - 1 + months;
    const int year = date.year + month / 12;
    return {year, month % 12 + 1, std::min(date.day, days_in(year, month % 12 + 1))};
}

Date add_days(Date date, int days) {
    for (; days > 0; --days) {
        if (date.day < days_in(date.year, date.month)) {
            ++date.day;
        } else {
            date = date.month < 12 ? Date{date.year, date.month + 1, 1} : Date{date.year + 1, 1, 1};
        }
    }
    return date;
}

int month_of(std::string_view word) {
    static constexpr std::array<std::string_view, 12> names{"januari",   "februari", "maart",    "april",
                                                            "mei",       "juni",     "juli",     "augustus",
                                                            "september", "oktober",  "november", "december"};
    const auto found = std::ranges::find(names, word);
    return found == names.end() ? 0 : static_cast<int>(found - names.begin()) + 1;
}

int year_of(std::string_view word) {
    if (word.size() != 4 || !std::ranges::all_of(word, ascii_digit) || !word.starts_with("20")) return 0;
    return (word[2] - '0') * 10 + (word[3] - '0') + 2000;
}

int ordinal_of(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, int>, 11> names{{{"eerste", 1},
                                                                             {"tweede", 2},
                                                                             {"derde", 3},
                                                                             {"vierde", 4},
                                                                             {"laatste", 4},
                                                                             {"q1", 1},
                                                                             {"q2", 2},
                                                                             {"q3", 3},
                                                                             {"q4", 4},
                                                                             {"1e", 1},
                                                                             {"2e", 2}}};
    for (const auto& [name, value] : names)
        if (name == word) return value;
    return 0;
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> list) {
    return std::ranges::find(list, word) != list.end();
}

// Reads due words at one token; every reader leaves `end` behind its last word.
struct Reader {
    const Words& words;
    size_t last;
    Date today;
    size_t end = 0;
    bool before = false;  // "voor …": the period has ended before it begins

    [[nodiscard]] std::string_view word(size_t i) const { return i < last ? words.at(i) : std::string_view{}; }

    // A year at `i` ("van 2026", "2026", "dit jaar", "volgend jaar"); 0 when there is none.
    int year(size_t i) {
        if (word(i) == "van" || word(i) == "in") ++i;
        if (const int y = year_of(word(i))) return end = i + 1, y;
        if (word(i) == "het" && one_of(word(i + 1), {"volgend", "komend"})) ++i;
        if (word(i) == "dit" && word(i + 1) == "jaar") return end = i + 2, today.year;
        if (word(i) == "het" && word(i + 1) == "jaar") return end = i + 2, today.year;
        if (one_of(word(i), {"volgend", "volgende", "komend"}) && word(i + 1) == "jaar")
            return end = i + 2, today.year + (today.known() ? 1 : 0);
        return 0;
    }
    // The year of a period that ends in `month`, when the words name none: the first that is still to come.
    [[nodiscard]] int year_for(int month) const {
        if (!today.known()) return 0;
        return today.month > month ? today.year + 1 : today.year;
    }
    Date named_or_next(size_t i, int month, int day = 0) {
        int y = year(i);
        if (y == 0) {
            end = i;
            y = year_for(month);
        }
        if (y == 0) return {};
        return {y, month, day != 0 ? day : days_in(y, month)};
    }
    std::optional<Date> period(size_t i);
};

// One period that begins at token `i`; nullopt when there is none, an unknown date when its words give none.
std::optional<Date> Reader::period(size_t i) {
    const std::string_view w = word(i);
    if (one_of(w, {"begin", "medio", "eind", "einde"})) {
        size_t next = i + 1;
        if (word(next) == "van") ++next;
        if (const int month = month_of(word(next))) {
            Date date = named_or_next(next + 1, month);
            if (date.known() && w == "begin") date.day = 10;
            if (date.known() && w == "medio") date.day = 20;
            return date;
        }
        const int y = year(next);
        if (y == 0) return std::nullopt;
        return end_of_month(y, w == "begin" ? 3 : w == "medio" ? 6 : 12);
    }
    if (const int nth = ordinal_of(w)) {
        const bool short_form = w.starts_with("q");
        const bool quarter = short_form || word(i + 1) == "kwartaal";
        if (!quarter && word(i + 1) != "helft") return std::nullopt;
        const int month = quarter ? nth * 3 : (nth == 1 ? 6 : 12);
        return named_or_next(i + (short_form ? 1 : 2), month);
    }
    size_t season_at = i;
    if (one_of(w, {"komend", "komende", "dit", "deze", "volgend", "volgende", "aanstaande"})) ++season_at;
    const std::string_view season = word(season_at);
    const bool alone = season_at > i || (i > 0 && one_of(words.at(i - 1), {"het", "de", "van", "in", "na"}));
    if (alone && one_of(season, {"voorjaar", "lente"}))
        return before ? named_or_next(season_at + 1, 2) : named_or_next(season_at + 1, 5);
    if (alone && one_of(season, {"zomer", "zomerreces"}))
        return before ? named_or_next(season_at + 1, 6) : named_or_next(season_at + 1, 8);
    if (alone && one_of(season, {"najaar", "herfst"}))
        return before ? named_or_next(season_at + 1, 8) : named_or_next(season_at + 1, 11);
    if (alone && season == "herfstreces") return named_or_next(season_at + 1, 10);
    if (alone && season == "winter") {
        const Date date = named_or_next(season_at + 1, 12);
        return date.known() && !before ? end_of_month(date.year + 1, 2) : date;
    }
    if (one_of(season, {"kerst", "kerstreces"})) return named_or_next(season_at + 1, 12, 20);
    if (one_of(season, {"prinsjesdag", "begrotingsbehandeling"})) {
        end = season_at + 1;
        return Date{};
    }
    if (season == "jaareinde") return named_or_next(season_at + 1, 12);
    if (season_at > i && one_of(season, {"maand", "week", "kwartaal"})) {
        end = season_at + 1;
        if (!today.known() || today.month == 0) return Date{};
        const bool this_one = one_of(w, {"dit", "deze"});
        if (season == "maand")
            return this_one ? end_of_month(today.year, today.month)
                            : end_of_month(add_months(today, 1).year, add_months(today, 1).month);
        if (season == "kwartaal") {
            const Date in = this_one ? today : add_months(today, 3);
            return end_of_month(in.year, (in.month + 2) / 3 * 3);
        }
        return today.day == 0 ? Date{} : add_days(today, this_one ? 7 : 14);
    }
    if (const int month = month_of(w); month != 0 && i > 0) {
        const std::string_view previous = words.at(i - 1);
        const int day = previous.size() <= 2 && std::ranges::all_of(previous, ascii_digit) ? number_of(previous) : 0;
        if (day == 0 && !one_of(previous, {"in", "voor", "uiterlijk", "per", "van"})) return std::nullopt;
        return named_or_next(i + 1, month, day <= 31 ? day : 0);
    }
    if (one_of(w, {"dit", "volgend", "komend", "het", "in"}) || year_of(w) != 0) {
        // "in 2026", "dit jaar"; a bare year needs a word that makes it a term.
        const bool term = year_of(w) == 0 || (i > 0 && one_of(words.at(i - 1), {"in", "voor", "uiterlijk", "van"}));
        if (term)
            if (const int y = year(i)) return Date{y, 12, 31};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Due> find_due(const Words& words, size_t first, size_t last, text::Date document_date) {
    std::optional<Due> vague;
    const auto span = [&](size_t from, size_t to) {
        return Span{words.tokens[from].span.begin, words.tokens[to - 1].span.end};
    };
    for (size_t i = first; i < last; ++i) {
        const std::string_view word = words.at(i);
        const int day_before_month = i > first && month_of(word) != 0 ? number_of(words.at(i - 1)) : 0;
        if (day_before_month != 0) continue;  // a full date, read at its day or no term at all ("op 23 januari jl.")
        if (one_of(word, {"binnenkort", "spoedig", "zsm"}) && !vague) vague = Due{span(i, i + 1), {}};
        if (word == "zo" && i + 2 < last && one_of(words.at(i + 1), {"spoedig", "snel"}) &&
            words.at(i + 2) == "mogelijk" && !vague)
            vague = Due{span(i, i + 3), {}};
        if (word == "op" && i + 2 < last && words.at(i + 1) == "korte" && words.at(i + 2) == "termijn" && !vague)
            vague = Due{span(i, i + 3), {}};
        if (word == "binnen" && i + 2 < last && document_date.known()) {
            const bool few = one_of(words.at(i + 1), {"enkele", "afzienbare", "een"});
            const int count = words.at(i + 1) == "een" ? 1 : number_of(words.at(i + 1));
            const std::string_view unit = words.at(i + 2);
            if (count > 0 && document_date.day > 0) {
                if (one_of(unit, {"week", "weken"})) return Due{span(i, i + 3), add_days(document_date, 7 * count)};
                if (one_of(unit, {"maand", "maanden"})) return Due{span(i, i + 3), add_months(document_date, count)};
                if (one_of(unit, {"dag", "dagen"})) return Due{span(i, i + 3), add_days(document_date, count)};
            } else if (few && !vague && one_of(unit, {"weken", "maanden", "tijd"})) {
                vague = Due{span(i, i + 3), {}};
            }
        }
        Reader reader{words, last, document_date, i, false};
        // Where the words of the term begin: "uiterlijk in het eerste kwartaal".
        size_t at = i;
        bool before = false;
        bool after = false;
        while (at < last && at < i + 5 &&
               one_of(words.at(at), {"uiterlijk", "nog", "voor", "in", "aan", "het", "de", "rond", "na", "tegen", "per",
                                     "vanaf", "loop", "van"})) {
            before = before || one_of(words.at(at), {"voor"});
            after = after || one_of(words.at(at), {"na", "vanaf"});
            ++at;
        }
        if (at > i && one_of(words.at(at - 1), {"van"}) && words.at(i) != "in") continue;
        // "voor 1 mei": the day stands between.
        const bool day = at + 1 < last && number_of(words.at(at)) > 0 && number_of(words.at(at)) <= 31 &&
                         month_of(words.at(at + 1)) != 0;
        if (day && (at == i || words.at(i) == "op"))
            continue;  // "op 3 mei is …": a date is no term without its preposition
        reader.before = before;
        const auto date = at < last ? reader.period(day ? at + 1 : at) : std::nullopt;
        if (!date) continue;
        const bool season = before && !day && year_of(words.at(at)) == 0 && !one_of(words.at(at), {"einde", "eind"}) &&
                            month_of(words.at(at)) == 0;
        Date result = *date;
        if (before && day && result.known()) result = day_before(result);
        if (before && !season && !day && result.known() && month_of(words.at(at)) != 0)
            result = day_before({result.year, result.month, 1});
        if (before && year_of(words.at(at)) != 0) result = {result.year - 1, 12, 31};
        if (after) result = {};  // "na de zomer" says when it begins, not when it is due
        Due due{span(i, reader.end), result};
        if (result.known()) return due;
        if (!vague) vague = due;
        i = reader.end - 1;
    }
    return vague;
}

}  // namespace kl::annotate
