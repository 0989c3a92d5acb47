#include "annotate/offices.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "annotate/scanner.h"
#include "text/fold.h"
#include "text/sort.h"

namespace kl::annotate {

std::string office_key(std::string_view office) {
    const std::string folded = text::fold(office);
    std::string key;
    key.reserve(folded.size());
    for (const char c : folded) {
        if (ascii_letter(c) || ascii_digit(c)) key += c;
        if (c == '&') key += "en";
    }
    // Titles before the name, also with their blanks lost ("Ministervan"). A minister-president keeps his title: it is
    // the name.
    static constexpr std::array<std::string_view, 9> titles{
        "demissionair", "staatssecretaris", "ministeries", "ministerie", "ministers", "minister", "de", "het",
        "minvan"};
    static constexpr std::array<std::string_view, 3> links{"van", "voor", "vande"};
    bool title = false;
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view word : titles) {
            if (!key.starts_with(word) || key.starts_with("ministerpresident") || key.size() < word.size() + 2)
                continue;
            if ((word == "de" || word == "het") && !std::string_view(key).substr(word.size()).starts_with("minister") &&
                !std::string_view(key).substr(word.size()).starts_with("staatssecretaris"))
                continue;  // "defensie"
            key.erase(0, word.size());
            again = title = true;
        }
    }
    if (!title && (folded.starts_with("van ") || folded.starts_with("voor "))) title = true;
    for (const std::string_view link : links)
        if (title && key.starts_with(link) && key.size() > link.size() + 1) {
            key.erase(0, link.size());
            break;
        }
    return key;
}

void index_offices(Vocabulary& vocabulary) {
    vocabulary.offices.clear();
    const auto add = [&](std::string_view name, bool portfolio, size_t row) {
        std::string key = office_key(name);
        if (!key.empty()) vocabulary.offices.push_back({std::move(key), portfolio, static_cast<uint16_t>(row)});
    };
    for (size_t i = 0; i < vocabulary.ministries.size(); ++i) {
        add(vocabulary.ministries[i].label_nl, false, i);
        add(vocabulary.ministries[i].abbr, false, i);
        for (const std::string& alias : vocabulary.ministries[i].aliases) add(alias, false, i);
    }
    for (size_t i = 0; i < vocabulary.portfolios.size(); ++i) add(vocabulary.portfolios[i].title, true, i);
    text::sort(vocabulary.offices, {}, &OfficeName::key);
}

