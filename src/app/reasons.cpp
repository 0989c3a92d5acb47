// Why: the words and their place behind each ministry, theme and hit.

#include <algorithm>

#include "app/derive.h"
#include "text/fold.h"

namespace kl::app {
namespace {

constexpr size_t longest_word = 80;  // bytes of a basis that is a whole phrase

// On one line, and not longer than a title can show.
std::string shown_words(std::string_view words) {
    std::string out;
    for (const char c : words) {
        const bool boundary = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
        if (boundary && out.size() >= longest_word) return out + "…";
        if (c == '\n' || c == ' ') {
            if (!out.empty() && !out.ends_with(' ')) out += ' ';
        } else {
            out += c;
        }
    }
    return out;
}

bool only_named(const annotate::ItemMinistry& given) {
    return std::all_of(given.basis.begin(), given.basis.end(),
                       [](const annotate::Basis& basis) { return basis.reason == annotate::Reason::named; });
}

std::string why_ministry(const Scene& scene, search::ItemId item, const annotate::ItemMinistry& given,
                         const std::string& name) {
    const auto words = basis_words(scene, scene.corpus.document_of(item), given.basis);
    if (given.stated) {
        const auto reason = given.basis.empty() ? annotate::Reason::respondent : given.basis.front().reason;
        if (reason == annotate::Reason::addressee) return scene.format("tag.asked", {name});
        if (reason == annotate::Reason::named && !words.empty())
            return scene.format("tag.named", {name, scene.list(words)});
        return scene.format(scene.corpus.annotations(item).joint ? "tag.answers_jointly" : "tag.answers", {name});
    }
    if (words.empty()) return scene.format("tag.inferred.bare", {name});
    return scene.format(only_named(given) ? "tag.named" : "tag.inferred", {name, scene.list(words)});
}

}  // namespace

std::vector<std::string> basis_words(const Scene& scene, const parse::Document& document,
                                     const std::vector<annotate::Basis>& basis, size_t at_most) {
    std::vector<std::string> folded, words;
    for (const auto& one : basis) {
        if (words.size() == at_most) break;
        std::string word = shown_words(slice(document.text, one.span));
        std::string key = text::fold(word);
        if (word.empty() || std::find(folded.begin(), folded.end(), key) != folded.end()) continue;
        folded.push_back(std::move(key));
        words.push_back(scene.format("quote", {word}));
    }
    return words;
}

std::vector<Tag> ministry_tags(const Scene& scene, search::ItemId item) {
    std::vector<Tag> tags;
    const annotate::Vocabulary& vocabulary = scene.corpus.vocabulary();
    for (const auto& given : scene.corpus.annotations(item).ministries) {
        if (!given.stated && !scene.state.filters.inferred) continue;
        const annotate::Ministry& ministry = vocabulary.ministries[given.ministry];
        std::string title = why_ministry(scene, item, given, label_of(scene, ministry));
        tags.push_back({ministry.abbr, ministry.abbr, std::move(title), given.stated});
    }
    return tags;
}

std::vector<Tag> theme_tags(const Scene& scene, search::ItemId item) {
    std::vector<Tag> tags;
    for (const auto& given : scene.corpus.annotations(item).themes) {
        const annotate::Theme& theme = scene.corpus.vocabulary().themes[given.theme];
        const std::string label = label_of(scene, theme);
        const auto words = basis_words(scene, scene.corpus.document_of(item), given.basis);
        tags.push_back(
            {theme.label_nl, label, words.empty() ? label : scene.format("tag.theme", {label, scene.list(words)})});
    }
    return tags;
}

std::vector<Tag> keyword_tags(const Scene& scene, search::ItemId item) {
    std::vector<Tag> tags;
    for (const auto& keyword : scene.corpus.keywords(item)) {
        if (tags.size() == 8) break;
        const std::string& label = scene.corpus.keyword_labels()[keyword.term];
        tags.push_back({label, label, scene.format("tag.keyword", {label})});
    }
    return tags;
}

std::vector<std::string> why_found(const Scene& scene, search::ItemId item, bool& asked) {
    std::vector<std::string> lines;
    for (const auto& reason : search::reasons(scene.corpus, scene.results.query, item)) {
        std::vector<std::string> places;
        if (reason.in_question > 0) places.push_back(scene.text("place.question"));
        if (reason.in_answer > 0) places.push_back(scene.text("place.answer"));
        if (reason.in_footnotes > 0) places.push_back(scene.text("place.footnotes"));
        if (places.empty()) continue;
        std::string_view key = "why.exact";
        if (reason.match == search::Match::stem) key = "why.stem";
        if (reason.match == search::Match::prefix) key = "why.prefix";
        lines.push_back(scene.count(key, reason.in_question + reason.in_answer + reason.in_footnotes,
                                    {reason.word, scene.list(places)}));
    }
    asked = !lines.empty();
    for (const Tag& tag : ministry_tags(scene, item)) {
        if (!tag.stated) lines.push_back(tag.title);
    }
    // A theme is told of when the reader asked for it.
    const auto& themes = scene.state.filters.of(search::Facet::theme);
    for (const auto& given : scene.corpus.annotations(item).themes) {
        const auto& all = scene.corpus.vocabulary().themes;
        const annotate::Theme& theme = all[given.theme];
        const auto chosen = [&](const std::string& label) {
            return std::find(themes.begin(), themes.end(), label) != themes.end();
        };
        if (!chosen(theme.label_nl) && !(theme.parent && chosen(all[*theme.parent].label_nl))) continue;
        const auto words = basis_words(scene, scene.corpus.document_of(item), given.basis);
        if (words.empty()) continue;
        asked = true;
        lines.push_back(scene.format("why.theme", {label_of(scene, theme), scene.list(words)}));
    }
    return lines;
}

}  // namespace kl::app
