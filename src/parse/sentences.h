// Where sentences end, and which of them ask something. Footnote marks after the last sign are looked through:
// "beleid»?1".
#pragma once

#include <cstddef>
#include <string_view>

namespace kl::parse {

// The text without closing quotes, brackets, footnote marks and blanks at its end: "… regenboogbeleid»?1" → "…
// regenboogbeleid»?".
[[nodiscard]] std::string_view without_closers(std::string_view text);

[[nodiscard]] bool ends_sentence(std::string_view text);

// Ends in a question mark that is one: "vastgesteld.?" and "entiteiten’?" end in a garbled footnote mark.
[[nodiscard]] bool ends_with_question(std::string_view text);

// Begins as a sentence does: capital, digit, opening quote.
[[nodiscard]] bool begins_sentence(std::string_view text);

// The byte after the first sentence, its closing quotes and footnote marks included; text.size() when it does not end.
[[nodiscard]] size_t end_of_sentence(std::string_view text);

}  // namespace kl::parse
