// Pieces that the grammars of citations share. Every function either reads its piece and advances, or leaves the
// cursor.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "annotate/annotation.h"
#include "annotate/scanner.h"

namespace kl::annotate {

enum class Chamber : uint8_t { tweede, eerste };

// What the scanner knows at a place; the grammars add to `found`.
struct Citations {
    std::string_view text;
    std::string_view session_year;  // of the document itself: "20252026"
    int year_before = 0;            // first year of the last "vergaderjaar 2013-2014", and where it ended
    size_t year_before_end = 0;
    size_t directives_until = 0;  // how far a list after "richtlijnen" may reach
    std::vector<Reference> found;

    void add(std::string id, Span span);
};

// "2023/24", "2023–2024", "2023-2024", "20 12-2013": the first year. Wrong second years ("2023–34") are not judged.
[[nodiscard]] std::optional<int> read_session_year(Cursor& c);
[[nodiscard]] std::string session_group(int first_year);  // 2023 → "20232024"
// "II", "ll", "TK", "Tweede Kamer" …; "11", "2" and "1" only when a session year follows.
[[nodiscard]] std::optional<Chamber> read_chamber(Cursor& c);
// "nr.", "nrs.", "nr,", "mr", "nrc.", "nummer", with blanks and commas before and blanks after.
enum class NumberWord : uint8_t { none, one, several };
[[nodiscard]] NumberWord read_number_word(Cursor& c);
// ", ", " en ", "; ", "/", "alsmede", "resp.": whether something was read, and whether it said "en".
struct Separator {
    bool any = false;
    bool and_word = false;
};
[[nodiscard]] Separator read_separator(Cursor& c);

struct CitedNumber {
    int value = 0;
    Span span;
};
[[nodiscard]] std::string commission_id(std::string_view series, int year, int number);  // "COM(2024)12"
[[nodiscard]] std::string celex_of_act(int year, char type, int number);                 // "32016R0679"

// What can follow a first number: "-14", " t/m 14", " en 14", ", 13 en 14", ", nr. 684 en 685". Appends, each number of
// a range its own.
void read_more_numbers(Cursor& c, bool several, std::vector<CitedNumber>& numbers);

// A session year with what may stand around it: ", vergaderjaar 2023/24". Reads it, or nothing.
[[nodiscard]] std::optional<int> read_named_session_year(Cursor& c);

// The grammars. Each begins after (or at) its label and says whether it read a citation; `begin` is where the label
// began.
enum class Label : uint8_t {
    none,     // only a dossier with "nr." counts
    chamber,  // "TK", "Tweede Kamer": a number may stand without "nr.", but a dossier alone is none
    full,     // "Kamerstuk", "dossier": a dossier alone counts too
};
[[nodiscard]] bool read_kamerstuk(Citations& out, Cursor& c, size_t begin, Label label,
                                  Chamber chamber = Chamber::tweede);
[[nodiscard]] bool read_aanhangsel(Citations& out, Cursor& c, size_t begin);
[[nodiscard]] bool read_handelingen(Citations& out, Cursor& c, size_t begin);
[[nodiscard]] bool read_unprinted_aanhangsel(Citations& out, Cursor& c, size_t begin);  // "AH 610"
[[nodiscard]] bool read_zaak(Citations& out, Cursor& c, size_t begin);                  // 2024Z18775, 2013D21086
[[nodiscard]] bool read_gazette(Citations& out, Cursor& c, size_t begin, std::string_view prefix);
[[nodiscard]] bool read_commission(Citations& out, Cursor& c, size_t begin, std::string_view series);
[[nodiscard]] bool read_eu_act(Citations& out, Cursor& c, size_t begin, char type);
[[nodiscard]] bool read_celex(Citations& out, Cursor& c, size_t begin);
[[nodiscard]] bool read_ecli(Citations& out, Cursor& c, size_t begin);
[[nodiscard]] bool read_law(Citations& out, Cursor& c, size_t begin);         // BWBR0035951
[[nodiscard]] bool read_literal_id(Citations& out, Cursor& c, size_t begin);  // "kst-36696-3", "blg-729282"
[[nodiscard]] bool read_url(Citations& out, Cursor& c, size_t begin);
// Act numbers that only their label's list explains: "richtlijnen: 2014/23/EU …; 2014/24/EU …".
[[nodiscard]] bool read_listed_directive(Citations& out, Cursor& c, size_t begin);

}  // namespace kl::annotate
