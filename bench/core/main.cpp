// What the core costs, without a browser or a window: one line "name value unit" each, for bench/run.mjs.
// The same program runs natively and, compiled by the web build's toolchain, under Node.
//
// Every figure is the median of several rounds. Parsing is also given as a ratio to copying the same bytes (memcpy), so
// that two machines can be compared.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "app/app.h"
#include "assets/embedded.h"
#include "imgui.h"
#include "parse/parse.h"
#include "read/read.h"
#include "ui/ui.h"

namespace {

using Clock = std::chrono::steady_clock;

double seconds(const std::function<void()>& work) {
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(int rounds, const std::function<void()>& work) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) times.push_back(seconds(work));
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

void report(const char* name, double value, const char* unit) { std::printf("%s %.4g %s\n", name, value, unit); }

size_t sink = 0;  // so that no work is optimised away

void bench_parsing(const std::string& seed) {
    constexpr int copies = 200;
    const double bytes = static_cast<double>(seed.size()) * copies;
    const double parsing = median(5, [&] {
        for (int i = 0; i < copies; ++i) {
            auto source = kl::read::read(seed, "seed.txt");
            if (source) sink += kl::parse::parse(std::move(source->front())).items.size();
        }
    });
    std::string target(seed.size(), '\0');
    const double copying = median(5, [&] {
        for (int i = 0; i < copies; ++i) {
            std::memcpy(target.data(), seed.data(), seed.size());
            target[static_cast<size_t>(i) % target.size()] ^= 1;
            sink += static_cast<unsigned char>(target[static_cast<size_t>(i)]);
        }
    });
    report("parse", bytes / parsing / 1e6, "MB/s");
    report("parse_to_memcpy", parsing / copying, "x");
}

void bench_annotating(const std::string& seed, const kl::annotate::Vocabulary& vocabulary) {
    kl::annotate::Annotator* annotator = nullptr;
    const double compiling = median(3, [&] {
        delete annotator;
        annotator = new kl::annotate::Annotator(vocabulary);
    });
    auto source = kl::read::read(seed, "seed.txt");
    const kl::parse::Document document = kl::parse::parse(std::move(source->front()));
    const double annotating = median(9, [&] { sink += annotator->annotate(document).references.size(); });
    delete annotator;
    report("vocabulary_matcher", compiling * 1e3, "ms");
    report("annotate", static_cast<double>(seed.size()) / annotating / 1e6, "MB/s");
}

void bench_keystrokes(kl::app::App& app) {
    std::vector<double> searches, views;
    for (int round = 0; round < 20; ++round) {
        for (const std::string query :
             {"grondstoffen china", "strategische afhankelijkheden", "\"economische veiligheid\" -taiwan"}) {
            for (size_t length = 1; length <= query.size(); ++length) {
                const std::string typed = query.substr(0, length);
                searches.push_back(seconds(
                    [&] { sink += kl::search::search(app.corpus(), kl::search::parse_query(typed), {}).total; }));
                views.push_back(seconds([&] {
                    app.dispatch(kl::app::action::SetQuery{typed, true});
                    sink += app.view_model().results.total;
                    sink += app.take_effects().size();
                }));
            }
        }
    }
    const auto quantile = [](std::vector<double>& times, double q) {
        std::sort(times.begin(), times.end());
        return times[static_cast<size_t>(q * static_cast<double>(times.size() - 1))] * 1e3;
    };
    report("keystroke_search_p50", quantile(searches, 0.5), "ms");
    report("keystroke_search_p95", quantile(searches, 0.95), "ms");
    report("keystroke_view_p50", quantile(views, 0.5), "ms");
    report("keystroke_view_p95", quantile(views, 0.95), "ms");
}

// A renderer that accepts every texture and draws nothing: what is measured is ours, not the graphics driver's.
void accept_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK) {
            texture->SetTexID(1);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}

void bench_frames(kl::app::App& app) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.DisplaySize = {1400, 900};
    {
        namespace fonts = kl::assets::fonts;
        kl::ui::Ui ui({fonts::find("inter-400.ttf"), fonts::find("inter-600.ttf"),
                       fonts::find("source-serif-4-400.ttf"), fonts::find("source-serif-4-600.ttf")});
        app.dispatch(kl::app::action::SetQuery{"grondstoffen", false});
        app.dispatch(kl::app::action::OpenItem{app.view_model().results.cards.at(0).id});
        const kl::app::ViewModel& view_model = app.view_model();
        kl::ui::Input input;
        input.width = 1400;
        input.height = 900;
        const auto frame = [&] {
            io.DeltaTime = 1.0F / 60;
            ImGui::NewFrame();
            sink += ui.draw(view_model, input).actions.size();
            ImGui::Render();
            accept_textures();
        };
        report("frame_first", seconds(frame) * 1e3, "ms");
        for (int i = 0; i < 5; ++i) frame();
        report("frame", median(51, frame) * 1e3, "ms");
    }
    ImGui::DestroyContext();
}

}  // namespace

int main() {
    const std::string seed(kl::assets::documents::find("kst-36696-4.txt"));
    kl::app::App app;
    report("open", seconds([&] {
                       app.add_file(seed, "kst-36696-4.txt");
                       app.commit();
                       sink += app.view_model().results.total;
                   }) * 1e3,
           "ms");
    bench_parsing(seed);
    bench_annotating(seed, app.vocabulary());
    bench_keystrokes(app);
    bench_frames(app);
    return sink == 0 ? 1 : 0;
}
