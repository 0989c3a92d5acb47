// Actions as JSON: {"type":"ToggleFilter","facet":"ministerie","key":"BZ"}. What a face of the web sends, and what it
// is told to send.

#include <nlohmann/json.hpp>

#include "app/action.h"
#include "app/app.h"
#include "app/names.h"

namespace kl::app {
namespace {

using Json = nlohmann::ordered_json;

std::optional<std::string> text_of(const Json& object, const char* field) {
    const auto value = object.find(field);
    if (value == object.end() || !value->is_string()) return std::nullopt;
    return value->get<std::string>();
}

std::optional<bool> flag_of(const Json& object, const char* field) {
    const auto value = object.find(field);
    if (value == object.end() || !value->is_boolean()) return std::nullopt;
    return value->get<bool>();
}

std::optional<int> number_of(const Json& object, const char* field) {
    const auto value = object.find(field);
    if (value == object.end() || !value->is_number_integer()) return std::nullopt;
    const auto n = value->get<int64_t>();
    if (n < -1'000'000 || n > 1'000'000) return std::nullopt;
    return static_cast<int>(n);
}

std::optional<search::Facet> facet_of(const Json& object) {
    const auto name = text_of(object, "facet");
    return name ? facet_from_name(*name) : std::nullopt;
}

// The value of an enum field by its name.
template <class Enum>
std::optional<Enum> enum_of(const Json& object, const char* field) {
    const auto wanted = text_of(object, field);
    return wanted ? from_name<Enum>(*wanted) : std::nullopt;
}

std::optional<Action> notice_of(const Json& object) {
    const auto inner = object.find("notice");
    if (inner == object.end() || !inner->is_object()) return std::nullopt;
    Notice notice;
    const auto key = text_of(*inner, "key");
    if (!key) return std::nullopt;
    notice.key = *key;
    if (const auto level = enum_of<Notice::Level>(*inner, "level")) notice.level = *level;
    if (const auto args = inner->find("args"); args != inner->end() && args->is_array()) {
        for (const auto& arg : *args) {
            if (arg.is_string()) notice.args.push_back(arg.get<std::string>());
        }
    }
    notice.retry = flag_of(*inner, "retry").value_or(false);
    notice.transient = flag_of(*inner, "transient").value_or(false);
    return action::ShowNotice{std::move(notice)};
}

std::optional<Action> read(const Json& object, std::string_view type) {
    const auto facet = facet_of(object);
    const auto key = text_of(object, "key");
    const auto text = text_of(object, "text");
    if (type == "SetQuery" && text) return action::SetQuery{*text, flag_of(object, "typing").value_or(true)};
    if (type == "ToggleFilter" && facet && key) return action::ToggleFilter{*facet, *key};
    if (type == "ClearFacet" && facet) return action::ClearFacet{*facet};
    if (type == "ResetFilters") return action::ResetFilters{};
    if (type == "ResetAll") return action::ResetAll{};
    if (type == "SetInferred") return action::SetInferred{flag_of(object, "on").value_or(true)};
    if (type == "SetOrder") {
        if (const auto order = enum_of<search::Order>(object, "order")) return action::SetOrder{*order};
    }
    if (type == "OpenItem") {
        if (const auto id = text_of(object, "id")) return action::OpenItem{*id};
    }
    if (type == "CloseItem") return action::CloseItem{};
    if (type == "Step" && !object.contains("by")) return action::Step{1};
    if (type == "Step") {
        if (const auto by = number_of(object, "by")) return action::Step{*by};
    }
    if (type == "ShowMore") return action::ShowMore{};
    if (type == "ExpandFacet" && facet) return action::ExpandFacet{*facet};
    if (type == "SetLanguage") {
        if (const auto language = enum_of<Language>(object, "language")) return action::SetLanguage{*language};
    }
    if (type == "SetScheme") {
        if (const auto scheme = enum_of<ColorScheme>(object, "scheme")) return action::SetScheme{*scheme};
    }
    if (type == "SetView") {
        if (const auto view = enum_of<View>(object, "view")) return action::SetView{*view};
    }
    if (type == "SetPane") {
        if (const auto pane = enum_of<Pane>(object, "pane")) return action::SetPane{*pane};
    }
    if (type == "ToggleSource") return action::ToggleSource{};
    if (type == "ToggleHelp") return action::ToggleHelp{};
    if (type == "CopyQuote") return action::CopyQuote{};
    if (type == "CopyCitation") return action::CopyCitation{};
    if (type == "CopyLink") return action::CopyLink{};
    if (type == "CopyText" && text) return action::CopyText{*text};
    if (type == "OpenUrl") {
        if (const auto url = text_of(object, "url")) return action::OpenUrl{*url};
    }
    if (type == "OpenLink") {
        if (const auto hash = text_of(object, "hash")) return action::OpenLink{*hash};
    }
    if (type == "Dismiss") {
        const auto notice = number_of(object, "notice").value_or(0);
        if (notice >= 0) return action::Dismiss{static_cast<uint32_t>(notice)};
    }
    if (type == "Retry") return action::Retry{};
    if (type == "ShowNotice") return notice_of(object);
    if (type == "CorpusChanged") return action::CorpusChanged{};
    if (type == "ToggleDocuments") return action::ToggleDocuments{};
    if (type == "RemoveDocument") {
        if (const auto id = text_of(object, "id")) return action::RemoveDocument{*id};
    }
    if (type == "RemoveAdded") return action::RemoveAdded{};
    return std::nullopt;
}

Json json_of(const Notice& notice) {
    return {{"level", name_of(notice.level)},
            {"key", notice.key},
            {"args", notice.args},
            {"retry", notice.retry},
            {"transient", notice.transient}};
}

// One overload an action: a new action does not compile until it has its form.
struct Write {
    Json& out;
    void type(const char* name) const { out["type"] = name; }
    void operator()(const action::SetQuery& a) const {
        type("SetQuery");
        out["text"] = a.text;
        out["typing"] = a.typing;
    }
    void operator()(const action::ToggleFilter& a) const {
        type("ToggleFilter");
        out["facet"] = facet_name(a.facet);
        out["key"] = a.key;
    }
    void operator()(const action::ClearFacet& a) const {
        type("ClearFacet");
        out["facet"] = facet_name(a.facet);
    }
    void operator()(const action::ResetFilters&) const { type("ResetFilters"); }
    void operator()(const action::ResetAll&) const { type("ResetAll"); }
    void operator()(const action::SetInferred& a) const {
        type("SetInferred");
        out["on"] = a.on;
    }
    void operator()(const action::SetOrder& a) const {
        type("SetOrder");
        out["order"] = name_of(a.order);
    }
    void operator()(const action::OpenItem& a) const {
        type("OpenItem");
        out["id"] = a.id;
    }
    void operator()(const action::CloseItem&) const { type("CloseItem"); }
    void operator()(const action::Step& a) const {
        type("Step");
        out["by"] = a.by;
    }
    void operator()(const action::ShowMore&) const { type("ShowMore"); }
    void operator()(const action::ExpandFacet& a) const {
        type("ExpandFacet");
        out["facet"] = facet_name(a.facet);
    }
    void operator()(const action::SetLanguage& a) const {
        type("SetLanguage");
        out["language"] = name_of(a.language);
    }
    void operator()(const action::SetScheme& a) const {
        type("SetScheme");
        out["scheme"] = name_of(a.scheme);
    }
    void operator()(const action::SetView& a) const {
        type("SetView");
        out["view"] = name_of(a.view);
    }
    void operator()(const action::SetPane& a) const {
        type("SetPane");
        out["pane"] = name_of(a.pane);
    }
    void operator()(const action::ToggleSource&) const { type("ToggleSource"); }
    void operator()(const action::ToggleHelp&) const { type("ToggleHelp"); }
    void operator()(const action::CopyQuote&) const { type("CopyQuote"); }
    void operator()(const action::CopyCitation&) const { type("CopyCitation"); }
    void operator()(const action::CopyLink&) const { type("CopyLink"); }
    void operator()(const action::CopyText& a) const {
        type("CopyText");
        out["text"] = a.text;
    }
    void operator()(const action::OpenUrl& a) const {
        type("OpenUrl");
        out["url"] = a.url;
    }
    void operator()(const action::OpenLink& a) const {
        type("OpenLink");
        out["hash"] = a.hash;
    }
    void operator()(const action::Dismiss& a) const {
        type("Dismiss");
        out["notice"] = a.notice;
    }
    void operator()(const action::Retry&) const { type("Retry"); }
    void operator()(const action::ShowNotice& a) const {
        type("ShowNotice");
        out["notice"] = json_of(a.notice);
    }
    void operator()(const action::CorpusChanged&) const { type("CorpusChanged"); }
    void operator()(const action::ToggleDocuments&) const { type("ToggleDocuments"); }
    void operator()(const action::RemoveDocument& a) const {
        type("RemoveDocument");
        out["id"] = a.id;
    }
    void operator()(const action::RemoveAdded&) const { type("RemoveAdded"); }
};

}  // namespace

std::optional<Action> action_from_json(std::string_view json) {
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object()) return std::nullopt;
    const auto type = text_of(object, "type");
    return type ? read(object, *type) : std::nullopt;
}

std::string to_json(const Action& action) {
    Json out = Json::object();
    std::visit(Write{out}, action);
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string to_json(const Added& added) {
    Json notices = Json::array();
    for (const Notice& notice : added.notices) notices.push_back(json_of(notice));
    const Json out = {{"documents", added.documents}, {"notices", std::move(notices)}};
    return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kl::app
