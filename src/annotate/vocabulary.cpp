#include "annotate/vocabulary.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "annotate/offices.h"
#include "annotate/scanner.h"
#include "annotate/tsv.h"

namespace kl::annotate {

namespace {

constexpr size_t most_rows = std::numeric_limits<uint16_t>::max();

struct Loader {
    Vocabulary& out;
    std::string_view file;

    void refuse(const TsvRow& row) {
        Diagnostic diagnostic;
        diagnostic.code = "vocabulary_row";
        diagnostic.severity = Severity::doubt;
        diagnostic.args = {std::string(file), std::to_string(row.line)};
        out.diagnostics.push_back(std::move(diagnostic));
    }
    // An empty date is a known "open"; anything else must be one.
    text::Date date(const TsvRow& row, std::string_view cell) {
        if (cell.empty()) return {};
        const auto parsed = text::from_iso(cell);
        if (!parsed) refuse(row);
        return parsed.value_or(text::Date{});
    }
};

std::optional<ConceptKind> kind_by_name(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, ConceptKind>, 14> names{
        {{"policy", ConceptKind::policy},
         {"law", ConceptKind::law},
         {"body", ConceptKind::body},
         {"partnership", ConceptKind::partnership},
         {"treaty", ConceptKind::treaty},
         {"strategy", ConceptKind::strategy},
         {"programme", ConceptKind::programme},
         {"motion", ConceptKind::motion},
         {"organisation", ConceptKind::organisation},
         {"country", ConceptKind::country},
         {"region", ConceptKind::region},
         {"company", ConceptKind::company},
         {"sector", ConceptKind::sector},
         {"measure", ConceptKind::measure}}};
    for (const auto& [known, kind] : names)
        if (known == name) return kind;
    return std::nullopt;
}

void load_ministry(Loader& loader, const TsvTable& table, const TsvRow& row) {
    Ministry ministry;
    ministry.abbr = table.cell(row, "abbr");
    ministry.label_nl = table.cell(row, "label_nl");
    ministry.label_en = table.cell(row, "label_en");
    ministry.uri = table.cell(row, "uri");
    ministry.valid_from = loader.date(row, table.cell(row, "valid_from"));
    ministry.valid_to = loader.date(row, table.cell(row, "valid_to"));
    ministry.aliases = values_of(table.cell(row, "aliases"));
    ministry.stand_in = values_of(table.cell(row, "stand_in"));
    if (ministry.abbr.empty() || ministry.label_nl.empty()) return loader.refuse(row);
    loader.out.ministries.push_back(std::move(ministry));
}

void load_portfolio(Loader& loader, const TsvTable& table, const TsvRow& row) {
    Portfolio portfolio;
    portfolio.title = table.cell(row, "title");
    portfolio.valid_from = loader.date(row, table.cell(row, "valid_from"));
    portfolio.valid_to = loader.date(row, table.cell(row, "valid_to"));
    portfolio.ministry = table.cell(row, "ministry");
    if (portfolio.title.empty() || portfolio.ministry.empty()) return loader.refuse(row);
    loader.out.portfolios.push_back(std::move(portfolio));
}

void load_theme(Loader& loader, const TsvTable& table, const TsvRow& row) {
    Theme theme;
    theme.uri = table.cell(row, "uri");
    theme.level = table.cell(row, "level") == "2" ? 2 : 1;
    theme.label_nl = table.cell(row, "label_nl");
    theme.label_en = table.cell(row, "label_en");
    theme.ministries = values_of(table.cell(row, "ministries"));
    if (theme.label_nl.empty()) return loader.refuse(row);
    const std::string_view parent = table.cell(row, "parent_nl");
    if (theme.level == 2) theme.parent = loader.out.theme_by_label(parent);
    if (theme.level == 2 && !theme.parent) loader.refuse(row);  // still usable, without its parent
    loader.out.themes.push_back(std::move(theme));
}

// One row a theme, its terms by weight.
void load_terms(Loader& loader, const TsvTable& table, const TsvRow& row) {
    static constexpr std::array<std::string_view, 3> columns{"hint", "good", "decisive"};
    const auto theme = loader.out.theme_by_label(table.cell(row, "theme"));
    if (!theme) return loader.refuse(row);
    for (size_t i = 0; i < columns.size(); ++i)
        for (std::string& term : values_of(table.cell(row, columns[i])))
            loader.out.theme_terms.push_back({*theme, std::move(term), static_cast<int>(i) + 1});
}

void load_concept(Loader& loader, const TsvTable& table, const TsvRow& row) {
    Concept named;
    named.id = table.cell(row, "id");
    named.label_nl = table.cell(row, "label_nl");
    named.label_en = table.cell(row, "label_en");
    named.ministry = table.cell(row, "ministry");
    named.url = table.cell(row, "url");
    named.names = values_of(table.cell(row, "names"));
    named.needs = values_of(table.cell(row, "needs"));
    const auto kind = kind_by_name(table.cell(row, "kind"));
    if (named.id.empty() || named.label_nl.empty() || !kind) return loader.refuse(row);
    named.kind = *kind;
    for (const std::string& label : values_of(table.cell(row, "themes"))) {
        const auto theme = loader.out.theme_by_label(label);
        if (theme)
            named.themes.push_back(*theme);
        else
            loader.refuse(row);  // still usable, without that theme
    }
    if (named.names.empty()) named.names.push_back(named.label_nl);
    loader.out.concepts.push_back(std::move(named));
}

void load_party(Loader& loader, const TsvTable& table, const TsvRow& row) {
    if (const std::string_view name = table.cell(row, "name"); !name.empty()) loader.out.parties.emplace_back(name);
}

void load_function_word(Loader& loader, const TsvTable& table, const TsvRow& row) {
    FunctionWord word;
    word.word = table.cell(row, "word");
    const std::string_view name = table.cell(row, "class");
    if (word.word.empty() || name.empty()) return loader.refuse(row);
    if (name == "article" || name == "determiner" || name == "preposition") word.word_class = WordClass::introducer;
    if (name == "conjunction") word.word_class = WordClass::conjunction;
    if (name == "infinitive_mark") word.word_class = WordClass::infinitive_mark;
    loader.out.function_words.push_back(std::move(word));
}

}  // namespace

Vocabulary load_vocabulary(std::span<const VocabularyFile> files) {
    Vocabulary vocabulary;
    struct Kind {
        std::string_view name;
        void (*load)(Loader&, const TsvTable&, const TsvRow&);
    };
    // Themes first: terms and concepts point to them.
    static constexpr std::array<Kind, 7> kinds{{{"themes.tsv", load_theme},
                                                {"ministries.tsv", load_ministry},
                                                {"portfolios.tsv", load_portfolio},
                                                {"theme_terms.tsv", load_terms},
                                                {"concepts.tsv", load_concept},
                                                {"parties.tsv", load_party},
                                                {"function_words.tsv", load_function_word}}};
    for (const Kind& kind : kinds) {
        for (const VocabularyFile& file : files) {
            if (!file.name.ends_with(kind.name)) continue;
            const bool whole_name =
                file.name.size() == kind.name.size() || file.name[file.name.size() - kind.name.size() - 1] == '/';
            if (!whole_name) continue;
            const TsvTable table = read_tsv(file.bytes);
            Loader loader{vocabulary, kind.name};
            for (size_t i = 0; i < table.rows.size() && i < most_rows; ++i) kind.load(loader, table, table.rows[i]);
        }
    }
    index_offices(vocabulary);
    return vocabulary;
}

std::optional<ThemeId> Vocabulary::theme_by_label(std::string_view label) const {
    // Called some thousand times while loading, nearly always for the same theme as before: the themes are few enough
    // to look through.
    for (size_t i = 0; i < themes.size(); ++i)
        if (themes[i].label_nl == label) return static_cast<ThemeId>(i);
    const auto same = [](char a, char b) { return ascii_lower(a) == ascii_lower(b); };
    for (size_t i = 0; i < themes.size(); ++i)
        if (std::ranges::equal(themes[i].label_nl, label, same)) return static_cast<ThemeId>(i);
    return std::nullopt;
}

}  // namespace kl::annotate
