#include "read/xml_facts.h"

#include <algorithm>

#include "read/markup.h"
#include "text/date.h"
#include "text/scan.h"

namespace kl::read {
namespace {

std::string date_in(pugi::xml_node node) {
    std::string found;
    walk(
        node,
        [&found](pugi::xml_node one) {
            if (local_name(one) == "datum") {
                const auto iso = text::from_iso(attribute(one, "isodatum"));
                if (iso) {
                    found = text::iso(*iso);
                } else if (const auto written = text::find_date(words_of(one))) {
                    found = text::iso(written->date);
                }
            }
            return one.type() == pugi::node_element;
        },
        [](pugi::xml_node) {});
    return found;
}

}  // namespace

std::string words_of(pugi::xml_node node, bool apart) {
    std::string out;
    walk(
        node,
        [&out, apart](pugi::xml_node one) {
            if (is_text(one)) out += markup::decoded(one.value());
            if (one.type() != pugi::node_element) return false;
            const std::string_view name = local_name(one);
            if (name == "noot" || name == "nootref") return false;
            if (apart && !out.empty()) out += ' ';
            return true;
        },
        [](pugi::xml_node) {});
    return markup::tidy(out);
}

void XmlFacts::collect(const pugi::xml_document& tree) {
    walk(
        tree,
        [this](pugi::xml_node node) {
            if (node.type() == pugi::node_element) fact(node, local_name(node));
            return node.type() == pugi::node_element;
        },
        [](pugi::xml_node) {});
}

void XmlFacts::fact(pugi::xml_node node, std::string_view name) {
    if (name == "metadata" || name == "meta") {
        const std::string_view content = attribute(node, "content");
        if (const auto named = attribute(node, "name"); !named.empty()) facts_.metadata(named, content);
        // The address of the publication's metadata holds its id.
        if (content.find("metadata.xml") != std::string_view::npos) facts_.state("id", publication_id_in(content));
    } else if (name == "kamervragen" || name == "kamerstuk" || name == "kamerwrk" || name == "vragen") {
        known_ = true;
        questions_ = questions_ || name == "kamervragen" || name == "vragen";
    } else if (name == "antwoord") {
        answers_ = true;
    } else if (name == "kamervraagopmerking") {
        remark_ = true;
    } else if (name == "tekstregel" && attribute(node, "inhoud") == "vergaderjaar") {
        facts_.state("session_year", session_year_in(words_of(node)));
    } else if (name == "vergjaar") {
        facts_.state("session_year", session_year_in(words_of(node)));
    } else if (name == "kamervraagnummer" || name == "vraagnummer") {
        number_ = words_of(node);
    } else if (name == "kamervraagomschrijving") {
        described(node);
    } else if (name == "kamervraagonderwerp") {
        title_ = title_.empty() ? words_of(node) : title_;
    } else if (name == "dossier") {
        const pugi::xml_node number = child(node, "dossiernummer");
        facts_.metadata("dossiernummer", words_of(number, true));
        facts_.metadata("dossiertitel", words_of(child(node, "titel")));
    } else if (name == "onderw") {
        facts_.metadata("dossiernummer", words_of(child(node, "nummer")));
        facts_.metadata("dossiertitel", words_of(child(node, "naam")));
    } else if (name == "ondernummer") {
        facts_.metadata("ondernummer", words_of(node));
    } else if (name == "ordernr") {
        within_ = words_of(node);
    } else if (name == "stuk") {
        const std::string title = words_of(child(node, "titel"));
        if (kind_in(title) == "lijst") facts_.state("kind", "lijst");
    } else if (name == "datumtekst") {
        if (const std::string date = date_in(node); !date.empty()) facts_.state("date", date);
    }
}

// "Vragen van … (ingezonden <datum isodatum="2025-01-31">31 januari 2025</datum>)"
void XmlFacts::described(pugi::xml_node node) {
    const bool answer = attribute(node, "type") == "antwoord";
    if (answer) described_answer_ = true;
    if (const std::string date = date_in(node); !date.empty()) {
        facts_.metadata(answer ? "datumOntvangst" : "datumIndiening", date);
    }
}

void XmlFacts::state_kind() {
    if (questions_) {
        // Answers count, also where a notice says that one of them comes later.
        const bool notice = remark_ && !answers_;
        facts_.state("kind", notice ? "mededeling" : (answers_ || described_answer_) ? "aanhangsel" : "kamervragen");
        facts_.state("title", title_);
        if (number_.find('Z') != std::string::npos) {
            std::string zaak = number_;
            std::erase_if(zaak, text::ascii_blank);
            facts_.metadata("vraagnummer", zaak);
        } else {
            facts_.metadata("aanhangselnummer", number_);
        }
    }
    if (!within_.empty()) facts_.metadata("ondernummer", within_);
}

std::vector<StatedFact> XmlFacts::take() {
    state_kind();
    return facts_.take();
}

}  // namespace kl::read
