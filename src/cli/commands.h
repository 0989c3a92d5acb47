// What each command does; returns the exit code.
#pragma once

#include "app/pipeline.h"
#include "app/strings.h"
#include "cli/options.h"

namespace kl::cli {

struct Context {
    const app::Strings& strings;
    const app::Pipeline& pipeline;
};

[[nodiscard]] int run(const Options& options, const Context& context);

}  // namespace kl::cli
