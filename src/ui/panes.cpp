// Scrolling.
#include <algorithm>
#include <cmath>

#include "ui/surface.h"

namespace kl::ui {
namespace {

constexpr float wheel_step = 56;  // points a notch of a mouse wheel moves
constexpr float bar_width = 6, bar_margin = 3, bar_least = 28;
constexpr float bar_stays = 0.9f;  // seconds after the last movement

float furthest(const Pane& p) { return std::max(0.0f, p.content - p.rect.h); }

}  // namespace

float Surface::begin_pane(PaneId which, const Rect& rect) {
    current_ = which;
    Pane& p = pane(which);
    p.rect = rect;
    const ImGuiIO& io = ImGui::GetIO();
    push_clip(rect);
    if (pointer_in(rect) && !io.KeyCtrl) {
        const float end = furthest(p);
        // Whether this event was for the pane is told by where it stood before.
        const bool up = p.target > 0.5f, down = p.target < end - 0.5f;
        const float way = input.scroll_y != 0 ? input.scroll_y : -io.MouseWheel;
        output.can_scroll = way > 0 ? down : way < 0 ? up : up || down;
        if (io.MouseWheel != 0) scroll_by(which, -io.MouseWheel * wheel_step, true);
        if (input.scroll_y != 0) scroll_by(which, input.scroll_y, false);
        output.can_scroll_up = p.target > 0.5f;
        output.can_scroll_down = p.target < end - 0.5f;
    }
    if (p.dragging) {
        const float track = rect.h - 2 * bar_margin;
        const float thumb = std::max(bar_least, track * rect.h / std::max(1.0f, p.content));
        const float free = std::max(1.0f, track - thumb);
        p.scroll = p.target =
            std::clamp((io.MousePos.y - p.grabbed - rect.y - bar_margin) / free, 0.0f, 1.0f) * furthest(p);
    }
    if (std::abs(p.target - p.scroll) > 0.5f && !input.reduced_motion) {
        // Halves the way in about 45 ms, whatever the frame rate.
        p.scroll += (p.target - p.scroll) * (1 - std::exp2(-std::min(io.DeltaTime, 0.05f) / 0.045f));
        animate();
    } else {
        p.scroll = p.target;
    }
    p.fresh = p.seen < 0;
    if (p.seen >= 0 && p.seen != p.scroll) p.moved = ImGui::GetTime();
    p.seen = p.scroll;
    return snap(rect.y - p.scroll);
}

void Surface::end_pane(float content_bottom) {
    const PaneId which = current_;
    Pane& p = pane(which);
    const float content = std::max(0.0f, content_bottom - snap(p.rect.y - p.scroll));
    p.content = content;
    const float end = furthest(p);
    if (p.target > end || p.scroll > end) {
        p.target = std::min(p.target, end);
        p.scroll = std::min(p.scroll, end);
        animate();  // drawn too far down in this frame
    }
    if (end > 0.5f) {
        const ImGuiIO& io = ImGui::GetIO();
        const Rect track{p.rect.x + p.rect.w - bar_width - 2 * bar_margin, p.rect.y, bar_width + 2 * bar_margin,
                         p.rect.h};
        const bool over =
            pointer_in(track) && io.MouseSource == ImGuiMouseSource_Mouse && (memory.active == 0 || p.dragging);
        const double still = ImGui::GetTime() - p.moved;
        if (over || p.dragging || still < bar_stays || pointer_in(p.rect)) {
            const float inner = p.rect.h - 2 * bar_margin;
            const float thumb = std::min(inner, std::max(bar_least, inner * p.rect.h / content));
            const float y = p.rect.y + bar_margin + (inner - thumb) * (p.scroll / end);
            const float w = over || p.dragging ? bar_width : 4;
            const Rect bar{track.x + track.w - bar_margin - w, y, w, thumb};
            fill(bar, with_alpha(colors.muted, over || p.dragging ? 0.6f : 0.28f), w / 2);
            const Id name = id("scrollbar", static_cast<uint64_t>(which));
            const Item grip = over || p.dragging ? item(name, track, false, Output::Cursor::arrow) : Item{};
            if (grip.hovered && io.MouseClicked[0]) {
                p.dragging = true;
                p.grabbed = io.MousePos.y >= bar.y && io.MousePos.y < bar.y + bar.h ? io.MousePos.y - bar.y : bar.h / 2;
                animate();
            }
            if (still < bar_stays && !over && !pointer_in(p.rect))
                wake_after(static_cast<float>(bar_stays - still) + 0.02f);
        }
        if (!io.MouseDown[0]) p.dragging = false;
    } else {
        p.dragging = false;
    }
    pop_clip();
    current_ = PaneId::count;
}

void Surface::scroll_by(PaneId which, float points, bool smooth) {
    Pane& p = pane(which);
    p.target = std::clamp((smooth ? p.target : p.scroll) + points, 0.0f, furthest(p));
    if (!smooth || input.reduced_motion) p.scroll = p.target;
    animate();
}

void Surface::scroll_to(PaneId which, float top, float bottom, float margin) {
    Pane& p = pane(which);
    float target = p.target;
    if (bottom + margin > target + p.rect.h) target = bottom + margin - p.rect.h;
    if (top - margin < target) target = top - margin;
    target = std::max(0.0f, target);
    if (target != p.target) {
        p.target = target;
        // A long way is shortened to its last stretch; a glide over thousands of points only delays.
        p.scroll = p.fresh ? target : std::clamp(p.scroll, target - p.rect.h, target + p.rect.h);
        animate();
    }
}

}  // namespace kl::ui
