#include "app/pipeline.h"

#include "assets/embedded.h"
#include "parse/parse.h"

namespace kl::app {
namespace {

std::unique_ptr<const annotate::Vocabulary> embedded_vocabulary() {
    constexpr std::string_view folder = "vocab/";
    std::vector<annotate::VocabularyFile> files;
    for (const std::string_view name : assets::names()) {
        if (name.starts_with(folder)) files.push_back({name.substr(folder.size()), assets::find(name)});
    }
    return std::make_unique<const annotate::Vocabulary>(annotate::load_vocabulary(files));
}

}  // namespace

Pipeline::Pipeline(const read::Readers& readers)
    : readers_(readers), vocabulary_(embedded_vocabulary()), annotator_(*vocabulary_) {}
Pipeline::~Pipeline() = default;

DocumentPtr Pipeline::understand(read::SourceText source) const {
    auto document = std::make_shared<search::CorpusDocument>();
    document->document = parse::parse(std::move(source));
    document->annotations = annotator_.annotate(document->document);
    return document;
}

Result<std::vector<DocumentPtr>> Pipeline::read(std::string_view bytes, std::string_view name) const {
    auto sources = read::read(bytes, name, readers_);
    if (!sources) return std::unexpected(std::move(sources.error()));
    std::vector<DocumentPtr> documents;
    for (read::SourceText& source : *sources) documents.push_back(understand(std::move(source)));
    return documents;
}

Strings embedded_strings() {
    Strings strings;
    for (const std::string_view name : assets::names()) {
        if (name.starts_with("ui/")) strings.load(assets::find(name));
    }
    return strings;
}

}  // namespace kl::app
