#include "text/date.h"

#include <array>

namespace kl::text {
namespace {

constexpr std::array<std::string_view, 12> months = {"januari",   "februari", "maart",    "april",
                                                     "mei",       "juni",     "juli",     "augustus",
                                                     "september", "oktober",  "november", "december"};

constexpr bool digit(char c) { return c >= '0' && c <= '9'; }
constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }
constexpr bool letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

// Reads forwards; every reader leaves `at` where it was when it finds nothing.
struct Reader {
    std::string_view text;
    size_t at = 0;

    bool blank() {  // any number of blanks, line ends and no-break spaces
        const size_t begin = at;
        while (at < text.size()) {
            if (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t') {
                ++at;
            } else if (text.substr(at, 2) == "\xC2\xA0") {
                at += 2;
            } else {
                break;
            }
        }
        return at != begin;
    }

    // A number of `least` to `most` digits, not followed by another digit.
    int number(size_t least, size_t most) {
        size_t end = at;
        int value = 0;
        while (end < text.size() && digit(text[end]) && end - at < most) {
            value = value * 10 + (text[end] - '0');
            ++end;
        }
        if (end - at < least || (end < text.size() && digit(text[end]))) return -1;
        at = end;
        return value;
    }

    // The first four digits of a year; more may be glued to it ("20246": the year 2024 and a footnote mark).
    int year() {
        if (at + 4 > text.size()) return -1;
        int value = 0;
        for (size_t i = at; i < at + 4; ++i) {
            if (!digit(text[i])) return -1;
            value = value * 10 + (text[i] - '0');
        }
        if (value < 1800 || value > 2199) return -1;
        at += 4;
        return value;
    }

    int month_name() {
        for (size_t m = 0; m < months.size(); ++m) {
            const std::string_view name = months[m];
            if (at + name.size() > text.size()) continue;
            size_t i = 0;
            while (i < name.size() && lower(text[at + i]) == name[i]) ++i;
            if (i < name.size()) continue;
            at += name.size();
            return static_cast<int>(m) + 1;
        }
        return -1;
    }
};

bool possible(Date d) {
    constexpr std::array<int, 12> days = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return d.month >= 1 && d.month <= 12 && d.day >= 1 && d.day <= days[static_cast<size_t>(d.month - 1)];
}

// "12 februari 2026", "12februari2026"; the day begins at `at`.
std::optional<DateSpan> written(std::string_view text, size_t at) {
    Reader r{text, at};
    Date d;
    d.day = r.number(1, 2);
    if (d.day < 0) return std::nullopt;
    r.blank();
    d.month = r.month_name();
    if (d.month < 0) return std::nullopt;
    r.blank();
    d.year = r.year();
    if (d.year < 0 || !possible(d)) return std::nullopt;
    return DateSpan{d, {static_cast<uint32_t>(at), static_cast<uint32_t>(r.at)}};
}

// "12-02-2026", "2026-02-12".
std::optional<DateSpan> numeric(std::string_view text, size_t at) {
    Reader r{text, at};
    const auto dash = [&r] {
        if (r.at >= r.text.size() || r.text[r.at] != '-') return false;
        ++r.at;
        return true;
    };
    Date d;
    if (const int year = r.number(4, 4); year >= 1800 && year <= 2199) {
        d.year = year;
        if (!dash() || (d.month = r.number(2, 2)) < 0 || !dash() || (d.day = r.number(2, 2)) < 0) return std::nullopt;
    } else {
        r.at = at;
        if ((d.day = r.number(1, 2)) < 0 || !dash() || (d.month = r.number(1, 2)) < 0 || !dash()) return std::nullopt;
        d.year = r.number(4, 4);
        if (d.year < 1800 || d.year > 2199) return std::nullopt;
    }
    if (!possible(d)) return std::nullopt;
    return DateSpan{d, {static_cast<uint32_t>(at), static_cast<uint32_t>(r.at)}};
}

// Days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms").
long days_from_civil(int year, int month, int day) {
    const long y = month <= 2 ? year - 1 : year;
    const long era = (y >= 0 ? y : y - 399) / 400;
    const long year_of_era = y - era * 400;
    const long day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const long day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

int third_tuesday_of_september(int year) {
    const long weekday = ((days_from_civil(year, 9, 1) + 4) % 7 + 7) % 7;  // 0 = Sunday
    return static_cast<int>((2 - weekday + 7) % 7) + 1 + 14;
}

void put(std::string& out, int value, int width) {
    std::string digits = std::to_string(value);
    out.append(static_cast<size_t>(width) > digits.size() ? static_cast<size_t>(width) - digits.size() : 0, '0');
    out += digits;
}

}  // namespace

std::optional<DateSpan> find_date(std::string_view utf8, size_t from) {
    for (size_t at = from; at < utf8.size(); ++at) {
        if (!digit(utf8[at])) continue;
        if (at > 0 && digit(utf8[at - 1])) continue;  // inside a longer number
        if (auto found = written(utf8, at)) return found;
        if (at > 0 && (utf8[at - 1] == '-' || letter(utf8[at - 1]))) continue;
        if (auto found = numeric(utf8, at)) return found;
    }
    return std::nullopt;
}

std::string iso(Date date) {
    if (!date.known()) return "";
    std::string out;
    put(out, date.year, 4);
    if (date.month != 0) {
        out += '-';
        put(out, date.month, 2);
        if (date.day != 0) {
            out += '-';
            put(out, date.day, 2);
        }
    }
    return out;
}

std::optional<Date> from_iso(std::string_view iso) {
    Reader r{iso, 0};
    const auto dash = [&r] { return r.at < r.text.size() && r.text[r.at] == '-' ? (++r.at, true) : false; };
    Date d;
    d.year = r.number(4, 4);
    if (d.year <= 0) return std::nullopt;
    if (r.at == iso.size()) return d;
    if (!dash() || (d.month = r.number(2, 2)) < 1 || d.month > 12) return std::nullopt;
    if (r.at == iso.size()) return d;
    if (!dash() || (d.day = r.number(2, 2)) < 1 || r.at != iso.size() || !possible(d)) return std::nullopt;
    return d;
}

std::string session_year(Date date) {
    if (!date.known() || date.month == 0) return "";
    const int start = third_tuesday_of_september(date.year);
    const bool before = date.month < 9 || (date.month == 9 && date.day < start);
    const int first = before ? date.year - 1 : date.year;
    std::string out;
    put(out, first, 4);
    put(out, first + 1, 4);
    return out;
}

}  // namespace kl::text
