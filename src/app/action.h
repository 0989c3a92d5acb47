// All that can happen. The only way back from a face to the State.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/state.h"

namespace kl::app {

namespace action {
struct SetQuery {
    std::string text;
    bool typing = true;
};
struct ToggleFilter {
    search::Facet facet;
    std::string key;
};
struct ClearFacet {
    search::Facet facet;
};
struct ResetFilters {};  // filters; the query stays
struct ResetAll {};      // query and filters (Esc)
struct SetInferred {
    bool on = true;
};  // "Raakt ook" on or off
struct SetOrder {
    search::Order order;
};
struct OpenItem {
    std::string id;
};  // also moves a narrow screen to the answer
struct CloseItem {};
struct Step {
    int by = 1;
};  // next or previous item in the results
struct ShowMore {};
struct ExpandFacet {
    search::Facet facet;
};  // toggles
struct SetLanguage {
    Language language;
};
struct SetScheme {
    ColorScheme scheme;
};
struct SetView {
    View view;
};
struct SetPane {
    Pane pane;
};
struct ToggleSource {};
struct ToggleHelp {};
struct CopyQuote {};  // open item's answer as a quotation with its citation
struct CopyCitation {};
struct CopyLink {};
struct CopyText {
    std::string text;
};  // a selection; the citation of the open item is added
struct OpenUrl {
    std::string url;
};
struct OpenLink {
    std::string hash;
};  // "#q=…": the address bar, back and forward
struct Dismiss {
    uint32_t notice = 0;
};  // index in State::notices
struct Retry {};
struct ShowNotice {
    Notice notice;
};
struct CorpusChanged {};    // documents were added or removed
struct ToggleDocuments {};  // the list of documents, where one opens and removes them
struct RemoveDocument {
    std::string id;
};
struct RemoveAdded {};  // every document that the user opened
}  // namespace action

using Action =
    std::variant<action::SetQuery, action::ToggleFilter, action::ClearFacet, action::ResetFilters, action::ResetAll,
                 action::SetInferred, action::SetOrder, action::OpenItem, action::CloseItem, action::Step,
                 action::ShowMore, action::ExpandFacet, action::SetLanguage, action::SetScheme, action::SetView,
                 action::SetPane, action::ToggleSource, action::ToggleHelp, action::CopyQuote, action::CopyCitation,
                 action::CopyLink, action::CopyText, action::OpenUrl, action::OpenLink, action::Dismiss, action::Retry,
                 action::ShowNotice, action::CorpusChanged, action::ToggleDocuments, action::RemoveDocument,
                 action::RemoveAdded>;
using Actions = std::vector<Action>;

// What the shell must do after an update. The shell alone does input and output.
struct Effect {
    enum class Kind : uint8_t {
        copy,          // put `text` on the clipboard
        open_url,      // open `text` outside
        push_link,     // the address bar becomes `text`, a new entry of history
        replace_link,  // the same, no new entry (while typing)
        focus_search,
        focus_item,  // bring the open item into view and focus
        retry,       // load again what failed
        forget,      // the document `text` was removed ("": all that the user opened): keep it no longer
    } kind;
    std::string text;
};

// The JSON form in which the HTML mirror and the host page send an Action:
// {"type":"ToggleFilter","facet":"ministerie","key":"BZ"}. Type names are those above, field names those of the
// structs; enums by name (facets by their name in links). nullopt: not understood.
[[nodiscard]] std::optional<Action> action_from_json(std::string_view json);
[[nodiscard]] std::string to_json(const Action& action);  // the same form

// The name of a facet in links, JSON and the command line: "ministerie", "raakt", "thema", "trefwoord", "soort",
// "jaar".
[[nodiscard]] std::string_view facet_name(search::Facet facet);
[[nodiscard]] std::optional<search::Facet> facet_from_name(std::string_view name);

}  // namespace kl::app
