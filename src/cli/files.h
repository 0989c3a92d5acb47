// Files and folders of the user's machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kl::cli {

// The first `most` bytes of a file, of standard input for "-"; nullopt when it cannot be read.
[[nodiscard]] std::optional<std::string> read_file(const std::string& path, size_t most = SIZE_MAX);
[[nodiscard]] bool write_file(const std::string& path, const std::string& bytes);
[[nodiscard]] bool is_folder(const std::string& path);

// The files below a folder, sorted by name; hidden ones are left out.
[[nodiscard]] std::vector<std::string> files_below(const std::string& folder);

struct Input {
    std::string path;
    bool named =
        true;  // by the user, so that it must be readable; false: found in a folder, which may hold other things
};

// What the arguments stand for: a folder its files, a pattern ("*.txt", for shells that leave it alone) what it
// matches. What is none of these stays as it is, also when it does not exist.
[[nodiscard]] std::vector<Input> inputs(const std::vector<std::string>& arguments);

}  // namespace kl::cli
