#include "read/docx.h"

#include <map>
#include <optional>

#include "read/docx_styles.h"
#include "read/flow.h"
#include "read/markup.h"
#include "read/xml_tree.h"
#include "read/zip.h"
#include "text/scan.h"
#include "text/utf8.h"

namespace kl::read {
namespace {

using docx::ListPlace;
using docx::Style;

using Xml = pugi::xml_document;

// A part of the file as a tree; what stands after a mistake in it is lost, what stands before is not.
void parse_part(Xml& tree, std::string_view bytes) {
    if (bytes.empty()) return;
    bool windows = false;  // no program writes that; what is not UTF-8 must become it
    const std::string text = markup::to_xml(bytes, windows);
    tree.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata, pugi::encoding_utf8);
}

enum class NoteKind : uint8_t { foot, end };

// How marks of notes are counted: "1, 2, 3", or "i, ii, iii" as Word does for notes at the end.
struct Counter {
    std::string format;
    int next = 1;
};

// A field: {instructions} result {end}. Only the result is text.
struct Field {
    bool result = false;
};

class Story {
public:
    Story(Flow& flow, const docx::Styles& styles, docx::Lists& lists) : flow_(flow), styles_(styles), lists_(lists) {}

    void read_body(const Xml& document) {
        count_as(document);
        read(document.document_element());
    }

    // The note's text, at the number that the body gave it.
    void read_notes(const Xml& part, NoteKind kind) {
        for (const pugi::xml_node note : part.document_element().children()) {
            const auto found = notes_.find({kind, std::string(attribute(note, "id"))});
            if (found == notes_.end()) continue;
            in_note_ = true;
            fields_.clear();
            flow_.begin_note(found->second);
            read(note);
            flow_.end_note();
            in_note_ = false;
        }
    }

    void read_settings(const Xml& settings) { count_as(settings); }

private:
    void count_as(const Xml& part) {
        walk(
            part,
            [this](pugi::xml_node node) {
                const std::string_view name = local_name(node);
                if (name != "footnotePr" && name != "endnotePr") return name != "p" || child(node, "pPr");
                Counter& counter = counters_[name == "footnotePr" ? 0 : 1];
                if (const auto format = attribute(child(node, "numFmt"), "val"); !format.empty()) {
                    counter.format = format;
                }
                int start = 0;
                text::Scan s{attribute(child(node, "numStart"), "val")};
                if (s.number(start)) counter.next = start;
                return false;
            },
            [](pugi::xml_node) {});
    }

    void read(pugi::xml_node root) {
        walk(
            root, [this](pugi::xml_node node) { return enter(node); }, [this](pugi::xml_node node) { leave(node); });
    }

    [[nodiscard]] bool shown() const { return fields_.empty() || fields_.back().result; }

    bool enter(pugi::xml_node node) {
        if (node.type() != pugi::node_element) return false;
        const std::string_view name = local_name(node);
        if (name == "p") return paragraph(node);
        if (name == "r") return run(node);
        if (name == "t") {
            text(node);
        } else if (name == "tab" || name == "ptab") {
            if (shown()) flow_.words(" ");
        } else if (name == "br" || name == "cr") {
            if (shown() && attribute(node, "type").empty()) flow_.line_break();
        } else if (name == "noBreakHyphen") {
            if (shown()) flow_.verbatim("-");
        } else if (name == "sym") {
            if (shown()) symbol(node);
        } else if (name == "fldChar") {
            field(attribute(node, "fldCharType"));
        } else if (name == "footnoteReference" || name == "endnoteReference") {
            note_reference(node, name == "footnoteReference" ? NoteKind::foot : NoteKind::end);
        } else if (name == "tbl") {
            flow_.begin_table();
            return true;
        } else if (name == "tr") {
            if (child(child(node, "trPr"), "del")) return false;
            flow_.begin_row();
            return true;
        } else if (name == "tc") {
            flow_.begin_cell();
            return true;
        } else if (name == "txbxContent") {
            flow_.begin_aside();
            return true;
        } else if (name == "AlternateContent") {
            // The same thing twice, for new and for old programs.
            return true;
        } else if (name == "Fallback") {
            return !child(node.parent(), "Choice");
        } else {
            return !is_left_out(name);
        }
        return false;
    }

    void leave(pugi::xml_node node) {
        const std::string_view name = local_name(node);
        if (name == "p") {
            // A paragraph whose end was deleted runs on in the next one.
            runs_on_ = static_cast<bool>(child(child(child(node, "pPr"), "rPr"), "del"));
            if (!runs_on_) flow_.close();
        } else if (name == "r") {
            hidden_ = raised_ = false;
        } else if (name == "tbl") {
            flow_.end_table();
        } else if (name == "tc") {
            flow_.end_cell();
        } else if (name == "txbxContent") {
            flow_.end_aside();
        }
    }

