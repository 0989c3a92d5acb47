// Cases as tables: one case a line, columns divided by tabs, lines with # are comments.
#pragma once

#include <fstream>
#include <string>
#include <vector>

namespace kl::test {

inline std::vector<std::vector<std::string>> table(const std::string& path) {
    std::vector<std::vector<std::string>> rows;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') continue;
        std::vector<std::string> row;
        size_t begin = 0;
        for (size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', begin)) {
            row.push_back(line.substr(begin, tab - begin));
            begin = tab + 1;
        }
        row.push_back(line.substr(begin));
        rows.push_back(row);
    }
    return rows;
}

}  // namespace kl::test
