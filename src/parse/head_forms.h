// The words before the first question: how its paragraphs begin, and the forms they hold.
#pragma once

#include <string>
#include <string_view>

namespace kl::parse {

// `words` on one line, with single blanks.
[[nodiscard]] std::string tidy(std::string_view words);

// A line of the head of a Kamerstuk that begins a paragraph of its own: "Nr. 4 …", "Vastgesteld 5 november 2024", the
// signatures.
[[nodiscard]] bool is_list_head_line(std::string_view line);

[[nodiscard]] bool is_head_form(std::string_view paragraph);

// "2024Z18775", tolerant of a blank inside it: its canonical form, and where it stood; empty when there is none at
// `at`.
struct CaseNumber {
    int year = 0;
    int number = 0;
    size_t end = 0;
};
[[nodiscard]] CaseNumber case_number_at(std::string_view text, size_t at);

}  // namespace kl::parse
