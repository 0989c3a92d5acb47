// Items as JSON, as CSV and as Markdown.

#include <cmath>
#include <nlohmann/json.hpp>

#include "app/action.h"
#include "app/citation.h"
#include "app/export.h"
#include "app/item_facts.h"
#include "app/names.h"

namespace kl::app {
namespace {

using Json = nlohmann::ordered_json;

Json item_json(const search::Corpus& corpus, search::ItemId id, const Strings& strings, Language language) {
    const ItemFacts facts = facts_of(corpus, id);
    Json out;
    out["id"] = facts.id;
    out["document"] = facts.document;
    out["title"] = facts.title;
    out["date"] = facts.date;
    out["kind"] = facts.kind;
    out["numbers"] = facts.numbers;
    out["question"] = facts.question;
    out["answer"] = facts.answer.empty() ? Json(nullptr) : Json(facts.answer);
    out["answer_of"] = facts.answer_of ? Json(*facts.answer_of) : Json(nullptr);
    out["ministries"] = facts.ministries;
    out["ministries_inferred"] = facts.ministries_inferred;
    out["themes"] = facts.themes;
    out["keywords"] = facts.keywords;
    out["references"] = facts.references;
    out["citation"] = citation(corpus.document_of(id), &corpus.item(id), strings, language);
    out["url"] = facts.url.empty() ? Json(nullptr) : Json(facts.url);
    return out;
}

std::string dump(const Json& json) { return json.dump(1, ' ', false, Json::error_handler_t::replace); }

// RFC 4180: a cell with a comma, quote or line end stands in quotes, quotes in it are doubled.
void cell(std::string& row, std::string_view value) {
    if (!row.empty()) row += ',';
    if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
        row += value;
        return;
    }
    row += '"';
    for (const char c : value) {
        if (c == '"') row += '"';
        row += c;
    }
    row += '"';
}

std::string joined(const std::vector<std::string>& values) {
    std::string out;
    for (const auto& value : values) out += (out.empty() ? "" : "; ") + value;
    return out;
}

// Signs that mean something in Markdown stand as themselves.
std::string markdown(std::string_view text) {
    std::string out;
    bool line_start = true;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool list_sign = line_start && (c == '#' || c == '-' || c == '+');
        if (list_sign || std::string_view("\\`*_[]<>").find(c) != std::string_view::npos) out += '\\';
        out += c;
        const bool number = line_start && c >= '0' && c <= '9';
        if (number && i + 1 < text.size() && text[i + 1] == '.') {
            out += "\\.";
            ++i;
        }
        line_start = c == '\n' || number;
    }
    return out;
}

}  // namespace

std::string to_json(const search::Corpus& corpus, const std::vector<search::ItemId>& items, const Strings& strings,
                    Language language) {
    Json out = Json::array();
    for (const auto id : items) out.push_back(item_json(corpus, id, strings, language));
    return dump(out);
}

std::string to_json(const search::Corpus& corpus, const search::Results& results, size_t limit, const Strings& strings,
                    Language language) {
    Json out;
    out["query"] = results.query.text;
    out["total"] = results.total;
    out["items"] = Json::array();
    for (const auto& hit : results.hits) {
        if (limit != 0 && out["items"].size() == limit) break;
        Json item = item_json(corpus, hit.item, strings, language);
        item["score"] = std::round(static_cast<double>(hit.score) * 1000) / 1000;
        const auto& text = corpus.document_of(hit.item);
        item["snippet"] = parse::running_text(text, search::snippet(corpus, results.query, hit.item).span);
        item["why"] = Json::array();
        for (const auto& reason : search::reasons(corpus, results.query, hit.item)) {
            item["why"].push_back({{"word", reason.word},
                                   {"match", name_of(reason.match)},
                                   {"in_question", reason.in_question},
                                   {"in_answer", reason.in_answer},
                                   {"in_footnotes", reason.in_footnotes}});
        }
        out["items"].push_back(std::move(item));
    }
    out["facets"] = Json::object();
    for (size_t f = 0; f < search::facet_count; ++f) {
        Json values = Json::array();
        for (const auto& value : results.facets[f]) values.push_back({{"key", value.key}, {"count", value.count}});
        out["facets"][std::string(facet_name(static_cast<search::Facet>(f)))] = std::move(values);
    }
    return dump(out);
}

std::string to_csv(const search::Corpus& corpus, const std::vector<search::ItemId>& items) {
    std::string out =
        "id,document,title,date,kind,numbers,question,answer,answer_of,ministries,ministries_inferred,themes,keywords,"
        "references,url\r\n";
    for (const auto id : items) {
        const ItemFacts facts = facts_of(corpus, id);
        std::vector<std::string> numbers;
        for (const int n : facts.numbers) numbers.push_back(std::to_string(n));
        std::string row = facts.id;
        const std::string answer_of = facts.answer_of ? std::to_string(*facts.answer_of) : std::string();
        for (const std::string& value :
             {facts.document, facts.title, facts.date, facts.kind, joined(numbers), facts.question, facts.answer,
              answer_of, joined(facts.ministries), joined(facts.ministries_inferred), joined(facts.themes),
              joined(facts.keywords), joined(facts.references), facts.url}) {
            cell(row, value);
        }
        out += row + "\r\n";
    }
    return out;
}

std::string to_markdown(const search::Corpus& corpus, const std::vector<search::ItemId>& items, const Strings& strings,
                        Language language) {
    std::string out;
    const parse::Document* last = nullptr;
    for (const auto id : items) {
        const parse::Document& document = corpus.document_of(id);
        const parse::Item& item = corpus.item(id);
        if (&document != last) {
            if (last != nullptr) out += '\n';
            out += "# " + markdown(short_name(document, strings, language)) + "\n\n";
            if (!document.title.empty()) out += markdown(document.title) + "\n\n";
            const std::string by = answered_by(document, strings, language, &corpus.vocabulary());
            if (!by.empty()) out += markdown(by) + ".\n\n";
            last = &document;
        }
        const ItemFacts facts = facts_of(corpus, id);
        const auto line = [&](const char* key, const std::vector<std::string>& values) {
            if (!values.empty())
                out += "- " + markdown(strings.format(language, key, std::vector{joined(values)})) + "\n";
        };
        out += "## " +
               strings.format(language, "export.question", std::vector{number_list(item.numbers, strings, language)}) +
               "\n\n**" + markdown(facts.question) + "**\n\n";
        if (!facts.answer.empty()) {
            out += markdown(facts.answer) + "\n\n";
        } else if (facts.answer_of) {
            out += strings.format(language, "export.answer_of", std::vector{std::to_string(*facts.answer_of)}) + "\n\n";
        } else {
            out += strings.get(language, "export.no_answer") + "\n\n";
        }
        line("export.ministries", facts.ministries);
        line("export.themes", facts.themes);
        line("export.references", facts.references);
        out += "- " + markdown(citation(document, &item, strings, language)) + "\n\n";
    }
    return out;
}

}  // namespace kl::app
