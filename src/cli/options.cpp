#include "cli/options.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdlib>
#include <string_view>

namespace kl::cli {
namespace {

using app::Strings;

constexpr std::array<std::pair<std::string_view, search::Order>, 3> orders{{{"relevantie", search::Order::relevance},
                                                                            {"document", search::Order::document},
                                                                            {"nieuwste", search::Order::newest}}};

// CLI11 throws; that stays in this file.
class Parser {
public:
    Parser(const Strings& strings, app::Language language)
        : strings_(strings), language_(language), app_(text("cli.description"), "kamerloep") {
        options_.language = language;
        app_.require_subcommand(1);
        app_.set_version_flag("--version",
                              strings_.format(language_, "cli.version", std::vector<std::string>{KAMERLOEP_VERSION}),
                              text("cli.help_version"));
        dress(app_);
        add_parse();
        add_index();
        add_search();
        add_export();
    }

    std::expected<Options, Stop> parse(int argc, char** argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::CallForHelp&) {
            return std::unexpected(Stop{exit_ok, help()});
        } catch (const CLI::CallForVersion& version) {
            return std::unexpected(Stop{exit_ok, std::string(version.what()) + "\n"});
        } catch (const CLI::RequiredError& error) {
            if (app_.get_subcommands().empty()) return wrong(text("cli.error.no_command"));
            return wrong("cli.error.missing", {first_word(error.what()), current().get_name()});
        } catch (const CLI::ExtrasError&) {
            const auto extras = app_.remaining(true);
            return wrong("cli.error.usage", {extras.empty() ? std::string() : extras.front()});
        } catch (const CLI::ParseError& error) {
            return wrong("cli.error.value", {option_in(error.what()), current().get_name()});
        }
        return check();
    }

private:
    std::string text(std::string_view key) const { return strings_.get(language_, key); }

    Stop stop(std::string line) const { return {exit_usage, std::move(line)}; }
    std::expected<Options, Stop> wrong(std::string line) const { return std::unexpected(stop(std::move(line))); }
    std::expected<Options, Stop> wrong(std::string_view key, std::vector<std::string> args) const {
        return std::unexpected(stop(strings_.format(language_, key, args)));
    }

    static std::string first_word(std::string_view message) {
        return std::string(message.substr(0, message.find(' ')));
    }

    // The option a message of CLI11 is about: "Could not convert: --limit = x", "--format: 1 required".
    static std::string option_in(std::string_view message) {
        const size_t at = message.find('-');
        if (at == std::string_view::npos) return first_word(message);
        return std::string(message.substr(at, message.find_first_of(" :=,", at) - at));
    }

    CLI::App& current() {
        const auto chosen = app_.get_subcommands();
        return chosen.empty() ? app_ : *chosen.front();
    }

    std::string help() {
        CLI::App& app = current();
        return &app == &app_ ? app.help() : app.help("kamerloep");
    }

    // Everything CLI11 prints, in the user's language.
    void dress(CLI::App& app) {
        app.set_help_flag("-h,--help", text("cli.help"))->group(text("cli.usage.option_group"));
        app.add_option("--lang", lang_, text("cli.lang"))->group(text("cli.usage.option_group"))->type_name("nl|en");
        const auto formatter = app.get_formatter();
        formatter->label("Usage", text("cli.usage"));
        formatter->label("OPTIONS", text("cli.usage.options"));
        formatter->label("SUBCOMMAND", text("cli.usage.command"));
        formatter->label("SUBCOMMANDS", text("cli.usage.command"));
        formatter->label("Positionals", text("cli.usage.arguments"));
        formatter->label("REQUIRED", "");
        formatter->label("TEXT", "");
        formatter->column_width(30);
        if (CLI::Option* version = app.get_version_ptr()) version->group(text("cli.usage.option_group"));
    }

    CLI::App& command(const char* name, const char* description, Options::Command id) {
        CLI::App& sub = *app_.add_subcommand(name, text(description));
        sub.group(text("cli.usage.commands"));
        sub.option_defaults()->group(text("cli.usage.option_group"));
        sub.callback([this, id] { options_.command = id; });
        dress(sub);
        return sub;
    }

    void add_parse() {
        CLI::App& sub = command("parse", "cli.parse", Options::Command::parse);
        sub.add_option("FILE", options_.files, text("cli.parse.files"))->required();
        add_jobs(sub);
        sub.add_flag("--json", options_.json, text("cli.parse.json"));
        sub.add_flag("--text", options_.text, text("cli.parse.text"));
    }