namespace {

// Days, near enough to compare distances.
int days(text::Date date) { return date.year * 372 + date.month * 31 + date.day; }

// How far `date` lies from the period: 0 inside it. An unknown date is nearest to the newest period.
int distance(text::Date from, text::Date to, text::Date date) {
    if (!date.known()) return from.known() ? 1'000'000 - days(from) : 1'000'000;
    if (from.known() && date < from) return days(from) - days(date);
    if (to.known() && date > to) return days(date) - days(to);
    return 0;
}

// Edit distance of two short keys, given up above `most`.
size_t edits(std::string_view a, std::string_view b, size_t most) {
    if (a.size() > b.size() + most || b.size() > a.size() + most) return most + 1;
    std::vector<size_t> row(b.size() + 1);
    for (size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (size_t i = 1; i <= a.size(); ++i) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b.size(); ++j) {
            const size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::optional<MinistryId> resolve(const Vocabulary& vocabulary, std::string_view key, text::Date date) {
    const auto range = std::ranges::equal_range(vocabulary.offices, key, {},
                                                [](const OfficeName& name) -> std::string_view { return name.key; });
    const OfficeName* best = nullptr;
    int best_distance = 0;
    for (const OfficeName& name : range) {
        const int d =
            name.portfolio
                ? distance(vocabulary.portfolios[name.row].valid_from, vocabulary.portfolios[name.row].valid_to, date)
                : distance(vocabulary.ministries[name.row].valid_from, vocabulary.ministries[name.row].valid_to, date);
        // A ministry goes before a portfolio of the same name, but not when only the portfolio existed then.
        if (best == nullptr || d < best_distance || (d == best_distance && best->portfolio && !name.portfolio)) {
            best = &name;
            best_distance = d;
        }
    }
    if (best == nullptr) return std::nullopt;
    if (!best->portfolio) {
        // A text may still use the name of yesterday: the register's code (the URI) says which ministry that is today.
        if (best_distance > 0 && date.known() && !vocabulary.ministries[best->row].uri.empty())
            for (size_t i = 0; i < vocabulary.ministries.size(); ++i) {
                const Ministry& other = vocabulary.ministries[i];
                if (other.uri == vocabulary.ministries[best->row].uri &&
                    distance(other.valid_from, other.valid_to, date) == 0)
                    return static_cast<MinistryId>(i);
            }
        return best->row;
    }
    return vocabulary.by_abbr(vocabulary.portfolios[best->row].ministry, date);
}

}  // namespace

bool Vocabulary::is_office_key(std::string_view key) const {
    const auto place =
        std::ranges::lower_bound(offices, key, {}, [](const OfficeName& name) -> std::string_view { return name.key; });
    return place != offices.end() && place->key == key;
}

bool Vocabulary::is_office(std::string_view office) const {
    return !office.empty() && is_office_key(office_key(office));
}

std::optional<MinistryId> Vocabulary::by_abbr(std::string_view abbr, text::Date date) const {
    std::optional<MinistryId> best;
    int best_distance = 0;
    for (size_t i = 0; i < ministries.size(); ++i) {
        if (!std::ranges::equal(ministries[i].abbr, abbr, {}, ascii_lower, ascii_lower)) continue;
        const int d = distance(ministries[i].valid_from, ministries[i].valid_to, date);
        if (!best || d < best_distance) {
            best = static_cast<MinistryId>(i);
            best_distance = d;
        }
    }
    return best;
}

std::optional<MinistryId> Vocabulary::in_charge(std::string_view abbr, text::Date date) const {
    const auto own = by_abbr(abbr, date);
    const auto valid = [&](std::optional<MinistryId> id) {
        return id && (!date.known() || distance(ministries[*id].valid_from, ministries[*id].valid_to, date) == 0);
    };
    if (!own || valid(own)) return own;
    for (const std::string& other : ministries[*own].stand_in)
        if (const auto id = by_abbr(other, date); valid(id)) return id;
    return own;
}

namespace {

// The longest name that `key` begins with; "" when there is none.
std::string_view longest_prefix(const Vocabulary& vocabulary, std::string_view key) {
    constexpr size_t shortest = 8;
    std::string_view longest;
    for (const OfficeName& name : vocabulary.offices)
        if (name.key.size() >= shortest && name.key.size() > longest.size() && key.starts_with(name.key))
            longest = name.key;
    return longest;
}

bool valid_at(const Vocabulary& vocabulary, const OfficeName& name, text::Date date) {
    return name.portfolio
               ? distance(vocabulary.portfolios[name.row].valid_from, vocabulary.portfolios[name.row].valid_to, date) ==
                     0
               : distance(vocabulary.ministries[name.row].valid_from, vocabulary.ministries[name.row].valid_to, date) ==
                     0;
}

// "Economische Zaken en Klimaat en Groene Groei" as names that cover it wholly. With `valid_only`, names of the date.
bool segment(const Vocabulary& vocabulary, std::string_view key, text::Date date, bool valid_only, int depth,
             std::vector<std::string_view>& names) {
    if (key.empty()) return true;
    if (depth == 0) return false;
    constexpr size_t shortest = 7;  // "justitie", "defensie"; never an abbreviation inside a word
    std::vector<std::string_view> fitting;
    for (const OfficeName& name : vocabulary.offices)
        if (name.key.size() >= shortest && key.starts_with(name.key) &&
            (fitting.empty() || fitting.back() != name.key) && (!valid_only || valid_at(vocabulary, name, date)))
            fitting.push_back(name.key);
    for (size_t i = fitting.size(); i-- > 0;) {  // sorted by key: the longest comes last
        std::string_view rest = key.substr(fitting[i].size());
        for (const std::string_view word : {"en", "deministers", "deminister", "destaatssecretaris", "ministers",
                                            "minister", "staatssecretaris", "van", "voor"})
            if (rest.starts_with(word) && rest.size() > word.size()) rest.remove_prefix(word.size());
        names.push_back(fitting[i]);
        if (segment(vocabulary, rest, date, valid_only, depth - 1, names)) return true;
        names.pop_back();
    }
    return false;
}

// The words of an office that tell it apart: without "en", "van", "minister".
std::vector<std::string> telling_words(std::string_view office) {
    static constexpr std::array<std::string_view, 13> common{"en",
                                                             "van",
                                                             "voor",
                                                             "de",
                                                             "het",
                                                             "der",
                                                             "minister",
                                                             "ministers",
                                                             "ministerie",
                                                             "ministeries",
                                                             "staatssecretaris",
                                                             "demissionair",
                                                             "zaken"};
    std::vector<std::string> words;
    const std::string folded = text::fold(office);
    const auto part_of_word = [](char c) {
        return ascii_letter(c) || ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    };
    for (size_t at = 0; at < folded.size();) {
        size_t end = at;
        while (end < folded.size() && part_of_word(folded[end])) ++end;
        std::string word = folded.substr(at, end - at);
        at = end + 1;
        if (!word.empty() && std::ranges::find(common, std::string_view(word)) == common.end())
            words.push_back(std::move(word));
    }
    return words;
}

// An office with a word left out ("Onderwijs en Wetenschap", "Infrastructuur"): the ministry that every name with all
// its words leads to, names of the date before others; nothing when they lead to several.
std::optional<MinistryId> by_words(const Vocabulary& vocabulary, std::string_view office, text::Date date) {
    constexpr size_t longest_office = 120;
    constexpr size_t telling_length = 7;
    if (office.size() > longest_office) return std::nullopt;
    const std::vector<std::string> words = telling_words(office);
    if (std::ranges::none_of(words, [](const std::string& word) { return word.size() >= telling_length; }))
        return std::nullopt;
    std::optional<MinistryId> found;
    for (const bool valid_only : {true, false}) {
        bool several = false;
        for (const OfficeName& name : vocabulary.offices) {
            if (valid_only && !valid_at(vocabulary, name, date)) continue;
            const std::vector<std::string> other = telling_words(
                name.portfolio ? vocabulary.portfolios[name.row].title : vocabulary.ministries[name.row].label_nl);
            const bool all = std::ranges::all_of(words, [&](const std::string& word) {
                return std::ranges::any_of(other, [&](const std::string& theirs) {
                    return theirs == word || (word.size() >= telling_length && edits(theirs, word, 1) <= 1);
                });
            });
            if (!all) continue;
            const auto ministry = resolve(vocabulary, name.key, date);
            if (!ministry) continue;
            several = several || (found && *found != *ministry);
            found = ministry;
        }
        if (several) return std::nullopt;
        if (found) return found;
    }
    return std::nullopt;
}

}  // namespace

std::vector<MinistryId> ministries_in(const Vocabulary& vocabulary, std::string_view office, text::Date date) {
    std::vector<MinistryId> found;
    const std::string key = office_key(office);
    constexpr int most_offices = 4;
    std::vector<std::string_view> names;
    const bool whole = !resolve(vocabulary, key, date) && key.size() <= 400 &&
                       (segment(vocabulary, key, date, true, most_offices, names) ||
                        segment(vocabulary, key, date, false, most_offices, names));
    if (whole) {
        for (const std::string_view name : names)
            if (const auto ministry = resolve(vocabulary, name, date))
                if (std::ranges::find(found, *ministry) == found.end()) found.push_back(*ministry);
        return found;
    }
    if (const auto first = vocabulary.by_office(office, date)) found.push_back(*first);
    return found;
}

std::optional<MinistryId> Vocabulary::by_office(std::string_view office, text::Date date) const {
    const std::string key = office_key(office);
    if (key.empty()) return std::nullopt;
    if (const auto exact = resolve(*this, key, date)) return exact;
    // A slip of the pen or of OCR: the only name that is near enough.
    constexpr size_t long_key = 12;
    constexpr size_t short_key = 8;
    if (key.size() >= short_key) {
        const size_t most = key.size() >= long_key ? 2 : 1;
        std::string_view nearest;
        size_t fewest = most + 1;
        for (const OfficeName& name : offices) {
            const size_t n = name.key.size() < short_key || name.key == nearest
                                 ? most + 1
                                 : edits(name.key, key, std::min(most, fewest));
            if (n < fewest) {
                fewest = n;
                nearest = name.key;
            }
        }
        if (!nearest.empty()) return resolve(*this, nearest, date);
    }
    // "Financiën - Fiscaliteit en Belastingdienst": the longest name it begins with.
    if (const std::string_view longest = longest_prefix(*this, key); !longest.empty())
        return resolve(*this, longest, date);
    return by_words(*this, office, date);
}

}  // namespace kl::annotate
