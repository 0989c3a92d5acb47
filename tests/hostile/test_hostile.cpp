// Files nobody would write, through the whole flow. No time is asserted: at this size what is not linear in the file
// takes longer than ctest waits. bench/hostile measures.
#include <doctest.h>

#include <nlohmann/json.hpp>

#include "app/export.h"
#include "app/pipeline.h"
#include "hostile/files.h"
#include "parse/invariants.h"
#include "read/readers.h"
#include "search/search.h"

namespace kl::test {

TEST_CASE("files nobody would write become documents, or are refused") {
    const app::Pipeline pipeline(read::all_readers());
    const app::Strings strings = app::embedded_strings();
    for (const HostileFile& file : hostile_files(KAMERLOEP_CASES_DIR "/hostile/files.tsv")) {
        CAPTURE(file.name);
        auto sources = read_hostile(file, make(file, KAMERLOEP_HOSTILE_BYTES));
        if (!sources) {
            CAPTURE(sources.error().code);
            CHECK(strings.has("error." + sources.error().code));
            continue;
        }
        std::vector<app::DocumentPtr> documents;
        for (read::SourceText& source : *sources) {
            documents.push_back(pipeline.understand(std::move(source)));
            CHECK(broken_promises(documents.back()->document) == 0);
            CHECK(nlohmann::json::accept(app::to_json(*documents.back(), pipeline.vocabulary(), strings)));
        }
        const auto corpus = search::Corpus::build(std::move(documents), pipeline.vocabulary());
        const auto results =
            search::search(*corpus, search::parse_query("vraag woord", true), {}, search::Order::relevance);
        CHECK(results.total <= corpus->item_count());
    }
}

}  // namespace kl::test
