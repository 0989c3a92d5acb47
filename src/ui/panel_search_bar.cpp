// The top of the screen: wordmark, search field, language, colours, help. And the line at the bottom.
#include <imgui_internal.h>

#include <algorithm>

#include "ui/panels.h"

namespace kl::ui {
namespace {

constexpr float field_height = 40;

// The page's own text field lies over the frame that we draw.
void leave_room_for_host_field(View& v) {
    Surface& s = v.s;
    if (std::exchange(v.local.focus_search, false)) s.output.focus_search = true;
    if (s.input.search_focused) s.focus(id("search"), false);  // Tab goes on from here
}

#ifdef KAMERLOEP_HOST_SEARCH_FIELD
// The page always has one; ImGui's text editor (30 KB) is not linked at all.
void draw_field_text(View& v, const Rect&) { leave_room_for_host_field(v); }
#else
// ImGui writes into a buffer; the query has no greatest length.
int grow(ImGuiInputTextCallbackData* data) {
    auto* text = static_cast<std::string*>(data->UserData);
    text->resize(static_cast<size_t>(data->BufTextLen));
    data->Buf = text->data();
    return 0;
}

void draw_field_text(View& v, const Rect& area) {
    Surface& s = v.s;
    Local& l = v.local;
    if (s.input.host_search_field) return leave_room_for_host_field(v);
    // The query changed elsewhere (a link, Esc, a suggestion): the field follows, also while it is being edited.
    const bool elsewhere = v.vm.query != l.search_sent;
    if (!l.search_active || elsewhere) l.search_text = v.vm.query;
    if (elsewhere) l.search_sent = v.vm.query;
    ImFont* font = s.fonts.imgui_font(type::field.face);
    ImGui::PushFont(font, s.fonts.imgui_size(type::field));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(0, (area.h - ImGui::GetFontSize()) / 2));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 0);
    for (const ImGuiCol c : {ImGuiCol_FrameBg, ImGuiCol_FrameBgHovered, ImGuiCol_FrameBgActive, ImGuiCol_NavCursor}) {
        ImGui::PushStyleColor(c, IM_COL32_BLACK_TRANS);
    }
    ImGui::PushStyleColor(ImGuiCol_Text, s.colors.ink);
    ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, s.colors.selection);
    ImGui::PushStyleColor(ImGuiCol_InputTextCursor, s.colors.accent);
    ImGui::SetCursorScreenPos(ImVec2(area.x, area.y));
    ImGui::SetNextItemWidth(area.w);
    const ImGuiID field = ImGui::GetID("##search");
    if (std::exchange(l.focus_search, false)) ImGui::SetKeyboardFocusHere();
    if (l.search_active && s.memory.focus_moved && s.memory.focus != id("search")) ImGui::ClearActiveID();  // Tab left
    // Esc is ours (it clears); ImGui would put back what stood there before.
    if (l.search_active && ImGui::IsKeyPressed(ImGuiKey_Escape)) ImGui::ClearActiveID();
    if (elsewhere && l.search_active) {
        if (ImGuiInputTextState* state = ImGui::GetInputTextState(field)) state->ReloadUserBufAndMoveToEnd();
    }
    const bool changed = ImGui::InputText("##search", l.search_text.data(), l.search_text.capacity() + 1,
                                          ImGuiInputTextFlags_CallbackResize, grow, &l.search_text);
    const bool was = l.search_active;
    l.search_active = ImGui::IsItemActive();
    if (changed) {
        l.search_sent = l.search_text;
        v.emit(app::action::SetQuery{l.search_text, true});
    }
    const bool entered =
        was && (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
    if (entered) {
        l.search_sent = l.search_text;
        v.emit(app::action::SetQuery{l.search_text, false});
    }
    if (l.search_active) s.focus(id("search"), false);
    ImGui::PopStyleColor(7);
    ImGui::PopStyleVar(2);
    ImGui::PopFont();
}
#endif

