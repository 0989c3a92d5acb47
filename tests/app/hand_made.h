// A corpus made by hand: two small documents with known words, ministries and themes, so that every count can be
// counted by hand.
//
//   item            year  kind        stated  inferred   theme               answer
//   kst-11111-1/1   2025  lijst       BZ EZ   Def        handel              "De grondstoffen komen uit China." + note
//   1 (missing) kst-11111-1/2   2025  lijst       BZ EZ              handel, defensie    "Zie het antwoord op vraag 1."
//   (restored number) ah-tk-20232024-7/1  2024  aanhangsel  OCW            cultuur             "Musea krijgen
//   subsidie." ah-tk-20232024-7/2  2024  aanhangsel  OCW            cultuur             none
#pragma once

#include <memory>

#include "app/view_model.h"
#include "search/corpus.h"

namespace kl::test {

const annotate::Vocabulary& small_vocabulary();
std::shared_ptr<const search::Corpus> hand_made_corpus();
std::shared_ptr<const search::Corpus> empty_corpus();

}  // namespace kl::test
