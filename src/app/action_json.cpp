// Actions as JSON: {"type":"ToggleFilter","facet":"ministerie","key":"BZ"}. What a face of the web sends, and what it
// is told to send.

#include <nlohmann/json.hpp>

#include "app/action.h"
#include "app/app.h"
#include "app/json_writer.h"
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

// One overload an action: a new action does not compile until it has its form.
struct Write : JsonWriter<Write> {
    using JsonWriter::put;
    void put(const Notice& notice) {
        object([&] {
            field("level", name_of(notice.level));
            field("key", notice.key);
            field("args", notice.args);
            field("retry", notice.retry);
            field("transient", notice.transient);
        });
    }

    void type(std::string_view name) { field("type", name); }
    void operator()(const action::SetQuery& a) {
        type("SetQuery");
        field("text", a.text);
        field("typing", a.typing);
    }
    void operator()(const action::ToggleFilter& a) {
        type("ToggleFilter");
        field("facet", facet_name(a.facet));
        field("key", a.key);
    }
    void operator()(const action::ClearFacet& a) {
        type("ClearFacet");
        field("facet", facet_name(a.facet));
    }
    void operator()(const action::ResetFilters&) { type("ResetFilters"); }
    void operator()(const action::ResetAll&) { type("ResetAll"); }
    void operator()(const action::SetInferred& a) {
        type("SetInferred");
        field("on", a.on);
    }
    void operator()(const action::SetOrder& a) {
        type("SetOrder");
        field("order", name_of(a.order));
    }
    void operator()(const action::OpenItem& a) {
        type("OpenItem");
        field("id", a.id);
    }
    void operator()(const action::CloseItem&) { type("CloseItem"); }
    void operator()(const action::Step& a) {
        type("Step");
        field("by", a.by);
    }
    void operator()(const action::ShowMore&) { type("ShowMore"); }
    void operator()(const action::ExpandFacet& a) {
        type("ExpandFacet");
        field("facet", facet_name(a.facet));
    }
    void operator()(const action::SetLanguage& a) {
        type("SetLanguage");
        field("language", name_of(a.language));
    }
    void operator()(const action::SetScheme& a) {
        type("SetScheme");
        field("scheme", name_of(a.scheme));
    }
    void operator()(const action::SetView& a) {
        type("SetView");
        field("view", name_of(a.view));
    }
    void operator()(const action::SetPane& a) {
        type("SetPane");
        field("pane", name_of(a.pane));
    }
    void operator()(const action::ToggleSource&) { type("ToggleSource"); }
    void operator()(const action::ToggleHelp&) { type("ToggleHelp"); }
    void operator()(const action::CopyQuote&) { type("CopyQuote"); }
    void operator()(const action::CopyCitation&) { type("CopyCitation"); }
    void operator()(const action::CopyLink&) { type("CopyLink"); }
    void operator()(const action::CopyText& a) {
        type("CopyText");
        field("text", a.text);
    }
    void operator()(const action::OpenUrl& a) {
        type("OpenUrl");
        field("url", a.url);
    }
    void operator()(const action::OpenLink& a) {
        type("OpenLink");
        field("hash", a.hash);
    }
    void operator()(const action::Dismiss& a) {
        type("Dismiss");
        field("notice", a.notice);
    }
    void operator()(const action::Retry&) { type("Retry"); }
    void operator()(const action::ShowNotice& a) {
        type("ShowNotice");
        field("notice", a.notice);
    }
    void operator()(const action::CorpusChanged&) { type("CorpusChanged"); }
    void operator()(const action::ToggleDocuments&) { type("ToggleDocuments"); }
    void operator()(const action::RemoveDocument& a) {
        type("RemoveDocument");
        field("id", a.id);
    }
    void operator()(const action::RemoveAdded&) { type("RemoveAdded"); }
};

}  // namespace

std::optional<Action> action_from_json(std::string_view json) {
    const Json object = Json::parse(json, nullptr, false);
    if (!object.is_object()) return std::nullopt;
    const auto type = text_of(object, "type");
    return type ? read(object, *type) : std::nullopt;
}

std::string to_json(const Action& action) {
    Write write;
    write.object([&] { std::visit(write, action); });
    return std::move(write.out);
}

std::string to_json(const Added& added) {
    Write write;
    write.object([&] {
        write.field("documents", added.documents);
        write.field("notices", added.notices);
    });
    return std::move(write.out);
}

}  // namespace kl::app
