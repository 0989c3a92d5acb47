// One line on a terminal that says how far a command is. Silent when standard error is no terminal, or when standard
// output is the same terminal and would be written over.
#pragma once

#include <chrono>
#include <cstddef>
#include <string_view>

#include "app/strings.h"

namespace kl::cli {

class Progress {
public:
    // `prints`: whether the command writes its result to standard output as it goes.
    Progress(size_t total, bool prints, const app::Strings& strings, app::Language language);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void at(size_t done, std::string_view name);
    void clear();  // before something else is said on standard error

private:
    size_t total_;
    bool shown_ = false, wanted_;
    const app::Strings& strings_;
    app::Language language_;
    std::chrono::steady_clock::time_point last_;
};

}  // namespace kl::cli
