// Dear ImGui as Kamerloep needs it (IMGUI_USER_CONFIG): no demo, no debugging panels, no built-in font.
#pragma once

#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_USE_WCHAR32
// Nothing of ours is kept in files by ImGui: no imgui.ini, no log.
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FILE_FUNCTIONS

// The C library's sscanf is big and ImGui hardly needs it (instead.cpp).
#ifdef KAMERLOEP_BUILDS_IMGUI
#include <stdio.h>
int kamerloep_sscanf(const char* text, const char* format, ...);
#define sscanf kamerloep_sscanf
#ifdef __EMSCRIPTEN__  // the one without 128-bit floating point
#include <stdarg.h>
#ifdef __cplusplus
extern "C"
#endif
    int __small_vsnprintf(char* out, size_t size, const char* format, va_list arguments);
#define vsnprintf __small_vsnprintf
#endif
#endif
