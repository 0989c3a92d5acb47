#include "raster.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace kl::test {
namespace {

struct Color {
    float r, g, b, a;
};

Color texel(const ImTextureData& t, int x, int y) {
    x = std::clamp(x, 0, t.Width - 1);
    y = std::clamp(y, 0, t.Height - 1);
    const unsigned char* p =
        t.Pixels + (static_cast<size_t>(y) * static_cast<size_t>(t.Width) + static_cast<size_t>(x)) *
                       static_cast<size_t>(t.BytesPerPixel);
    if (t.BytesPerPixel == 1) return {1, 1, 1, static_cast<float>(p[0]) / 255};
    return {static_cast<float>(p[0]) / 255, static_cast<float>(p[1]) / 255, static_cast<float>(p[2]) / 255,
            static_cast<float>(p[3]) / 255};
}

Color sample(const ImTextureData& t, float u, float v) {  // linear, as the backend sets it
    const float x = u * static_cast<float>(t.Width) - 0.5f, y = v * static_cast<float>(t.Height) - 0.5f;
    const float fx = std::floor(x), fy = std::floor(y), ax = x - fx, ay = y - fy;
    const int ix = static_cast<int>(fx), iy = static_cast<int>(fy);
    const Color a = texel(t, ix, iy), b = texel(t, ix + 1, iy), c = texel(t, ix, iy + 1), d = texel(t, ix + 1, iy + 1);
    const auto mix = [&](float p, float q, float r, float s) {
        return (p * (1 - ax) + q * ax) * (1 - ay) + (r * (1 - ax) + s * ax) * ay;
    };
    return {mix(a.r, b.r, c.r, d.r), mix(a.g, b.g, c.g, d.g), mix(a.b, b.b, c.b, d.b), mix(a.a, b.a, c.a, d.a)};
}

Color color_of(ImU32 c) {
    return {static_cast<float>(c & 255u) / 255, static_cast<float>((c >> 8) & 255u) / 255,
            static_cast<float>((c >> 16) & 255u) / 255, static_cast<float>(c >> 24) / 255};
}

void blend(uint32_t& pixel, const Color& s) {
    const auto mix = [&](uint32_t shift, float v) {
        const float under = static_cast<float>((pixel >> shift) & 255u);
        return static_cast<uint32_t>(std::clamp(v * 255 * s.a + under * (1 - s.a) + 0.5f, 0.0f, 255.0f)) << shift;
    };
    pixel = mix(0, s.r) | mix(8, s.g) | mix(16, s.b) | 0xff000000u;
}

}  // namespace

void update_textures() {
    for (ImTextureData* t : ImGui::GetPlatformIO().Textures) {
        if (t->Status == ImTextureStatus_WantCreate || t->Status == ImTextureStatus_WantUpdates) {
            if (t->GetTexID() == ImTextureID_Invalid)
                t->SetTexID(static_cast<ImTextureID>(reinterpret_cast<uintptr_t>(t)));
            t->SetStatus(ImTextureStatus_OK);
        } else if (t->Status == ImTextureStatus_WantDestroy && t->UnusedFrames > 0) {
            t->SetTexID(ImTextureID_Invalid);
            t->SetStatus(ImTextureStatus_Destroyed);
        }
    }
}