    // Deleted or moved away, the words of a field's instruction, properties, pictures' descriptions.
    static bool is_left_out(std::string_view name) {
        return name == "del" || name == "moveFrom" || name == "delText" || name == "instrText" ||
               name == "delInstrText" || name == "pPr" || name == "rPr" || name == "sdtPr" || name == "sdtEndPr" ||
               name == "tblPr" || name == "tblGrid" || name == "trPr" || name == "tcPr" || name == "sectPr" ||
               name == "footnoteRef" || name == "endnoteRef" || name == "annotationRef" || name == "docPr" ||
               name == "rt" || name == "softHyphen";
    }

    bool paragraph(pugi::xml_node node) {
        const pugi::xml_node properties = child(node, "pPr");
        const std::string_view id = attribute(child(properties, "pStyle"), "val");
        const Style& style = styles_.find(id.empty() ? std::string_view(styles_.standard()) : id);
        hidden_ = raised_ = false;
        if (runs_on_) {
            runs_on_ = false;
            return true;
        }
        std::optional<ListPlace> place = docx::list_place(properties);
        if (place && place->list.empty() && style.place) place->list = style.place->list;
        if (!place) place = style.place;
        docx::ListItem item;
        if (place) item = lists_.next(*place);
        const pugi::xml_node outline = child(properties, "outlineLvl");
        Role role = flow_.role();
        if (role == Role::unknown && (style.heading || (outline && attribute(outline, "val") != "9"))) {
            role = Role::heading;
        }
        if (style.contents) role = Role::furniture;
        flow_.open(role, item.bullet);
        // "Vraag 1" may be no more than a number of a list; a bullet before nothing says nothing.
        if (!item.label.empty() && !(item.bullet && is_empty(node))) {
            flow_.verbatim(item.label);
            flow_.verbatim(" ");
        }
        return true;
    }

    static bool is_empty(pugi::xml_node paragraph) {
        for (const pugi::xml_node one : paragraph.children()) {
            if (local_name(one) != "pPr" && local_name(one) != "bookmarkStart" && local_name(one) != "bookmarkEnd") {
                return false;
            }
        }
        return true;
    }

    bool run(pugi::xml_node node) {
        const pugi::xml_node properties = child(node, "rPr");
        const Style& style = styles_.find(attribute(child(properties, "rStyle"), "val"));
        const pugi::xml_node vanish = child(properties, "vanish");
        hidden_ = vanish ? docx::is_on(vanish) : style.hidden;
        const pugi::xml_node align = child(properties, "vertAlign");
        raised_ = align ? attribute(align, "val") == "superscript" : style.raised;
        return !hidden_;
    }

    void text(pugi::xml_node node) {
        if (!shown()) return;
        std::string words;
        for (const pugi::xml_node part : node.children()) {
            if (is_text(part)) words += part.value();
        }
        if (custom_mark_) {
            // The author's own sign for a note: "*"
            flow_.set_note_label(*custom_mark_, words);
            flow_.mark(words, *custom_mark_);
            custom_mark_.reset();
        } else if (raised_ && !in_note_) {
            flow_.raised(words);
        } else {
            flow_.verbatim(words);
        }
    }

    void symbol(pugi::xml_node node) {
        uint32_t code = 0;
        for (const char c : attribute(node, "char").substr(0, 6)) {
            const char low = text::to_lower(c);
            if (!text::ascii_digit(c) && (low < 'a' || low > 'f')) return;
            code = code * 16 + static_cast<uint32_t>(text::ascii_digit(c) ? c - '0' : low - 'a' + 10);
        }
        // A letter of a symbol font has no meaning outside of it; most are bullets, boxes and arrows.
        std::string sign;
        if (code >= 0xE000 && code <= 0xF8FF) {
            sign = code == 0xF0B7 || code == 0xF0A7 || code == 0xF06C || code == 0xF0D8 ? "•" : "";
            if (code == 0xF02D) sign = "-";
            if (code == 0xF0E0) sign = "→";
        } else if (code >= 0x20 && code < 0x110000 && (code < 0xD800 || code > 0xDFFF)) {
            text::append(sign, code);
        }
        flow_.verbatim(sign);
    }

    void field(std::string_view what) {
        if (what == "begin") {
            fields_.push_back({});
        } else if (what == "separate" && !fields_.empty()) {
            // A result inside the instructions of another field is not shown.
            const bool around = fields_.size() < 2 || fields_[fields_.size() - 2].result;
            fields_.back().result = around;
        } else if (what == "end" && !fields_.empty()) {
            fields_.pop_back();
        }
    }

    void note_reference(pugi::xml_node node, NoteKind kind) {
        if (!shown() || in_note_) return;
        const std::pair key{kind, std::string(attribute(node, "id"))};
        const std::string_view follows = attribute(node, "customMarkFollows");
        const bool custom = follows == "1" || follows == "true" || follows == "on";
        Counter& counter = counters_[kind == NoteKind::foot ? 0 : 1];
        auto found = notes_.find(key);
        if (found == notes_.end()) {
            std::string label = custom ? "*" : docx::number_as(counter.format, counter.next);
            if (!custom) ++counter.next;
            labels_.insert_or_assign(key, label);
            found = notes_.emplace(key, flow_.new_note(std::move(label))).first;
        }
        if (custom) {
            custom_mark_ = found->second;
        } else {
            flow_.mark(labels_[key], found->second);
        }
    }

