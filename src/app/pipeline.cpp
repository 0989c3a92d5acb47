#include "app/pipeline.h"

#include "assets/embedded.h"
#include "parse/parse.h"
#include "read/read.h"

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

Pipeline::Pipeline() : vocabulary_(embedded_vocabulary()), annotator_(*vocabulary_) {}
Pipeline::~Pipeline() = default;

Result<std::shared_ptr<const search::CorpusDocument>> Pipeline::read(std::string_view bytes,
                                                                     std::string_view name) const {
    auto source = read::read(bytes, name);
    if (!source) return std::unexpected(std::move(source.error()));
    auto document = std::make_shared<search::CorpusDocument>();
    document->document = parse::parse(std::move(*source));
    document->annotations = annotator_.annotate(document->document);
    return document;
}

Strings embedded_strings() {
    Strings strings;
    for (const std::string_view name : assets::names()) {
        if (name.starts_with("ui/")) strings.load(assets::find(name));
    }
    return strings;
}

}  // namespace kl::app
