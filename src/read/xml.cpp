#include "read/xml.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "read/flow.h"
#include "read/html.h"
#include "read/markup.h"
#include "read/xml_facts.h"
#include "read/xml_tree.h"
#include "text/scan.h"

namespace kl::read {
namespace {

template <size_t N>
bool one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::ranges::find(names, name) != names.end();
}

// Elements whose parts stand on one line with a blank between them: <kop><nr>1</nr><titel>Inleiding</titel></kop>.
constexpr std::array<std::string_view, 14> line_elements{
    "kop",    "dossiernummer", "naam",       "stuknr",  "nummer",   "ondertekening", "kamervraagomschrijving",
    "omschr", "datumtekst",    "tekstregel", "ordernr", "vergjaar", "onderw",        "stukkop"};
// Elements that are a paragraph of their own, also in the middle of text.
constexpr std::array<std::string_view, 20> block_elements{
    "al",      "al-groep", "lijst", "li",         "table",  "tbl",   "vraag", "antwoord", "tussenkop", "tuskop",
    "divisie", "kop",      "titel", "tekstregel", "citaat", "entry", "p",     "tgroup",   "row",       "stuk"};
constexpr std::array<std::string_view, 5> label_elements{"nr", "nummer", "vraagnr", "label", "titel"};
constexpr std::array<std::string_view, 12> heading_elements{"kop",      "titel",    "tussenkop",     "tuskop",
                                                            "stuknr",   "dossier",  "kamervraagkop", "kamerstukkop",
                                                            "ltrlabel", "subtitel", "datumtekst",    "dossiernummer"};
// What no reader of the text sees.
constexpr std::array<std::string_view, 9> unseen_elements{"li.nr",   "metadata", "meta-data", "plaatje", "illustratie",
                                                          "noot.nr", "script",   "style",     "colspec"};

bool has_words(pugi::xml_node node) {
    for (const pugi::xml_node one : node.children()) {
        if (!is_text(one)) continue;
        const std::string_view value = one.value();
        if (!std::ranges::all_of(value, text::ascii_blank)) return true;
    }
    return false;
}

class Publication {
public:
    explicit Publication(std::string_view name) : name_(name) {}

    SourceText read(const pugi::xml_document& tree) {
        facts_.collect(tree);
        walk(
            tree, [this](pugi::xml_node node) { return enter(node); }, [this](pugi::xml_node node) { leave(node); });
        SourceText source = flow_.finish(name_, Format::xml);
        source.stated = facts_.take();
        return source;
    }

    [[nodiscard]] bool known() const { return facts_.known(); }

private:
    // What an open element must undo at its end.
    struct Open {
        Role role = Role::unknown;
        bool block = false;
        bool mixed = false;  // its own words stand between its elements
        bool line = false;   // its elements stand on one line
    };

    // ---- text

    bool enter(pugi::xml_node node) {
        if (is_text(node)) {
            words(node);
            return false;
        }
        if (node.type() != pugi::node_element) return false;
        const std::string_view name = local_name(node);
        if (one_of(name, unseen_elements) || name == label_to_skip_) {
            if (name == label_to_skip_) label_to_skip_ = {};
            return false;
        }
        if (name == "noot") return note(node);
        if (name == "nootref") return note_reference(node);

        const Open around = open_.empty() ? Open{} : open_.back();
        Open now;
        now.role = flow_.role();
        now.mixed = has_words(node);
        now.block = one_of(name, block_elements) || (!around.mixed && !around.line);
        now.line = one_of(name, line_elements) || (around.line && !now.block);
        if (now.block) flow_.close();
        if (!now.block && around.line && !around.mixed) flow_.blank();
        open_.push_back(now);

        if (name == "vraag" || name == "antwoord") {
            open_item(node, name == "vraag");
        } else if (name == "kamervraagopmerking" || (name == "toelicht" && facts_.questions())) {
            flow_.set_role(Role::notice);
        } else if (name == "kamerstukkop" || name == "kamervraagkop") {
            flow_.set_role(Role::furniture);
        } else if (name == "table" || name == "tgroup") {
            if (name == "table" || local_name(node.parent()) != "table") flow_.begin_table();
        } else if (name == "row" || name == "tr") {
            flow_.begin_row();
        } else if (name == "entry" || name == "td" || name == "th") {
            flow_.begin_cell();
        } else if (name == "li") {
            flow_.open_item(list_label(node));
        } else if (flow_.role() == Role::unknown && one_of(name, heading_elements)) {
            flow_.set_role(Role::heading);
        } else if (name == "sup") {
            raised_ = true;
        }
        return true;
    }

