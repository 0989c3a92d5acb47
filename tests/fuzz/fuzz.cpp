// Bytes from a stranger, through one way in, down to a document. What must hold is in invariants.h and here; the
// sanitizers watch the rest. Annotating, which takes most of the time, has a way in of its own.
#include <sanitizer/allocator_interface.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "app/export.h"
#include "app/pipeline.h"
#include "hostile/zip.h"
#include "parse/invariants.h"
#include "parse/parse.h"
#include "read/pages.h"
#include "read/pdf_layout.h"
#include "read/readers.h"
#include "read/source_text_json.h"
#include "search/corpus_file.h"
#include "search/search.h"
#include "text/utf8.h"

namespace {

using namespace kl;

void must(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

const app::Pipeline& pipeline() {
    static const app::Pipeline one(read::all_readers());
    return one;
}

// ---- memory is linear in the input ----------------------------------------------------------------------------------
size_t in_use = 0, at_most = 0;

void allocated(const volatile void*, size_t size) {
    in_use += size;
    at_most = std::max(at_most, in_use);
}

void freed(const volatile void* p) {
    if (p != nullptr) in_use -= __sanitizer_get_allocated_size(p);
}

constexpr size_t for_any_input = size_t{2} << 20;
constexpr size_t for_a_byte = 500;

class MemoryIsLinear {
public:
    explicit MemoryIsLinear(size_t bytes) : allowed_(for_any_input + for_a_byte * bytes), before_(in_use) {
        at_most = in_use;
    }
    ~MemoryIsLinear() { must(at_most - before_ <= allowed_, "memory linear in the input"); }

private:
    size_t allowed_, before_;
};

// ---- what follows a reader ------------------------------------------------------------------------------------------
bool same(const parse::Document& a, const parse::Document& b) {
    if (a.text != b.text || a.items.size() != b.items.size() || a.footnotes.size() != b.footnotes.size() ||
        a.diagnostics.size() != b.diagnostics.size() || a.id != b.id)
        return false;
    for (size_t i = 0; i < a.items.size(); ++i) {
        const parse::Item &one = a.items[i], &other = b.items[i];
        if (one.numbers != other.numbers || one.question != other.question || one.answer != other.answer) return false;
    }
    return true;
}

void follow(const read::SourceText& source) {
    // What a reader gave must pass the check of what comes from outside, and come back as it was.
    const std::string json = read::to_json(source);
    auto again = read::source_text_from_json(json);
    must(again.has_value(), "a SourceText survives its JSON");
    must(read::to_json(*again) == json, "a SourceText comes back from its JSON as it was");
    const parse::Document document = parse::parse(read::SourceText(source));
    must(test::broken_promises(document) == 0, "spans of the document");
    must(same(document, parse::parse(std::move(*again))), "parsing twice gives the same");
}

void follow(const Result<read::Sources>& sources) {
    if (!sources) return;
    for (const read::SourceText& one : *sources) follow(one);
}

void through(read::Reader reader, std::string_view bytes) {
    if (reader == nullptr) return;
    const MemoryIsLinear check(bytes.size());
    follow(reader(bytes, "x"));
}

// ---- the ways in ----------------------------------------------------------------------------------------------------
[[maybe_unused]] void fuzz_text(std::string_view bytes) {
    const MemoryIsLinear check(bytes.size());
    follow(read::read(bytes, "x"));
}

[[maybe_unused]] void fuzz_html(std::string_view bytes) { through(read::all_readers().html, bytes); }
[[maybe_unused]] void fuzz_xml(std::string_view bytes) { through(read::all_readers().xml, bytes); }
[[maybe_unused]] void fuzz_json(std::string_view bytes) { through(read::all_readers().json, bytes); }

// A zip, or the parts of a Word document divided by form feeds: mutated bytes of a zip seldom get past its checksums.
[[maybe_unused]] void fuzz_docx(std::string_view bytes) {
    if (bytes.starts_with("PK")) {
        if (const read::Reader reader = read::all_readers().docx) follow(reader(bytes, "x"));
        return;
    }
    constexpr std::array<std::string_view, 7> names{"word/document.xml",  "word/footnotes.xml", "word/numbering.xml",
                                                    "word/styles.xml",    "word/endnotes.xml",  "docProps/core.xml",
                                                    "docProps/custom.xml"};
    test::Zip zip;
    for (const std::string_view name : names) {
        const size_t end = std::min(bytes.find('\f'), bytes.size());
        const std::string_view part = bytes.substr(0, end);
        // A part without its outermost element is given one, so that small inputs are something.
        const bool body = name == names[0] && !part.starts_with("<?xml");
        zip.add(name, body ? test::docx_document(part) : std::string(part));
        bytes.remove_prefix(std::min(end + 1, bytes.size()));
    }
    through(read::all_readers().docx, zip.done());
}

// Pages as pdf.js gives them, or pieces in six bytes each (where, how wide, how large, whether turned or on a new page,
// how long) and their words.
read::Pages pages_from_bytes(std::string_view bytes) {
    read::Pages pages{{595, 842, {}}};
    const auto byte = [&](size_t i) { return static_cast<float>(static_cast<unsigned char>(bytes[i])); };
    while (bytes.size() > 6) {
        const auto flags = static_cast<unsigned char>(bytes[4]);
        if ((flags & 4) != 0) pages.push_back({595, 842, {}});
        const size_t length = static_cast<unsigned char>(bytes[5]) % 32;
        read::Piece piece{std::string(bytes.substr(6, length)),
                          byte(0) * 2.5F,
                          byte(1) * 3.5F,
                          byte(2),
                          byte(3) / 8,
                          static_cast<uint8_t>((flags & 0xC0) == 0xC0 ? flags & 3 : 0)};
        if (text::is_valid(piece.text)) pages.back().pieces.push_back(std::move(piece));
        bytes.remove_prefix(std::min(bytes.size(), 6 + length));
    }
    return pages;
}

[[maybe_unused]] void fuzz_pages(std::string_view bytes) {
    const MemoryIsLinear check(bytes.size());
    if (!bytes.starts_with('{')) return follow(read::lay_out_pages(pages_from_bytes(bytes), "x"));
    if (const auto pages = read::pages_from_json(bytes)) follow(read::lay_out_pages(*pages, "x"));
}

[[maybe_unused]] void fuzz_source(std::string_view bytes) {
    const MemoryIsLinear check(bytes.size());
    if (const auto one = read::source_text_from_json(bytes)) follow(*one);
}

// The whole flow over a plain text: annotations, the export, the index.
[[maybe_unused]] void fuzz_annotate(std::string_view bytes) {
    static const app::Strings strings = app::embedded_strings();
    auto sources = read::read(bytes, "x");
    if (!sources) return;
    const app::DocumentPtr document = pipeline().understand(std::move(sources->front()));
    const std::string json = app::to_json(*document, pipeline().vocabulary(), strings, -1);
    must(nlohmann::json::accept(json), "the export is JSON");
    const auto corpus = search::Corpus::build({document}, pipeline().vocabulary());
    must(corpus->item_count() == document->document.items.size(), "every item is in the index");
}

uint64_t fnv_1a(std::string_view bytes) {
    uint64_t hash = 14695981039346656037ULL;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

// What follows the head of a corpus file, which is put before it: its checksum would stop every mutation.
[[maybe_unused]] void fuzz_corpus(std::string_view bytes) {
    static const std::string begin = search::save(search::Corpus()).substr(0, 12);
    std::string file = begin;
    const uint64_t sum = fnv_1a(bytes);
    for (int i = 0; i < 64; i += 8) file += static_cast<char>((sum >> i) & 0xFF);
    file += bytes;
    const auto loaded = search::load(file, "x", pipeline().annotator());
    if (!loaded) return;
    const auto again = search::load(search::save(**loaded), "x", pipeline().annotator());
    must(again && (*again)->item_count() == (*loaded)->item_count(), "a corpus that opens can be saved and opened");
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

// Little is kept of what was freed, so that the peak of memory says something.
extern "C" const char* __asan_default_options() { return "quarantine_size_mb=8"; }

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    __sanitizer_install_malloc_and_free_hooks(allocated, freed);
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    KAMERLOEP_FUZZ(std::string_view(reinterpret_cast<const char*>(data), size));
    return 0;
}
