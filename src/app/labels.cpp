#include "app/derive.h"

namespace kl::app {

std::string label_of(const Scene& scene, const annotate::Ministry& ministry) {
    return scene.language() == Language::en && !ministry.label_en.empty() ? ministry.label_en : ministry.label_nl;
}

std::string label_of(const Scene& scene, const annotate::Theme& theme) {
    return scene.language() == Language::en && !theme.label_en.empty() ? theme.label_en : theme.label_nl;
}

std::string label_of(const Scene& scene, const annotate::Concept& named) {
    return scene.language() == Language::en && !named.label_en.empty() ? named.label_en : named.label_nl;
}

std::string label_of(const Scene& scene, search::Facet facet, std::string_view key) {
    if (scene.corpus.documents().empty()) return std::string(key);  // a link's filters, before its documents are there
    const annotate::Vocabulary& vocabulary = scene.corpus.vocabulary();
    switch (facet) {
        case search::Facet::ministry:
        case search::Facet::ministry_also:
            if (key == "gezamenlijk") return scene.text("facet.joint");
            if (const auto id = vocabulary.by_abbr(key, scene.newest))
                return label_of(scene, vocabulary.ministries[*id]);
            if (const auto id = vocabulary.by_abbr(key)) return label_of(scene, vocabulary.ministries[*id]);
            break;
        case search::Facet::theme:
            if (const auto id = vocabulary.theme_by_label(key)) return label_of(scene, vocabulary.themes[*id]);
            break;
        case search::Facet::kind: {
            const std::string name = "kind." + std::string(key);
            if (scene.strings.has(name)) return scene.text(name);
            break;
        }
        case search::Facet::keyword:
        case search::Facet::year: break;
    }
    return std::string(key);
}

}  // namespace kl::app
