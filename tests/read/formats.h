// Invented documents in every format, as files of tests/cases/read.
#pragma once

#include <fstream>
#include <sstream>
#include <string>

#include "zip_writer.h"

namespace kl::test {

inline std::string case_file(const std::string& name) {
    std::ifstream in(KAMERLOEP_CASES_DIR "/read/" + name, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    return bytes.str();
}

// The parts in the folder `name`, put together as Word would.
inline std::string docx_of(const std::string& name) {
    ZipWriter zip;
    zip.add("[Content_Types].xml", "<Types/>");
    for (const char* const part : {"document.xml", "styles.xml", "numbering.xml", "footnotes.xml"}) {
        zip.add(std::string("word/") + part, case_file(name + "/" + part));
    }
    return zip.finish();
}

// A DOCX with this as its body.
inline std::string docx_with(const std::string& body, const std::string& folder = "molens.docx") {
    ZipWriter zip;
    const std::string space = R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";
    zip.add("word/document.xml", "<w:document " + space + "><w:body>" + body + "</w:body></w:document>");
    for (const char* const part : {"styles.xml", "numbering.xml", "footnotes.xml"}) {
        zip.add(std::string("word/") + part, case_file(folder + "/" + part));
    }
    return zip.finish();
}

}  // namespace kl::test
