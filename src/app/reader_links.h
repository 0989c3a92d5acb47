// What lies over the text of the reader: highlights, links to questions, publications and concepts, footnote marks.
#pragma once

#include "app/derive.h"

namespace kl::app {

[[nodiscard]] Layers reader_layers(const Scene& scene, search::ItemId item);

// The query that finds these words elsewhere: as a phrase when they are more than one. They stand in the item, so it
// finds something.
[[nodiscard]] std::string query_for(std::string_view words);
[[nodiscard]] std::string_view kind_name(annotate::ConceptKind kind);

}  // namespace kl::app
