#include "read/markup.h"

#include <algorithm>
#include <array>

#include "text/scan.h"
#include "text/utf8.h"

namespace kl::read::markup {
namespace {

struct Named {
    std::string_view name;
    std::string_view character;
};

// Those of Dutch texts; sorted by name.
constexpr std::array named{
    Named{"Aacute", "Á"}, Named{"Agrave", "À"}, Named{"Auml", "Ä"},   Named{"Ccedil", "Ç"}, Named{"Eacute", "É"},
    Named{"Egrave", "È"}, Named{"Euml", "Ë"},   Named{"Iuml", "Ï"},   Named{"Ouml", "Ö"},   Named{"Uuml", "Ü"},
    Named{"aacute", "á"}, Named{"acirc", "â"},  Named{"agrave", "à"}, Named{"aring", "å"},  Named{"auml", "ä"},
    Named{"bull", "•"},   Named{"ccedil", "ç"}, Named{"deg", "°"},    Named{"eacute", "é"}, Named{"ecirc", "ê"},
    Named{"egrave", "è"}, Named{"euml", "ë"},   Named{"euro", "€"},   Named{"frac12", "½"}, Named{"ge", "≥"},
    Named{"hellip", "…"}, Named{"iacute", "í"}, Named{"icirc", "î"},  Named{"igrave", "ì"}, Named{"iuml", "ï"},
    Named{"laquo", "«"},  Named{"ldquo", "“"},  Named{"le", "≤"},     Named{"lsquo", "‘"},  Named{"mdash", "—"},
    Named{"middot", "·"}, Named{"nbsp", " "},   Named{"ndash", "–"},  Named{"ntilde", "ñ"}, Named{"oacute", "ó"},
    Named{"ocirc", "ô"},  Named{"ograve", "ò"}, Named{"ouml", "ö"},   Named{"para", "¶"},   Named{"plusmn", "±"},
    Named{"raquo", "»"},  Named{"rdquo", "”"},  Named{"rsquo", "’"},  Named{"sect", "§"},   Named{"shy", ""},
    Named{"sup2", "²"},   Named{"sup3", "³"},   Named{"szlig", "ß"},  Named{"times", "×"},  Named{"uacute", "ú"},
    Named{"ucirc", "û"},  Named{"ugrave", "ù"}, Named{"uuml", "ü"},
};
static_assert(std::ranges::is_sorted(named, {}, &Named::name));

}  // namespace

std::string to_utf_8(std::string_view bytes, bool& windows) {
    if (const auto wide = text::from_utf_16(bytes)) return *wide;
    windows = !text::is_valid(bytes);
    if (windows) return text::from_windows_1252(bytes);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    return std::string(bytes);
}

static bool is_digit(char c, bool hex) {
    const char lower = text::to_lower(c);
    return text::ascii_digit(c) || (hex && lower >= 'a' && lower <= 'f');
}

std::string to_xml(std::string_view bytes, bool& windows) {
    std::string text = to_utf_8(bytes, windows);
    for (size_t at = text.find("&#"); at != std::string::npos; at = text.find("&#", at)) {
        at += 2;
        const bool hex = at < text.size() && text[at] == 'x';
        if (hex) ++at;
        const size_t begin = at;
        uint32_t value = 0;
        for (; at < text.size() && is_digit(text[at], hex); ++at) {
            const char c = text[at];
            const auto digit = static_cast<uint32_t>(text::ascii_digit(c) ? c - '0' : text::to_lower(c) - 'a' + 10);
            value = std::min(value * (hex ? 16U : 10U) + digit, uint32_t{0x110000});
        }
        if (value < 0x110000 && (value < 0xD800 || value > 0xDFFF)) continue;
        const std::string_view instead = hex ? "FFFD" : "65533";
        text.replace(begin, at - begin, std::string(at - begin - instead.size(), '0').append(instead));
    }
    return text;
}

std::string decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    size_t at = 0;
    while (at < text.size()) {
        const size_t sign = std::min(text.find('&', at), text.size());
        out += text.substr(at, sign - at);
        if (sign == text.size()) break;
        const std::string_view rest = text.substr(sign + 1, 10);
        const size_t end = rest.find(';');
        const std::string_view name = rest.substr(0, end);
        const auto found =
            end == std::string_view::npos ? named.end() : std::ranges::lower_bound(named, name, {}, &Named::name);
        if (found != named.end() && found->name == name) {
            out += found->character;
            at = sign + end + 2;
        } else {
            out += '&';
            at = sign + 1;
        }
    }
    return out;
}

std::string tidy(std::string_view words) {
    std::string out;
    for (size_t at = 0; at < words.size();) {
        if (const uint32_t blank = text::blank_size(words, at)) {
            if (!out.empty() && out.back() != ' ') out += ' ';
            at += blank;
        } else {
            out += words[at++];
        }
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool is_html_name(std::string_view name) {
    static constexpr std::array<std::string_view, 24> names{
        "html", "head", "body", "div", "p",    "span", "main", "article", "section", "table", "ul",     "ol",
        "h1",   "h2",   "h3",   "h4",  "meta", "link", "b",    "i",       "script",  "style", "header", "nav"};
    std::string lower(name);
    for (char& c : lower) c = text::to_lower(c);
    return std::ranges::find(names, lower) != names.end();
}

}  // namespace kl::read::markup
