// A frame of the screen: where the panels stand, what the keys do.
#include "ui/ui.h"

#include <imgui.h>

#include <algorithm>

#include "ui/panels.h"

namespace kl::ui {

struct Ui::Impl {
    explicit Impl(const FontBytes& bytes) : fonts(bytes) {}
    Fonts fonts;
    Memory memory;
    LayoutCache layouts;
    Local local;
};

namespace {

Mode mode_of(float width) {
    if (width >= size::three_panes) return Mode::three_panes;
    return width >= size::two_panes ? Mode::two_panes : Mode::one_pane;
}

// ImGui draws nothing of itself but the text in the search field.
void set_style() {
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = ImVec2(0, 0);
    style.WindowBorderSize = 0;
    style.WindowRounding = 0;
    style.WindowMinSize = ImVec2(1, 1);
    style.FrameBorderSize = 0;
    style.ItemSpacing = ImVec2(0, 0);
    style.DisplaySafeAreaPadding = ImVec2(0, 0);
    style.FontSizeBase = type::field.size;
    style.CircleTessellationMaxError = 0.15f;
    style.CurveTessellationTol = 0.6f;
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;  // a blinking caret would redraw twice a second for ever
    io.ConfigFlags &= ~ImGuiConfigFlags_NavEnableKeyboard;
}

// ---- keys
// ------------------------------------------------------------------------------------------------------------------------

// A key that is known by the character on it, wherever the keyboard has it: as the character when the host sends text,
// otherwise by its place on a US keyboard. The other of the two, which may come a frame later, is swallowed.
bool pressed(View& v, ImGuiKey key, bool shift, char32_t character) {
    const ImGuiIO& io = ImGui::GetIO();
    Local& l = v.local;
    for (const ImWchar c : io.InputQueueCharacters) {
        if (static_cast<char32_t>(c) == character && l.swallow != character) return true;
    }
    if (io.KeyCtrl || io.KeyAlt || io.KeySuper || io.KeyShift != shift ||
        !ImGui::IsKeyPressed(key, character == 'j' || character == 'k'))
        return false;
    l.swallow = character;
    l.swallow_frames = 4;
    return true;
}

void swallow(Local& l) {
    if (l.swallow_frames <= 0) {
        l.swallow = 0;
        return;
    }
    --l.swallow_frames;
    ImVector<ImWchar>& queue = ImGui::GetIO().InputQueueCharacters;
    for (int i = 0; i < queue.Size; ++i) {
        if (static_cast<char32_t>(queue[i]) == l.swallow) queue.erase(queue.begin() + i--);
    }
}

// Esc closes what was opened last; with nothing open it clears query and filters.
void escape(View& v) {
    const app::ViewModel& vm = v.vm;
    if (v.local.order_menu) return;  // the menu does it
    if (vm.help) return v.emit(app::action::ToggleHelp{});
    if (v.mode == Mode::two_panes && vm.pane == app::Pane::filters)
        return v.emit(app::action::SetPane{app::Pane::results});
    if (vm.source) return v.emit(app::action::ToggleSource{});
    if (!v.local.selection.empty()) {
        v.local.selection = {};
        return;
    }
    if (v.mode == Mode::one_pane && vm.pane != app::Pane::results)
        return v.emit(app::action::SetPane{app::Pane::results});
    if (vm.filtered || !vm.query.empty()) v.emit(app::action::ResetAll{});
}

void open_first(View& v) {
    const auto& cards = v.vm.results.cards;
    if (cards.empty()) return;
    const auto chosen = std::find_if(cards.begin(), cards.end(), [](const app::Card& c) { return c.selected; });
    v.emit(app::action::OpenItem{chosen != cards.end() ? chosen->id : cards.front().id});
}

PaneId reading_pane(const View& v) {
    if (v.vm.help) return PaneId::dialog;
    if (v.mode == Mode::one_pane) {
        if (v.vm.pane == app::Pane::filters) return PaneId::facets;
        if (v.vm.pane == app::Pane::results) return PaneId::results;
        return v.vm.source ? PaneId::source : PaneId::reader;
    }
    return v.vm.reader ? PaneId::reader : PaneId::results;
}

void handle_keys(View& v) {
    Surface& s = v.s;
    Local& l = v.local;
    const ImGuiIO& io = ImGui::GetIO();
    swallow(l);
    const auto plain_key = [&](ImGuiKey key, bool repeat = false) {
        return !io.KeyCtrl && !io.KeyAlt && !io.KeySuper && ImGui::IsKeyPressed(key, repeat);
    };
    if (plain_key(ImGuiKey_Escape)) escape(v);
    const bool command = io.KeyCtrl || io.KeySuper;
    if (command && ImGui::IsKeyPressed(ImGuiKey_C, false) && !s.typing && !l.selected.empty())
        v.emit(app::action::CopyText{l.selected});
    if (command && ImGui::IsKeyPressed(ImGuiKey_A, false) && !s.typing && v.vm.reader) l.select_all = true;
    if (v.vm.help || s.memory.top_layer > 0) {
        if (v.vm.help && !s.typing && pressed(v, ImGuiKey_Slash, true, '?')) v.emit(app::action::ToggleHelp{});
    } else {
        // Moving works from the search field too: type, arrow down, Enter.
        const bool free = s.memory.focus == 0 || s.typing || s.memory.focus == id("search") || l.search_active ||
                          !s.memory.focus_visible;
        const bool down = plain_key(ImGuiKey_DownArrow, true), up = plain_key(ImGuiKey_UpArrow, true);
        if (free && !io.KeyShift) {
            if (down) v.emit(app::action::Step{1});
            if (up) v.emit(app::action::Step{-1});
        } else {
            if (down) s.scroll_by(reading_pane(v), 60, true);
            if (up) s.scroll_by(reading_pane(v), -60, true);
        }
        const bool enter = plain_key(ImGuiKey_Enter) || plain_key(ImGuiKey_KeypadEnter);
        if (enter && (s.memory.focus == 0 || s.typing || !s.memory.focus_visible)) open_first(v);
        if (!s.typing) {
            if (pressed(v, ImGuiKey_J, false, 'j')) v.emit(app::action::Step{1});
            if (pressed(v, ImGuiKey_K, false, 'k')) v.emit(app::action::Step{-1});
            if (pressed(v, ImGuiKey_B, false, 'b') && v.vm.reader) v.emit(app::action::ToggleSource{});
            if (pressed(v, ImGuiKey_C, false, 'c') && v.vm.reader) v.emit(app::action::CopyQuote{});
            if (pressed(v, ImGuiKey_Slash, false, '/')) {
                l.focus_search = true;
                l.swallow = '/';
                l.swallow_frames = 4;
                s.animate();
            }
            if (pressed(v, ImGuiKey_Slash, true, '?')) v.emit(app::action::ToggleHelp{});
        }
    }
    if (s.typing) return;
    const PaneId which = reading_pane(v);
    const float page = std::max(40.0f, s.pane(which).rect.h - 48);
    if (plain_key(ImGuiKey_PageDown, true)) s.scroll_by(which, page, true);
    if (plain_key(ImGuiKey_PageUp, true)) s.scroll_by(which, -page, true);
    if (plain_key(ImGuiKey_Home)) s.scroll_by(which, -1e9f, true);
    if (plain_key(ImGuiKey_End)) s.scroll_by(which, 1e9f, true);
    if (plain_key(ImGuiKey_Space, true) && (s.memory.focus == 0 || !s.memory.focus_visible))
        s.scroll_by(which, io.KeyShift ? -page : page, true);
}

// ---- layout
// ----------------------------------------------------------------------------------------------------------------------

void draw_wide(View& v, Rect area) {
    Surface& s = v.s;
    const bool source = v.vm.source && v.vm.reader;
    // Reading beside the source needs room: first the facets give way, then the list.
    const bool facets = v.mode == Mode::three_panes && (!source || area.w >= 1800);
    const bool list = !source || area.w >= 1320;
    if (facets) {
        draw_facets(v, {area.x, area.y, size::rail, area.h});
        area.x += size::rail;
        area.w -= size::rail;
    }
    if (list) {
        const float w = v.mode == Mode::three_panes ? size::list : std::clamp(area.w * 0.42f, 300.0f, 400.0f);
        draw_results(v, {area.x, area.y, w, area.h});
        area.x += w;
        area.w -= w;
    }
    const float reader_w = source ? s.snap(area.w / 2) : area.w;
    const float edge = list ? 1 : 0;  // the line between
    draw_reader(v, {area.x + edge, area.y, reader_w - edge, area.h});
    if (list) s.vertical(area.x, area.y, area.y + area.h, s.colors.line);
    if (source) {
        draw_source(v, {area.x + reader_w, area.y, area.w - reader_w, area.h});
        s.vertical(area.x + reader_w, area.y, area.y + area.h, s.colors.line);
    }
}

void draw_narrow(View& v, const Rect& area) {
    switch (v.vm.pane) {
        case app::Pane::results: draw_results(v, area); break;
        case app::Pane::filters: draw_facets(v, area); break;
        case app::Pane::answer:
            if (v.vm.source) {
                draw_source(v, area);
            } else {
                draw_reader(v, area);
            }
            break;
    }
}

// Two panes have no place for the facets: they come over the list when asked for.
void draw_drawer(View& v, const Rect& area) {
    if (v.mode != Mode::two_panes || v.vm.pane != app::Pane::filters) return;
    Surface& s = v.s;
    s.begin_layer(1);
    s.fill({0, area.y, s.screen.w, area.h}, s.colors.veil);
    const Rect drawer{area.x, area.y, std::min(320.0f, area.w - 40), area.h};
    s.fill({drawer.x + drawer.w, drawer.y, 6, drawer.h}, s.colors.shadow);
    s.fill(drawer, s.colors.background);
    s.text(type::heading, 24, drawer.y + 18, s.colors.ink, v.text("region.filters"));
    const Rect cross{drawer.x + drawer.w - 48, drawer.y + 12, 32, 32};
    if (icon_button(s, id("drawer.close"), cross, Icon::close, v.text("button.close"), false))
        v.emit(app::action::SetPane{app::Pane::results});
    draw_facets(v, {drawer.x, drawer.y + 48, drawer.w, std::max(0.0f, drawer.h - 48)});
    s.take_pointer();
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseClicked[0] && s.layer >= s.memory.top_layer && contains(area, io.MousePos) &&
        !contains(drawer, io.MousePos)) {
        v.emit(app::action::SetPane{app::Pane::results});
    }
    s.end_layer();
}

}  // namespace