Image rasterize(const ImDrawData& data) {
    const float density = data.FramebufferScale.x;
    Image image{static_cast<int>(std::lround(data.DisplaySize.x * density)),
                static_cast<int>(std::lround(data.DisplaySize.y * density)),
                {}};
    image.pixels.assign(static_cast<size_t>(image.width) * static_cast<size_t>(image.height), 0xff000000u);
    for (const ImDrawList* list : data.CmdLists) {
        for (const ImDrawCmd& cmd : list->CmdBuffer) {
            if (cmd.UserCallback != nullptr) continue;
            const auto* texture = reinterpret_cast<const ImTextureData*>(static_cast<uintptr_t>(cmd.GetTexID()));
            const int clip_x0 = std::max(0, static_cast<int>(cmd.ClipRect.x * density)),
                      clip_y0 = std::max(0, static_cast<int>(cmd.ClipRect.y * density));
            const int clip_x1 = std::min(image.width, static_cast<int>(cmd.ClipRect.z * density));
            const int clip_y1 = std::min(image.height, static_cast<int>(cmd.ClipRect.w * density));
            for (unsigned int i = 0; i + 2 < cmd.ElemCount; i += 3) {
                const ImDrawVert* v[3];
                for (unsigned int k = 0; k < 3; ++k) {
                    v[k] = &list->VtxBuffer[static_cast<int>(cmd.VtxOffset +
                                                             list->IdxBuffer[static_cast<int>(cmd.IdxOffset + i + k)])];
                }
                const ImVec2 a(v[0]->pos.x * density, v[0]->pos.y * density),
                    b(v[1]->pos.x * density, v[1]->pos.y * density), c(v[2]->pos.x * density, v[2]->pos.y * density);
                const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
                if (std::abs(area) < 1e-9f) continue;
                const int x0 = std::max(clip_x0, static_cast<int>(std::floor(std::min({a.x, b.x, c.x})))),
                          x1 = std::min(clip_x1, static_cast<int>(std::ceil(std::max({a.x, b.x, c.x}))));
                const int y0 = std::max(clip_y0, static_cast<int>(std::floor(std::min({a.y, b.y, c.y})))),
                          y1 = std::min(clip_y1, static_cast<int>(std::ceil(std::max({a.y, b.y, c.y}))));
                const Color ca = color_of(v[0]->col), cb = color_of(v[1]->col), cc = color_of(v[2]->col);
                // Pixels on a shared edge belong to one of the two triangles: the top-left rule of graphics cards.
                const auto owns = [&](ImVec2 p, ImVec2 q) {
                    return area > 0 ? q.y < p.y || (q.y == p.y && q.x > p.x) : q.y > p.y || (q.y == p.y && q.x < p.x);
                };
                const bool own[3] = {owns(b, c), owns(c, a), owns(a, b)};
                for (int y = y0; y < y1; ++y) {
                    for (int x = x0; x < x1; ++x) {
                        const float px = static_cast<float>(x) + 0.5f, py = static_cast<float>(y) + 0.5f;
                        const float w0 = ((b.x - px) * (c.y - py) - (b.y - py) * (c.x - px)) / area;
                        const float w1 = ((c.x - px) * (a.y - py) - (c.y - py) * (a.x - px)) / area;
                        const float w2 = 1 - w0 - w1;
                        if (w0 < 0 || w1 < 0 || w2 < -1e-6f) continue;
                        if ((w0 == 0 && !own[0]) || (w1 == 0 && !own[1]) || (std::abs(w2) <= 1e-6f && !own[2]))
                            continue;
                        Color s{ca.r * w0 + cb.r * w1 + cc.r * w2, ca.g * w0 + cb.g * w1 + cc.g * w2,
                                ca.b * w0 + cb.b * w1 + cc.b * w2, ca.a * w0 + cb.a * w1 + cc.a * w2};
                        if (texture != nullptr && texture->Pixels != nullptr) {
                            const Color t = sample(*texture, v[0]->uv.x * w0 + v[1]->uv.x * w1 + v[2]->uv.x * w2,
                                                   v[0]->uv.y * w0 + v[1]->uv.y * w1 + v[2]->uv.y * w2);
                            s = {s.r * t.r, s.g * t.g, s.b * t.b, s.a * t.a};
                        }
                        blend(image.pixels[static_cast<size_t>(y) * static_cast<size_t>(image.width) +
                                           static_cast<size_t>(x)],
                              s);
                    }
                }
            }
        }
    }
    return image;
}

bool write_png(const Image& image, const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (file == nullptr) return false;
    uint32_t table[256];
    for (uint32_t n = 0; n < 256; ++n) {
        uint32_t c = n;
        for (int k = 0; k < 8; ++k) c = (c & 1) != 0 ? 0xedb88320u ^ (c >> 1) : c >> 1;
        table[n] = c;
    }
    const auto big = [](std::string& out, uint32_t v) {
        for (int k = 24; k >= 0; k -= 8) out += static_cast<char>((v >> k) & 255u);
    };
    const auto chunk = [&](const std::string& body) {  // type and data
        std::string out;
        big(out, static_cast<uint32_t>(body.size() - 4));
        out += body;
        uint32_t crc = 0xffffffffu;
        for (const char c : body) crc = table[(crc ^ static_cast<unsigned char>(c)) & 255u] ^ (crc >> 8);
        big(out, crc ^ 0xffffffffu);
        std::fwrite(out.data(), 1, out.size(), file);
    };
    std::fwrite("\x89PNG\r\n\x1a\n", 1, 8, file);
    std::string head = "IHDR";
    big(head, static_cast<uint32_t>(image.width));
    big(head, static_cast<uint32_t>(image.height));
    head += std::string("\x08\x02\0\0\0", 5);
    chunk(head);
    std::string raw;
    for (int y = 0; y < image.height; ++y) {
        raw += '\0';
        for (int x = 0; x < image.width; ++x) {
            const uint32_t p = image.at(x, y);
            for (const int shift : {0, 8, 16}) raw += static_cast<char>((p >> shift) & 255u);
        }
    }
    std::string data = "IDAT\x78\x01";
    uint32_t a = 1, b = 0;
    for (const char c : raw) {
        a = (a + static_cast<unsigned char>(c)) % 65521;
        b = (b + a) % 65521;
    }
    for (size_t at = 0; at < raw.size(); at += 65535) {
        const size_t n = std::min<size_t>(65535, raw.size() - at);
        data += static_cast<char>(at + n == raw.size());
        for (const size_t v : {n, ~n}) {
            data += static_cast<char>(v & 255u);
            data += static_cast<char>((v >> 8) & 255u);
        }
        data.append(raw, at, n);
    }
    big(data, b << 16 | a);
    chunk(data);
    chunk("IEND");
    return std::fclose(file) == 0;
}

}  // namespace kl::test
