// The right: the open question with its answer, footnotes, doubts, and what can be done with them.
#include <algorithm>

#include "ui/panels.h"

namespace kl::ui {
namespace {

constexpr Type note_type{Face::serif, 15, 24};

struct Column {
    float x, width;
    [[nodiscard]] float right() const { return x + width; }
};

Column column_of(const View& v, const Rect& r) {
    const float pad = v.mode == Mode::one_pane || r.w < 480 ? 18 : r.w < 600 ? 28 : 40;
    return {r.x + pad, std::max(60.0f, std::min(size::measure, r.w - 2 * pad))};
}

void follow(View& v, const app::Link& link) {
    switch (link.kind) {
        case app::Link::Kind::item: v.emit(app::action::OpenItem{link.target}); break;
        case app::Link::Kind::search: v.emit(app::action::SetQuery{link.target, false}); break;
        case app::Link::Kind::url: v.emit(app::action::OpenUrl{link.target}); break;
        case app::Link::Kind::footnote: {
            int index = 0;
            for (const char c : link.target)
                index = c >= '0' && c <= '9' && index < 100000 ? index * 10 + (c - '0') : index;
            v.local.show_note = index;
            v.s.animate();
            break;
        }
    }
}

// "Kamerstuk 36 696, nr. 4 › Lijst van vragen en antwoorden › 12 februari 2026"; the first leads to the publication.
float draw_breadcrumb(View& v, const app::Reader& reader, Column c, float y, float right) {
    Surface& s = v.s;
    float x = c.x;
    const float begin = y;
    y += 6;
    for (size_t i = 0; i < reader.breadcrumb.size(); ++i) {
        const std::string& part = reader.breadcrumb[i];
        const float w = s.width(type::small, part);
        if (i > 0 && x + 24 + w > right) {
            // Below the buttons the whole width is free.
            x = c.x;
            y = std::max(y + 20, begin + 34);
            right = c.right();
        } else if (i > 0) {
            draw_icon(s, Icon::next, x + 12, y + 10.5f, 11, s.colors.muted);
            x += 24;
        }
        if (i == 0 && !reader.document_url.empty() && w <= right - x) {
            if (text_button(s, id("crumb"), x, y, type::small, s.colors.muted, part, v.text("button.publication"))) {
                v.emit(app::action::OpenUrl{reader.document_url});
            }
        } else {
            s.text_cut(type::small, x, y, right - x, s.colors.muted, part);
        }
        x += w;
    }
    return std::max(32.0f, y + 26 - begin);
}

float draw_head(View& v, const app::Reader& reader, Column c, float y) {
    Surface& s = v.s;
    float right = c.right();
    const Rect next{right - 30, y, 30, 32}, previous{right - 64, y, 30, 32};
    if (icon_button(s, id("previous"), previous, Icon::previous, v.text("button.previous"), true,
                    !reader.previous.empty())) {
        v.emit(app::action::OpenItem{reader.previous});
    }
    if (icon_button(s, id("next"), next, Icon::next, v.text("button.next"), true, !reader.next.empty())) {
        v.emit(app::action::OpenItem{reader.next});
    }
    right = previous.x - 12;
    if (!reader.position.empty()) {
        const float w = s.width(type::small, reader.position);
        s.text(type::small, right - w, y + 6, s.colors.muted, reader.position);
        right -= w + 16;
    }
    return draw_breadcrumb(v, reader, c, y, right);
}

// A row of buttons that wraps; returns its height.
float draw_buttons(View& v, Column c, float y) {
    Surface& s = v.s;
    struct Act {
        const char* name;
        const std::string& label;
        ButtonLook look;
        app::Action action;
        bool pressed;
    };
    const bool selected = !v.local.selected.empty();
    const Act acts[] = {
        {"copy_quote", v.text(selected ? "button.copy_selection" : "button.copy_quote"), ButtonLook::primary,
         selected ? app::Action(app::action::CopyText{v.local.selected}) : app::Action(app::action::CopyQuote{}),
         false},
        {"copy_link", v.text("button.copy_link"), ButtonLook::secondary, app::action::CopyLink{}, false},
        {"copy_citation", v.text("button.copy_citation"), ButtonLook::secondary, app::action::CopyCitation{}, false},
        {"source", v.text(v.vm.source ? "button.source_close" : "button.source"), ButtonLook::secondary,
         app::action::ToggleSource{}, v.vm.source.has_value()},
    };
    float x = c.x;
    const float begin = y;
    for (const Act& act : acts) {
        const float w = std::min(c.width, button_width(s, act.label));
        if (x > c.x && x + w > c.right()) {
            x = c.x;
            y += size::button_height + 8;
        }
        if (button(s, id(act.name), {x, y, w, size::button_height}, act.label, act.look, act.pressed))
            s.output.actions.push_back(act.action);
        x += w + 8;
    }
    return y + size::button_height - begin;
}

// What a quotation is cited as, and the way to the official text.
float draw_citation(View& v, const app::Reader& reader, Column c, float y) {
    Surface& s = v.s;
    const float height = draw_paragraph(s, v.layouts, type::small, c.x, y, c.width, s.colors.muted, reader.citation);
    if (reader.document_url.empty()) return height;
    const std::string& label = v.text("button.publication");
    const float w = s.width(type::small, label) + 22, beside = c.x + s.width(type::small, reader.citation) + 16;
    const bool fits = height <= type::small.line && beside + w <= c.right();
    const float x = fits ? beside : c.x, top = fits ? y : y + height;
    if (text_button(s, id("publication"), x, top, type::small, s.colors.accent, label, reader.document_url))
        v.emit(app::action::OpenUrl{reader.document_url});
    draw_icon(s, Icon::external, x + w - 9, top + type::small.line / 2, 12, s.colors.accent);
    return fits ? height : height + type::small.line;
}

float draw_tags(View& v, const app::Reader& reader, Column c, float y) {
    Surface& s = v.s;
    float x = c.x;
    const float begin = y;
    const auto place = [&](const app::Tag& tag, TagLook look, search::Facet facet) {
        const float w = tag_width(s, tag.label);
        if (x > c.x && x + w > c.right()) {
            x = c.x;
            y += size::tag_height + 6;
        }
        bool clicked = false;
        draw_tag(s, id("tag", tag.key, static_cast<uint64_t>(facet)), x, y, tag, look, true, &clicked);
        if (clicked) v.emit(app::action::ToggleFilter{facet, tag.key});
        x += w + 6;
    };
    using search::Facet;
    for (const app::Tag& tag : reader.ministries) {
        place(tag, tag.stated ? TagLook::filled : TagLook::dashed, tag.stated ? Facet::ministry : Facet::ministry_also);
    }
    for (const app::Tag& tag : reader.themes) place(tag, TagLook::plain, Facet::theme);
    return x > c.x || y > begin ? y + size::tag_height - begin : 0;
}

float draw_footnotes(View& v, const app::Reader& reader, SelectableArea& area, Column c, float y, float top) {
    Surface& s = v.s;
    const float begin = y;
    s.horizontal(c.x, c.x + 96, y, s.colors.box);
    y += 12;
    v.local.note_places.clear();
    for (size_t i = 0; i < reader.footnotes.size(); ++i) {
        const app::FootnoteView& note = reader.footnotes[i];
        v.local.note_places.push_back(y - top);
        const Layout& layout = v.layouts.get(s.fonts, note.text, {note_type, c.width - 28, 0, 0});
        const ImU32 ink = note.missing ? s.colors.muted : s.colors.ink;
        s.text({Face::sans_strong, 12, 24}, c.x, y, s.colors.accent, note.mark);
        if (const app::Link* link = area.draw(note.text, layout, c.x + 28, y, {.ink = ink})) follow(v, *link);
        y += layout.height() + 6;
    }
    return y - begin;
}

float draw_concepts(View& v, const app::Reader& reader, float x, float y, float width) {
    Surface& s = v.s;
    const float begin = y;
    for (size_t i = 0; i < reader.concepts.size(); ++i) {
        const app::ConceptView& concept_ = reader.concepts[i];
        const std::string where = concept_.items > 1
                                      ? v.vm.strings->count(v.vm.language, "reader.concept_items", concept_.items)
                                      : std::string{};
        const float link_w = concept_.url.empty() ? 0 : 24;
        const app::RichText label = plain_text(concept_.label);
        const Layout& layout = v.layouts.get(s.fonts, label, {type::small, std::max(40.0f, width - link_w), 0, 0});
        const Rect row{x - 4, y, layout.lines.size() == 1 ? layout.lines[0].width + 8 : width - link_w + 4,
                       layout.height()};
        const Item item = concept_.query.empty() ? Item{} : s.item(id("concept", i), row);
        if (item.hovered) s.fill(row, s.colors.hover, size::check);
        draw_text(s, label, layout, x, y, {.ink = s.colors.ink, .links = false}, 0);
        if (item.focused) s.stroke(row, s.colors.accent, size::check, size::ring);
        if (item.hovered || item.focused) {
            const std::string named[] = {concept_.label};
            s.tooltip(row, v.vm.strings->format(v.vm.language, "reader.concept_search", named));
        }
        if (item.clicked) v.emit(app::action::SetQuery{concept_.query, false});
        float end = layout.lines.empty() ? x : x + layout.lines.back().width;
        if (!concept_.url.empty()) {
            const Rect out{end + 3, y + layout.height() - 20, 20, 20};
            if (icon_button(s, id("concept.url", i), out, Icon::external, concept_.url, false))
                v.emit(app::action::OpenUrl{concept_.url});
            end = out.x + 20;
        }
        // What it is and where else, in the rest of the line when there is one.
        std::string more = concept_.kind;
        if (!where.empty()) {
            const std::string both[] = {more, where};
            more = more.empty() ? where : v.vm.strings->format(v.vm.language, "list.dot", both);
        }
        const float more_w = s.width(type::tiny, more);
        if (end + 8 + more_w <= x + width) {
            s.text(type::tiny, end + 8, y + layout.height() - 18, s.colors.muted, more);
        } else if (!more.empty()) {
            s.text_cut(type::tiny, x, y + layout.height() - 1, width, s.colors.muted, more);
            y += 16;
        }
        y += layout.height() + 2;
    }
    return y - begin;
}

// Named, why, references, promises, keywords: in two columns where there is room, each next one in the shorter.
float draw_details(View& v, const app::Reader& reader, Column c, float y) {
    Surface& s = v.s;
    const bool two = c.width >= 520;
    const float gap = 17, width = two ? (c.width - gap) / 2 : c.width;
    float bottom[2] = {y, y};
    const auto section = [&](const std::string& title, int column, auto draw) {
        const size_t k = two ? static_cast<size_t>(column) : 0;
        const float x = c.x + (two ? static_cast<float>(column) * (width + gap) : 0);
        s.text(type::small_strong, x, bottom[k], s.colors.muted, title);
        bottom[k] += 24;
        bottom[k] += draw(x, bottom[k]) + 16;
    };
    const auto lines = [&](const std::vector<std::string>& texts, ImU32 ink) {
        return [&, ink](float x, float top) {
            const float begin = top;
            for (const std::string& line : texts)
                top += draw_paragraph(s, v.layouts, type::small, x, top, width, ink, line) + 4;
            return top - begin;
        };
    };
    const auto shorter = [&] { return bottom[1] < bottom[0] ? 1 : 0; };
    if (!reader.concepts.empty()) {
        section(v.text("reader.concepts"), 0,
                [&](float x, float top) { return draw_concepts(v, reader, x, top, width); });
    }
    if (!reader.why.empty()) section(reader.why_title, 1, lines(reader.why, s.colors.muted));
    if (!reader.promises.empty()) section(v.text("reader.promises"), shorter(), lines(reader.promises, s.colors.ink));
    if (!reader.references.empty()) {
        section(v.text("reader.references"), shorter(), [&](float x, float top) {
            const float begin = top;
            for (size_t i = 0; i < reader.references.size(); ++i) {
                const app::ReferenceView& reference = reader.references[i];
                bool cut = false;
                const std::string label(s.fonts.fitting(type::small, reference.label, width, cut));
                if (reference.url.empty()) {
                    s.text(type::small, x, top, s.colors.ink, label);
                } else if (text_button(s, id("reference", i), x, top, type::small, s.colors.accent, label,
                                       reference.url)) {
                    v.emit(app::action::OpenUrl{reference.url});
                }
                top += 20;
            }
            return top - begin;
        });
    }
    if (!reader.keywords.empty()) {
        section(v.text("reader.keywords"), shorter(), [&](float x, float top) {
            float at = x, row = top + 2;
            for (const app::Tag& tag : reader.keywords) {
                const float w = tag_width(s, tag.label);
                if (at > x && at + w > x + width) at = x, row += size::tag_height + 6;
                bool clicked = false;
                draw_tag(s, id("keyword", tag.key), at, row, tag, TagLook::plain, true, &clicked);
                if (clicked) v.emit(app::action::ToggleFilter{search::Facet::keyword, tag.key});
                at += w + 6;
            }
            return row + size::tag_height - top;
        });
    }
    return std::max(bottom[0], bottom[1]) - y;
}

void draw_empty(View& v, const Rect& r) {
    Surface& s = v.s;
    if (v.vm.loading) return;  // the list says it
    const float y = r.y + std::max(24.0f, r.h * 0.36f);
    draw_icon(s, Icon::logo, r.x + r.w / 2, y, 44, s.colors.box);
    const std::string& text = v.text(v.vm.results.cards.empty() ? "app.tagline" : "reader.empty");
    const float width = std::min(r.w - 32, 360.0f);
    const app::RichText rich = plain_text(text);
    const Layout& layout = v.layouts.get(s.fonts, rich, {type::body, std::max(40.0f, width), 0, 0});
    float widest = 0;
    for (const Line& line : layout.lines) widest = std::max(widest, line.width);
    draw_text(s, rich, layout, r.x + (r.w - widest) / 2, y + 40, {.ink = s.colors.muted, .links = false}, 0);
}

}  // namespace

void draw_reader(View& v, const Rect& r) {
    Surface& s = v.s;
    Local& l = v.local;
    s.fill(r, s.colors.panel);
    Pane& pane = s.pane(PaneId::reader);
    const std::string shown = v.vm.reader ? v.vm.reader->id : std::string{};
    if (shown != l.reader_id) {
        l.reader_id = shown;
        l.selection = {};
        l.show_note = -1;
        l.show_card = true;
        pane.scroll = pane.target = 0;
        pane.seen = -1;
    }
    if (!v.vm.reader) {
        s.begin_pane(PaneId::reader, r);
        draw_empty(v, r);
        s.end_pane(r.y);
        return;
    }
    const app::Reader& reader = *v.vm.reader;
    const Column c = column_of(v, r);
    const float top = s.begin_pane(PaneId::reader, r);
    float y = top + (v.mode == Mode::one_pane ? 20 : 24);
    SelectableArea area(s, l.selection, id("reader"), PaneId::reader);

    y += draw_head(v, reader, c, y) + 14;
    const float number_w = reader.number.empty() ? 0 : s.width(type::question, reader.number) + 11;
    s.text(type::question, c.x, y, s.colors.accent, reader.number);
    for (size_t i = 0; i < reader.question.size(); ++i) {
        const Layout& layout =
            v.layouts.get(s.fonts, reader.question[i], {type::question, c.width, i == 0 ? number_w : 0, 0});
        if (const app::Link* link = area.draw(reader.question[i], layout, c.x, y, {.ink = s.colors.ink}))
            follow(v, *link);
        y += layout.height() + (i + 1 < reader.question.size() ? 10.0f : 0.0f);
    }
    y += 6;
    y += draw_paragraph(s, v.layouts, type::small, c.x, y, c.width, s.colors.muted, reader.answered_by);
    if (const float h = draw_tags(v, reader, c, y + 8); h > 0) y += h + 8;
    y += 16;
    for (const app::RichText& paragraph : reader.answer) {
        const Layout& layout = v.layouts.get(s.fonts, paragraph, {type::answer, c.width, 0, 0});
        if (const app::Link* link = area.draw(paragraph, layout, c.x, y, {.ink = s.colors.ink})) follow(v, *link);
        y += layout.height() + 14;
    }
    if (!reader.no_answer.empty()) {
        y += draw_paragraph(s, v.layouts, type::answer, c.x, y, c.width, s.colors.muted, reader.no_answer) + 14;
    }
    if (!reader.footnotes.empty()) y += draw_footnotes(v, reader, area, c, y + 2, top) + 10;
    for (size_t i = 0; i < reader.notices.size(); ++i) {
        y += draw_notice(v, id("reader.notice", i), c.x, y, c.width, reader.notices[i]) + 8;
    }
    y += 10;
    y += draw_buttons(v, c, y);
    if (!reader.citation.empty()) {
        y += 10;
        y += draw_citation(v, reader, c, y);
    }
    y += 16;
    s.horizontal(c.x, c.right(), y, s.colors.line);
    y += 14;
    y += draw_details(v, reader, c, y);

    if (l.show_note >= 0) {
        if (static_cast<size_t>(l.show_note) < l.note_places.size()) {
            const float place = l.note_places[static_cast<size_t>(l.show_note)];
            s.scroll_to(PaneId::reader, place - 40, place + 60, 20);
        }
        l.show_note = -1;
    }
    if (std::exchange(l.select_all, false)) area.select_all();
    area.finish(r);
    if (l.selection.area == id("reader")) {
        std::vector<const app::RichText*> blocks;
        for (const app::RichText& t : reader.question) blocks.push_back(&t);
        for (const app::RichText& t : reader.answer) blocks.push_back(&t);
        for (const app::FootnoteView& f : reader.footnotes) blocks.push_back(&f.text);
        l.selected = selected_text(l.selection, blocks);
    }
    s.end_pane(y + 24);
}

}  // namespace kl::ui
