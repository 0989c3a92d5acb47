// What lies over the text of the reader: highlights, links to questions, publications and concepts, footnote marks.
#pragma once

#include "app/derive.h"

namespace kl::app {

[[nodiscard]] Layers reader_layers(const Scene& scene, search::ItemId item);

// The words that find a concept elsewhere: its name, as a phrase when it is more than one word.
[[nodiscard]] std::string query_for(const annotate::Concept& named);
[[nodiscard]] std::string_view kind_name(annotate::ConceptKind kind);

}  // namespace kl::app
