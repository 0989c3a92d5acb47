// Citations of Kamerstukken and their dossiers.
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "annotate/citation.h"

namespace kl::annotate {

namespace {

// Pieces between a label and its numbers ("van de Handelingen II, vergaderjaar 2024–2025,"): more is no citation, and
// looking on for ever would make "dossier dossier dossier …" slow.
constexpr int most_steps = 16;

struct Dossier {
    std::string base;    // "36410"
    std::string suffix;  // "-02", "-XVI", "-A"
    std::string number;  // with hyphens only: "29826-277"
    Span span;
};

// A budget chapter ("XVI", "IXB") or the letter of a fund ("A", "K"): upper case, and the word ends there.
std::string read_chapter(Cursor& c) {
    size_t n = 0;
    while (c.peek(n) == 'I' || c.peek(n) == 'V' || c.peek(n) == 'X') ++n;
    if (n > 0 && n <= 6 && (c.peek(n) == 'A' || c.peek(n) == 'B')) ++n;
    if (n == 0 && c.peek() >= 'A' && c.peek() <= 'M') n = 1;
    if (n == 0 || n > 6 || ascii_letter(c.peek(n)) || ascii_digit(c.peek(n)) ||
        static_cast<unsigned char>(c.peek(n)) == 0xC3)
        return {};
    c.at += n;
    return std::string(c.text.substr(c.at - n, n));
}

// The number of an Eerste Kamer document: one or two capitals.
std::string read_letter_number(Cursor& c) {
    size_t n = 0;
    while (ascii_upper(c.peek(n))) ++n;
    if (n == 0 || n > 2 || ascii_letter(c.peek(n)) || ascii_digit(c.peek(n)) || c.peek(n) == '.') {
        if (!(n >= 1 && n <= 2 && c.peek(n) == '.' && !ascii_letter(c.peek(n + 1)))) return {};
    }
    c.at += n;
    return std::string(c.text.substr(c.at - n, n));
}

std::string plain(int number) { return std::to_string(number); }

// What hyphens can add to "21501": "-02" (a sequence), "-02-2870", "-XII-2", "-277" (a number).
void read_hyphens(Cursor& c, Dossier& dossier) {
    const size_t before = c.at;
    if (!c.dash()) return;
    if (const std::string chapter = read_chapter(c); !chapter.empty()) {
        dossier.suffix = "-" + chapter;
        const size_t end = c.at;
        if (c.dash())
            if (const auto number = c.number(4)) {
                dossier.number = plain(*number);
                return;
            }
        c.at = end;
        return;
    }
    const std::string first(c.digits(1, 4));
    if (first.empty() || ascii_letter(c.peek())) {
        c.at = before;
        return;
    }
    const size_t end = c.at;
    if (first.size() == 2 && c.dash()) {
        if (const auto number = c.number(4)) {
            dossier.suffix = "-" + first;
            dossier.number = plain(*number);
            return;
        }
    }
    c.at = end;
    Cursor ahead = c;
    const bool sequence = first.size() == 2 &&
                          (first[0] == '0' || dossier.base == "21501" || read_number_word(ahead) != NumberWord::none);
    if (sequence)
        dossier.suffix = "-" + first;
    else
        dossier.number = plain(std::stoi(first));
}

// Two and three digits with a blank, a point, a hyphen or nothing between, and what belongs to the dossier's name.
std::optional<Dossier> read_dossier(Cursor& c) {
    const size_t before = c.at;
    const auto fail = [&]() -> std::optional<Dossier> {
        c.at = before;
        return std::nullopt;
    };
    Dossier dossier;
    std::string_view d = c.digits(5, 5);
    if (!d.empty()) {
        dossier.base = d;
    } else {
        d = c.digits(2, 2);
        if (d.empty()) return fail();
        dossier.base = d;
        if (!c.blanks() && !c.accept('.')) c.dash();
        d = c.digits(3, 3);
        if (d.empty()) return fail();
        dossier.base += d;
    }
    if (dossier.base[0] == '0' ||
        (ascii_letter(c.peek()) && read_number_word(c) == NumberWord::none && read_chapter(c).empty()))
        return fail();
    c.at = before;  // what was looked at is read again, properly
    for (size_t digits = 0; digits < 5; ++c.at) digits += ascii_digit(c.peek()) ? 1 : 0;
    size_t end = c.at;
    read_hyphens(c, dossier);
    if (dossier.suffix.empty() && dossier.number.empty()) {
        c.at = end;
        c.blanks();
        std::string chapter = read_chapter(c);
        if (chapter.empty()) {  // "36 410, hoofdstuk XVI, nr. 160", "36 410, XVI, nr. 160"
            if (c.accept(',')) c.blanks();
            const bool said = c.word("hoofdstuk") && c.blanks();
            chapter = read_chapter(c);
            Cursor ahead = c;
            if (!said && (chapter.size() < 2 || read_number_word(ahead) == NumberWord::none)) chapter.clear();
        }
        if (chapter.empty())
            c.at = end;
        else
            dossier.suffix = "-" + chapter;
        end = c.at;
        if (!chapter.empty() && c.dash())
            if (const auto number = c.number(4)) dossier.number = plain(*number), end = c.at;
        c.at = end;
    }
    dossier.span = c.since(before);
    return dossier;
}

std::string kst(const Dossier& dossier, std::string_view number) {
    std::string id = "kst-";
    id.append(dossier.base).append(dossier.suffix).append("-").append(number);
    return id;
}

// What makes a number another printing or an annex: "-h1", "-b2", "(herdruk)".
std::string read_edition(Cursor& c) {
    const size_t before = c.at;
    const char kind = ascii_lower(c.peek(1));
    if (c.peek() == '-' && (kind == 'h' || kind == 'b' || kind == 'n' || kind == 'v') && ascii_digit(c.peek(2))) {
        c.at += 2;
        const std::string_view digits = c.digits(1, 2);
        if (!digits.empty() && !ascii_letter(c.peek())) return std::string("-") + kind + std::string(digits);
    }
    c.at = before;
    c.blanks();
    const bool bracket = c.accept('(');
    if (c.word("herdruk") && (!bracket || c.accept(')'))) return "-h1";
    c.at = before;
    return {};
}

// The number or numbers of one dossier, or of several that share them. Adds the references and says whether there was
// one.
bool read_numbers(Citations& out, Cursor& c, std::span<const Dossier> dossiers, size_t begin, bool bare_numbers,
                  Chamber chamber) {
    const size_t before = c.at;
    const auto add = [&](std::string_view number, Span span) {
        for (const Dossier& dossier : dossiers) out.add(kst(dossier, number), span);
    };
    const auto add_more = [&](int first, bool several) {
        std::vector<CitedNumber> numbers{{first, {}}};
        read_more_numbers(c, several, numbers);
        for (size_t i = 1; i < numbers.size(); ++i) add(plain(numbers[i].value), numbers[i].span);
    };
    if (const std::string& number = dossiers.back().number; !number.empty()) {
        const std::string edition = read_edition(c);
        add(number + edition, c.since(begin));
        add_more(std::stoi(number), false);
        return true;
    }
    const NumberWord word = read_number_word(c);
    if (word == NumberWord::none) {
        while (c.blanks() || c.accept(',')) {
        }
        const bool said = c.word("letter") || c.word("letters");
        c.blanks();
        if (said || (chamber == Chamber::eerste && c.at > before)) {
            if (const std::string letter = read_letter_number(c); !letter.empty()) {
                add(letter, c.since(begin));
                return true;
            }
        }
        if (!said && bare_numbers && c.at > before) {  // "Kamerstukken II 2005/06, 30 372, 3, p. 12"
            const auto number = c.number(4);
            const char next = c.peek();
            if (number && (next == ',' || next == ')' || next == ';' || next == '.' || next == '\n' || c.done()) &&
                *number < 1900) {
                add(plain(*number), c.since(begin));
                return true;
            }
        }
        c.at = before;
        return false;
    }
    const auto number = c.number(5);
    if (!number || ascii_letter(c.peek())) {
        if (!number) {
            if (const std::string letter = read_letter_number(c); !letter.empty()) {
                add(letter, c.since(begin));
                return true;
            }
        }
        c.at = before;
        return false;
    }
    const std::string edition = read_edition(c);
    add(plain(*number) + edition, c.since(begin));
    add_more(*number, word == NumberWord::several);
    return true;
}

bool plausible(const Dossier& dossier) { return dossier.base[0] >= '1' && dossier.base[0] <= '3'; }

}  // namespace

bool read_kamerstuk(Citations& out, Cursor& c, size_t begin, Label label, Chamber chamber) {
    const size_t before = c.at;
    const auto fail = [&] {
        c.at = before;
        return false;
    };
    bool year = false;
    if (label != Label::none) {
        for (int step = 0; step < most_steps; ++step) {  // "II 2015–16, ", "nr. ", "II, vergaderjaar 2022/2023 "
            if (c.blanks() || c.accept(',') || c.accept(':') || c.accept('.') || c.accept('(')) continue;
            if (c.broken_word("vergaderjaar") || c.word("jaargang") || c.word("dossier")) continue;
            if (read_session_year(c)) {
                year = true;
                continue;
            }
            if (const auto said = read_chamber(c)) {
                chamber = *said;
                continue;
            }
            const size_t here = c.at;
            if (read_number_word(c) != NumberWord::none && c.at != here) continue;
            break;
        }
    }
    const auto first = read_dossier(c);
    if (!first || (label != Label::full && !plausible(*first))) return fail();
    const bool bracketed =
        begin > 0 && out.text[begin - 1] == '(' && (c.peek() == ')' || c.peek() == ',' || c.peek() == ';');
    // "21501-32-1740" can be nothing else; "29826-277" only in brackets, and not with two blanks.
    const bool three_parts = first->suffix.size() == 3 && ascii_digit(first->suffix[1]);
    if (label == Label::none && !first->number.empty() && !bracketed && !three_parts) return fail();
    std::vector<Dossier> dossiers{*first};
    if (!read_numbers(out, c, dossiers, begin, year, chamber)) {
        const size_t alone = c.at;
        bool any = false;
        constexpr size_t most_sharing = 6;
        while (!any && dossiers.size() < most_sharing) {  // "31 293 en 31 289, nr. 273": both have it
            const size_t here = c.at;
            const bool goes_on =
                read_separator(c).any && out.text.substr(here, c.at - here).find(';') == std::string_view::npos;
            c.blanks();
            const auto next = goes_on ? read_dossier(c) : std::nullopt;
            if (!next || !plausible(*next) || !next->number.empty()) break;
            dossiers.push_back(*next);
            any = read_numbers(out, c, dossiers, begin, false, chamber);
        }
        if (!any) {
            c.at = alone;
            if (label != Label::full || !plausible(*first)) return fail();
            out.add(first->base + first->suffix, c.since(begin));
        }
    }
    for (;;) {  // " en 29 984, nr. 1207", "; I 2022/23, 36 021, B": the label is left out
        const size_t here = c.at;
        if (!read_separator(c).any) break;
        c.blanks();
        const size_t next_begin = c.at;
        const auto said = read_chamber(c);
        const bool next_year = read_named_session_year(c).has_value();
        while ((said || next_year) && (c.blanks() || c.accept(','))) {
        }
        const auto next = read_dossier(c);
        const Chamber next_chamber = said.value_or(chamber);
        if (!next || !plausible(*next) ||
            !read_numbers(out, c, std::span(&*next, 1), next_begin, next_year, next_chamber)) {
            c.at = here;
            break;
        }
    }
    return true;
}

}  // namespace kl::annotate
