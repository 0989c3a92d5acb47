// The middle: how many answers, the filters that are on, and a card for each answer.
#include <algorithm>

#include "ui/panels.h"

namespace kl::ui {
namespace {

constexpr Type note_type{Face::sans, 12, 22};
constexpr Type order_type{Face::sans, 12.5f, 20};
constexpr float card_pad_x = 17, card_pad_top = 14, card_pad_bottom = 15, card_gap = 10;

struct Margins {
    float left, right;
};
Margins margins(Mode mode) { return mode == Mode::one_pane ? Margins{8, 8} : Margins{12, 12}; }

void draw_order_menu(View& v, const Rect& anchor) {
    Surface& s = v.s;
    constexpr std::pair<search::Order, const char*> orders[] = {{search::Order::relevance, "order.relevance"},
                                                                {search::Order::document, "order.document"},
                                                                {search::Order::newest, "order.newest"}};
    float w = 0;
    for (const auto& [order, key] : orders) w = std::max(w, s.width(type::small, v.text(key)));
    w += 56;
    const Rect menu{std::max(4.0f, anchor.x + anchor.w - w), anchor.y + anchor.h + 4, w, 3 * 32 + 8};
    s.begin_layer(1);
    ImDrawList* const below = s.list;
    s.list = ImGui::GetForegroundDrawList();
    const Rect clip = s.clip;
    s.clip = s.screen;
    s.fill({menu.x - 3, menu.y - 1, menu.w + 6, menu.h + 6}, s.colors.shadow, size::button + 3);
    s.fill(menu, s.colors.panel, size::button);
    s.stroke(menu, s.colors.line, size::button, 1);
    bool close = s.key(ImGuiKey_Escape);
    float y = menu.y + 4;
    for (const auto& [order, key] : orders) {
        const Rect row{menu.x + 4, y, menu.w - 8, 32};
        const Item item = s.item(id("order", static_cast<uint64_t>(order)), row);
        if (item.hovered) s.fill(row, s.colors.hover, size::tag);
        const bool chosen = v.vm.results.order == order;
        s.text(chosen ? type::small_strong : type::small, row.x + 30, y + 6, s.colors.ink, v.text(key));
        if (chosen) draw_icon(s, Icon::check, row.x + 16, y + 16, 13, s.colors.accent);
        if (item.focused) s.stroke(row, s.colors.accent, size::tag, size::ring);
        if (item.clicked) {
            v.emit(app::action::SetOrder{order});
            close = true;
        }
        y += 32;
    }
    if (ImGui::GetIO().MouseClicked[0] && s.layer >= s.memory.top_layer && !contains(menu, ImGui::GetIO().MousePos))
        close = true;
    if (close) {
        v.local.order_menu = false;
        s.animate();
    }
    s.take_pointer();
    s.clip = clip;
    s.list = below;
    s.end_layer();
}

// Count, chips, order. Returns its height.
float draw_heading(View& v, const Rect& r, float y) {
    Surface& s = v.s;
    const app::ResultList& results = v.vm.results;
    const float left = r.x + 16, right = r.x + r.w - 12;
    const float row = 34;
    float x = left;

    // From the right: order, and where the facets are not on the screen the way to them.
    float end = right;
    if (results.total > 1 && !results.order_label.empty()) {
        const float w = s.width(order_type, results.order_label) + 14;
        const Rect rect{end - w - 4, y + 3, w + 8, 28};
        const Item item = s.item(id("order"), rect);
        if (item.hovered || v.local.order_menu) s.fill(rect, s.colors.hover, size::tag);
        s.text(order_type, rect.x + 4, y + 7, item.hovered ? s.colors.ink : s.colors.muted, results.order_label);
        draw_icon(s, Icon::down, rect.x + rect.w - 10, y + 17.5f, 12, item.hovered ? s.colors.ink : s.colors.muted);
        if (item.focused) s.ring({rect.x + 2, rect.y + 2, rect.w - 4, rect.h - 4}, size::tag);
        if (item.hovered || item.focused) s.tooltip(rect, v.text("order.label"));
        if (item.clicked) {
            v.local.order_menu = true;
            s.animate();
        }
        if (v.local.order_menu) draw_order_menu(v, rect);
        end = rect.x;
    } else {
        v.local.order_menu = false;
    }
    if (v.mode == Mode::two_panes) {
        const std::string& label = v.text("tab.filters");
        const float w = button_width(s, label) + 18;
        const Rect rect{left - 4, y + 1, w, size::button_height};
        if (button(s, id("filters"), rect, "", ButtonLook::secondary, !results.chips.empty())) {
            v.emit(app::action::SetPane{app::Pane::filters});
        }
        const ImU32 ink = results.chips.empty() ? s.colors.ink : s.colors.accent;
        draw_icon(s, Icon::filter, rect.x + 19, rect.y + 16, 14, ink);
        s.text(type::small, rect.x + 32, rect.y + 6, ink, label);
        x = rect.x + w + 12;
    }
    s.text_cut(type::heading, x, y + 7, end - x, s.colors.ink, results.heading);
    x += s.width(type::heading, results.heading) + 8;

    float bottom = y + row;
    float limit = end;
    for (const app::Chip& chip : results.chips) {
        float w = chip_width(s, chip.label, right - left);
        if (x + w > limit) {  // on to the next row, which is whole
            x = left - 4;
            y = bottom + 2;
            bottom = y + row - 2;
            limit = right;
            w = std::min(w, limit - x);
        }
        if (draw_chip(s, id("chip", chip.key, static_cast<uint64_t>(chip.facet)), {x, y + 4, w, size::chip_height},
                      chip.label, chip.title)) {
            v.emit(app::action::ToggleFilter{chip.facet, chip.key});
        }
        x += w + 8;
    }
    return bottom - r.y;
}

struct CardLayout {
    const Layout* question;
    const Layout* snippet;
    std::vector<float> tag_widths;
    float number_w, height, tags_height;
};

std::string note_of(const View& v, const app::Card& card) {
    std::string note = card.document;
    const auto add = [&](const std::string& part) {
        const std::string both[] = {note, part};
        note = note.empty() ? part : v.vm.strings->format(v.vm.language, "list.dot", both);
    };
    if (!card.match.empty()) add(card.match);
    if (!card.answered) add(v.text("results.unanswered"));
    return note;
}

// Tags in rows, then a note in words; the same walk measures (draw false) and draws.
float walk_tags(View& v, const app::Card& card, float x, float y, float width, bool draw) {
    Surface& s = v.s;
    float at = x, row = y;
    const auto room = [&](float w) {
        if (at > x && at + w > x + width) {
            at = x;
            row += size::tag_height + 6;
        }
    };
    const auto place = [&](const app::Tag& tag, TagLook look) {
        const float w = tag_width(s, tag.label);
        room(w);
        if (draw) draw_tag(s, 0, at, row, tag, look, false);
        at += w + 6;
    };
    for (const app::Tag& tag : card.ministries) place(tag, tag.stated ? TagLook::filled : TagLook::dashed);
    for (const app::Tag& tag : card.themes) place(tag, TagLook::plain);
    if (const std::string note = note_of(v, card); !note.empty()) {
        const float w = s.width(note_type, note) + 4;
        room(w);
        const float in = at > x ? 4 : 0;
        if (draw) s.text_cut(note_type, at + in, row, x + width - at - in, s.colors.muted, note);
        at += w;
    }
    return at > x || row > y ? row + size::tag_height - y : 0;
}

CardLayout lay_out_card(View& v, const app::Card& card, float width) {
    Surface& s = v.s;
    CardLayout c{};
    const float w = width - 2 * card_pad_x;
    c.number_w = card.number.empty() ? 0 : s.width(type::body_strong, card.number) + 7;
    const int lines = v.mode == Mode::one_pane ? 4 : 3;
    c.question = &v.layouts.get(s.fonts, card.question, {type::body_strong, w, c.number_w, lines});
    c.snippet = &v.layouts.get(s.fonts, card.snippet, {type::snippet, w, 0, 3});
    c.tags_height = walk_tags(v, card, 0, 0, w, false);
    c.height = card_pad_top + c.question->height() + card_pad_bottom;
    if (!c.snippet->lines.empty()) c.height += 6 + c.snippet->height();
    if (c.tags_height > 0) c.height += 9 + c.tags_height;
    return c;
}

void draw_card(View& v, const app::Card& card, const CardLayout& c, const Rect& r, bool stop) {
    Surface& s = v.s;
    const bool over = s.hovering(r);
    s.fill(r, card.selected ? s.colors.selected : s.colors.panel, size::card);
    if (over && !card.selected) s.fill(r, with_alpha(s.colors.hover, 0.5f), size::card);
    if (card.selected) {
        s.stroke({r.x - 1, r.y - 1, r.w + 2, r.h + 2}, s.colors.accent, size::card + 1, 2);
    } else {
        s.stroke(r, over ? s.colors.box : s.colors.line, size::card, 1);
    }
    const float x = r.x + card_pad_x;
    float y = r.y + card_pad_top;
    s.text(type::body_strong, x, y, s.colors.accent, card.number);
    draw_text(s, card.question, *c.question, x, y, {.ink = s.colors.ink, .links = false}, 0);
    y += c.question->height();
    if (!c.snippet->lines.empty()) {
        y += 6;
        draw_text(s, card.snippet, *c.snippet, x, y, {.ink = s.colors.muted, .links = false}, 0);
        y += c.snippet->height();
    }
    walk_tags(v, card, x, y + 9, r.w - 2 * card_pad_x, true);
    const Item item = s.item(id("card", card.id), r, stop);
    if (item.focused) s.ring(r, size::card);
    if (item.clicked) v.emit(app::action::OpenItem{card.id});
}

float draw_nothing(View& v, const Rect& r, float y) {
    Surface& s = v.s;
    const app::ResultList& results = v.vm.results;
    const float x = r.x + 16, w = r.w - 32;
    y += 8;
    y += draw_paragraph(s, v.layouts, type::body, x, y, w, s.colors.muted, results.empty_text) + 16;
    if (results.suggestions.empty()) return y;
    s.text(type::small_strong, x, y, s.colors.muted, v.text("suggest.title"));
    y += 28;
    for (size_t i = 0; i < results.suggestions.size(); ++i) {
        const app::Suggestion& suggestion = results.suggestions[i];
        const float bw = std::min(w, button_width(s, suggestion.label));
        if (button(s, id("suggestion", i), {x, y, bw, size::button_height}, suggestion.label, ButtonLook::secondary)) {
            s.output.actions.push_back(suggestion.action);
        }
        y += size::button_height + 8;
    }
    return y;
}

// Cards without words while the documents are on their way: still, so that nothing redraws.
float draw_waiting(View& v, const Rect& r, float y, Margins m) {
    Surface& s = v.s;
    s.text(type::small, r.x + 16, y, s.colors.muted, v.text("results.loading"));
    y += 30;
    for (int i = 0; i < 4; ++i) {
        const Rect card{r.x + m.left, y, r.w - m.left - m.right, 150};
        s.fill(card, s.colors.panel, size::card);
        s.stroke(card, s.colors.line, size::card, 1);
        const float w = card.w - 2 * card_pad_x;
        for (int k = 0; k < 5; ++k) {
            const float part = k == 1 || k == 4 ? 0.62f : 1.0f;
            s.fill(
                {card.x + card_pad_x, card.y + 18 + static_cast<float>(k) * 22 + (k > 1 ? 6.0f : 0.0f), w * part, 10},
                k < 2 ? s.colors.line : with_alpha(s.colors.line, 0.6f), 4);
        }
        y += card.h + card_gap;
    }
    return y;
}

}  // namespace

void draw_results(View& v, const Rect& r) {
    Surface& s = v.s;
    s.fill(r, s.colors.background);
    const app::ResultList& results = v.vm.results;
    const Margins m = margins(v.mode);
    const float top = s.begin_pane(PaneId::results, r);
    float y = top;
    if (results.cards.empty() && v.vm.loading) {
        s.end_pane(draw_waiting(v, r, y + 18, m) + 8);
        return;
    }
    y += draw_heading(v, {r.x, y, r.w, r.h}, y + (v.mode == Mode::one_pane ? 10.0f : 17.0f));
    y += 9;
    if (results.cards.empty()) y = draw_nothing(v, r, y);
    const float width = std::max(80.0f, r.w - m.left - m.right);
    bool stop_given = false;
    const bool any_selected =
        std::any_of(results.cards.begin(), results.cards.end(), [](const app::Card& c) { return c.selected; });
    for (const app::Card& card : results.cards) {
        const CardLayout c = lay_out_card(v, card, width);
        const Rect rect{r.x + m.left, y, width, c.height};
        if (card.selected && v.local.show_card) {
            s.scroll_to(PaneId::results, y - top, y - top + c.height, 16);
            v.local.show_card = false;
        }
        // One stop of Tab for the whole list: the open card, or the first; j and k move on from there.
        const bool stop = !stop_given && (card.selected || !any_selected);
        stop_given = stop_given || stop;
        const bool visible = y < r.y + r.h && y + c.height > r.y;
        if (visible) {
            draw_card(v, card, c, rect, stop);
        } else if (stop) {
            const Item item = s.item(id("card", card.id), rect, true);
            if (item.clicked) v.emit(app::action::OpenItem{card.id});
        }
        y += c.height + card_gap;
    }
    if (results.more > 0) {
        const std::string& label = v.text("button.show_more");
        const float w = button_width(s, label) + 24;
        if (button(s, id("more"), {r.x + (r.w - w) / 2, y + 6, w, size::button_height}, label, ButtonLook::secondary)) {
            v.emit(app::action::ShowMore{});
        }
        y += size::button_height + 12;
    }
    s.end_pane(y + 6);
}

}  // namespace kl::ui
