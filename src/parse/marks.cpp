#include "parse/marks.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "text/date.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

using text::ascii_blank;
using text::ascii_digit;
using text::ascii_letter;
using text::ascii_lower;

// Bytes at which something that may be a mark can begin; all others are passed over at once.
constexpr std::array<bool, 256> make_triggers() {
    std::array<bool, 256> set{};
    for (unsigned c = '0'; c <= '9'; ++c) set[c] = true;
    for (const char c : {'!', '*', '?', '[', '\xC2', '\xE2'}) set[static_cast<unsigned char>(c)] = true;
    return set;
}
constexpr std::array<bool, 256> triggers = make_triggers();

class Marks {
public:
    Marks(std::string_view text, Span where) : text_(text.substr(0, where.end)), begin_(where.begin) {}

    std::vector<MarkCandidate> run(const Draft& draft) {
        const std::vector<Span>& line_marks = draft.line_marks;
        auto line_mark = line_marks.begin();
        auto opening = draft.line_openings.begin();
        size_t at = begin_;
        while (at < text_.size()) {
            if (line_mark != line_marks.end() && at >= line_mark->begin) {
                numbers_of_line(*line_mark);
                at = std::max<size_t>(at, line_mark->end);
                ++line_mark;
                continue;
            }
            while (opening != draft.line_openings.end() && opening->begin < at) ++opening;
            if (opening != draft.line_openings.end() && opening->begin == at) {
                if (!is_date(at)) add(at, opening->end, value(at, opening->end), false);
                at = opening->end;
                continue;
            }
            if (!triggers[static_cast<unsigned char>(text_[at])]) {
                ++at;
                continue;
            }
            at = std::max(at + 1, candidate(at));
        }
        return std::move(found_);
    }

private:
    char byte(size_t at) const { return at < text_.size() ? text_[at] : ' '; }
    char before(size_t at) const { return at > 0 ? text_[at - 1] : ' '; }

