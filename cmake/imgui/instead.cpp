// In place of parts of Dear ImGui and of C that the page would carry for nothing.
#include <stdarg.h>
#include <stdlib.h>

#include "imgui.h"
#include "imgui_internal.h"

// imgui_tables.cpp: Kamerloep has no ImGui tables or columns, and their code (with the menus and settings that only they
// need) would be linked because ImGui's core looks after them every frame. These are the doors it knocks on.
namespace ImGui {
void EndTable() {}
void TableEndCell(ImGuiTable*) {}
void TableEndRow(ImGuiTable*) {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TablePushBackgroundChannel() {}
void TablePopBackgroundChannel() {}
void TablePushColumnChannel(int) {}
void TablePopColumnChannel() {}
void TableSettingsAddSettingsHandler() {}
void EndColumns() {}
void PushColumnsBackground() {}
void PopColumnsBackground() {}
}  // namespace ImGui

// sscanf (kamerloep_imconfig.h): ImGui reads one number with it, the version in "#version 300 es".
int kamerloep_sscanf(const char* text, const char* format, ...) {
    va_list out;
    va_start(out, format);
    int read = 0;
    for (; *format != 0; ++format) {
        if (format[0] == '%' && format[1] == 'd') {
            char* end = nullptr;
            *va_arg(out, int*) = static_cast<int>(strtol(text, &end, 10));
            if (end == text) break;
            text = end;
            ++format;
            ++read;
        } else if (*format == *text) {
            ++text;
        } else {
            break;
        }
    }
    va_end(out);
    return read;
}
