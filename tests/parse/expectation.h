// Reads the expectation files under tests/cases/parse: what must come out of a document, line by line.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "parse/parse.h"
#include "read/read.h"

namespace kl::test {

struct Line {
    std::string key;
    std::string value;
};

inline std::string file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
}

inline std::string trim(const std::string& text) {
    const size_t begin = text.find_first_not_of(" \t\r");
    if (begin == std::string::npos) return "";
    return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

inline std::vector<Line> expectation(const std::string& text) {
    std::vector<Line> lines;
    std::stringstream in(text);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        const size_t blank = line.find(' ');
        lines.push_back({line.substr(0, blank), blank == std::string::npos ? "" : trim(line.substr(blank))});
    }
    return lines;
}

// "first words … last words"; without "…" the whole text.
inline bool matches(const std::string& text, const std::string& pattern) {
    const std::string gap = " … ";
    const size_t at = pattern.find(gap);
    if (at == std::string::npos) return text == pattern;
    return text.starts_with(pattern.substr(0, at)) && text.ends_with(pattern.substr(at + gap.size()));
}

inline parse::Document parsed(const std::string& bytes, const std::string& name = "document") {
    auto source = read::read(bytes, name);
    return source ? parse::parse(std::move(source->front())) : parse::Document{};
}

}  // namespace kl::test
