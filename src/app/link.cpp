#include "app/link.h"

#include <algorithm>
#include <optional>

#include "app/action.h"
#include "parse/document.h"
#include "text/utf8.h"

namespace kl::app {
namespace {

constexpr search::Facet facets[] = {search::Facet::ministry, search::Facet::ministry_also, search::Facet::theme,
                                    search::Facet::keyword,  search::Facet::kind,          search::Facet::year};

// Unreserved characters of RFC 3986, and those that read well in a hash and need no coding there.
bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_.~/:,").find(c) != std::string_view::npos;
}

std::string encode(std::string_view text) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (is_plain(c)) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += hex[byte >> 4];
            out += hex[byte & 15];
        }
    }
    return out;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// "+" is a blank, as URLSearchParams writes it. nullopt when the result is not text.
std::optional<std::string> decode(std::string_view text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
            out += static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2]));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    const bool control =
        std::any_of(out.begin(), out.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
    if (control || !text::is_valid(out)) return std::nullopt;
    return out;
}

void put(std::string& link, std::string_view name, std::string_view value) {
    link += link.empty() ? '#' : '&';
    link += name;
    link += '=';
    link += encode(value);
}

std::string_view order_name(search::Order order) {
    switch (order) {
        case search::Order::relevance: return "relevantie";
        case search::Order::document: return "document";
        case search::Order::newest: return "nieuwste";
    }
    return "relevantie";
}

bool is_year(std::string_view value) {
    return value.size() == 4 && std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_kind(std::string_view value) {
    using parse::Kind;
    for (const Kind kind :
         {Kind::lijst, Kind::aanhangsel, Kind::kamervragen, Kind::mededeling, Kind::rekenkamer, Kind::onbekend}) {
        if (parse::name(kind) == value) return true;
    }
    return false;
}

bool is_possible(search::Facet facet, std::string_view value) {
    if (value.empty() || value.size() > 200) return false;
    if (facet == search::Facet::year) return is_year(value);
    if (facet == search::Facet::kind) return is_kind(value);
    return true;
}

void apply(State& state, std::string_view name, std::string value) {
    if (name == "q") {
        // A blank at the end says that the last word is whole.
        state.typing = !value.ends_with(' ');
        while (value.ends_with(' ')) value.pop_back();
        state.query = std::move(value);
        if (state.query.empty()) state.typing = true;
    } else if (const auto facet = facet_from_name(name)) {
        auto& values = state.filters.of(*facet);
        if (is_possible(*facet, value) && std::find(values.begin(), values.end(), value) == values.end()) {
            values.push_back(std::move(value));
        }
    } else if (name == "item") {
        state.item = std::move(value);
    } else if (name == "volgorde") {
        for (const auto order : {search::Order::document, search::Order::newest}) {
            if (order_name(order) == value) state.order = order;
        }
    } else if (name == "taal") {
        if (value == "nl") state.language = Language::nl;
        if (value == "en") state.language = Language::en;
    } else if (name == "weergave") {
        if (value == "pagina") state.view = View::page;
    } else if (name == "bron") {
        state.source = value == "1";
    } else if (name == "afgeleid") {
        state.filters.inferred = value != "0";
    }
}

}  // namespace

std::string to_link(const State& state) {
    std::string link;
    if (!state.query.empty()) {
        const bool whole = !state.typing && !state.query.ends_with(' ');
        put(link, "q", whole ? state.query + ' ' : state.query);
    }
    for (const auto facet : facets) {
        for (const auto& value : state.filters.of(facet)) put(link, facet_name(facet), value);
    }
    if (!state.filters.inferred) put(link, "afgeleid", "0");
    if (state.order != search::Order::relevance) put(link, "volgorde", order_name(state.order));
    if (!state.item.empty()) put(link, "item", state.item);
    if (state.source && !state.item.empty()) put(link, "bron", "1");
    if (state.view == View::page) put(link, "weergave", "pagina");
    if (state.language == Language::en) put(link, "taal", "en");
    return link;
}

State from_link(State state, std::string_view hash) {
    State out;
    out.language = state.language;
    out.scheme = state.scheme;
    out.notices = std::move(state.notices);
    out.expanded = std::move(state.expanded);
    out.loading = state.loading;
    if (hash.starts_with('#')) hash.remove_prefix(1);
    if (hash.starts_with('?')) hash.remove_prefix(1);
    while (!hash.empty()) {
        const size_t end = hash.find('&');
        const std::string_view part = hash.substr(0, end);
        hash = end == std::string_view::npos ? std::string_view{} : hash.substr(end + 1);
        const size_t equals = part.find('=');
        if (equals == std::string_view::npos) continue;
        if (auto value = decode(part.substr(equals + 1))) apply(out, part.substr(0, equals), std::move(*value));
    }
    if (!out.item.empty()) out.pane = Pane::answer;
    if (out.item.empty()) out.source = false;
    return out;
}

}  // namespace kl::app
