// Rows of a text that lost its line ends: headings, notes and running text are parted where their form shows.
#pragma once

#include <string_view>

#include "parse/draft.h"
#include "parse/flat_notes.h"

namespace kl::parse {

class FlatRows {
public:
    FlatRows(const read::SourceText& source, Draft& draft);

    // Adds the rows of one stretch between page furniture. `page_ends`: furniture, or nothing, follows it.
    void cut(const Row& row, bool page_ends);

private:
    void cut_headings(const Row& row);
    void cut_words(const Row& row);
    size_t question_at(std::string_view line, size_t at);
    size_t bare_question_at(std::string_view line, size_t at);
    size_t answer_at(std::string_view line, size_t at);
    void add(uint32_t from, uint32_t to);

    std::string_view text_;
    Draft& draft_;
    FlatNotes notes_;
    bool lines_known_ = false;  // runs of blanks part the lines
    bool numbered_ = false;     // the text has "Vraag 1"
    bool answers_ = false;      // and "Antwoord" headings
    bool bare_read_ = false;
    std::vector<uint32_t> bare_{};  // where questions begin that have only a number
    size_t bare_at_ = 0;
    const Row* row_ = nullptr;
    uint32_t begin_ = 0;
    bool after_number_ = false;  // the next row goes on under a bare number
    bool first_ = true;
    int next_ = 1;  // number of the next question
    bool awaits_answer_ = false;
    size_t title_ = std::string_view::npos;  // where the title of a new list begins, directly before its first question
};

}  // namespace kl::parse
