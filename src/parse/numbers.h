// Questions that have only a number, without the word "Vraag":
//   4  Welke successen hebben Nederland en de EU        (a table that lost its lines; most numbers are lost too)
//   1. Bent u bekend met de berichtgeving …?            (Word)
//   1                                                   (Word, the number on a line of its own)
// A number opens a paragraph, and the numbers go up. Numbered lists in an answer look the same, so a paragraph must
// also ask something, or be followed by the heading of its answer.
#pragma once

#include "parse/draft.h"

namespace kl::parse {

// Marks such rows as labels. Does nothing where "Vraag n" headings number the questions.
void mark_numbers(std::string_view text, Draft& draft);

}  // namespace kl::parse