    void leave(pugi::xml_node node) {
        if (node.type() != pugi::node_element) return;
        const std::string_view name = local_name(node);
        if (name == "noot") {
            flow_.end_note();
            open_.pop_back();
            return;
        }
        if (open_.empty()) return;
        const Open now = open_.back();
        open_.pop_back();
        if (name == "table" || name == "tgroup") {
            if (name == "table" || local_name(node.parent()) != "table") flow_.end_table();
        } else if (name == "entry" || name == "td" || name == "th") {
            flow_.end_cell();
        } else if (name == "li") {
            flow_.end_item();
        } else if (name == "sup") {
            raised_ = false;
        }
        if (now.block) flow_.close();
        flow_.set_role(now.role);
    }

    void words(pugi::xml_node node) {
        const Open around = open_.empty() ? Open{} : open_.back();
        const std::string decoded = markup::decoded(node.value());
        // Blanks between elements of a line part words; between paragraphs they are only how the file was printed.
        if (std::ranges::all_of(decoded, text::ascii_blank)) {
            if (around.mixed || around.line) flow_.blank();
            return;
        }
        if (raised_) {
            flow_.raised(decoded);
        } else {
            flow_.words(decoded);
        }
    }

    void open_item(pugi::xml_node node, bool question) {
        const Role role = question ? Role::question_label : Role::answer_label;
        std::string label;
        for (const pugi::xml_node one : node.children()) {
            if (one.type() != pugi::node_element) continue;
            // <nr> or a heading with digits, before the first paragraph
            pugi::xml_node named = one;
            if (local_name(one) == "kop") named = child(one, "nr") ? child(one, "nr") : child(one, "titel");
            if (named && one_of(local_name(named), label_elements)) {
                label = words_of(named);
                label_to_skip_ = local_name(one);
            }
            break;
        }
        if (label.empty()) {
            flow_.label(role);
        } else {
            flow_.open(role);
            flow_.words(label);
            flow_.close();
        }
        flow_.set_role(question ? Role::question : Role::answer);
    }

    // <li.nr>, or what the type of the list stands for.
    static std::string list_label(pugi::xml_node item) {
        const std::string own = words_of(child(item, "li.nr"));
        if (!own.empty()) return own;
        const std::string_view type = attribute(item.parent(), "type");
        return type == "ndash" || type == "streepje" ? "–" : type == "bullet" ? "•" : "";
    }

    bool note(pugi::xml_node node) {
        std::string label = words_of(child(node, "noot.nr"));
        if (label.empty()) label = words_of(child(node, "nr"));
        const std::string id(attribute(node, "id"));
        const auto waiting = id.empty() ? notes_.end() : notes_.find(id);
        uint32_t index = 0;
        if (waiting != notes_.end()) {
            index = waiting->second;
            if (!label.empty()) flow_.set_note_label(index, label);
        } else {
            index = flow_.new_note(label.empty() ? std::to_string(++counted_) : label);
            if (label.empty()) label = std::to_string(counted_);
            if (!id.empty()) notes_.emplace(id, index);
            // A note stands where it is called; one of old files stands at the end and is called from afar.
            const bool in_text = !open_.empty() && (open_.back().mixed || local_name(node.parent()) == "al");
            if (in_text) flow_.mark(label, index);
        }
        open_.push_back({});
        flow_.begin_note(index);
        return true;
    }

