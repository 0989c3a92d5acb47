// The desktop's shell: a window with the same ui and the same core as the page. Opens the files named on the command
// line, those dropped on the window, or else the bundled documents. It sleeps until something happens.

#include <SDL.h>

#include <algorithm>
#include <chrono>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/app.h"
#include "app/link.h"
#include "assets/embedded.h"
#include "read/manifest.h"
#include "read/readers.h"
#include "shell/frame.h"
#include "shell/screenshot.h"
#include "shell/window.h"
#include "ui/ui.h"

#ifndef KAMERLOEP_VERSION
#define KAMERLOEP_VERSION "?"  // cmake gives it
#endif

namespace {

using namespace kl;
using Clock = std::chrono::steady_clock;

struct Options {
    std::vector<std::string> files;
    std::string link;        // "#q=…"
    std::string screenshot;  // draw, write this PNG, leave
    int width = 1280, height = 820;
    bool dark = false, help = false, version = false;
    std::string wrong;  // what was not understood
};

Options read_options(int argc, char** argv) {
    Options options;
    const auto value = [&](int& i) {
        return i + 1 < argc ? std::string(argv[++i]) : (options.wrong = argv[i], std::string());
    };
    for (int i = 1; i < argc; ++i) {
        const std::string_view arg = argv[i];
        if (arg == "--link") {
            options.link = value(i);
        } else if (arg == "--screenshot") {
            options.screenshot = value(i);
        } else if (arg == "--size") {
            const std::string size = value(i);
            if (std::sscanf(size.c_str(), "%dx%d", &options.width, &options.height) != 2) options.wrong = size;
        } else if (arg == "--dark") {
            options.dark = true;
        } else if (arg == "--help" || arg == "-h") {
            options.help = true;
        } else if (arg == "--version") {
            options.version = true;
        } else if (arg.starts_with("--")) {
            options.wrong = arg;
        } else {
            options.files.emplace_back(arg);
        }
    }
    return options;
}

std::string base_name(std::string_view path) { return std::string(path.substr(path.find_last_of("/\\") + 1)); }

// Dutch, unless the system speaks English.
app::Language language_of_system() {
    const char* said = SDL_getenv("LC_ALL");
    if (said == nullptr || *said == '\0') said = SDL_getenv("LANG");
    return said != nullptr && std::string_view(said).starts_with("en") ? app::Language::en : app::Language::nl;
}

class Desktop {
public:
    explicit Desktop(const Options& options) : options_(options) {
        app_.dispatch(app::action::SetLanguage{language_of_system()});
        if (options.dark) app_.dispatch(app::action::SetScheme{app::ColorScheme::dark});
    }

    int run() {
        if (!options_.wrong.empty()) return fail("desktop.usage_wrong", {options_.wrong}, 2);
        if (options_.help) return say("desktop.help");
        if (options_.version) return say("desktop.version");
        if (!open_documents()) return 3;
        if (!options_.link.empty()) app_.dispatch(app::action::OpenLink{options_.link});
        // Where there is no display SDL would quietly "draw" into nothing, if told to by its environment; a screenshot
        // still needs GL.
        std::string why;
        window_ = shell::Window::open(app_.strings().get(language(), "app.name").c_str(), options_.width,
                                      options_.height, why);
        if (!window_) return fail("desktop.no_window", {why}, 1);
        using assets::fonts::find;
        ui_.emplace(ui::FontBytes{.sans = find("inter-400.ttf"),
                                  .sans_strong = find("inter-600.ttf"),
                                  .serif = find("source-serif-4-400.ttf"),
                                  .serif_strong = find("source-serif-4-600.ttf")});
        frame_.emplace(app_, *ui_);
        perform_effects();
        return options_.screenshot.empty() ? live() : take_screenshot();
    }

private:
    [[nodiscard]] app::Language language() const { return app_.state().language; }

    int say(const char* key) {
        std::printf(
            "%s\n",
            app_.strings().format(language(), key, std::vector<std::string>{std::string(KAMERLOEP_VERSION)}).c_str());
        return 0;
    }
    int fail(const char* key, const std::vector<std::string>& args, int code) {
        std::fprintf(stderr, "%s\n", app_.strings().format(language(), key, args).c_str());
        return code;
    }

