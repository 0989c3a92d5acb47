#include "parse/flat_notes.h"

#include <algorithm>
#include <string>

#include "parse/sentences.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

using text::Scan;

constexpr int most_lost = 3;                // numbers that may be lost between two notes
constexpr uint32_t longest_note = 900;      // bytes
constexpr uint32_t longest_uncalled = 300;  // of a note whose mark was not found in the text
constexpr uint32_t foot = 4000;             // bytes at the end of a page in which its notes stand
constexpr uint32_t reach = 8000;            // bytes before a note in which its mark stands
constexpr size_t longest_opening = 120;     // bytes from "De vragen" to "weergegeven"
constexpr uint32_t near_page_end = 400;

// How a note begins that only cites.
constexpr std::string_view citations[] = {
    "tweede kamer,", "eerste kamer,", "kamerstuk",    "handelingen",    "algemene rekenkamer",
    "http",          "www.",          "zie ",         "ibid",           "vgl",
    "brief van",     "bijlage",       "staatsblad",   "staatscourant",  "stb",
    "stcrt",         "bron:",         "regeling van", "ministerie van", "rapport",
};

bool is_citation(std::string_view words) {
    return std::ranges::any_of(citations, [words](std::string_view opening) { return Scan{words}.literal(opening); });
}

// "BDU: Brede Doeluitkering."
bool is_abbreviation(std::string_view words) {
    size_t capitals = 0;
    while (capitals < words.size() && (text::ascii_upper(words[capitals]) || words[capitals] == '&')) ++capitals;
    return capitals >= 2 && capitals < words.size() && words[capitals] == ':';
}

}  // namespace

// "1 De vragen van de Tweede Kamer zijn hier exact weergegeven zoals …; aan de formuleringen is niets veranderd.": the
// note that says how the questions were taken over. OCR spoils its number, and pages end anywhere around it.
FlatNote FlatNotes::wording_note(uint32_t begin, uint32_t end, bool page_ends) const {
    const std::string_view piece = text_.substr(begin, end - begin);
    for (size_t known = piece.find("weergegeven"); known != std::string_view::npos;
         known = piece.find("weergegeven", known + 11)) {
        const size_t from = known > longest_opening ? known - longest_opening : 0;
        const size_t found = piece.substr(from, known - from).rfind("De vra");
        if (found == std::string_view::npos) continue;
        const size_t sentence = from + found;
        Scan s{piece, sentence};
        if (!s.literal("de vragen") && !s.literal("de vraag")) continue;
        if (piece.substr(known, 200).find("formulering") == std::string_view::npos) continue;
        FlatNote note;
        note.number = 1;
        note.begin = note.text_begin = begin + static_cast<uint32_t>(sentence);
        // Its mark, or what OCR made of it, stands apart.
        uint32_t sign = note.begin;
        while (sign > begin && text::ascii_blank(text_[sign - 1])) --sign;
        uint32_t token = sign;
        while (token > begin && !text::ascii_blank(text_[token - 1]) && sign - token < 4) --token;
        const std::string_view mark = text_.substr(token, sign - token);
        constexpr std::string_view marks[] = {"1", "'", "*", "’", "‘", "!", "?", "l", "i"};
        if (std::ranges::find(marks, mark) != std::end(marks)) note.begin = token;
        note.end = note.text_begin +
                   static_cast<uint32_t>(end_of_sentence(text_.substr(note.text_begin, end - note.text_begin)));
        if (page_ends && end - note.end < near_page_end) note.end = end;
        return note;
    }
    return {};
}

// "… opgelost.2 2 Voor een uitgebreide toelichting …": the end of the sentence, before the note's own mark.
uint32_t FlatNotes::without_mark(uint32_t end, uint32_t begin, uint32_t note) const {
    uint32_t digits = 0;
    while (note + digits < text_.size() && text::ascii_digit(text_[note + digits])) ++digits;
    if (end < begin + digits + 1 || text_.substr(end - digits, digits) != text_.substr(note, digits)) return end;
    return text::ascii_blank(text_[end - digits - 1]) ? end : end - digits;
}