    bool note_reference(pugi::xml_node node) {
        std::string id;
        for (const std::string_view key : {"refid", "idref", "refs", "ref", "doel", "nootid", "noot"}) {
            if (id.empty()) id = attribute(node, key);
        }
        std::string printed = words_of(node);
        if (printed.empty()) printed = attribute(node, "nr");
        if (printed.empty()) printed = std::to_string(counted_ + 1);
        ++counted_;
        if (id.empty()) {
            flow_.raised(printed);
            return false;
        }
        auto found = notes_.find(id);
        if (found == notes_.end()) found = notes_.emplace(id, flow_.new_note(printed)).first;
        flow_.mark(printed, found->second);
        return false;
    }

    std::string name_;
    Flow flow_;
    XmlFacts facts_;
    std::vector<Open> open_;
    std::unordered_map<std::string, uint32_t> notes_;  // by their id
    std::string_view label_to_skip_;
    int counted_ = 0;
    bool raised_ = false;
};

// No publication nests its elements like that; what is read of an element is read once for each around it.
bool is_too_deep(const pugi::xml_document& tree) {
    constexpr int deepest = 200;
    int depth = 0, reached = 0;
    walk(
        tree,
        [&](pugi::xml_node node) {
            if (node.type() != pugi::node_element) return false;
            reached = std::max(reached, ++depth);
            return true;
        },
        [&](pugi::xml_node) { --depth; });
    return reached > deepest;
}

bool is_search_answer(std::string_view root) {
    return root == "rss" || root == "feed" || root == "RDF" || root == "searchRetrieveResponse" ||
           root == "explainResponse" || root == "urlset" || root == "sitemapindex";
}

std::string_view office_format(std::string_view root, std::string_view whole_name) {
    if (whole_name.starts_with("office:")) return "ODT";
    if (whole_name.starts_with("pkg:") || whole_name == "w:wordDocument") return "Word-XML";
    return root == "svg" ? "SVG" : "";
}

}  // namespace

Result<Sources> read_xml(std::string_view bytes, std::string_view name) {
    const auto error = [name](const char* code, std::string_view more = {}) {
        Error out{code, {std::string(name)}};
        if (!more.empty()) out.args.emplace_back(more);
        return std::unexpected(std::move(out));
    };
    bool windows = false;
    const std::string text = markup::to_xml(bytes, windows);
    pugi::xml_document tree;
    const pugi::xml_parse_result parsed =
        tree.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
    const pugi::xml_node root = tree.document_element();
    const std::string_view root_name = root ? local_name(root) : std::string_view{};
    // A page, or a piece of one, that only looks like XML.
    if (markup::is_html_name(root_name)) return read_html(bytes, name);
    if (!root) return error("xml_broken");
    if (const auto format = office_format(root_name, root.name()); !format.empty()) {
        return error("unsupported_format", format);
    }
    if (is_search_answer(root_name)) return error("search_answer");
    if (is_too_deep(tree)) return error("too_nested");

    Publication publication(name);
    SourceText source = publication.read(tree);
    if (!publication.known()) {
        const bool metadata = root_name.find("metadata") != std::string_view::npos;
        const bool asks = source.text.find('?') != std::string::npos;
        if (metadata && !asks) return error("metadata_only");
        if (!asks) return error("xml_other", root_name);
        source.diagnostics.push_back({"xml_other", Severity::doubt, {}, {}, {std::string(root_name)}});
    }
    if (source.lines.empty()) return error("empty_file");
    if (windows) source.diagnostics.push_back({"windows_1252", Severity::note, {}, {}, {}});
    if (!parsed) source.diagnostics.push_back({"cut_off", Severity::doubt, {}, {}, {}});
    Sources sources;
    sources.push_back(std::move(source));
    return sources;
}

}  // namespace kl::read
