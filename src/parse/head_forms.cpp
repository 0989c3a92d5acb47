#include "parse/head_forms.h"

#include "text/scan.h"

namespace kl::parse {

using text::Scan;

std::string tidy(std::string_view words) {
    std::string out;
    for (const char c : words) {
        const bool blank = text::ascii_blank(c);
        if (blank && (out.empty() || out.back() == ' ')) continue;
        out += blank ? ' ' : c;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

CaseNumber case_number_at(std::string_view text, size_t at) {
    Scan s{text, at};
    CaseNumber found;
    if (!s.number(found.year, 4) || found.year < 1990) return {};
    s.blanks();
    if (!s.character('Z')) return {};
    s.blanks();
    if (!s.number(found.number, 5)) return {};
    found.end = s.at;
    return found;
}

bool is_list_head_line(std::string_view line) {
    constexpr std::string_view openings[] = {"vastgesteld ",
                                             "de vaste commissie",
                                             "de algemene commissie",
                                             "de vaste kamercommissie",
                                             "de tijdelijke commissie",
                                             "de commissie voor",
                                             "de commissie van",
                                             "vragen en antwoorden zijn"};
    Scan s{line};
    for (const std::string_view opening : openings) {
        if (s.literal(opening)) return true;
    }
    int number = 0;
    if (s.literal("nr. ") && s.number(number)) return true;
    s.at = 0;
    if ((s.literal("de minister") || s.literal("de staatssecretaris")) &&
        line.find("beantwoord") != std::string_view::npos)
        return true;
    const bool signature = line.find("oorzitter van de commissie") != std::string_view::npos ||
                           line.find("riffier van de commissie") != std::string_view::npos;
    return signature && line.size() < 80;
}

bool is_head_form(std::string_view paragraph) {
    constexpr std::string_view openings[] = {
        "tweede kamer",
        "vastgesteld ",
        "vragen van ",
        "mondelinge vragen ",
        "antwoord van ",
        "antwoorden van ",
        "mededeling van ",
        "(ingezonden",
        "(ontvangen",
        "zie ook aanhangsel",
        "ingezonden ",
        "geachte ",
        "de ministers ",
        "de minister ",
        "de staatssecretaris",
        "vragen en antwoorden zijn",
        "de vaste commissie",
        "de algemene commissie",
        "de tijdelijke commissie",
        "de commissie voor",
        "hierbij ",
    };
    Scan s{paragraph};
    s.blanks();
    for (const std::string_view opening : openings) {
        if (s.literal(opening)) {
            // "De minister van Financiën schrijft …" can be the first question's first words.
            const bool prose =
                opening == "de ministers " || opening == "de minister " || opening == "de staatssecretaris";
            if (prose) return s.rest().find("beantwoord") != std::string_view::npos;
            return true;
        }
    }
    int number = 0;
    if (s.literal("nr. ") && s.number(number)) return true;
    s.at = 0;
    if (s.word("ah") && s.blanks() && s.number(number)) return true;
    s.at = 0;
    if (case_number_at(paragraph, s.at).end != 0) return true;
    // "De fungerend voorzitter van de commissie, Klaver", "Adjunct-griffier van de commissie, Dekker"
    if (paragraph.size() > 120) return false;
    return paragraph.find("voorzitter van de") != std::string_view::npos ||
           paragraph.find("griffier van de") != std::string_view::npos;
}

}  // namespace kl::parse
