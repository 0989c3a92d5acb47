#include <algorithm>

#include "parse/head_forms.h"
#include "parse/header_forms.h"
#include "parse/officials.h"
#include "parse/submitters.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

using text::Scan;

constexpr size_t npos = std::string_view::npos;
constexpr size_t longest_notice = 3000;  // bytes

// The first of `words` at the beginning of a word, from byte `from`.
size_t find_word(std::string_view text, std::string_view words, size_t from = 0) {
    for (size_t at = text.find(words, from); at != npos; at = text.find(words, at + 1)) {
        if (at == 0 || !text::ascii_letter(text[at - 1])) return at;
    }
    return npos;
}

// "(ingezonden 6 maart 2024)", "(ontvangen 25 maart 2024)"
text::Date date_after(std::string_view head, std::string_view word) {
    const size_t at = find_word(head, word);
    if (at == npos) return {};
    const auto found = text::find_date(head, at);
    return found && found->span.begin < at + 40 ? found->date : text::Date{};
}

// "Vragen van de leden X (A) en Y (B) aan de Minister van Z over het bericht «…» (ingezonden 6 maart 2024)"
void read_question_sentence(std::string_view head, Document& document) {
    size_t begin = find_word(head, "Vragen van ");
    if (begin == npos) begin = find_word(head, "vragen van ");
    if (begin == npos) return;
    size_t end = std::min(head.find("(ingezonden", begin), head.size());
    if (const size_t answer = head.find("Antwoord van ", begin); answer < end) end = answer;
    const std::string_view sentence = head.substr(0, end);
    size_t over = npos;
    size_t subject = 0;  // bytes of the word before the subject
    for (const std::string_view word : {" over ", " inzake ", " betreffende ", " naar aanleiding van "}) {
        const size_t at = sentence.find(word, begin);
        if (at >= over) continue;
        over = at;
        subject = word.size();
    }
    // A letter with answers need not say whom the questions were asked.
    const size_t to = std::min(sentence.find(" aan ", begin), over);
    if (to == npos) return;
    document.submitters = read_submitters(sentence, {static_cast<uint32_t>(begin + 11), static_cast<uint32_t>(to)});
    if (to < over) {
        document.addressees =
            read_officials(sentence, {static_cast<uint32_t>(to + 5), static_cast<uint32_t>(std::min(over, end))});
    }
    if (over == npos) return;
    size_t title_end = std::min(sentence.find("\n\n", over), end);
    while (title_end > over && (text::ascii_blank(sentence[title_end - 1]) || sentence[title_end - 1] == '.'))
        --title_end;
    if (title_end > over + subject) document.title = sentence.substr(over + subject, title_end - over - subject);
}

// "De vragen van het lid X (A) over … kunnen niet binnen de gebruikelijke termijn worden beantwoord": a notice without
// the questions says so in its text.
void read_notice(Document& document) {
    const std::string_view text = std::string_view(document.text).substr(0, longest_notice);
    const size_t begin = find_word(text, "vragen van ");
    if (begin == npos) return;
    size_t end = text.size();
    for (const std::string_view word : {" over ", " inzake ", " betreffende ", " aan ", " kunnen ", ". ", "\n\n"})
        end = std::min(end, text.find(word, begin));
    if (text.substr(0, end).find('(', begin) == npos) return;
    document.submitters = read_submitters(text, {static_cast<uint32_t>(begin + 11), static_cast<uint32_t>(end)});
}

// "Antwoord van Minister X (Y), mede namens de Minister van Z (ontvangen 25 maart 2024)."
void read_answer_sentence(std::string_view head, Document& document) {
    for (const std::string_view opening : {"Antwoord van ", "Antwoorden van ", "Mededeling van "}) {
        const size_t begin = find_word(head, opening);
        if (begin == npos) continue;
        size_t end = std::min(head.find("(ontvangen", begin), head.size());
        end = std::min(end, head.find("\n\n", begin));
        if (const size_t see = head.find("Zie ook ", begin); see < end) end = see;
        document.respondents =
            read_officials(head, {static_cast<uint32_t>(begin + opening.size()), static_cast<uint32_t>(end)});
        return;
    }
}

// The number of the Aanhangsel: "AH 610", or a number alone on its line above "Vragen van".
std::string aanhangsel_number(const Draft& draft, const Document& document) {
    const uint32_t end = static_cast<uint32_t>(std::min<size_t>(draft.rows.size(), 20));
    for (uint32_t r = 0; r < end; ++r) {
        Scan s{slice(document.source.text, draft.rows[r].span)};
        if (s.word("ah")) s.blanks();
        int number = 0;
        if (s.number(number)) {
            s.blanks();
            if (s.done()) return std::to_string(number);
        }
        if (draft.rows[r].kind == RowKind::label) break;
    }
    return "";
}

std::string case_number(std::string_view head) {
    for (size_t at = head.find('Z'); at != npos; at = head.find('Z', at + 1)) {
        // Digits, perhaps with a blank, stand before the Z.
        size_t begin = at;
        while (begin > 0 && at - begin < 6 && (text::ascii_digit(head[begin - 1]) || head[begin - 1] == ' ')) --begin;
        while (begin < at && head[begin] == ' ') ++begin;
        const CaseNumber found = case_number_at(head, begin);
        if (found.end == 0) continue;
        std::string number = std::to_string(found.number);
        number.insert(0, number.size() < 5 ? 5 - number.size() : 0, '0');
        return std::to_string(found.year) + "Z" + number;
    }
    return "";
}

}  // namespace

void read_questions_header(const Draft& draft, Document& document) {
    const std::string_view head = head_text(draft, document);
    read_question_sentence(head, document);
    if (document.kind == Kind::kamervragen) {
        document.date = date_after(head, "ingezonden");
        if (document.id.empty()) {
            if (const std::string number = case_number(head); !number.empty()) document.id = "kv-tk-" + number;
        }
        return;
    }
    if (document.kind == Kind::mededeling && document.submitters.empty()) read_notice(document);
    read_answer_sentence(head, document);
    document.date = date_after(head, "ontvangen");
    document.submitted = date_after(head, "ingezonden");
    document.number = aanhangsel_number(draft, document);
    if (document.number.empty() && document.id.starts_with("ah-"))
        document.number = document.id.substr(document.id.rfind('-') + 1);
    document.session_year = text::session_year(document.date);
    if (document.id.empty() && !document.number.empty() && !document.session_year.empty()) {
        document.id = "ah-tk-" + document.session_year + "-" + document.number;
    }
}

}  // namespace kl::parse
