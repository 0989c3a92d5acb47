// The bundled document, read, parsed and annotated as the program does.
#pragma once

#include <memory>

#include "search/corpus.h"

namespace kl::test {

std::shared_ptr<const search::Corpus> seed();
const annotate::Vocabulary& real_vocabulary();

}  // namespace kl::test
