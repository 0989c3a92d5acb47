#include "annotate/places.h"

#include <algorithm>
#include <string>

#include "text/sort.h"

namespace kl::annotate {

Places::Places(const parse::Document& document) {
    for (const Span paragraph : document.head_paragraphs) places_.push_back({paragraph, Part::head, -1, -1});
    for (size_t i = 0; i < document.items.size(); ++i) {
        const int item = static_cast<int>(i);
        places_.push_back({document.items[i].question, Part::question, item, -1});
        if (document.items[i].answer) places_.push_back({*document.items[i].answer, Part::answer, item, -1});
    }
    for (size_t i = 0; i < document.footnotes.size(); ++i) {
        const parse::Footnote& note = document.footnotes[i];
        const bool real_item = note.item >= 0 && static_cast<size_t>(note.item) < document.items.size();
        if (note.text) places_.push_back({*note.text, Part::note, real_item ? note.item : -1, static_cast<int>(i)});
    }
    std::erase_if(places_,
                  [&](const Place& place) { return place.span.empty() || place.span.end > document.text.size(); });
    text::sort(places_, {}, [](const Place& place) { return place.span.begin; });
}

Place Places::at(uint32_t byte) const {
    const auto after = std::ranges::upper_bound(places_, byte, {}, [](const Place& place) { return place.span.begin; });
    if (after == places_.begin() || !(after - 1)->span.contains(byte)) return {};
    return *(after - 1);
}

std::string without_marks(const parse::Document& document) {
    std::string text = document.text;
    for (const parse::Footnote& note : document.footnotes) {
        const size_t end = std::min<size_t>(note.mark_span.end, text.size());
        for (size_t i = note.mark_span.begin; i < end; ++i) text[i] = ' ';
    }
    return text;
}

}  // namespace kl::annotate
