// JSON: what `kamerloep parse --json` wrote, one document or an array, read back; and answers of the open data of the
// Tweede Kamer (OData), which hold facts and no text.
#pragma once

#include "read/read.h"

namespace kl::read {

// Errors: json_broken {name}, json_other {name}, too_nested {name}, open_data_error {name, message}, empty_file {name}.
// A document of the open data has the diagnostic "open_data_facts".
[[nodiscard]] Result<Sources> read_json(std::string_view bytes, std::string_view name);

}  // namespace kl::read
