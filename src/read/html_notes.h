// Notes of a page: which link calls one, and which element holds its text.
//   officielebekendmakingen.nl   a.nootnum → div.noot, with its number in span.nootnum
//   elsewhere                    a link with a number, to something further down that is a paragraph or an item
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/flow.h"
#include "read/html_tree.h"

namespace kl::read {

class HtmlNotes {
public:
    HtmlNotes(const GumboNode* root, Flow& flow);

    // The note that a link calls; the note whose text an element holds: numbers of Flow.
    [[nodiscard]] std::optional<uint32_t> called_by(const GumboNode* link) const;
    [[nodiscard]] std::optional<uint32_t> of(const GumboNode* element) const;
    // In a note: its own number, or the way back.
    [[nodiscard]] bool is_back_link(const GumboNode* node) const { return back_.contains(node); }

    [[nodiscard]] static std::string printed(const GumboNode* link);
    [[nodiscard]] std::string_view label(uint32_t note) const { return labels_[note]; }

private:
    std::unordered_map<const GumboNode*, uint32_t> calls_;
    std::unordered_map<const GumboNode*, uint32_t> texts_;
    std::unordered_map<const GumboNode*, bool> back_;
    std::vector<std::string> labels_;
};

}  // namespace kl::read
