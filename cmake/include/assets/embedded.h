// Files that travel inside the program. Each namespace is a library of its own, so that a program carries only what it uses.
//
//   find("vocab/ministries.tsv")   the bytes of the file (alive as long as the program), or an empty view with data() == nullptr
//   names()                        every name, sorted
#pragma once

#include <span>
#include <string_view>

// Vocabularies and user interface strings: "vocab/….tsv", "ui/….tsv" (library kl_assets).
namespace kl::assets {
[[nodiscard]] std::string_view find(std::string_view name);
[[nodiscard]] std::span<const std::string_view> names();
}  // namespace kl::assets

// The subset fonts: "inter-400.ttf", "inter-600.ttf", "source-serif-4-400.ttf", … (library kl_assets_fonts).
namespace kl::assets::fonts {
[[nodiscard]] std::string_view find(std::string_view name);
[[nodiscard]] std::span<const std::string_view> names();
}  // namespace kl::assets::fonts

// The bundled documents: "manifest.json", "kst-36696-4.txt", … (library kl_assets_documents, native programs only;
// the web page loads them as files).
namespace kl::assets::documents {
[[nodiscard]] std::string_view find(std::string_view name);
[[nodiscard]] std::span<const std::string_view> names();
}  // namespace kl::assets::documents
