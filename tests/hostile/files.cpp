#include "hostile/files.h"

#include "hostile/zip.h"
#include "text/table.h"

namespace kl::test {
namespace {

int hex(char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; }

std::string unescaped(const std::string& text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        switch (text[++i]) {
            case 'n': out += '\n'; break;
            case 'r': out += '\r'; break;
            case 't': out += '\t'; break;
            case 'f': out += '\f'; break;
            case 'x':
                out += static_cast<char>(hex(text[i + 1]) * 16 + hex(text[i + 2]));
                i += 2;
                break;
            default: out += text[i];
        }
    }
    return out;
}

// %n is the number of the repetition, %m the one before it.
void append(std::string& out, const std::string& each, size_t n) {
    for (size_t i = 0; i < each.size(); ++i) {
        if (each[i] == '%' && i + 1 < each.size() && (each[i + 1] == 'n' || each[i + 1] == 'm')) {
            out += std::to_string(each[++i] == 'n' ? n : n - 1);
        } else {
            out += each[i];
        }
    }
}

struct Text {
    std::string text;
    size_t repeated = 0;
};

Text text_of(const HostileFile& file, size_t bytes) {
    Text out{file.before, 0};
    out.text.reserve(bytes + file.each.size() + 64);
    for (size_t closing = file.after.size(); out.text.size() + closing < bytes; closing += file.mirror.size()) {
        append(out.text, file.each, ++out.repeated);
    }
    for (size_t n = out.repeated; n > 0 && !file.mirror.empty(); --n) append(out.text, file.mirror, n);
    out.text += file.after;
    return out;
}

}  // namespace

std::vector<HostileFile> hostile_files(const std::string& path) {
    std::vector<HostileFile> files;
    for (std::vector<std::string>& row : table(path)) {
        row.resize(6);
        files.push_back({row[0], row[1], unescaped(row[2]), unescaped(row[3]), unescaped(row[4]), unescaped(row[5])});
    }
    return files;
}

std::string make(const HostileFile& file, size_t bytes) {
    if (file.format == "docx-deflated") {
        Zip zip;
        const std::string whole = docx_document(file.before + '\1' + file.after);
        const size_t middle = whole.find('\1');
        zip.add_blown_up("word/document.xml", whole.substr(0, middle), file.each[0], bytes, whole.substr(middle + 1));
        return zip.done();
    }
    if (file.format == "docx-parts") {  // many parts of the same name
        Zip zip;
        const std::string part = docx_document("<w:p><w:r><w:t>Vraag 1</w:t></w:r></w:p>");
        for (size_t written = 0; written < bytes; written += part.size() + 120) zip.add("word/document.xml", part);
        return zip.done();
    }
    Text made = text_of(file, bytes);
    if (file.format == "docx") return docx(made.text);
    if (file.format == "docx-notes") return docx(made.text, made.repeated);
    return std::move(made.text);
}

}  // namespace kl::test
