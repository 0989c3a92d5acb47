// kamerloep, the command line: flags and printing; everything else is the library's.

#include <cstdio>

#include "cli/commands.h"
#include "cli/options.h"
#include "read/readers.h"

int main(int argc, char** argv) {
    const kl::app::Strings strings = kl::app::embedded_strings();
    const auto options = kl::cli::read_options(argc, argv, strings);
    if (!options) {
        const kl::cli::Stop& stop = options.error();
        if (stop.exit == kl::cli::exit_ok) {
            std::fputs(stop.text.c_str(), stdout);
        } else {
            const auto language = kl::cli::choose_language(argc, argv);
            std::fputs((strings.format(language, "cli.error", std::vector{stop.text}) + "\n").c_str(), stderr);
        }
        return stop.exit;
    }
    const kl::app::Pipeline pipeline(kl::read::all_readers());
    return kl::cli::run(*options, {strings, pipeline});
}
