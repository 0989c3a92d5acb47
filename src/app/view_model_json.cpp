// The ViewModel for the HTML mirror. Field names are those of the structs; positions in text are UTF-16, as JavaScript
// counts.

#include "app/json_writer.h"
#include "app/names.h"
#include "app/view_model.h"

namespace kl::app {
namespace {

// Positions in UTF-8, asked for in ascending order, as positions in UTF-16.
class Utf16 {
public:
    explicit Utf16(std::string_view text) : text_(text) {}
    uint32_t at(uint32_t byte) {
        if (byte < byte_) byte_ = units_ = 0;
        for (; byte_ < byte && byte_ < text_.size(); ++byte_) {
            const auto c = static_cast<unsigned char>(text_[byte_]);
            if ((c & 0xC0) != 0x80) units_ += c >= 0xF0 ? 2 : 1;
        }
        return units_;
    }

private:
    std::string_view text_;
    uint32_t byte_ = 0, units_ = 0;
};

std::string_view name_of_link(Link::Kind kind) {
    switch (kind) {
        case Link::Kind::item: return "item";
        case Link::Kind::url: return "url";
        case Link::Kind::footnote: return "footnote";
        case Link::Kind::search: return "search";
    }
    return "url";
}

// One overload a part of the ViewModel. In a struct, so that each may use those below it.
struct Write : JsonWriter<Write> {
    using JsonWriter::put;

    void put(const Link& link) {
        object([&] {
            field("kind", name_of_link(link.kind));
            field("target", link.target);
            field("title", link.title);
        });
    }

    void put(const RichText& rich) {
        object([&] {
            field("text", rich.text);
            key("runs");
            out += '[';
            Utf16 utf16(rich.text);
            for (const Run& run : rich.runs) {
                if (out.back() != '[') out += ',';
                const uint32_t begin = utf16.at(run.begin);
                object([&] {
                    field("begin", begin);
                    field("end", utf16.at(run.end));
                    field("style", run.style);
                    field("link", run.link);
                });
            }
            out += ']';
            field("links", rich.links);
        });
    }

    void put(const Tag& tag) {
        object([&] {
            field("key", tag.key);
            field("label", tag.label);
            field("title", tag.title);
            field("stated", tag.stated);
        });
    }

    void put(const FacetValueView& value) {
        object([&] {
            field("key", value.key);
            field("label", value.label);
            field("title", value.title);
            field("count", value.count);
            field("count_text", value.count_text);
            field("share", value.share);
            field("level", value.level);
            field("selected", value.selected);
            field("inferred", value.inferred);
        });
    }

    void put(const FacetSection& section) {
        object([&] {
            field("facet", facet_name(section.facet));
            field("title", section.title);
            field("values", section.values);
            field("more", section.more);
            field("expanded", section.expanded);
        });
    }

    void put(const FacetPanel& panel) {
        object([&] {
            field("title", panel.title);
            field("sections", panel.sections);
        });
    }

    void put(const Chip& chip) {
        object([&] {
            field("facet", facet_name(chip.facet));
            field("key", chip.key);
            field("label", chip.label);
            field("title", chip.title);
        });
    }

    void put(const Card& card) {
        object([&] {
            field("id", card.id);
            field("number", card.number);
            field("number_stated", card.number_stated);
            field("question", card.question);
            field("snippet", card.snippet);
            field("document", card.document);
            field("ministries", card.ministries);
            field("themes", card.themes);
            field("match", card.match);
            field("answered", card.answered);
            field("selected", card.selected);
        });
    }

    void put(const Suggestion& suggestion) {
        object([&] {
            field("label", suggestion.label);
            field("action_json", suggestion.action_json);
        });
    }

    void put(const ResultList& results) {
        object([&] {
            field("total", results.total);
            field("corpus_total", results.corpus_total);
            field("heading", results.heading);
            field("count_short", results.count_short);
            field("chips", results.chips);
            field("cards", results.cards);
            field("more", results.more);
            field("order_label", results.order_label);
            field("order", name_of(results.order));
            field("empty_text", results.empty_text);
            field("suggestions", results.suggestions);
        });
    }

