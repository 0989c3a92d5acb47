// The last touch: paragraph breaks where a question and its answer shared a paragraph, ids, places in the source,
// diagnostics in order.
#pragma once

#include "parse/draft.h"

namespace kl::parse {

// Writes "\n\n" for each of draft.splits and moves every span of the document along.
void write_splits(const Draft& draft, Document& document);

void finish(Document& document);

}  // namespace kl::parse
