// A file of any format → SourceText. The format is recognised by the bytes, never by the name.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "read/source_text.h"
#include "text/diagnostic.h"

namespace kl::read {

// More than any document of the Kamer has, and little enough for spans of 32 bits and the memory of a browser's page.
inline constexpr size_t most_bytes = size_t{256} << 20;

using Sources =
    std::vector<SourceText>;  // a file may hold several documents: an export of ours, a list of the open data
using Reader = Result<Sources> (*)(std::string_view bytes, std::string_view name);

// The readers of formats that need a library. The page's engine is linked without them: there they are a module of
// their own, loaded when such a file is opened (src/read/web.cpp). `all_readers` of readers.h is everything a build
// has.
struct Readers {
    Reader pdf = nullptr;
    Reader docx = nullptr;
    Reader html = nullptr;
    Reader xml = nullptr;
    Reader json = nullptr;
};

// Errors: empty_file (also only blanks), binary_file {name}, unsupported_format {name, format}, too_large {name, MB};
// and those of the readers. Bytes that are not UTF-8 are read as UTF-16 (byte order mark) or Windows-1252, with a
// diagnostic "windows_1252".
[[nodiscard]] Result<Sources> read(std::string_view bytes, std::string_view name, const Readers& readers = {});

// Whether reading needs one of the Readers: "pdf", "docx", "html", "xml", "json"; "" for everything else.
[[nodiscard]] std::string_view reader_needed(std::string_view bytes);

}  // namespace kl::read
