// A page as a tree, by the parsing algorithm of HTML5 (Gumbo), and how to walk it without recursion.
#pragma once

#include <gumbo.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kl::read::html {

// Gumbo walks its open elements for every tag, and copies formatting that is left open into every paragraph: a page of
// a few megabytes can be made to take hours. No page that people read comes near these limits.
[[nodiscard]] bool is_sane(std::string_view html);

class Tree {
public:
    explicit Tree(std::string_view html);  // must outlive it
    ~Tree();
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;

    [[nodiscard]] const GumboNode* root() const { return root_; }

private:
    struct Arena;
    std::unique_ptr<Arena> arena_;
    const GumboNode* root_ = nullptr;
};

[[nodiscard]] inline bool is_element(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT; }
[[nodiscard]] GumboTag tag_of(const GumboNode* node);  // GUMBO_TAG_UNKNOWN of what is no element
[[nodiscard]] std::string_view attribute(const GumboNode* node, const char* name);
[[nodiscard]] bool has_class(const GumboNode* node, std::string_view name);
[[nodiscard]] const GumboVector* children(const GumboNode* node);  // nullptr when it can have none
[[nodiscard]] uint32_t position(const GumboNode* node);            // in the file

// As `walk` of xml_tree.h.
template <class Enter, class Leave>
void walk(const GumboNode* root, Enter enter, Leave leave) {
    const auto first = [](const GumboNode* node) -> const GumboNode* {
        const GumboVector* all = children(node);
        return all != nullptr && all->length > 0 ? static_cast<const GumboNode*>(all->data[0]) : nullptr;
    };
    const auto next = [](const GumboNode* node) -> const GumboNode* {
        const GumboVector* all = node->parent != nullptr ? children(node->parent) : nullptr;
        const size_t at = node->index_within_parent + 1;
        return all != nullptr && at < all->length ? static_cast<const GumboNode*>(all->data[at]) : nullptr;
    };
    const GumboNode* node = first(root);
    while (node != nullptr) {
        const bool into = enter(node);
        if (const GumboNode* down = into ? first(node) : nullptr) {
            node = down;
            continue;
        }
        if (into) leave(node);
        const GumboNode* following = next(node);
        while (following == nullptr) {
            node = node->parent;
            if (node == nullptr || node == root) return;
            leave(node);
            following = next(node);
        }
        node = following;
    }
}

// All words below `node`, tidy.
[[nodiscard]] std::string words_of(const GumboNode* node);

}  // namespace kl::read::html