void draw_field(View& v, const Rect& field) {
    Surface& s = v.s;
    Local& l = v.local;
    const bool focused = s.input.host_search_field ? s.input.search_focused : l.search_active;
    const bool hovered = s.hovering(field);
    s.fill(field, s.colors.panel, size::field);
    if (focused) {
        s.stroke(field, s.colors.accent, size::field, 1.5f);
    } else {
        s.stroke(field, hovered ? s.colors.box : with_alpha(s.colors.box, 0.75f), size::field, 1);
    }
    const float middle = field.y + field.h / 2;
    draw_icon(s, Icon::search, field.x + 23, middle, 16, s.colors.muted);

    float right = field.x + field.w - 8;
    if (!v.vm.query.empty()) {
        const Rect clear{right - 28, middle - 14, 28, 28};
        if (icon_button(s, id("search.clear"), clear, Icon::close, v.text("search.clear"), false)) {
            v.emit(app::action::SetQuery{"", false});
            l.focus_search = true;
            s.animate();
        }
        right = clear.x - 4;
    } else {
        right -= 6;
    }
    const std::string& count = v.vm.results.count_short;
    if (!count.empty() && field.w > 340) {
        s.text_right(type::small, right, middle - 10, s.colors.muted, count);
        right -= s.width(type::small, count) + 12;
    }
    const Rect area{s.snap(field.x + 41), s.snap(field.y + 2), std::max(20.0f, s.snap(right - field.x - 41)),
                    field.h - 4};
    s.output.search_field = area;

    // Tab halts here; the text field itself is ImGui's or the host's.
    if (s.memory.focus == id("search") && s.memory.focus_moved) l.focus_search = true;
    if (!s.input.host_search_field && v.vm.query.empty() && !l.search_active) {
        s.text_cut(type::field, area.x, middle - 10, area.w, s.colors.muted, v.text("search.placeholder"));
    }
    draw_field_text(v, area);
    const Item item = s.item(id("search"), field, true, Output::Cursor::text);
    if (item.clicked && !focused) {
        l.focus_search = true;
        s.animate();
    }
}

constexpr float open_gap = 12;

// The way to the documents; 0 where the shell has no list of them. Without room it is its icon alone.
float open_width(const View& v, bool words) {
    if (!v.s.input.host_documents) return 0;
    return open_gap + (words ? v.s.width(type::body_strong, v.text("button.open")) + 50 : field_height);
}

void draw_open(View& v, const Rect& r, bool words) {
    Surface& s = v.s;
    if (!s.input.host_documents) return;
    const std::string& label = v.text("button.open");
    bool clicked = false;
    if (words) {
        const Item item = s.item(id("open"), r);
        s.fill(r, item.hovered ? s.colors.hover : s.colors.panel, size::field);
        s.stroke(r, item.hovered ? s.colors.box : with_alpha(s.colors.box, 0.75f), size::field, 1);
        if (item.focused) s.ring(r, size::field);
        draw_icon(s, Icon::folder, r.x + 22, r.y + r.h / 2, 17, s.colors.accent);
        s.text(type::body_strong, r.x + 38, r.y + (r.h - type::body_strong.line) / 2, s.colors.ink, label);
        clicked = item.clicked;
    } else {
        clicked = icon_button(s, id("open"), r, Icon::folder, label, true);
    }
    if (clicked) v.emit(app::action::ToggleDocuments{});
}

}  // namespace

float draw_settings(View& v, float x, float y) {
    Surface& s = v.s;
    const auto word = [&](std::string_view name, const std::string& label, bool chosen, bool measure) {
        const Type type = chosen ? type::body_strong : type::body;
        const float w = s.width(type, label) + 16;
        if (measure) return std::pair(w, false);
        const Rect r{x, y, w, size::button_height};
        const Item item = s.item(id(name), r);
        if (item.hovered) s.fill(r, s.colors.hover, size::button);
        s.text_center(type, r, chosen || item.hovered ? s.colors.ink : s.colors.muted, label);
        if (item.focused) s.ring({r.x + 3, r.y + 3, r.w - 6, r.h - 6}, size::button);
        return std::pair(w, item.clicked);
    };
    using app::Language;
    const float begin = x;
    for (const auto& [name, key, language] : {std::tuple{"language.nl", "language.nl.short", Language::nl},
                                              std::tuple{"language.en", "language.en.short", Language::en}}) {
        const auto [w, clicked] = word(name, v.text(key), v.vm.language == language, false);
        if (clicked) v.emit(app::action::SetLanguage{language});
        x += w + 8;
    }
    const auto [w, clicked] = word("view", v.text("button.reading_view"), false, false);
    if (clicked) v.emit(app::action::SetView{app::View::page});
    x += w + 6;
    const bool dark = s.input.dark;
    if (icon_button(s, id("scheme"), {x, y, 32, 32}, dark ? Icon::sun : Icon::moon,
                    v.text(dark ? "button.light" : "button.dark"), false)) {
        v.emit(app::action::SetScheme{dark ? app::ColorScheme::light : app::ColorScheme::dark});
    }
    x += 36;
    if (icon_button(s, id("help"), {x, y, 32, 32}, Icon::help, v.text("button.help"), false))
        v.emit(app::action::ToggleHelp{});
    return x + 32 - begin;
}

