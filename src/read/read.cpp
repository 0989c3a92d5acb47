// Which format a file has is seen from its first bytes; a name can lie.
#include "read/read.h"

#include "read/plain_text.h"
#include "text/scan.h"
#include "text/utf8.h"

namespace kl::read {
namespace {

enum class Sniffed : uint8_t { blank, binary, ole, plain_text, pdf, zip, rtf, html, xml, json };

bool starts_with(std::string_view bytes, std::string_view magic) { return bytes.substr(0, magic.size()) == magic; }

// A text holds no zero bytes and hardly any control characters.
bool looks_binary(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, 65536);
    size_t control = 0;
    for (const char c : sample) {
        const auto b = static_cast<unsigned char>(c);
        if (b == 0) return true;
        if (b < 0x20 && !text::ascii_blank(c)) ++control;
    }
    return control * 50 > sample.size();
}

// Something may stand before it (a blank line, what a mail program or a server put there): readers of PDF look at the
// first kilobyte. A text that only mentions it has no objects.
bool begins_pdf(std::string_view bytes) {
    const size_t at = bytes.substr(0, 1024).find("%PDF-");
    if (at == 0) return true;
    return at != std::string_view::npos && bytes.substr(at, 4096).find(" obj") != std::string_view::npos;
}

Sniffed sniff(std::string_view bytes) {
    if (begins_pdf(bytes)) return Sniffed::pdf;
    if (starts_with(bytes, "PK\x03\x04")) return Sniffed::zip;
    if (starts_with(bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return Sniffed::ole;
    if (looks_binary(bytes)) return Sniffed::binary;
    if (starts_with(bytes, "{\\rtf")) return Sniffed::rtf;
    text::Scan s{bytes};
    s.blanks();
    while (starts_with(s.rest(), "<!--")) {  // a page may begin with comments
        const size_t end = bytes.find("-->", s.at);
        if (end == std::string_view::npos) break;
        s.at = end + 3;
        s.blanks();
    }
    if (s.done()) return Sniffed::blank;
    if (s.literal("<?xml")) return Sniffed::xml;
    if (s.literal("<!doctype html") || s.literal("<html")) return Sniffed::html;
    if (s.character('<')) {
        // "<officiele-publicatie …>": a name directly after the bracket
        if (text::ascii_letter(s.peek())) return Sniffed::xml;
        return Sniffed::plain_text;
    }
    if (s.character('{') || s.character('[')) {
        // "[1] Trouw, …" and "[Ontvangen …]" are text; JSON goes on with a string, an object, a list or a closing
        // bracket.
        const bool list = s.text[s.at - 1] == '[';
        s.blanks();
        if (s.peek() == '"' || s.peek() == '}' || (list && (s.peek() == '{' || s.peek() == '['))) return Sniffed::json;
    }
    return Sniffed::plain_text;
}

struct Named {
    std::string_view name;  // as in messages
    std::string_view id;    // as `reader_needed` gives it
    Reader Readers::*reader;
};

// What stands for a format; nothing for plain text and what is no text at all.
const Named* named(Sniffed format) {
    static constexpr Named pdf{"PDF", "pdf", &Readers::pdf};
    static constexpr Named docx{"DOCX", "docx", &Readers::docx};
    static constexpr Named html{"HTML", "html", &Readers::html};
    static constexpr Named xml{"XML", "xml", &Readers::xml};
    static constexpr Named json{"JSON", "json", &Readers::json};
    switch (format) {
        case Sniffed::pdf: return &pdf;
        case Sniffed::zip: return &docx;
        case Sniffed::html: return &html;
        case Sniffed::xml: return &xml;
        case Sniffed::json: return &json;
        case Sniffed::blank:
        case Sniffed::binary:
        case Sniffed::ole:
        case Sniffed::rtf:
        case Sniffed::plain_text: break;
    }
    return nullptr;
}

// The files of Office before 2007, and those with a password: the names inside are UTF-16.
std::unexpected<Error> office_file(std::string_view bytes, std::string_view name) {
    const auto holds = [bytes](std::string_view ascii) {
        std::string wide;
        for (const char c : ascii) wide += {c, '\0'};
        return bytes.find(wide) != std::string_view::npos;
    };
    if (holds("EncryptedPackage")) return std::unexpected(Error{"encrypted", {std::string(name)}});
    const char* const format = holds("WordDocument") ? "DOC" : holds("Workbook") ? "XLS" : "Office";
    return std::unexpected(Error{"unsupported_format", {std::string(name), format}});
}

std::unexpected<Error> unsupported(std::string_view name, std::string_view format) {
    return std::unexpected(Error{"unsupported_format", {std::string(name), std::string(format)}});
}

}  // namespace

Result<Sources> read(std::string_view bytes, std::string_view name, const Readers& readers) {
    if (bytes.size() > most_bytes) {
        return std::unexpected(Error{"too_large", {std::string(name), std::to_string(most_bytes >> 20)}});
    }
    // Sniffed and read as UTF-8, so that a corpus, which keeps UTF-8, reads its documents as they were read first.
    if (const auto utf8 = text::from_utf_16(bytes)) return read(*utf8, name, readers);
    const Sniffed format = sniff(bytes);
    if (const Named* const one = named(format)) {
        const Reader reader = readers.*(one->reader);
        return reader != nullptr ? reader(bytes, name) : unsupported(name, one->name);
    }
    if (format == Sniffed::rtf) return unsupported(name, "RTF");
    if (format == Sniffed::ole) return office_file(bytes, name);
    if (format == Sniffed::binary) return std::unexpected(Error{"binary_file", {std::string(name)}});
    SourceText source = read_plain_text(bytes, name);
    if (source.lines.empty()) return std::unexpected(Error{"empty_file", {std::string(name)}});
    return Sources{std::move(source)};
}

std::string_view reader_needed(std::string_view bytes) {
    if (const auto utf8 = text::from_utf_16(bytes)) return reader_needed(*utf8);
    const Named* const one = named(sniff(bytes));
    return one != nullptr ? one->id : std::string_view{};
}

}  // namespace kl::read
