// What SDL and ImGui's SDL2 backend ask of the parts of SDL that the web build leaves out (Sdl2.cmake): there is no gamepad,
// no renderer, and no surface in memory (windows drawn in software, cursors and icons from pictures).
#include <SDL.h>

int SDL_NumJoysticks(void) { return 0; }
SDL_bool SDL_IsGameController(int index) { return (void)index, SDL_FALSE; }
SDL_GameController* SDL_GameControllerOpen(int index) { return (void)index, NULL; }
void SDL_GameControllerClose(SDL_GameController* pad) { (void)pad; }
Uint8 SDL_GameControllerGetButton(SDL_GameController* pad, SDL_GameControllerButton button) { return (void)pad, (void)button, 0; }
Sint16 SDL_GameControllerGetAxis(SDL_GameController* pad, SDL_GameControllerAxis axis) { return (void)pad, (void)axis, 0; }

int SDL_GetRendererOutputSize(SDL_Renderer* renderer, int* w, int* h) { return (void)renderer, (void)w, (void)h, -1; }
SDL_Renderer* SDL_GetRenderer(SDL_Window* window) { return (void)window, NULL; }

SDL_Surface* SDL_CreateRGBSurface(Uint32 flags, int w, int h, int depth, Uint32 r, Uint32 g, Uint32 b, Uint32 a) {
    return (void)flags, (void)w, (void)h, (void)depth, (void)r, (void)g, (void)b, (void)a, NULL;
}
SDL_Surface* SDL_ConvertSurfaceFormat(SDL_Surface* surface, Uint32 format, Uint32 flags) {
    return (void)surface, (void)format, (void)flags, NULL;
}
void SDL_FreeSurface(SDL_Surface* surface) { (void)surface; }

// SDL's own, not in its headers.
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }
int Emscripten_CreateWindowFramebuffer(void* device, SDL_Window* window, Uint32* format, void** pixels, int* pitch) {
    return (void)device, (void)window, (void)format, (void)pixels, (void)pitch, -1;
}
int Emscripten_UpdateWindowFramebuffer(void* device, SDL_Window* window, const SDL_Rect* rects, int count) {
    return (void)device, (void)window, (void)rects, (void)count, -1;
}
void Emscripten_DestroyWindowFramebuffer(void* device, SDL_Window* window) { (void)device, (void)window; }

// Emscripten's own knows every OpenGL function by name, and so drags them all in. SDL asks only for optional extensions.
typedef void (*Function)(void);
Function eglGetProcAddress(const char* name) { return (void)name, NULL; }

// What SDL asks of the browser that the page does itself or not at all. Defined here, Emscripten's own (in JavaScript) and SDL's
// handlers for it are not linked: fingers and the wheel (web/touch.js, canvas.js: SDL would take them from the page), full
// screen, a locked pointer, a question before leaving, hidden tabs, the title of the tab.
#include <emscripten/html5.h>

#define LEFT_OUT(event, callback)                                                                                             \
    EMSCRIPTEN_RESULT emscripten_set_##event##_callback_on_thread(const char* target, void* data, EM_BOOL capture,             \
                                                                  callback f, pthread_t thread) {                              \
        return (void)target, (void)data, (void)capture, (void)f, (void)thread, EMSCRIPTEN_RESULT_NOT_SUPPORTED;                \
    }
LEFT_OUT(touchstart, em_touch_callback_func)
LEFT_OUT(touchend, em_touch_callback_func)
LEFT_OUT(touchmove, em_touch_callback_func)
LEFT_OUT(touchcancel, em_touch_callback_func)
LEFT_OUT(wheel, em_wheel_callback_func)
LEFT_OUT(pointerlockchange, em_pointerlockchange_callback_func)
LEFT_OUT(fullscreenchange, em_fullscreenchange_callback_func)

EMSCRIPTEN_RESULT emscripten_set_visibilitychange_callback_on_thread(void* data, EM_BOOL capture,
                                                                     em_visibilitychange_callback_func f, pthread_t thread) {
    return (void)data, (void)capture, (void)f, (void)thread, EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_set_beforeunload_callback_on_thread(void* data, em_beforeunload_callback f, pthread_t thread) {
    return (void)data, (void)f, (void)thread, EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_request_pointerlock(const char* target, EM_BOOL defer) {
    return (void)target, (void)defer, EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_exit_pointerlock(void) { return EMSCRIPTEN_RESULT_NOT_SUPPORTED; }
EMSCRIPTEN_RESULT emscripten_request_fullscreen_strategy(const char* target, EM_BOOL defer,
                                                         const EmscriptenFullscreenStrategy* strategy) {
    return (void)target, (void)defer, (void)strategy, EMSCRIPTEN_RESULT_NOT_SUPPORTED;
}
EMSCRIPTEN_RESULT emscripten_exit_fullscreen(void) { return EMSCRIPTEN_RESULT_NOT_SUPPORTED; }
void emscripten_set_window_title(const char* title) { (void)title; }
// Only SDL's list of displays asks; our windows are as large as their canvas. (It alone would link Emscripten's library for whole
// programs.)
void emscripten_get_screen_size(int* width, int* height) { *width = *height = 8192; }
