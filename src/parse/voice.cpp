#include "parse/voice.h"

#include <algorithm>

#include "parse/sentences.h"
#include "parse/voice_cues.h"
#include "text/scan.h"
#include "text/utf8.h"

namespace kl::parse {
namespace {

constexpr size_t read_of_sentence = 400;  // bytes in which inner cues are looked for

bool letter_or_digit(char c) {
    return text::ascii_letter(c) || text::ascii_digit(c) || static_cast<unsigned char>(c) >= 0xC3;
}

int opening_weight(std::string_view sentence) {
    int weight = 0;
    size_t longest = 0;
    for (const Cue& cue : opening_cues) {
        text::Scan s{sentence};
        while (s.any("\"'(")) {
        }
        if (cue.words.size() > longest && s.word(cue.words)) {
            longest = cue.words.size();
            weight = cue.weight;
        }
    }
    return weight;
}

int inner_weight(std::string_view sentence) {
    int weight = 0;
    sentence = sentence.substr(0, read_of_sentence);
    for (size_t at = 1; at < sentence.size(); ++at) {
        if (!text::ascii_blank(sentence[at - 1]) || !text::ascii_lower(sentence[at])) continue;
        for (const Cue& cue : inner_cues) {
            if (sentence[at] != cue.words[0] || !sentence.substr(at).starts_with(cue.words)) continue;
            const size_t end = at + cue.words.size();
            if (end >= sentence.size() || !letter_or_digit(sentence[end])) weight += cue.weight;
        }
    }
    return std::clamp(weight, -40, 30);
}

// "(Blz. 17)", "(pagina 4)", "(excelbestand)": where in the report
bool is_locator(std::string_view sentence) {
    return sentence.size() <= short_bytes && sentence.front() == '(' && sentence.back() == ')' &&
           sentence.find('(', 1) == std::string_view::npos;
}

int weight_of(std::string_view sentence, bool& asked) {
    if (is_locator(sentence)) return locator;
    int weight = opening_weight(sentence) + inner_weight(sentence);
    if (ends_with_question(sentence)) {
        weight = std::max(weight, -question_mark) + (asked ? question_mark : first_question_mark);
        asked = true;
    } else {
        weight += sentence.size() <= short_bytes ? short_statement : statement;
    }
    return weight;
}

}  // namespace

bool opens_question(std::string_view sentence) { return opening_weight(sentence) >= asking; }

// "Kan u toelichten welke verbeteringen wenselijk zijn De vraag die u stelt houdt …": where the sign after a question
// was lost. Its size, or that of the sentence.
size_t lost_end(std::string_view sentence) {
    if (ends_with_question(sentence) || opening_weight(sentence) < asking) return sentence.size();
    for (size_t at = 2; at < sentence.size(); ++at) {
        const bool word =
            text::ascii_upper(sentence[at]) && sentence[at - 1] == ' ' && text::ascii_lower(sentence[at - 2]);
        if (word && opening_weight(sentence.substr(at)) <= answering) return at - 1;
    }
    return sentence.size();
}

bool opens_only_question(std::string_view sentence) {
    return opening_weight(sentence) >= asking_only && inner_weight(sentence) >= 0;
}

std::optional<AnswerBegin> find_answer(std::string_view text, const std::vector<Span>& paragraphs, bool parted) {
    std::optional<AnswerBegin> best;
    int best_score = 0;
    int score = 0;
    bool asked = false;
    for (size_t p = 0; p < paragraphs.size(); ++p) {
        const Span paragraph = paragraphs[p];
        uint32_t begin = paragraph.begin;
        while (begin < paragraph.end) {
            const std::string_view rest = text.substr(begin, paragraph.end - begin);
            auto end = begin + static_cast<uint32_t>(end_of_sentence(rest));
            if (!best) end = begin + static_cast<uint32_t>(lost_end(rest.substr(0, end - begin)));
            uint32_t next = end;
            while (next < paragraph.end && text::blank_size(text, next) > 0) next += text::blank_size(text, next);
            score += weight_of(text.substr(begin, end - begin), asked);
            const bool last = next >= paragraph.end && p + 1 < paragraphs.size();
            const int here = score + (last ? parted ? paragraph_ends_always : paragraph_ends : 0);
            if (!best || here > best_score) {
                best = AnswerBegin{p, end, std::min(next, paragraph.end)};
                best_score = here;
            }
            begin = next;
        }
    }
    if (best && best->paragraph + 1 == paragraphs.size() && best->begin >= paragraphs.back().end) return std::nullopt;
    return best;
}

}  // namespace kl::parse
