// PDF: positioned text to lines, and the same lines whichever library took the page apart.
#include <doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "read/pages.h"
#include "read/pdf_layout.h"
#include "read/readers.h"
#include "read/source_text_json.h"
#include "read/tiny_pdf.h"
#include "text/utf8.h"

namespace kl::test {
namespace {

namespace fs = std::filesystem;

std::string file_text(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// A case: "page WIDTH HEIGHT", lines "X Y SIZE TEXT", and after a line "=" what must come out, as `written` has it.
struct Case {
    read::Pages pages;
    std::string expected;
};

Case case_of(const fs::path& path) {
    Case out;
    std::istringstream in(file_text(path));
    std::string line;
    while (std::getline(in, line) && line != "=") {
        std::istringstream fields(line);
        std::string first;
        if (line.empty() || line[0] == '#') continue;
        fields >> first;
        if (first == "page") {
            read::Page& page = out.pages.emplace_back();
            fields >> page.width >> page.height;
            continue;
        }
        read::Piece piece;
        piece.x = std::stof(first);
        fields >> piece.y >> piece.size;
        std::getline(fields >> std::ws, piece.text);
        size_t letters = 0;
        for (size_t at = 0; at < piece.text.size(); at += text::decode(piece.text, at).size) ++letters;
        piece.width = static_cast<float>(letters) * letter_width * piece.size;
        out.pages.back().pieces.push_back(piece);
    }
    while (std::getline(in, line)) out.expected += line + "\n";
    return out;
}

// Each piece cut into its words, as Poppler gives them.
read::Pages words_of(const read::Pages& pages) {
    read::Pages out = pages;
    for (read::Page& page : out) {
        std::vector<read::Piece> words;
        for (const read::Piece& piece : page.pieces) {
            float x = piece.x;
            std::istringstream in(piece.text);
            std::string word;
            while (std::getline(in, word, ' ')) {
                const auto letters =
                    static_cast<float>(std::ranges::count_if(word, [](char c) { return (c & 0xC0) != 0x80; }));
                read::Piece one = piece;
                one.text = word;
                one.x = x;
                one.width = letters * letter_width * piece.size;
                x += one.width + letter_width * piece.size;
                if (!word.empty()) words.push_back(one);
            }
        }
        page.pieces = words;
    }
    return out;
}

// The bytes of the page's content: Courier here has Windows-1252.
read::Pages in_windows_1252(read::Pages pages) {
    for (read::Page& page : pages) {
        for (read::Piece& piece : page.pieces) {
            std::string bytes;
            for (size_t at = 0; at < piece.text.size();) {
                const auto [c, size] = text::decode(piece.text, at);
                bytes += c == U'•'   ? '\x95'
                         : c == U'–' ? '\x96'
                         : c == U'’' ? '\x92'
                                     : static_cast<char>(c);  // the rest is Latin-1
                at += size;
            }
            piece.text = bytes;
        }
    }
    return pages;
}

// A line each: blank lines before it, what it is (p page start, f furniture, n note, t table), its text with {marks}.
std::string written(const Result<read::Sources>& sources) {
    if (!sources) return sources.error().code + "\n";
    const read::SourceText& source = sources->front();
    std::string out;
    size_t mark = 0;
    for (const read::Line& line : source.lines) {
        std::string flags;
        if (line.page_start) flags += 'p';
        if (line.furniture) flags += 'f';
        if (line.role == read::Role::note) flags += 'n';
        if (line.role == read::Role::table) flags += 't';
        out += std::to_string(line.blanks_before) + " " + (flags.empty() ? "-" : flags) + " ";
        for (uint32_t at = line.span.begin; at < line.span.end; ++at) {
            const bool in = mark < source.marks.size() && source.marks[mark].span.begin <= at;
            if (in && source.marks[mark].span.begin == at) out += '{';
            out += source.text[at];
            if (in && source.marks[mark].span.end == at + 1) {
                out += '}';
                ++mark;
            }
        }
        out += '\n';
    }
    return out;
}

std::string error_of(std::string_view bytes) {
    const auto result = read::read(bytes, "x.pdf", read::all_readers());
    return result ? "" : result.error().code;
}

bool has_pdf() { return read::all_readers().pdf != nullptr; }

fs::path temporary(const std::string& name) {
    const fs::path folder = fs::temp_directory_path() / "kamerloep-test-pdf";
    fs::create_directories(folder);
    return folder / name;
}

// What pdf.js makes of files; nothing when Node or pdf.js is not here.
std::vector<std::string> with_pdfjs(const std::vector<fs::path>& files) {
    std::string command = "node '" KAMERLOEP_CASES_DIR "/../read/pdfjs_pages.mjs'";
    for (size_t i = 0; i < files.size(); ++i) {
        const fs::path out = temporary("pages-" + std::to_string(i) + ".json");
        fs::remove(out);
        command += " '" + files[i].string() + "' '" + out.string() + "'";
    }
    if (std::system((command + " >/dev/null 2>&1").c_str()) != 0) return {};
    std::vector<std::string> out;
    for (size_t i = 0; i < files.size(); ++i)
        out.push_back(file_text(temporary("pages-" + std::to_string(i) + ".json")));
    return out;
}

std::vector<fs::path> cases() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(KAMERLOEP_CASES_DIR "/read/pdf")) out.push_back(entry.path());
    std::ranges::sort(out);
    return out;
}

}  // namespace

