// The readers of structured formats as a module of their own: the page loads it when such a file is opened, and gives
// what comes out to its engine (kl_add_source). Bytes go in as (pointer, length); out comes JSON with kr_result_size():
//   {"sources": [SourceText…]} or {"error": {"code", "args"}}
#include <emscripten.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "read/pages.h"
#include "read/pdf_layout.h"
#include "read/readers.h"
#include "read/source_text_json.h"

namespace {

using namespace kl;

std::string result;

const char* give(const Result<read::Sources>& sources) {
    if (sources) {
        result = R"({"sources":[)";
        for (const read::SourceText& one : *sources) {
            if (&one != &sources->front()) result += ',';
            result += read::to_json(one);
        }
        result += "]}";
    } else {
        const nlohmann::json error = {{"error", {{"code", sources.error().code}, {"args", sources.error().args}}}};
        result = error.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    }
    return result.c_str();
}

}  // namespace

#define KR_EXPORT extern "C" EMSCRIPTEN_KEEPALIVE

KR_EXPORT void* kr_alloc(size_t size) { return std::malloc(size == 0 ? 1 : size); }
KR_EXPORT void kr_free(void* bytes) { std::free(bytes); }
KR_EXPORT size_t kr_result_size() { return result.size(); }

KR_EXPORT const char* kr_read(const char* bytes, size_t size, const char* name, size_t name_size) {
    return give(read::read({bytes, size}, {name, name_size}, read::all_readers()));
}

// `pages`: what stands where, from pdf.js, as JSON (src/read/pages.h).
KR_EXPORT const char* kr_read_pdf(const char* pages, size_t size, const char* name, size_t name_size) {
    const auto positioned = read::pages_from_json({pages, size});
    if (!positioned) return give(std::unexpected(positioned.error()));
    return give(read::lay_out_pages(*positioned, {name, name_size}));
}

int main() { return 0; }
