// A span of a document's text as RichText: highlights, links and footnote marks laid over each other, cut into runs
// that cover all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/view_model.h"
#include "text/span.h"

namespace kl::app {

struct LinkSpan {
    Span span;
    Link link;
    int rank = 0;  // of two that overlap the lower rank stays; of equal ranks the longer
};

struct MarkSpan {
    Span span;           // as printed: "?>"
    std::string mark;    // as it must have been: "5"; "" leaves it out
    std::string target;  // Link::target; "" makes no link
    std::string title = {};
};

struct Layers {
    std::vector<Span> highlights;  // may overlap
    std::vector<LinkSpan> links;   // may overlap: see LinkSpan::rank
    std::vector<MarkSpan> marks;
    bool one_line = false;  // paragraphs and lines joined by a blank, as on a card
};

[[nodiscard]] RichText rich_text(std::string_view text, Span span, const Layers& layers);

// Plain text before or after what is there: "…".
void append(RichText& rich, std::string_view text);
void prepend(RichText& rich, std::string_view text);

[[nodiscard]] RichText plain_text(std::string text);

}  // namespace kl::app
