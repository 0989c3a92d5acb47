// Facts that the format states about the document, apart from its words.
#include <algorithm>

#include "parse/officials.h"
#include "parse/stated.h"
#include "parse/submitters.h"

namespace kl::parse {
namespace {

std::string_view fact(const read::SourceText& source, std::string_view field) {
    for (const read::StatedFact& one : source.stated) {
        if (one.field == field) return one.value;
    }
    return {};
}

void take(std::string& to, const read::SourceText& source, std::string_view field) {
    if (const std::string_view value = fact(source, field); !value.empty()) to = value;
}

// The words of a fact where the head prints them too; empty at 0 when it does not.
Span place_of(std::string_view text, std::string_view value) {
    const size_t at = text.substr(0, 20'000).find(value);
    if (at == std::string_view::npos) return {};
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + value.size())};
}

std::vector<Official> officials(const Document& document, std::string_view field) {
    std::vector<Official> all;
    for (const read::StatedFact& one : document.source.stated) {
        if (one.field != field) continue;
        const Span place = place_of(document.text, one.value);
        const std::string_view words = place.empty() ? std::string_view(one.value) : std::string_view(document.text);
        const Span where = place.empty() ? Span{0, static_cast<uint32_t>(words.size())} : place;
        std::vector<Official> found = read_officials(words, where);
        if (found.empty()) found.push_back({"", one.value, "", place});
        for (Official& official : found) {
            if (place.empty()) official.span = {};
            all.push_back(std::move(official));
        }
    }
    return all;
}

std::vector<Submitter> submitters(const Document& document) {
    std::vector<Submitter> all;
    for (const read::StatedFact& one : document.source.stated) {
        if (one.field != "submitter") continue;
        Submitter submitter;
        submitter.span = place_of(document.text, one.value);
        const size_t open = one.value.rfind(" (");
        submitter.name = one.value.substr(0, open);
        if (open != std::string::npos && one.value.ends_with(')')) {
            submitter.party = one.value.substr(open + 2, one.value.size() - open - 3);
        }
        all.push_back(std::move(submitter));
    }
    return all;
}

}  // namespace

std::optional<Kind> stated_kind(const read::SourceText& source) {
    const std::string_view stated = fact(source, "kind");
    for (const Kind kind : {Kind::lijst, Kind::aanhangsel, Kind::kamervragen, Kind::mededeling, Kind::rekenkamer}) {
        if (stated == name(kind)) return kind;
    }
    return std::nullopt;
}

void take_facts(Document& document) {
    const read::SourceText& source = document.source;
    if (source.stated.empty()) return;
    take(document.id, source, "id");
    take(document.dossier, source, "dossier");
    take(document.number, source, "number");
    take(document.session_year, source, "session_year");
    take(document.title, source, "title");
    take(document.committee, source, "committee");
    take(document.chair, source, "chair");
    take(document.clerk, source, "clerk");
    if (const auto date = text::from_iso(fact(source, "date"))) document.date = *date;
    if (document.addressees.empty()) document.addressees = officials(document, "addressee");
    if (document.respondents.empty()) document.respondents = officials(document, "respondent");
    if (document.submitters.empty()) document.submitters = submitters(document);
}

}  // namespace kl::parse
