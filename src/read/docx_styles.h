// What the styles and lists of a DOCX say of a paragraph: whether it is a heading, and which number Word shows before
// it.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace kl::read::docx {

inline constexpr size_t levels = 9;

struct ListPlace {
    std::string list;  // w:numId
    size_t level = 0;
};

struct Style {
    std::string based_on;
    std::optional<ListPlace> place;
    bool heading = false;
    bool contents = false;  // a line of a table of contents
    bool hidden = false;    // characters that are not shown
    bool raised = false;    // superscript
};

class Styles {
public:
    void load(pugi::xml_node styles);
    [[nodiscard]] const Style& find(std::string_view id) const;  // with what it inherits
    [[nodiscard]] const std::string& standard() const { return standard_; }

private:
    std::map<std::string, Style, std::less<>> styles_;
    std::string standard_;  // the style of paragraphs that name none
};

struct ListItem {
    std::string label;  // "1.", "a)", "•"; "" when nothing is shown
    bool bullet = false;
};

class Lists {
public:
    void load(pugi::xml_node numbering);
    // Counts on.
    [[nodiscard]] ListItem next(const ListPlace& place);

private:
    struct Level {
        int start = 1;
        std::string format = "decimal";
        std::string text = "%1.";
    };
    struct Abstract {
        std::array<Level, levels> level;
        std::array<std::optional<int>, levels> count;
    };
    struct List {
        std::string abstract;
        std::array<std::optional<int>, levels> start;
        std::map<size_t, Level> level;
        bool used = false;
    };
    static Level read_level(pugi::xml_node node);

    std::map<std::string, Abstract, std::less<>> abstracts_;
    std::map<std::string, List, std::less<>> lists_;
};

// 4 → "4", "iv", "d": by w:numFmt.
[[nodiscard]] std::string number_as(std::string_view format, int number);

// w:val of an on-off property: present without a value is on.
[[nodiscard]] bool is_on(pugi::xml_node property);

[[nodiscard]] std::optional<ListPlace> list_place(pugi::xml_node paragraph_properties);

}  // namespace kl::read::docx
