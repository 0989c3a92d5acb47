#include "read/html_tree.h"

#include <algorithm>
#include <array>

#include "read/markup.h"
#include "text/scan.h"

namespace kl::read::html {
namespace {

constexpr size_t deepest = 1500;              // elements inside each other
constexpr uint64_t most_steps = 400'000'000;  // walks over open elements
constexpr uint64_t most_copies = 4'000'000;   // of formatting elements that were left open

using Names = std::array<std::string_view, 33>;

// Elements that end by themselves, or have no end.
constexpr Names endless{"p",     "li",       "td",       "tr",      "th",    "dd",  "dt",    "option", "tbody",
                        "thead", "tfoot",    "col",      "br",      "hr",    "img", "input", "meta",   "link",
                        "area",  "base",     "embed",    "source",  "track", "wbr", "param", "html",   "head",
                        "body",  "optgroup", "colgroup", "caption", "rt",    "rp"};
constexpr std::array<std::string_view, 14> formatting{"a",    "b", "big",   "code",   "em",     "font", "i",
                                                      "nobr", "s", "small", "strike", "strong", "tt",   "u"};

// Their content is text up to their end tag.
constexpr std::array<std::string_view, 8> raw{"script", "style",    "title",   "textarea",
                                              "xmp",    "noframes", "noembed", "iframe"};

template <class List>
bool among(const List& list, std::string_view name) {
    return std::ranges::find(list, name) != list.end();
}

bool ends_name(char c) { return text::ascii_blank(c) || c == '/' || c == '>'; }

std::string lower_name(std::string_view html, size_t& at) {
    std::string name;
    if (at < html.size() && !text::ascii_letter(html[at])) return name;
    while (at < html.size() && !ends_name(html[at])) name += text::to_lower(html[at++]);
    return name;
}

// Over a tag's attributes to behind its ">"; how many there are.
size_t skip_attributes(std::string_view html, size_t& at) {
    const auto blanks = [&] {
        while (at < html.size() && text::ascii_blank(html[at])) ++at;
    };
    for (size_t count = 0;; ++count) {
        while (at < html.size() && (text::ascii_blank(html[at]) || html[at] == '/')) ++at;
        if (at >= html.size() || html[at] == '>') {
            at = std::min(at + 1, html.size());
            return count;
        }
        ++at;  // a name may begin with "="
        while (at < html.size() && !ends_name(html[at]) && html[at] != '=') ++at;
        blanks();
        if (at >= html.size() || html[at] != '=') continue;
        ++at;
        blanks();
        if (at < html.size() && (html[at] == '"' || html[at] == '\'')) {
            at = std::min(html.find(html[at], at + 1), html.size() - 1) + 1;
        } else {
            while (at < html.size() && !text::ascii_blank(html[at]) && html[at] != '>') ++at;
        }
    }
}

// Behind a comment whose "<!--" ends at `at`.
size_t end_of_comment(std::string_view html, size_t at) {
    if (html.substr(at, 1) == ">") return at + 1;
    if (html.substr(at, 2) == "->") return at + 2;
    for (at = html.find("--", at); at != std::string_view::npos; at = html.find("--", at + 1)) {
        if (html.substr(at + 2, 1) == ">") return at + 3;
        if (html.substr(at + 2, 2) == "!>") return at + 4;
    }
    return html.size();
}

// Where the end tag of raw text begins.
size_t end_of_raw(std::string_view html, size_t at, std::string_view name) {
    for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
        size_t i = 0;
        while (i < name.size() && at + 2 + i < html.size() && text::to_lower(html[at + 2 + i]) == name[i]) ++i;
        const size_t end = at + 2 + i;
        if (i == name.size() && (end == html.size() || ends_name(html[end]))) return at;
    }
    return html.size();
}

}  // namespace