Ui::Ui(FontBytes fonts) : impl_(std::make_unique<Impl>(fonts)) { set_style(); }

Ui::~Ui() = default;

Output Ui::draw(const app::ViewModel& view_model, const Input& input) {
    Output output;
    Impl& m = *impl_;
    m.fonts.begin_frame(ImGui::GetIO().DisplayFramebufferScale.x);
    m.layouts.begin_frame();

    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(ImVec2(std::max(1.0f, input.width), std::max(1.0f, input.height)));
    constexpr ImGuiWindowFlags flags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                       ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                                       ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoBackground |
                                       ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin("kamerloep", nullptr, flags);
    {
        Surface s(m.memory, m.fonts, input, output);
        View v{s, view_model, m.layouts, m.local, mode_of(input.width)};
        s.typing = input.host_search_field ? input.search_focused : m.local.search_active;
        if (m.local.selection.empty()) m.local.selected.clear();
        handle_keys(v);

        const Rect all = s.screen;
        const bool one = v.mode == Mode::one_pane;
        const float foot = one ? size::tabs : size::status;
        const float header = std::min(size::header, all.h);
        const Rect body{0, header, all.w, std::max(0.0f, all.h - header - foot)};
        s.fill(all, s.colors.background);
        draw_notices(v, body);  // first: what lies above the panels takes the pointer before them
        draw_header(v, {0, 0, all.w, header});
        if (one) {
            draw_narrow(v, body);
        } else {
            draw_wide(v, body);
        }
        const Rect bottom{0, std::max(header, all.h - foot), all.w, foot};
        if (one) {
            draw_tabs(v, bottom);
        } else {
            draw_status(v, bottom);
        }
        draw_drawer(v, body);
        draw_help(v);
        draw_tooltip(v);
        s.finish();
        output.wants_text = m.local.search_active;
    }
    ImGui::End();
    ImGui::SetMouseCursor(output.cursor == Output::Cursor::hand   ? ImGuiMouseCursor_Hand
                          : output.cursor == Output::Cursor::text ? ImGuiMouseCursor_TextInput
                                                                  : ImGuiMouseCursor_Arrow);
    return output;
}

void Ui::focus_search() { impl_->local.focus_search = true; }

void Ui::scroll_to_item() {
    impl_->local.show_card = true;
    Pane& reader = impl_->memory.panes[static_cast<size_t>(PaneId::reader)];
    reader.scroll = reader.target = 0;
}

bool Ui::tab_stays(bool backwards) const {
    const Memory& m = impl_->memory;
    if (m.stops.empty()) return false;
    if (m.top_layer > 0) return true;
    const auto here = std::find(m.stops.begin(), m.stops.end(), m.focus);
    if (here == m.stops.end()) return true;
    return backwards ? here != m.stops.begin() : here + 1 != m.stops.end();
}

std::string Ui::selection() const { return impl_->local.selection.empty() ? std::string{} : impl_->local.selected; }

}  // namespace kl::ui
