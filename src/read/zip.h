// The files inside a zip, in memory; with limits, since a few bytes of zip can be gigabytes of nothing.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "text/diagnostic.h"

namespace kl::read {

inline constexpr size_t most_inflated = size_t{192} << 20;  // bytes, of all parts that are read

class Zip {
public:
    // `bytes` must outlive it. Errors: zip_broken {name}.
    [[nodiscard]] static Result<Zip> open(std::string_view bytes, std::string_view name);
    Zip(Zip&&) noexcept;
    Zip& operator=(Zip&&) noexcept;
    ~Zip();

    [[nodiscard]] bool has(std::string_view path) const;
    [[nodiscard]] bool has_folder(std::string_view path) const;  // "xl/"

    // The file at `path`, or "" when there is none. Errors: zip_broken {name}, zip_bomb {name}, encrypted {name}.
    [[nodiscard]] Result<std::string> read(std::string_view path);

private:
    struct Impl;
    explicit Zip(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace kl::read
