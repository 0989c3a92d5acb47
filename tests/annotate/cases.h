// Cases as data: lines of "input => expected", "#" comments, "\n" for a line end.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace kl::test {

struct Case {
    int line = 0;
    std::string input, expected;
};

inline std::string unescape(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool line_end = text[i] == '\\' && i + 1 < text.size() && text[i + 1] == 'n';
        out += line_end ? '\n' : text[i];
        i += line_end ? 1 : 0;
    }
    return out;
}

inline std::vector<Case> read_cases(const std::string& path) {
    std::ifstream in(path);
    std::vector<Case> cases;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        const size_t arrow = line.find(" => ");
        if (line.empty() || line[0] == '#' || arrow == std::string::npos) continue;
        cases.push_back({number, unescape(line.substr(0, arrow)), line.substr(arrow + 4)});
    }
    return cases;
}

inline std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

}  // namespace kl::test
