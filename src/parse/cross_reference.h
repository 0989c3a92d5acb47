// "Zie het antwoord op vraag 4.": an answer that is only a reference to another answer.
#pragma once

#include <optional>
#include <string_view>

namespace kl::parse {

// The number meant, when the whole answer is such a reference.
[[nodiscard]] std::optional<int> answer_referred_to(std::string_view answer);

}  // namespace kl::parse
