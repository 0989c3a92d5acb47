// The small things panels are made of.
#pragma once

#include <string_view>

#include "app/view_model.h"
#include "ui/surface.h"

namespace kl::ui {

enum class Icon : uint8_t {
    search,
    close,
    moon,
    sun,
    help,
    previous,
    next,
    down,
    check,
    external,
    filter,
    reader,
    logo,
    pages,
    globe,
    folder
};
// In the square of `size` points around a middle.
void draw_icon(const Surface& s, Icon icon, float x, float y, float size, ImU32 color);

void draw_checkbox(const Surface& s, float x, float y, bool on, bool inferred, bool hovered);

// Filled: stated; dashed: inferred; plain: a theme or keyword. Returns its width.
enum class TagLook : uint8_t { filled, dashed, plain };
[[nodiscard]] float tag_width(const Surface& s, std::string_view label);
float draw_tag(Surface& s, Id name, float x, float y, const app::Tag& tag, TagLook look, bool clickable,
               bool* clicked = nullptr);

// A filter that is on: its label and a cross.
[[nodiscard]] float chip_width(const Surface& s, std::string_view label, float most);
bool draw_chip(Surface& s, Id name, const Rect& rect, std::string_view label, std::string_view title);

enum class ButtonLook : uint8_t { primary, secondary, quiet };
[[nodiscard]] float button_width(const Surface& s, std::string_view label);
bool button(Surface& s, Id name, const Rect& rect, std::string_view label, ButtonLook look, bool pressed = false);
bool icon_button(Surface& s, Id name, const Rect& rect, Icon icon, std::string_view title, bool framed,
                 bool enabled = true);
// Words that act, without a frame.
bool text_button(Surface& s, Id name, float x, float top, Type type, ImU32 color, std::string_view label,
                 std::string_view title = {});

// Wrapped plain text; returns its height.
class LayoutCache;
float draw_paragraph(Surface& s, LayoutCache& layouts, Type type, float x, float top, float width, ImU32 color,
                     std::string_view text, int max_lines = 0);

}  // namespace kl::ui
