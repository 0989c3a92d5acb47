// The panels of the screen. Each draws a part of the ViewModel in a rectangle and emits Actions; none keeps what the
// State keeps.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "app/view_model.h"
#include "ui/rich_text.h"
#include "ui/surface.h"
#include "ui/widgets.h"

namespace kl::ui {

enum class Mode : uint8_t { one_pane, two_panes, three_panes };

// Passing things of the canvas alone, that a link need not restore.
struct Local {
    std::string search_text;  // of ImGui's own field
    std::string search_sent;  // the last query it sent, to see when it changed elsewhere
    bool focus_search = false;
    bool search_active = false;
    bool order_menu = false;
    std::string reader_id;   // what the reader showed last: another item begins at its top
    bool show_card = false;  // bring the open item's card into view
    int show_note = -1;      // … a footnote
    std::vector<float> note_places;
    Selection selection;
    std::string selected;  // its text
    bool select_all = false;
    std::vector<std::pair<std::string, double>> toasts;  // when each was first seen
    char32_t swallow = 0;  // a character whose key was acted on, and must not be typed as well
    int swallow_frames = 0;
    bool field_revert = false;
};

struct View {
    Surface& s;
    const app::ViewModel& vm;
    LayoutCache& layouts;
    Local& local;
    Mode mode;

    template <class A>
    void emit(A action) {
        s.output.actions.emplace_back(std::move(action));
    }
    [[nodiscard]] const std::string& text(std::string_view key) const { return vm.text(key); }
};

void draw_header(View& v, const Rect& rect);
void draw_facets(View& v, const Rect& rect);
void draw_results(View& v, const Rect& rect);
void draw_reader(View& v, const Rect& rect);
void draw_source(View& v, const Rect& rect);
void draw_status(View& v, const Rect& rect);
void draw_tabs(View& v, const Rect& rect);
void draw_notices(View& v, const Rect& rect);  // messages over the panels
void draw_help(View& v);
void draw_tooltip(View& v);
// A message inside a panel; returns its height.
float draw_notice(View& v, Id name, float x, float y, float width, const app::NoticeView& notice);
// Language, colours, reading view and help, in a row; where a narrow screen has no place for them in its header.
float draw_settings(View& v, float x, float y);

}  // namespace kl::ui
