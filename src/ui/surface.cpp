#include "ui/surface.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace kl::ui {

Rect intersection(const Rect& a, const Rect& b) {
    const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
    return {x, y, std::max(0.0f, std::min(a.x + a.w, b.x + b.w) - x),
            std::max(0.0f, std::min(a.y + a.h, b.y + b.h) - y)};
}

Id id(std::string_view name, uint64_t number) {
    uint64_t h = 14695981039346656037ull ^ number * 0x9e3779b97f4a7c15ull;  // FNV-1a
    for (const char c : name) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ull;
    return h | 1;  // 0 is no item
}

Id id(std::string_view name, std::string_view key, uint64_t number) { return id(key, id(name, number)); }

Surface::Surface(Memory& m, Fonts& f, const Input& in, Output& out)
    : memory(m), fonts(f), colors(palette(in.dark)), input(in), output(out) {
    list = ImGui::GetWindowDrawList();
    screen = {0, 0, in.width, in.height};
    clip = screen;
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseClicked[0]) m.focus_visible = false;
}

bool Surface::pointer_in(const Rect& rect) const {
    const ImGuiIO& io = ImGui::GetIO();
    return layer >= memory.top_layer && ImGui::IsMousePosValid(&io.MousePos) && contains(clip, io.MousePos) &&
           contains(rect, io.MousePos);
}

Item Surface::item(Id item_id, const Rect& rect, bool stop, Output::Cursor cursor) {
    Item result;
    const ImGuiIO& io = ImGui::GetIO();
    const bool answers = layer >= memory.top_layer;
    if (memory.active == item_id) active_seen_ = true;
    if (stop && answers) stops_.push_back(item_id);
    if (memory.focus == item_id && answers) {
        focus_seen_ = true;
        result.focused = memory.focus_visible;
        if (memory.focus_moved && current_ != PaneId::count) {
            const Pane& p = pane(current_);
            const float top = rect.y - p.rect.y + p.scroll;
            scroll_to(current_, top, top + rect.h);
        }
        // After a press by pointer the keys are those of the whole screen again (Space scrolls), until Tab is used.
        if (!typing && memory.focus_visible &&
            (key(ImGuiKey_Enter) || key(ImGuiKey_KeypadEnter) || key(ImGuiKey_Space)))
            result.clicked = true;
    }
    if (pointer_taken_ || !pointer_in(rect)) return result;
    pointer_taken_ = true;
    if (memory.active != 0 && memory.active != item_id) return result;  // something else is being dragged over it
    result.hovered = true;
    output.cursor = cursor;
    if (io.MouseClicked[0]) {
        memory.active = item_id;
        active_seen_ = true;
        if (stop) focus(item_id, false);
    }
    result.held = memory.active == item_id && io.MouseDown[0];
    if (memory.active == item_id && io.MouseReleased[0]) {
        result.clicked = true;
        memory.active = 0;
    }
    if (resting_finger()) result.hovered = false;
    return result;
}

bool Surface::resting_finger() {
    const ImGuiIO& io = ImGui::GetIO();
    return io.MouseSource == ImGuiMouseSource_TouchScreen && !io.MouseDown[0];
}

bool Surface::hovering(const Rect& rect) const { return !pointer_taken_ && pointer_in(rect) && !resting_finger(); }

void Surface::focus(Id item_id, bool visible) {
    memory.focus = item_id;
    memory.focus_visible = visible;
    focus_seen_ = true;
}

bool Surface::key(ImGuiKey which, bool repeat) const {
    const ImGuiIO& io = ImGui::GetIO();
    return layer >= memory.top_layer && !io.KeyCtrl && !io.KeyAlt && !io.KeySuper && ImGui::IsKeyPressed(which, repeat);
}

void Surface::push_clip(const Rect& rect) {
    clips_.push_back(clip);
    clip = intersection(clip, rect);
    list->PushClipRect(ImVec2(clip.x, clip.y), ImVec2(clip.x + clip.w, clip.y + clip.h), false);
}

void Surface::pop_clip() {
    clip = clips_.back();
    clips_.pop_back();
    list->PopClipRect();
}

void Surface::begin_layer(int which) {
    layers_.push_back(layer);
    layer = which;
    top_layer_ = std::max(top_layer_, which);
}

void Surface::end_layer() {
    layer = layers_.back();
    layers_.pop_back();
}

void Surface::wake_after(float seconds) {
    if (output.wake_after <= 0 || seconds < output.wake_after) output.wake_after = seconds;
}

void Surface::finish() {
    const ImGuiIO& io = ImGui::GetIO();
    Memory& m = memory;
    // What was pressed or focused may have left the screen.
    if (!io.MouseDown[0] || !active_seen_) m.active = 0;
    m.focus_moved = false;
    if (top_layer_ != m.top_layer) {
        m.top_layer = top_layer_;
        animate();  // the layer answers from the next frame on
    } else if (!focus_seen_ && m.focus != 0) {
        m.focus = 0;
    }
    if (ImGui::IsKeyPressed(ImGuiKey_Tab, true) && !io.KeyCtrl && !io.KeyAlt && !io.KeySuper && !stops_.empty()) {
        const auto here = std::find(stops_.begin(), stops_.end(), m.focus);
        const auto n = static_cast<ptrdiff_t>(stops_.size());
        ptrdiff_t at = here - stops_.begin();
        if (here == stops_.end()) at = io.KeyShift ? n : -1;
        at += io.KeyShift ? -1 : 1;
        // Past the ends the focus leaves: the host gives it to what stands around the canvas. A dialog keeps it.
        if (top_layer_ > 0) at = (at + n) % n;
        m.focus = at >= 0 && at < n ? stops_[static_cast<size_t>(at)] : 0;
        m.focus_visible = true;
        m.focus_moved = true;
        animate();
    }
    m.stops = std::move(stops_);
}

void Surface::tooltip(const Rect& beside, std::string_view text, bool to_the_right) {
    if (text.empty()) return;
    tooltip_ = text;
    tooltip_rect_ = beside;
    tooltip_right_ = to_the_right;
}

}  // namespace kl::ui
