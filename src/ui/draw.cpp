// The few shapes everything is drawn from, on whole physical pixels.
#include <algorithm>
#include <cmath>

#include "ui/surface.h"

namespace kl::ui {
namespace {

ImVec2 low(const Rect& r) { return {r.x, r.y}; }
ImVec2 high(const Rect& r) { return {r.x + r.w, r.y + r.h}; }

}  // namespace

Rect Surface::snap(const Rect& r) const {
    const float x = snap(r.x), y = snap(r.y);
    return {x, y, snap(r.x + r.w) - x, snap(r.y + r.h) - y};
}

void Surface::fill(const Rect& rect, ImU32 color, float radius) const {
    const Rect r = snap(rect);
    if (r.w > 0 && r.h > 0) list->AddRectFilled(low(r), high(r), color, radius);
}

void Surface::stroke(const Rect& rect, ImU32 color, float radius, float width) const {
    const Rect r = snap(rect);
    if (r.w <= 0 || r.h <= 0) return;
    const float w = std::max(1.0f, std::round(width * fonts.density())) / fonts.density();
    // ImGui lays a line on its middle: half a width inwards, and its edges are on physical pixels. AddRect does half a
    // point itself.
    const ImVec2 a(r.x + w / 2, r.y + w / 2), b(r.x + r.w - w / 2, r.y + r.h - w / 2);
    list->PathRect(a, b, std::max(0.0f, radius - w / 2));
    list->PathStroke(color, ImDrawFlags_Closed, w);
}

void Surface::dashed(const Rect& rect, ImU32 color, float radius, float width) const {
    const Rect r = snap(rect);
    const float w = std::max(1.0f, std::round(width * fonts.density())) / fonts.density();
    const float x0 = r.x + w / 2, y0 = r.y + w / 2, x1 = r.x + r.w - w / 2, y1 = r.y + r.h - w / 2, k = radius - w / 2;
    list->PathRect(ImVec2(x0, y0), ImVec2(x1, y1), k);
    const ImVector<ImVec2> path = list->_Path;
    list->PathClear();
    if (path.Size < 2) return;
    float length = 0;
    for (int i = 0; i < path.Size; ++i) {
        const ImVec2 a = path[i], b = path[(i + 1) % path.Size];
        length += std::hypot(b.x - a.x, b.y - a.y);
    }
    // Whole dashes all the way round, 3 points each with gaps of 2.
    const float count = std::max(4.0f, std::round(length / 5));
    const float period = length / count, dash = period * 0.6f;
    float at = period * 0.2f;  // distance to the next change
    bool on = false;
    for (int i = 0; i < path.Size; ++i) {
        ImVec2 a = path[i];
        const ImVec2 b = path[(i + 1) % path.Size];
        float left = std::hypot(b.x - a.x, b.y - a.y);
        if (left <= 0) continue;
        const ImVec2 step((b.x - a.x) / left, (b.y - a.y) / left);
        if (on) list->PathLineTo(a);
        while (left >= at) {
            a = ImVec2(a.x + step.x * at, a.y + step.y * at);
            left -= at;
            list->PathLineTo(a);
            if (on) list->PathStroke(color, ImDrawFlags_None, w);
            on = !on;
            at = on ? dash : period - dash;
        }
        at -= left;
    }
    if (on) {
        list->PathLineTo(path[0]);
        list->PathStroke(color, ImDrawFlags_None, w);
    }
    list->PathClear();
}

void Surface::horizontal(float x0, float x1, float y, ImU32 color) const {
    const float w = std::max(1.0f, std::round(fonts.density())) / fonts.density();
    list->AddRectFilled(ImVec2(snap(x0), snap(y)), ImVec2(snap(x1), snap(y) + w), color);
}

void Surface::vertical(float x, float y0, float y1, ImU32 color) const {
    const float w = std::max(1.0f, std::round(fonts.density())) / fonts.density();
    list->AddRectFilled(ImVec2(snap(x), snap(y0)), ImVec2(snap(x) + w, snap(y1)), color);
}

void Surface::ring(const Rect& r, float radius) const {
    const float out = 2 + size::ring;
    stroke({r.x - out, r.y - out, r.w + 2 * out, r.h + 2 * out}, colors.accent, radius + out, size::ring);
}

float Surface::text(Type type, float x, float top, ImU32 color, std::string_view text) const {
    return fonts.draw(*list, type, x, fonts.baseline(type, top), color, text);
}

void Surface::text_right(Type type, float right, float top, ImU32 color, std::string_view s) const {
    text(type, right - width(type, s), top, color, s);
}

void Surface::text_center(Type type, const Rect& r, ImU32 color, std::string_view s) const {
    text(type, r.x + (r.w - width(type, s)) / 2, r.y + (r.h - type.line) / 2, color, s);
}

void Surface::text_cut(Type type, float x, float top, float room, ImU32 color, std::string_view s) const {
    bool cut = false;
    const std::string_view shown = fonts.fitting(type, s, room, cut);
    const float end = text(type, x, top, color, shown);
    if (cut) text(type, end, top, color, "…");
}

}  // namespace kl::ui
