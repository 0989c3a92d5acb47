#include "ui/fonts.h"

#include <cmath>

#include "text/utf8.h"
#include "ui/ui.h"

namespace kl::ui {
namespace {

// ImGui rounds the size of a baked font, the density it takes as it is. So the size is this constant and the density
// carries the rest. Its size is from ascent to descent; ours is the em square, as in CSS.
constexpr float baked_size = 16;

// Ascent and descent of a TTF file (its table hhea, in units of head's em): what a browser takes for the height of a
// line.
FaceMetrics read_metrics(std::string_view file) {
    const auto u16 = [&](size_t at) {
        return at + 2 <= file.size() ? static_cast<int>(static_cast<unsigned char>(file[at])) << 8 |
                                           static_cast<unsigned char>(file[at + 1])
                                     : 0;
    };
    const auto u32 = [&](size_t at) { return static_cast<size_t>(u16(at)) << 16 | static_cast<size_t>(u16(at + 2)); };
    size_t head = 0, hhea = 0;
    for (int i = 0; i < u16(4); ++i) {
        const size_t row = 12 + 16 * static_cast<size_t>(i);
        const std::string_view tag = row + 16 <= file.size() ? file.substr(row, 4) : std::string_view{};
        if (tag == "head") head = u32(row + 8);
        if (tag == "hhea") hhea = u32(row + 8);
    }
    const auto em = static_cast<float>(u16(head + 18));
    if (head == 0 || hhea == 0 || em <= 0) return {};
    return {static_cast<float>(static_cast<int16_t>(u16(hhea + 4))) / em,
            -static_cast<float>(static_cast<int16_t>(u16(hhea + 6))) / em};
}

}  // namespace

Fonts::Fonts(const FontBytes& bytes) {
    const std::string_view files[4] = {bytes.sans, bytes.sans_strong, bytes.serif, bytes.serif_strong};
    ImGuiIO& io = ImGui::GetIO();
    for (size_t i = 0; i < 4; ++i) {
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        fonts_[i] = io.Fonts->AddFontFromMemoryTTF(const_cast<char*>(files[i].data()),
                                                   static_cast<int>(files[i].size()), baked_size, &config);
        IM_ASSERT(fonts_[i] != nullptr);
        if (i % 2 == 1) {
            // The heavy faces hold the usual letters only; the rest comes from the regular one.
            config.MergeMode = true;
            io.Fonts->AddFontFromMemoryTTF(const_cast<char*>(files[i - 1].data()),
                                           static_cast<int>(files[i - 1].size()), baked_size, &config);
        }
        metrics_[i] = read_metrics(files[i]);
    }
}

float Fonts::snap(float points) const { return std::round(points * density_) / density_; }

float Fonts::baseline(Type type, float top) const {
    const FaceMetrics m = metrics(type.face);
    return snap(top + (type.line - (m.ascent + m.descent) * type.size) / 2 + m.ascent * type.size);
}

float Fonts::imgui_size(Type type) const {
    const FaceMetrics m = metrics(type.face);
    return type.size * (m.ascent + m.descent);
}

float Fonts::advance(Face face, float size, char32_t c) {
    if (c == '\t') return 4 * advance(face, size, ' ');
    // Advances are linear in the size, so any baked size tells them; the current one is asked, since it will be drawn.
    const float scale = imgui_size({face, size, 0}) / baked_size;
    ImFontBaked* baked = fonts_[static_cast<size_t>(face)]->GetFontBaked(baked_size, scale * density_);
    return baked->GetCharAdvance(static_cast<ImWchar>(c)) * scale;
}

char32_t next_code_point(std::string_view text, size_t& at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        ++at;
        return byte;
    }
    const text::Decoded d = text::decode(text, at);
    at += d.size > 0 ? d.size : 1;
    return d.code_point;
}

float Fonts::width(Type type, std::string_view text) {
    float x = 0;
    for (size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        x += advance(type.face, type.size, c);
    }
    return x;
}

std::string_view Fonts::fitting(Type type, std::string_view text, float width, bool& cut) {
    const float dots = advance(type.face, type.size, U'…');
    float x = 0;
    size_t fits = 0;
    for (size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        x += advance(type.face, type.size, c);
        if (x + dots <= width) fits = at;
        if (x > width) {
            cut = true;
            return text.substr(0, fits);
        }
    }
    cut = false;
    return text;
}

float Fonts::draw(ImDrawList& list, Type type, float x, float baseline, ImU32 color, std::string_view text) {
    const float scale = imgui_size(type) / baked_size;
    ImFontBaked* baked = fonts_[static_cast<size_t>(type.face)]->GetFontBaked(baked_size, scale * density_);
    // ImGui's own rule for horizontal oversampling: fonts up to 36 pixels are rasterised twice as wide. A pen on one of
    // those steps samples the texture at the centres of its texels: sharp, and half a pixel apart at most.
    const float steps = (scale * density_ * baked_size > 36 ? 1.0f : 2.0f) * density_;
    const float lift = baseline - std::round(baked->Ascent) * scale;
    for (size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c == '\t') {
            x += advance(type.face, type.size, c);
            continue;
        }
        const ImFontGlyph* g = baked->FindGlyph(static_cast<ImWchar>(c));
        if (g == nullptr) continue;
        if (g->Visible) {
            const float pen = std::round(x * steps) / steps;
            list.PrimReserve(6, 4);
            list.PrimRectUV(ImVec2(pen + g->X0 * scale, lift + g->Y0 * scale),
                            ImVec2(pen + g->X1 * scale, lift + g->Y1 * scale), ImVec2(g->U0, g->V0),
                            ImVec2(g->U1, g->V1), color);
        }
        x += g->AdvanceX * scale;
    }
    return x;
}

}  // namespace kl::ui
