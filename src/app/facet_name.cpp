#include <array>

#include "app/action.h"

namespace kl::app {
namespace {

// In the order of search::Facet.
constexpr std::array<std::string_view, search::facet_count> names{"ministerie", "raakt", "thema",
                                                                  "trefwoord",  "soort", "jaar"};

}  // namespace

std::string_view facet_name(search::Facet facet) { return names[static_cast<size_t>(facet)]; }

std::optional<search::Facet> facet_from_name(std::string_view name) {
    for (size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) return static_cast<search::Facet>(i);
    }
    return std::nullopt;
}

}  // namespace kl::app
