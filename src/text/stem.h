// Dutch stems by the Snowball algorithm `dutch` of Snowball (Kraaij & Pohlmann 1994, "Porter's stemming algorithm for
// Dutch").
#pragma once

#include <string>
#include <string_view>

namespace kl::text {

// Stem of one folded token (see fold.h). A token with a digit, or of fewer than three letters, is its own stem.
class Stemmer {
public:
    Stemmer();
    ~Stemmer();
    Stemmer(const Stemmer&) = delete;
    Stemmer& operator=(const Stemmer&) = delete;

    [[nodiscard]] std::string stem(std::string_view folded);

private:
    struct Impl;
    Impl* impl_;
};

}  // namespace kl::text
