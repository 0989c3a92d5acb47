// The forms of head that `read_header` tells apart; one file each.
#pragma once

#include "parse/draft.h"

namespace kl::parse {

// "Lijst van vragen en antwoorden": number, "Vastgesteld", committee, letter, signatures, dossier.
void read_list_header(const Draft& draft, Document& document);

// Written questions: "Vragen van … aan …", "Antwoord van …", "Mededeling van …", "AH 610", "2024Z18775".
void read_questions_header(const Draft& draft, Document& document);

// A letter of the Algemene Rekenkamer: date, "BETREFT", committee.
void read_letter_header(const Draft& draft, Document& document);

// "36 696", "36696", "21 501-02", "36 410 XVI" at byte `at`: the dossier without blanks, and where it ends.
struct DossierForm {
    std::string dossier;
    size_t end = 0;  // 0: none
};
[[nodiscard]] DossierForm dossier_at(std::string_view text, size_t at);

// "Buitenlandse Zaken" of "commissie voor Buitenlandse Zaken heeft"; "" when there is none in `head`.
[[nodiscard]] std::string committee_in(std::string_view head);

// The head as one text: document.text up to the first item.
[[nodiscard]] std::string_view head_text(const Draft& draft, const Document& document);

}  // namespace kl::parse