// What a hostile page could hide from this count, it counts: where comments and raw text mean something else (in SVG,
// in scripts with comments) their tags count too.
bool is_sane(std::string_view html) {
    std::vector<std::string> open;
    size_t formats = 0;  // formatting elements that are open
    uint64_t steps = 0, copies = 0;
    bool plain = true;
    for (size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
        ++at;
        if (html.substr(at, 3) == "!--") {
            at = plain ? end_of_comment(html, at + 3) : at + 3;
            continue;
        }
        const bool end = at < html.size() && html[at] == '/';
        if (end) ++at;
        const std::string name = lower_name(html, at);
        if (name.empty()) {
            const bool bogus = end || (at < html.size() && (html[at] == '!' || html[at] == '?'));
            if (plain && bogus) at = std::min(html.find('>', at), html.size());
            continue;
        }
        // Where this may be no tag, a quotation mark in it must not hide the tags behind it.
        size_t behind = 0;
        const std::string_view rest = html.substr(at);
        const uint64_t attributes = skip_attributes(plain ? rest : rest.substr(0, rest.find('<')), behind);
        if (plain) at += behind;
        steps += open.size() + attributes * attributes;  // each is compared with those before it
        copies += formats;
        if (steps > most_steps || copies > most_copies) return false;
        if (name == "svg" || name == "math" || name == "plaintext") plain = false;
        if (plain && !end && among(raw, name)) {
            const size_t close = end_of_raw(html, at, name);
            plain = name != "script" || html.substr(at, close - at).find("<!--") == std::string_view::npos;
            if (plain) at = close;
            continue;
        }
        if (among(endless, name)) continue;
        const bool formats_text = among(formatting, name);
        if (!end) {
            if (formats_text) ++formats;
            open.push_back(name);
            if (open.size() > deepest) return false;
            continue;
        }
        // An end tag closes what it names, over formatting left open; another one closes nothing.
        size_t top = open.size();
        while (top > 0 && open.size() - top < 8 && open[top - 1] != name &&
               (among(formatting, open[top - 1]) || open[top - 1] == "span")) {
            --top;
        }
        if (top == 0 || open[top - 1] != name) continue;
        if (formats_text && formats > 0) --formats;
        open.resize(top - 1);
    }
    return true;
}

// Gumbo frees its tree by recursion; this one is freed at once.
struct Tree::Arena {
    static constexpr size_t block_size = size_t{256} << 10;
    std::vector<std::unique_ptr<char[]>> blocks;
    size_t used = block_size;

    void* take(size_t size) {
        size = (size + 15) / 16 * 16;
        if (size > block_size / 4) {
            blocks.insert(blocks.begin(), std::make_unique_for_overwrite<char[]>(size));
            return blocks.front().get();
        }
        if (used + size > block_size) {
            blocks.push_back(std::make_unique_for_overwrite<char[]>(block_size));
            used = 0;
        }
        void* const out = blocks.back().get() + used;
        used += size;
        return out;
    }
};

Tree::Tree(std::string_view html) : arena_(std::make_unique<Arena>()) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* arena, size_t size) { return static_cast<Arena*>(arena)->take(size); };
    options.deallocator = [](void*, void*) {};
    options.userdata = arena_.get();
    options.max_errors = 0;
    const GumboOutput* const output = gumbo_parse_with_options(&options, html.data(), html.size());
    root_ = output->root;
}

Tree::~Tree() = default;

GumboTag tag_of(const GumboNode* node) { return is_element(node) ? node->v.element.tag : GUMBO_TAG_UNKNOWN; }

std::string_view attribute(const GumboNode* node, const char* name) {
    if (!is_element(node)) return {};
    const GumboAttribute* const found = gumbo_get_attribute(&node->v.element.attributes, name);
    return found != nullptr ? std::string_view(found->value) : std::string_view{};
}

bool has_class(const GumboNode* node, std::string_view name) {
    const std::string_view all = attribute(node, "class");
    for (size_t at = all.find(name); at != std::string_view::npos; at = all.find(name, at + 1)) {
        const size_t end = at + name.size();
        if ((at == 0 || text::ascii_blank(all[at - 1])) && (end == all.size() || text::ascii_blank(all[end])))
            return true;
    }
    return false;
}

const GumboVector* children(const GumboNode* node) {
    return node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE ? &node->v.element.children : nullptr;
}

uint32_t position(const GumboNode* node) {
    return is_element(node) ? static_cast<uint32_t>(node->v.element.start_pos.offset) : 0;
}

std::string words_of(const GumboNode* node) {
    std::string out;
    walk(
        node,
        [&out](const GumboNode* one) {
            const bool text = one->type == GUMBO_NODE_TEXT || one->type == GUMBO_NODE_WHITESPACE;
            if (text) out += one->v.text.text;
            return is_element(one);
        },
        [](const GumboNode*) {});
    return markup::tidy(out);
}

}  // namespace kl::read::html
