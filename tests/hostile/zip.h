// Zip archives for tests, in memory. Nothing is compressed, save what is all one character.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kl::test {

class Zip {
public:
    void add(std::string_view name, std::string_view content);
    // `before`, `count` times `letter`, `after`; 258 letters take 13 bits.
    void add_blown_up(std::string_view name, std::string_view before, char letter, size_t count,
                      std::string_view after);
    [[nodiscard]] std::string done() const;  // with the list of parts at its end

private:
    void part(std::string_view name, int method, uint32_t crc, std::string_view packed, size_t size);

    std::string parts_, list_;
    size_t count_ = 0;
};

// The body of a Word document as the file it comes in; `notes`: so many footnotes.
[[nodiscard]] std::string docx(std::string_view body, size_t notes = 0);
[[nodiscard]] std::string docx_document(std::string_view body);  // word/document.xml

}  // namespace kl::test
