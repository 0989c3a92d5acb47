// What SDL and ImGui's SDL2 backend ask of the parts of SDL that the web build leaves out: no gamepad, no renderer.
#include <SDL.h>

int SDL_NumJoysticks(void) { return 0; }
SDL_bool SDL_IsGameController(int index) { return (void)index, SDL_FALSE; }
SDL_GameController* SDL_GameControllerOpen(int index) { return (void)index, NULL; }
void SDL_GameControllerClose(SDL_GameController* pad) { (void)pad; }
Uint8 SDL_GameControllerGetButton(SDL_GameController* pad, SDL_GameControllerButton button) { return (void)pad, (void)button, 0; }
Sint16 SDL_GameControllerGetAxis(SDL_GameController* pad, SDL_GameControllerAxis axis) { return (void)pad, (void)axis, 0; }
int SDL_GetRendererOutputSize(SDL_Renderer* renderer, int* w, int* h) { return (void)renderer, (void)w, (void)h, -1; }
SDL_Renderer* SDL_GetRenderer(SDL_Window* window) { return (void)window, NULL; }
void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* renderer) { (void)renderer; }  // SDL's own, not in its headers

// Emscripten's own knows every OpenGL function by name, and so drags them all in. SDL asks only for optional extensions.
typedef void (*Function)(void);
Function eglGetProcAddress(const char* name) { return (void)name, NULL; }