    Flow& flow_;
    const docx::Styles& styles_;
    docx::Lists& lists_;
    std::map<std::pair<NoteKind, std::string>, uint32_t> notes_;
    std::map<std::pair<NoteKind, std::string>, std::string> labels_;
    Counter counters_[2] = {{"decimal", 1}, {"lowerRoman", 1}};
    std::vector<Field> fields_;
    std::optional<uint32_t> custom_mark_;
    bool hidden_ = false;
    bool raised_ = false;
    bool runs_on_ = false;
    bool in_note_ = false;
};

// Other things that are a zip.
std::string_view other_kind(Zip& zip) {
    if (zip.has("xl/workbook.xml") || zip.has_folder("xl/")) return "XLSX";
    if (zip.has_folder("ppt/")) return "PPTX";
    const auto type = zip.read("mimetype");
    if (!type) return "";
    if (type->starts_with("application/vnd.oasis.opendocument.text")) return "ODT";
    if (type->starts_with("application/vnd.oasis.opendocument.spreadsheet")) return "ODS";
    if (type->starts_with("application/vnd.oasis.opendocument.presentation")) return "ODP";
    if (type->starts_with("application/epub")) return "EPUB";
    if (zip.has("Index/Document.iwa")) return "Pages";
    return "";
}

// The main part is nearly always word/document.xml; else the file's relations name it.
std::string main_part(Zip& zip) {
    constexpr std::string_view usual = "word/document.xml";
    if (zip.has(usual)) return std::string(usual);
    const auto relations = zip.read("_rels/.rels");
    if (!relations) return "";
    Xml tree;
    parse_part(tree, *relations);
    for (const pugi::xml_node one : tree.document_element().children()) {
        if (!attribute(one, "Type").ends_with("/officeDocument")) continue;
        std::string_view target = attribute(one, "Target");
        if (target.starts_with("/")) target.remove_prefix(1);
        if (target.starts_with("word/") && zip.has(target)) return std::string(target);
    }
    return "";
}

// Where the part of a kind is: the main part's relations say; else where it usually is. Some programs number them
// ("styles2.xml").
std::string part_of(const Xml& relations, const std::string& folder, const std::string& kind) {
    for (const pugi::xml_node one : relations.document_element().children()) {
        if (!attribute(one, "Type").ends_with("/" + kind)) continue;
        const std::string_view target = attribute(one, "Target");
        return target.starts_with("/") ? std::string(target.substr(1)) : folder + std::string(target);
    }
    return folder + kind + ".xml";
}

}  // namespace

Result<Sources> read_docx(std::string_view bytes, std::string_view name) {
    const auto error = [name](const char* code) { return std::unexpected(Error{code, {std::string(name)}}); };
    auto zip = Zip::open(bytes, name);
    if (!zip) return std::unexpected(zip.error());
    const std::string path = main_part(*zip);
    if (path.empty()) {
        const std::string_view other = other_kind(*zip);
        if (other.empty()) return error("zip_archive");
        return std::unexpected(Error{"unsupported_format", {std::string(name), std::string(other)}});
    }
    const std::string folder = path.substr(0, path.rfind('/') + 1);
    const auto body = zip->read(path);
    if (!body) return std::unexpected(body.error());
    Xml document;
    parse_part(document, *body);
    if (!document.document_element()) return error("xml_broken");

    // The other parts may be missing or damaged: the text does not depend on them. A bomb is one wherever it lies.
    Xml relations;
    const auto relations_part = zip->read(folder + "_rels/" + path.substr(folder.size()) + ".rels");
    if (relations_part) parse_part(relations, *relations_part);
    Xml parts[5];
    const char* const kinds[5] = {"styles", "numbering", "settings", "footnotes", "endnotes"};
    for (size_t i = 0; i < 5; ++i) {
        const auto part = zip->read(part_of(relations, folder, kinds[i]));
        if (!part && part.error().code == "zip_bomb") return std::unexpected(part.error());
        if (part) parse_part(parts[i], *part);
    }
    docx::Styles styles;
    styles.load(parts[0].document_element());
    docx::Lists lists;
    lists.load(parts[1].document_element());
    Flow flow;
    Story story(flow, styles, lists);
    story.read_settings(parts[2]);
    story.read_body(document);
    story.read_notes(parts[3], NoteKind::foot);
    story.read_notes(parts[4], NoteKind::end);
    SourceText source = flow.finish(name, Format::docx);
    if (source.lines.empty()) return error("empty_file");
    Sources sources;
    sources.push_back(std::move(source));
    return sources;
}

}  // namespace kl::read
