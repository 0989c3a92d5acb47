#include "read/html.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "read/flow.h"
#include "read/html_notes.h"
#include "read/html_tree.h"
#include "read/markup.h"
#include "read/publication.h"
#include "text/scan.h"

namespace kl::read {
namespace {

using namespace html;

bool is_block(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_P:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_ADDRESS:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_DETAILS:
        case GUMBO_TAG_SUMMARY:
        case GUMBO_TAG_FIELDSET:
        case GUMBO_TAG_LEGEND:
        case GUMBO_TAG_CENTER:
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_BODY: return true;
        default: return false;
    }
}

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

// No part of what the page is about.
bool is_left_out(const GumboNode* node) {
    switch (tag_of(node)) {
        case GUMBO_TAG_SCRIPT:
        case GUMBO_TAG_STYLE:
        case GUMBO_TAG_NOSCRIPT:
        case GUMBO_TAG_TEMPLATE:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_HEAD:
        case GUMBO_TAG_TITLE:
        case GUMBO_TAG_IFRAME:
        case GUMBO_TAG_OBJECT:
        case GUMBO_TAG_SELECT:
        case GUMBO_TAG_BUTTON:
        case GUMBO_TAG_TEXTAREA:
        case GUMBO_TAG_SVG: return true;
        default: break;
    }
    const GumboAttribute* const hidden = gumbo_get_attribute(&node->v.element.attributes, "hidden");
    if (hidden != nullptr || attribute(node, "aria-hidden") == "true") return true;
    const std::string_view role = attribute(node, "role");
    if (role == "navigation" || role == "banner" || role == "contentinfo" || role == "search") return true;
    std::string style(attribute(node, "style"));
    std::erase_if(style, text::ascii_blank);
    return style.find("display:none") != std::string::npos;
}

bool is_question(const GumboNode* node) { return has_class(node, "vraag"); }
bool is_answer(const GumboNode* node) { return has_class(node, "antwoord"); }

// Which part of the page is the document.
class Content {
public:
    explicit Content(const GumboNode* root) : root_(root) {
        walk(
            root,
            [this](const GumboNode* node) {
                if (is_element(node)) look(node);
                return is_element(node);
            },
            [](const GumboNode*) {});
    }

    [[nodiscard]] const GumboNode* find() const {
        // The smallest element that holds all that a publication's classes name.
        if (first_ != nullptr) {
            const GumboNode* node = first_;
            while (node->parent != nullptr && node != root_ && !holds(node, last_)) node = node->parent;
            // Its title and what is printed before it stand in the elements around.
            return node == first_ && node->parent != nullptr ? node->parent : node;
        }
        if (main_ != nullptr) return main_;
        return articles_ == 1 ? article_ : root_;
    }

private:
    void look(const GumboNode* node) {
        const bool named = is_question(node) || is_answer(node) || has_class(node, "kamervraagomschrijving_kop") ||
                           has_class(node, "stuktitel") || (has_class(node, "noot") && has_class(node, "voet"));
        if (named) {
            if (first_ == nullptr) first_ = node;
            last_ = node;
        }
        const bool is_main = tag_of(node) == GUMBO_TAG_MAIN || attribute(node, "role") == "main";
        if (is_main && main_ == nullptr) main_ = node;
        if (tag_of(node) == GUMBO_TAG_ARTICLE) {
            ++articles_;
            article_ = node;
        }
    }

    static bool holds(const GumboNode* node, const GumboNode* other) {
        while (other != nullptr && other != node) other = other->parent;
        return other == node;
    }

    const GumboNode* root_;
    const GumboNode* first_ = nullptr;
    const GumboNode* last_ = nullptr;
    const GumboNode* main_ = nullptr;
    const GumboNode* article_ = nullptr;
    int articles_ = 0;
};

class Page {
public:
    Page(const GumboNode* root, std::string_view name) : root_(root), name_(name), notes_(root, flow_) {}

