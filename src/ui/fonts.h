// Text as glyphs at exact sizes: measuring and drawing of one line in one face.
//
// ImGui rounds font sizes to whole points. Here a glyph is rasterised at size × density
// physical pixels, so that 17.5 points at a density of 1.25 is as sharp as 16 at 1; pens keep fractions of a point,
// glyphs snap to what the rasteriser's oversampling can show exactly, and baselines snap to physical pixels. Widths do
// not depend on the density: lines break alike everywhere.
#pragma once

#include <imgui.h>

#include <array>
#include <string_view>

#include "ui/theme.h"

namespace kl::ui {

struct FontBytes;

struct FaceMetrics {
    float ascent = 1, descent = 0.25f;  // in ems, both positive
};

class Fonts {
public:
    explicit Fonts(const FontBytes& bytes);  // needs a current ImGui context
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    void begin_frame(float density) { density_ = density > 0 ? density : 1; }
    [[nodiscard]] float density() const { return density_; }
    // Points to the nearest place of a physical pixel.
    [[nodiscard]] float snap(float points) const;

    [[nodiscard]] float advance(Face face, float size, char32_t c);
    [[nodiscard]] float width(Type type, std::string_view text);
    // The longest beginning of `text` that, with "…", is at most `width` wide; all of it when it fits.
    [[nodiscard]] std::string_view fitting(Type type, std::string_view text, float width, bool& cut);

    [[nodiscard]] FaceMetrics metrics(Face face) const { return metrics_[static_cast<size_t>(face)]; }
    // Baseline of a line whose box begins at `top`, on a physical pixel.
    [[nodiscard]] float baseline(Type type, float top) const;

    // Draws from a pen on the baseline; returns where the pen ends.
    float draw(ImDrawList& list, Type type, float x, float baseline, ImU32 color, std::string_view text);

    // For ImGui's own widgets.
    [[nodiscard]] float imgui_size(Type type) const;
    [[nodiscard]] ImFont* imgui_font(Face face) const { return fonts_[static_cast<size_t>(face)]; }

private:
    std::array<ImFont*, 4> fonts_{};
    std::array<FaceMetrics, 4> metrics_{};
    float density_ = 1;
};

// The next code point; malformed bytes give U+FFFD and one byte, so that text of any kind can be drawn.
[[nodiscard]] char32_t next_code_point(std::string_view text, size_t& at);

}  // namespace kl::ui
