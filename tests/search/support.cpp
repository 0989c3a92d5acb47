#include "support.h"

#include <algorithm>

namespace kl::test {
namespace {

annotate::Vocabulary make_vocabulary() {
    annotate::Vocabulary v;
    for (const char* abbr : {"BZ", "EZ", "JenV", "VWS"}) {
        annotate::Ministry ministry;
        ministry.abbr = abbr;
        v.ministries.push_back(ministry);
    }
    const auto theme = [&](const char* label, std::optional<annotate::ThemeId> parent) {
        annotate::Theme row;
        row.label_nl = label;
        row.level = parent ? 2 : 1;
        row.parent = parent;
        v.themes.push_back(row);
    };
    theme("handel", {});
    theme("export", annotate::ThemeId{0});
    theme("grondstoffen", annotate::ThemeId{0});
    theme("zorg", {});
    theme("geneesmiddelen", annotate::ThemeId{3});
    theme("ziekenhuizen", annotate::ThemeId{3});
    return v;
}

Span append(std::string& text, std::string_view words) {
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<uint32_t>(text.size());
    text += words;
    return {begin, static_cast<uint32_t>(text.size())};
}

annotate::MinistryId ministry(std::string_view abbr) {
    const auto& all = vocabulary().ministries;
    return static_cast<annotate::MinistryId>(std::ranges::find(all, abbr, &annotate::Ministry::abbr) - all.begin());
}

annotate::ThemeId theme(std::string_view label) {
    const auto& all = vocabulary().themes;
    return static_cast<annotate::ThemeId>(std::ranges::find(all, label, &annotate::Theme::label_nl) - all.begin());
}

}  // namespace

const annotate::Vocabulary& vocabulary() {
    static const annotate::Vocabulary v = make_vocabulary();
    return v;
}

std::shared_ptr<const search::CorpusDocument> make(const NewDocument& document) {
    auto made = std::make_shared<search::CorpusDocument>();
    parse::Document& d = made->document;
    d.id = document.id;
    d.date = document.date;
    d.kind = document.kind;
    int number = 0;
    for (const NewItem& from : document.items) {
        parse::Item item;
        item.numbers = from.numbers.empty() ? std::vector{number + 1} : from.numbers;
        number = item.numbers.back();
        item.id = d.id + "/" + std::to_string(item.numbers.front());
        item.question = append(d.text, from.question);
        if (!from.answer.empty()) item.answer = append(d.text, from.answer);
        d.items.push_back(item);

        annotate::ItemAnnotations about;
        about.joint = from.joint;
        for (const auto& abbr : from.stated) about.ministries.push_back({ministry(abbr), true, 1, {}});
        for (const auto& abbr : from.inferred) about.ministries.push_back({ministry(abbr), false, 0.5F, {}});
        for (const auto& label : from.themes) about.themes.push_back({theme(label), 1, {}});
        made->annotations.items.push_back(about);
    }
    for (size_t i = 0; i < document.items.size(); ++i) {
        for (const std::string& words : document.items[i].notes) {
            parse::Footnote note;
            note.text = append(d.text, words);
            note.item = static_cast<int>(i);
            d.items[i].footnotes.push_back(static_cast<uint32_t>(d.footnotes.size()));
            d.footnotes.push_back(note);
        }
    }
    return made;
}

std::shared_ptr<const search::Corpus> build(const std::vector<NewDocument>& documents) {
    std::vector<std::shared_ptr<const search::CorpusDocument>> made;
    for (const NewDocument& document : documents) made.push_back(make(document));
    return search::Corpus::build(std::move(made), vocabulary());
}

search::Results find(const search::Corpus& corpus, std::string_view query, const search::Filters& filters,
                     search::Order order) {
    return search::search(corpus, search::parse_query(query, false), filters, order);
}

std::vector<search::ItemId> ids(const search::Results& results) {
    std::vector<search::ItemId> out;
    for (const search::Hit& hit : results.hits) out.push_back(hit.item);
    return out;
}

int count_of(const search::Results& results, search::Facet facet, std::string_view key) {
    for (const search::FacetValue& value : results.of(facet)) {
        if (value.key == key) return static_cast<int>(value.count);
    }
    return -1;
}

}  // namespace kl::test
