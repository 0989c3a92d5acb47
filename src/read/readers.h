// Every reader of a structured format that this build has. Linking it links their libraries.
#pragma once

#include "read/read.h"

namespace kl::read {

[[nodiscard]] Readers all_readers();

}  // namespace kl::read
