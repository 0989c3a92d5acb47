#include "hostile/files.h"

#include <cmath>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include "hostile/zip.h"
#include "read/pages.h"
#include "read/pdf_layout.h"
#include "read/readers.h"
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

// A number of a row of pieces: "*3.5" is that many times the number of the repetition, within the page.
std::string place(std::string_view text, size_t n, double most) {
    const bool times = text.starts_with('*');
    const double value = std::atof(std::string(text.substr(times ? 1 : 0)).c_str());
    return std::to_string(times ? std::fmod(value * static_cast<double>(n), most) : value);
}

// The pieces of a page as pdf.js gives them (read/pages.h). `each`: "x y width size turn text" lines; `before`: how
// many repetitions a page has.
std::string pages_of(const HostileFile& file, size_t bytes) {
    const auto a_page = static_cast<size_t>(std::atol(file.before.c_str()));
    const std::string page = R"({"width":595,"height":842,"pieces":[)";
    std::string out = R"({"pages":[)" + page;
    std::string separator;
    for (size_t n = 1; out.size() < bytes; ++n) {
        std::istringstream rows(file.each);
        for (std::string row; std::getline(rows, row); separator = ",") {
            std::istringstream words(row);
            std::string x, y, width, size, turn, text;
            words >> x >> y >> width >> size >> turn >> std::ws;
            std::getline(words, text);
            out += separator + "[\"";
            append(out, text, n);
            out += "\"," + place(x, n, 595) + "," + place(y, n, 842) + "," + width + "," + size + "," + turn + "]";
        }
        if (a_page != 0 && n % a_page == 0) {
            out += "]}," + page;
            separator = "";
        }
    }
    return out + "]}]}";
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
    if (file.format == "pages") return pages_of(file, bytes);
    Text made = text_of(file, bytes);
    if (file.format == "docx") return docx(made.text);
    if (file.format == "docx-notes") return docx(made.text, made.repeated);
    return std::move(made.text);
}

Result<read::Sources> read_hostile(const HostileFile& file, std::string_view bytes) {
    if (file.format != "pages") return read::read(bytes, "x", read::all_readers());
    const auto pages = read::pages_from_json(bytes);
    if (!pages) return std::unexpected(pages.error());
    return read::lay_out_pages(*pages, "x");
}

}  // namespace kl::test
