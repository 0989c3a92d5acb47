#include "read/pdf_signs.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/scan.h"
#include "text/utf8.h"

namespace kl::read {
namespace {

struct Replacement {
    char32_t from;
    std::string_view to;
};

// Ligatures, and the bullets of fonts of symbols.
constexpr std::array<Replacement, 14> replacements{{{0xFB00, "ff"},
                                                    {0xFB01, "fi"},
                                                    {0xFB02, "fl"},
                                                    {0xFB03, "ffi"},
                                                    {0xFB04, "ffl"},
                                                    {0xFB05, "st"},
                                                    {0xFB06, "st"},
                                                    {0x0132, "IJ"},
                                                    {0x0133, "ij"},
                                                    {0xF0B7, "•"},
                                                    {0xF0A7, "•"},
                                                    {0xF0D8, "•"},
                                                    {0xF02D, "-"},
                                                    {0x2010, "-"}}};

// An accent that is printed as a sign of its own after its letter ("Kostic´"), or that the library made a combining
// one.
struct Accented {
    char32_t accent;
    std::u32string_view letters;
    std::u32string_view whole;
};
// The acute accent also serves as an apostrophe ("foto´s", "z´n"): only where that cannot be.
constexpr std::array<Accented, 19> accents{{{U'´', U"cnsCNS", U"ćńśĆŃŚ"},
                                            {U'\u0301', U"cnszaeiouyCNSZAEIOUY", U"ćńśźáéíóúýĆŃŚŹÁÉÍÓÚÝ"},
                                            {U'\u0300', U"aeiouAEIOU", U"àèìòùÀÈÌÒÙ"},
                                            {U'ˇ', U"cszernCSZERN", U"čšžěřňČŠŽĚŘŇ"},
                                            {U'\u030C', U"cszernCSZERN", U"čšžěřňČŠŽĚŘŇ"},
                                            {U'¨', U"aeiouAEIOU", U"äëïöüÄËÏÖÜ"},
                                            {U'\u0308', U"aeiouAEIOU", U"äëïöüÄËÏÖÜ"},
                                            {U'ˆ', U"aeiouAEIOU", U"âêîôûÂÊÎÔÛ"},
                                            {U'\u0302', U"aeiouAEIOU", U"âêîôûÂÊÎÔÛ"},
                                            {U'˘', U"agAG", U"ăğĂĞ"},
                                            {U'\u0306', U"agAG", U"ăğĂĞ"},
                                            {U'˚', U"auAU", U"åůÅŮ"},
                                            {U'\u030A', U"auAU", U"åůÅŮ"},
                                            {U'¸', U"cstCST", U"çşţÇŞŢ"},
                                            {U'\u0327', U"cstCST", U"çşţÇŞŢ"},
                                            {U'˛', U"aeAE", U"ąęĄĘ"},
                                            {U'\u0328', U"aeAE", U"ąęĄĘ"},
                                            {U'˜', U"anoANO", U"ãñõÃÑÕ"},
                                            {U'\u0303', U"anoANO", U"ãñõÃÑÕ"}}};

}  // namespace

void add_sign(std::string& text, char32_t c) {
    const auto other = std::ranges::find(replacements, c, &Replacement::from);
    if (other != replacements.end()) {
        text += other->to;
    } else {
        text::append(text, c);
    }
}

bool add_accent(std::string& text, char32_t accent) {
    if (text.empty() || !text::ascii_letter(text.back())) return false;
    const auto found = std::ranges::find(accents, accent, &Accented::accent);
    if (found == accents.end()) return false;
    const size_t at = found->letters.find(static_cast<char32_t>(text.back()));
    if (at == std::u32string_view::npos) return false;
    text.pop_back();
    text::append(text, found->whole[at]);
    return true;
}

}  // namespace kl::read
