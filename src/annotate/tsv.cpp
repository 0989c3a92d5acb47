#include "annotate/tsv.h"

namespace kl::annotate {

namespace {

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\r')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
    return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const size_t end = text.find(separator);
        parts.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

}  // namespace

std::string_view TsvTable::cell(const TsvRow& row, std::string_view column) const {
    for (size_t i = 0; i < columns.size() && i < row.cells.size(); ++i)
        if (columns[i] == column) return row.cells[i];
    return {};
}

TsvTable read_tsv(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    TsvTable table;
    for (int line = 1; !bytes.empty(); ++line) {
        const size_t end = bytes.find('\n');
        const std::string_view text = bytes.substr(0, end);
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
        if (trimmed(text).empty() || text.front() == '#') continue;
        if (table.columns.empty())
            table.columns = split(text, '\t');
        else
            table.rows.push_back({line, split(text, '\t')});
    }
    return table;
}

std::vector<std::string> values_of(std::string_view cell) {
    std::vector<std::string> values;
    for (const std::string_view value : split(cell, '|'))
        if (!value.empty()) values.emplace_back(value);
    return values;
}

}  // namespace kl::annotate
