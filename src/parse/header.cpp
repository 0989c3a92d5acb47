#include "parse/header.h"

#include <algorithm>

#include "parse/head_forms.h"
#include "parse/header_forms.h"
#include "parse/stated.h"
#include "read/furniture.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

using text::Scan;

bool contains(std::string_view text, std::string_view words) { return text.find(words) != std::string_view::npos; }

// Page furniture tells what the publication is: "ah-tk-20232024-1314", "kst-36696-4".
void read_furniture(Document& document) {
    for (const read::Line& line : document.source.lines) {
        if (!line.furniture) continue;
        const std::string_view words = slice(document.source.text, line.span);
        if (read::furniture_form(words) != read::Furniture::publication_id) continue;
        document.id = words;
        return;
    }
    // "… kst-36696-4 ISSN 0921 - 7371 …" in a text without line ends.
    const std::string_view text = document.source.text;
    size_t end = text.find(" ISSN 0921");
    if (end == std::string_view::npos) return;
    while (end > 0 && text::ascii_blank(text[end - 1])) --end;
    size_t begin = end;
    while (begin > 0 && !text::ascii_blank(text[begin - 1])) --begin;
    const std::string_view word = text.substr(begin, end - begin);
    if (read::furniture_form(word) == read::Furniture::publication_id) document.id = word;
}

// Does a row of the head begin with these words? "Antwoord van Minister …" stands at the beginning of a line; in
// running text
// ("over het antwoord van de minister") it does not.
bool head_row_begins(const Draft& draft, const Document& document, std::string_view form) {
    const uint32_t end = draft.head_end < draft.paragraphs.size() ? draft.paragraphs[draft.head_end].first_row
                                                                  : static_cast<uint32_t>(draft.rows.size());
    for (uint32_t r = 0; r < end && r < 200; ++r) {
        Scan s{slice(document.source.text, draft.rows[r].span)};
        if (s.literal(form)) return true;
    }
    return false;
}

// A letter, and not a list of the Kamer in which the Rekenkamer answers.
bool is_letter_of_rekenkamer(std::string_view text) {
    const std::string_view letter = text.substr(0, 6000);
    const bool addressed =
        contains(letter, "Geachte ") || contains(letter, "BETREFT") || contains(letter, "B E T R E F T");
    return addressed && contains(letter, "Algemene Rekenkamer") && !contains(letter, "ingezonden") &&
           !contains(letter, "LIJST VAN VRAGEN") && !contains(letter, "astgesteld ");
}

Kind kind_of(const Draft& draft, const Document& document) {
    std::string_view head = head_text(draft, document);
    // Where nothing was recognised as a question, all is head.
    if (head.empty()) head = std::string_view(document.text).substr(0, 6000);
    const bool notice_label = !draft.labels.empty() && draft.labels.back().kind == LabelKind::notice;
    if (notice_label || head_row_begins(draft, document, "mededeling van ")) return Kind::mededeling;
    if (is_letter_of_rekenkamer(document.text)) return Kind::rekenkamer;
    if (contains(head, "ijst van vragen") || contains(head, "IJST VAN VRAGEN") || contains(head, "houdende een lijst"))
        return Kind::lijst;
    if (head_row_begins(draft, document, "antwoord van ") || head_row_begins(draft, document, "antwoorden van "))
        return Kind::aanhangsel;
    if (contains(head, "Algemene Rekenkamer") && !contains(head, "ingezonden")) return Kind::rekenkamer;
    if (document.id.starts_with("kv-")) return Kind::kamervragen;
    if (document.id.starts_with("ah-")) return Kind::aanhangsel;
    if (contains(head, "ragen van ") && contains(head, "ingezonden")) {
        const bool answers =
            std::ranges::any_of(draft.labels, [](const Label& l) { return l.kind == LabelKind::answer; });
        return answers ? Kind::aanhangsel : Kind::kamervragen;
    }
    return Kind::onbekend;
}

}  // namespace

std::string_view head_text(const Draft& draft, const Document& document) {
    if (draft.head_end == 0) return {};
    const Span last = draft.paragraphs[draft.head_end - 1].text;
    return std::string_view(document.text).substr(0, last.end);
}

void read_header(const Draft& draft, Document& document) {
    for (uint32_t p = 0; p < draft.head_end; ++p) document.head_paragraphs.push_back(draft.paragraphs[p].text);
    read_furniture(document);
    document.kind = stated_kind(document.source).value_or(kind_of(draft, document));
    switch (document.kind) {
        case Kind::lijst: read_list_header(draft, document); break;
        case Kind::aanhangsel:
        case Kind::kamervragen:
        case Kind::mededeling: read_questions_header(draft, document); break;
        case Kind::rekenkamer: read_letter_header(draft, document); break;
        case Kind::onbekend: report(document, "kind_unknown", Severity::doubt, {}, {}); break;
    }
    take_facts(document);
    if (document.session_year.empty()) document.session_year = text::session_year(document.date);
    if (!document.date.known() && document.kind != Kind::onbekend)
        report(document, "date_missing", Severity::doubt, {}, {});
}

}  // namespace kl::parse
