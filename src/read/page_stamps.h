// What stands beside the running title in a text that lost its line ends, and is read worse than it: page counters that
// OCR broke ("37" for 3/7, "10/1 1"), and what it made of a logo or a rule between the last line of a page and the
// title of the next ("2 i3rcirp 1814-2014").
#pragma once

#include <string_view>
#include <vector>

#include "text/span.h"

namespace kl::read {

// "3/9" as it was printed.
struct PageCounter {
    Span span;
    int page = 0;
    int total = 0;
};

// Counters close to a title, on pages of which no counter is known. `titles` and `known` are sorted by place.
[[nodiscard]] std::vector<Span> broken_counters(std::string_view text, const std::vector<Span>& titles,
                                                const std::vector<PageCounter>& known);

// Titles of two lines, of which only the first is alike everywhere: moves their ends behind the second, where it
// follows on most pages.
void take_second_lines(std::string_view text, std::vector<Span>& titles);

// What is no word directly before a title, after the end of a sentence or the same on several pages; also at the end of
// the text.
[[nodiscard]] std::vector<Span> page_stamps(std::string_view text, const std::vector<Span>& titles);

}  // namespace kl::read
