#include "app/json_writer.h"

#include <algorithm>

namespace kl::app {

void JsonText::key(std::string_view name) {
    if (!out.empty() && out.back() != '{') out += ',';
    put(name);
    out += ':';
}

void JsonText::put(std::string_view text) {
    constexpr char hex[] = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (byte < 0x20) {
            out += "\\u00";
            out += hex[byte >> 4];
            out += hex[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

void JsonText::put_number(int64_t number) { out += std::to_string(number); }

void JsonText::put_share(float share) {
    const auto tens_of_thousands = static_cast<int>(std::clamp(share, 0.0f, 1.0f) * 10000 + 0.5f);
    out += tens_of_thousands >= 10000 ? '1' : '0';
    out += '.';
    out += std::to_string(10000 + tens_of_thousands % 10000).substr(1);
}

}  // namespace kl::app
