// A tree of XML, walked without recursion: a hostile file may be as deep as it is long.
#pragma once

#include <pugixml.hpp>
#include <string_view>

namespace kl::read {

// "w:tbl" → "tbl"
[[nodiscard]] inline std::string_view local_name(pugi::xml_node node) {
    const std::string_view name = node.name();
    const size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

[[nodiscard]] inline bool is_text(pugi::xml_node node) {
    return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

// An attribute by its local name: "val" of <w:numId w:val="3"/>. "" when there is none.
[[nodiscard]] inline std::string_view attribute(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_attribute one : node.attributes()) {
        std::string_view its = one.name();
        if (const size_t colon = its.find(':'); colon != std::string_view::npos) its.remove_prefix(colon + 1);
        if (its == name) return one.value();
    }
    return {};
}

[[nodiscard]] inline pugi::xml_node child(pugi::xml_node node, std::string_view name) {
    for (const pugi::xml_node one : node.children()) {
        if (local_name(one) == name) return one;
    }
    return {};
}

// `enter(node)` for every node below `root`, in the order of the file; where it gives false, the node's children are
// passed over. `leave(node)` after the children of each node for which `enter` gave true.
template <class Enter, class Leave>
void walk(pugi::xml_node root, Enter enter, Leave leave) {
    pugi::xml_node node = root.first_child();
    while (node) {
        const bool into = enter(node);
        if (into && node.first_child()) {
            node = node.first_child();
            continue;
        }
        if (into) leave(node);
        while (node && !node.next_sibling()) {
            node = node.parent();
            if (!node || node == root) return;
            leave(node);
        }
        if (node) node = node.next_sibling();
    }
}

}  // namespace kl::read
