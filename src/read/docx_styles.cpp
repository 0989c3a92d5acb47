#include "read/docx_styles.h"

#include <algorithm>
#include <charconv>

#include "read/xml_tree.h"
#include "text/scan.h"

namespace kl::read::docx {
namespace {

constexpr int deepest_inheritance = 12;

int number_in(std::string_view words, int otherwise) {
    int value = otherwise;
    std::from_chars(words.data(), words.data() + words.size(), value);
    return std::clamp(value, 0, 1'000'000);
}

size_t level_in(std::string_view words) {
    return std::min<size_t>(static_cast<size_t>(number_in(words, 0)), levels - 1);
}

std::string roman(int number) {
    static constexpr struct {
        int value;
        const char* sign;
    } signs[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                 {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
    std::string out;
    for (const auto& one : signs) {
        for (; number >= one.value && out.size() < 30; number -= one.value) out += one.sign;
    }
    return out;
}

std::string upper(std::string words) {
    for (char& c : words) {
        if (text::ascii_lower(c)) c = static_cast<char>(c - ('a' - 'A'));
    }
    return words;
}

// "heading 1", "Kop 2", "Title"
bool names_heading(std::string_view name) {
    text::Scan s{name};
    if (s.word("title") || s.word("titel") || s.word("subtitle") || s.word("ondertitel")) return true;
    if (!s.literal("heading") && !s.literal("kop")) return false;
    s.blanks();
    int number = 0;
    return s.number(number) && s.done();
}

bool names_contents(std::string_view name) {
    text::Scan s{name};
    if (!s.literal("toc") && !s.literal("inhopg")) return false;
    s.blanks();
    int number = 0;
    return s.done() || s.number(number);
}

}  // namespace

bool is_on(pugi::xml_node property) {
    if (!property) return false;
    const std::string_view value = attribute(property, "val");
    return value != "0" && value != "false" && value != "off" && value != "none";
}

std::optional<ListPlace> list_place(pugi::xml_node properties) {
    const pugi::xml_node list = child(properties, "numPr");
    if (!list) return std::nullopt;
    ListPlace place;
    place.list = attribute(child(list, "numId"), "val");
    place.level = level_in(attribute(child(list, "ilvl"), "val"));
    return place;
}

std::string number_as(std::string_view format, int number) {
    if (format == "lowerRoman") return roman(number);
    if (format == "upperRoman") return upper(roman(number));
    if ((format == "lowerLetter" || format == "upperLetter") && number > 0) {
        // z is followed by aa, bb
        const std::string letters(static_cast<size_t>(std::min((number - 1) / 26 + 1, 20)),
                                  static_cast<char>('a' + (number - 1) % 26));
        return format == "lowerLetter" ? letters : upper(letters);
    }
    if (format == "decimalZero" && number < 10) return "0" + std::to_string(number);
    if (format == "chicago" && number > 0) {
        static constexpr const char* signs[] = {"*", "†", "‡", "§"};
        std::string out;
        for (int i = 0; i <= (number - 1) / 4 && i < 8; ++i) out += signs[(number - 1) % 4];
        return out;
    }
    return std::to_string(number);
}

void Styles::load(pugi::xml_node styles) {
    for (const pugi::xml_node node : styles.children()) {
        if (local_name(node) != "style") continue;
        Style style;
        style.based_on = attribute(child(node, "basedOn"), "val");
        const pugi::xml_node paragraph = child(node, "pPr");
        const pugi::xml_node run = child(node, "rPr");
        style.place = list_place(paragraph);
        const std::string_view name = attribute(child(node, "name"), "val");
        style.heading = names_heading(name) ||
                        (child(paragraph, "outlineLvl") && attribute(child(paragraph, "outlineLvl"), "val") != "9");
        style.contents = names_contents(name);
        style.hidden = is_on(child(run, "vanish"));
        style.raised = attribute(child(run, "vertAlign"), "val") == "superscript";
        const std::string id(attribute(node, "styleId"));
        const std::string_view standard = attribute(node, "default");
        if (attribute(node, "type") == "paragraph" && (standard == "1" || standard == "true" || standard == "on")) {
            standard_ = id;
        }
        styles_.insert_or_assign(id, std::move(style));
    }
    // Each with what it inherits, so that looking one up is looking once.
    std::map<std::string, Style, std::less<>> whole;
    for (const auto& [id, own] : styles_) {
        Style style = own;
        std::string_view base = own.based_on;
        for (int depth = 0; depth < deepest_inheritance && !base.empty(); ++depth) {
            const auto found = styles_.find(base);
            if (found == styles_.end()) break;
            if (!style.place) style.place = found->second.place;
            style.heading = style.heading || found->second.heading;
            style.contents = style.contents || found->second.contents;
            style.hidden = style.hidden || found->second.hidden;
            style.raised = style.raised || found->second.raised;
            base = found->second.based_on;
        }
        whole.emplace(id, std::move(style));
    }
    styles_ = std::move(whole);
}

const Style& Styles::find(std::string_view id) const {
    static const Style none;
    const auto found = styles_.find(id);
    return found == styles_.end() ? none : found->second;
}

Lists::Level Lists::read_level(pugi::xml_node node) {
    Level level;
    level.start = number_in(attribute(child(node, "start"), "val"), 1);
    if (const auto format = attribute(child(node, "numFmt"), "val"); !format.empty()) level.format = format;
    level.text = attribute(child(node, "lvlText"), "val");
    return level;
}

void Lists::load(pugi::xml_node numbering) {
    for (const pugi::xml_node node : numbering.children()) {
        if (local_name(node) == "abstractNum") {
            Abstract& abstract = abstracts_[std::string(attribute(node, "abstractNumId"))];
            for (const pugi::xml_node one : node.children()) {
                if (local_name(one) == "lvl") abstract.level[level_in(attribute(one, "ilvl"))] = read_level(one);
            }
        } else if (local_name(node) == "num") {
            List list;
            list.abstract = attribute(child(node, "abstractNumId"), "val");
            for (const pugi::xml_node one : node.children()) {
                if (local_name(one) != "lvlOverride") continue;
                const size_t level = level_in(attribute(one, "ilvl"));
                if (const auto start = child(one, "startOverride")) {
                    list.start[level] = number_in(attribute(start, "val"), 1);
                }
                if (const auto own = child(one, "lvl")) list.level[level] = read_level(own);
            }
            lists_.insert_or_assign(std::string(attribute(node, "numId")), std::move(list));
        }
    }
}

ListItem Lists::next(const ListPlace& place) {
    const auto found = lists_.find(place.list);
    if (found == lists_.end()) return {};  // "0": no number
    List& list = found->second;
    const auto base = abstracts_.find(list.abstract);
    if (base == abstracts_.end()) return {};
    Abstract& abstract = base->second;
    const auto level_of = [&](size_t i) -> const Level& {
        const auto own = list.level.find(i);
        return own != list.level.end() ? own->second : abstract.level[i];
    };
    if (!list.used) {
        // Lists of one definition count on; one with a start of its own begins anew.
        list.used = true;
        for (size_t i = 0; i < levels; ++i) {
            if (list.start[i]) abstract.count[i] = *list.start[i] - 1;
        }
    }
    const size_t level = std::min(place.level, levels - 1);
    for (size_t i = 0; i < level; ++i) {
        if (!abstract.count[i]) abstract.count[i] = level_of(i).start;
    }
    std::optional<int>& count = abstract.count[level];
    count = count ? *count + 1 : level_of(level).start;
    for (size_t i = level + 1; i < levels; ++i) abstract.count[i].reset();

    const Level& shown = level_of(level);
    ListItem item;
    if (shown.format == "bullet") {
        item.bullet = true;
        // A bullet's sign is a letter of a symbol font; a dash is one of ours.
        const bool dash = shown.text == "-" || shown.text == "–" || shown.text == "—" || shown.text == "o";
        item.label = dash && shown.text != "o" ? shown.text : "•";
        return item;
    }
    if (shown.format == "none") return item;
    for (size_t i = 0; i < shown.text.size(); ++i) {
        const char c = shown.text[i];
        if (c == '%' && i + 1 < shown.text.size() && shown.text[i + 1] >= '1' && shown.text[i + 1] <= '9') {
            const auto other = static_cast<size_t>(shown.text[++i] - '1');
            const Level& of = level_of(other);
            item.label += number_as(of.format, abstract.count[other].value_or(of.start));
        } else {
            item.label += c;
        }
    }
    return item;
}

}  // namespace kl::read::docx