    void add_index() {
        CLI::App& sub = command("index", "cli.index", Options::Command::index);
        sub.add_option("FILE", options_.files, text("cli.index.files"))->required();
        sub.add_option("-o,--output", options_.output, text("cli.index.output"))
            ->required()
            ->type_name("corpus.kamerloep");
        add_jobs(sub);
    }

    void add_jobs(CLI::App& sub) { sub.add_option("-j,--jobs", options_.jobs, text("cli.jobs"))->type_name("4"); }

    void add_search() {
        CLI::App& sub = command("search", "cli.search", Options::Command::search);
        sub.add_option("CORPUS", corpus_, text("cli.search.corpus"))->required();
        sub.add_option("QUERY", options_.query, text("cli.search.query"));
        add_filter(sub, "--ministry", search::Facet::ministry, "cli.filter.ministry", "BZ");
        add_filter(sub, "--also", search::Facet::ministry_also, "cli.filter.also", "Def");
        add_filter(sub, "--theme", search::Facet::theme, "cli.filter.theme", "handel");
        add_filter(sub, "--keyword", search::Facet::keyword, "cli.filter.keyword", "diversificatie");
        add_filter(sub, "--kind", search::Facet::kind, "cli.filter.kind", "lijst");
        add_filter(sub, "--year", search::Facet::year, "cli.filter.year", "2026");
        sub.add_flag("--no-inferred", no_inferred_, text("cli.search.no_inferred"));
        sub.add_option("--order", order_, text("cli.search.order"))->type_name("relevantie");
        sub.add_option("--limit", options_.limit, text("cli.search.limit"))->type_name("20");
        sub.add_flag("--json", options_.json, text("cli.search.json"));
    }

    void add_export() {
        CLI::App& sub = command("export", "cli.export", Options::Command::export_all);
        sub.add_option("CORPUS", corpus_, text("cli.search.corpus"))->required();
        sub.add_option("--format", options_.format, text("cli.export.format"))->required()->type_name("json|csv|md");
    }

    void add_filter(CLI::App& sub, const char* name, search::Facet facet, const char* description,
                    const char* example) {
        sub.add_option(name, options_.filters.of(facet), text(description))
            ->allow_extra_args(false)
            ->type_name(example);
    }

    std::expected<Options, Stop> check() {
        const std::string command = current().get_name();
        if (options_.json && options_.text) return wrong(text("cli.error.both"));
        if (!lang_.empty() && lang_ != "nl" && lang_ != "en") return wrong("cli.error.value", {"--lang", command});
        if (options_.command == Options::Command::export_all && options_.format != "json" && options_.format != "csv" &&
            options_.format != "md") {
            return wrong("cli.error.value", {"--format", command});
        }
        if (options_.limit < -1) return wrong("cli.error.value", {"--limit", command});
        if (options_.jobs < 0) return wrong("cli.error.value", {"--jobs", command});
        if (!order_.empty()) {
            bool known = false;
            for (const auto& [name, order] : orders) {
                if (name != order_) continue;
                options_.order = order;
                known = true;
            }
            if (!known) return wrong("cli.error.value", {"--order", command});
        }
        options_.filters.inferred = !no_inferred_;
        if (!corpus_.empty()) options_.files = {corpus_};
        return std::move(options_);
    }

    const Strings& strings_;
    app::Language language_;
    Options options_;
    std::string lang_, corpus_, order_;
    bool no_inferred_ = false;
    CLI::App app_;
};

}  // namespace

app::Language choose_language(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        std::string_view arg = argv[i];
        if (arg == "--lang" && i + 1 < argc)
            return std::string_view(argv[i + 1]) == "en" ? app::Language::en : app::Language::nl;
        if (arg.starts_with("--lang=")) return arg.substr(7) == "en" ? app::Language::en : app::Language::nl;
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != 0) {
            return std::string_view(value).starts_with("en") ? app::Language::en : app::Language::nl;
        }
    }
    return app::Language::nl;
}

std::expected<Options, Stop> read_options(int argc, char** argv, const app::Strings& strings) {
    return Parser(strings, choose_language(argc, argv)).parse(argc, argv);
}

}  // namespace kl::cli
