#include <algorithm>
#include <map>

#include "app/derive.h"
#include "parse/document.h"
#include "text/fold.h"
#include "text/sort.h"

namespace kl::app {
namespace {

using search::Facet;

constexpr uint32_t items_asked_why = 300;  // a title gives examples: it need not read every item of a large corpus

// Values shown before "Toon alle": enough to choose from, few enough to see the next facet.
size_t shown_values(Facet facet) {
    switch (facet) {
        case Facet::ministry: return 8;
        case Facet::ministry_also: return 6;
        case Facet::theme: return 12;
        case Facet::keyword: return 8;
        case Facet::kind: return 6;
        case Facet::year: return 8;
    }
    return 8;
}

// Which words gave a value its items, most frequent first, with the first question in which they stand.
class Why {
public:
    void add(const std::string& key, std::string_view word, const std::string& place) {
        auto& words = by_key_[key];
        const std::string folded = text::fold(word);
        for (auto& one : words) {
            if (one.folded == folded) {
                ++one.count;
                return;
            }
        }
        words.push_back({folded, std::string(word), place, 1});
    }

    std::vector<std::string> words(const Scene& scene, const std::string& key) const {
        const auto at = by_key_.find(key);
        if (at == by_key_.end()) return {};
        auto sorted = at->second;
        text::sort(sorted, std::greater{}, &Word::count);
        if (sorted.size() > 3) sorted.resize(3);
        std::vector<std::string> out;
        for (const auto& one : sorted) out.push_back(scene.format("quote.place", {one.word, one.place}));
        return out;
    }

private:
    struct Word {
        std::string folded, word, place;
        uint32_t count = 0;
    };
    std::map<std::string, std::vector<Word>> by_key_;
};

// A question by its number, where there is one document; else by its id.
std::string number_of(const Scene& scene, search::ItemId id) {
    const parse::Item& item = scene.corpus.item(id);
    if (scene.corpus.documents().size() > 1 || item.numbers.empty()) return item.id;
    return std::to_string(item.numbers.front());
}
std::string place_of(const Scene& scene, std::string number) {
    if (scene.corpus.documents().size() > 1) return number;
    return scene.format("reader.item", {std::move(number)});
}

std::string first_word(const parse::Document& document, const std::vector<annotate::Basis>& basis) {
    for (const auto& one : basis) {
        std::string word(slice(document.text, one.span));
        std::replace(word.begin(), word.end(), '\n', ' ');
        if (!word.empty() && word.size() <= 80) return word;
    }
    return {};
}

struct Whys {
    Why ministries, themes;
    std::map<std::string, std::vector<std::string>> keywords;  // the questions of which it is distinctive
};

Whys collect_why(const Scene& scene) {
    Whys whys;
    uint32_t asked = 0;
    const auto& vocabulary = scene.corpus.vocabulary();
    for (const search::ItemId id : scene.results.items_of_query) {
        if (++asked > items_asked_why) break;
        const parse::Document& document = scene.corpus.document_of(id);
        const std::string place = place_of(scene, number_of(scene, id));
        const auto& given = scene.corpus.annotations(id);
        for (const auto& ministry : given.ministries) {
            if (ministry.stated) continue;
            if (const std::string word = first_word(document, ministry.basis); !word.empty()) {
                whys.ministries.add(vocabulary.ministries[ministry.ministry].abbr, word, place);
            }
        }
        for (const auto& item_theme : given.themes) {
            const std::string word = first_word(document, item_theme.basis);
            if (word.empty()) continue;
            const annotate::Theme& theme = vocabulary.themes[item_theme.theme];
            whys.themes.add(theme.label_nl, word, place);
            if (theme.parent) whys.themes.add(vocabulary.themes[*theme.parent].label_nl, word, place);
        }
        for (const auto& keyword : scene.corpus.keywords(id)) {
            auto& places = whys.keywords[scene.corpus.keyword_labels()[keyword.term]];
            if (places.size() < 4) places.push_back(number_of(scene, id));
        }
    }
    return whys;
}

std::string title_of(const Scene& scene, const Whys& whys, Facet facet, const std::string& key,
                     const std::string& label) {
    switch (facet) {
        case Facet::ministry:
            return key == "gezamenlijk" ? scene.text("facet.joint.title")
                                        : scene.format("facet.stated.title", {label, key});
        case Facet::ministry_also: {
            const auto words = whys.ministries.words(scene, key);
            if (words.empty()) return scene.format("facet.inferred.title.bare", {label, key});
            return scene.format("facet.inferred.title", {label, key, scene.list(words)});
        }
        case Facet::theme: {
            const auto words = whys.themes.words(scene, key);
            return words.empty() ? label : scene.format("facet.theme.title", {label, scene.list(words)});
        }
        case Facet::keyword: {
            const auto at = whys.keywords.find(key);
            if (at == whys.keywords.end()) return label;
            return scene.format("facet.keyword.title", {label, place_of(scene, scene.list(at->second))});
        }
        case Facet::kind: return scene.format("facet.kind.title", {label});
        case Facet::year: return scene.format("facet.year.title", {label});
    }
    return label;
}

// Themes as a tree: a theme of level 1, then its children. Children whose parent has no count of its own stand at the
// end.
std::vector<search::FacetValue> in_order(Facet facet, const std::vector<search::FacetValue>& values) {
    if (facet != Facet::theme) return values;
    std::vector<search::FacetValue> tree;
    std::vector<bool> used(values.size(), false);
    for (size_t i = 0; i < values.size(); ++i) {
        if (values[i].level != 1) continue;
        tree.push_back(values[i]);
        used[i] = true;
        for (size_t j = 0; j < values.size(); ++j) {
            if (values[j].level == 1 || values[j].parent != values[i].key) continue;
            tree.push_back(values[j]);
            used[j] = true;
        }
    }
    for (size_t i = 0; i < values.size(); ++i) {
        if (!used[i]) tree.push_back(values[i]);
    }
    return tree;
}

FacetSection section_of(const Scene& scene, const Whys& whys, Facet facet, uint32_t largest) {
    FacetSection section;
    section.facet = facet;
    const auto& expanded = scene.state.expanded;
    section.expanded = std::find(expanded.begin(), expanded.end(), facet_name(facet)) != expanded.end();
    const auto& chosen = scene.state.filters.of(facet);
    const size_t limit = section.expanded ? SIZE_MAX : shown_values(facet);
    for (const auto& value : in_order(facet, scene.results.of(facet))) {
        const bool selected = std::find(chosen.begin(), chosen.end(), value.key) != chosen.end();
        if (section.values.size() >= limit && !selected) {
            ++section.more;
            continue;
        }
        FacetValueView view;
        view.key = value.key;
        view.label = label_of(scene, facet, value.key);
        view.title = title_of(scene, whys, facet, value.key, view.label);
        view.count = value.count;
        view.count_text = scene.strings.number(scene.language(), value.count);
        view.share = largest == 0 ? 0.0F : static_cast<float>(value.count) / static_cast<float>(largest);
        view.selected = selected;
        view.inferred = facet == Facet::ministry_also;
        view.level = value.level;
        section.values.push_back(std::move(view));
    }
    // "Toon minder" only where there is something to hide.
    section.expanded = section.expanded && section.values.size() > shown_values(facet);
    return section;
}

uint32_t largest_of(const Scene& scene, std::initializer_list<Facet> facets) {
    uint32_t largest = 0;
    for (const Facet facet : facets) {
        for (const auto& value : scene.results.of(facet)) largest = std::max(largest, value.count);
    }
    return largest;
}

// A facet with the same value for every document tells nothing.
bool tells_apart(const Scene& scene, Facet facet) {
    if (!scene.state.filters.of(facet).empty()) return true;
    const auto& documents = scene.corpus.documents();
    return std::any_of(documents.begin(), documents.end(), [&](const auto& one) {
        const parse::Document& first = documents.front()->document;
        return facet == Facet::kind ? one->document.kind != first.kind : one->document.date.year != first.date.year;
    });
}

FacetPanel panel_of(const Scene& scene, const Whys& whys, Facet facet, const char* title) {
    FacetPanel panel;
    panel.title = scene.text(title);
    panel.sections.push_back(section_of(scene, whys, facet, largest_of(scene, {facet})));
    return panel;
}

FacetPanel ministry_panel(const Scene& scene, const Whys& whys) {
    FacetPanel panel;
    panel.title = scene.text("facet.ministry");
    const uint32_t largest = largest_of(scene, {Facet::ministry, Facet::ministry_also});
    panel.sections.push_back(section_of(scene, whys, Facet::ministry, largest));
    panel.sections.back().title = scene.text("facet.ministry.stated");
    panel.sections.push_back(section_of(scene, whys, Facet::ministry_also, largest));
    panel.sections.back().title = scene.text("facet.ministry.inferred");
    std::erase_if(panel.sections, [](const FacetSection& section) { return section.values.empty(); });
    return panel;
}

}  // namespace

std::vector<FacetPanel> derive_facets(const Scene& scene) {
    const Whys whys = collect_why(scene);
    std::vector<FacetPanel> panels;
    panels.push_back(ministry_panel(scene, whys));
    panels.push_back(panel_of(scene, whys, Facet::theme, "facet.theme"));
    panels.push_back(panel_of(scene, whys, Facet::keyword, "facet.keyword"));
    if (tells_apart(scene, Facet::kind)) panels.push_back(panel_of(scene, whys, Facet::kind, "facet.kind"));
    if (tells_apart(scene, Facet::year)) panels.push_back(panel_of(scene, whys, Facet::year, "facet.year"));
    std::erase_if(panels,
                  [](const FacetPanel& panel) { return panel.sections.empty() || panel.sections[0].values.empty(); });
    return panels;
}

}  // namespace kl::app
