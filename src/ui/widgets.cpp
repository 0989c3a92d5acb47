#include "ui/widgets.h"

#include <algorithm>

#include "ui/rich_text.h"

namespace kl::ui {
namespace {

constexpr Type tag_type{Face::sans, 12.5f, 22};
constexpr Type chip_type{Face::sans_strong, 12, 26};
constexpr float tag_pad = 8, chip_pad = 10, chip_cross = 15, button_pad = 12;

}  // namespace

void draw_checkbox(const Surface& s, float x, float y, bool on, bool inferred, bool hovered) {
    const Rect r{x, y, size::checkbox, size::checkbox};
    if (on) {
        s.fill(r, s.colors.accent, size::check);
        draw_icon(s, Icon::check, x + size::checkbox / 2, y + size::checkbox / 2, 12, s.colors.on_accent);
        return;
    }
    s.fill(r, s.colors.panel, size::check);
    const ImU32 edge = hovered ? s.colors.accent : s.colors.box;
    if (inferred) {
        s.dashed(r, edge, size::check, 1);
    } else {
        s.stroke(r, edge, size::check, 1);
    }
}

float tag_width(const Surface& s, std::string_view label) { return s.width(tag_type, label) + 2 * tag_pad; }

float draw_tag(Surface& s, Id name, float x, float y, const app::Tag& tag, TagLook look, bool clickable,
               bool* clicked) {
    const Rect r{x, y, tag_width(s, tag.label), size::tag_height};
    const bool over = s.hovering(r);
    ImU32 ink = s.colors.muted;
    switch (look) {
        case TagLook::filled:
            s.fill(r, s.colors.accent, size::tag);
            ink = s.colors.on_accent;
            break;
        case TagLook::dashed:
            s.dashed(r, s.colors.accent, size::tag, 1);
            ink = s.colors.accent;
            break;
        case TagLook::plain: s.stroke(r, over && clickable ? s.colors.box : s.colors.line, size::tag, 1); break;
    }
    if (over && clickable && look != TagLook::filled) s.fill(r, s.colors.hover, size::tag);
    s.text(tag_type, x + tag_pad, y, ink, tag.label);
    if (clickable) {
        const Item item = s.item(name, r);
        if (item.focused) s.ring(r, size::tag);
        if (item.hovered || item.focused) s.tooltip(r, tag.title);
        if (clicked != nullptr && item.clicked) *clicked = true;
    } else if (over) {
        s.tooltip(r, tag.title);
    }
    return r.w;
}

float chip_width(const Surface& s, std::string_view label, float most) {
    return std::min(most, s.width(chip_type, label) + 2 * chip_pad + chip_cross);
}

bool draw_chip(Surface& s, Id name, const Rect& r, std::string_view label, std::string_view title) {
    const Item item = s.item(name, r);
    s.fill(r, s.colors.soft, r.h / 2);
    if (item.hovered) s.fill(r, s.colors.hover, r.h / 2);
    s.text_cut(chip_type, r.x + chip_pad, r.y + (r.h - chip_type.line) / 2, r.w - 2 * chip_pad - chip_cross + 1,
               s.colors.accent, label);
    draw_icon(s, Icon::close, r.x + r.w - chip_pad - 4, r.y + r.h / 2, 10, s.colors.accent);
    if (item.focused) s.ring(r, r.h / 2);
    if (item.hovered || item.focused) s.tooltip(r, title);
    return item.clicked;
}

float button_width(const Surface& s, std::string_view label) {
    return s.width(type::small_strong, label) + 2 * button_pad;
}

bool button(Surface& s, Id name, const Rect& r, std::string_view label, ButtonLook look, bool pressed) {
    const Item item = s.item(name, r);
    ImU32 ink = s.colors.ink;
    Type type = type::small_strong;
    if (look == ButtonLook::primary) {
        s.fill(r, s.colors.accent, size::button);
        if (item.hovered) s.fill(r, with_alpha(s.colors.panel, item.held ? 0.2f : 0.1f), size::button);
        ink = s.colors.on_accent;
    } else {
        if (look == ButtonLook::secondary) s.fill(r, pressed ? s.colors.soft : s.colors.panel, size::button);
        if (item.hovered) s.fill(r, item.held ? s.colors.soft : s.colors.hover, size::button);
        if (look == ButtonLook::secondary)
            s.stroke(r, item.hovered || pressed ? s.colors.box : s.colors.line, size::button, 1);
        if (pressed) ink = s.colors.accent;
        type = type::small;
        if (s.width(type, label) < r.w) type = type::small;
    }
    s.text_center(type, r, ink, label);
    if (item.focused) s.ring(r, size::button);
    return item.clicked;
}

bool icon_button(Surface& s, Id name, const Rect& r, Icon icon, std::string_view title, bool framed, bool enabled) {
    const Item item = enabled ? s.item(name, r) : Item{};
    if (framed) s.fill(r, s.colors.panel, size::button);
    if (item.hovered) s.fill(r, item.held ? s.colors.soft : s.colors.hover, size::button);
    if (framed) s.stroke(r, item.hovered ? s.colors.box : s.colors.line, size::button, 1);
    const ImU32 ink = !enabled                 ? with_alpha(s.colors.muted, 0.45f)
                      : item.hovered || framed ? s.colors.ink
                                               : s.colors.muted;
    draw_icon(s, icon, r.x + r.w / 2, r.y + r.h / 2, 16, ink);
    if (item.focused) s.ring(r, size::button);
    if (item.hovered || item.focused) s.tooltip(r, title);
    return item.clicked;
}

bool text_button(Surface& s, Id name, float x, float top, Type type, ImU32 color, std::string_view label,
                 std::string_view title) {
    const float w = s.width(type, label);
    const Rect r{x - 4, top, w + 8, type.line};
    const Item item = s.item(name, r);
    if (item.hovered) s.fill(r, s.colors.hover, size::check);
    s.text(type, x, top, color, label);
    if (item.hovered) s.horizontal(x, x + w, s.fonts.baseline(type, top) + 2, color);
    if (item.focused) s.stroke({r.x - 1, r.y - 1, r.w + 2, r.h + 2}, s.colors.accent, size::check + 1, size::ring);
    if (item.hovered || item.focused) s.tooltip(r, title);
    return item.clicked;
}

float draw_paragraph(Surface& s, LayoutCache& layouts, Type type, float x, float top, float width, ImU32 color,
                     std::string_view text, int max_lines) {
    if (text.empty()) return 0;
    const app::RichText rich = plain_text(std::string(text));
    const Layout& layout = layouts.get(s.fonts, rich, {type, width, 0, max_lines});
    draw_text(s, rich, layout, x, top, {.ink = color, .links = false}, 0);
    return layout.height();
}

}  // namespace kl::ui
