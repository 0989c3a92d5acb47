// Which part of a document a byte of its text belongs to.
#pragma once

#include <vector>

#include "parse/document.h"

namespace kl::annotate {

enum class Part : uint8_t { head, question, answer, note, other };

struct Place {
    Span span;
    Part part = Part::other;
    int item = -1;      // index in Document::items; a note belongs to the item of its mark
    int footnote = -1;  // index in Document::footnotes
};

class Places {
public:
    explicit Places(const parse::Document& document);

    // Part::other when the byte lies in none.
    [[nodiscard]] Place at(uint32_t byte) const;
    [[nodiscard]] const std::vector<Place>& all() const { return places_; }  // by place; they do not overlap

private:
    std::vector<Place> places_;
};

// The document's text with its footnote marks blanked out, byte for byte: "in 2025²" has no year 20252.
[[nodiscard]] std::string without_marks(const parse::Document& document);

}  // namespace kl::annotate
