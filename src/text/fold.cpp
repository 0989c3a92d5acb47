#include "text/fold.h"

#include <unicode_tables.h>

#include "text/utf8.h"

namespace kl::text {
namespace {

// One character that is not ASCII: what the generated tables say of it.
void fold_character(std::string& out, char32_t c) {
    using unicode::Class;
    switch (unicode::class_of(c)) {
        case Class::space: out.push_back(' '); return;
        case Class::mark:
        case Class::invisible: return;
        default: break;
    }
    const uint16_t distance = unicode::fold_of(c);
    if (distance == 0) {
        append(out, c);
        return;
    }
    const char32_t result = (c + distance) & 0xFFFF;
    if (result < 0xD800 || result > 0xDFFF) {
        append(out, result);
        return;
    }
    const uint8_t* entry = unicode::fold_pool + (result - 0xD800);
    for (unsigned i = 1; i <= entry[0]; ++i) out.push_back(static_cast<char>(entry[i]));
}

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

// Calls sink(byte range of output appended, source offset) without knowing whether offsets are wanted.
template <class Sink>
void fold_into(std::string_view utf8, std::string& out, Sink sink) {
    size_t at = 0;
    while (at < utf8.size()) {
        const char b = utf8[at];
        if (static_cast<unsigned char>(b) < 0x80) {
            out.push_back(b == '`' ? '\'' : ascii_lower(b));
            sink(at);
            ++at;
            continue;
        }
        const Decoded d = decode(utf8, at);
        fold_character(out, d.code_point);
        sink(at);
        at += d.size;
    }
}

}  // namespace

std::string fold(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    fold_into(utf8, out, [](size_t) {});
    return out;
}

Folded fold_with_offsets(std::string_view utf8) {
    Folded folded;
    folded.text.reserve(utf8.size());
    folded.offset.reserve(utf8.size() + 1);
    fold_into(utf8, folded.text,
              [&folded](size_t at) { folded.offset.resize(folded.text.size(), static_cast<uint32_t>(at)); });
    folded.offset.push_back(static_cast<uint32_t>(utf8.size()));
    return folded;
}

}  // namespace kl::text
