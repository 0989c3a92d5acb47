#include <algorithm>

#include "parse/head_forms.h"
#include "parse/header_forms.h"
#include "parse/officials.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

using text::Scan;

Span find_span(std::string_view text, std::string_view words, size_t from = 0) {
    const size_t at = text.find(words, from);
    if (at == std::string_view::npos) return {};
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

// "De fungerend voorzitter van de commissie, Klaver" → "Klaver"
std::string signature_after(const Draft& draft, const Document& document, std::string_view office) {
    for (uint32_t p = 0; p < draft.head_end; ++p) {
        const std::string_view words = slice(document.text, draft.paragraphs[p].text);
        if (words.size() > 160) continue;
        const Span found = find_span(words, office);
        if (found.empty()) continue;
        const size_t comma = words.find(',', found.end);
        if (comma == std::string_view::npos) continue;
        Scan s{words, comma + 1};
        s.blanks();
        return std::string(s.rest());
    }
    return "";
}

// "Nr. 4 Lijst van vragen en antwoorden", also with the two parts on lines of their own.
void read_number(const Draft& draft, Document& document) {
    for (uint32_t p = 0; p < draft.head_end; ++p) {
        Scan s{slice(document.text, draft.paragraphs[p].text)};
        int number = 0;
        if (!s.literal("nr. ") || !s.number(number)) continue;
        document.number = std::to_string(number);
        // What stands before it is the dossier's title, or what is left of it.
        if (p == 0) return;
        const Span title{draft.paragraphs[0].text.begin, draft.paragraphs[p - 1].text.end};
        document.title = tidy(slice(document.text, title));
        if (text::ascii_lower(document.title[0])) {
            report(document, "title_cut", Severity::doubt, {title.begin, title.begin}, {});
        }
        return;
    }
}

// "36 410 XVI  Vaststelling van de begrotingsstaten …" opens the head of a Kamerstuk.
void read_printed_dossier(const Draft& draft, Document& document) {
    for (uint32_t p = 0; p < draft.head_end && p < 6; ++p) {
        const std::string_view words = slice(document.text, draft.paragraphs[p].text);
        const DossierForm form = dossier_at(words, 0);
        if (form.end == 0) continue;
        document.dossier = form.dossier;
        Scan s{words, form.end};
        s.blanks();
        // The title stands behind it, or in the paragraphs below.
        if (document.title.starts_with(words.substr(0, form.end))) {
            Scan title{document.title, form.end};
            title.blanks();
            document.title = std::string(title.rest());
        }
        return;
    }
}

// A Kamerstuk of this kind answers questions about a letter in its own dossier: "over de brief … (Kamerstuk 36 696, nr.
// 3)".
void infer_dossier(std::string_view head, Document& document) {
    constexpr std::string_view cites[] = {"(Kamerstuk ", "(Kamerstukken II ", "(Kamerstukken ", "Kamerstuk "};
    for (const std::string_view cite : cites) {
        const Span found = find_span(head, cite, document.letter.begin);
        if (found.empty()) continue;
        const DossierForm form = dossier_at(head, found.end);
        if (form.end == 0) continue;
        document.dossier = form.dossier;
        report(document, "dossier_inferred", Severity::repair, {found.end, static_cast<uint32_t>(form.end)}, {},
               {form.dossier});
        return;
    }
}

// "… heeft een aantal vragen voorgelegd aan de minister van … over de brief van 3 oktober 2025 inzake …"
void read_request(std::string_view head, Document& document) {
    Span asked = find_span(head, "voorgelegd aan ");
    if (asked.empty()) return;
    const size_t over = head.find(" over ", asked.end);
    const size_t paragraph = std::min(head.find("\n\n", asked.end), head.size());
    const size_t end = std::min(over, paragraph);
    document.respondents = read_officials(head, {asked.end, static_cast<uint32_t>(end)});
    document.addressees = document.respondents;
    if (over < paragraph) {
        // The sentence's end: "… (Kamerstuk 36 600 VII, nr. 2). De Minister heeft …"
        const size_t sentence = head.find(". De ", over);
        uint32_t letter_end = static_cast<uint32_t>(std::min(sentence, paragraph));
        while (letter_end > over && (head[letter_end - 1] == '.' || head[letter_end - 1] == ' ')) --letter_end;
        document.letter = {static_cast<uint32_t>(over + 6), letter_end};
    }
}

}  // namespace

DossierForm dossier_at(std::string_view text, size_t at) {
    Scan s{text, at};
    DossierForm form;
    const size_t begin = s.at;
    int first = 0;
    int second = 0;
    if (s.number(first, 2) && s.at == begin + 2 && (s.blanks() || s.character('.'))) {
        const size_t part = s.at;
        if (!s.number(second, 3) || s.at != part + 3) return form;
    } else {
        s.at = begin;
        if (!s.number(first, 5) || s.at != begin + 5) return form;
    }
    for (size_t i = begin; i < s.at; ++i) {
        if (text::ascii_digit(text[i])) form.dossier += text[i];
    }
    form.end = s.at;
    // "21 501-02"
    if (s.character('-')) {
        const size_t part = s.at;
        if (s.number(second, 2) && s.at == part + 2) {
            form.dossier += '-';
            form.dossier += text.substr(part, 2);
            form.end = s.at;
            return form;
        }
        s.at = form.end;
    }
    // "36 410 XVI": a budget chapter
    if (s.blanks() || s.character('-')) {
        const size_t part = s.at;
        while (!s.done() && std::string_view("IVXLC").find(s.peek()) != std::string_view::npos) ++s.at;
        if (s.at > part && !text::ascii_letter(s.peek()) && !text::ascii_digit(s.peek())) {
            form.dossier += '-';
            form.dossier += text.substr(part, s.at - part);
            form.end = s.at;
        }
    }
    return form;
}

std::string committee_in(std::string_view head) {
    size_t at = head.find("commissie voor ");
    if (at != std::string_view::npos) {
        at += 15;
    } else {
        at = head.find("ommissie van ");
        if (at == std::string_view::npos) return "";
        at += 13;
    }
    size_t end = at;
    while (end < head.size() && head[end] != '(' && head[end] != '.' && head[end] != '\n') {
        const std::string_view rest = head.substr(end);
        if (rest.starts_with(" heeft ") || rest.starts_with(" hebben ") || rest.starts_with(" gestelde ") ||
            rest.starts_with(" op "))
            break;
        ++end;
    }
    if (end - at > 90) return "";
    std::string committee(head.substr(at, end - at));
    while (!committee.empty() && (committee.back() == ' ' || committee.back() == ',')) committee.pop_back();
    if (committee.starts_with("de ")) committee.erase(0, 3);
    return committee;
}

void read_list_header(const Draft& draft, Document& document) {
    const std::string_view head = head_text(draft, document);
    read_number(draft, document);
    const Span adopted = find_span(head, "astgesteld");
    if (const auto date = text::find_date(head, adopted.end)) document.date = date->date;
    document.committee = committee_in(head);
    document.chair = signature_after(draft, document, "voorzitter van de commissie");
    document.clerk = signature_after(draft, document, "riffier van de commissie");
    read_request(head, document);
    read_printed_dossier(draft, document);
    if (document.dossier.empty()) infer_dossier(head, document);
    if (document.id.empty() && !document.dossier.empty() && !document.number.empty()) {
        document.id = "kst-" + document.dossier + "-" + document.number;
    }
}

}  // namespace kl::parse