TEST_CASE("pages of positioned text become lines") {
    for (const fs::path& path : cases()) {
        INFO(path.filename().string());
        const Case one = case_of(path);
        CHECK(written(read::lay_out_pages(one.pages, "x")) == one.expected);
        CHECK(written(read::lay_out_pages(words_of(one.pages), "x")) == one.expected);
        if (has_pdf()) {
            CHECK(written(read::read(tiny_pdf(in_windows_1252(one.pages)), "x", read::all_readers())) == one.expected);
        }
    }
}

TEST_CASE("pdf.js and Poppler give the same lines") {
    std::vector<fs::path> files;
    std::vector<std::string> expected;
    for (const fs::path& path : cases()) {
        files.push_back(temporary(path.stem().string() + ".pdf"));
        const std::string bytes = tiny_pdf(in_windows_1252(case_of(path).pages));
        std::ofstream(files.back(), std::ios::binary) << bytes;
    }
    const fs::path corpus = fs::path(KAMERLOEP_CORPUS_DIR) / "aanhangsel-pdf";
    if (fs::exists(corpus)) {
        for (const auto& entry : fs::directory_iterator(corpus)) files.push_back(entry.path());
    } else {
        MESSAGE("no corpus beside the checkout: the official PDFs are not tried");
    }
    const std::vector<std::string> pages = has_pdf() ? with_pdfjs(files) : std::vector<std::string>();
    if (pages.empty()) {
        MESSAGE("no Node with pdfjs-dist (tools/prepare node), or no Poppler: not compared");
        return;
    }
    for (size_t i = 0; i < files.size(); ++i) {
        INFO(files[i].filename().string());
        const auto positioned = read::pages_from_json(pages[i]);
        REQUIRE(positioned);
        const auto here = read::read(file_text(files[i]), "x", read::all_readers());
        REQUIRE(here);
        const auto there = read::lay_out_pages(*positioned, "x");
        REQUIRE(there);
        CHECK(written(there) == written(here));
        CHECK(read::to_json(there->front()) == read::to_json(here->front()));
    }
}

