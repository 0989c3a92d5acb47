// Citations of Kamerstukken and their dossiers.
#include <optional>
#include <string>

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
        const std::string chapter = read_chapter(c);
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

// The number or numbers of a dossier. Adds the references and says whether there was one.
bool read_numbers(Citations& out, Cursor& c, const Dossier& dossier, size_t begin, bool bare_numbers, Chamber chamber) {
    const size_t before = c.at;
    if (!dossier.number.empty()) {
        out.add(kst(dossier, dossier.number), c.since(begin));
        std::vector<CitedNumber> numbers{{std::stoi(dossier.number), {}}};
        const size_t first = numbers.size();
        read_more_numbers(c, false, numbers);
        for (size_t i = first; i < numbers.size(); ++i) out.add(kst(dossier, plain(numbers[i].value)), numbers[i].span);
        return true;
    }
    NumberWord word = read_number_word(c);
    if (word == NumberWord::none) {
        while (c.blanks() || c.accept(',')) {
        }
        const bool said = c.word("letter") || c.word("letters");
        c.blanks();
        if (said || (chamber == Chamber::eerste && c.at > before)) {
            if (const std::string letter = read_letter_number(c); !letter.empty()) {
                out.add(kst(dossier, letter), c.since(begin));
                return true;
            }
        }
        if (!said && bare_numbers && c.at > before) {  // "Kamerstukken II 2005/06, 30 372, 3, p. 12"
            const auto number = c.number(4);
            const char next = c.peek();
            if (number && (next == ',' || next == ')' || next == ';' || next == '.' || next == '\n' || c.done()) &&
                *number < 1900) {
                out.add(kst(dossier, plain(*number)), c.since(begin));
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
                out.add(kst(dossier, letter), c.since(begin));
                return true;
            }
        }
        c.at = before;
        return false;
    }
    out.add(kst(dossier, plain(*number)), c.since(begin));
    std::vector<CitedNumber> numbers{{*number, {}}};
    read_more_numbers(c, word == NumberWord::several, numbers);
    for (size_t i = 1; i < numbers.size(); ++i) out.add(kst(dossier, plain(numbers[i].value)), numbers[i].span);
    return true;
}

bool plausible(const Dossier& dossier) { return dossier.base[0] >= '1' && dossier.base[0] <= '3'; }

}  // namespace

bool read_kamerstuk(Citations& out, Cursor& c, size_t begin, bool labelled, Chamber chamber) {
    const size_t before = c.at;
    const auto fail = [&] {
        c.at = before;
        return false;
    };
    bool year = false;
    if (labelled) {
        for (int step = 0; step < most_steps; ++step) {  // "II 2015–16, ", "nr. ", "II, vergaderjaar 2022/2023 "
            if (c.blanks() || c.accept(',') || c.accept(':') || c.accept('.') || c.accept('(')) continue;
            if (c.word("vergaderjaar") || c.word("jaargang") || c.word("dossier")) continue;
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
    const auto dossier = read_dossier(c);
    if (!dossier) return fail();
    if (!labelled && !plausible(*dossier)) return fail();
    const bool bracketed =
        begin > 0 && out.text[begin - 1] == '(' && (c.peek() == ')' || c.peek() == ',' || c.peek() == ';');
    if (!labelled && !dossier->number.empty() &&
        !bracketed) {  // "(29826-277)" only in brackets, and not with two blanks
        return fail();
    }
    bool any = read_numbers(out, c, *dossier, begin, year, chamber);
    if (!any) {
        if (!labelled) return fail();
        out.add(dossier->base + dossier->suffix, c.since(begin));
    }
    for (;;) {  // " en 29 984, nr. 1207": the label is left out
        const size_t here = c.at;
        if (!read_separator(c).any) break;
        c.blanks();
        const size_t next_begin = c.at;
        const auto next = read_dossier(c);
        if (!next || !plausible(*next) || !read_numbers(out, c, *next, next_begin, false, chamber)) {
            c.at = here;
            break;
        }
    }
    return true;
}

}  // namespace kl::annotate
