// The command line as the user wrote it.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "app/strings.h"
#include "search/search.h"

namespace kl::cli {

// Exit codes: a contract with scripts.
inline constexpr int exit_ok = 0, exit_nothing = 1, exit_usage = 2, exit_unreadable = 3;

struct Options {
    enum class Command { parse, index, search, export_all } command = Command::parse;
    app::Language language = app::Language::nl;
    std::vector<std::string> files;  // parse, index: files and folders; search, export: the corpus
    std::string output;              // index
    std::string query;               // search
    bool json = false, text = false;
    std::string format;  // export
    search::Filters filters;
    search::Order order = search::Order::relevance;
    int limit = -1;  // -1: not said
    int jobs = 0;    // threads; 0: one a core
};

// There is nothing to run: a text to print (help, version), or what was wrong.
struct Stop {
    int exit = exit_ok;
    std::string text;  // on stdout when exit is ok, else one line on stderr
};

[[nodiscard]] std::expected<Options, Stop> read_options(int argc, char** argv, const app::Strings& strings);

// From --lang, else LC_ALL, LC_MESSAGES, LANG; Dutch otherwise.
[[nodiscard]] app::Language choose_language(int argc, char** argv);

}  // namespace kl::cli
