#include "read/pages.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>

namespace kl::read {
namespace {

using Json = nlohmann::json;

std::unexpected<Error> invalid() { return std::unexpected(Error{"source_invalid", {}}); }

// A length on a page; nothing when no page could hold it.
std::optional<float> length(const Json& value) {
    if (!value.is_number()) return std::nullopt;
    const auto number = value.get<double>();
    if (!std::isfinite(number) || std::fabs(number) > 1e6) return std::nullopt;
    return static_cast<float>(number);
}

std::optional<Piece> piece_of(const Json& row) {
    if (!row.is_array() || row.size() != 6 || !row[0].is_string() || !row[5].is_number_unsigned()) return std::nullopt;
    const auto x = length(row[1]), y = length(row[2]), width = length(row[3]), size = length(row[4]);
    const auto turn = row[5].get<uint64_t>();
    if (!x || !y || !width || !size || turn > 3) return std::nullopt;
    return Piece{row[0].get<std::string>(), *x, *y, *width, *size, static_cast<uint8_t>(turn)};
}

}  // namespace

Result<Pages> pages_from_json(std::string_view json) {
    const Json root = Json::parse(json, nullptr, /*allow_exceptions=*/false);
    if (!root.is_object()) return invalid();
    const auto list = root.find("pages");
    if (list == root.end() || !list->is_array() || list->size() > most_pages) return invalid();
    Pages pages;
    size_t count = 0;
    for (const Json& one : *list) {
        if (!one.is_object()) return invalid();
        const auto width = length(one.value("width", Json())), height = length(one.value("height", Json()));
        const auto pieces = one.find("pieces");
        if (!width || !height || pieces == one.end() || !pieces->is_array()) return invalid();
        count += pieces->size();
        if (count > most_pieces) return invalid();
        Page& page = pages.emplace_back();
        page.width = *width;
        page.height = *height;
        page.pieces.reserve(pieces->size());
        for (const Json& row : *pieces) {
            auto piece = piece_of(row);
            if (!piece) return invalid();
            page.pieces.push_back(std::move(*piece));
        }
    }
    return pages;
}

}  // namespace kl::read
