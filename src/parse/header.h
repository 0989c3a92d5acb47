// The head of a document: kind, id, date, number, who asked, who answered.
#pragma once

#include "parse/draft.h"

namespace kl::parse {

// Fills everything of `document` that its head and its page furniture say. Needs draft.head_end.
void read_header(const Draft& draft, Document& document);

}  // namespace kl::parse
