// Corpus + State → ViewModel: the parts in their order.

#include "app/derive.h"

#include <algorithm>

#include "app/citation.h"
#include "app/link.h"

namespace kl::app {
namespace {

// All on which the results depend.
std::string search_key(const State& state) {
    State asked;
    asked.query = state.query;
    asked.typing = state.typing;
    asked.filters = state.filters;
    asked.order = state.order;
    return to_link(asked);
}

text::Date newest_date(const search::Corpus& corpus) {
    text::Date newest;
    for (const auto& one : corpus.documents()) newest = std::max(newest, one->document.date);
    return newest;
}

std::vector<uint32_t> count_concepts(const search::Corpus& corpus) {
    if (corpus.item_count() == 0) return {};
    const size_t concepts = corpus.vocabulary().concepts.size();
    std::vector<uint32_t> items(concepts, 0), last(concepts, UINT32_MAX);
    for (search::ItemId id = 0; id < corpus.item_count(); ++id) {
        for (const auto& mention : corpus.annotations(id).concepts) {
            if (last[mention.concept_id] == id) continue;
            last[mention.concept_id] = id;
            ++items[mention.concept_id];
        }
    }
    return items;
}

void refresh(DeriveCache& cache, const std::shared_ptr<const search::Corpus>& corpus, const State& state) {
    std::string key = search_key(state);
    const bool same_corpus = cache.corpus == corpus;
    if (same_corpus && cache.searches > 0 && cache.key == key) return;
    if (!same_corpus) cache.concept_items = count_concepts(*corpus);
    cache.corpus = corpus;
    cache.key = std::move(key);
    cache.results = search::search(*corpus, search::parse_query(state.query, state.typing), state.filters, state.order);
    ++cache.searches;
}

void add_status(const Scene& scene, ViewModel& view) {
    uint64_t restored = 0, missing = 0;
    for (const auto& one : scene.corpus.documents()) {
        for (const auto& item : one->document.items) restored += item.number_stated ? 0 : 1;
        for (const auto& note : one->document.footnotes) missing += note.text ? 0 : 1;
    }
    const auto join = [&](std::string& line, std::string part) {
        line = line.empty() ? std::move(part) : scene.format("list.dot", {line, std::move(part)});
    };
    join(view.status_left, scene.count("status.documents", scene.corpus.documents().size()));
    join(view.status_left, scene.count("status.questions", scene.corpus.item_count()));
    if (scene.state.loading > 0) join(view.status_left, scene.count("status.loading", scene.state.loading));
    if (restored > 0) join(view.status_repairs, scene.count("status.restored", restored));
    if (missing > 0) join(view.status_repairs, scene.count("status.notes_missing", missing));
    view.status_right = scene.text("status.private");
}

std::string page_title(const Scene& scene, const ViewModel& view) {
    if (view.reader) {
        const std::string number = scene.format("reader.number", {view.reader->number});
        const std::string document = view.reader->breadcrumb.empty() ? std::string() : view.reader->breadcrumb.front();
        return scene.format("page.title", {document.empty() ? number : scene.format("list.dot", {number, document})});
    }
    if (!view.query.empty()) return scene.format("page.title", {view.query});
    return scene.text("app.name");
}

}  // namespace

std::vector<NoticeView> derive_notices(const Scene& scene) {
    std::vector<NoticeView> views;
    for (size_t i = 0; i < scene.state.notices.size(); ++i) {
        const Notice& notice = scene.state.notices[i];
        NoticeView view;
        view.level = notice.level;
        view.text = scene.strings.has(notice.key) ? scene.format(notice.key, notice.args)
                                                  : scene.format("error.unknown", {notice.key});
        view.dismissable = true;
        view.transient = notice.transient;
        view.index = static_cast<uint32_t>(i);
        if (notice.retry) {
            view.action_label = scene.text("button.retry");
            view.action = action::Retry{};
            view.action_json = to_json(*view.action);
        }
        views.push_back(std::move(view));
    }
    return views;
}

HelpView derive_help(const Scene& scene) {
    HelpView help;
    for (const std::string name : {"search", "move", "open", "clear", "source", "copy", "help"}) {
        help.keys.push_back({scene.text("help.keys." + name), scene.text("help.keys." + name + ".text")});
    }
    for (const std::string name : {"all", "phrase", "any", "not", "prefix"}) {
        help.query.push_back({scene.text("help.query." + name), scene.text("help.query." + name + ".text")});
    }
    return help;
}

DocumentsView derive_documents(const search::Corpus& corpus, const State& state, const Strings& strings) {
    DocumentsView view;
    for (const auto& one : corpus.documents()) {
        const parse::Document& document = one->document;
        std::string about = strings.get(state.language, "kind." + std::string(parse::name(document.kind)));
        const auto join = [&](const std::string& a, const std::string& b) {
            about = strings.format(state.language, "list.dot", std::vector{a, b});
        };
        const std::string name = short_name(document, strings, state.language);
        if (!name.empty() && name != document.source.name) join(name, about);
        join(about, strings.count(state.language, "status.questions", document.items.size()));
        view.rows.push_back({document.id, document.title.empty() ? document.source.name : document.title, about,
                             std::binary_search(state.added.begin(), state.added.end(), document.id)});
    }
    return view;
}

ViewModel derive(const std::shared_ptr<const search::Corpus>& corpus, const State& state, const Strings& strings,
                 DeriveCache& cache) {
    refresh(cache, corpus, state);
    const Scene scene{*corpus, state, strings, cache.results, cache.concept_items, newest_date(*corpus)};

    ViewModel view;
    view.language = state.language;
    view.view = state.view;
    view.scheme = state.scheme;
    view.pane = state.pane;
    view.query = state.query;
    view.inferred = state.filters.inferred;
    view.loading = state.loading > 0;
    view.filtered = !state.query.empty() || !state.filters.empty();
    view.strings = &strings;
    view.results = derive_results(scene);
    if (corpus->item_count() > 0) view.facets = derive_facets(scene);
    const search::ItemId open = state.item.empty() ? corpus->item_count() : corpus->find(state.item);
    if (open < corpus->item_count()) {
        view.reader = derive_reader(scene, open);
        if (state.source) view.source = derive_source(scene, open);
    }
    if (state.help) view.help = derive_help(scene);
    if (state.documents) view.documents = derive_documents(*corpus, state, strings);
    view.notices = derive_notices(scene);
    add_status(scene, view);
    view.page_title = page_title(scene, view);
    view.announcement = view.results.heading.empty() ? view.results.empty_text : view.results.heading;
    return view;
}

}  // namespace kl::app
