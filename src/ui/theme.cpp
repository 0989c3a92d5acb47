#include "ui/theme.h"

namespace kl::ui {
namespace {

// 0xRRGGBB, as designers write it.
constexpr ImU32 rgb(uint32_t value, uint32_t alpha = 255) {
    return IM_COL32((value >> 16) & 255u, (value >> 8) & 255u, value & 255u, alpha);
}

constexpr Palette light{
    .background = rgb(0xf5f4f0),
    .panel = rgb(0xffffff),
    .selected = rgb(0xf3f7fb),
    .ink = rgb(0x1a2230),
    .muted = rgb(0x5d6776),
    .line = rgb(0xe4e1da),
    .accent = rgb(0x154273),
    .soft = rgb(0xe7eef6),
    .on_accent = rgb(0xffffff),
    .highlight = rgb(0xffe7a0),
    .notice = rgb(0x8a5a00),
    .notice_ground = rgb(0xfbf1dc),
    .hover = rgb(0x154273, 14),
    .box = rgb(0x8b93a0),
    .selection = rgb(0xb9d4f2),
    .bar = rgb(0x154273, 196),
    .shadow = rgb(0x101828, 22),
    .veil = rgb(0x101828, 90),
};
constexpr Palette dark_palette{
    .background = rgb(0x12161d),
    .panel = rgb(0x1a2029),
    .selected = rgb(0x202a38),
    .ink = rgb(0xe8ebf0),
    .muted = rgb(0x9aa5b4),
    .line = rgb(0x2b3340),
    .accent = rgb(0x8ab8ec),
    .soft = rgb(0x22324a),
    .on_accent = rgb(0x12161d),
    .highlight = rgb(0x5c4a12),
    .notice = rgb(0xe0b45c),
    .notice_ground = rgb(0x33290f),
    .hover = rgb(0x8ab8ec, 22),
    .box = rgb(0x6d7989),
    .selection = rgb(0x2f5580),
    .bar = rgb(0x8ab8ec, 200),
    .shadow = rgb(0x000000, 60),
    .veil = rgb(0x000000, 140),
};

}  // namespace

const Palette& palette(bool dark) { return dark ? dark_palette : light; }

ImU32 with_alpha(ImU32 color, float alpha) {
    const auto a = static_cast<float>((color >> IM_COL32_A_SHIFT) & 255u) * alpha;
    return (color & ~IM_COL32_A_MASK) | (static_cast<ImU32>(a + 0.5f) << IM_COL32_A_SHIFT);
}

Type strong(Type type) {
    if (type.face == Face::sans) type.face = Face::sans_strong;
    if (type.face == Face::serif) type.face = Face::serif_strong;
    return type;
}

}  // namespace kl::ui
