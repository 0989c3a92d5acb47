#include "app/citation.h"

#include <algorithm>

#include "app/officials.h"

namespace kl::app {
namespace {

constexpr std::string_view publications = "https://zoek.officielebekendmakingen.nl/";

// "20252026" → "2025/26", as citations write a parliamentary year.
std::string short_session(std::string_view session) {
    if (session.size() != 8) return std::string(session);
    return std::string(session.substr(0, 4)) + "/" + std::string(session.substr(6, 2));
}

std::string after(std::string_view text, std::string_view prefix) { return std::string(text.substr(prefix.size())); }

std::string rekenkamer_citation(const parse::Document& document, const Strings& strings, Language language) {
    const std::string date = strings.date(language, document.date);
    if (date.empty()) return strings.get(language, "cite.rekenkamer.bare");
    if (document.title.empty()) return strings.format(language, "cite.rekenkamer.letter", std::vector{date});
    return strings.format(language, "cite.rekenkamer", std::vector{document.title, date});
}

// What a document without an official number is called: its title, else its kind; with its date.
std::string plain_name(const parse::Document& document, const Strings& strings, Language language) {
    const std::string name = document.title.empty()
                                 ? strings.get(language, "kind." + std::string(parse::name(document.kind)))
                                 : document.title;
    const std::string date = strings.date(language, document.date);
    return date.empty() ? name : strings.format(language, "list.comma", std::vector{name, date});
}

std::string document_citation(const parse::Document& document, const Strings& strings, Language language) {
    const std::string session = short_session(document.session_year);
    const std::string_view id = document.id;
    if (document.id_stated && id.starts_with("kst-")) {
        const std::string dossier = dossier_label(document.dossier);
        if (document.number.empty()) {
            return strings.format(language, "cite.kamerstuk.dossier", std::vector{session, dossier});
        }
        if (session.empty()) {
            return strings.format(language, "cite.kamerstuk.no_year", std::vector{dossier, document.number});
        }
        return strings.format(language, "cite.kamerstuk", std::vector{session, dossier, document.number});
    }
    if (document.id_stated && id.starts_with("ah-tk-")) {
        return strings.format(language, "cite.aanhangsel", std::vector{session, document.number});
    }
    if (document.id_stated && id.starts_with("kv-tk-")) {
        const std::string date = strings.date(language, document.date);
        if (date.empty()) return strings.format(language, "cite.kamervragen", std::vector{after(id, "kv-tk-")});
        return strings.format(language, "cite.kamervragen.date", std::vector{after(id, "kv-tk-"), date});
    }
    if (document.kind == parse::Kind::rekenkamer) return rekenkamer_citation(document, strings, language);
    return plain_name(document, strings, language);
}

// The answer that belongs to an item: its own, or the joint one given under another question.
std::optional<Span> answer_for(const parse::Document& document, const parse::Item& item) {
    if (item.answer || !item.answer_of) return item.answer;
    for (const auto& other : document.items) {
        if (std::find(other.numbers.begin(), other.numbers.end(), *item.answer_of) != other.numbers.end())
            return other.answer;
    }
    return std::nullopt;
}

}  // namespace

std::string number_list(const std::vector<int>& numbers, const Strings& strings, Language language) {
    if (numbers.empty()) return {};
    const auto last = static_cast<size_t>(numbers.back() - numbers.front());
    if (numbers.size() > 2 && last + 1 == numbers.size() && std::is_sorted(numbers.begin(), numbers.end())) {
        return std::to_string(numbers.front()) + "–" + std::to_string(numbers.back());
    }
    std::vector<std::string> parts;
    for (const int n : numbers) parts.push_back(std::to_string(n));
    return strings.list(language, parts);
}

std::string dossier_label(std::string_view dossier) {
    const size_t digits = std::min(dossier.find_first_not_of("0123456789"), dossier.size());
    std::string label(dossier.substr(0, digits));
    if (label.size() > 3) label.insert(label.size() - 3, 1, ' ');
    std::string_view rest = dossier.substr(digits);  // "-02" stays, "-XVI" is written with a blank
    if (rest.size() > 1 && rest[0] == '-' && rest[1] >= 'A' && rest[1] <= 'Z') {
        label += ' ';
        rest.remove_prefix(1);
    }
    return label + std::string(rest);
}

std::string citation(const parse::Document& document, const parse::Item* item, const Strings& strings,
                     Language language) {
    std::string whole = document_citation(document, strings, language);
    if (item == nullptr || item->numbers.empty()) return whole;
    const std::vector args{std::move(whole), number_list(item->numbers, strings, language)};
    return strings.count(language, "cite.item", item->numbers.size(), args);
}

std::string short_name(const parse::Document& document, const Strings& strings, Language language) {
    const std::string_view id = document.id;
    const std::string session = short_session(document.session_year);
    if (document.id_stated && id.starts_with("kst-") && !document.number.empty()) {
        return strings.format(language, "short.kamerstuk",
                              std::vector{dossier_label(document.dossier), document.number});
    }
    if (document.id_stated && id.starts_with("ah-tk-")) {
        return strings.format(language, "short.aanhangsel", std::vector{session, document.number});
    }
    if (document.id_stated && id.starts_with("kv-tk-")) {
        return strings.format(language, "short.kamervragen", std::vector{after(id, "kv-tk-")});
    }
    if (document.kind == parse::Kind::rekenkamer && document.date.known()) {
        return strings.format(language, "short.rekenkamer", std::vector{strings.date(language, document.date)});
    }
    return document.title.empty() ? document.source.name : document.title;
}

std::string public_address(const parse::Document& document) {
    if (!document.id_stated) return {};
    for (const std::string_view family : {"kst-", "ah-", "kv-", "h-", "nds-", "blg-"}) {
        if (document.id.starts_with(family)) return std::string(publications) + document.id + ".html";
    }
    return {};
}

std::string quotation(const parse::Document& document, const parse::Item& item, const Strings& strings,
                      Language language, const annotate::Vocabulary* vocabulary) {
    const auto answer = answer_for(document, item);
    const std::string words = parse::running_text(document, answer.value_or(item.question));
    std::string out =
        strings.format(language, "cite.quote", std::vector{words, citation(document, &item, strings, language)});
    if (answer) {
        const std::string by = answered_by(document, strings, language, vocabulary);
        if (!by.empty()) out += "\n" + strings.format(language, "cite.answered_by", std::vector{by});
    }
    const std::string address = public_address(document);
    if (!address.empty()) out += "\n" + address;
    return out;
}

std::string answered_by(const parse::Document& document, const Strings& strings, Language language,
                        const annotate::Vocabulary* vocabulary) {
    if (document.kind == parse::Kind::rekenkamer) {
        return strings.format(language, "reader.answered_by", std::vector{strings.get(language, "role.rekenkamer")});
    }
    const std::string officials = officials_phrase(document, document.respondents, strings, language, vocabulary);
    if (officials.empty()) return {};
    return strings.format(language, document.respondents.size() > 1 ? "reader.answered_jointly" : "reader.answered_by",
                          std::vector{officials});
}

}  // namespace kl::app
