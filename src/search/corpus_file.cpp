// The bytes, numbers little-endian:
//
//   offset  0   8 bytes   "KAMERLP\n"; the line end shows a file that was changed on its way
//           8   u32       version
//          12   u64       FNV-1a of all that follows
//          20   u32       number of documents
//          24   for each document: u32 size, its file name; u32 size, its text (UTF-8);
//               u32 size, its SourceText as JSON (source_text_json.h), empty for a plain text
#include "search/corpus_file.h"

#include <optional>

#include "parse/parse.h"
#include "read/plain_text.h"
#include "read/source_text_json.h"

namespace kl::search {
namespace {

constexpr std::string_view magic = "KAMERLP\n";
constexpr uint32_t version = 2;
constexpr size_t checked_from = 20;

void put(std::string& out, uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

void put_text(std::string& out, std::string_view text) {
    put(out, text.size(), 4);
    out += text;
}

uint64_t fnv_1a(std::string_view bytes) {
    uint64_t hash = 14695981039346656037ULL;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return hash;
}

struct Cursor {
    std::string_view rest;

    std::optional<uint64_t> number(size_t bytes) {
        if (rest.size() < bytes) return std::nullopt;
        uint64_t value = 0;
        for (size_t i = bytes; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(rest[i]);
        rest.remove_prefix(bytes);
        return value;
    }
    std::optional<std::string_view> text() {
        const auto size = number(4);
        if (!size || *size > rest.size()) return std::nullopt;
        const std::string_view text = rest.substr(0, static_cast<size_t>(*size));
        rest.remove_prefix(text.size());
        return text;
    }
};

Error damaged(std::string_view name) { return {"corpus_damaged", {std::string(name)}}; }

}  // namespace

std::string save(const Corpus& corpus) {
    std::string documents;
    put(documents, corpus.documents().size(), 4);
    for (const auto& one : corpus.documents()) {
        const read::SourceText& source = one->document.source;
        const bool plain = source.format == read::Format::plain_text;
        put_text(documents, source.name);
        put_text(documents, plain ? source.text : std::string());
        put_text(documents, plain ? std::string() : read::to_json(source));
    }
    std::string out(magic);
    put(out, version, 4);
    put(out, fnv_1a(documents), 8);
    return out + documents;
}

bool is_corpus_file(std::string_view bytes) { return bytes.starts_with(magic); }

Result<std::shared_ptr<const Corpus>> load(std::string_view bytes, std::string_view name,
                                           const annotate::Annotator& annotator) {
    if (!is_corpus_file(bytes)) return std::unexpected(Error{"corpus_foreign", {std::string(name)}});
    Cursor cursor{bytes.substr(magic.size())};
    const auto written_by = cursor.number(4);
    if (written_by && *written_by > version) {
        return std::unexpected(Error{"corpus_newer", {std::string(name), std::to_string(*written_by)}});
    }
    const auto checksum = cursor.number(8);
    const auto count = cursor.number(4);
    if (!written_by || *written_by != version || !count || !checksum ||
        *checksum != fnv_1a(bytes.substr(checked_from))) {
        return std::unexpected(damaged(name));
    }
    std::vector<std::shared_ptr<const CorpusDocument>> documents;
    for (uint64_t i = 0; i < *count; ++i) {
        const auto file = cursor.text();
        const auto text = cursor.text();
        const auto json = cursor.text();
        if (!file || !text || !json) return std::unexpected(damaged(name));
        Result<read::SourceText> source =
            json->empty() ? read::read_plain_text(*text, *file) : read::source_text_from_json(*json);
        if (!source) return std::unexpected(damaged(name));
        auto document = std::make_shared<CorpusDocument>();
        document->document = parse::parse(std::move(*source));
        document->annotations = annotator.annotate(document->document);
        documents.push_back(std::move(document));
    }
    return Corpus::build(std::move(documents), annotator.vocabulary());
}

}  // namespace kl::search
