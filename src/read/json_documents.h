// One JSON object → a document. Not for other rooms.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "read/source_text.h"

namespace kl::read {

using Json = nlohmann::json;  // not ordered_json: it looks through all keys for each

// A field as text, also a number; "" when it is neither.
[[nodiscard]] std::string text_field(const Json& object, const char* key);
[[nodiscard]] const Json& list_field(const Json& object, const char* key);  // an empty array when it is none

// Has "items" with questions: an export of ours.
[[nodiscard]] bool is_export(const Json& object);
[[nodiscard]] SourceText read_export(const Json& object, std::string_view name);

// Has the fields of a Zaak, Document, DocumentVersie or Kamerstukdossier.
[[nodiscard]] bool is_entity(const Json& object);
[[nodiscard]] SourceText read_entity(const Json& object, std::string_view name);

}  // namespace kl::read
