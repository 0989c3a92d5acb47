#include "read/source_text_json.h"

#include <array>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

namespace kl::read {
namespace {

using Json = nlohmann::ordered_json;  // the page has it already

constexpr std::array<std::string_view, 6> formats{"text", "pdf", "docx", "html", "xml", "json"};
constexpr unsigned page_start_flag = 1;
constexpr unsigned furniture_flag = 2;

std::optional<uint32_t> number(const Json& value) {
    if (!value.is_number_unsigned()) return std::nullopt;
    const auto wide = value.get<uint64_t>();
    if (wide > std::numeric_limits<uint32_t>::max()) return std::nullopt;
    return static_cast<uint32_t>(wide);
}

std::optional<std::vector<uint32_t>> numbers(const Json& list, size_t from, size_t count) {
    if (!list.is_array() || list.size() < from + count) return std::nullopt;
    std::vector<uint32_t> out;
    for (size_t i = from; i < from + count; ++i) {
        const auto one = number(list[i]);
        if (!one) return std::nullopt;
        out.push_back(*one);
    }
    return out;
}

std::optional<std::vector<std::string>> words(const Json& list, size_t from) {
    if (!list.is_array() || list.size() < from) return std::nullopt;
    std::vector<std::string> out;
    for (size_t i = from; i < list.size(); ++i) {
        if (!list[i].is_string()) return std::nullopt;
        out.push_back(list[i].get<std::string>());
    }
    return out;
}

std::unexpected<Error> invalid() { return std::unexpected(Error{"source_invalid", {}}); }

}  // namespace

std::string to_json(const SourceText& source) {
    Json out = {{"name", source.name}, {"format", formats[static_cast<size_t>(source.format)]}, {"text", source.text}};
    Json& lines = out["lines"] = Json::array();
    for (const Line& one : source.lines) {
        const unsigned flags = (one.page_start ? page_start_flag : 0) | (one.furniture ? furniture_flag : 0);
        lines.push_back({one.span.begin, one.span.end, one.indent, one.blanks_before, one.page, flags,
                         static_cast<unsigned>(one.role)});
    }
    Json& marks = out["marks"] = Json::array();
    for (const Mark& one : source.marks) marks.push_back({one.span.begin, one.span.end, one.note});
    Json& stated = out["stated"] = Json::array();
    for (const StatedFact& one : source.stated) stated.push_back({one.field, one.value});
    Json& diagnostics = out["diagnostics"] = Json::array();
    for (const Diagnostic& one : source.diagnostics) {
        Json row = {one.code, static_cast<unsigned>(one.severity), one.source.begin, one.source.end};
        for (const std::string& arg : one.args) row.push_back(arg);
        diagnostics.push_back(std::move(row));
    }
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<SourceText> source_text_from_json(std::string_view json) {
    const Json root = Json::parse(json, nullptr, /*allow_exceptions=*/false);
    if (!root.is_object()) return invalid();
    const auto field = [&](const char* key) { return root.value(key, Json()); };
    const Json name = field("name"), format = field("format"), text = field("text");
    if (!name.is_string() || !format.is_string() || !text.is_string()) return invalid();
    SourceText source;
    source.name = name.get<std::string>();
    source.text = text.get<std::string>();
    size_t index = 0;
    while (index < formats.size() && formats[index] != format.get_ref<const std::string&>()) ++index;
    if (index == formats.size()) return invalid();
    source.format = static_cast<Format>(index);

    uint32_t end = 0;
    for (const Json& row : field("lines")) {
        const auto n = numbers(row, 0, 7);
        if (!n) return invalid();
        const Span span{(*n)[0], (*n)[1]};
        if (span.begin < end || span.end < span.begin || span.end > source.text.size()) return invalid();
        if ((*n)[6] > static_cast<uint32_t>(Role::notice)) return invalid();
        end = span.end;
        source.lines.push_back({span, (*n)[2], (*n)[3], (*n)[4], ((*n)[5] & page_start_flag) != 0,
                                ((*n)[5] & furniture_flag) != 0, static_cast<Role>((*n)[6])});
    }
    end = 0;
    for (const Json& row : field("marks")) {
        const auto n = numbers(row, 0, 3);
        if (!n) return invalid();
        const Span span{(*n)[0], (*n)[1]};
        if (span.begin < end || span.end < span.begin || span.end > source.text.size()) return invalid();
        if ((*n)[2] != no_line && (*n)[2] >= source.lines.size()) return invalid();
        end = span.end;
        source.marks.push_back({span, (*n)[2]});
    }
    for (const Json& row : field("stated")) {
        auto pair = words(row, 0);
        if (!pair || pair->size() != 2) return invalid();
        source.stated.push_back({std::move((*pair)[0]), std::move((*pair)[1])});
    }
    for (const Json& row : field("diagnostics")) {
        const auto n = numbers(row, 1, 3);
        auto args = words(row, 4);
        if (!n || !args || !row[0].is_string()) return invalid();
        const Span place{(*n)[1], (*n)[2]};
        if ((*n)[0] > static_cast<uint32_t>(Severity::doubt) || place.end < place.begin ||
            place.end > source.text.size()) {
            return invalid();
        }
        source.diagnostics.push_back(
            {row[0].get<std::string>(), static_cast<Severity>((*n)[0]), {}, place, std::move(*args)});
    }
    return source;
}

}  // namespace kl::read
