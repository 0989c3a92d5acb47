#include "shell/window.h"

#include <imgui.h>
#include <imgui_impl_opengl3.h>
#include <imgui_impl_sdl2.h>

#include <algorithm>
#include <cmath>

#ifdef __EMSCRIPTEN__
#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#else
#include <SDL_opengl.h>
#endif

namespace kl::shell {
namespace {

#ifdef __EMSCRIPTEN__
constexpr const char* glsl = "#version 300 es";
#else
constexpr const char* glsl = "#version 150";
#endif

void ask_for_opengl() {
#ifdef __EMSCRIPTEN__
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
#else
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_FLAGS, SDL_GL_CONTEXT_FORWARD_COMPATIBLE_FLAG);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 2);
#endif
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    SDL_GL_SetAttribute(SDL_GL_STENCIL_SIZE, 0);
}

#ifdef __EMSCRIPTEN__
#define KL_GL(name) name
#else
// OpenGL is found when the program runs, as ImGui's backend does: nothing to link with.
template <class Function>
Function* opengl(const char* name) {
    return reinterpret_cast<Function*>(SDL_GL_GetProcAddress(name));
}
#define KL_GL(name) opengl<decltype(name)>(#name)

// X11 counts in pixels and leaves it to programs to be larger on dense screens. Monitors seldom tell their density to
// the decimal, so it is taken in quarters.
float density_of(SDL_Window* window) {
    const char* driver = SDL_GetCurrentVideoDriver();
    float dpi = 0;
    if (driver != nullptr && SDL_strcmp(driver, "x11") == 0 &&
        SDL_GetDisplayDPI(SDL_GetWindowDisplayIndex(window), nullptr, &dpi, nullptr) == 0) {
        return std::clamp(std::round(dpi / 96.0F * 4.0F) / 4.0F, 1.0F, 4.0F);
    }
    return 1;
}
#endif

}  // namespace

std::unique_ptr<Window> Window::open(const char* title, int width, int height, std::string& why) {
    std::unique_ptr<Window> window(new Window);
    if (window->start(title, width, height)) return window;
    why = SDL_GetError();
    return nullptr;
}

bool Window::start(const char* title, int width, int height) {
#ifdef __EMSCRIPTEN__
    // Keys only when the canvas has the focus: a host page's own fields keep theirs.
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
    constexpr uint32_t flags = SDL_WINDOW_OPENGL;  // not resizable: the page sets the size in device pixels itself
#else
    constexpr uint32_t flags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
#endif
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
    video_ = true;
    ask_for_opengl();
    window_ = SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height, flags);
    if (window_ == nullptr) return false;
    context_ = SDL_GL_CreateContext(window_);
    if (context_ == nullptr) return false;
    SDL_GL_MakeCurrent(window_, context_);
#ifdef __EMSCRIPTEN__
    // Wheel and touch are read by the page, which knows whether it should scroll instead. SDL's question before leaving
    // would keep the page out of the browser's back-forward cache.
    for (const uint32_t type :
         {uint32_t{SDL_MOUSEWHEEL}, uint32_t{SDL_FINGERDOWN}, uint32_t{SDL_FINGERUP}, uint32_t{SDL_FINGERMOTION}}) {
        SDL_EventState(type, SDL_IGNORE);
    }
    emscripten_set_beforeunload_callback(nullptr, nullptr);
#else
    SDL_GL_SetSwapInterval(1);
    scale_ = density_of(window_);
    if (scale_ > 1) {
        SDL_SetWindowSize(window_, static_cast<int>(static_cast<float>(width) * scale_),
                          static_cast<int>(static_cast<float>(height) * scale_));
    }
    SDL_SetWindowMinimumSize(window_, 360, 320);
#endif
    imgui_ = ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    platform_ = ImGui_ImplSDL2_InitForOpenGL(window_, context_);
    renderer_ = platform_ && ImGui_ImplOpenGL3_Init(glsl);
    return renderer_;
}

