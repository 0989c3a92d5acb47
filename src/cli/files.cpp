#include "cli/files.h"

#include <glob.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>

namespace kl::cli {

namespace fs = std::filesystem;

std::optional<std::string> read_file(const std::string& path, size_t most) {
    std::ifstream file;
    if (path != "-") {
        if (is_folder(path)) return std::nullopt;
        file.open(path, std::ios::binary);
    }
    std::istream& in = path == "-" ? std::cin : file;
    if (!in) return std::nullopt;
    std::string bytes;
    std::vector<char> part(1U << 20);
    while (in && bytes.size() < most) {
        in.read(part.data(), static_cast<std::streamsize>(std::min(part.size(), most - bytes.size())));
        bytes.append(part.data(), static_cast<size_t>(in.gcount()));
    }
    if (in.bad()) return std::nullopt;
    return bytes;
}

bool write_file(const std::string& path, const std::string& bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    return !file.fail();
}

bool is_folder(const std::string& path) {
    std::error_code error;
    return fs::is_directory(path, error);
}

std::vector<std::string> files_below(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code error;
    for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
         !error && at != end; at.increment(error)) {
        const bool hidden = at->path().filename().string().starts_with('.');
        if (hidden && at->is_directory(error)) at.disable_recursion_pending();
        if (!hidden && at->is_regular_file(error)) files.push_back(at->path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::vector<Input> inputs(const std::vector<std::string>& arguments) {
    std::vector<Input> found;
    for (const std::string& argument : arguments) {
        if (is_folder(argument)) {
            for (std::string& file : files_below(argument)) found.push_back({std::move(file), false});
            continue;
        }
        std::error_code error;
        glob_t matches{};
        const bool pattern = argument.find_first_of("*?[") != std::string::npos && !fs::exists(argument, error);
        if (pattern && glob(argument.c_str(), 0, nullptr, &matches) == 0) {
            for (size_t i = 0; i < matches.gl_pathc; ++i) {
                if (!is_folder(matches.gl_pathv[i])) found.push_back({matches.gl_pathv[i], true});
            }
        } else {
            found.push_back({argument, true});
        }
        globfree(&matches);
    }
    return found;
}

}  // namespace kl::cli
