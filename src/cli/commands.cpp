#include "cli/commands.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "app/export.h"
#include "cli/files.h"
#include "read/read.h"
#include "search/corpus_file.h"

namespace kl::cli {
namespace {

using app::DocumentPtr;

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

// One run of the program: what it said and the worst thing that happened.
class Run {
public:
    Run(const Options& options, const Context& context) : options_(options), context_(context) {}

    void parse() {
        std::vector<DocumentPtr> documents;
        bool usable = false;
        for (const std::string& path : options_.files) {
            for (DocumentPtr& document : read(path)) {
                if (is_usable(*document)) {
                    usable = true;
                } else {
                    say(format("cli.nothing_usable", {path}));
                }
                documents.push_back(std::move(document));
            }
        }
        // Several files give an array, whatever could be read of them.
        const bool array = !options_.text && (options_.files.size() > 1 || documents.size() > 1);
        if (array) print("[");
        for (const DocumentPtr& document : documents) {
            if (document != documents.front()) print(options_.text ? "\n\n" : ",\n");
            const auto& vocabulary = context_.pipeline.vocabulary();
            print(options_.text ? app::to_text(*document, vocabulary, context_.strings, options_.language)
                                : app::to_json(*document, vocabulary, context_.strings, 1, options_.language));
        }
        if (array) print("]");
        if (array || (!options_.text && !documents.empty())) print("\n");
        if (!usable) worse(exit_nothing);
    }

    void index() {
        const auto corpus = build(options_.files);
        if (!corpus) return;
        if (!write_file(options_.output, search::save(*corpus))) {
            fail({"file_unwritable", {options_.output}}, exit_unreadable);
            return;
        }
        print(context_.strings.count(
                  options_.language, "cli.indexed", corpus->documents().size(),
                  std::vector{options_.output, context_.strings.number(options_.language, corpus->item_count())}) +
              "\n");
    }

    void search() {
        const auto corpus = open(options_.files.front());
        if (!corpus) return;
        const auto results =
            search::search(*corpus, search::parse_query(options_.query, false), known_names(), options_.order);
        if (options_.json) {
            const auto limit = static_cast<size_t>(std::max(options_.limit, 0));
            print(app::to_json(*corpus, results, limit, context_.strings, options_.language) + "\n");
        } else if (results.total > 0) {
            const auto limit = static_cast<size_t>(options_.limit < 0 ? 20 : options_.limit);
            print(app::to_text(*corpus, results, limit, context_.strings, options_.language));
        }
        if (results.total == 0) {
            say(context_.strings.get(options_.language, "cli.nothing_found"));
            worse(exit_nothing);
        }
    }

    void export_all() {
        const auto corpus = open(options_.files.front());
        if (!corpus) return;
        std::vector<search::ItemId> items(corpus->item_count());
        for (search::ItemId id = 0; id < items.size(); ++id) items[id] = id;
        if (options_.format == "csv") print(app::to_csv(*corpus, items));
        if (options_.format == "md") print(app::to_markdown(*corpus, items, context_.strings, options_.language));
        if (options_.format == "json") {
            print("[");
            for (size_t i = 0; i < corpus->documents().size(); ++i) {
                if (i > 0) print(",\n");
                print(app::to_json(*corpus->documents()[i], corpus->vocabulary(), context_.strings, 1,
                                   options_.language));
            }
            print("]\n");
        }
        if (corpus->item_count() == 0) {
            say(format("cli.nothing_usable", {options_.files.front()}));
            worse(exit_nothing);
        }
    }

    // A full disk is no success.
    int finish() {
        if (std::fflush(stdout) != 0 || std::ferror(stdout) != 0) fail({"output_incomplete", {}}, exit_unreadable);
        return exit_;
    }

private:
    std::string format(std::string_view key, std::vector<std::string> args) const {
        return context_.strings.format(options_.language, key, args);
    }

    void say(const std::string& line) const {
        const std::string whole = format("cli.error", {line}) + "\n";
        std::fwrite(whole.data(), 1, whole.size(), stderr);
    }

