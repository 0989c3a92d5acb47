// Bytes → read → parse → annotate → a document of a corpus: the flow up to the index, in one place.
#pragma once

#include <memory>
#include <string_view>

#include "annotate/annotate.h"
#include "app/strings.h"
#include "search/corpus.h"
#include "text/diagnostic.h"

namespace kl::app {

// Holds the embedded vocabularies and what is compiled from them; a corpus of its documents must not outlive it.
class Pipeline {
public:
    Pipeline();
    ~Pipeline();
    Pipeline(const Pipeline&) = delete;
    Pipeline& operator=(const Pipeline&) = delete;

    // Errors: those of read::read, with the name.
    [[nodiscard]] Result<std::shared_ptr<const search::CorpusDocument>> read(std::string_view bytes,
                                                                             std::string_view name) const;
    [[nodiscard]] const annotate::Vocabulary& vocabulary() const { return *vocabulary_; }
    [[nodiscard]] const annotate::Annotator& annotator() const { return annotator_; }

private:
    std::unique_ptr<const annotate::Vocabulary> vocabulary_;
    annotate::Annotator annotator_;
};

// assets/ui/*.tsv.
[[nodiscard]] Strings embedded_strings();

}  // namespace kl::app
