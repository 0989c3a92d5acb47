// Running text: RichText laid out in lines, drawn with highlights, links, footnote marks, and selected.
//
// Layout depends on the words and the width alone, so it is kept; a frame only draws the lines that can be seen.
// Offsets are bytes of RichText::text throughout, as in the ViewModel.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/view_model.h"
#include "ui/surface.h"

namespace kl::ui {

inline constexpr float highlight_pad = 2;  // ground on either side of a highlighted word

struct LayoutSpec {
    Type type;
    float width = 0;
    float indent = 0;   // of the first line: the number that stands before a question
    int max_lines = 0;  // 0: all; otherwise the last line ends in " …" when something is left out
};

struct Segment {  // a part of one run on one line
    uint32_t begin = 0, end = 0;
    float x = 0, width = 0;  // from the left of the text
    uint16_t style = 0;
    int32_t link = -1;
};
struct Line {
    uint32_t begin = 0, end = 0;    // bytes; the spaces at which it was broken included
    uint32_t first = 0, count = 0;  // segments
    float width = 0;
};
struct Layout {
    LayoutSpec spec;
    std::vector<Segment> segments;
    std::vector<Line> lines;
    bool cut = false;  // more text than max_lines
    [[nodiscard]] float height() const { return static_cast<float>(lines.size()) * spec.type.line; }
};

// The type of a run: strong, or small for a footnote mark.
[[nodiscard]] Type style_type(Type type, uint16_t style);

[[nodiscard]] Layout lay_out(Fonts& fonts, const app::RichText& text, const LayoutSpec& spec);

// Layouts by content and width. What has not been asked for in a while is dropped.
class LayoutCache {
public:
    void begin_frame();
    const Layout& get(Fonts& fonts, const app::RichText& text, const LayoutSpec& spec);
    [[nodiscard]] size_t size() const { return kept_.size(); }
    [[nodiscard]] uint64_t made() const { return made_; }  // layouts ever made: tests see the cache at work

private:
    struct Kept {
        Layout layout;
        uint64_t frame = 0;
    };
    std::unordered_map<uint64_t, Kept> kept_;
    uint64_t frame_ = 0, made_ = 0;
};

// ---- selection: over several texts that follow each other, such as the paragraphs of an answer
// ------------------------------------

struct Place {
    uint32_t block = 0, byte = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
};

struct Selection {  // outlives frames; one for the whole screen
    Id area = 0;    // 0: nothing
    Place anchor, head;
    bool dragging = false;
    int unit = 1;  // 1 characters, 2 words, 3 paragraphs
    [[nodiscard]] bool empty() const { return area == 0 || anchor == head; }
    [[nodiscard]] Place first() const { return std::min(anchor, head); }
    [[nodiscard]] Place last() const { return std::max(anchor, head); }
};

struct TextBlock {
    const app::RichText* text = nullptr;
    const Layout* layout = nullptr;
    float x = 0, y = 0;
};

struct TextStyle {
    ImU32 ink = 0;
    bool links = true;    // drawn and answering as links
    bool source = false;  // "bekijk bron": grounds behind the parts
};

// Draws what is visible at (x, y). `name` tells its links from others'; `selected` is the part of it to show as
// selected. The link that was clicked, or nullptr.
const app::Link* draw_text(Surface& s, const app::RichText& text, const Layout& layout, float x, float y,
                           const TextStyle& style, Id name, uint32_t selected_begin = 0, uint32_t selected_end = 0);

// Where a byte stands: x on its line, and the line.
[[nodiscard]] float x_of(Fonts& fonts, const app::RichText& text, const Layout& layout, size_t line, uint32_t byte);
[[nodiscard]] uint32_t byte_at(Fonts& fonts, const app::RichText& text, const Layout& layout, float x, float y);

// Texts that are selected as one. Add each block in order while drawing; `finish` then takes the pointer.
class SelectableArea {
public:
    SelectableArea(Surface& surface, Selection& selection, Id area, PaneId pane)
        : s_(surface), selection_(selection), area_(area), pane_(pane) {}
    const app::Link* draw(const app::RichText& text, const Layout& layout, float x, float y, const TextStyle& style);
    void finish(const Rect& rect);  // of the pane: a press on empty ground drops the selection
    void select_all();

private:
    [[nodiscard]] Place place_at(ImVec2 point) const;
    void widen(Place& from, Place& to) const;
    Surface& s_;
    Selection& selection_;
    Id area_;
    PaneId pane_;
    std::vector<TextBlock> blocks_;
};

// The selected text: blocks joined by an empty line.
[[nodiscard]] std::string selected_text(const Selection& selection, const std::vector<const app::RichText*>& blocks);

// Plain text as RichText.
[[nodiscard]] app::RichText plain_text(std::string text);

}  // namespace kl::ui
