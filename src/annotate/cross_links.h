// Mentions of other answers of the same document: "het antwoord op vraag twee", "de antwoorden op de vragen 3 en 5",
// "zie vraag 4".
#pragma once

#include <vector>

#include "annotate/annotation.h"
#include "annotate/words.h"

namespace kl::annotate {

// Index of the item with each number, -1 where there is none: numbers up to 999, as texts cite them.
class ItemNumbers {
public:
    explicit ItemNumbers(const parse::Document& document);
    [[nodiscard]] int index_of(int number) const;

private:
    std::vector<int> by_number_;
};

// The links in the text of item `index`. Only to items that exist and are another one; questions of other documents
// ("vraag 3 van het lid …", "Kamerstuk …, vraag 3") give none.
[[nodiscard]] std::vector<CrossLink> find_cross_links(const parse::Document& document, const Words& words,
                                                      const ItemNumbers& numbers, size_t index);

// "twee", "2" → 2; up to "twintig". 0 when it is no number.
[[nodiscard]] int number_of(std::string_view folded_word);

}  // namespace kl::annotate
