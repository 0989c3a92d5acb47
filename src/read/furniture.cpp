#include "read/furniture.h"

#include "text/scan.h"

namespace kl::read {
namespace {

using text::Scan;

// "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 1", "Tweede Kamer, vergaderjaar 2025–2026, 36 696, nr. 4  3": the
// page number stands last. Without it the second form is a citation, not a footer.
bool page_footer(Scan& s) {
    if (!s.literal("tweede kamer, vergaderjaar ") || !s.session_years() || !s.literal(" ,")) return false;
    s.blanks();
    int number = 0;
    if (s.literal("aanhangsel") || s.literal("vragen") || s.literal("handelingen")) {
        s.blanks();
        s.number(number);
        return s.done();
    }
    const size_t comma = s.rest().find(", nr.");
    if (comma == std::string_view::npos || comma > 24) return false;
    s.at += comma + 5;
    s.blanks();
    return s.number(number) && s.blanks() && s.number(number) && s.done();
}

// "’s-Gravenhage 2024", with the footer glued to it or not.
bool place_and_year(Scan& s) {
    s.literal("\xE2\x80\x99") || s.literal("\xE2\x80\x98") || s.literal("'");
    int year = 0;
    if (!s.literal("s-gravenhage ") && !s.literal("s gravenhage ")) return false;
    if (!s.number(year, 4)) return false;
    s.blanks();
    return s.done() || page_footer(s);
}

// "ISSN 0921 - 7398", with the rest of the footer glued to it or not.
bool issn(Scan& s) {
    int part = 0;
    if (!s.literal("issn ") || !s.number(part, 4)) return false;
    s.blanks();
    if (!s.dash()) return false;
    s.blanks();
    if (!s.number(part, 4)) return false;
    s.blanks();
    return s.done() || place_and_year(s);
}

// "ah-tk-20232024-1314", "kst-36696-4", "kv-tk-2024Z18775"
bool publication_id(Scan& s) {
    constexpr std::string_view series[] = {"ah-", "kv-", "kst-", "h-", "blg-", "ag-", "nds-"};
    bool known = false;
    for (const std::string_view prefix : series) {
        if (s.literal(prefix)) {
            known = true;
            break;
        }
    }
    if (!known) return false;
    bool digit = false;
    while (text::ascii_letter(s.peek()) || text::ascii_digit(s.peek()) || s.peek() == '-') {
        digit = digit || text::ascii_digit(s.peek());
        ++s.at;
    }
    return digit && s.done();
}

bool page_header(std::string_view line) {
    Scan s{line};
    int number = 0;
    if (s.literal("tweede kamer der staten-generaal")) {
        s.blanks();
        s.number(number, 3);
        return s.done();
    }
    if (s.literal("vergaderjaar ") && s.session_years()) {
        s.blanks();
        if (s.done() || s.literal("aanhangsel van de handelingen")) return s.done();
        return s.literal("vragen gesteld door de leden der kamer") && s.done();
    }
    s.at = 0;
    if (s.literal("aanhangsel van de handelingen")) return s.done();
    if (s.literal("vragen gesteld door de leden der kamer")) {
        if (s.done()) return true;
        if (!s.literal(", met de daarop door de")) return false;
        s.literal(" regering gegeven antwoorden");
        return s.done();
    }
    return s.literal("regering gegeven antwoorden") && s.done();
}

}  // namespace

Furniture furniture_form(std::string_view line) {
    if (line.size() < 4 || line.size() > 200) return Furniture::none;
    // The first byte decides for nearly every line.
    switch (line[0]) {
        case 'T':
        case 't': {
            Scan s{line};
            if (page_footer(s)) return Furniture::footer;
            return page_header(line) ? Furniture::header : Furniture::none;
        }
        case 'V':
        case 'v':
        case 'r': return page_header(line) ? Furniture::header : Furniture::none;
        case 'I':
        case 'i': {
            Scan s{line};
            return issn(s) ? Furniture::footer : Furniture::none;
        }
        case '\xE2':
        case '\'':
        case 's': {
            Scan s{line};
            return place_and_year(s) ? Furniture::footer : Furniture::none;
        }
        case 'A':
        case 'a':
            if (page_header(line)) return Furniture::header;
            [[fallthrough]];
        case 'k':
        case 'K':
        case 'h':
        case 'b':
        case 'n': {
            Scan s{line};
            return publication_id(s) ? Furniture::publication_id : Furniture::none;
        }
        default: return Furniture::none;
    }
}

}  // namespace kl::read
