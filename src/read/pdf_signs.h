// Signs of a PDF's fonts as a text has them.
#pragma once

#include <string>

namespace kl::read {

// Appends `c`: ligatures as their letters, the bullets of fonts of symbols as bullets.
void add_sign(std::string& text, char32_t c);

// `accent` on the last letter of `text`; false, and nothing done, when the two are no letter with an accent.
[[nodiscard]] bool add_accent(std::string& text, char32_t accent);

}  // namespace kl::read
