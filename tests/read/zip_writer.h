// A zip of stored files, as small as one can be; and a file in it that unpacks to far more than it is.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kl::test {

class ZipWriter {
public:
    void add(const std::string& path, const std::string& bytes) { add_packed(path, bytes, bytes, 0); }

    // `size` times the letter a, packed to a thousandth.
    void add_bomb(const std::string& path, size_t size) {
        std::string packed;
        uint32_t bits = 0, count = 0;
        const auto put = [&](uint32_t value, uint32_t width) {
            bits |= value << count;
            for (count += width; count >= 8; count -= 8, bits >>= 8) packed += static_cast<char>(bits & 0xFF);
        };
        const auto code = [&put](uint32_t value, uint32_t width) {  // Huffman codes begin with their highest bit
            for (uint32_t i = width; i-- > 0;) put(value >> i & 1, 1);
        };
        put(1, 1);            // the last block
        put(1, 2);            // with the fixed codes
        code(0x30 + 'a', 8);  // the letter
        size_t written = 1;
        for (; written + 258 <= size; written += 258) {
            code(0xC5, 8);  // 258 bytes
            code(0, 5);     // from one byte back
        }
        code(0, 7);  // the end
        put(0, 7);
        std::string plain(written, 'a');
        add_packed(path, plain, packed, 8);
    }

    [[nodiscard]] std::string finish() const {
        std::string out = files_;
        out += directory_;
        out += "PK\x05\x06";
        number(out, 0, 4);
        number(out, count_, 2);
        number(out, count_, 2);
        number(out, static_cast<uint32_t>(directory_.size()), 4);
        number(out, static_cast<uint32_t>(files_.size()), 4);
        number(out, 0, 2);
        return out;
    }

    uint32_t flags = 0;  // of the files added next; 1: encrypted

private:
    static void number(std::string& out, uint32_t value, int bytes) {
        for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
    }

    static uint32_t checksum(std::string_view bytes) {
        static const auto table = [] {
            std::array<uint32_t, 256> all{};
            for (uint32_t i = 0; i < 256; ++i) {
                all[i] = i;
                for (int bit = 0; bit < 8; ++bit) all[i] = all[i] >> 1 ^ ((all[i] & 1) != 0 ? 0xEDB88320U : 0U);
            }
            return all;
        }();
        uint32_t sum = 0xFFFFFFFF;
        for (const char c : bytes) sum = sum >> 8 ^ table[(sum ^ static_cast<unsigned char>(c)) & 0xFF];
        return ~sum;
    }

    void add_packed(const std::string& path, const std::string& plain, const std::string& packed, uint32_t method) {
        std::string common;
        number(common, 20, 2);
        number(common, flags, 2);
        number(common, method, 2);
        number(common, 0, 4);  // time
        number(common, checksum(plain), 4);
        number(common, static_cast<uint32_t>(packed.size()), 4);
        number(common, static_cast<uint32_t>(plain.size()), 4);
        number(common, static_cast<uint32_t>(path.size()), 2);
        number(common, 0, 2);  // extra
        directory_ += "PK\x01\x02";
        number(directory_, 20, 2);
        directory_ += common;
        number(directory_, 0, 2);  // comment
        number(directory_, 0, 4);
        number(directory_, 0, 4);
        number(directory_, static_cast<uint32_t>(files_.size()), 4);
        directory_ += path;
        files_ += "PK\x03\x04" + common + path + packed;
        ++count_;
    }

    std::string files_, directory_;
    uint32_t count_ = 0;
};

}  // namespace kl::test
