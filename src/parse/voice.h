// Who speaks in a sentence: the one who asks or the one who answers. Where nothing divides a question from its answer,
// the answer begins where the voice changes most clearly.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace kl::parse {

// Where the answer begins in the paragraphs of one item, of which the first asks. Nothing, when all of them ask.
struct AnswerBegin {
    size_t paragraph = 0;       // index of the paragraph in which the question ends
    uint32_t question_end = 0;  // in `text`
    uint32_t begin = 0;         // the answer's first byte, in the same paragraph; equal to its end when it is all asked
};
// `parted`: in this document a question is a paragraph of its own nearly everywhere.
[[nodiscard]] std::optional<AnswerBegin> find_answer(std::string_view text, const std::vector<Span>& paragraphs,
                                                     bool parted);

// Opens as a question does: "Kunt u …", "Welke …".
[[nodiscard]] bool opens_question(std::string_view sentence);

// Nothing but a question opens like this: "Kunt u …", "Deelt u …", "Klopt het dat …".
[[nodiscard]] bool opens_only_question(std::string_view sentence);

}  // namespace kl::parse
