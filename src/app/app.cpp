#include "app/app.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/pipeline.h"

namespace kl::app {

struct App::Impl {
    explicit Impl(const read::Readers& readers) : pipeline(readers) {}

    Strings strings = embedded_strings();
    Pipeline pipeline;
    std::vector<DocumentPtr> added;  // since the last commit
    std::shared_ptr<const search::Corpus> corpus = search::Corpus::build({}, pipeline.vocabulary());
    State state;
    std::vector<Effect> effects;
    std::string page_address;

    ViewModel view_model;
    DeriveCache cache;
    uint64_t revision = 1;
    uint64_t derived = 0;  // the revision of view_model

    void say(Notice notice) { apply(action::ShowNotice{std::move(notice)}); }

    void apply(const Action& action) {
        Updated updated = update(std::move(state), action, {*corpus, strings, page_address});
        state = std::move(updated.state);
        effects.insert(effects.end(), std::make_move_iterator(updated.effects.begin()),
                       std::make_move_iterator(updated.effects.end()));
        ++revision;
    }

    // Documents of the corpus and those that wait for a commit, without those of `ids` (sorted).
    void remove(const std::vector<std::string>& ids) {
        const auto gone = [&](const DocumentPtr& one) {
            return std::binary_search(ids.begin(), ids.end(), one->document.id);
        };
        std::erase_if(added, gone);
        auto documents = corpus->documents();
        if (std::erase_if(documents, gone) > 0)
            corpus = search::Corpus::build(std::move(documents), pipeline.vocabulary());
    }

    bool has(std::string_view document_id) const {
        const auto same = [&](const auto& one) { return one->document.id == document_id; };
        return std::any_of(corpus->documents().begin(), corpus->documents().end(), same) ||
               std::any_of(added.begin(), added.end(), same);
    }

    void add(DocumentPtr document, std::string_view name, Origin origin, Added& out) {
        const parse::Document& parsed = document->document;
        if (has(parsed.id)) {
            out.notices.push_back({Notice::Level::info, "notice.replaced", {std::string(name)}, false, true});
        } else if (parsed.items.empty()) {
            out.notices.push_back({Notice::Level::warning, "notice.no_items", {std::string(name)}, false, false});
        }
        for (const Diagnostic& one : parsed.source.diagnostics) {  // about the file as a whole
            if (one.code == "windows_1252")
                out.notices.push_back({Notice::Level::info, "diagnostic." + one.code, one.args, false, false});
        }
        auto& ids = state.added;
        const auto at = std::lower_bound(ids.begin(), ids.end(), parsed.id);
        const bool there = at != ids.end() && *at == parsed.id;
        if (origin == Origin::added && !there) ids.insert(at, parsed.id);
        if (origin == Origin::given && there) ids.erase(at);
        out.documents.push_back(parsed.id);
        added.push_back(std::move(document));
        ++revision;
    }

    Notice notice_of(const Error& error) const {
        std::string key = "error." + error.code;
        if (strings.has(key)) return {Notice::Level::error, std::move(key), error.args, false, false};
        return {Notice::Level::error, "error.unknown", {error.code}, false, false};
    }
};

App::App(const read::Readers& readers) : impl_(std::make_unique<Impl>(readers)) {}
App::~App() = default;

Added App::take_file(std::string_view bytes, std::string_view name, Origin origin) {
    Added out;
    if (auto documents = impl_->pipeline.read(bytes, name)) {
        for (DocumentPtr& document : *documents) impl_->add(std::move(document), name, origin, out);
    } else {
        out.notices.push_back(impl_->notice_of(documents.error()));
    }
    return out;
}

Added App::take_source(read::SourceText source, Origin origin) {
    Added out;
    DocumentPtr document = impl_->pipeline.understand(std::move(source));
    const std::string name = document->document.source.name;
    impl_->add(std::move(document), name, origin, out);
    return out;
}

bool App::add_file(std::string_view bytes, std::string_view name) {
    Added added = take_file(bytes, name, Origin::given);
    for (Notice& notice : added.notices) impl_->say(std::move(notice));
    return !added.documents.empty();
}

void App::commit() {
    if (!impl_->added.empty()) {
        auto documents = impl_->corpus->documents();
        documents.insert(documents.end(), std::make_move_iterator(impl_->added.begin()),
                         std::make_move_iterator(impl_->added.end()));
        impl_->added.clear();
        // What the user opened comes before what the page brought along.
        const auto& own = impl_->state.added;
        std::stable_partition(documents.begin(), documents.end(), [&](const DocumentPtr& one) {
            return std::binary_search(own.begin(), own.end(), one->document.id);
        });
        impl_->corpus = search::Corpus::build(std::move(documents), impl_->pipeline.vocabulary());
    }
    impl_->apply(action::CorpusChanged{});
}

void App::load_failed(std::string_view what) {
    impl_->say({Notice::Level::error, "notice.load_failed", {std::string(what)}, true, false});
}

void App::set_loading(uint32_t documents) {
    if (impl_->state.loading == documents) return;
    impl_->state.loading = documents;
    // The last document is there: now it can be known whether the link's question is among them.
    if (documents == 0) impl_->apply(action::CorpusChanged{});
    ++impl_->revision;
}

void App::add_strings(std::string_view tsv) {
    impl_->strings.load(tsv);
    ++impl_->revision;
}

void App::dispatch(const Action& action) {
    if (const auto* one = std::get_if<action::RemoveDocument>(&action)) impl_->remove({one->id});
    if (std::holds_alternative<action::RemoveAdded>(action)) impl_->remove(impl_->state.added);
    impl_->apply(action);
}

std::vector<Effect> App::take_effects() { return std::exchange(impl_->effects, {}); }

const ViewModel& App::view_model() {
    if (impl_->derived != impl_->revision) {
        impl_->view_model = derive(impl_->corpus, impl_->state, impl_->strings, impl_->cache);
        impl_->derived = impl_->revision;
    }
    return impl_->view_model;
}

uint64_t App::revision() const { return impl_->revision; }
const State& App::state() const { return impl_->state; }
const search::Corpus& App::corpus() const { return *impl_->corpus; }
DocumentsView App::documents() const { return derive_documents(*impl_->corpus, impl_->state, impl_->strings); }
const Strings& App::strings() const { return impl_->strings; }
const annotate::Vocabulary& App::vocabulary() const { return impl_->pipeline.vocabulary(); }
void App::set_page_address(std::string_view address) { impl_->page_address = address; }

}  // namespace kl::app
