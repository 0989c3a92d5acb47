// Cases as data: tests/cases/app/*.
#pragma once

#include <doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "app/strings.h"

namespace kl::test {

inline std::string read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    REQUIRE_MESSAGE(file.good(), path);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string seed() { return read_file(std::string(KAMERLOEP_ASSETS_DIR) + "/documents/kst-36696-4.txt"); }

inline std::vector<std::string> split(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    size_t from = 0;
    for (size_t to; (to = text.find(separator, from)) != std::string::npos; from = to + separator.size()) {
        parts.push_back(text.substr(from, to - from));
    }
    parts.push_back(text.substr(from));
    return parts;
}

// The lines of a case file, cut at `separator`; "#" followed by a blank begins a comment.
inline std::vector<std::vector<std::string>> cases(const std::string& name, const std::string& separator = "\t") {
    std::vector<std::vector<std::string>> rows;
    for (const auto& line : split(read_file(std::string(KAMERLOEP_CASES_DIR) + "/app/" + name), "\n")) {
        if (!line.empty() && !line.starts_with("# ")) rows.push_back(split(line, separator));
    }
    return rows;
}

// The words of the interface, from the files themselves.
inline const app::Strings& strings() {
    static const app::Strings loaded = [] {
        app::Strings s;
        for (const char* name : {"strings.tsv", "diagnostics.tsv", "native_strings.tsv"}) {
            s.load(read_file(std::string(KAMERLOEP_ASSETS_DIR) + "/ui/" + name));
        }
        return s;
    }();
    return loaded;
}

}  // namespace kl::test
