// What the program tells by itself: notices, messages that leave again, help, and the word beside the pointer.
#include <algorithm>
#include <cmath>

#include "ui/panels.h"

namespace kl::ui {
namespace {

constexpr double toast_stays = 3.2, toast_fades = 0.25;  // seconds

struct NoticeLook {
    ImU32 ground, ink;
};
NoticeLook look_of(const Palette& p, app::Notice::Level level) {
    if (level == app::Notice::Level::info) return {p.soft, p.accent};
    return {p.notice_ground, p.notice};
}

// A message that leaves: dark on light and the other way round, as it lies over everything.
void draw_toast(View& v, const app::NoticeView& notice, float middle, float& bottom, float most, float alpha) {
    Surface& s = v.s;
    const float w = std::min(most, s.width(type::small_strong, notice.text) + 52);
    const Rect r{middle - w / 2, bottom - 40, w, 40};
    s.fill(r, with_alpha(s.colors.ink, alpha), size::field);
    draw_icon(s, Icon::check, r.x + 20, r.y + 20, 14, with_alpha(s.colors.panel, alpha));
    s.text_cut(type::small_strong, r.x + 34, r.y + 10, w - 44, with_alpha(s.colors.panel, alpha), notice.text);
    bottom -= 48;
}

}  // namespace

float draw_notice(View& v, Id name, float x, float y, float width, const app::NoticeView& notice) {
    Surface& s = v.s;
    const NoticeLook look = look_of(s.colors, notice.level);
    const float cross = notice.dismissable ? 28 : 0;
    const bool acts = !notice.action_label.empty() && notice.action.has_value();
    const float action_w = acts ? s.width(type::small_strong, notice.action_label) : 0;
    const app::RichText text = plain_text(notice.text);
    const Layout& layout = v.layouts.get(s.fonts, text, {type::small, std::max(40.0f, width - 20 - cross), 0, 0});
    const float end = layout.lines.empty() ? 0 : layout.lines.back().width;
    const bool beside = acts && end + 8 + action_w <= width - 20 - cross;
    const float h = 12 + layout.height() + (acts && !beside ? 22.0f : 0.0f);
    s.fill({x, y, width, h}, look.ground, size::button);
    draw_text(s, text, layout, x + 10, y + 6, {.ink = look.ink, .links = false}, 0);
    if (acts) {
        const float ax = beside ? x + 10 + end + 6 : x + 10;
        const float ay = beside ? y + 6 + layout.height() - 20 : y + 6 + layout.height() + 1;
        const float aw = std::min(action_w, width - 20);
        bool cut = false;
        const std::string label(s.fonts.fitting(type::small_strong, notice.action_label, aw + 1, cut));
        s.horizontal(ax, ax + s.width(type::small_strong, label), s.fonts.baseline(type::small_strong, ay) + 2,
                     look.ink);
        if (text_button(s, id("act", name), ax, ay, type::small_strong, look.ink, label))
            s.output.actions.push_back(*notice.action);
    }
    if (notice.dismissable &&
        icon_button(s, id("dismiss", name), {x + width - 30, y + (std::min(h, 32.0f) - 26) / 2, 26, 26}, Icon::close,
                    v.text("button.dismiss"), false)) {
        v.emit(app::action::Dismiss{notice.index});
    }
    return h;
}

void draw_notices(View& v, const Rect& r) {
    Surface& s = v.s;
    Local& l = v.local;
    std::erase_if(l.toasts, [&](const auto& toast) {
        return std::none_of(v.vm.notices.begin(), v.vm.notices.end(),
                            [&](const auto& n) { return n.transient && n.text == toast.first; });
    });
    if (v.vm.notices.empty()) return;
    ImDrawList* const below = s.list;
    s.list = ImGui::GetForegroundDrawList();
    const float width = std::min(560.0f, r.w - 32), middle = r.x + r.w / 2;
    float bottom = r.y + r.h - 16;
    bool dismissed = false;
    int lasting = 0;  // the newest few; those under them come when these are dismissed
    for (size_t i = v.vm.notices.size(); i-- > 0;) {
        const app::NoticeView& notice = v.vm.notices[i];
        if (notice.transient) {
            auto toast =
                std::find_if(l.toasts.begin(), l.toasts.end(), [&](const auto& t) { return t.first == notice.text; });
            if (toast == l.toasts.end()) toast = l.toasts.insert(l.toasts.end(), {notice.text, ImGui::GetTime()});
            const double age = ImGui::GetTime() - toast->second;
            if (age >= toast_stays + toast_fades) {
                if (!dismissed) v.emit(app::action::Dismiss{notice.index});  // one a frame: indices shift
                dismissed = true;
                s.animate();
                continue;
            }
            const bool fading = age > toast_stays && !s.input.reduced_motion;
            if (age < toast_stays) {
                s.wake_after(static_cast<float>(toast_stays - age) + 0.01f);
            } else {
                s.animate();
            }
            draw_toast(v, notice, middle, bottom, width,
                       fading ? static_cast<float>(1 - (age - toast_stays) / toast_fades) : 1.0f);
            continue;
        }
        if (++lasting > 3) continue;
        // The height is known once it is drawn: measure it first.
        const float action_room = notice.action_label.empty() ? 0.0f : 22.0f;
        const app::RichText text = plain_text(notice.text);
        const Layout& layout = v.layouts.get(
            s.fonts, text, {type::small, std::max(40.0f, width - 20 - (notice.dismissable ? 28.0f : 0.0f)), 0, 0});
        const float end = layout.lines.empty() ? 0 : layout.lines.back().width;
        const bool beside = end + 8 + s.width(type::small_strong, notice.action_label) <=
                            width - 20 - (notice.dismissable ? 28.0f : 0.0f);
        const float h = 12 + layout.height() + (beside ? 0.0f : action_room);
        const Rect box{middle - width / 2, bottom - h, width, h};
        s.fill({box.x - 3, box.y - 1, box.w + 6, box.h + 6}, s.colors.shadow, size::button + 3);
        draw_notice(v, id("notice", notice.index), box.x, box.y, width, notice);
        s.stroke(box, with_alpha(look_of(s.colors, notice.level).ink, 0.35f), size::button, 1);
        if (s.pointer_in(box)) s.take_pointer();
        bottom -= h + 8;
    }
    s.list = below;
}

void draw_help(View& v) {
    if (!v.vm.help) return;
    Surface& s = v.s;
    const app::HelpView& help = *v.vm.help;
    s.begin_layer(2);
    s.fill(s.screen, s.colors.veil);
    const float width = std::min(640.0f, s.screen.w - 24), most = std::max(120.0f, s.screen.h - 48);
    const float pad = width < 480 ? 20 : 32, keys_w = width < 480 ? 110 : 190;
    const Pane& pane = s.pane(PaneId::dialog);
    const float head = 60;
    const float height = std::min(most, head + 4 + (pane.content > 0 ? pane.content : 480));
    const Rect box{s.snap((s.screen.w - width) / 2), s.snap((s.screen.h - height) / 2), width, height};
    s.fill({box.x - 6, box.y - 2, box.w + 12, box.h + 12}, s.colors.shadow, size::card + 6);
    s.fill(box, s.colors.panel, size::card);
    s.stroke(box, s.colors.line, size::card, 1);
    s.text(type::title, box.x + pad, box.y + 20, s.colors.ink, v.text("help.title"));
    const bool cross = icon_button(s, id("help.close"), {box.x + box.w - pad - 26, box.y + 16, 32, 32}, Icon::close,
                                   v.text("button.close"), false);
    const float before = pane.content;
    float y = s.begin_pane(PaneId::dialog, {box.x, box.y + head, box.w, box.h - head - 4});
    const auto rows = [&](const std::string& title, const std::vector<app::HelpView::Row>& list) {
        if (list.empty()) return;
        s.text(type::small_strong, box.x + pad, y, s.colors.muted, title);
        y += 26;
        for (const app::HelpView::Row& row : list) {
            const float a =
                draw_paragraph(s, v.layouts, type::body_strong, box.x + pad, y, keys_w - 16, s.colors.accent, row.keys);
            const float b = draw_paragraph(s, v.layouts, type::body, box.x + pad + keys_w, y, width - 2 * pad - keys_w,
                                           s.colors.ink, row.text);
            y += std::max(a, b) + 6;
        }
        y += 14;
    };
    rows(v.text("help.keys"), help.keys);
    rows(v.text("help.query"), help.query);
    s.end_pane(y + 8);
    if (before != pane.content) s.animate();  // the box fits its content from the next frame on
    const bool outside =
        ImGui::GetIO().MouseClicked[0] && s.layer >= s.memory.top_layer && !contains(box, ImGui::GetIO().MousePos);
    if (cross || outside) v.emit(app::action::ToggleHelp{});
    s.take_pointer();
    s.end_layer();
}

void draw_tooltip(View& v) {
    Surface& s = v.s;
    const std::string& text = s.tooltip_text();
    if (text.empty() || ImGui::GetIO().MouseDown[0]) return;
    ImDrawList* const below = s.list;
    s.list = ImGui::GetForegroundDrawList();
    constexpr Type type{Face::sans, 12.5f, 18};
    const app::RichText rich = plain_text(text);
    const Layout& layout = v.layouts.get(s.fonts, rich, {type, std::min(320.0f, s.screen.w - 32), 0, 8});
    float w = 0;
    for (const Line& line : layout.lines) w = std::max(w, line.width + (layout.cut ? 12.0f : 0.0f));
    const Rect& beside = s.tooltip_rect();
    Rect box{beside.x, beside.y + beside.h + 6, w + 20, layout.height() + 12};
    if (box.y + box.h > s.screen.h - 4) box.y = beside.y - box.h - 6;
    // A list is read downwards: there the word stands aside, if it can.
    if (s.tooltip_right() && beside.x + beside.w + 8 + box.w < s.screen.w) {
        box.x = beside.x + beside.w + 8;
        box.y = beside.y + (beside.h - box.h) / 2;
    }
    box.x = std::clamp(box.x, 4.0f, std::max(4.0f, s.screen.w - box.w - 4));
    s.fill({box.x - 2, box.y, box.w + 4, box.h + 4}, s.colors.shadow, 8);
    s.fill(box, s.colors.ink, 6);
    const Rect clip = s.clip;
    s.clip = s.screen;
    draw_text(s, rich, layout, box.x + 10, box.y + 6, {.ink = s.colors.panel, .links = false}, 0);
    s.clip = clip;
    s.list = below;
}

}  // namespace kl::ui
