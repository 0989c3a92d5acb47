// The words of the interface: assets/ui/*.tsv, rows "key<TAB>nl<TAB>en". No user-visible literal stands in C++.
//
// {0}, {1} … are arguments. A row may give two forms for a count, "1 antwoord||{0} antwoorden": the first is used for
// exactly 1.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/date.h"
#include "text/diagnostic.h"

namespace kl::app {

enum class Language : uint8_t { nl, en };

class Strings {
public:
    // Files are joined; a key that is missing shows as itself, so that it is seen.
    void load(std::string_view tsv);

    [[nodiscard]] const std::string& get(Language language, std::string_view key) const;
    [[nodiscard]] std::string format(Language language, std::string_view key, std::span<const std::string> args) const;
    // Plural: `n` is {0} (grouped: 1.234 in Dutch, 1,234 in English) and chooses the form; `args` are {1}, {2} …
    [[nodiscard]] std::string count(Language language, std::string_view key, uint64_t n,
                                    std::span<const std::string> args = {}) const;
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::string number(Language language, uint64_t n) const;
    [[nodiscard]] std::string date(Language language, text::Date date) const;  // "12 februari 2026", "12 February 2026"
    [[nodiscard]] std::string diagnostic(Language language, const Diagnostic& d) const;
    [[nodiscard]] std::string error(Language language, const Error& e) const;
    [[nodiscard]] std::vector<std::string> keys() const;  // sorted
    // "a", "a en b", "a, b en c".
    [[nodiscard]] std::string list(Language language, std::span<const std::string> parts) const;

private:
    struct Row {
        std::string text[2];
    };
    struct Hash {
        using is_transparent = void;
        size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
    };
    std::unordered_map<std::string, Row, Hash, std::equal_to<>> rows_;
};

}  // namespace kl::app
