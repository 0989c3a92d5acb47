// The look as numbers: colours of the light and the dark scheme, sizes, type. The panels hold no colour and no font
// size of their own.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace kl::ui {

struct Palette {
    ImU32 background, panel, selected;  // page, surface, selected card
    ImU32 ink, muted, line;
    ImU32 accent, soft;  // links and buttons; chips and bar tracks
    ImU32 on_accent;     // text on the accent colour
    ImU32 highlight;     // behind words of the query
    ImU32 notice, notice_ground;
    ImU32 hover;      // laid over what the pointer is on
    ImU32 box;        // edge of checkboxes and fields: darker than `line`, since it must be seen (3:1)
    ImU32 selection;  // behind selected text
    ImU32 bar;        // count bars
    ImU32 shadow;     // under menus and toasts
    ImU32 veil;       // over everything behind a dialog
};
[[nodiscard]] const Palette& palette(bool dark);

[[nodiscard]] ImU32 with_alpha(ImU32 color, float alpha);  // multiplies

// Four files, the weights of one family each. Sizes are CSS pixels of the em square.
enum class Face : uint8_t { sans, sans_strong, serif, serif_strong };
struct Type {
    Face face = Face::sans;
    float size = 14, line = 20;
};
namespace type {
inline constexpr Type body{Face::sans, 14, 20};
inline constexpr Type body_strong{Face::sans_strong, 14, 20};
inline constexpr Type snippet{Face::sans, 13.5f, 20};
inline constexpr Type small{Face::sans, 13, 20};
inline constexpr Type small_strong{Face::sans_strong, 13, 20};
inline constexpr Type tiny{Face::sans, 12, 16};
inline constexpr Type field{Face::sans, 15, 20};
inline constexpr Type heading{Face::sans_strong, 14, 20};
inline constexpr Type title{Face::sans_strong, 18, 24};
inline constexpr Type question{Face::serif_strong, 20, 29};
inline constexpr Type answer{Face::serif, 17.5f, 28};
}  // namespace type
// The same type in the strong weight of its family.
[[nodiscard]] Type strong(Type type);

namespace size {
inline constexpr float header = 64, rail = 272, list = 448, status = 32, tabs = 56;
inline constexpr float three_panes = 1100, two_panes = 700;                    // from this width on
inline constexpr float measure = 680;                                          // widest line of the reader
inline constexpr float card = 12, field = 10, button = 8, tag = 6, check = 4;  // corners
inline constexpr float checkbox = 16, tag_height = 22, chip_height = 26, button_height = 32;
inline constexpr float ring = 2;  // focus ring
}  // namespace size

}  // namespace kl::ui
