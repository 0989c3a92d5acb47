#include "seed.h"

#include <fstream>
#include <sstream>

#include "annotate/annotate.h"
#include "assets/embedded.h"
#include "parse/parse.h"
#include "read/read.h"

namespace kl::test {
namespace {

std::string file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return std::move(out).str();
}

annotate::Vocabulary load() {
    std::vector<annotate::VocabularyFile> files;
    for (const std::string_view name : assets::names()) {
        if (name.starts_with("vocab/")) files.push_back({name.substr(6), assets::find(name)});
    }
    return annotate::load_vocabulary(files);
}

}  // namespace

const annotate::Vocabulary& real_vocabulary() {
    static const annotate::Vocabulary vocabulary = load();
    return vocabulary;
}

std::shared_ptr<const search::Corpus> seed() {
    static const std::shared_ptr<const search::Corpus> corpus = [] {
        const std::string bytes = file(KAMERLOEP_ASSETS_DIR "/documents/kst-36696-4.txt");
        auto source = read::read(bytes, "kst-36696-4.txt");
        auto document = std::make_shared<search::CorpusDocument>();
        if (source) document->document = parse::parse(std::move(source->front()));
        document->annotations = annotate::Annotator(real_vocabulary()).annotate(document->document);
        return search::Corpus::build({document}, real_vocabulary());
    }();
    return corpus;
}

}  // namespace kl::test