void draw_header(View& v, const Rect& r) {
    Surface& s = v.s;
    s.fill(r, s.colors.panel);
    s.horizontal(r.x, r.x + r.w, r.y + r.h - 1, s.colors.line);
    const float middle = r.y + 32, top = middle - field_height / 2;
    const float left = v.mode == Mode::one_pane ? 13 : 24;
    draw_icon(s, Icon::logo, left + 12.5f, middle + 0.5f, 24, s.colors.accent);
    if (v.mode == Mode::one_pane) {
        const float open = open_width(v, false);
        draw_field(v, {50, top, std::max(60.0f, r.w - 62 - open), field_height});
        draw_open(v, {r.w - 12 - field_height, top, field_height, field_height}, false);
        return;
    }
    const float name_end = s.text(type::title, 60, middle - type::title.line / 2, s.colors.ink, v.text("app.name"));
    const float settings = s.width(type::body_strong, v.text("language.nl.short")) +
                           s.width(type::body, v.text("language.en.short")) +
                           s.width(type::body, v.text("button.reading_view")) + 48 + 22 + 68;
    const float settings_x = r.w - 24 - settings;
    const float field_x = std::max(v.mode == Mode::three_panes ? size::rail + 8 : 0.0f, name_end + 24);
    const float room = settings_x - 24 - field_x;
    const bool words = room > 460;
    const float open = open_width(v, words);
    const float field_w = std::clamp(room - open, 60.0f, 760.0f);
    draw_field(v, {field_x, top, field_w, field_height});
    draw_open(v, {field_x + field_w + open_gap, top, open - open_gap, field_height}, words);
    draw_settings(v, settings_x, middle - 16);
}

void draw_status(View& v, const Rect& r) {
    Surface& s = v.s;
    s.fill(r, s.colors.panel);
    s.horizontal(r.x, r.x + r.w, r.y, s.colors.line);
    constexpr Type type{Face::sans, 12.5f, 20};
    const float top = r.y + (r.h - type.line) / 2 + 0.5f;
    const float right = s.width(type, v.vm.status_right);
    float x = 24;
    const float end = r.w - 24 - right - 16;
    s.text_cut(type, x, top, end - x, s.colors.muted, v.vm.status_left);
    x += s.width(type, v.vm.status_left) + 16;
    if (x < end) s.text_cut(type, x, top, end - x, s.colors.muted, v.vm.status_repairs);
    s.text_right(type, r.w - 24, top, s.colors.muted, v.vm.status_right);
}

void draw_tabs(View& v, const Rect& r) {
    Surface& s = v.s;
    s.fill(r, s.colors.panel);
    s.horizontal(r.x, r.x + r.w, r.y, s.colors.line);
    struct Tab {
        app::Pane pane;
        const char* key;
        Icon icon;
    };
    constexpr Tab tabs[] = {{app::Pane::results, "tab.results", Icon::search},
                            {app::Pane::filters, "tab.filters", Icon::filter},
                            {app::Pane::answer, "tab.answer", Icon::reader}};
    const float w = r.w / 3;
    for (size_t i = 0; i < 3; ++i) {
        const Rect t{r.x + w * static_cast<float>(i), r.y, w, r.h};
        const bool chosen = v.vm.pane == tabs[i].pane;
        const Item item = s.item(id("tab", i), t);
        if (item.hovered) s.fill({t.x, t.y + 1, t.w, t.h - 1}, s.colors.hover);
        const ImU32 ink = chosen ? s.colors.accent : s.colors.muted;
        if (chosen) s.fill({t.x + t.w / 2 - 28, t.y, 56, 2}, s.colors.accent, 1);
        const std::string& label = v.text(tabs[i].key);
        draw_icon(s, tabs[i].icon, t.x + t.w / 2, t.y + 19, 17, ink);
        constexpr Type type{Face::sans, 12, 16};
        s.text_center(chosen ? strong(type) : type, {t.x, t.y + 32, t.w, 18}, ink, label);
        // Filters that are on are counted, so that a short list is no riddle.
        if (tabs[i].pane == app::Pane::filters && !v.vm.results.chips.empty()) {
            s.list->AddCircleFilled(ImVec2(s.snap(t.x + t.w / 2 + 13), s.snap(t.y + 12)), 4, s.colors.accent);
        }
        if (item.focused) s.stroke({t.x + 4, t.y + 4, t.w - 8, t.h - 8}, s.colors.accent, size::button, size::ring);
        if (item.clicked) v.emit(app::action::SetPane{tabs[i].pane});
    }
}

}  // namespace kl::ui