    SourceText read() {
        walk(
            root_,
            [this](const GumboNode* node) {
                if (tag_of(node) == GUMBO_TAG_META) {
                    facts_.metadata(attribute(node, "name"), attribute(node, "content"));
                    facts_.metadata(attribute(node, "property"), attribute(node, "content"));
                }
                return is_element(node);
            },
            [](const GumboNode*) {});
        const GumboNode* const content = Content(root_).find();
        walk(
            content, [this](const GumboNode* node) { return enter(node); },
            [this](const GumboNode* node) { leave(node); });
        SourceText source = flow_.finish(name_, Format::html);
        if (asked_) facts_.state("kind", answered_ ? "aanhangsel" : noticed_ ? "mededeling" : "kamervragen");
        source.stated = facts_.take();
        return source;
    }

private:
    bool enter(const GumboNode* node) {
        if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
            words(node);
            return false;
        }
        if (!is_element(node) || is_left_out(node) || node == label_) return false;
        if (notes_.is_back_link(node)) return false;
        if (const auto note = notes_.called_by(node)) {
            flow_.mark(notes_.printed(node), *note);
            return false;
        }
        const GumboTag tag = tag_of(node);
        if (is_block(tag)) flow_.close();
        roles_.push_back(flow_.role());
        if (const auto note = notes_.of(node)) {
            flow_.begin_note(*note);
            note_label_ = notes_.label(*note);
            return true;
        }
        if (tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION || tag == GUMBO_TAG_LI) {
            if (is_question(node)) open_item(node, Role::question_label, Role::question);
            if (is_answer(node)) open_item(node, Role::answer_label, Role::answer);
        }
        if (has_class(node, "kamervraagopmerking") || has_class(node, "mededeling")) {
            noticed_ = true;
            flow_.set_role(Role::notice);
        }
        if (is_heading(tag) && flow_.role() == Role::unknown) flow_.set_role(Role::heading);
        switch (tag) {
            case GUMBO_TAG_BR: flow_.line_break(); break;
            case GUMBO_TAG_TABLE: flow_.begin_table(); break;
            case GUMBO_TAG_TR: flow_.begin_row(); break;
            case GUMBO_TAG_TD:
            case GUMBO_TAG_TH: flow_.begin_cell(); break;
            case GUMBO_TAG_OL: {
                int start = 1;
                text::Scan s{attribute(node, "start")};
                s.number(start);
                lists_.push_back({true, start, attribute(node, "type")});
                break;
            }
            case GUMBO_TAG_UL: lists_.push_back({false, 0, {}}); break;
            case GUMBO_TAG_LI: list_item(node); break;
            case GUMBO_TAG_SUP: ++raised_; break;
            case GUMBO_TAG_PRE: ++verbatim_; break;
            default: break;
        }
        return true;
    }

    void leave(const GumboNode* node) {
        const GumboTag tag = tag_of(node);
        if (notes_.of(node)) {
            flow_.end_note();
            note_label_ = {};
        } else {
            switch (tag) {
                case GUMBO_TAG_TABLE: flow_.end_table(); break;
                case GUMBO_TAG_TD:
                case GUMBO_TAG_TH: flow_.end_cell(); break;
                case GUMBO_TAG_OL:
                case GUMBO_TAG_UL:
                    if (!lists_.empty()) lists_.pop_back();
                    break;
                case GUMBO_TAG_SUP: --raised_; break;
                case GUMBO_TAG_PRE: --verbatim_; break;
                default: break;
            }
            if (tag == GUMBO_TAG_LI && flow_.role() != Role::note) flow_.end_item();
            if (is_block(tag)) flow_.close();
        }
        if (roles_.empty()) return;
        flow_.set_role(roles_.back());
        roles_.pop_back();
    }

    void words(const GumboNode* node) {
        std::string_view text = node->v.text.text;
        if (!note_label_.empty()) {
            // The number of the note is put before it anyway.
            text::Scan s{text};
            s.blanks();
            if (s.done()) return;
            s.any("[(");
            if (s.rest().starts_with(note_label_)) {
                s.at += note_label_.size();
                s.any("])");
                s.any(".");
                text = s.rest();
            }
            note_label_ = {};
        }
        if (raised_ > 0) {
            flow_.raised(markup::tidy(text));
            return;
        }
        if (verbatim_ == 0) {
            flow_.words(text);
            return;
        }
        for (size_t at = 0; at <= text.size();) {
            const size_t end = std::min(text.find('\n', at), text.size());
            flow_.verbatim(text.substr(at, end - at));
            if (end < text.size()) flow_.line_break();
            at = end + 1;
        }
    }

