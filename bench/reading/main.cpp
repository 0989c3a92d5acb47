// What reading costs, for each format: one line "name value unit" each, for bench/run.mjs.
//
//   bench_reading write DIR            the bundled document in every format, and as the pieces of text of its pages
//   bench_reading measure NAME FILE... reads the files in turn, until it is known; and parses what was read
//   bench_reading once FILE            reads and parses once: what a process takes, to be put beside pdftotext
//
// MB/s are of the file's bytes, and of the text in it; the ratio is to copying the file's bytes (memcpy), so that two
// machines can be compared.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

#include "assets/embedded.h"
#include "hostile/files.h"
#include "hostile/zip.h"
#include "parse/parse.h"
#include "read/tiny_pdf.h"

namespace {

using namespace kl;

size_t sink = 0;  // so that no work is optimised away

std::string file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// ---- the bundled document in every format ---------------------------------------------------------------------------
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '"': out += "&quot;"; break;
            default: out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
        }
    }
    return out;
}

struct Form {
    std::string begin, question, between, answer, between_items, end;
};

std::string in_form(const parse::Document& document, const Form& form) {
    std::string out = form.begin;
    for (const parse::Item& item : document.items) {
        out += form.question + escaped(parse::running_text(document, item.question)) + form.between + form.answer +
               escaped(item.answer ? parse::running_text(document, *item.answer) : "") + form.between_items;
    }
    return out + form.end;
}

// Its lines in Courier on pages of 60.
read::Pages pages_of(const read::SourceText& source) {
    read::Pages pages;
    size_t line = 0;
    for (const read::Line& one : source.lines) {
        if (line++ % 60 == 0) pages.push_back({595, 842, {}});
        std::string text(slice(source.text, one.span));
        std::erase_if(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        float x = 70;
        for (size_t at = 0; at < text.size();) {
            const size_t end = std::min(text.find(' ', at), text.size());
            const float width = static_cast<float>(end - at) * 8 * test::letter_width;
            const float y = 60 + 12 * static_cast<float>((line - 1) % 60);
            if (end > at) pages.back().pieces.push_back({text.substr(at, end - at), x, y, width, 8, 0});
            x += width + 8 * test::letter_width;
            at = end + 1;
        }
    }
    return pages;
}

std::string json_of(const read::Pages& pages) {
    std::string out = R"({"pages":[)";
    for (const read::Page& page : pages) {
        if (&page != &pages.front()) out += ',';
        out += R"({"width":595,"height":842,"pieces":[)";
        for (const read::Piece& piece : page.pieces) {
            std::string text;
            for (const char c : piece.text) {
                if (c == '"' || c == '\\') text += '\\';
                text += c;
            }
            char place[80];
            std::snprintf(place, sizeof place, "\",%.2f,%.2f,%.2f,%.2f,0]", static_cast<double>(piece.x),
                          static_cast<double>(piece.y), static_cast<double>(piece.width),
                          static_cast<double>(piece.size));
            out += (&piece == &page.pieces.front() ? "[\"" : ",[\"") + text + place;
        }
        out += "]}";
    }
    return out + "]}";
}

int write_all(const std::string& folder) {
    const std::string seed(assets::documents::find("kst-36696-4.txt"));
    std::string flat = seed;
    std::replace(flat.begin(), flat.end(), '\n', ' ');
    auto sources = read::read(seed, "x");
    if (!sources) return 1;
    const read::Pages pages = pages_of(sources->front());
    const parse::Document document = parse::parse(std::move(sources->front()));
    const std::string paragraph = "<w:p><w:r><w:t xml:space=\"preserve\">", end = "</w:t></w:r></w:p>";
    const std::vector<std::pair<std::string, std::string>> files{
        {"lines.txt", seed},
        {"flat.txt", flat},
        {"docx.docx", test::docx(in_form(document, {"", paragraph + "Vraag" + end + paragraph, end,
                                                    paragraph + "Antwoord" + end + paragraph, end, ""}))},
        {"html.html",
         in_form(document, {"<!doctype html><html><body><div class=\"stuk\">", "<div class=\"vraag\"><p>", "</p></div>",
                            "<div class=\"antwoord\"><p>", "</p></div>\n", "</div></body></html>"})},
        {"xml.xml", in_form(document, {"<?xml version=\"1.0\"?><officiele-publicatie><kamervragen>",
                                       "<vraag><nr>Vraag</nr><al>", "</al></vraag>", "<antwoord><nr>Antwoord</nr><al>",
                                       "</al></antwoord>\n", "</kamervragen></officiele-publicatie>"})},
        {"json.json", in_form(document, {R"({"kind":"lijst","items":[)", R"({"question":")", "\",", R"("answer":")",
                                         "\"},\n", R"({"question":"Waarom?","answer":"Daarom."}]})"})},
        {"pdf.pdf", test::tiny_pdf(pages)},
        {"pieces.pages", json_of(pages)},
    };
    for (const auto& [name, bytes] : files) {
        std::ofstream out(folder + "/" + name, std::ios::binary);
        out << bytes;
        if (!out) return 1;
    }
    return 0;
}

