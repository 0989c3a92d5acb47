#include "app/officials.h"

#include <algorithm>
#include <array>

namespace kl::app {
namespace {

constexpr std::array<std::string_view, 5> ranks{"minister-president", "minister", "staatssecretaris", "", "other"};

size_t rank_of(const parse::Official& official) {
    const auto at = std::find(ranks.begin(), ranks.end(), official.role);
    return static_cast<size_t>(std::min(at, ranks.end() - 1) - ranks.begin());
}

// A minister without a ministry is minister *voor* something: by the words of the head, else by the list of such
// portfolios.
bool is_for(const parse::Document& document, const parse::Official& official, const annotate::Vocabulary* vocabulary) {
    const std::string_view words = slice(document.text, official.span);
    if (const size_t at = words.find(official.office); at != std::string_view::npos && at >= 5) {
        if (words.substr(at - 5, 5) == "voor ") return true;
        if (words.substr(0, at).ends_with("van ")) return false;
    }
    if (vocabulary == nullptr || official.role != "minister") return false;
    return std::any_of(vocabulary->portfolios.begin(), vocabulary->portfolios.end(),
                       [&](const annotate::Portfolio& portfolio) { return portfolio.title == official.office; });
}

// The office in the reader's language, where the vocabulary knows it as a ministry's own name.
std::string office_name(const parse::Document& document, const parse::Official& official, Language language,
                        const annotate::Vocabulary* vocabulary) {
    if (vocabulary == nullptr) return official.office;
    const auto id = vocabulary->by_office(official.office, document.date);
    if (!id) return official.office;
    const annotate::Ministry& ministry = vocabulary->ministries[*id];
    const bool own_name =
        ministry.label_nl == official.office || ministry.abbr == official.office ||
        std::find(ministry.aliases.begin(), ministry.aliases.end(), official.office) != ministry.aliases.end();
    if (!own_name) return official.office;
    return language == Language::en ? ministry.label_en : ministry.label_nl;
}

}  // namespace

std::string officials_phrase(const parse::Document& document, const std::vector<parse::Official>& officials,
                             const Strings& strings, Language language, const annotate::Vocabulary* vocabulary) {
    std::vector<std::string> groups;
    for (size_t rank = 0; rank < ranks.size(); ++rank) {
        std::vector<std::string> offices;
        for (const auto& official : officials) {
            if (rank_of(official) != rank) continue;
            const bool has_office = !official.office.empty() && ranks[rank] != "minister-president";
            std::string office;
            if (has_office) {
                office = strings.format(language, is_for(document, official, vocabulary) ? "office.for" : "office.of",
                                        std::vector{office_name(document, official, language, vocabulary)});
            }
            if (ranks[rank] == "other") office = official.role + (office.empty() ? "" : " " + office);
            if (!official.name.empty()) {
                office = office.empty() ? official.name
                                        : strings.format(language, "office.named", std::vector{office, official.name});
            }
            offices.push_back(std::move(office));
        }
        if (offices.empty()) continue;
        const std::string key = "role." + std::string(ranks[rank].empty() ? std::string_view("ministry") : ranks[rank]);
        std::string group = strings.count(language, key, offices.size(), std::vector{strings.list(language, offices)});
        while (group.ends_with(' ')) group.pop_back();
        groups.push_back(std::move(group));
    }
    return strings.list(language, groups);
}

}  // namespace kl::app
