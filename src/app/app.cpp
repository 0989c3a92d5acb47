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

    bool has(std::string_view document_id) const {
        const auto same = [&](const auto& one) { return one->document.id == document_id; };
        return std::any_of(corpus->documents().begin(), corpus->documents().end(), same) ||
               std::any_of(added.begin(), added.end(), same);
    }

    void add(DocumentPtr document, std::string_view name) {
        const parse::Document& parsed = document->document;
        if (has(parsed.id)) {
            say({Notice::Level::info, "notice.replaced", {std::string(name)}, false, true});
        } else if (parsed.items.empty()) {
            say({Notice::Level::warning, "notice.no_items", {std::string(name)}, false, false});
        }
        for (const Diagnostic& one : parsed.source.diagnostics) {  // about the file as a whole
            if (one.code == "windows_1252")
                say({Notice::Level::info, "diagnostic." + one.code, one.args, false, false});
        }
        added.push_back(std::move(document));
        ++revision;
    }
};

App::App(const read::Readers& readers) : impl_(std::make_unique<Impl>(readers)) {}
App::~App() = default;

bool App::add_file(std::string_view bytes, std::string_view name) {
    auto documents = impl_->pipeline.read(bytes, name);
    if (!documents) {
        const Error& error = documents.error();
        const std::string key = "error." + error.code;
        if (impl_->strings.has(key)) {
            impl_->say({Notice::Level::error, key, error.args, false, false});
        } else {
            impl_->say({Notice::Level::error, "error.unknown", {error.code}, false, false});
        }
        return false;
    }
    for (DocumentPtr& document : *documents) impl_->add(std::move(document), name);
    return true;
}

void App::add_source(read::SourceText source) {
    DocumentPtr document = impl_->pipeline.understand(std::move(source));
    const std::string name = document->document.source.name;
    impl_->add(std::move(document), name);
}

void App::commit() {
    if (!impl_->added.empty()) {
        auto documents = impl_->corpus->documents();
        documents.insert(documents.end(), std::make_move_iterator(impl_->added.begin()),
                         std::make_move_iterator(impl_->added.end()));
        impl_->added.clear();
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

void App::dispatch(const Action& action) { impl_->apply(action); }

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
const Strings& App::strings() const { return impl_->strings; }
const annotate::Vocabulary& App::vocabulary() const { return impl_->pipeline.vocabulary(); }
void App::set_page_address(std::string_view address) { impl_->page_address = address; }

}  // namespace kl::app