// ---- measuring ------------------------------------------------------------------------------------------------------
// Seconds for one round over everything, the median of five.
double median(const std::function<void()>& round) {
    const auto seconds = [&](int rounds) {
        // Of this process alone: the machine may be busy.
        const std::clock_t start = std::clock();
        for (int i = 0; i < rounds; ++i) round();
        return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    };
    const double first = seconds(1);
    const int rounds = std::clamp(static_cast<int>(0.1 / (first + 1e-6)), 1, 50000);
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) times.push_back(seconds(rounds) / rounds);
    std::sort(times.begin(), times.end());
    return times[2];
}

Result<read::Sources> read_one(const std::string& path, const std::string& bytes) {
    return test::read_hostile({path, path.ends_with(".pages") ? "pages" : "", "", "", "", ""}, bytes);
}

int measure(const std::string& name, const std::vector<std::string>& paths) {
    struct Input {
        std::string path, bytes;
    };
    std::vector<Input> inputs;
    size_t bytes = 0, text = 0;
    std::vector<read::SourceText> read;
    for (const std::string& path : paths) {
        inputs.push_back({path, file(path)});
        auto sources = read_one(path, inputs.back().bytes);
        if (!sources) {  // an empty file, or a build without PDF
            inputs.pop_back();
            continue;
        }
        bytes += inputs.back().bytes.size();
        for (read::SourceText& one : *sources) {
            text += one.text.size();
            read.push_back(std::move(one));
        }
    }
    if (inputs.empty()) return 0;
    const double reading = median([&] {
        for (const Input& one : inputs) sink += read_one(one.path, one.bytes)->size();
    });
    const double parsing = median([&] {
        for (const read::SourceText& one : read) sink += parse::parse(read::SourceText(one)).items.size();
    });
    std::string target;
    const double copying = median([&] {
        for (const Input& one : inputs) {
            if (target.size() < one.bytes.size()) target.resize(one.bytes.size());
            std::memcpy(target.data(), one.bytes.data(), one.bytes.size());
            sink += static_cast<unsigned char>(target[sink % target.size()]);
        }
    });
    const auto megabytes = [](size_t n) { return static_cast<double>(n) / 1e6; };
    std::printf("%s_read %.4g MB/s\n", name.c_str(), megabytes(bytes) / reading);
    std::printf("%s_read,_of_its_text %.4g MB/s\n", name.c_str(), megabytes(text) / reading);
    std::printf("%s_read_to_memcpy %.4g x\n", name.c_str(), reading / copying);
    std::printf("%s_read_and_parsed,_of_its_text %.4g MB/s\n", name.c_str(), megabytes(text) / (reading + parsing));
    return 0;
}

}  // namespace

int main(int count, char** args) {
    const std::vector<std::string> words(args + 1, args + count);
    if (words.size() == 2 && words[0] == "write") return write_all(words[1]);
    if (words.size() > 2 && words[0] == "measure") return measure(words[1], {words.begin() + 2, words.end()});
    if (words.size() == 2 && words[0] == "once") {
        auto sources = read_one(words[1], file(words[1]));
        return sources && parse::parse(std::move(sources->front())).items.size() < UINT32_MAX ? 0 : 1;
    }
    return 2;
}
