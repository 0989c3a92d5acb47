// Bytes → read → parse → annotate → documents of a corpus: the flow up to the index, in one place.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "annotate/annotate.h"
#include "app/strings.h"
#include "read/read.h"
#include "search/corpus.h"
#include "text/diagnostic.h"

namespace kl::app {

using DocumentPtr = std::shared_ptr<const search::CorpusDocument>;

// Holds the embedded vocabularies and what is compiled from them; a corpus of its documents must not outlive it.
class Pipeline {
public:
    explicit Pipeline(const read::Readers& readers = {});
    ~Pipeline();
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    // One document, or more from a file that holds several. Errors: those of read::read, with the name.
    [[nodiscard]] Result<std::vector<DocumentPtr>> read(std::string_view bytes, std::string_view name) const;
    [[nodiscard]] DocumentPtr understand(read::SourceText source) const;
    [[nodiscard]] const annotate::Vocabulary& vocabulary() const { return *vocabulary_; }
    [[nodiscard]] const annotate::Annotator& annotator() const { return annotator_; }

private:
    read::Readers readers_;
    std::unique_ptr<const annotate::Vocabulary> vocabulary_;
    annotate::Annotator annotator_;
};

// assets/ui/*.tsv.
[[nodiscard]] Strings embedded_strings();

}  // namespace kl::app
