// Bytes from a stranger, through one way in, down to a document with annotations. What must hold is in invariants.h;
// the sanitizers watch the rest.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "app/pipeline.h"
#include "parse/invariants.h"
#include "parse/parse.h"
#include "read/readers.h"
#include "read/source_text_json.h"
#include "search/corpus_file.h"
#include "search/search.h"

namespace {

using namespace kl;

const app::Pipeline& pipeline() {
    static const app::Pipeline one(read::all_readers());
    return one;
}

void must(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

void follow(read::SourceText source) {
    // What a reader gave must pass the check of what comes from outside.
    must(read::source_text_from_json(read::to_json(source)).has_value(), "a SourceText survives its JSON");
    const app::DocumentPtr document = pipeline().understand(std::move(source));
    must(test::broken_promises(document->document) == 0, "spans of the document");
}

void follow(Result<read::Sources> sources) {
    if (!sources) return;
    for (read::SourceText& one : *sources) follow(std::move(one));
}

void through(read::Reader reader, std::string_view bytes) {
    if (reader != nullptr) follow(reader(bytes, "x"));
}

// ---- the ways in ----------------------------------------------------------------------------------------------------
[[maybe_unused]] void fuzz_text(std::string_view bytes) { follow(read::read(bytes, "x")); }
[[maybe_unused]] void fuzz_docx(std::string_view bytes) { through(read::all_readers().docx, bytes); }
[[maybe_unused]] void fuzz_html(std::string_view bytes) { through(read::all_readers().html, bytes); }
[[maybe_unused]] void fuzz_xml(std::string_view bytes) { through(read::all_readers().xml, bytes); }
[[maybe_unused]] void fuzz_json(std::string_view bytes) { through(read::all_readers().json, bytes); }

[[maybe_unused]] void fuzz_source(std::string_view bytes) {
    if (auto one = read::source_text_from_json(bytes)) follow(std::move(*one));
}

[[maybe_unused]] void fuzz_corpus(std::string_view bytes) {
    const auto loaded = search::load(bytes, "x", pipeline().annotator());
    if (!loaded) return;
    must(search::save(**loaded).size() > 0, "a corpus that opens can be saved");
}

[[maybe_unused]] void fuzz_query(std::string_view bytes) {
    static const auto corpus = [] {
        auto documents = pipeline().read(
            "Vraag 1\nWat kost de strategie?\n\nAntwoord 1\nDe strategie kost veel.\n\nVraag 2\nWaarom?\n\nAntwoord "
            "2\nDaarom.",
            "x");
        return search::Corpus::build(std::move(*documents), pipeline().vocabulary());
    }();
    const auto results = search::search(*corpus, search::parse_query(bytes, true), {}, search::Order::relevance);
    must(results.total <= corpus->item_count(), "no more hits than items");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    KAMERLOEP_FUZZ(std::string_view(reinterpret_cast<const char*>(data), size));
    return 0;
}
