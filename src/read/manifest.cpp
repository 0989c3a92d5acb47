#include "read/manifest.h"

#include <nlohmann/json.hpp>

namespace kl::read {
namespace {

std::string text_of(const nlohmann::json& entry, const char* key) {
    const auto found = entry.find(key);
    return found != entry.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// A path is relative and stays below the manifest's folder.
bool usable_path(const std::string& path) {
    if (path.empty() || path.front() == '/' || path.find("..") != std::string::npos) return false;
    return path.find("://") == std::string::npos && path.find('\\') == std::string::npos;
}

}  // namespace

Result<Manifest> read_manifest(std::string_view json) {
    const auto root = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
    if (root.is_discarded() || !root.is_object()) return std::unexpected(Error{"manifest_invalid", {}});
    const auto list = root.find("documents");
    if (list == root.end() || !list->is_array()) return std::unexpected(Error{"manifest_invalid", {}});

    Manifest manifest;
    size_t index = 0;
    for (const auto& entry : *list) {
        ++index;  // people count from 1
        ManifestEntry document;
        if (entry.is_object()) document = {text_of(entry, "path"), text_of(entry, "source")};
        if (usable_path(document.path)) {
            manifest.documents.push_back(std::move(document));
        } else {
            manifest.diagnostics.push_back({"manifest_entry", Severity::doubt, {}, {}, {std::to_string(index)}});
        }
    }
    return manifest;
}

}  // namespace kl::read
