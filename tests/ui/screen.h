// A Ui without a window: frames of ImGui, with a pointer and keys played to it.
#pragma once

#include <imgui.h>

#include <algorithm>
#include <memory>
#include <string>
#include <variant>

#include "assets/embedded.h"
#include "fake_view_model.h"
#include "raster.h"
#include "ui/ui.h"

namespace kl::test {

[[nodiscard]] inline ui::FontBytes font_bytes() {
    using assets::fonts::find;
    return {find("inter-400.ttf"), find("inter-600.ttf"), find("source-serif-4-400.ttf"),
            find("source-serif-4-600.ttf")};
}
// The fonts are made by tools/prepare; without them there is nothing to test.
[[nodiscard]] inline bool have_fonts() { return !font_bytes().serif_strong.empty(); }

class Screen {
public:
    Screen(float width, float height, app::ViewModel view_model, float density = 1)
        : vm(std::move(view_model)), density_(density) {
        context_ = ImGui::CreateContext();
        ImGuiIO& io = ImGui::GetIO();
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
        ui = std::make_unique<ui::Ui>(font_bytes());
        input.width = width;
        input.height = height;
        frames(3);
    }
    ~Screen() {
        ui.reset();
        for (ImTextureData* t : ImGui::GetPlatformIO().Textures) {  // what a renderer does when it ends
            t->SetTexID(ImTextureID_Invalid);
            t->SetStatus(ImTextureStatus_Destroyed);
        }
        ImGui::DestroyContext(context_);
    }
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;

    const ui::Output& frame(float seconds = 1.0f / 60) {
        ImGuiIO& io = ImGui::GetIO();
        io.DisplaySize = ImVec2(input.width, input.height);
        io.DisplayFramebufferScale = ImVec2(density_, density_);
        io.DeltaTime = seconds;
        ImGui::NewFrame();
        output = ui->draw(vm, input);
        ImGui::Render();
        update_textures();
        for (const app::Action& a : output.actions) actions.push_back(a);
        return output;
    }
    void frames(int n) {
        for (int i = 0; i < n; ++i) frame();
    }
    int frames_until_still(int most = 600) {  // how many it took
        int n = 0;
        while (n < most && (frame(), ++n, output.animating)) {
        }
        return n;
    }
    void move(float x, float y) {
        ImGui::GetIO().AddMousePosEvent(x, y);
        frame();
    }
    void press(float x, float y) {
        move(x, y);
        ImGui::GetIO().AddMouseButtonEvent(0, true);
        frame();
    }
    void release() {
        ImGui::GetIO().AddMouseButtonEvent(0, false);
        frames(2);
    }
    void click(float x, float y) {
        press(x, y);
        release();
    }
    void key(ImGuiKey key, ImGuiKey modifier = ImGuiKey_None) {
        ImGuiIO& io = ImGui::GetIO();
        if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, true);
        io.AddKeyEvent(key, true);
        frames(2);
        io.AddKeyEvent(key, false);
        if (modifier != ImGuiKey_None) io.AddKeyEvent(modifier, false);
        frames(2);
    }
    void wheel(float notches) {
        ImGui::GetIO().AddMouseWheelEvent(0, notches);
        frame();
    }
    [[nodiscard]] Image image() const { return rasterize(*ImGui::GetDrawData()); }
    // The one action of this kind since the last call; nullptr when there was none.
    template <class A>
    [[nodiscard]] const A* took() const {
        for (const app::Action& a : actions) {
            if (const A* found = std::get_if<A>(&a)) return found;
        }
        return nullptr;
    }

    app::ViewModel vm;
    ui::Input input;
    ui::Output output;
    app::Actions actions;
    std::unique_ptr<ui::Ui> ui;

private:
    ImGuiContext* context_ = nullptr;
    float density_;
};

// How many different colours a picture has: a panel that painted nothing has one.
[[nodiscard]] inline size_t colors_in(const Image& image) {
    std::vector<uint32_t> all = image.pixels;
    std::sort(all.begin(), all.end());
    return static_cast<size_t>(std::unique(all.begin(), all.end()) - all.begin());
}

}  // namespace kl::test
