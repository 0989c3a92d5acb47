// A window (or a page's canvas) to draw in: SDL2, OpenGL and ImGui started, and ended in the right order.
// Both shells use it; it knows nothing of documents.
#pragma once

#include <SDL.h>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

struct ImGuiContext;

namespace kl::shell {

struct Extent {
    float width = 0, height = 0;  // points: what the ui counts in
    int pixel_width = 0, pixel_height = 0;
};

class Window {
public:
    // `title` null: none is set (in a page it would rename the tab). nullptr: `why` says what SDL or OpenGL said.
    static std::unique_ptr<Window> open(const char* title, int width, int height, std::string& why);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // The window's own size; a page says it itself (set_extent), because only it knows the size in device pixels.
    [[nodiscard]] Extent extent() const;
    void set_extent(const Extent& extent);

    void take(SDL_Event event);  // hands an event to ImGui
    void begin();                // ImGui's frame begins
    void end(bool dark);         // … is rendered
    void show();                 // … and shown

    // Between end and show: the frame as RGB, top row first.
    [[nodiscard]] std::vector<uint8_t> pixels(uint32_t& width, uint32_t& height) const;

    // WebGL took everything away, or gave it back: what lived on the card is made again.
    void lose_device();
    void restore_device();

    [[nodiscard]] SDL_Window* handle() const { return window_; }
    [[nodiscard]] float scale() const { return scale_; }

private:
    Window() = default;
    bool start(const char* title, int width, int height);

    SDL_Window* window_ = nullptr;
    SDL_GLContext context_ = nullptr;
    ImGuiContext* imgui_ = nullptr;
    bool platform_ = false, renderer_ = false, video_ = false;
    float scale_ = 1;  // points are this many window units (where the window system counts in pixels)
    Extent given_;     // by set_extent
};

}  // namespace kl::shell
