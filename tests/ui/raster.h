// ImDrawData → pixels, without a graphics card: textured triangles, blended as the OpenGL backend blends them. For
// tests ("something was painted") and to look at the panels.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <string>
#include <vector>

namespace kl::test {

struct Image {
    int width = 0, height = 0;
    std::vector<uint32_t> pixels;  // 0xAABBGGRR, as ImGui
    [[nodiscard]] uint32_t at(int x, int y) const {
        return pixels[static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)];
    }
};

// Answers ImGui's wishes for textures (the font atlas stays in memory).
void update_textures();
[[nodiscard]] Image rasterize(const ImDrawData& data);
bool write_png(const Image& image, const std::string& path);  // uncompressed

}  // namespace kl::test
