// Pages of text as a library found them on paper: pieces of text and where each stands. Poppler gives words, pdf.js
// runs of words; nothing after this file knows which of the two it was.
//
// Lengths are in points; x goes to the right and y down, from the top left corner of the visible page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"

namespace kl::read {

struct Piece {
    std::string text;  // UTF-8; blanks inside it are blanks of the page
    float x = 0;       // where it begins
    float y = 0;       // its baseline
    float width = 0;   // along its baseline
    float size = 0;    // of its letters
    uint8_t turn = 0;  // quarter turns to the right in which it is to be read; x and y are of the page so turned
};

struct Page {
    float width = 0;
    float height = 0;
    std::vector<Piece> pieces;  // in any order
};

using Pages = std::vector<Page>;

// More than any document of the Kamer, and little enough for a browser's memory.
inline constexpr size_t most_pages = 5000;
inline constexpr size_t most_pieces = 4'000'000;

// What pdf.js gave, from web/pdf.js:
//   {"pages": [{"width", "height", "pieces": [[text, x, y, width, size, turn]…]}…]}
// Errors: source_invalid.
[[nodiscard]] Result<Pages> pages_from_json(std::string_view json);

}  // namespace kl::read
