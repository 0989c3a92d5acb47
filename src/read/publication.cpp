#include "read/publication.h"

#include <algorithm>
#include <array>

#include "text/date.h"
#include "text/scan.h"

namespace kl::read {
namespace {

using text::Scan;

bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::ranges::equal(a, b, [](char x, char y) { return text::to_lower(x) == text::to_lower(y); });
}

std::string tidy(std::string_view words) {
    std::string out;
    for (size_t at = 0; at < words.size();) {
        if (const uint32_t blank = text::blank_size(words, at)) {
            at += blank;
            if (!out.empty() && out.back() != ' ') out += ' ';
            continue;
        }
        out += words[at++];
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string digits_of(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (text::ascii_digit(c)) out += c;
    }
    return out;
}

bool contains(std::string_view words, std::string_view lower) {
    for (size_t at = 0; at + lower.size() <= words.size(); ++at) {
        if (same(words.substr(at, lower.size()), lower)) return true;
    }
    return false;
}

// "36 696", "36696", "21 501-02", "36410;XVI" → "36696", "21501-02", "36410-XVI"
std::string dossier_of(std::string_view words) {
    std::string out;
    for (const char c : words) {
        if (text::ascii_digit(c) || text::ascii_upper(c)) out += c;
        const bool joint = c == '-' || c == ';' || c == '.';
        if (joint && !out.empty() && out.back() != '-') out += '-';
        if (text::ascii_blank(c) && out.size() >= 5 && out.back() != '-') out += '-';
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return out.size() >= 5 ? out : "";
}

// A date must be one that exists: records of old years have "0000-00-00".
std::string date_of(std::string_view words) {
    const auto found = text::find_date(words.substr(0, 40));
    return found ? text::iso(found->date) : "";
}

}  // namespace

std::string session_year_in(std::string_view words) {
    for (size_t at = 0; at < words.size(); ++at) {
        if (!text::ascii_digit(words[at]) || (at > 0 && text::ascii_digit(words[at - 1]))) continue;
        Scan s{words, at};
        int first = 0, second = 0;
        if (s.number(first, 4) && first >= 1900) {
            s.blanks();
            if (!s.dash() && !s.character('/')) continue;
            s.blanks();
            if (!s.number(second, 4)) continue;
            if (second < 100) second += first / 100 * 100 + (second < first % 100 ? 100 : 0);
            if (second == first + 1) return std::to_string(first) + std::to_string(second);
            continue;
        }
        const std::string_view run = words.substr(at, 8);
        if (digits_of(run).size() != 8 || (at + 8 < words.size() && text::ascii_digit(words[at + 8]))) continue;
        if (std::stoi(std::string(run.substr(4))) == std::stoi(std::string(run.substr(0, 4))) + 1)
            return std::string(run);
    }
    return "";
}

std::string publication_id_in(std::string_view address) {
    for (const std::string_view start : {"kst-", "ah-tk-", "kv-tk-", "ah-ek-", "kv-ek-", "KST"}) {
        const size_t at = address.find(start);
        if (at == std::string_view::npos || (at > 0 && text::ascii_letter(address[at - 1]))) continue;
        size_t end = at + start.size();
        while (end < address.size() &&
               (text::ascii_digit(address[end]) || text::ascii_upper(address[end]) ||
                (address[end] == '-' && end + 1 < address.size() &&
                 (text::ascii_digit(address[end + 1]) || text::ascii_upper(address[end + 1]))))) {
            ++end;
        }
        if (end > at + start.size() + 2) return std::string(address.substr(at, end - at));
    }
    return "";
}

std::string_view kind_in(std::string_view words) {
    if (contains(words, "uitstel")) return "mededeling";
    if (contains(words, "lijst van vragen")) return "lijst";
    if (contains(words, "antwoord schriftelijke vragen") || contains(words, "aanhangsel")) return "aanhangsel";
    if (contains(words, "kamervragen zonder antwoord") || contains(words, "schriftelijke vragen")) return "kamervragen";
    return "";
}

void PublicationFacts::metadata(std::string_view name, std::string_view content) {
    const std::string value = tidy(content);
    if (value.empty()) return;
    // "OVERHEIDop.vergaderjaar", "DCTERMS.issued", "dcterms:issued"
    const size_t point = name.find_last_of(".:");
    const std::string_view prefix = point == std::string_view::npos ? std::string_view{} : name.substr(0, point);
    const std::string_view field = point == std::string_view::npos ? name : name.substr(point + 1);
    const bool core = same(prefix, "DC") || same(prefix, "DCTERMS");
    if (core && same(field, "identifier")) {
        state("id", publication_id_in(value));
    } else if (core && same(field, "type")) {
        state("kind", std::string(kind_in(value)));
    } else if (same(field, "vergaderjaar")) {
        state("session_year", session_year_in(value));
    } else if (same(field, "dossiernummer")) {
        state("dossier", dossier_of(value));
    } else if (same(field, "dossiertitel")) {
        state("dossier_title", value);
    } else if (same(field, "ondernummer")) {
        within_dossier_ = value;
    } else if (same(field, "aanhangselnummer") || same(field, "aanhangsel")) {
        state("number", digits_of(value).size() <= 5 ? digits_of(value) : "");
    } else if (same(field, "vraagnummer")) {
        case_number_ = value;
    } else if (same(field, "indiener")) {
        state("submitter", value);
    } else if (same(field, "ontvanger")) {
        state("addressee", value);
    } else if (same(field, "datumOntvangst")) {
        state("date_received", date_of(value));
    } else if (same(field, "datumIndiening")) {
        state("date_submitted", date_of(value));
    } else if (same(field, "datumBrief") || same(field, "datumVergadering")) {
        state("date_letter", date_of(value));
    }
}

void PublicationFacts::state(std::string_view field, std::string value) {
    if (value.empty()) return;
    const bool several = field == "submitter" || field == "addressee" || field == "respondent";
    for (const StatedFact& fact : facts_) {
        if (fact.field == field && (!several || fact.value == value)) return;
    }
    facts_.push_back({std::string(field), std::move(value)});
}

bool PublicationFacts::has(std::string_view field) const { return !value(field).empty(); }

std::string_view PublicationFacts::value(std::string_view field) const {
    for (const StatedFact& fact : facts_) {
        if (fact.field == field) return fact.value;
    }
    return {};
}

std::vector<StatedFact> PublicationFacts::take() {
    const std::string id(value("id"));
    if (!has("kind")) {
        if (id.starts_with("ah-")) state("kind", "aanhangsel");
        if (id.starts_with("kv-")) state("kind", "kamervragen");
    }
    const std::string kind(value("kind"));
    const bool paper = kind == "lijst" || id.starts_with("kst-") || (kind.empty() && has("dossier"));
    if (paper) {
        state("number", within_dossier_);
        state("title", std::string(value("dossier_title")));
    }
    const std::string number(value("number"));
    const std::string year(value("session_year"));
    if (kind == "kamervragen" && !case_number_.empty()) state("id", "kv-tk-" + case_number_);
    if ((kind == "aanhangsel" || kind == "mededeling") && !number.empty() && !year.empty()) {
        state("id", "ah-tk-" + year + "-" + number);
    }
    if (paper && has("dossier") && !number.empty()) state("id", "kst-" + std::string(value("dossier")) + "-" + number);
    // "ah-tk-20242025-1244" holds the year and the number.
    const std::string named(value("id"));
    if (named.starts_with("ah-")) {
        state("number", named.substr(named.rfind('-') + 1));
        state("session_year", session_year_in(named));
    }
    if (kind == "aanhangsel" || kind == "mededeling") state("date", std::string(value("date_received")));
    if (kind == "kamervragen") state("date", std::string(value("date_submitted")));
    if (paper) state("date", std::string(value("date_letter")));
    std::erase_if(facts_, [](const StatedFact& fact) {
        return fact.field.starts_with("date_") || fact.field == "dossier_title" ||
               (fact.field == "number" && fact.value.empty());
    });
    return std::move(facts_);
}

}  // namespace kl::read
