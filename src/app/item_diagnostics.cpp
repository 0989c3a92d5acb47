#include "app/item_diagnostics.h"

#include <algorithm>

#include "app/citation.h"
#include "text/sort.h"

namespace kl::app {
namespace {

bool is_in(const Diagnostic& diagnostic, const parse::Document& document, const parse::Item& item) {
    const auto touches = [&](Span span) {
        const Span place = diagnostic.span;
        return place.empty() ? span.contains(place.begin) && place.begin != 0 : span.overlaps(place);
    };
    if (touches(item.question) || (item.answer && touches(*item.answer))) return true;
    for (const uint32_t index : item.footnotes) {
        const auto& note = document.footnotes[index];
        if (note.text && touches(*note.text)) return true;
    }
    if (!diagnostic.span.empty()) return false;
    const Span place = diagnostic.source;
    return place.empty() ? place.begin != 0 && item.source.contains(place.begin) : item.source.overlaps(place);
}

NoticeView notice(std::string text) {
    NoticeView view;
    view.level = Notice::Level::warning;
    view.text = std::move(text);
    return view;
}

}  // namespace

std::vector<const Diagnostic*> diagnostics_of(const search::Corpus& corpus, search::ItemId id) {
    const auto ref = corpus.item_ref(id);
    const search::CorpusDocument& whole = *corpus.documents()[ref.document];
    const parse::Item& item = whole.document.items[ref.item];
    std::vector<const Diagnostic*> found;
    for (const auto* list :
         {&whole.document.diagnostics, &whole.document.source.diagnostics, &whole.annotations.diagnostics}) {
        for (const Diagnostic& one : *list) {
            if (!is_in(one, whole.document, item)) continue;
            const bool told = std::any_of(found.begin(), found.end(), [&](const Diagnostic* other) {
                return other->code == one.code && other->span == one.span && other->source == one.source &&
                       other->args == one.args;
            });
            if (!told) found.push_back(&one);
        }
    }
    text::sort(found, {}, [](const Diagnostic* d) { return d->source.begin; });
    return found;
}

// The reader's notices say what a reader relies on: the number, and notes that are not there. The rest is told beside
// the source.
std::vector<NoticeView> item_notices(const Scene& scene, search::ItemId id) {
    const parse::Document& document = scene.corpus.document_of(id);
    const parse::Item& item = scene.corpus.item(id);
    std::vector<NoticeView> notices;
    if (!item.number_stated) {
        notices.push_back(notice(
            scene.format("reader.number_restored", {number_list(item.numbers, scene.strings, scene.language())})));
    }
    std::vector<std::string> missing;
    uint64_t garbled = 0;
    for (const uint32_t index : item.footnotes) {
        const parse::Footnote& note = document.footnotes[index];
        if (!note.text) missing.push_back(note.mark);
        if (note.garbled) ++garbled;
    }
    if (!missing.empty()) {
        notices.push_back(notice(scene.count("reader.notes_missing", missing.size(), {scene.list(missing)})));
    }
    if (garbled > 0) notices.push_back(notice(scene.count("reader.marks_restored", garbled)));
    for (const Diagnostic* one : diagnostics_of(scene.corpus, id)) {
        const bool told = one->code == "number_restored" || one->code == "note_missing" || one->code == "mark_garbled";
        if (one->severity != Severity::doubt || told) continue;
        notices.push_back(notice(scene.strings.diagnostic(scene.language(), *one)));
    }
    if (!notices.empty() && !scene.state.source) {
        NoticeView& first = notices.front();
        first.action_label = scene.text("button.source");
        first.action = action::ToggleSource{};
        first.action_json = to_json(*first.action);
    }
    return notices;
}

}  // namespace kl::app
