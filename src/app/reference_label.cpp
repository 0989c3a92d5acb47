// Ids of official publications as a reader knows them. The forms of the ids: annotate/references.h.

#include <algorithm>

#include "app/citation.h"

namespace kl::app {
namespace {

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::vector<std::string> split(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (size_t from = 0; from <= text.size();) {
        const size_t to = std::min(text.find(separator, from), text.size());
        parts.emplace_back(text.substr(from, to - from));
        from = to + 1;
    }
    return parts;
}

// A reprint or annex follows the number: "kst-36696-4-b1".
bool is_suffix(std::string_view part) {
    return part.size() >= 2 && std::string_view("hbnv").find(part[0]) != std::string_view::npos &&
           all_digits(part.substr(1));
}

std::string session(std::string_view eight) {
    return eight.size() == 8 ? std::string(eight.substr(0, 4)) + "/" + std::string(eight.substr(6))
                             : std::string(eight);
}

std::string kamerstuk(std::vector<std::string> parts, const Strings& strings, Language language) {
    std::string suffix;
    if (parts.size() > 3 && is_suffix(parts.back())) {
        suffix = "-" + parts.back();
        parts.pop_back();
    }
    std::string dossier = parts[1];
    for (size_t i = 2; i + 1 < parts.size(); ++i) dossier += "-" + parts[i];
    return strings.format(language, "short.kamerstuk", std::vector{dossier_label(dossier), parts.back() + suffix});
}

// CELEX of an act: "32023R1115" → regulation 2023/1115, "32011L0085" → directive 2011/85.
std::string celex(std::string_view id, const Strings& strings, Language language) {
    if (id.size() != 10 || id[0] != '3' || !all_digits(id.substr(1, 4)) || !all_digits(id.substr(6))) return {};
    std::string_view number = id.substr(6);
    while (number.size() > 1 && number[0] == '0') number.remove_prefix(1);
    const std::vector args{std::string(id.substr(1, 4)), std::string(number)};
    if (id[5] == 'R') return strings.format(language, "short.verordening", args);
    if (id[5] == 'L') return strings.format(language, "short.richtlijn", args);
    return {};
}

std::string web_address(std::string_view url) {
    for (const std::string_view prefix : {"https://", "http://", "www."}) {
        if (url.starts_with(prefix)) url.remove_prefix(prefix.size());
    }
    if (url.ends_with('/')) url.remove_suffix(1);
    return std::string(url);
}

}  // namespace

std::string reference_label(std::string_view id, const Strings& strings, Language language) {
    if (id.starts_with("http") || id.starts_with("www.")) return web_address(id);
    if (all_digits(id) && id.size() <= 6)
        return strings.format(language, "short.dossier", std::vector{dossier_label(id)});
    const auto parts = split(id, '-');
    if (parts.size() >= 3 && parts[0] == "kst") return kamerstuk(parts, strings, language);
    if (parts.size() == 4 && parts[0] == "ah") {
        return strings.format(language, parts[1] == "ek" ? "short.aanhangsel.ek" : "cite.aanhangsel",
                              std::vector{session(parts[2]), parts[3]});
    }
    if (parts.size() == 5 && parts[0] == "h") {
        return strings.format(language, "short.handelingen", std::vector{session(parts[2]), parts[3], parts[4]});
    }
    if (parts.size() == 3 && parts[0] == "kv")
        return strings.format(language, "short.kamervragen", std::vector{parts[2]});
    if (parts.size() == 3 && parts[0] == "nds") return strings.format(language, "short.nds", std::vector{parts[2]});
    if (parts.size() == 2 && parts[0] == "blg") return strings.format(language, "short.blg", std::vector{parts[1]});
    if (parts.size() == 3 && (parts[0] == "stb" || parts[0] == "stcrt" || parts[0] == "trb")) {
        return strings.format(language, "short." + parts[0], std::vector{parts[1], parts[2]});
    }
    if (std::string label = celex(id, strings, language); !label.empty()) return label;
    std::string label(id);  // "JOIN(2024)977" is written with a blank
    if (const size_t bracket = label.find(')'); bracket != std::string::npos && bracket + 1 < label.size()) {
        label.insert(bracket + 1, 1, ' ');
    }
    return label;
}

}  // namespace kl::app
