// Entities of the open data of the Tweede Kamer (OData 4.0). They say what a document is and never what stands in it;
// what they say becomes a few lines and stated facts.
#include <algorithm>
#include <array>

#include "read/flow.h"
#include "read/json_documents.h"
#include "read/publication.h"
#include "text/scan.h"

namespace kl::read {
namespace {

// "2025-01-31T00:00:00+01:00" → "2025-01-31"
std::string day_of(const Json& entity, std::initializer_list<const char*> keys) {
    for (const char* const key : keys) {
        const std::string value = text_field(entity, key);
        if (value.size() >= 10 && value[4] == '-') return value.substr(0, 10);
    }
    return "";
}

bool begins(std::string_view words, std::string_view lower) {
    text::Scan s{words};
    return s.literal(lower);
}

class Entity {
public:
    explicit Entity(const Json& entity) : entity_(entity) {}

    SourceText read(std::string_view name) {
        const std::string kind = text_field(entity_, "Soort");
        // A version of a document, a case of a document: what it belongs to says more.
        const auto document = entity_.find("Document");
        if (document != entity_.end() && document->is_object()) facts_of(*document);
        facts_of(entity_);
        for (const char* const key : {"ZaakActor", "DocumentActor", "Zaak", "Kamerstukdossier", "Document"}) {
            for (const Json& one : list_field(entity_, key)) {
                if (one.is_object()) related(key, one);
            }
        }
        const auto dossier = entity_.find("Kamerstukdossier");
        if (dossier != entity_.end() && dossier->is_object()) related("Kamerstukdossier", *dossier);
        SourceText source = flow_.finish(name, Format::json);
        source.stated = facts_.take();
        source.diagnostics.push_back({"open_data_facts", Severity::doubt, {}, {}, {}});
        return source;
    }

private:
    void line(const std::string& words) {
        if (words.empty() || std::ranges::find(said_, words) != said_.end()) return;
        said_.push_back(words);
        flow_.open(Role::heading);
        flow_.words(words);
        flow_.close();
    }

    void facts_of(const Json& one) {
        const std::string kind = text_field(one, "Soort"), number = text_field(one, "Nummer");
        facts_.state("kind", std::string(kind_in(kind)));
        line(kind);
        line(number.empty() ? text_field(one, "DocumentNummer") : number);
        line(text_field(one, "Titel"));
        line(text_field(one, "Onderwerp"));
        const std::string subject = text_field(one, "Onderwerp");
        facts_.state("title", subject.empty() ? text_field(one, "Titel") : subject);
        facts_.state("date", day_of(one, {"Datum", "GestartOp"}));
        facts_.state("session_year", session_year_in(text_field(one, "Vergaderjaar")));
        if (kind == "Schriftelijke vragen" && number.find('Z') != std::string::npos) {
            facts_.metadata("OVERHEIDop.vraagnummer", number);
        }
        appendix(text_field(one, "Aanhangselnummer"));
        within_ = within_.empty() ? text_field(one, "Volgnummer") : within_;
        dossier(text_field(one, "Kamerstuknummer"), "");
    }

    // "242501244": two figures of both years and five of the number
    void appendix(const std::string& number) {
        if (number.size() != 9 || !std::ranges::all_of(number, text::ascii_digit)) return;
        const std::string century = number[0] >= '9' ? "19" : "20";
        const std::string next = number.substr(2, 2) == "00" ? "20" : century;
        const std::string year = session_year_in(century + number.substr(0, 2) + "-" + next + number.substr(2, 2));
        std::string plain = number.substr(4);
        plain.erase(0, std::min(plain.find_first_not_of('0'), plain.size() - 1));
        facts_.state("session_year", year);
        facts_.state("number", plain);
        line(number);
    }

    void dossier(const std::string& number, const std::string& addition) {
        if (number.empty() || number == "0") return;
        facts_.state("dossier", addition.empty() ? number : number + "-" + addition);
        if (!within_.empty() && within_ != "0" && within_ != "-1") facts_.metadata("OVERHEIDop.ondernummer", within_);
    }

    void related(std::string_view key, const Json& one) {
        if (key == "Kamerstukdossier") {
            line(text_field(one, "Titel"));
            dossier(text_field(one, "Nummer"), text_field(one, "Toevoeging"));
        } else if (key == "Zaak" || key == "Document") {
            line(text_field(one, "Nummer").empty() ? text_field(one, "DocumentNummer") : text_field(one, "Nummer"));
        } else {
            actor(one);
        }
    }

    void actor(const Json& one) {
        const std::string name = text_field(one, "ActorNaam"), party = text_field(one, "ActorFractie");
        const std::string office = text_field(one, "Functie"), relation = text_field(one, "Relatie");
        const bool minister = begins(office, "minister") || begins(office, "staatssecretaris");
        if (minister) {
            line(name.empty() ? office : name + ", " + office);
            const bool addressed = begins(relation, "gericht aan") || begins(relation, "normaliter");
            facts_.state(addressed ? "addressee" : "respondent", office);
            return;
        }
        const std::string words = party.empty() ? name : name + " (" + party + ")";
        line(words);
        if (begins(relation, "indiener") || begins(relation, "medeindiener") ||
            begins(relation, "eerste ondertekenaar") || begins(relation, "mede ondertekenaar")) {
            facts_.state("submitter", words);
        } else if (begins(relation, "volgcommissie") || begins(relation, "voortouwcommissie")) {
            facts_.state("committee", name);
        }
    }

    const Json& entity_;
    Flow flow_;
    PublicationFacts facts_;
    std::vector<std::string> said_;
    std::string within_;
};

}  // namespace

bool is_entity(const Json& object) {
    static constexpr std::array keys{"Soort",      "Nummer",       "Onderwerp",      "DocumentNummer",
                                     "Titel",      "Vergaderjaar", "DocumentActor",  "ZaakActor",
                                     "GestartOp",  "Volgnummer",   "Versienummer",   "Afgedaan",
                                     "Toevoeging", "Kamer",        "Bestandsgrootte"};
    return std::ranges::count_if(keys, [&object](const char* key) { return object.contains(key); }) >= 2;
}

SourceText read_entity(const Json& object, std::string_view name) { return Entity(object).read(name); }

}  // namespace kl::read
