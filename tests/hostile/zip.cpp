#include "hostile/zip.h"

#include <array>

namespace kl::test {
namespace {

constexpr std::array<uint32_t, 256> crc_table() {
    std::array<uint32_t, 256> table{};
    for (uint32_t i = 0; i < 256; ++i) {
        uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) value = (value & 1) != 0 ? 0xEDB88320U ^ (value >> 1) : value >> 1;
        table[i] = value;
    }
    return table;
}

class Crc {
public:
    void add(std::string_view bytes) {
        static constexpr auto table = crc_table();
        for (const char c : bytes) state_ = table[(state_ ^ static_cast<unsigned char>(c)) & 0xFF] ^ (state_ >> 8);
    }
    [[nodiscard]] uint32_t value() const { return ~state_; }

private:
    uint32_t state_ = ~0U;
};

// One block with the codes that deflate fixes: literals, and "258 times the character before".
class Deflate {
public:
    Deflate() { bits(3, 3); }  // last block, fixed codes
    void literals(std::string_view text) {
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            if (byte < 144) {
                code(0x30U + byte, 8);
            } else {
                code(0x190U + byte - 144U, 9);
            }
        }
    }
    void repeat_258() {
        code(0xC5, 8);
        code(0, 5);
    }
    std::string done() {
        code(0, 7);
        if (used_ > 0) out_ += static_cast<char>(byte_);
        return out_;
    }

private:
    void bits(uint32_t value, int count) {  // lowest first
        for (int i = 0; i < count; ++i) bit((value >> i) & 1);
    }
    void code(uint32_t value, int count) {  // highest first
        for (int i = count - 1; i >= 0; --i) bit((value >> i) & 1);
    }
    void bit(uint32_t one) {
        byte_ |= one << used_;
        if (++used_ < 8) return;
        out_ += static_cast<char>(byte_);
        byte_ = 0;
        used_ = 0;
    }

    std::string out_;
    uint32_t byte_ = 0;
    int used_ = 0;
};

void number(std::string& out, size_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(i < 8 ? (value >> (8 * i)) & 0xFF : 0);
}

}  // namespace

void Zip::part(std::string_view name, int method, uint32_t crc, std::string_view packed, size_t size) {
    const size_t offset = parts_.size();
    std::string facts;  // the same in both places
    number(facts, 20, 2);
    number(facts, 0, 2);
    number(facts, static_cast<size_t>(method), 2);
    number(facts, 0, 4);
    number(facts, crc, 4);
    number(facts, packed.size(), 4);
    number(facts, size, 4);
    number(facts, name.size(), 2);
    number(facts, 0, 2);
    parts_ += "PK\3\4" + facts;
    parts_ += name;
    parts_ += packed;
    list_ += "PK\1\2";
    number(list_, 20, 2);
    list_ += facts;
    number(list_, 0, 10);
    number(list_, offset, 4);
    list_ += name;
    ++count_;
}

void Zip::add(std::string_view name, std::string_view content) {
    Crc crc;
    crc.add(content);
    part(name, 0, crc.value(), content, content.size());
}

void Zip::add_blown_up(std::string_view name, std::string_view before, char letter, size_t count,
                       std::string_view after) {
    const std::string run(258, letter);
    const std::string_view one(run.data(), 1);
    Crc crc;
    Deflate deflate;
    crc.add(before);
    deflate.literals(before);
    size_t written = 0;
    if (count > 0) {
        crc.add(one);
        deflate.literals(one);
        for (written = 1; written + 258 <= count; written += 258) {
            crc.add(run);
            deflate.repeat_258();
        }
    }
    crc.add(after);
    deflate.literals(after);
    part(name, 8, crc.value(), deflate.done(), before.size() + written + after.size());
}

std::string Zip::done() const {
    std::string all = parts_ + list_ + "PK\5\6";
    number(all, 0, 4);
    number(all, count_, 2);
    number(all, count_, 2);
    number(all, list_.size(), 4);
    number(all, parts_.size(), 4);
    number(all, 0, 2);
    return all;
}

// ---- Word -----------------------------------------------------------------------------------------------------------
namespace {

constexpr std::string_view names =
    R"( xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">)";
constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8"?>)";
constexpr std::string_view types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>)";
constexpr std::string_view relations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>)";

}  // namespace

std::string docx_document(std::string_view body) {
    std::string out(head);
    out += "<w:document";
    out += names;
    out += "<w:body>";
    out += body;
    return out + "</w:body></w:document>";
}

std::string docx(std::string_view body, size_t notes) {
    Zip zip;
    zip.add("[Content_Types].xml", types);
    zip.add("_rels/.rels", relations);
    zip.add("word/document.xml", docx_document(body));
    if (notes > 0) {
        std::string out(head);
        out += "<w:footnotes";
        out += names;
        for (size_t i = 1; i <= notes; ++i) {
            out += "<w:footnote w:id=\"" + std::to_string(i) +
                   "\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> Noot</w:t></w:r></w:p></w:footnote>";
        }
        zip.add("word/footnotes.xml", out + "</w:footnotes>");
    }
    return zip.done();
}

}  // namespace kl::test
