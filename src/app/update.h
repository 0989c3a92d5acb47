// update(State, Action) → State and effects. Pure: no input, no output, no clock.
#pragma once

#include <vector>

#include "app/action.h"
#include "app/state.h"
#include "search/corpus.h"

namespace kl::app {

struct Updated {
    State state;
    std::vector<Effect> effects;
};
// `page_address` is the address without hash, for "copy link" ("" natively: the public address of the document is
// copied instead).
struct UpdateContext {
    const search::Corpus& corpus;
    const Strings& strings;
    std::string_view page_address;
};
[[nodiscard]] Updated update(State state, const Action& action, const UpdateContext& context);

}  // namespace kl::app
