// What the window shows, as a PNG file: for tests and for pictures in texts.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace kl::shell {

// `rgb`: width × height × 3 bytes, top row first. "": cannot be (size mismatch).
[[nodiscard]] std::string png(std::span<const uint8_t> rgb, uint32_t width, uint32_t height);

}  // namespace kl::shell
