// Small PDFs made by hand, so that a test says what stands where instead of keeping files.
#pragma once

#include <string>
#include <vector>

#include "read/pages.h"

namespace kl::test {

// Courier: every letter has the same width, so a test can reckon where a word stands.
inline constexpr float letter_width = 0.6F;

enum class PdfKind { text, scanned, encrypted };

// Objects, cross-reference table and trailer; texts in Windows-1252.
inline std::string tiny_pdf(const read::Pages& pages, PdfKind kind = PdfKind::text) {
    std::string out = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
    std::vector<size_t> places;
    const auto object = [&](const std::string& body) {
        places.push_back(out.size());
        out += std::to_string(places.size()) + " 0 obj\n" + body + "\nendobj\n";
    };
    std::string kids;
    for (size_t i = 0; i < pages.size(); ++i) kids += std::to_string(4 + 2 * i) + " 0 R ";
    object("<</Type/Catalog/Pages 2 0 R>>");
    object("<</Type/Pages/Kids[" + kids + "]/Count " + std::to_string(pages.size()) + ">>");
    object("<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>");
    for (const read::Page& page : pages) {
        std::string content = "0.9 g 10 10 50 50 re f 0 g\n";
        for (const read::Piece& piece : page.pieces) {
            if (kind == PdfKind::scanned) break;
            std::string text;
            for (const char c : piece.text) {
                if (c == '(' || c == ')' || c == '\\') text += '\\';
                text += c;
            }
            content += "BT /F1 " + std::to_string(piece.size) + " Tf " + std::to_string(piece.x) + " " +
                       std::to_string(page.height - piece.y) + " Td (" + text + ") Tj ET\n";
        }
        const std::string number = std::to_string(places.size() + 2);
        object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 " + std::to_string(page.width) + " " +
               std::to_string(page.height) + "]/Resources<</Font<</F1 3 0 R>>>>/Contents " + number + " 0 R>>");
        object("<</Length " + std::to_string(content.size()) + ">>stream\n" + content + "endstream");
    }
    std::string encryption;
    if (kind == PdfKind::encrypted) {
        // No empty password makes these: the file wants one.
        const std::string key(64, '7');
        object("<</Filter/Standard/V 1/R 2/P -4/O<" + key + ">/U<" + key + ">>>");
        encryption = "/Encrypt " + std::to_string(places.size()) + " 0 R/ID[<00><00>]";
    }
    const size_t table = out.size();
    out += "xref\n0 " + std::to_string(places.size() + 1) + "\n0000000000 65535 f \n";
    for (const size_t place : places) {
        const std::string digits = std::to_string(place);
        out += std::string(10 - digits.size(), '0') + digits + " 00000 n \n";
    }
    out += "trailer\n<</Size " + std::to_string(places.size() + 1) + "/Root 1 0 R" + encryption + ">>\nstartxref\n" +
           std::to_string(table) + "\n%%EOF\n";
    return out;
}

}  // namespace kl::test
