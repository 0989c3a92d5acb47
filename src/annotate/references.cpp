#include "annotate/references.h"

#include <algorithm>
#include <array>
#include <utility>

#include "annotate/citation.h"
#include "annotate/places.h"

namespace kl::annotate {

namespace {

// What a word that begins at the cursor can start. Longer labels first; the cursor is behind the label when it matched.
bool read_labelled(Citations& out, Cursor& c, size_t begin) {
    switch (ascii_lower(c.peek())) {
        case 'a':
            if (c.letters("aanhangsel")) {
                c.letters("s");
                return read_aanhangsel(out, c, begin);
            }
            if (out.text.substr(begin, 3) == "AH " || out.text.substr(begin, 4) == "AH-n") {
                c.at += 2;
                c.letters("-nummer");
                return read_unprinted_aanhangsel(out, c, begin);
            }
            return c.peek(2) == '-' && read_literal_id(out, c, begin);
        case 'b':
            if (c.letters("bijlage")) {  // "Bijlage 540052"
                c.blanks();
                const std::string_view number = c.digits(5, 7);
                if (number.size() < 6 || ascii_letter(c.peek())) return false;
                out.add("blg-" + std::string(number), c.since(begin));
                return true;
            }
            if (c.letters("besluit")) return read_eu_act(out, c, begin, 'D');
            if (out.text.substr(begin, 3) == "BWB") {
                c.at += 3;
                return read_law(out, c, begin);
            }
            return c.peek(3) == '-' && read_literal_id(out, c, begin);
        case 'c':
            if (c.letters("celex")) return read_celex(out, c, begin);
            if (out.text.substr(begin, 3) == "COM") {
                c.at += 3;
                return read_commission(out, c, begin, "COM");
            }
            if (c.peek() == 'C' && !ascii_letter(c.peek(1))) {
                ++c.at;
                return read_commission(out, c, begin, "C");
            }
            return false;
        case 'd':
            if (!c.letters("dossier")) return false;
            c.letters("stuk") || c.letters("nummer");
            return read_kamerstuk(out, c, begin, true);
        case 'e':
            if (c.letters("ecli:")) return read_ecli(out, c, begin);
            if (c.letters("eerste kamer")) {  // "Eerste Kamer, vergaderjaar 2023–2024, 36 560 K, A"
                Cursor ahead = c;
                while (ahead.blanks() || ahead.accept(',')) {
                }
                if (ahead.letters("vergaderjaar") || read_session_year(ahead))
                    return read_kamerstuk(out, c, begin, true, Chamber::eerste);
            }
            return false;
        case 'h':
            if (c.letters("handelingen")) return read_handelingen(out, c, begin);
            if (c.peek(1) == '-') return read_literal_id(out, c, begin);
            return (c.peek(1) == 't' || c.peek(1) == 'T') && (c.peek(4) == ':' || c.peek(5) == ':') &&
                   read_url(out, c, begin);
        case 'j':
            if (out.text.substr(begin, 4) != "JOIN") return false;
            c.at += 4;
            return read_commission(out, c, begin, "JOIN");
        case 'k':
            if (c.letters("kamerst")) {  // "Kamerstuk", "Kamerstukken", "Kamerstuk-ken", "Kamerstuknummer", "Kamerst."
                if (c.letters("uk")) {
                    if (!c.letters("ken") && c.dash_size() != 0) {
                        const size_t here = c.at;
                        c.dash();
                        c.blanks();
                        if (!c.letters("ken")) c.at = here;
                    }
                    c.letters("nummers") || c.letters("nummer") || c.letters("nrs") || c.letters("nr");
                    c.letters("dossier");
                }
                return read_kamerstuk(out, c, begin, true);
            }
            return c.peek(c.peek(1) == 'v' || c.peek(1) == 'V' ? 2 : 3) == '-' && read_literal_id(out, c, begin);
        case 'n': return c.peek(3) == '-' && read_literal_id(out, c, begin);
        case 'r':
            if (!c.letters("richtlijn")) return false;
            c.letters("en");
            return read_eu_act(out, c, begin, 'L');
        case 's':
            if (c.letters("staatsblad") || c.word("stb"))
                return read_gazette(out, c, begin, "stb") || read_literal_id(out, c, begin);
            if (c.letters("staatscourant") || c.word("stcrt"))
                return read_gazette(out, c, begin, "stcrt") || read_literal_id(out, c, begin);
            for (const std::string_view series : {"SWD", "SEC"})
                if (out.text.substr(begin, 3) == series) {
                    c.at += 3;
                    return read_commission(out, c, begin, series);
                }
            return false;
        case 't':
            if (c.letters("tractatenblad") || c.word("trb"))
                return read_gazette(out, c, begin, "trb") || read_literal_id(out, c, begin);
            return false;
        case 'v':
            if (c.letters("verordening")) {
                c.letters("en");
                return read_eu_act(out, c, begin, 'R');
            }
            if (c.letters("vergaderjaar")) {
                c.blanks();
                if (const auto year = read_session_year(c)) {
                    out.year_before = *year;
                    out.year_before_end = c.at;
                }
            }
            return false;
        case 'w': return c.peek(3) == '.' && c.peek(1) != ' ' && c.letters("www.") && read_url(out, c, begin);
        default: return false;
    }
}

// A digit that can begin a citation without a label: not inside a number, a word or a group of digits ("1 20 000").
bool can_begin_number(std::string_view text, size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    if (ascii_digit(before) || before == '.' || before == ',' || before == '-' || ascii_letter(before)) return false;
    return !(before == ' ' && at > 1 && ascii_digit(text[at - 2]));
}

}  // namespace

std::vector<Reference> find_references(std::string_view text, std::string_view session_year) {
    Citations out{};
    out.text = text;
    out.session_year = session_year;
    // Letters that begin no label, and everything else that cannot start a citation, cost one look at this table.
    static constexpr auto starts = [] {
        std::array<bool, 256> table{};
        for (const char c : std::string_view("abcdehjknrstvw"))
            table[static_cast<size_t>(c)] = table[static_cast<size_t>(c - 32)] = true;
        for (const char c : std::string_view("0123456789")) table[static_cast<size_t>(c)] = true;
        return table;
    }();
    size_t at = 0;
    while (at < text.size()) {
        if (!starts[static_cast<unsigned char>(text[at])]) {
            ++at;
            continue;
        }
        Cursor c{text, at};
        if (ascii_digit(text[at])) {
            const bool zaak_place = at == 0 || !ascii_digit(text[at - 1]);
            // A footnote number can be glued to a zaak number: "32024Z15585".
            if (zaak_place &&
                (read_zaak(out, c, at) || (can_begin_number(text, at) && read_kamerstuk(out, c, at, false)))) {
                at = c.at;
                continue;
            }
            ++at;
            if (ascii_digit(c.peek(1)) && c.peek(5) == 'Z' && zaak_place) {
                c.at = at;
                if (read_zaak(out, c, at)) at = c.at;
            }
            continue;
        }
        if (!letter_before(text, at) && read_labelled(out, c, at)) {
            at = c.at;
            continue;
        }
        ++at;
        while (at < text.size() && ascii_letter(text[at])) ++at;  // the rest of the word cannot begin anything
    }
    for (Reference& reference : out.found) reference.url = address_of(reference.id);
    return std::move(out.found);
}

std::string address_of(std::string_view id) {
    static constexpr std::array<std::string_view, 10> published{"kst-", "ah-",  "h-",     "kv-",  "nds-",
                                                                "blg-", "stb-", "stcrt-", "trb-", "ag-"};
    const std::string text(id);
    for (const std::string_view prefix : published) {
        if (!id.starts_with(prefix)) continue;
        const size_t zaak = id.rfind('-');
        if (prefix == "kv-")
            return "https://www.tweedekamer.nl/kamerstukken/kamervragen/detail?id=" + text.substr(zaak + 1);
        if (prefix == "nds-") return "https://www.tweedekamer.nl/kamerstukken/detail?did=" + text.substr(zaak + 1);
        return "https://zoek.officielebekendmakingen.nl/" + text + ".html";
    }
    if (id.starts_with("http")) return text;
    if (id.starts_with("BWB")) return "https://wetten.overheid.nl/" + text;
    if (id.starts_with("ECLI:NL:") || id.starts_with("ecli:nl:"))
        return "https://deeplink.rechtspraak.nl/uitspraak?id=" + text;
    if (id.starts_with("ECLI:EU:")) return "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=" + text;
    if (const size_t bracket = id.find('('); bracket != std::string_view::npos) {  // JOIN(2024)977
        std::string uri = text;
        uri[bracket] = ':';
        if (const size_t close = uri.find(')'); close != std::string::npos) uri[close] = ':';
        return "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=" + uri + ":FIN";
    }
    const bool celex = id.size() >= 9 && id[0] == '3' && ascii_upper(id[5]);
    if (celex) return "https://eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX:" + text;
    const bool dossier = id.size() >= 5 && ascii_digit(id[0]) && ascii_digit(id[4]);
    if (dossier) return "https://zoek.officielebekendmakingen.nl/dossier/" + text;
    return {};
}

std::vector<Reference> document_references(const parse::Document& document, std::string_view text) {
    std::vector<Reference> references = find_references(text, document.session_year);
    const Places places(document);
    const uint32_t first_item = document.items.empty() ? UINT32_MAX : document.items.front().question.begin;
    // A zaak number in the head is the document's own mark ("2024Z18775", "UW KENMERK 33470/2012D46012"), unless it
    // answers nothing.
    const auto own_mark = [&](const Reference& reference) {
        const bool zaak = reference.id.starts_with("kv-tk-") || reference.id.starts_with("nds-tk-");
        const bool questions = document.kind == parse::Kind::kamervragen || document.kind == parse::Kind::aanhangsel ||
                               document.kind == parse::Kind::mededeling;
        if (!zaak || reference.item >= 0 || reference.footnote >= 0) return false;
        if (document.kind == parse::Kind::mededeling && reference.id.starts_with("kv-tk-")) return true;
        if (reference.span.begin >= first_item) return false;
        if (questions && reference.id.starts_with("kv-tk-")) return true;
        const size_t from = reference.span.begin > 40 ? reference.span.begin - 40 : 0;
        const std::string_view before = text.substr(from, reference.span.begin - from);
        return before.find("enmerk") != std::string_view::npos || before.find("ENMERK") != std::string_view::npos;
    };
    for (Reference& reference : references) {
        const Place place = places.at(reference.span.begin);
        reference.item = place.item;
        reference.footnote = place.footnote;
    }
    std::erase_if(references,
                  [&](const Reference& reference) { return reference.id == document.id || own_mark(reference); });
    return references;
}

}  // namespace kl::annotate
