// Document + vocabularies → Annotations. The passes in order: references, cross links, officials, concepts, dates and
// promises, themes, ministries.
#pragma once

#include <memory>

#include "annotate/annotation.h"
#include "annotate/vocabulary.h"
#include "parse/document.h"

namespace kl::annotate {

// Holds the matcher compiled from the vocabulary, so that thousands of documents share it. `vocabulary` must outlive
// it.
class Annotator {
public:
    explicit Annotator(const Vocabulary& vocabulary);
    ~Annotator();
    Annotator(Annotator&&) noexcept;
    Annotator& operator=(Annotator&&) noexcept;

    [[nodiscard]] Annotations annotate(const parse::Document& document) const;
    [[nodiscard]] const Vocabulary& vocabulary() const;

private:
    struct Matcher;
    const Vocabulary* vocabulary_;
    std::unique_ptr<Matcher> matcher_;
};

}  // namespace kl::annotate
