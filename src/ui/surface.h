// What the panels draw on, and how they are touched: items that can be hovered, pressed and focused, and panes that
// scroll.
//
// ImGui gives the events, the draw list and the text field; the rest is here, because a page of text needs what a
// debugging panel does not: a focus ring with its own order, scrolling to a fraction of a point, nothing that looks
// like a window. One `Memory` lives as long as the Ui; one `Surface` lives for a frame and is handed to every panel.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/fonts.h"
#include "ui/theme.h"
#include "ui/ui.h"

namespace kl::ui {

[[nodiscard]] inline bool contains(const Rect& r, ImVec2 p) {
    return p.x >= r.x && p.y >= r.y && p.x < r.x + r.w && p.y < r.y + r.h;
}
[[nodiscard]] Rect intersection(const Rect& a, const Rect& b);

// Names of items. An item keeps its name from frame to frame, whatever stands around it.
using Id = uint64_t;
[[nodiscard]] Id id(std::string_view name, uint64_t number = 0);
[[nodiscard]] Id id(std::string_view name, std::string_view key, uint64_t number = 0);

struct Item {
    bool hovered = false, held = false;
    bool clicked = false;  // by pointer, or by Enter or Space while it has the focus
    bool focused = false;  // and to be seen: the keyboard was used last
};

struct Pane {
    float scroll = 0;
    float target = 0;       // where a smooth scroll ends
    float content = 0;      // height, of the last frame
    Rect rect;              // of the last frame
    bool dragging = false;  // its scrollbar
    float grabbed = 0;
    float seen = -1;     // the scroll position of the last frame
    bool fresh = true;   // first shown: jumps, where it would otherwise glide
    double moved = -10;  // when it last scrolled: the bar is only there then, and under the pointer
};

enum class PaneId : uint8_t { facets, results, reader, source, dialog, count };

// What outlives a frame.
struct Memory {
    Id focus = 0;
    bool focus_visible = false;
    bool focus_moved = false;  // by the keyboard, in the last frame: panes bring it into view
    Id active = 0;             // pressed and not yet released
    Pane panes[static_cast<size_t>(PaneId::count)];
    PaneId wheel_pane = PaneId::count;
    int top_layer = 0;      // highest layer of the last frame
    std::vector<Id> stops;  // Tab order of the last frame
};

class Surface {
public:
    Surface(Memory& memory, Fonts& fonts, const Input& input, Output& output);

    Memory& memory;
    Fonts& fonts;
    const Palette& colors;
    const Input& input;
    Output& output;
    ImDrawList* list = nullptr;
    Rect screen;
    Rect clip;            // what can be seen of what is drawn now
    int layer = 0;        // 0 the panels, 1 a drawer or menu, 2 a dialog: only the highest one takes the pointer
    bool typing = false;  // a text field has the keyboard

    // An item answers to the pointer where no item before it in this frame did: children first, then what they lie on.
    // `stop`: Tab halts at it.
    Item item(Id item_id, const Rect& rect, bool stop = true, Output::Cursor cursor = Output::Cursor::hand);
    [[nodiscard]] bool pointer_in(const Rect& rect) const;  // visible there, and in the layer that answers
    [[nodiscard]] bool hovering(
        const Rect& rect) const;                    // … and nothing before took it, and it is not where a finger was
    void take_pointer() { pointer_taken_ = true; }  // what comes later is not hovered
    [[nodiscard]] bool pointer_taken() const { return pointer_taken_; }
    void keep_active(Id item_id) {
        active_seen_ = active_seen_ || memory.active == item_id;
    }  // for what is dragged outside itself
    void focus(Id item_id, bool visible);
    // Pressed now, in the answering layer; repeats while held.
    [[nodiscard]] bool key(ImGuiKey key, bool repeat = false) const;

    void push_clip(const Rect& rect);
    void pop_clip();

    // A scrolling pane: draw its content from the returned y downwards, then tell where it ended.
    float begin_pane(PaneId pane, const Rect& rect);
    void end_pane(float content_bottom);
    void scroll_to(PaneId pane, float top, float bottom,
                   float margin = 12);  // content coordinates: 0 is the content's top
    void scroll_by(PaneId pane, float points, bool smooth);
    Pane& pane(PaneId which) { return memory.panes[static_cast<size_t>(which)]; }

    // Layers: draw nothing below after `begin_layer`.
    void begin_layer(int which);
    void end_layer();

    void animate() { output.animating = true; }
    void wake_after(float seconds);
    void finish();  // moves the focus for Tab, settles what is pressed

    // Drawing, snapped to physical pixels.
    [[nodiscard]] float snap(float v) const { return fonts.snap(v); }
    [[nodiscard]] Rect snap(const Rect& r) const;
    void fill(const Rect& r, ImU32 color, float radius = 0) const;
    void stroke(const Rect& r, ImU32 color, float radius = 0, float width = 1) const;  // inside the rectangle
    void dashed(const Rect& r, ImU32 color, float radius, float width = 1) const;
    void horizontal(float x0, float x1, float y, ImU32 color) const;  // a hairline
    void vertical(float x, float y0, float y1, ImU32 color) const;
    void ring(const Rect& r, float radius) const;  // focus, outside the rectangle
    float text(Type type, float x, float top, ImU32 color,
               std::string_view text) const;  // in a line box; returns the end
    void text_right(Type type, float right, float top, ImU32 color, std::string_view text) const;
    void text_center(Type type, const Rect& r, ImU32 color, std::string_view text) const;
    void text_cut(Type type, float x, float top, float width, ImU32 color, std::string_view text) const;  // ends in "…"
    [[nodiscard]] float width(Type type, std::string_view text) const { return fonts.width(type, text); }

    // Explains what the pointer or the focus is on, beside it; drawn last.
    void tooltip(const Rect& beside, std::string_view text, bool to_the_right = false);
    [[nodiscard]] const std::string& tooltip_text() const { return tooltip_; }
    [[nodiscard]] const Rect& tooltip_rect() const { return tooltip_rect_; }
    [[nodiscard]] bool tooltip_right() const { return tooltip_right_; }

private:
    // A finger that was lifted leaves the pointer where it was: nothing is hovered then.
    [[nodiscard]] static bool resting_finger();
    std::vector<Rect> clips_;
    std::vector<Id> stops_;
    std::vector<int> layers_;
    PaneId current_ = PaneId::count;
    bool pointer_taken_ = false;
    bool active_seen_ = false, focus_seen_ = false;
    int top_layer_ = 0;
    std::string tooltip_;
    Rect tooltip_rect_;
    bool tooltip_right_ = false;
};

}  // namespace kl::ui