// A number that may open a note at byte `at`: after a sentence, before its words.
FlatNote FlatNotes::note_at(uint32_t at, uint32_t begin, uint32_t end) const {
    FlatNote note;
    if (at == begin || !text::ascii_blank(text_[at - 1])) return note;
    uint32_t before = at;
    while (before > begin && text::ascii_blank(text_[before - 1])) --before;
    before = without_mark(before, begin, at);
    if (before == begin || std::string_view(".?!)\"'>/\x99\x9D").find(text_[before - 1]) == std::string_view::npos)
        return note;
    Scan s{text_.substr(0, end), at};
    int number = 0;
    if (!s.number(number, 2) || number <= last_ || number > last_ + 1 + most_lost || !s.blanks()) return note;
    const std::string_view words = s.rest();
    const bool opens = text::ascii_upper(s.peek()) || words.starts_with("http") || words.starts_with("www.") ||
                       words.starts_with("«") || words.starts_with("“") || words.starts_with("‘");
    if (words.size() < 4 || !opens) return note;
    note.number = number;
    note.begin = at;
    note.text_begin = static_cast<uint32_t>(s.at);
    return note;
}

// Its number stands glued to a word or a sign in the text before it: "garanties2 uit", "redenen1."
bool FlatNotes::is_called(const FlatNote& note) const {
    const std::string digits = std::to_string(note.number);
    const uint32_t from = note.begin > reach ? note.begin - reach : 0;
    const std::string_view before = text_.substr(from, note.begin - from);
    for (size_t at = before.find(digits, 1); at != std::string_view::npos; at = before.find(digits, at + 1)) {
        const char prior = before[at - 1];
        const char next = at + digits.size() < before.size() ? before[at + digits.size()] : ' ';
        if (text::ascii_digit(next) || next == '%' || next == '/') continue;
        const bool sign = std::string_view(".?!)\"'\x99\x9D").find(prior) != std::string_view::npos;
        const bool number = at >= 2 && prior == '.' && text::ascii_digit(before[at - 2]);
        if ((text::ascii_lower(prior) || text::ascii_upper(prior) || sign) && !number) return true;
    }
    return false;
}

std::vector<FlatNote> FlatNotes::find(uint32_t begin, uint32_t end, bool page_ends) {
    std::vector<FlatNote> notes;
    if (!wording_found_) {
        if (const FlatNote wording = wording_note(begin, end, page_ends); wording.number > 0) {
            notes.push_back(wording);
            wording_found_ = true;
            last_ = std::max(last_, 1);
        }
    }
    if (!page_ends) return notes;
    const uint32_t after_wording = notes.empty() ? begin : notes.back().text_begin;
    const uint32_t from = std::max(after_wording, end > foot ? end - foot : 0);
    std::vector<FlatNote> chain;
    for (uint32_t at = std::max(from, begin + 1); at < end; ++at) {
        if (!text::ascii_digit(text_[at]) || text::ascii_digit(text_[at - 1])) continue;
        FlatNote note = note_at(at, begin, end);
        if (note.number == 0) continue;
        const std::string_view words = text_.substr(note.text_begin, end - note.text_begin);
        const bool cites = is_citation(words) || is_abbreviation(words);
        if (!chain.empty() && note.number == chain.back().number + 1) {
            if (cites || is_called(note)) chain.push_back(note);
            continue;
        }
        // A chain that begins anew nearer to the page's end leaves out less of the text.
        if (chain.size() > 1 && note.number > chain.front().number) continue;
        // The second note directly after the one on the wording needs no more.
        const bool second =
            !notes.empty() && note.number == 2 && note.begin <= notes.back().text_begin + longest_uncalled;
        if (!second && !is_called(note) && (!cites || end - note.begin > longest_uncalled)) continue;
        chain.assign(1, note);
    }
    if (chain.empty() || end - chain.back().begin > longest_note) return notes;
    for (size_t i = 0; i < chain.size(); ++i) {
        chain[i].end = i + 1 < chain.size() ? chain[i + 1].begin : end;
        if (chain[i].end - chain[i].begin > longest_note) return notes;
    }
    if (!notes.empty()) notes.back().end = std::min(notes.back().end, chain.front().begin);
    last_ = chain.back().number;
    notes.insert(notes.end(), chain.begin(), chain.end());
    return notes;
}

}  // namespace kl::parse
