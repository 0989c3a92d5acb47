// Web addresses, and the publications they lead to.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "annotate/citation.h"

namespace kl::annotate {

namespace {

bool ends_url(char c) {
    return static_cast<unsigned char>(c) <= ' ' || static_cast<unsigned char>(c) >= 0x80 || c == '<' || c == '>' ||
           c == '"' || c == '`' || c == '{' || c == '}' || c == '|' || c == '\\' || c == '^';
}

// "%3A" is ":", as addresses are copied.
std::string decoded(std::string_view url) {
    std::string plain;
    plain.reserve(url.size());
    for (size_t i = 0; i < url.size(); ++i) {
        const std::string_view code = url.substr(i, 3);
        if (code == "%3A" || code == "%3a") {
            plain += ':';
            i += 2;
        } else {
            plain += url[i];
        }
    }
    return plain;
}

// "…/eli/reg/2016/679/oj" → 32016R0679
std::string act_of_eli(std::string_view url) {
    const size_t eli = url.find("/eli/");
    if (eli == std::string_view::npos) return {};
    Cursor c{url, eli + 5};
    char type = 0;
    if (c.letters("reg")) type = 'R';
    if (c.letters("dir")) type = 'L';
    if (c.letters("dec")) type = 'D';
    c.letters("_impl") || c.letters("_del");
    if (type == 0 || !c.accept('/')) return {};
    const auto year = c.number(4);
    const auto number = c.accept('/') ? c.number(5) : std::nullopt;
    if (!year || !number || *year < 1950 || *year > 2099) return {};
    return celex_of_act(*year, type, *number);
}

// The publications an address leads to, when the address says which: "…/kst-36696-3.html",
// "…?id=2024Z18775&did=2024D44123", "…CELEX:32016R0679", "…/dossier/36696".
std::vector<std::string> publications_in(std::string_view address) {
    const std::string url = decoded(address);
    Citations inner{};
    inner.text = url;
    const bool celex = url.find("CELEX") != std::string::npos || url.find("celex") != std::string::npos;
    constexpr size_t most_ids = 8;  // of one address
    for (size_t at = 0; at < url.size() && inner.found.size() < most_ids;) {
        const char before = at == 0 ? ' ' : url[at - 1];
        Cursor c{url, at++};
        if (before != '/' && before != '=' && before != ':' && before != '&') continue;
        bool found = false;
        if (ascii_digit(c.peek())) {
            found = read_zaak(inner, c, c.at) || (celex && read_celex(inner, c, c.at));
        } else if (c.letters("bwb")) {
            found = read_law(inner, c, at);
        } else if (c.letters("ecli:")) {
            found = read_ecli(inner, c, at - 1);
        } else if (ascii_upper(c.peek()) && before == '=') {  // "?uri=COM:2024:977:FIN"
            for (const std::string_view series : {"COM", "SWD", "JOIN", "SEC"}) {
                Cursor parts = c;
                if (url.compare(c.at, series.size(), series) != 0) continue;
                parts.at += series.size();
                if (!parts.accept(':')) continue;
                const auto year = parts.number(4);
                const auto number = parts.accept(':') ? parts.number(5) : std::nullopt;
                if (!year || !number) continue;
                inner.add(commission_id(series, *year, *number), {});
                found = true;
            }
        } else {
            found = read_literal_id(inner, c, c.at);
        }
        if (found) at = std::max(at, c.at);
    }
    std::vector<std::string> ids;
    for (Reference& reference : inner.found)
        if (std::ranges::find(ids, reference.id) == ids.end()) ids.push_back(std::move(reference.id));
    if (ids.empty())
        if (std::string act = act_of_eli(url); !act.empty()) ids.push_back(std::move(act));
    constexpr std::string_view dossier = "officielebekendmakingen.nl/dossier/";
    if (const size_t at = url.find(dossier); ids.empty() && at != std::string::npos) {
        Cursor c{url, at + dossier.size()};
        const size_t begin = c.at;
        if (!c.digits(5, 5).empty()) {
            while (c.peek() == '-' || ascii_upper(c.peek()) || ascii_digit(c.peek())) ++c.at;
            ids.push_back(url.substr(begin, c.at - begin));
        }
    }
    return ids;
}

// A line's end inside an address: "…/in-ruim-400-woonwijken- ligt-tot-10000-kilo/". What follows must look like the
// rest of one.
bool goes_on_after_break(Cursor c) {
    if (c.at == 0 || c.text[c.at - 1] != '-' || !c.blanks()) return false;
    bool inner = false;
    size_t n = 0;
    if (!ascii_digit(c.peek()) && !(c.peek() >= 'a' && c.peek() <= 'z')) return false;
    for (; !ends_url(c.peek(n)) && c.peek(n) != ')' && c.peek(n) != ']'; ++n)
        inner = inner || c.peek(n) == '-' || c.peek(n) == '/';
    return inner || (n > 2 && c.peek(n) == ')');
}

}  // namespace

bool read_url(Citations& out, Cursor& c, size_t begin) {
    c.at = begin;
    const bool scheme = c.letters("https://") || c.letters("http://");
    const size_t host = c.at;
    size_t host_size = 0;
    size_t points = 0;
    for (char sign = c.peek(); ascii_letter(sign) || ascii_digit(sign) || sign == '.' || sign == '-';
         sign = c.peek(++host_size))
        if (sign == '.' && c.peek(host_size + 1) != ' ') ++points;
    Cursor www = c;
    if (points < (www.letters("www.") ? 2u : 1u) || host_size < 4) {
        c.at = begin;
        return false;
    }
    std::string url;
    for (;;) {
        const size_t from = url.empty() ? begin : c.at;
        size_t round = 0;
        size_t square = 0;
        while (!c.done() && !ends_url(c.peek())) {
            if (c.peek() == '(') ++round;
            if (c.peek() == ')' && round-- == 0) break;
            if (c.peek() == '[') ++square;
            if (c.peek() == ']' && square-- == 0) break;
            ++c.at;
        }
        while (c.at > host && c.at > from &&
               std::string_view(".,;:!?'").find(c.text[c.at - 1]) != std::string_view::npos)
            --c.at;
        url += c.text.substr(from, c.at - from);
        if (!goes_on_after_break(c)) break;
        c.blanks();
    }
    // A scan's "nI" is "nl".
    const size_t end_of_host = host - begin + host_size;
    if (host_size > 3 && end_of_host <= url.size() && std::string_view(url).substr(end_of_host - 3, 3) == ".nI")
        url[end_of_host - 1] = 'l';
    const std::vector<std::string> ids = publications_in(url);
    for (const std::string& id : ids) out.add(id, c.since(begin));
    if (ids.empty()) out.add(scheme ? url : "https://" + url, c.since(begin));
    return true;
}

}  // namespace kl::annotate