    void worse(int code) { exit_ = std::max(exit_, code); }

    void fail(const Error& error, int code) {
        say(context_.strings.error(options_.language, error));
        worse(code);
    }

    static bool is_usable(const search::CorpusDocument& one) {
        return !one.document.items.empty() || one.document.kind == parse::Kind::mededeling;
    }

    std::vector<DocumentPtr> read(const std::string& path) {
        const auto bytes = read_file(path, read::most_bytes + 1);  // a device may never end
        if (!bytes) {
            fail({is_folder(path) ? "file_is_folder" : "file_unreadable", {path}}, exit_unreadable);
            return {};
        }
        return read(*bytes, path);
    }

    std::vector<DocumentPtr> read(const std::string& bytes, const std::string& path) {
        auto documents = context_.pipeline.read(bytes, std::filesystem::path(path).filename().string());
        if (documents) return std::move(*documents);
        Error error = documents.error();
        if (!error.args.empty()) error.args.front() = path;
        fail(error, error.code == "empty_file" ? exit_nothing : exit_unreadable);
        return {};
    }

    // Files and folders → a corpus. What a folder holds besides documents is named and left out.
    std::shared_ptr<const search::Corpus> build(const std::vector<std::string>& paths) {
        std::vector<DocumentPtr> documents;
        for (const std::string& path : paths) {
            if (!is_folder(path)) {
                for (DocumentPtr& document : read(path)) documents.push_back(std::move(document));
                continue;
            }
            const int before = exit_;
            for (const std::string& file : files_below(path)) {
                for (DocumentPtr& document : read(file)) {
                    if (is_usable(*document)) documents.push_back(std::move(document));
                }
            }
            exit_ = before;
        }
        auto corpus = search::Corpus::build(std::move(documents), context_.pipeline.vocabulary());
        if (corpus->item_count() > 0) return corpus;
        if (exit_ == exit_ok) say(format("cli.nothing_usable", {paths.front()}));
        worse(exit_nothing);
        return nullptr;
    }

    // A corpus file, a document, or a folder of documents.
    std::shared_ptr<const search::Corpus> open(const std::string& path) {
        if (is_folder(path)) return build({path});
        const auto bytes = read_file(path);
        if (!bytes) {
            fail({"file_unreadable", {path}}, exit_unreadable);
            return nullptr;
        }
        if (!search::is_corpus_file(*bytes)) {
            std::vector<DocumentPtr> documents = read(*bytes, path);
            if (documents.empty()) return nullptr;
            return search::Corpus::build(std::move(documents), context_.pipeline.vocabulary());
        }
        auto corpus = search::load(*bytes, path, context_.pipeline.annotator());
        if (corpus) return std::move(*corpus);
        fail(corpus.error(), exit_unreadable);
        return nullptr;
    }

    // Ministries by any of their names, themes by their Dutch label in any case.
    search::Filters known_names() const {
        search::Filters filters = options_.filters;
        const auto& vocabulary = context_.pipeline.vocabulary();
        for (const auto facet : {search::Facet::ministry, search::Facet::ministry_also}) {
            for (std::string& name : filters.of(facet)) {
                if (name == "gezamenlijk" || vocabulary.by_abbr(name)) continue;
                if (const auto id = vocabulary.by_office(name)) name = vocabulary.ministries[*id].abbr;
            }
        }
        for (std::string& name : filters.of(search::Facet::theme)) {
            if (const auto id = vocabulary.theme_by_label(name)) name = vocabulary.themes[*id].label_nl;
        }
        return filters;
    }

    const Options& options_;
    const Context& context_;
    int exit_ = exit_ok;
};

}  // namespace

int run(const Options& options, const Context& context) {
    Run run(options, context);
    switch (options.command) {
        case Options::Command::parse: run.parse(); break;
        case Options::Command::index: run.index(); break;
        case Options::Command::search: run.search(); break;
        case Options::Command::export_all: run.export_all(); break;
    }
    return run.finish();
}

}  // namespace kl::cli
