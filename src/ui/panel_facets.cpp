// The left rail: what the answers can be narrowed by, each value with its exact count and a bar.
#include <algorithm>

#include "ui/panels.h"

namespace kl::ui {
namespace {

using search::Facet;

constexpr float pad = 24, indent = 22, label_left = 26, row_gap = 8;

float draw_value(View& v, Facet facet, const app::FacetValueView& value, float x, float y, float right) {
    Surface& s = v.s;
    const float in = value.level > 1 ? indent : 0;
    const float label_x = x + in + label_left;
    const float count_w = s.width(type::small, value.count_text);
    const Type type = value.selected ? type::body_strong : type::body;
    const app::RichText label = plain_text(value.label);
    const Layout& layout = v.layouts.get(s.fonts, label, {type, std::max(20.0f, right - label_x - count_w - 6), 0, 3});
    const float h = layout.height();
    const Rect row{x - 6, y - 2, right - x + 12, h + row_gap};
    const Item item = s.item(id("facet", value.key, static_cast<uint64_t>(facet)), row);
    if (item.hovered) s.fill(row, s.colors.hover, size::tag);
    draw_checkbox(s, x + in, y + (h - size::checkbox) / 2, value.selected, value.inferred, item.hovered);
    const bool none = value.count == 0 && !value.selected;
    draw_text(s, label, layout, label_x, y, {.ink = none ? s.colors.muted : s.colors.ink, .links = false}, 0);
    s.text_right(type::small, right, y + (h - 20) / 2, s.colors.muted, value.count_text);
    const float bar_y = y + h + 1.5f, bar_w = right - label_x;
    s.fill({label_x, bar_y, bar_w, 2}, s.colors.soft, 1);
    if (value.share > 0)
        s.fill({label_x, bar_y, std::max(2.0f, bar_w * std::clamp(value.share, 0.0f, 1.0f)), 2}, s.colors.bar, 1);
    if (item.focused) s.stroke({row.x - 2, row.y - 1, row.w + 4, row.h + 2}, s.colors.accent, size::button, size::ring);
    if (item.hovered || item.focused) s.tooltip(row, value.title, true);
    if (item.clicked) v.emit(app::action::ToggleFilter{facet, value.key});
    return h + row_gap;
}

float draw_section(View& v, const app::FacetSection& section, float x, float y, float right) {
    Surface& s = v.s;
    const float begin = y;
    if (!section.title.empty()) {
        s.text_cut(type::small, x, y, right - x, s.colors.muted, section.title);
        y += 26;
    }
    for (const app::FacetValueView& value : section.values) y += draw_value(v, section.facet, value, x, y, right);
    if (section.more > 0 || section.expanded) {
        const std::string n[] = {v.vm.strings->number(v.vm.language, section.values.size() + section.more)};
        const std::string label =
            section.expanded ? v.text("button.show_fewer") : v.vm.strings->format(v.vm.language, "button.show_all", n);
        if (text_button(s, id("facet.more", static_cast<uint64_t>(section.facet)), x + label_left, y, type::small,
                        s.colors.accent, label)) {
            v.emit(app::action::ExpandFacet{section.facet});
        }
        y += 24;
    }
    return y - begin;
}

// Skeleton rows while the documents are on their way.
float draw_waiting(View& v, float x, float y, float right) {
    Surface& s = v.s;
    for (int i = 0; i < 8; ++i) {
        const float w = (right - x) * (i % 3 == 0 ? 0.75f : i % 3 == 1 ? 0.5f : 0.62f);
        s.fill({x, y + 2, 16, 16}, s.colors.line, size::check);
        s.fill({x + label_left, y + 5, w - label_left, 10}, s.colors.line, 4);
        y += 28;
    }
    return y;
}

}  // namespace

void draw_facets(View& v, const Rect& r) {
    Surface& s = v.s;
    s.fill(r, s.colors.background);
    const float top = s.begin_pane(PaneId::facets, r);
    const float x = r.x + (v.mode == Mode::one_pane ? 18 : pad);
    const float right = r.x + r.w - (v.mode == Mode::one_pane ? 18 : v.mode == Mode::three_panes ? 16 : pad);
    float y = top + 17;
    if (v.mode == Mode::one_pane) {
        draw_settings(v, x - 8, y - 5);
        y += 40;
    }
    if (v.vm.facets.empty() && v.vm.loading) y = draw_waiting(v, x, y, right);
    bool first = true;
    for (const app::FacetPanel& panel : v.vm.facets) {
        const bool nothing =
            std::all_of(panel.sections.begin(), panel.sections.end(), [](const auto& c) { return c.values.empty(); });
        if (nothing) continue;
        s.text(type::small_strong, x, y, s.colors.muted, panel.title);
        if (first && !v.vm.results.chips.empty()) {
            const std::string& label = v.text("button.clear_filters");
            if (text_button(s, id("facets.reset"), right - s.width(type::small, label), y, type::small, s.colors.accent,
                            label)) {
                v.emit(app::action::ResetFilters{});
            }
        }
        first = false;
        y += !panel.sections.empty() && !panel.sections[0].title.empty() ? 23.0f : 28.0f;
        bool second = false;
        for (const app::FacetSection& section : panel.sections) {
            if (section.values.empty() && section.more == 0) continue;
            if (second) y += section.title.empty() ? 0.0f : 5.0f;
            y += draw_section(v, section, x, y, right);
            second = true;
        }
        // "Raakt ook" is inferred: it can be switched off.
        const bool inferable = std::any_of(panel.sections.begin(), panel.sections.end(),
                                           [](const auto& c) { return c.facet == Facet::ministry_also; });
        if (inferable) {
            const std::string& label = v.text("facet.ministry.inferred_switch");
            const app::RichText rich = plain_text(label);
            const Layout& layout = v.layouts.get(s.fonts, rich, {type::small, right - x - label_left, 0, 3});
            const Rect row{x - 6, y - 1, right - x + 12, layout.height() + 2};
            const Item item = s.item(id("inferred"), row);
            if (item.hovered) s.fill(row, s.colors.hover, size::tag);
            draw_checkbox(s, x, y + (layout.height() - 16) / 2, v.vm.inferred, false, item.hovered);
            draw_text(s, rich, layout, x + label_left, y, {.ink = s.colors.muted, .links = false}, 0);
            if (item.focused)
                s.stroke({row.x - 2, row.y - 1, row.w + 4, row.h + 2}, s.colors.accent, size::button, size::ring);
            if (item.clicked) v.emit(app::action::SetInferred{!v.vm.inferred});
            y += layout.height() + 6;
        }
        y += 18;
    }
    s.end_pane(y + 8);
}

}  // namespace kl::ui