    // The label is the first thing in the element: h2.stuktitel "Vraag 1", p.nummer "1", a heading.
    void open_item(const GumboNode* node, Role label, Role role) {
        (label == Role::question_label ? asked_ : answered_) = true;
        const GumboNode* first = node;
        for (int depth = 0; depth < 3 && first != nullptr; ++depth) {
            const GumboVector* const all = children(first);
            first = nullptr;
            for (unsigned i = 0; all != nullptr && i < all->length && first == nullptr; ++i) {
                const auto* const one = static_cast<const GumboNode*>(all->data[i]);
                if (is_element(one)) first = one;
                if (one->type == GUMBO_NODE_TEXT) break;
            }
            if (first == nullptr) break;
            const bool named = is_heading(tag_of(first)) || has_class(first, "stuktitel") ||
                               has_class(first, "nummer") || has_class(first, "nr");
            if (!named) continue;
            const std::string words = words_of(first);
            if (words.empty() || words.size() > 200) break;
            label_ = first;
            flow_.open(label);
            flow_.words(words);
            flow_.close();
            flow_.set_role(role);
            return;
        }
        flow_.label(label);
        flow_.set_role(role);
    }

    struct List {
        bool numbered = false;
        int next = 1;
        std::string_view type;
    };

    // The number or the bullet that a browser shows; none where the text has its own.
    void list_item(const GumboNode* node) {
        const bool question = is_question(node) || is_answer(node);
        if (lists_.empty() || question) return;
        List& list = lists_.back();
        text::Scan value{attribute(node, "value")};
        value.number(list.next);
        const int number = list.next++;
        if (flow_.role() == Role::note) return;
        if (own_label(node) != '\0') {
            // Only whether it is a number matters here: the text has it.
            flow_.open(flow_.role(), !text::ascii_digit(own_label(node)));
            flow_.keep_open();
        } else if (!list.numbered) {
            flow_.open_item("•");
        } else if (list.type == "a" || list.type == "A") {
            flow_.open_item(std::string(1, static_cast<char>(list.type[0] + (number - 1) % 26)) + ".");
        } else {
            flow_.open_item(std::to_string(number) + ".");
        }
    }

    // The first character of "a.", "1)", "–" where the text of an item begins with its own number or sign.
    static char own_label(const GumboNode* node) {
        std::string words;
        size_t looked = 0;
        walk(
            node,
            [&](const GumboNode* one) {
                if (one->type == GUMBO_NODE_TEXT && words.size() < 8) words += one->v.text.text;
                return is_element(one) && words.size() < 8 && ++looked < 40;
            },
            [](const GumboNode*) {});
        text::Scan s{words};
        s.blanks();
        const char first = s.peek();
        if (s.literal("•") || s.dash()) return first;
        const size_t begin = s.at;
        while (text::ascii_digit(s.peek()) || text::ascii_letter(s.peek())) ++s.at;
        const size_t size = s.at - begin;
        const bool own = size > 0 && size <= 3 && s.any(".)") && (s.done() || text::blank_size(words, s.at) > 0);
        return own ? first : '\0';
    }

    const GumboNode* root_;
    std::string_view name_;
    Flow flow_;
    HtmlNotes notes_;
    PublicationFacts facts_;
    std::vector<Role> roles_;
    std::vector<List> lists_;
    const GumboNode* label_ = nullptr;
    std::string_view note_label_;
    int raised_ = 0, verbatim_ = 0;
    bool asked_ = false, answered_ = false, noticed_ = false;
};

}  // namespace

Result<Sources> read_html(std::string_view bytes, std::string_view name) {
    bool windows = false;
    const std::string text = markup::to_utf_8(bytes, windows);
    if (!is_sane(text)) return std::unexpected(Error{"too_nested", {std::string(name)}});
    const Tree tree(text);
    SourceText source = Page(tree.root(), name).read();
    if (source.lines.empty()) return std::unexpected(Error{"empty_file", {std::string(name)}});
    if (windows) source.diagnostics.push_back({"windows_1252", Severity::note, {}, {}, {}});
    Sources sources;
    sources.push_back(std::move(source));
    return sources;
}

}  // namespace kl::read