TEST_CASE("what a PDF that cannot be read is") {
    if (!has_pdf()) {
        CHECK(error_of("%PDF-1.4\n") == "unsupported_format");
        return;
    }
    read::Page page{600, 800, {{"Vraag 1", 72, 100, 42, 10, 0}}};
    const std::string good = tiny_pdf({page});
    CHECK(error_of(good) == "");
    CHECK(error_of("\r\n\xEF\xBB\xBF" + good) == "");  // something before it
    CHECK(read::reader_needed("Het bestand begint met %PDF-1.4 en meer niet.").empty());
    CHECK(error_of(tiny_pdf({page}, PdfKind::scanned)) == "pdf_scanned");
    CHECK(error_of(tiny_pdf({page}, PdfKind::encrypted)) == "pdf_encrypted");
    CHECK(error_of("%PDF-1.4\n%\xE2\xE3\xCF\xD3\n") == "pdf_damaged");
    CHECK(error_of("%PDF-1.4\n" + std::string(5000, 'x')) == "pdf_damaged");
    CHECK(error_of(good.substr(0, 120)) == "pdf_damaged");
    // Cut off or overwritten anywhere: an error or a text, never more.
    for (size_t at = 0; at < good.size(); at += 7) {
        const auto cut = read::read(std::string_view(good).substr(0, at), "x", read::all_readers());
        CHECK((cut || !cut.error().code.empty()));
        std::string spoiled = good;
        spoiled[at] = '\xFF';
        const auto read = read::read(spoiled, "x", read::all_readers());
        CHECK((read || !read.error().code.empty()));
    }
}

TEST_CASE("a page without text between others is told") {
    const read::Page page{600, 800, {{"Vraag 1", 72, 100, 42, 10, 0}}};
    const auto sources = read::lay_out_pages({page, {600, 800, {}}, page}, "x");
    REQUIRE(sources);
    const read::SourceText& source = sources->front();
    REQUIRE(source.diagnostics.size() == 1);
    CHECK(source.diagnostics[0].code == "pdf_page_empty");
    CHECK(source.diagnostics[0].args == std::vector<std::string>{"2"});
    CHECK(read::lay_out_pages({{600, 800, {}}}, "x").error().code == "pdf_scanned");
    CHECK(read::lay_out_pages({}, "x").error().code == "pdf_scanned");
}

TEST_CASE("marks lead to their notes") {
    const read::Page page{600,
                          800,
                          {{"Een regel lopende tekst die laat zien hoe groot de letters zijn.", 72, 88, 390, 10, 0},
                           {"Kent u het bericht", 72, 100, 108, 10, 0},
                           {"1", 180, 96, 3.6F, 6, 0},
                           {"?", 183.6F, 100, 6, 10, 0},
                           {"1", 72, 746, 3, 5, 0},
                           {"Dagblad, 3 mei 2024.", 82, 749, 84, 7, 0}}};
    const auto sources = read::lay_out_pages({page}, "x");
    REQUIRE(sources);
    const read::SourceText& source = sources->front();
    REQUIRE(source.marks.size() == 1);
    CHECK(slice(source.text, source.marks[0].span) == "1");
    REQUIRE(source.marks[0].note < source.lines.size());
    CHECK(slice(source.text, source.lines[source.marks[0].note].span) == "1 Dagblad, 3 mei 2024.");
}

TEST_CASE("pages from the page's script are checked") {
    CHECK(read::pages_from_json(R"({"pages":[]})"));
    CHECK(read::pages_from_json(R"({"pages":[{"width":600,"height":800,"pieces":[["a",1,2,3,4,0]]}]})"));
    for (const char* bad :
         {"", "[]", "{}", R"({"pages":{}})", R"({"pages":[1]})", R"({"pages":[{"width":1,"height":1}]})",
          R"({"pages":[{"width":1,"height":1,"pieces":[["a",1,2,3,4]]}]})",
          R"({"pages":[{"width":1,"height":1,"pieces":[["a",1,2,3,4,9]]}]})",
          R"({"pages":[{"width":1,"height":1,"pieces":[["a",1e9,2,3,4,0]]}]})",
          R"({"pages":[{"width":null,"height":1,"pieces":[]}]})",
          R"({"pages":[{"width":1,"height":1,"pieces":[[1,1,2,3,4,0]]}]})"}) {
        INFO(bad);
        CHECK(!read::pages_from_json(bad));
    }
}

TEST_CASE("a page of very many pieces takes linear time") {
    read::Page page{600, 800, {}};
    for (int i = 0; i < 300000; ++i) {
        const auto n = static_cast<float>(i);
        page.pieces.push_back({"ab", static_cast<float>(i % 97) * 6, n * 0.002F, 5, i % 3 == 0 ? 6.F : 10.F, 0});
    }
    CHECK(read::lay_out_pages({page}, "x"));
}

}  // namespace kl::test
