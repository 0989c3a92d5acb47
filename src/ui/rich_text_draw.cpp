// Lines on the screen: grounds behind words first, then the words, then what is under them.
#include <algorithm>
#include <cmath>

#include "ui/rich_text.h"

namespace kl::ui {
namespace {

constexpr float mark_lift = 0.36f;  // of the size of the text around a footnote mark

struct Box {
    float top, bottom;
};
// From the top of the tallest letters to the bottom of the lowest: what a browser paints behind inline text.
Box content_box(const Surface& s, Type type, float baseline) {
    const FaceMetrics m = s.fonts.metrics(type.face);
    return {baseline - m.ascent * type.size, baseline + m.descent * type.size};
}

// Neighbouring segments with one ground are one rounded shape.
template <class Has>
void grounds(Surface& s, const Layout& layout, const Line& line, float x, Box box, ImU32 color, float pad, Has has) {
    for (uint32_t i = 0; i < line.count;) {
        const Segment& first = layout.segments[line.first + i];
        if (!has(first)) {
            ++i;
            continue;
        }
        float end = first.x + first.width;
        for (++i; i < line.count && has(layout.segments[line.first + i]); ++i) {
            end = layout.segments[line.first + i].x + layout.segments[line.first + i].width;
        }
        // A highlight's room on the right is part of the word, that on the left of what stands before it.
        if (pad < 0) {
            s.fill({x + first.x - highlight_pad, box.top, end - first.x + highlight_pad, box.bottom - box.top}, color,
                   3);
            continue;
        }
        s.fill({x + first.x - pad, box.top, end - first.x + 2 * pad, box.bottom - box.top}, color, 3);
    }
}

void source_grounds(Surface& s, const Layout& layout, const Line& line, float x, float y) {
    const Box whole{y, y + layout.spec.type.line};
    const auto paint = [&](uint16_t style, ImU32 color) {
        grounds(s, layout, line, x, whole, color, 2, [&](const Segment& g) { return (g.style & style) != 0; });
    };
    paint(app::question, s.colors.soft);
    paint(app::note, s.colors.notice_ground);
    paint(app::furniture, with_alpha(s.colors.line, 0.8f));
    paint(app::repair, s.colors.highlight);
}

ImU32 color_of(const Surface& s, const Segment& g, const TextStyle& style) {
    if (style.source) return (g.style & (app::outside | app::furniture)) != 0 ? s.colors.muted : s.colors.ink;
    if ((g.style & app::highlight) != 0) return s.colors.ink;  // muted or accent would be too faint on it, in the dark
    if (style.links && (g.style & (app::link | app::mark)) != 0) return s.colors.accent;
    return style.ink;
}

}  // namespace

const app::Link* draw_text(Surface& s, const app::RichText& text, const Layout& layout, float x, float y,
                           const TextStyle& style, Id name, uint32_t selected_begin, uint32_t selected_end) {
    const Type type = layout.spec.type;
    const app::Link* clicked = nullptr;
    // A link over several lines is one item: every line of it answers, the first one is its place in the order of Tab.
    std::vector<char> met(style.links ? text.links.size() : 0, 0);
    const float seen_top = s.clip.y - type.line, seen_bottom = s.clip.y + s.clip.h;
    for (size_t n = 0; n < layout.lines.size(); ++n) {
        const Line& line = layout.lines[n];
        const float top = y + static_cast<float>(n) * type.line;
        const bool visible = top > seen_top && top < seen_bottom;
        if (!visible && (met.empty() || top >= seen_bottom + 4000)) {
            if (top >= seen_bottom) break;
            continue;
        }
        const float baseline = s.fonts.baseline(type, top);
        const Box box = content_box(s, type, baseline);
        if (visible) {
            if (style.source) source_grounds(s, layout, line, x, top);
            grounds(s, layout, line, x, box, s.colors.highlight, -1,
                    [](const Segment& g) { return (g.style & app::highlight) != 0; });
            if (selected_end > line.begin && selected_begin < line.end) {
                const float from = x_of(s.fonts, text, layout, n, std::max(selected_begin, line.begin));
                float to = x_of(s.fonts, text, layout, n, std::min(selected_end, line.end));
                if (selected_end > line.end) to += type.size * 0.3f;  // the blank or end of line is selected too
                s.fill({x + from, top, std::max(to - from, 2.0f), type.line}, s.colors.selection, 0);
            }
        }
        for (uint32_t i = 0; i < line.count; ++i) {
            const Segment& g = layout.segments[line.first + i];
            const bool is_link = style.links && g.link >= 0 && static_cast<size_t>(g.link) < text.links.size();
            const bool is_mark = (g.style & app::mark) != 0;
            Item item;
            if (is_link) {
                const auto which = static_cast<size_t>(g.link);
                Rect rect{x + g.x, box.top, g.width, box.bottom - box.top};
                if (is_mark) rect = {rect.x - 3, rect.y - 2, rect.w + 6, rect.h};  // a digit is hard to hit
                item = s.item(id("link", name + which), rect, met[which] == 0);
                met[which] = 1;
                if (item.clicked) clicked = &text.links[which];
                if (item.hovered || item.focused) s.tooltip(rect, text.links[which].title);
                if (item.focused && visible)
                    s.stroke({rect.x - 2, rect.y, rect.w + 4, rect.h}, s.colors.accent, 4, size::ring);
                if (item.hovered && visible) s.fill({rect.x - 1.5f, rect.y, rect.w + 3, rect.h}, s.colors.hover, 3);
            }
            if (!visible) continue;
            const ImU32 color = color_of(s, g, style);
            const Type own = style_type(type, g.style);
            const float lift = is_mark ? type.size * mark_lift : 0;
            s.fonts.draw(*s.list, own, x + g.x, s.snap(baseline - lift), color,
                         std::string_view(text.text).substr(g.begin, g.end - g.begin));
            if (is_link && !is_mark) {
                // Thickness and distance of a browser's underline at this size.
                const float thick =
                    std::max(1.0f, std::round((item.hovered ? 2.0f : 1.0f) * s.fonts.density())) / s.fonts.density();
                const float under = s.snap(baseline + std::max(2.0f, type.size * 0.19f));
                s.list->AddRectFilled(ImVec2(s.snap(x + g.x), under), ImVec2(s.snap(x + g.x + g.width), under + thick),
                                      color);
            }
        }
        if (visible && layout.cut && n + 1 == layout.lines.size()) {
            s.fonts.draw(*s.list, type, x + line.width, baseline, style.ink, " …");
        }
    }
    return clicked;
}

}  // namespace kl::ui
