#include "parse/header_forms.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

constexpr size_t npos = std::string_view::npos;

// The letter's date follows the word DATUM; letterheads come in any order, so the first date of the letter is the
// fallback.
text::Date letter_date(std::string_view head) {
    for (const std::string_view word : {"DATUM", "D A T U M", "datum", "Datum"}) {
        const size_t at = head.find(word);
        if (at == npos) continue;
        if (const auto found = text::find_date(head, at); found && found->span.begin < at + 300) return found->date;
    }
    const auto found = text::find_date(head);
    return found ? found->date : text::Date{};
}

}  // namespace

void read_letter_header(const Draft& draft, Document& document) {
    const std::string_view head = head_text(draft, document);
    document.date = letter_date(head);
    // Where no question was found, the head may end before it.
    if (!document.date.known()) document.date = letter_date(std::string_view(document.text).substr(0, 3000));
    document.committee = committee_in(head);
    // "BETREFT Beantwoording vragen Tweede Kamer bij rapport … (Tweede Kamer, vergaderjaar 2011-2012, 31 839, nr. 158)"
    const size_t year = head.find("vergaderjaar");
    if (year == npos) return;
    text::Scan s{head, year + 12};
    s.blanks();
    if (!s.session_years() || !s.character(',')) return;
    s.blanks();
    document.dossier = dossier_at(head, s.at).dossier;
}

}  // namespace kl::parse
