#include "text/fold.h"

#include <utf8proc.h>

#include "text/utf8.h"

namespace kl::text {
namespace {

// Typographic marks that Unicode does not decompose to their plain form.
char32_t plain(char32_t c) {
    switch (c) {
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x02BC:
        case 0x00B4:
        case 0x0060: return '\'';
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x00AB:
        case 0x00BB: return '"';
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0x2014:
        case 0x2015:
        case 0x2212: return '-';
        case 0x00F8:
        case 0x00D8: return 'o';
        case 0x0142:
        case 0x0141: return 'l';
        case 0x0131: return 'i';
        default: return c;
    }
}

// One character that is not ASCII: compatibility decomposition, lower case, marks and invisible characters dropped.
// Emits each resulting code point.
template <class Emit>
void fold_character(char32_t c, Emit emit) {
    const char32_t simple = plain(c);
    if (simple != c) {
        emit(simple);
        return;
    }
    if (c == 0xFFFD) {
        emit(c);
        return;
    }
    if (is_space(c)) {
        emit(U' ');
        return;
    }
    utf8proc_int32_t parts[32];
    int boundary = 0;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                        UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    const utf8proc_ssize_t count =
        utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 32, options, &boundary);
    if (count < 0 || count > 32) {
        emit(c);
        return;
    }
    for (utf8proc_ssize_t i = 0; i < count; ++i) emit(plain(static_cast<char32_t>(parts[i])));
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
        fold_character(d.code_point, [&](char32_t c) { append(out, c); });
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