    void put(const FootnoteView& note) {
        object([&] {
            field("mark", note.mark);
            field("text", note.text);
            field("missing", note.missing);
        });
    }

    void put(const ConceptView& view) {
        object([&] {
            field("label", view.label);
            field("kind", view.kind);
            field("url", view.url);
            field("query", view.query);
            field("items", view.items);
        });
    }

    void put(const ReferenceView& view) {
        object([&] {
            field("label", view.label);
            field("url", view.url);
        });
    }

    void put(const NoticeView& notice) {
        object([&] {
            field("level", name_of(notice.level));
            field("text", notice.text);
            field("action_label", notice.action_label);
            field("action_json", notice.action_json);
            field("dismissable", notice.dismissable);
            field("transient", notice.transient);
            field("index", notice.index);
        });
    }

    void put(const Reader& reader) {
        object([&] {
            field("id", reader.id);
            field("breadcrumb", reader.breadcrumb);
            field("document_title", reader.document_title);
            field("document_url", reader.document_url);
            field("number", reader.number);
            field("number_stated", reader.number_stated);
            field("question", reader.question);
            field("answer", reader.answer);
            field("answered_by", reader.answered_by);
            field("no_answer", reader.no_answer);
            field("footnotes", reader.footnotes);
            field("notices", reader.notices);
            field("ministries", reader.ministries);
            field("themes", reader.themes);
            field("keywords", reader.keywords);
            field("concepts", reader.concepts);
            field("references", reader.references);
            field("promises", reader.promises);
            field("why_title", reader.why_title);
            field("why", reader.why);
            field("previous", reader.previous);
            field("next", reader.next);
            field("position", reader.position);
            field("citation", reader.citation);
        });
    }

    void put(const SourceView::Legend& legend) {
        object([&] {
            field("label", legend.label);
            field("style", legend.style);
        });
    }

    void put(const SourceView& source) {
        object([&] {
            field("text", source.text);
            field("file", source.file);
            field("legend", source.legend);
            field("diagnostics", source.diagnostics);
        });
    }

    void put(const HelpView::Row& row) {
        object([&] {
            field("keys", row.keys);
            field("text", row.text);
        });
    }

    void put(const HelpView& help) {
        object([&] {
            field("keys", help.keys);
            field("query", help.query);
        });
    }

    void put(const DocumentsView::Row& row) {
        object([&] {
            field("id", row.id);
            field("title", row.title);
            field("about", row.about);
            field("added", row.added);
        });
    }

    void put(const DocumentsView& documents) { put(documents.rows); }
};

}  // namespace

std::string to_json(const ViewModel& view) {
    Write write;
    write.object([&] {
        write.field("language", name_of(view.language));
        write.field("view", name_of(view.view));
        write.field("scheme", name_of(view.scheme));
        write.field("pane", name_of(view.pane));
        write.field("query", view.query);
        write.field("inferred", view.inferred);
        write.field("loading", view.loading);
        write.field("filtered", view.filtered);
        write.field("facets", view.facets);
        write.field("results", view.results);
        write.field("reader", view.reader);
        write.field("source", view.source);
        write.field("help", view.help);
        write.field("documents", view.documents);
        write.field("notices", view.notices);
        write.field("status_left", view.status_left);
        write.field("status_repairs", view.status_repairs);
        write.field("status_right", view.status_right);
        write.field("page_title", view.page_title);
        write.field("announcement", view.announcement);
    });
    return std::move(write.out);
}

std::string to_json(const DocumentsView& documents) {
    Write write;
    write.put(documents);
    return std::move(write.out);
}

std::string strings_json(const Strings& strings, Language language) {
    Write write;
    write.object([&] {
        for (const std::string& key : strings.keys()) write.field(key, strings.get(language, key));
    });
    return std::move(write.out);
}

}  // namespace kl::app
