// What was repaired or doubted in one item, for the reader's notices and for "bekijk bron".
#pragma once

#include "app/derive.h"

namespace kl::app {

// Diagnostics of parsing, reading and annotating whose place lies in the item, each once.
[[nodiscard]] std::vector<const Diagnostic*> diagnostics_of(const search::Corpus& corpus, search::ItemId item);
[[nodiscard]] std::vector<NoticeView> item_notices(const Scene& scene, search::ItemId item);

}  // namespace kl::app
