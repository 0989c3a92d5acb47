#include "app/strings.h"

#include <algorithm>
#include <unordered_set>

#include "text/sort.h"

namespace kl::app {
namespace {

constexpr std::string_view plural_separator = "||";

// Every "{n}" of `text` becomes args[n]; one without an argument stays, so that it is seen.
std::string fill(std::string_view text, std::span<const std::string> args) {
    std::string out;
    out.reserve(text.size() + 16);
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '{' && i + 2 < text.size() && text[i + 2] == '}' && text[i + 1] >= '0' && text[i + 1] <= '9') {
            const auto n = static_cast<size_t>(text[i + 1] - '0');
            if (n < args.size()) {
                out += args[n];
                i += 2;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

}  // namespace

void Strings::load(std::string_view tsv) {
    bool header = true;
    while (!tsv.empty()) {
        const size_t end = tsv.find('\n');
        std::string_view line = tsv.substr(0, end);
        tsv = end == std::string_view::npos ? std::string_view{} : tsv.substr(end + 1);
        if (line.ends_with('\r')) line.remove_suffix(1);
        const size_t first = line.find('\t');
        if (line.empty() || line.starts_with('#') || first == std::string_view::npos) continue;
        if (header) {  // "key  nl  en"
            header = false;
            if (line.starts_with("key\t")) continue;
        }
        const size_t second = line.find('\t', first + 1);
        Row row;
        row.text[0] = line.substr(first + 1, second == std::string_view::npos ? second : second - first - 1);
        if (second != std::string_view::npos) row.text[1] = line.substr(second + 1);
        if (row.text[1].empty()) row.text[1] = row.text[0];
        rows_[std::string(line.substr(0, first))] = std::move(row);
    }
}

bool Strings::has(std::string_view key) const { return rows_.find(key) != rows_.end(); }

const std::string& Strings::get(Language language, std::string_view key) const {
    if (const auto row = rows_.find(key); row != rows_.end()) return row->second.text[static_cast<size_t>(language)];
    static std::unordered_set<std::string> missing;  // a few at most: the tests look for them
    return *missing.emplace(key).first;
}

std::string Strings::format(Language language, std::string_view key, std::span<const std::string> args) const {
    return fill(get(language, key), args);
}

std::string Strings::count(Language language, std::string_view key, uint64_t n,
                           std::span<const std::string> args) const {
    std::string_view text = get(language, key);
    if (const size_t cut = text.find(plural_separator); cut != std::string_view::npos) {
        text = n == 1 ? text.substr(0, cut) : text.substr(cut + plural_separator.size());
    }
    std::vector<std::string> all{number(language, n)};
    all.insert(all.end(), args.begin(), args.end());
    return fill(text, all);
}

std::string Strings::number(Language language, uint64_t n) const {
    std::string digits = std::to_string(n);
    for (size_t at = digits.size(); at > 3;) {
        at -= 3;
        digits.insert(at, 1, language == Language::nl ? '.' : ',');
    }
    return digits;
}

std::string Strings::date(Language language, text::Date date) const {
    if (!date.known()) return {};
    const std::string year = std::to_string(date.year);
    if (date.month < 1 || date.month > 12) return year;
    const std::string& month = get(language, "month." + std::to_string(date.month));
    if (date.day == 0) return format(language, "date.month", std::vector{month, year});
    return format(language, "date.day", std::vector{std::to_string(date.day), month, year});
}

std::string Strings::diagnostic(Language language, const Diagnostic& d) const {
    return format(language, "diagnostic." + d.code, d.args);
}

std::string Strings::error(Language language, const Error& e) const {
    const std::string key = "error." + e.code;
    if (!has(key)) return format(language, "error.unknown", std::vector{e.code});
    return format(language, key, e.args);
}

std::vector<std::string> Strings::keys() const {
    std::vector<std::string> out;
    out.reserve(rows_.size());
    for (const auto& [key, row] : rows_) out.push_back(key);
    text::sort(out);
    return out;
}

std::string Strings::list(Language language, std::span<const std::string> parts) const {
    if (parts.empty()) return {};
    std::string out = parts[0];
    for (size_t i = 1; i < parts.size(); ++i) {
        out = format(language, i + 1 == parts.size() ? "list.and" : "list.comma", std::vector{out, parts[i]});
    }
    return out;
}

}  // namespace kl::app
