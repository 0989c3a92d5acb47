// "Bekijk bron": the file as it is, with what was made of it marked.
#include <algorithm>

#include "ui/panels.h"

namespace kl::ui {
namespace {

constexpr Type source_type{Face::sans, 13, 21};

ImU32 ground_of(const Palette& p, uint16_t style) {
    if ((style & app::question) != 0) return p.soft;
    if ((style & app::note) != 0) return p.notice_ground;
    if ((style & app::furniture) != 0) return p.line;
    if ((style & app::repair) != 0) return p.highlight;
    return p.panel;
}

float draw_legend(View& v, const app::SourceView& source, float x, float y, float width) {
    Surface& s = v.s;
    const float begin = y, left = x;
    for (const app::SourceView::Legend& entry : source.legend) {
        const float w = 20 + s.width(type::tiny, entry.label);
        if (x > left && x + w > left + width) {
            x = left;
            y += 22;
        }
        const Rect box{x, y + 3, 14, 14};
        s.fill(box, ground_of(s.colors, entry.style), 3);
        s.stroke(box, s.colors.box, 3, 1);
        // Two lines of text, in the colour the text has there.
        const ImU32 ink =
            (entry.style & (app::outside | app::furniture)) != 0 ? with_alpha(s.colors.muted, 0.5f) : s.colors.ink;
        s.horizontal(x + 3, x + 11, y + 8, ink);
        s.horizontal(x + 3, x + 9, y + 11, ink);
        s.text({Face::sans, 12, 20}, x + 20, y, s.colors.muted, entry.label);
        x += w + 16;
    }
    return source.legend.empty() ? 0 : y + 22 - begin;
}

}  // namespace

void draw_source(View& v, const Rect& r) {
    if (!v.vm.source) return;
    const app::SourceView& source = *v.vm.source;
    Surface& s = v.s;
    Local& l = v.local;
    s.fill(r, s.colors.background);
    const float pad = v.mode == Mode::one_pane || r.w < 420 ? 18 : 28;
    const float x = r.x + pad, width = std::max(60.0f, std::min(size::measure, r.w - 2 * pad));

    // The head stays while the text scrolls.
    const float head = 56;
    s.text({Face::sans_strong, 15, 24}, x, r.y + 16, s.colors.ink, v.text("source.title"));
    const float name_x = x + s.width({Face::sans_strong, 15, 24}, v.text("source.title")) + 12;
    const Rect close{r.x + r.w - pad - 28, r.y + 12, 32, 32};
    s.text_cut(type::small, name_x, r.y + 18, close.x - 8 - name_x, s.colors.muted, source.file);
    if (icon_button(s, id("source.close"), close, Icon::close, v.text("button.source_close"), false))
        v.emit(app::action::ToggleSource{});
    s.horizontal(r.x, r.x + r.w, r.y + head - 1, s.colors.line);

    const Rect body{r.x, r.y + head, r.w, std::max(0.0f, r.h - head)};
    const float top = s.begin_pane(PaneId::source, body);
    float y = top + 16;
    y += draw_legend(v, source, x, y, width) + 8;
    s.text(type::small_strong, x, y, s.colors.muted, v.text("source.diagnostics"));
    y += 24;
    if (source.diagnostics.empty())
        y += draw_paragraph(s, v.layouts, type::small, x, y, width, s.colors.muted, v.text("source.no_diagnostics"));
    for (const std::string& line : source.diagnostics) {
        s.list->AddCircleFilled(ImVec2(s.snap(x + 4), s.snap(y + 10)), 2, s.colors.notice);
        y += draw_paragraph(s, v.layouts, type::small, x + 16, y, width - 16, s.colors.ink, line) + 2;
    }
    y += 16;
    const Layout& layout = v.layouts.get(s.fonts, source.text, {source_type, width - 32, 0, 0});
    const Rect page{x, y, width, layout.height() + 28};
    s.fill(page, s.colors.panel, size::card);
    s.stroke(page, s.colors.line, size::card, 1);
    SelectableArea area(s, l.selection, id("source"), PaneId::source);
    area.draw(source.text, layout, x + 16, y + 14, {.ink = s.colors.ink, .links = false, .source = true});
    area.finish(body);
    if (l.selection.area == id("source")) l.selected = selected_text(l.selection, {&source.text});
    s.end_pane(page.y + page.h + 24);
}

}  // namespace kl::ui
