#include "ui/fonts.h"

#include <cmath>
#include <cstring>

#include "text/utf8.h"
#include "ui/ui.h"

// ImGui keeps its own copy of this parser to itself; the pairs to kern are read through a second one, of which only
// that part is linked.
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wextra"
#endif
#define STBTT_STATIC
#define STB_TRUETYPE_IMPLEMENTATION
#include <imstb_truetype.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

namespace kl::ui {
namespace {

// ImGui rounds the size of a baked font, the density it takes as it is. So the size is this constant and the density
// carries the rest. Its size is from ascent to descent; ours is the em square, as in CSS.
constexpr float baked_size = 16;
constexpr char32_t first_kept = 0x20, kept = 0x60;  // pairs of ASCII are looked up once
constexpr int16_t unknown = INT16_MIN;

}  // namespace

struct Fonts::Kerning {
    std::vector<unsigned char> bytes;
    stbtt_fontinfo info{};
    float em = 0;  // font units → ems
    std::vector<int16_t> pairs = std::vector<int16_t>(kept * kept, unknown);
    bool usable = false;

    [[nodiscard]] int look_up(char32_t a, char32_t b) const {
        const int left = stbtt_FindGlyphIndex(&info, static_cast<int>(a));
        const int right = stbtt_FindGlyphIndex(&info, static_cast<int>(b));
        return left != 0 && right != 0 ? stbtt_GetGlyphKernAdvance(&info, left, right) : 0;
    }
};

Fonts::Fonts(const FontBytes& bytes) {
    const std::string_view files[4] = {bytes.sans, bytes.sans_strong, bytes.serif, bytes.serif_strong};
    ImGuiIO& io = ImGui::GetIO();
    for (size_t i = 0; i < 4; ++i) {
        ImFontConfig config;
        config.FontDataOwnedByAtlas = false;
        fonts_[i] = io.Fonts->AddFontFromMemoryTTF(const_cast<char*>(files[i].data()),
                                                   static_cast<int>(files[i].size()), baked_size, &config);
        IM_ASSERT(fonts_[i] != nullptr);
        auto k = std::make_unique<Kerning>();
        k->bytes.assign(files[i].begin(), files[i].end());
        if (stbtt_InitFont(&k->info, k->bytes.data(), 0) != 0) {
            k->usable = true;
            k->em = stbtt_ScaleForMappingEmToPixels(&k->info, 1);
            int ascent = 0, descent = 0, gap = 0;
            stbtt_GetFontVMetrics(&k->info, &ascent, &descent, &gap);
            metrics_[i] = {static_cast<float>(ascent) * k->em, static_cast<float>(-descent) * k->em};
        }
        kerning_[i] = std::move(k);
    }
}

Fonts::~Fonts() = default;

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

float Fonts::kerning(Face face, float size, char32_t c, char32_t next) {
    if (c == 0 || next == 0 || c > 0x24f || next > 0x2fff) return 0;
    Kerning& k = *kerning_[static_cast<size_t>(face)];
    if (!k.usable) return 0;
    if (c - first_kept < kept && next - first_kept < kept) {
        int16_t& pair = k.pairs[(c - first_kept) * kept + (next - first_kept)];
        if (pair == unknown) pair = static_cast<int16_t>(k.look_up(c, next));
        return static_cast<float>(pair) * k.em * size;
    }
    return static_cast<float>(k.look_up(c, next)) * k.em * size;
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
    char32_t before = 0;
    for (size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        x += kerning(type.face, type.size, before, c) + advance(type.face, type.size, c);
        before = c;
    }
    return x;
}

std::string_view Fonts::fitting(Type type, std::string_view text, float width, bool& cut) {
    const float dots = advance(type.face, type.size, U'…');
    float x = 0;
    size_t fits = 0;
    char32_t before = 0;
    for (size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        x += kerning(type.face, type.size, before, c) + advance(type.face, type.size, c);
        before = c;
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
    char32_t before = 0;
    for (size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        x += kerning(type.face, type.size, before, c);
        before = c;
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
