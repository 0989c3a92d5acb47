// assets/documents/manifest.json: the documents an explorer opens with.
//   {"documents": [{"path": "kst-36696-4.txt", "source": "https://…", "title": "…"}]}
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"

namespace kl::read {

struct ManifestEntry {
    std::string path;    // relative to the manifest
    std::string source;  // where the document was published; may be empty
};

struct Manifest {
    std::vector<ManifestEntry> documents;
    std::vector<Diagnostic> diagnostics;  // one per broken entry ("manifest_entry" {index}); the others are kept
};

// Errors: manifest_invalid (not JSON, or no "documents" list).
[[nodiscard]] Result<Manifest> read_manifest(std::string_view json);

}  // namespace kl::read
