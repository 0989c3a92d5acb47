// Notes in a text that lost its line ends: they stand at the end of a page's text, after the last sentence, without
// anything that divides them from it but their numbers:
//     "… nog niet opgevolgd. 2 Tweede Kamer, vergaderjaar 2013-2014, 31 371, nr. 376."
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kl::parse {

struct FlatNote {
    int number = 0;
    uint32_t begin = 0;       // of its number, or of the sign that OCR made of it
    uint32_t text_begin = 0;  // of its words
    uint32_t end = 0;
};

class FlatNotes {
public:
    explicit FlatNotes(std::string_view text) : text_(text) {}

    // The notes in `begin` … `end`, where running text ends with a page when `page_ends`; in order. They number on from
    // those found before.
    [[nodiscard]] std::vector<FlatNote> find(uint32_t begin, uint32_t end, bool page_ends);

private:
    [[nodiscard]] bool is_called(const FlatNote& note) const;
    [[nodiscard]] uint32_t without_mark(uint32_t end, uint32_t begin, uint32_t note) const;
    [[nodiscard]] FlatNote note_at(uint32_t at, uint32_t begin, uint32_t end) const;
    [[nodiscard]] FlatNote wording_note(uint32_t begin, uint32_t end, bool page_ends) const;

    std::string_view text_;
    int last_ = 0;  // number of the last note found
    bool wording_found_ = false;
};

}  // namespace kl::parse