Window::~Window() {
    if (imgui_ != nullptr) {
        ImGui::SetCurrentContext(imgui_);
        if (renderer_) ImGui_ImplOpenGL3_Shutdown();
        if (platform_) ImGui_ImplSDL2_Shutdown();
        ImGui::DestroyContext(imgui_);
    }
    if (context_ != nullptr) SDL_GL_DeleteContext(context_);
    if (window_ != nullptr) SDL_DestroyWindow(window_);
    if (video_) SDL_Quit();
}

Extent Window::extent() const {
    if (given_.pixel_width > 0) return given_;
    int width = 0, height = 0;
    Extent extent;
    SDL_GetWindowSize(window_, &width, &height);
    SDL_GL_GetDrawableSize(window_, &extent.pixel_width, &extent.pixel_height);
    extent.width = static_cast<float>(width) / scale_;
    extent.height = static_cast<float>(height) / scale_;
    return extent;
}

void Window::set_extent(const Extent& extent) {
    given_ = extent;
    // SDL scales mouse positions by its own idea of the size.
    SDL_SetWindowSize(window_, static_cast<int>(std::lround(extent.width)),
                      static_cast<int>(std::lround(extent.height)));
#ifdef __EMSCRIPTEN__
    emscripten_set_canvas_element_size("#canvas", extent.pixel_width, extent.pixel_height);
#endif
}

void Window::take(SDL_Event event) {
    if (scale_ != 1.0F && event.type == SDL_MOUSEMOTION) {
        event.motion.x = static_cast<int>(static_cast<float>(event.motion.x) / scale_);
        event.motion.y = static_cast<int>(static_cast<float>(event.motion.y) / scale_);
    }
    ImGui_ImplSDL2_ProcessEvent(&event);
}

void Window::begin() {
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    const Extent size = extent();
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {size.width, size.height};
    if (size.width > 0 && size.height > 0) {
        io.DisplayFramebufferScale = {static_cast<float>(size.pixel_width) / size.width,
                                      static_cast<float>(size.pixel_height) / size.height};
    }
#ifndef __EMSCRIPTEN__
    if (SDL_GetMouseFocus() == window_) {
        // The backend has just asked X11 where the mouse is on the whole desktop: in other units, and not always fresh.
        int x = 0, y = 0;
        SDL_GetMouseState(&x, &y);
        io.AddMousePosEvent(static_cast<float>(x) / scale_, static_cast<float>(y) / scale_);
    }
#endif
    ImGui::NewFrame();
}

void Window::end(bool dark) {
    ImGui::Render();
    const Extent size = extent();
    KL_GL(glViewport)(0, 0, size.pixel_width, size.pixel_height);
    // The ground of the theme, so that a fresh window does not flash.
    if (dark) {
        KL_GL(glClearColor)(0.071F, 0.086F, 0.114F, 1);
    } else {
        KL_GL(glClearColor)(0.961F, 0.957F, 0.941F, 1);
    }
    KL_GL(glClear)(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void Window::show() { SDL_GL_SwapWindow(window_); }

std::vector<uint8_t> Window::pixels(uint32_t& width, uint32_t& height) const {
    const Extent size = extent();
    width = static_cast<uint32_t>(size.pixel_width);
    height = static_cast<uint32_t>(size.pixel_height);
    const size_t row = size_t{width} * 3;
    std::vector<uint8_t> upside_down(row * height), out(row * height);
    KL_GL(glPixelStorei)(GL_PACK_ALIGNMENT, 1);
    KL_GL(glReadPixels)(0, 0, size.pixel_width, size.pixel_height, GL_RGB, GL_UNSIGNED_BYTE, upside_down.data());
    for (uint32_t y = 0; y < height; ++y) {
        std::copy_n(upside_down.begin() + static_cast<std::ptrdiff_t>(row * (height - 1 - y)), row,
                    out.begin() + static_cast<std::ptrdiff_t>(row * y));
    }
    return out;
}

void Window::lose_device() {
    if (renderer_) ImGui_ImplOpenGL3_Shutdown();
    renderer_ = false;
}

void Window::restore_device() {
    if (!renderer_) renderer_ = ImGui_ImplOpenGL3_Init(glsl);
}

}  // namespace kl::shell
