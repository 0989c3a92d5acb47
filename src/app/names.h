// The names of the enums in JSON: those of the enumerators.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "app/state.h"
#include "search/search.h"

namespace kl::app {

template <class Enum>
struct Names;  // `table`: the names in the order of the enumerators

template <>
struct Names<search::Order> {
    static constexpr std::array<std::string_view, 3> table{"relevance", "document", "newest"};
};
template <>
struct Names<search::Match> {
    static constexpr std::array<std::string_view, 3> table{"exact", "stem", "prefix"};
};
template <>
struct Names<Language> {
    static constexpr std::array<std::string_view, 2> table{"nl", "en"};
};
template <>
struct Names<ColorScheme> {
    static constexpr std::array<std::string_view, 3> table{"system", "light", "dark"};
};
template <>
struct Names<View> {
    static constexpr std::array<std::string_view, 2> table{"canvas", "page"};
};
template <>
struct Names<Pane> {
    static constexpr std::array<std::string_view, 3> table{"results", "filters", "answer"};
};
template <>
struct Names<Notice::Level> {
    static constexpr std::array<std::string_view, 3> table{"info", "warning", "error"};
};

template <class Enum>
[[nodiscard]] constexpr std::string_view name_of(Enum value) {
    return Names<Enum>::table[static_cast<size_t>(value)];
}

template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> from_name(std::string_view name) {
    for (size_t i = 0; i < Names<Enum>::table.size(); ++i) {
        if (Names<Enum>::table[i] == name) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

}  // namespace kl::app
