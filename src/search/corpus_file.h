// A corpus on disk: what `kamerloep index` writes. This first form holds the documents' texts; loading reads and parses
// them again.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "annotate/annotate.h"
#include "search/corpus.h"
#include "text/diagnostic.h"

namespace kl::search {

[[nodiscard]] std::string save(const Corpus& corpus);

// Whether the bytes begin as a corpus file does.
[[nodiscard]] bool is_corpus_file(std::string_view bytes);

// Errors: corpus_foreign {name}, corpus_newer {name, version}, corpus_damaged {name}. `annotator` must outlive the
// corpus.
[[nodiscard]] Result<std::shared_ptr<const Corpus>> load(std::string_view bytes, std::string_view name,
                                                         const annotate::Annotator& annotator);

}  // namespace kl::search
