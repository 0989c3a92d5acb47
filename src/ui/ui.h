// ViewModel → ImGui panels. Knows no SDL, no files, no parser: the shell gives it an ImGui context with a frame begun,
// fonts, the size of the screen and the pixel density; it draws and returns Actions.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "app/action.h"
#include "app/view_model.h"

namespace kl::ui {

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;  // CSS pixels (points), origin top left
};

struct FontBytes {  // TTF; must stay alive as long as the Ui
    std::string_view sans, sans_strong, serif, serif_strong;
};

// What the shell tells each frame.
struct Input {
    float width = 0, height = 0;  // points
    bool dark = false;            // resolved: the user's choice, or the system's
    bool host_search_field =
        false;  // the shell lays a real text field over the search field (browser): draw only its frame
    bool host_documents = false;       // the shell shows the list of documents: a button leads there
    bool search_focused = false;       // … and whether that field has the focus
    float scroll_x = 0, scroll_y = 0;  // points to scroll the pane under the pointer by, from touch or a precise wheel
    bool reduced_motion = false;
};

// What the shell learns from a frame.
struct Output {
    app::Actions actions;
    Rect search_field;        // where the host's text field goes (text area only)
    bool animating = false;   // draw again soon, even without events
    bool wants_text = false;  // a text field of ImGui's own has the focus
    bool can_scroll = false;  // the pane under the pointer can still scroll the way of the last wheel: keep the event
    bool can_scroll_up = false, can_scroll_down = false;  // the same for either way, for the event that comes next
    float wake_after = 0;       // seconds; draw again then even without events (a message leaves); 0: no need
    bool focus_search = false;  // "/" was pressed: focus the host's field
    enum class Cursor : uint8_t { arrow, hand, text } cursor = Cursor::arrow;
};

class Ui {
public:
    explicit Ui(FontBytes fonts);  // needs a current ImGui context; sets style and fonts
    ~Ui();
    Ui(const Ui&) = delete;
    Ui& operator=(const Ui&) = delete;

    // Between ImGui::NewFrame() and ImGui::Render().
    [[nodiscard]] Output draw(const app::ViewModel& view_model, const Input& input);

    void focus_search();
    void scroll_to_item();  // bring the open item's card and the top of the reader into view

    // Whether Tab (or Shift+Tab) still has a stop within: otherwise the host should take the focus to what comes after
    // the canvas.
    [[nodiscard]] bool tab_stays(bool backwards) const;

    // Selected text of the reader, "" when nothing is selected.
    [[nodiscard]] std::string selection() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace kl::ui
