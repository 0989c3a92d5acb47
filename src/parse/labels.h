// The headings that number questions and answers, by their form:
//   Vraag 1 · Vraag 3, 4 en 5 · Vraag 2 t/m 6 · Vragen 5 en 6
//   Antwoord · Antwoord: · Antwoord 1 · Antwoorden 5 en 6 · Antwoord op vraag 3 en 4 · Antwoord vraag 1: · Antwoord -
//   vragen 3,4 Mededeling
#pragma once

#include <string_view>
#include <vector>

#include "parse/draft.h"

namespace kl::parse {

struct HeadingForm {
    LabelKind kind = LabelKind::question;
    std::vector<int> numbers;
    size_t end = 0;      // after the heading, in the text given
    bool colon = false;  // text may follow on the same line
    bool found = false;
};

// "Vraag 3 en 4" at byte `at`, whatever follows it. `numbers` is empty when there is none.
[[nodiscard]] HeadingForm question_heading_at(std::string_view text, size_t at);

// The heading a line consists of or, after a colon, begins with.
[[nodiscard]] HeadingForm heading_of_line(std::string_view line);

// "3", "3 en 4", "3, 4 en 5", "2 t/m 6": moves `at` behind the last number. Ranges are written out.
[[nodiscard]] std::vector<int> read_numbers(std::string_view text, size_t& at);

// Marks the rows that are headings. A question's number counts once: a heading that repeats one is quoted text.
void mark_labels(std::string_view text, Draft& draft);

}  // namespace kl::parse
