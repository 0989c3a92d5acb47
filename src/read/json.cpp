#include "read/json.h"

#include "read/json_documents.h"
#include "read/markup.h"

namespace kl::read {
namespace {

constexpr size_t most_json = size_t{128} << 20;
constexpr int deepest = 64;

bool is_too_deep(std::string_view json) {
    int depth = 0;
    bool in_string = false;
    for (size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (in_string) {
            if (c == '\\') ++i;
            if (c == '"') in_string = false;
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > deepest) return true;
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

void read_one(const Json& object, std::string_view name, Sources& sources) {
    if (!object.is_object()) return;
    SourceText source;
    if (is_export(object)) {
        source = read_export(object, name);
    } else if (is_entity(object)) {
        source = read_entity(object, name);
    }
    if (!source.lines.empty()) sources.push_back(std::move(source));
}

// Items as the page saves them ("document", "question" …), those of one document together.
Json documents_of_items(const Json& items) {
    Json documents = Json::array();
    for (const Json& item : items) {
        if (text_field(item, "document").empty() || text_field(item, "question").empty()) return Json::array();
        const std::string id = text_field(item, "document");
        if (documents.empty() || text_field(documents.back(), "id") != id) {
            Json document = {{"id", id}};
            for (const char* const key : {"title", "date", "kind"}) document[key] = text_field(item, key);
            document["items"] = Json::array();
            documents.push_back(std::move(document));
        }
        Json one = item;
        one["number_stated"] = true;  // a choice of items: their numbers do not follow from their order
        documents.back()["items"].push_back(std::move(one));
    }
    return documents;
}

}  // namespace

std::string text_field(const Json& object, const char* key) {
    if (!object.is_object()) return "";
    const auto found = object.find(key);
    if (found == object.end()) return "";
    if (found->is_string()) return found->get<std::string>();
    return found->is_number_integer() ? std::to_string(found->get<int64_t>()) : "";
}

const Json& list_field(const Json& object, const char* key) {
    static const Json none = Json::array();
    if (!object.is_object()) return none;
    const auto found = object.find(key);
    return found != object.end() && found->is_array() ? *found : none;
}

Result<Sources> read_json(std::string_view bytes, std::string_view name) {
    const auto error = [name](const char* code) { return Error{code, {std::string(name)}}; };
    if (bytes.size() > most_json) {
        return std::unexpected(Error{"too_large", {std::string(name), std::to_string(most_json >> 20)}});
    }
    bool windows = false;
    const std::string text = markup::to_utf_8(bytes, windows);
    if (is_too_deep(text)) return std::unexpected(error("too_nested"));
    const Json root = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (root.is_discarded()) return std::unexpected(error("json_broken"));

    if (root.is_object() && root.contains("error") && root.size() <= 2) {
        Error told = error("open_data_error");
        const Json& problem = root["error"];
        told.args.push_back(problem.is_object() ? text_field(problem, "message") : text_field(root, "error"));
        return std::unexpected(std::move(told));
    }
    Sources sources;
    const Json& values = list_field(root, "value");
    if (root.is_array()) {
        const Json documents = documents_of_items(root);
        for (const Json& one : documents.empty() ? root : documents) read_one(one, name, sources);
    } else if (root.is_object() && root.contains("value") && root["value"].is_array()) {
        for (const Json& one : values) read_one(one, name, sources);
    } else {
        read_one(root, name, sources);
    }
    if (sources.empty()) return std::unexpected(error("json_other"));
    if (windows) {
        for (SourceText& source : sources) source.diagnostics.push_back({"windows_1252", Severity::note, {}, {}, {}});
    }
    return sources;
}

}  // namespace kl::read
