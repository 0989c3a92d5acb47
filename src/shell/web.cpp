// The browser's shell: a C ABI that web/engine.js calls. One module instance is one explorer; everything of it lives in
// `explorer`. Strings go in as (pointer, length) and come out as a pointer with kl_result_size(); no embind, which
// would need eval.
//
// The core works without the canvas: kl_canvas_start may fail (no WebGL) and the HTML mirror goes on with the rest.

#include <emscripten.h>
#include <imgui.h>

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

#include "app/app.h"
#include "app/link.h"
#include "assets/embedded.h"
#include "read/source_text_json.h"
#include "shell/frame.h"
#include "shell/window.h"
#include "ui/ui.h"

// clang-format off
EM_JS_DEPS(kamerloep, "$specialHTMLTargets,$UTF8ToString");
// SDL calls its canvas "#canvas" in code; several explorers stand on one page and each in a shadow root.
EM_JS(void, kl_js_bind_canvas, (), { specialHTMLTargets["#canvas"] = Module["canvas"]; })
EM_JS(void, kl_js_unbind_canvas, (), { delete specialHTMLTargets["#canvas"]; })
EM_JS(void, kl_js_effect, (int kind, const char* text, size_t size), { Module["onEffect"](kind, UTF8ToString(text, size)); })
// clang-format on

namespace {

using namespace kl;

struct Explorer {
    app::App app;
    std::unique_ptr<shell::Window> window;
    std::unique_ptr<ui::Ui> ui;
    std::unique_ptr<shell::Frame> frame;
    ui::Input input;
    ui::Output output;
    std::string result;
    uint64_t drawn = 0;  // by windows that are gone
};
std::unique_ptr<Explorer> explorer;

const char* give(std::string text) {
    explorer->result = std::move(text);
    return explorer->result.c_str();
}

void send_effects() {
    for (const app::Effect& effect : explorer->app.take_effects()) {
        if (effect.kind == app::Effect::Kind::focus_item && explorer->ui) explorer->ui->scroll_to_item();
        kl_js_effect(static_cast<int>(effect.kind), effect.text.data(), effect.text.size());
    }
}

ui::FontBytes fonts() {
    using assets::fonts::find;
    return {.sans = find("inter-400.ttf"),
            .sans_strong = find("inter-600.ttf"),
            .serif = find("source-serif-4-400.ttf"),
            .serif_strong = find("source-serif-4-600.ttf")};
}

app::Origin origin(int by_user) { return by_user != 0 ? app::Origin::added : app::Origin::given; }

enum FrameResult : uint32_t { more = 1, focus_search = 2, can_scroll = 4, drew = 8, wants_text = 16 };

}  // namespace

#define KL_EXPORT extern "C" EMSCRIPTEN_KEEPALIVE

KL_EXPORT void* kl_alloc(size_t size) { return std::malloc(size == 0 ? 1 : size); }
KL_EXPORT void kl_free(void* bytes) { std::free(bytes); }
KL_EXPORT size_t kl_result_size() { return explorer->result.size(); }

KL_EXPORT void kl_create() { explorer = std::make_unique<Explorer>(); }

// ---- documents ----------------------------------------------------------------------------------------------------
// Adding gives app::Added as JSON; nothing has been said to the user yet. `by_user`: app::Origin.
KL_EXPORT const char* kl_add_file(const char* bytes, size_t size, const char* name, size_t name_size, int by_user) {
    return give(app::to_json(explorer->app.take_file({bytes, size}, {name, name_size}, origin(by_user))));
}
// Which of the readers' module a file needs ("" when the engine reads it itself), and what that module made of it.
KL_EXPORT const char* kl_reader_needed(const char* bytes, size_t size) {
    return give(std::string(read::reader_needed({bytes, size})));
}
KL_EXPORT const char* kl_add_source(const char* json, size_t size, int by_user) {
    auto source = read::source_text_from_json({json, size});
    if (!source) return give(R"({"documents":[],"notices":[{"level":"error","key":"error.source_invalid"}]})");
    return give(app::to_json(explorer->app.take_source(std::move(*source), origin(by_user))));
}
KL_EXPORT const char* kl_documents() { return give(app::to_json(explorer->app.documents())); }
KL_EXPORT void kl_commit() {
    explorer->app.commit();
    send_effects();
}
KL_EXPORT void kl_set_loading(uint32_t documents) { explorer->app.set_loading(documents); }
KL_EXPORT void kl_load_failed(const char* what, size_t size) { explorer->app.load_failed({what, size}); }

// ---- State --------------------------------------------------------------------------------------------------------
KL_EXPORT int kl_dispatch(const char* json, size_t size) {
    const auto action = app::action_from_json({json, size});
    if (!action) return 0;
    explorer->app.dispatch(*action);
    send_effects();
    return 1;
}
KL_EXPORT void kl_add_strings(const char* tsv, size_t size) { explorer->app.add_strings({tsv, size}); }
KL_EXPORT double kl_revision() { return static_cast<double>(explorer->app.revision()); }
KL_EXPORT const char* kl_view_model() { return give(app::to_json(explorer->app.view_model())); }
KL_EXPORT const char* kl_strings() {
    return give(app::strings_json(explorer->app.strings(), explorer->app.state().language));
}
KL_EXPORT const char* kl_hash() { return give(app::to_link(explorer->app.state())); }
KL_EXPORT void kl_set_page_address(const char* address, size_t size) {
    explorer->app.set_page_address({address, size});
}
// A font for the HTML face: the same bytes that the canvas draws with.
KL_EXPORT const char* kl_font(const char* name, size_t size) {
    return give(std::string(assets::fonts::find({name, size})));
}

