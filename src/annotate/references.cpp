#include "annotate/references.h"

#include <algorithm>
#include <array>
#include <utility>

#include "annotate/citation.h"
#include "annotate/places.h"
#include "text/sort.h"

namespace kl::annotate {

namespace {

constexpr size_t reach_of_list = 600;  // bytes: "richtlijnen: 2014/23/EU betreffende …; 2014/24/EU betreffende …"

// "TK 2005/06, 30 372, 3", "EK 2023/24, 36 560, K".
bool read_chamber_label(Citations& out, Cursor& c, size_t begin, Chamber chamber) {
    c.at += 2;
    const bool ends = !ascii_letter(c.peek()) && !ascii_digit(c.peek()) && c.peek() != '-';
    if (ends && read_kamerstuk(out, c, begin, Label::chamber, chamber)) return true;
    c.at = begin;
    return false;
}

// "Uitvoeringsverordening (EU) 2015/2447": the act at the end of a compound. `c` is behind the word.
bool read_compound_act(Citations& out, Cursor& c) {
    const auto ends = [&](std::string_view word) {
        if (c.at < word.size()) return false;
        Cursor tail{c.text, c.at - word.size()};
        return tail.letters(word);
    };
    char type = 0;
    if (ends("verordening") || ends("verordeningen")) type = 'R';
    if (ends("richtlijn") || ends("richtlijnen")) type = 'L';
    if (ends("besluit") || ends("besluiten")) type = ends("kaderbesluit") ? 'F' : 'D';
    if (type == 0) return false;
    size_t begin = c.at;
    while (begin > 0 && ascii_letter(c.text[begin - 1])) --begin;
    return read_eu_act(out, c, begin, type);
}

// What a word that begins at the cursor can start. Longer labels first; the cursor is behind the label when it matched.
bool read_labelled(Citations& out, Cursor& c, size_t begin) {
    switch (ascii_lower(c.peek())) {
        case 'a':
            if (c.broken_letters("aanhangsel")) {
                c.letters("nummer") || c.letters("s");
                return read_aanhangsel(out, c, begin);
            }
            if (c.letters("aanh.")) return read_aanhangsel(out, c, begin);
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
            return read_kamerstuk(out, c, begin, Label::full);
        case 'e':
            if (c.letters("ecli:")) return read_ecli(out, c, begin);
            if (c.letters("eerste kamer")) {  // "Eerste Kamer, vergaderjaar 2023–2024, 36 560 K, A"
                Cursor ahead = c;
                while (ahead.blanks() || ahead.accept(',')) {
                }
                if (ahead.letters("vergaderjaar") || read_session_year(ahead))
                    return read_kamerstuk(out, c, begin, Label::full, Chamber::eerste);
            }
            if (out.text.substr(begin, 2) == "EK") return read_chamber_label(out, c, begin, Chamber::eerste);
            return false;
        case 'h':
            if (c.broken_letters("handelingen") || c.letters("hand.")) return read_handelingen(out, c, begin);
            if (c.peek(1) == '-') return read_literal_id(out, c, begin);
            return (c.peek(1) == 't' || c.peek(1) == 'T') && (c.peek(4) == ':' || c.peek(5) == ':') &&
                   read_url(out, c, begin);
        case 'j':
            if (out.text.substr(begin, 4) != "JOIN") return false;
            c.at += 4;
            return read_commission(out, c, begin, "JOIN");
        case 'k':
            // "Kamerstuk", "Kamerstukken", "Kamerstuk-ken", "Kamerstuknummer", "Kamerst.", and as scans read it
            if (c.broken_letters("kamerstuk") || c.letters("karnerstuk")) {
                if (!c.letters("ken") && c.dash_size() != 0) {
                    const size_t here = c.at;
                    c.dash();
                    c.blanks();
                    if (!c.letters("ken")) c.at = here;
                }
                c.letters("nummers") || c.letters("nummer") || c.letters("nrs") || c.letters("nr");
                c.letters("dossier");
                return read_kamerstuk(out, c, begin, Label::full);
            }
            if (c.letters("kamerst.")) return read_kamerstuk(out, c, begin, Label::full);
            return c.peek(c.peek(1) == 'v' || c.peek(1) == 'V' ? 2 : 3) == '-' && read_literal_id(out, c, begin);
        case 'n': return c.peek(3) == '-' && read_literal_id(out, c, begin);
        case 'r':
            if (!c.broken_letters("richtlijn")) return false;
            if (c.letters("en")) out.directives_until = c.at + reach_of_list;
            return read_eu_act(out, c, begin, 'L');
        case 's':
            if (c.broken_letters("staatsblad") || c.word("stb"))
                return read_gazette(out, c, begin, "stb") || read_literal_id(out, c, begin);
            if (c.broken_letters("staatscourant") || c.word("stcrt"))
                return read_gazette(out, c, begin, "stcrt") || read_literal_id(out, c, begin);
            for (const std::string_view series : {"SWD", "SEC"})
                if (out.text.substr(begin, 3) == series) {
                    c.at += 3;
                    return read_commission(out, c, begin, series);
                }
            return false;
        case 't':
            if (c.broken_letters("tractatenblad") || c.word("trb"))
                return read_gazette(out, c, begin, "trb") || read_literal_id(out, c, begin);
            if (out.text.substr(begin, 2) == "TK") return read_chamber_label(out, c, begin, Chamber::tweede);
            if (c.letters("tweede kamer,")) return read_kamerstuk(out, c, begin, Label::chamber);
            return false;
        case 'v':
            if (c.broken_letters("verordening")) {
                c.letters("en");
                return read_eu_act(out, c, begin, 'R');
            }
            return false;
        case 'w': return c.peek(3) == '.' && c.peek(1) != ' ' && c.letters("www.") && read_url(out, c, begin);
        default: return false;
    }
}

// A digit that can begin a citation without a label: not inside a number, a word or a group of digits ("1 20 000").
bool can_begin_number(const Citations& out, size_t at) {
    const std::string_view text = out.text;
    if (at == 0) return true;
    if (at >= 8 && text.substr(at - 7, 6) == "ostbus") return false;             // "Postbus 20015"
    if (out.year_before_end != 0 && at <= out.year_before_end + 1) return true;  // "2022/2023 36 229, nr. 29"
    const char before = text[at - 1];
    if (ascii_digit(before) || before == '.' || before == '-' || ascii_letter(before)) return false;
    // "2013-2014,31293, nr. 191" lost its blank, "1,12 345" is an amount.
    if (before == ',') return at > 2 && ascii_digit(text[at - 2]) && ascii_digit(text[at - 3]);
    return !(before == ' ' && at > 1 && ascii_digit(text[at - 2]));
}

// What a digit can begin without a label. The cursor stands at it.
bool read_unlabelled(Citations& out, Cursor& c) {
    const size_t begin = c.at;
    if (begin > 0 && ascii_digit(out.text[begin - 1])) return false;
    if (read_zaak(out, c, begin)) return true;
    if (begin < out.directives_until && read_listed_directive(out, c, begin)) return true;
    if (can_begin_number(out, begin) && read_kamerstuk(out, c, begin, Label::none)) return true;
    // A footnote number can be glued to a zaak number: "32024Z15585".
    if (ascii_digit(c.peek(4)) && (c.peek(5) == 'Z' || c.peek(5) == 'D')) {
        ++c.at;
        if (read_zaak(out, c, c.at)) return true;
    }
    c.at = begin;
    if (const auto year = read_session_year(c)) {
        out.year_before = *year;
        out.year_before_end = c.at;
    }
    c.at = begin;
    return false;
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
            if (read_unlabelled(out, c)) {
                at = c.at;
            } else {
                ++at;
            }
            continue;
        }
        if (!letter_before(text, at) && read_labelled(out, c, at)) {
            at = c.at;
            continue;
        }
        ++at;
        while (at < text.size() && ascii_letter(text[at])) ++at;  // the rest of the word cannot begin anything
        c.at = at;
        if (read_compound_act(out, c)) at = c.at;
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

namespace {

// "Ibid.", "Ibidem, p. 3", "Idem" at the beginning of a note: its bytes; 0 when it says something else.
size_t repeats_previous(std::string_view note) {
    Cursor c{note, 0};
    while (c.blanks() || c.accept('(')) {
    }
    if (!c.word("ibid") && !c.word("ibidem") && !c.word("idem")) return 0;
    c.accept('.');
    return c.at;
}

// Notes that only say "Ibid." cite what the note before them cites. `references` are in the order of the text, and so
// are the texts of the notes.
void add_repeated(const parse::Document& document, std::string_view text, std::vector<Reference>& references) {
    constexpr uint32_t most_repeated = 4;  // of one note: a page of "Ibid." stays linear
    constexpr uint32_t none = UINT32_MAX;
    std::vector<uint32_t> first(document.footnotes.size(), none);  // reference of each note, the others follow it
    const auto found = static_cast<uint32_t>(references.size());
    for (uint32_t i = found; i-- > 0;)
        if (references[i].footnote >= 0) first[static_cast<size_t>(references[i].footnote)] = i;
    for (size_t i = 1; i < first.size(); ++i) {
        const parse::Footnote& note = document.footnotes[i];
        if (first[i] != none || first[i - 1] == none || !note.text || note.text->end > text.size()) continue;
        const size_t size = repeats_previous(slice(text, *note.text));
        if (size == 0) continue;
        first[i] = first[i - 1];  // a chain of "Ibid." leads to the note that says it
        const int said_in = references[first[i]].footnote;
        const bool real_item = note.item >= 0 && static_cast<size_t>(note.item) < document.items.size();
        for (uint32_t k = first[i]; k < found && k < first[i] + most_repeated; ++k) {
            if (references[k].footnote != said_in) break;
            Reference repeated = references[k];
            repeated.span = {note.text->begin, note.text->begin + static_cast<uint32_t>(size)};
            repeated.footnote = static_cast<int>(i);
            repeated.item = real_item ? note.item : -1;
            references.push_back(std::move(repeated));
        }
    }
    if (references.size() > found)
        text::sort(references, {}, [](const Reference& reference) { return reference.span.begin; });
}

}  // namespace

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
    add_repeated(document, text, references);
    return references;
}

}  // namespace kl::annotate
