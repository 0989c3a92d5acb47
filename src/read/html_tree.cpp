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

std::string lower_name(std::string_view html, size_t& at) {
    std::string name;
    while (at < html.size() && (text::ascii_letter(html[at]) || text::ascii_digit(html[at])) && name.size() < 16) {
        name += text::to_lower(html[at++]);
    }
    return name;
}

}  // namespace

bool is_sane(std::string_view html) {
    std::vector<std::string> open;
    size_t formats = 0;  // formatting elements that are open
    uint64_t steps = 0, copies = 0;
    for (size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
        ++at;
        if (html.substr(at, 3) == "!--") {
            at = std::min(html.find("-->", at), html.size());
            continue;
        }
        const bool end = at < html.size() && html[at] == '/';
        if (end) ++at;
        const std::string name = lower_name(html, at);
        if (name.empty()) continue;
        steps += open.size();
        copies += formats;
        if (steps > most_steps || copies > most_copies) return false;
        if (!end && (name == "script" || name == "style")) {
            const size_t close = html.find(name == "script" ? "</script" : "</style", at);
            at = std::min(close, html.size());
            continue;
        }
        if (std::ranges::find(endless, name) != endless.end()) continue;
        const bool formats_text = std::ranges::find(formatting, name) != formatting.end();
        if (!end) {
            if (formats_text) ++formats;
            open.push_back(name);
            if (open.size() > deepest) return false;
            continue;
        }
        // An end tag closes what it names, over formatting left open; another one closes nothing.
        size_t top = open.size();
        while (top > 0 && open.size() - top < 8 && open[top - 1] != name &&
               (std::ranges::find(formatting, open[top - 1]) != formatting.end() || open[top - 1] == "span")) {
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