// ---- canvas -------------------------------------------------------------------------------------------------------
KL_EXPORT int kl_canvas_start(float width, float height, int pixel_width, int pixel_height) {
    kl_js_bind_canvas();
    std::string why;
    explorer->window = shell::Window::open(nullptr, static_cast<int>(width), static_cast<int>(height), why);
    if (!explorer->window) {
        kl_js_unbind_canvas();
        return 0;
    }
    // The page shows the cursor itself: it knows the canvas, SDL in a shadow root does not.
    ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    explorer->window->set_extent({width, height, pixel_width, pixel_height});
    explorer->ui = std::make_unique<ui::Ui>(fonts());
    explorer->frame = std::make_unique<shell::Frame>(explorer->app, *explorer->ui);
    return 1;
}
KL_EXPORT void kl_canvas_stop() {
    if (!explorer->window) return;
    explorer->drawn += explorer->frame->drawn();
    explorer->frame.reset();
    explorer->ui.reset();
    explorer->window.reset();
    kl_js_unbind_canvas();
}
KL_EXPORT void kl_canvas_lost() {
    if (explorer->window) explorer->window->lose_device();
}
KL_EXPORT void kl_canvas_restored() {
    if (!explorer->window) return;
    explorer->window->restore_device();
    explorer->frame->wake(3);
}
KL_EXPORT void kl_set_extent(float width, float height, int pixel_width, int pixel_height) {
    if (!explorer->window) return;
    explorer->window->set_extent({width, height, pixel_width, pixel_height});
    explorer->frame->wake();
}
KL_EXPORT void kl_set_input(int dark, int search_focused, int reduced_motion) {
    explorer->input.dark = dark != 0;
    explorer->input.host_search_field = true;
    explorer->input.host_documents = true;
    explorer->input.search_focused = search_focused != 0;
    explorer->input.reduced_motion = reduced_motion != 0;
    if (explorer->frame) explorer->frame->wake();
}
// Touch, wheel and what else the page reads for us. `down`: 1 pressed, 0 released, -1 only moved, -2 left the canvas.
KL_EXPORT void kl_scroll(float dx, float dy) {
    explorer->input.scroll_x += dx;
    explorer->input.scroll_y += dy;
    if (explorer->frame) explorer->frame->wake();
}
KL_EXPORT void kl_pointer(float x, float y, int down) {
    if (!explorer->window) return;
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    if (down == -2) {
        constexpr float nowhere = -3.4e38F;
        io.AddMousePosEvent(nowhere, nowhere);
    } else {
        io.AddMousePosEvent(x, y);
        if (down >= 0) io.AddMouseButtonEvent(0, down == 1);
    }
    explorer->frame->wake();
}
KL_EXPORT void kl_character(uint32_t code_point) {
    if (explorer->window) ImGui::GetIO().AddInputCharacter(code_point);
}
KL_EXPORT void kl_wake() {
    if (explorer->frame) explorer->frame->wake();
}

// Draws when a frame is due. Returns FrameResult.
KL_EXPORT uint32_t kl_frame() {
    if (!explorer->window) return 0;
    SDL_Event event;
    while (SDL_PollEvent(&event) != 0) {
        explorer->window->take(event);
        explorer->frame->wake();
    }
    if (!explorer->frame->needed()) return 0;
    explorer->window->begin();
    const shell::Extent extent = explorer->window->extent();
    explorer->input.width = extent.width;
    explorer->input.height = extent.height;
    explorer->output = explorer->frame->run(explorer->input);
    explorer->input.scroll_x = explorer->input.scroll_y = 0;
    explorer->window->end(explorer->input.dark);
    explorer->window->show();
    send_effects();
    uint32_t result = drew;
    if (explorer->frame->needed()) result |= more;
    if (explorer->output.focus_search) result |= focus_search;
    if (explorer->output.can_scroll) result |= can_scroll;
    if (explorer->output.wants_text) result |= wants_text;
    return result;
}
KL_EXPORT double kl_frames_drawn() {
    return static_cast<double>(explorer->drawn + (explorer->frame ? explorer->frame->drawn() : 0));
}
// x, y, width, height of the search field, cursor (0 arrow, 1 hand, 2 text), seconds after which to draw again (0: no
// need).
KL_EXPORT const float* kl_output() {
    static float out[6];
    const ui::Rect& field = explorer->output.search_field;
    out[0] = field.x;
    out[1] = field.y;
    out[2] = field.w;
    out[3] = field.h;
    out[4] = static_cast<float>(explorer->output.cursor);
    out[5] = explorer->output.wake_after;
    return out;
}
KL_EXPORT const char* kl_selection() { return give(explorer->ui ? explorer->ui->selection() : std::string()); }

KL_EXPORT int kl_tab_stays(int backwards) { return explorer->ui && explorer->ui->tab_stays(backwards != 0) ? 1 : 0; }

KL_EXPORT void kl_destroy() {
    if (!explorer) return;
    kl_canvas_stop();
    explorer.reset();
}

int main() { return 0; }
