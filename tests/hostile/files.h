// Files nobody would write, of any size: the rows of tests/cases/hostile/files.tsv. The tests read them at a moderate
// size; bench/hostile measures whether four times the size takes four times the time and memory.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "read/read.h"

namespace kl::test {

struct HostileFile {
    std::string name;
    std::string format;  // text, html, xml, json, docx, docx-notes, docx-deflated, docx-parts, pages
    std::string before, each, mirror, after;
};

[[nodiscard]] std::vector<HostileFile> hostile_files(const std::string& path);

// The file with its text of about `bytes` (docx-deflated: so many bytes when inflated).
[[nodiscard]] std::string make(const HostileFile& file, size_t bytes);

// As a file of its kind is read; `pages` as what pdf.js found in a PDF.
[[nodiscard]] Result<read::Sources> read_hostile(const HostileFile& file, std::string_view bytes);

}  // namespace kl::test
