#include "read/html_notes.h"

#include <algorithm>

#include "text/scan.h"

namespace kl::read {
namespace {

using namespace html;

constexpr size_t longest_note = 4000;  // bytes of the file

// "1", "[1]", "(1)", "12)", "*": what a link to a note looks like.
bool looks_like_mark(std::string_view words) {
    if (words == "*" || words == "**") return true;
    text::Scan s{words};
    s.any("[(");
    int number = 0;
    if (!s.number(number, 3) || number == 0) return false;
    s.any("])");
    return s.done();
}

std::string bare(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (std::string_view("[]().").find(c) == std::string_view::npos && !text::ascii_blank(c)) out += c;
    }
    return out;
}

bool may_hold_note(const GumboNode* node) {
    const GumboTag tag = tag_of(node);
    return tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_DD ||
           tag == GUMBO_TAG_TR;
}

bool says_note(const GumboNode* node) {
    for (const char* const key : {"id", "class"}) {
        const std::string_view value = attribute(node, key);
        for (const std::string_view word : {"noot", "note", "ftn", "edn", "fn"}) {
            const size_t at = value.find(word);
            // "footnotes", "voetnoten": the list of them
            if (at != std::string_view::npos && value.find("noten") == std::string_view::npos &&
                value.find("notes") == std::string_view::npos) {
                return true;
            }
        }
    }
    return false;
}

size_t size_in_file(const GumboNode* node) {
    const GumboElement& element = node->v.element;
    return element.end_pos.offset > element.start_pos.offset ? element.end_pos.offset - element.start_pos.offset : 0;
}

// The element that holds the note whose anchor is `target`.
const GumboNode* holder(const GumboNode* target) {
    const GumboNode* node = target;
    while (node != nullptr && !may_hold_note(node)) node = node->parent;
    if (node == nullptr || size_in_file(node) > longest_note) return nullptr;
    const GumboNode* const parent = node->parent;
    if (tag_of(node) == GUMBO_TAG_P && parent != nullptr && may_hold_note(parent) && says_note(parent) &&
        size_in_file(parent) <= longest_note) {
        return parent;
    }
    return node;
}

}  // namespace

HtmlNotes::HtmlNotes(const GumboNode* root, Flow& flow) {
    std::unordered_map<std::string_view, const GumboNode*> anchors;
    std::vector<const GumboNode*> links, printed_notes;
    walk(
        root,
        [&](const GumboNode* node) {
            if (!is_element(node)) return false;
            for (const char* const key : {"id", "name"}) {
                const std::string_view value = attribute(node, key);
                if (!value.empty()) anchors.try_emplace(value, node);
            }
            if (tag_of(node) == GUMBO_TAG_A && attribute(node, "href").find('#') != std::string_view::npos) {
                links.push_back(node);
            }
            if (has_class(node, "noot") && tag_of(node) == GUMBO_TAG_DIV) printed_notes.push_back(node);
            return true;
        },
        [](const GumboNode*) {});

    const auto add = [&](const GumboNode* text, std::string label) {
        const auto [found, fresh] = texts_.try_emplace(text, 0);
        if (fresh) {
            found->second = flow.new_note(label);
            labels_.resize(found->second + 1);
            labels_[found->second] = std::move(label);
        }
        return found->second;
    };
    for (const GumboNode* note : printed_notes) {
        std::string label;
        walk(
            note,
            [&](const GumboNode* node) {
                if (!is_element(node) || !has_class(node, "nootnum")) return is_element(node);
                if (label.empty()) label = bare(words_of(node));
                back_.emplace(node, true);
                return false;
            },
            [](const GumboNode*) {});
        add(note, label);
    }
    for (const GumboNode* link : links) {
        const std::string_view address = attribute(link, "href");
        const auto target = anchors.find(address.substr(address.find('#') + 1));
        if (target == anchors.end() || size_in_file(link) > 400) continue;
        const std::string words = words_of(link);
        // From the note back to its mark: a link to something further up.
        const GumboNode* inside = link->parent;
        for (int depth = 0; depth < 4 && inside != nullptr && !texts_.contains(inside); ++depth)
            inside = inside->parent;
        const bool in_note = inside != nullptr && texts_.contains(inside);
        if (position(target->second) <= position(link)) {
            if (in_note && (looks_like_mark(words) || words.size() <= 6)) back_.emplace(link, true);
            continue;
        }
        if (in_note || !looks_like_mark(words)) continue;
        const GumboNode* const text = holder(target->second);
        if (text == nullptr || position(text) <= position(link)) continue;
        const GumboNode* known = target->second;
        for (int depth = 0; depth < 4 && known != nullptr && !texts_.contains(known); ++depth) known = known->parent;
        const bool is_known = known != nullptr && texts_.contains(known);
        calls_.emplace(link, add(is_known ? known : text, bare(words)));
    }
}

std::optional<uint32_t> HtmlNotes::called_by(const GumboNode* link) const {
    const auto found = calls_.find(link);
    return found == calls_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<uint32_t> HtmlNotes::of(const GumboNode* element) const {
    const auto found = texts_.find(element);
    return found == texts_.end() ? std::nullopt : std::optional(found->second);
}

std::string HtmlNotes::printed(const GumboNode* link) { return words_of(link); }

}  // namespace kl::read
