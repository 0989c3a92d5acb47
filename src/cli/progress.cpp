#include "cli/progress.h"

#include <unistd.h>

#include <cstdio>
#include <string>
#include <vector>

namespace kl::cli {

namespace {
constexpr auto pause = std::chrono::milliseconds(100);  // people read no faster
constexpr size_t longest_name = 48;                     // the line must not wrap
}  // namespace

Progress::Progress(size_t total, bool prints, const app::Strings& strings, app::Language language)
    : total_(total),
      wanted_(total > 1 && isatty(STDERR_FILENO) != 0 && !(prints && isatty(STDOUT_FILENO) != 0)),
      strings_(strings),
      language_(language),
      last_(std::chrono::steady_clock::now()) {}

Progress::~Progress() { clear(); }

void Progress::at(size_t done, std::string_view name) {
    if (!wanted_ || std::chrono::steady_clock::now() - last_ < pause) return;
    last_ = std::chrono::steady_clock::now();
    std::string short_name(name.substr(name.find_last_of('/') + 1));
    if (short_name.size() > longest_name) {
        size_t cut = longest_name;
        while (cut > 0 && (static_cast<unsigned char>(short_name[cut]) & 0xC0) == 0x80) --cut;
        short_name = short_name.substr(0, cut) + "…";
    }
    const std::vector<std::string> args{strings_.number(language_, done), strings_.number(language_, total_),
                                        std::to_string(done * 100 / total_), short_name};
    std::fprintf(stderr, "\r\x1b[K%s", strings_.format(language_, "cli.progress", args).c_str());
    std::fflush(stderr);
    shown_ = true;
}

void Progress::clear() {
    if (shown_) std::fputs("\r\x1b[K", stderr);
    shown_ = false;
}

}  // namespace kl::cli
