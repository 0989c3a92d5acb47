#include "cli/commands.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <thread>

#include "app/export.h"
#include "cli/files.h"
#include "cli/in_order.h"
#include "cli/progress.h"
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
        const std::vector<Input> files = inputs(options_.files);
        // Several files give an array, whatever could be read of them.
        bool array = options_.files.size() > 1 || files.size() > 1 || is_folder(options_.files.front());
        bool usable = false;
        size_t printed = 0;
        const auto begin = [&] {
            if (array && !options_.text) print("[");
        };
        const auto make = [&](const DocumentPtr& document) {
            const auto& vocabulary = context_.pipeline.vocabulary();
            return options_.text ? app::to_text(*document, vocabulary, context_.strings, options_.language)
                                 : app::to_json(*document, vocabulary, context_.strings, 1, options_.language);
        };
        read_all<std::string>(files, true, make, [&](std::vector<Made<std::string>> made) {
            array = array || made.size() > 1;
            for (const Made<std::string>& one : made) {
                if (printed++ == 0) {
                    begin();
                } else {
                    print(options_.text ? "\n\n" : ",\n");
                }
                print(one.result);
                usable = usable || one.usable;
            }
        });
        if (printed == 0) begin();
        if (array && !options_.text) print("]");
        if (printed > 0 || (array && !options_.text)) print("\n");
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

    template <class Result>
    struct Made {
        Result result;
        bool usable;
    };

    // Reads the files on all cores; `make` turns a document into what is wanted, there; `take` gets that of one file,
    // here and in order. What could not be read is said. What a folder holds besides documents is named and left out.
    template <class Result, class Make, class Take>
    void read_all(const std::vector<Input>& files, bool prints, const Make& make, const Take& take) {
        struct File {
            std::vector<Made<Result>> made;
            std::optional<Error> error;
        };
        const auto work = [&](size_t i) {
            File file;
            auto documents = read(files[i].path);
            if (!documents) {
                file.error = std::move(documents.error());
                return file;
            }
            for (DocumentPtr& document : *documents) {
                const bool usable = is_usable(*document);
                if (usable || files[i].named) file.made.push_back({make(std::move(document)), usable});
            }
            return file;
        };
        Progress progress(files.size(), prints, context_.strings, options_.language);
        const size_t cores = std::max(1U, std::thread::hardware_concurrency());
        in_order(files.size(), options_.jobs > 0 ? static_cast<size_t>(options_.jobs) : cores, work,
                 [&](size_t i, File file) {
                     const bool usable =
                         std::any_of(file.made.begin(), file.made.end(), [](const auto& m) { return m.usable; });
                     if (file.error || !usable) progress.clear();
                     const int before = exit_;
                     if (file.error) {
                         fail(*file.error, file.error->code == "empty_file" ? exit_nothing : exit_unreadable);
                     } else if (!usable) {
                         say(format("cli.nothing_usable", {files[i].path}));
                     }
                     if (!files[i].named) exit_ = before;
                     progress.at(i + 1, files[i].path);
                     take(std::move(file.made));
                 });
    }

    Result<std::vector<DocumentPtr>> read(const std::string& path) const {
        const auto bytes = read_file(path, read::most_bytes + 1);  // a device may never end
        if (!bytes) return std::unexpected(Error{is_folder(path) ? "file_is_folder" : "file_unreadable", {path}});
        return read(*bytes, path);
    }

    Result<std::vector<DocumentPtr>> read(const std::string& bytes, const std::string& path) const {
        auto documents = context_.pipeline.read(bytes, std::filesystem::path(path).filename().string());
        if (!documents && !documents.error().args.empty()) documents.error().args.front() = path;
        return documents;
    }

    // Files and folders → a corpus.
    std::shared_ptr<const search::Corpus> build(const std::vector<std::string>& paths) {
        std::vector<DocumentPtr> documents;
        read_all<DocumentPtr>(
            inputs(paths), false, [](DocumentPtr document) { return document; },
            [&](std::vector<Made<DocumentPtr>> made) {
                for (Made<DocumentPtr>& one : made) documents.push_back(std::move(one.result));
            });
        return corpus_of(std::move(documents), paths.front());
    }

    std::shared_ptr<const search::Corpus> corpus_of(std::vector<DocumentPtr> documents, const std::string& path) {
        auto corpus = search::Corpus::build(std::move(documents), context_.pipeline.vocabulary());
        if (corpus->item_count() > 0) return corpus;
        if (exit_ == exit_ok) say(format("cli.nothing_usable", {path}));
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
            auto documents = read(*bytes, path);
            if (documents) return search::Corpus::build(std::move(*documents), context_.pipeline.vocabulary());
            fail(documents.error(), documents.error().code == "empty_file" ? exit_nothing : exit_unreadable);
            return nullptr;
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
