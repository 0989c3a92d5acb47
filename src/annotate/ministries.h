// Which ministries an item concerns: the ones the document states, and the ones its words lead to (inferred), each with
// its reasons.
#pragma once

#include <vector>

#include "annotate/annotation.h"
#include "annotate/places.h"
#include "annotate/words.h"

namespace kl::annotate {

// The officials of the head as they were on `date`; who cannot be resolved is left out and reported.
[[nodiscard]] std::vector<ResolvedOfficial> resolve_officials(const Vocabulary& vocabulary,
                                                              const parse::Document& document,
                                                              const std::vector<parse::Official>& officials,
                                                              text::Date date, std::vector<Diagnostic>& diagnostics);

// A ministry named in the running text: "het ministerie van OCW", "de minister voor Rechtsbescherming".
struct NamedMinistry {
    MinistryId ministry = 0;
    Span span;
};
[[nodiscard]] std::vector<NamedMinistry> find_named_ministries(const Vocabulary& vocabulary, const Words& words,
                                                               text::Date date);

// Fills ItemAnnotations::ministries and ::joint from what the other passes found.
void assign_ministries(const Vocabulary& vocabulary, const parse::Document& document, const Places& places,
                       const std::vector<NamedMinistry>& named, Annotations& annotations);

}  // namespace kl::annotate