    void add(size_t begin, size_t end, int number, bool certain) {
        found_.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, number, certain});
    }

    // "2 3" on a line of its own
    void numbers_of_line(Span line) {
        text::Scan s{text_.substr(0, line.end), line.begin};
        while (!s.done()) {
            const size_t begin = s.at;
            int number = 0;
            if (s.number(number, 3)) {
                add(begin, s.at, number, true);
            } else {
                ++s.at;
            }
        }
    }

    size_t candidate(size_t at) {
        const char c = text_[at];
        if (ascii_digit(c)) return digits(at);
        if (c == '[') return bracketed(at);
        if (c == '\xC2' || c == '\xE2') return superscript(at);
        return garbled(at);
    }

    // "Shell?1 2", "rapporten.3, 4": a second mark directly after the first.
    size_t next_mark(size_t at, int last) {
        size_t begin = at;
        if (byte(begin) == ',') ++begin;
        if (byte(begin) == ' ') ++begin;
        text::Scan s{text_, begin};
        int number = 0;
        if (begin == at || !s.number(number, 3) || number != last + 1) return at;
        if (!ascii_blank(byte(s.at)) && byte(s.at) != '.' && byte(s.at) != ',') return at;
        add(begin, s.at, number, false);
        return next_mark(s.at, number);
    }

    // "[1]"
    size_t bracketed(size_t at) {
        text::Scan s{text_, at + 1};
        int number = 0;
        if (!s.number(number, 3) || number == 0 || !s.character(']')) return at + 1;
        add(at, s.at, number, true);
        return s.at;
    }

    // ¹ ² ³ (U+00B9, B2, B3) and ⁰ ⁴ … ⁹ (U+2070 …)
    size_t superscript(size_t at) {
        size_t end = at;
        int number = 0;
        while (end < text_.size()) {
            int digit = -1;
            const std::string_view two = text_.substr(end, 2);
            if (two == "\xC2\xB9") digit = 1;
            if (two == "\xC2\xB2") digit = 2;
            if (two == "\xC2\xB3") digit = 3;
            if (digit > 0) {
                end += 2;
            } else if (text_.substr(end, 2) == "\xE2\x81" && end + 2 < text_.size()) {
                const int low = static_cast<unsigned char>(text_[end + 2]) - 0xB0;
                if (low != 0 && (low < 4 || low > 9)) break;
                digit = low;
                end += 3;
            } else {
                break;
            }
            number = number * 10 + digit;
            if (number > 9999) break;
        }
        // "m²", "km³": a unit, not a mark
        if (number > 0 && before(at) != 'm') add(at, end, number, true);
        return end;
    }

    size_t digits(size_t at) {
        size_t end = at;
        while (end < text_.size() && ascii_digit(text_[end])) ++end;
        const size_t size = end - at;
        const char prior = before(at);
        if (byte(end) == ')' && ascii_blank(prior) && size <= 2 && !in_brackets(at)) {
            // "voedselstoplicht? 1)": after a question it is one even where the notes are lost
            const bool after_question = at >= 2 && text_[at - 2] == '?';
            add(at, end + 1, value(at, end), after_question);
            return end + 1;
        }
        if (size >= 5 && size <= 6 && is_year(at) && !ascii_digit(prior) && prior != '.' && prior != ',') {
            if (!ascii_letter(byte(end))) add(at + 4, end, value(at + 4, end), false);  // 2024 6
            return end;
        }
        if (size > 3 || text_[at] == '0' || ascii_blank(prior) || at == 0) return end;
        if (byte(end) == '%') return end;
        if (ascii_letter(byte(end))) {
            // "geïnformeerd2over": OCR lost the blank after the mark. "CO2emissie" is one word.
            const bool words = at >= 3 && ascii_lower(prior) && ascii_lower(text_[at - 2]) &&
                               ascii_lower(text_[at - 3]) && ascii_lower(byte(end)) && ascii_lower(byte(end + 1));
            if (words) add(at, end, value(at, end), false);
            return end;
        }
        if (prior == '.' || prior == ',') {
            // "in 2025.2": a year and its mark; "21.501", "3,5": a number
            const char earlier = at >= 2 ? text_[at - 2] : ' ';
            if (ascii_digit(earlier) &&
                !(at >= 5 && is_year(at - 5) && !ascii_digit(before(at - 5)) && !ascii_digit(byte(end))))
                return end;
            add(at, end, value(at, end), false);
            return end;
        }
        const bool after_sign = prior == '?' || prior == '!' || prior == ')' || prior == ':' || prior == ';' ||
                                prior == '"' || prior == '\'' || static_cast<unsigned char>(prior) >= 0x80;
        const bool after_word = ascii_letter(prior);
        if (!after_sign && !after_word) return end;
        if (text::ascii_upper(prior) && is_name(at, end)) return end;
        add(at, end, value(at, end), false);
        return next_mark(end, value(at, end));
    }

    // "CO2-heffing", or a "CO2" that comes back: a mark stands once.
    bool is_name(size_t at, size_t end) {
        if (byte(end) == '-' && ascii_letter(byte(end + 1))) return true;
        if (names_.empty()) count_names();
        const auto found = names_.find(name_ending_at(at, end));
        return found != names_.end() && found->second > 1;
    }

    std::string_view name_ending_at(size_t at, size_t end) const {
        size_t begin = at;
        while (begin > 0 && at - begin < 8 && ascii_letter(text_[begin - 1])) --begin;
        return text_.substr(begin, end - begin);
    }

    void count_names() {
        for (size_t at = 1; at < text_.size(); ++at) {
            if (!ascii_digit(text_[at]) || !text::ascii_upper(text_[at - 1])) continue;
            size_t end = at;
            while (end < text_.size() && ascii_digit(text_[end])) ++end;
            ++names_[name_ending_at(at, end)];
            at = end;
        }
    }

    // Signs that cannot stand where they stand.
    size_t garbled(size_t at) {
        const char c = text_[at];
        const char prior = before(at);
        const char next = byte(at + 1);
        if (ascii_blank(prior)) return at + 1;
        if (c == '!') {
            // "economische veiligheid! wordt ingezet"
            if (ascii_lower(prior) && next == ' ' && ascii_lower(byte(at + 2))) add(at, at + 1, 0, false);
            return at + 1;
        }
        if (c == '*') {
            if (next == '*' || prior == '*' || ascii_letter(next) || ascii_digit(next)) return at + 1;
            add(at, at + 1, 0, false);  // "bekrachtigd.* Deze"
            return at + 1;
        }
        // '?': "Veiligheid?>, die", "entiteiten’?, welke", "vastgesteld.? Op"
        if (next == '>') {
            add(at, at + 2, 0, false);
            return at + 2;
        }
        const bool apostrophe = at >= 3 && text_.substr(at - 3, 3) == "\xE2\x80\x99";
        if (apostrophe && (next == ',' || next == '.' || next == ';' || (next == ' ' && ascii_lower(byte(at + 2))))) {
            add(at - 3, at + 1, 0, false);
        } else if (prior == '.' || next == ',' || next == ';' || next == '.') {
            if (prior != '.' || byte(at + 1) != '.') add(at, at + 1, 0, false);
        }
        return at + 1;
    }

    // "(Kamerstuk 36 696, nr. 3)": the bracket closes one that was opened.
    bool in_brackets(size_t at) const {
        const size_t from = at > 160 ? at - 160 : 0;
        for (size_t i = at; i-- > from;) {
            if (text_[i] == '(') return true;
            if (text_[i] == ')') return false;
        }
        return false;
    }

    // "12 november 2024" over a line end is no mark 12.
    bool is_date(size_t at) const {
        const auto date = text::find_date(text_.substr(at, 24));
        return date && date->span.begin == 0;
    }

    bool is_year(size_t at) const {
        return at + 4 <= text_.size() &&
               ((text_[at] == '1' && text_[at + 1] == '9') || (text_[at] == '2' && text_[at + 1] == '0')) &&
               ascii_digit(text_[at + 2]) && ascii_digit(text_[at + 3]);
    }

    int value(size_t begin, size_t end) const {
        int number = 0;
        for (size_t i = begin; i < end; ++i) number = number * 10 + (text_[i] - '0');
        return number;
    }

    std::string_view text_;
    size_t begin_ = 0;
    std::vector<MarkCandidate> found_;
    std::unordered_map<std::string_view, size_t> names_;  // words in capitals with a number: how often they stand there
};

}  // namespace

std::vector<MarkCandidate> find_mark_candidates(std::string_view text, Span where, const Draft& draft) {
    return Marks(text, where).run(draft);
}

}  // namespace kl::parse