    // ---- documents ------------------------------------------------------------------------------------------------
    bool open_file(const std::string& path) {
        std::ifstream in(path, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        if (in.bad() || !in.is_open()) {
            app_.dispatch(
                app::action::ShowNotice{{app::Notice::Level::error, "error.file_unreadable", {path}, false, false}});
            return false;
        }
        return app_.add_file(bytes, base_name(path));
    }

    bool open_documents() {
        bool usable = options_.files.empty();
        for (const std::string& path : options_.files) usable = open_file(path) || usable;
        if (options_.files.empty()) {
            const auto manifest = read::read_manifest(assets::documents::find("manifest.json"));
            if (manifest) {
                for (const auto& entry : manifest->documents)
                    app_.add_file(assets::documents::find(entry.path), entry.path);
            }
        }
        app_.commit();
        if (usable) return true;
        // Nothing to show: the sentence belongs in the terminal where the file was named.
        for (const auto& notice : app_.view_model().notices) std::fprintf(stderr, "%s\n", notice.text.c_str());
        return false;
    }

    // ---- effects --------------------------------------------------------------------------------------------------
    void perform_effects() {
        for (const app::Effect& effect : app_.take_effects()) {
            switch (effect.kind) {
                case app::Effect::Kind::copy:
                    if (SDL_SetClipboardText(effect.text.c_str()) != 0) {
                        app_.dispatch(app::action::ShowNotice{
                            {app::Notice::Level::warning, "desktop.copy_failed", {}, false, true}});
                    }
                    break;
                case app::Effect::Kind::open_url:
                    if (SDL_OpenURL(effect.text.c_str()) != 0) {
                        app_.dispatch(app::action::ShowNotice{
                            {app::Notice::Level::warning, "desktop.open_failed", {effect.text}, false, false}});
                    }
                    break;
                case app::Effect::Kind::focus_search: ui_->focus_search(); break;
                case app::Effect::Kind::focus_item: ui_->scroll_to_item(); break;
                // A window has no address bar and keeps nothing; the bundled documents cannot fail to load.
                case app::Effect::Kind::push_link:
                case app::Effect::Kind::replace_link:
                case app::Effect::Kind::forget:
                case app::Effect::Kind::retry: break;
            }
        }
    }

    // ---- frames ---------------------------------------------------------------------------------------------------
    void draw() {
        const shell::Extent extent = window_->extent();
        input_.width = extent.width;
        input_.height = extent.height;
        // A desktop tells no colour scheme through SDL2: light, until the user says dark.
        input_.dark = app_.state().scheme == app::ColorScheme::dark;
        window_->begin();
        const ui::Output output = frame_->run(input_);
        window_->end(input_.dark);
        if (grab_) pixels_ = window_->pixels(pixel_width_, pixel_height_);
        window_->show();
        perform_effects();
        wake_at_.reset();
        if (output.wake_after > 0) {
            wake_at_ = Clock::now() + std::chrono::milliseconds(static_cast<int>(output.wake_after * 1000));
        }
        const std::string& title = app_.view_model().page_title;
        if (title != title_) {
            title_ = title;
            SDL_SetWindowTitle(window_->handle(), title.c_str());
        }
    }

    void take(const SDL_Event& event) {
        switch (event.type) {
            case SDL_QUIT: leave_ = true; break;
            case SDL_DROPFILE:
                open_file(event.drop.file);
                SDL_free(event.drop.file);
                break;
            case SDL_DROPCOMPLETE: app_.commit(); break;
            case SDL_KEYDOWN:
                if (event.key.keysym.sym == SDLK_c && (event.key.keysym.mod & (KMOD_CTRL | KMOD_GUI)) != 0)
                    copy_selection();
                break;
            default: break;
        }
        window_->take(event);
        frame_->wake();
    }

    void copy_selection() {
        const std::string text = ui_->selection();
        if (text.empty()) return;
        app_.dispatch(app::action::CopyText{text});
        perform_effects();
    }

    // Waits for an event, or until a message should leave.
    void wait() {
        SDL_Event event;
        if (!wake_at_) {
            if (SDL_WaitEvent(&event) == 1) take(event);
            return;
        }
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*wake_at_ - Clock::now()).count();
        if (left > 0 && SDL_WaitEventTimeout(&event, static_cast<int>(left)) == 1) {
            take(event);
        } else if (left <= 0) {
            wake_at_.reset();
            frame_->wake();
        }
    }

    int live() {
        while (!leave_) {
            SDL_Event event;
            if (!frame_->needed()) wait();
            while (SDL_PollEvent(&event) == 1) take(event);
            if (frame_->needed() && !leave_) draw();
        }
        return 0;
    }

    int take_screenshot() {
        constexpr int settled = 60;  // frames: scrolling to the open item moves
        for (int i = 0; i < settled; ++i) {
            SDL_Event event;
            while (SDL_PollEvent(&event) == 1) take(event);
            frame_->wake();
            grab_ = i + 1 == settled;
            draw();
            SDL_Delay(5);
        }
        std::ofstream out(options_.screenshot, std::ios::binary);
        out << shell::png(pixels_, pixel_width_, pixel_height_);
        out.flush();
        return out ? 0 : fail("error.file_unwritable", {options_.screenshot}, 3);
    }

    Options options_;
    app::App app_{read::all_readers()};
    std::unique_ptr<shell::Window> window_;
    std::optional<ui::Ui> ui_;  // after the window: leaves before it
    std::optional<shell::Frame> frame_;
    ui::Input input_;
    std::string title_;
    std::optional<Clock::time_point> wake_at_;
    bool leave_ = false;
    bool grab_ = false;  // the next frame's pixels are wanted
    std::vector<uint8_t> pixels_;
    uint32_t pixel_width_ = 0, pixel_height_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    // Without it X11 gives up on a title with a dash or a letter with an accent.
    if (std::setlocale(LC_CTYPE, "") == nullptr || MB_CUR_MAX == 1) std::setlocale(LC_CTYPE, "C.UTF-8");
    return Desktop(read_options(argc, argv)).run();
}
