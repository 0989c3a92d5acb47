#include "parse/items.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "parse/cross_reference.h"
#include "parse/head_forms.h"
#include "parse/sections.h"
#include "parse/sentences.h"
#include "parse/voice.h"
#include "text/scan.h"

namespace kl::parse {
namespace {

constexpr size_t fewest_parted = 3;
constexpr int most_restored_told = 2000;
constexpr size_t most_joined = 12;     // questions that share an answer without saying so
constexpr size_t longest_title = 120;  // bytes, in a table of contents

class Items {
public:
    Items(Draft& draft, Document& document) : draft_(draft), document_(document), text_(document.text) {
        read_contents();
    }

    void run() {
        if (draft_.headed || is_numbered_throughout()) {
            by_headings();
        } else {
            by_questions();
        }
        number();
        join();
        close();
    }

private:
    // ---- "Vraag n", "Antwoord n"

    void by_headings() {
        parted_ = questions_are_paragraphs();
        const bool answers =
            std::ranges::any_of(draft_.labels, [](const Label& l) { return l.kind == LabelKind::answer; });
        document_.items.reserve(
            static_cast<size_t>(std::ranges::count(draft_.labels, LabelKind::question, &Label::kind)));
        for (size_t i = 0; i < draft_.labels.size(); ++i) {
            const Label& label = draft_.labels[i];
            const auto all = static_cast<uint32_t>(draft_.paragraphs.size());
            const uint32_t end = i + 1 < draft_.labels.size() ? draft_.labels[i + 1].paragraph : all;
            switch (label.kind) {
                case LabelKind::question:
                    open_item(label.numbers);
                    for (uint32_t p = label.paragraph; p < without_titles(label, end); ++p) ask(p);
                    if (!answers) separate(document_.items.back());
                    break;
                case LabelKind::answer: answer(label, without_titles(label, end)); break;
                case LabelKind::notice:
                case LabelKind::remark:
                    for (uint32_t p = label.paragraph; p < end; ++p)
                        document_.tail_paragraphs.push_back(draft_.paragraphs[p].text);
                    break;
                case LabelKind::section: break;
            }
        }
        // One "Antwoord" in the text of a letter does not mean that all answers have a heading.
        if (document_.kind == Kind::aanhangsel || draft_.stated_answers) return;
        for (Item& item : document_.items) {
            if (item.answer_paragraphs.empty() && !item.answer_of) separate(item);
        }
    }

    // Nearly all questions end with the first paragraph under their heading, and another one follows.
    bool questions_are_paragraphs() const {
        size_t all = 0;
        size_t parted = 0;
        for (size_t i = 0; i < draft_.labels.size(); ++i) {
            const Label& label = draft_.labels[i];
            const auto end = i + 1 < draft_.labels.size() ? draft_.labels[i + 1].paragraph
                                                          : static_cast<uint32_t>(draft_.paragraphs.size());
            if (label.kind != LabelKind::question || label.paragraph >= end) continue;
            ++all;
            const bool more = label.paragraph + 1 < end;
            parted += more && ends_with_question(slice(text_, draft_.paragraphs[label.paragraph].text));
        }
        return all >= fewest_parted && parted * 10 >= all * 8;
    }

    // Every question has its number, from 1 on: what has none belongs to the question before it.
    bool is_numbered_throughout() const {
        int next = 1;
        for (const Label& label : draft_.labels) {
            if (label.kind != LabelKind::question) continue;
            if (label.numbers.empty() || label.numbers.front() != next) return false;
            next = label.numbers.back() + 1;
        }
        const bool from_head = !draft_.labels.empty() && draft_.labels.front().paragraph == draft_.head_end;
        return next > 2 && from_head && document_.kind != Kind::mededeling;
    }

    // "Vragen over het Deltafonds (J)" before a question's heading belongs to no item.
    uint32_t without_titles(const Label& label, uint32_t end) const {
        if (end == draft_.paragraphs.size()) return end;
        while (end > label.paragraph + 1) {
            const std::string_view last = slice(text_, draft_.paragraphs[end - 1].text);
            if (!is_section_title(last) && !contents_.contains(last)) break;
            --end;
        }
        return end;
    }

    // "Inhoudsopgave" / "Algemeen 2" / "Sluizen 3": titles that come back between the questions.
    void read_contents() {
        bool inside = false;
        for (const Row& row : draft_.rows) {
            if (row.kind == RowKind::label) return;
            std::string_view line = slice(document_.source.text, row.span);
            if (inside) {
                while (!line.empty() &&
                       (text::ascii_digit(line.back()) || text::ascii_blank(line.back()) || line.back() == '.'))
                    line.remove_suffix(1);
                if (!line.empty() && line.size() < longest_title) contents_.insert(line);
            } else {
                text::Scan s{line};
                inside = s.literal("inhoudsopgave") && s.done();
            }
        }
    }

    void answer(const Label& label, uint32_t end) {
        if (document_.items.empty()) return;
        size_t leader = document_.items.size() - 1;
        for (const int n : label.numbers) {
            if (const auto found = by_number_.find(n); found != by_number_.end())
                leader = std::min(leader, found->second);
        }
        if (!label.numbers.empty() && !by_number_.contains(label.numbers.front())) {
            // "Antwoord 7" without a "Vraag 7": the text stays with the question before it.
            report(document_, "answer_without_question", Severity::doubt, {}, label.source,
                   {std::to_string(label.numbers.front())});
        }
        // A second answer to a question, after another item's text, cannot be one span with the first: it stays with
        // what stands before it.
        if (leader != current_ && !document_.items[leader].answer_paragraphs.empty()) leader = current_;
        current_ = leader;
        Item& item = document_.items[leader];
        if (label.numbers.empty()) unnumbered_answers_.insert(leader);
        for (uint32_t p = label.paragraph; p < end; ++p) item.answer_paragraphs.push_back(draft_.paragraphs[p].text);
        for (const int n : label.numbers) {
            const auto found = by_number_.find(n);
            if (found == by_number_.end() || found->second == leader) continue;
            Item& member = document_.items[found->second];
            if (member.answer_paragraphs.empty()) member.answer_of = item.numbers.front();
        }
    }

    // ---- no headings

    void by_questions() {
        // Without a single paragraph that asks nothing, there are only questions: each paragraph is one.
        bool answered = false;
        bool asked = false;
        size_t count = 0;  // of paragraphs that ask
        for (uint32_t p = draft_.head_end; p < draft_.paragraphs.size(); ++p) {
            const bool asks = ends_with_question(slice(text_, draft_.paragraphs[p].text));
            count += asks;
            answered = answered || (asked && !asks);
            asked = asked || asks;
        }
        if (document_.kind == Kind::mededeling || !asked) {
            for (uint32_t p = draft_.head_end; p < draft_.paragraphs.size(); ++p) {
                document_.tail_paragraphs.push_back(draft_.paragraphs[p].text);
            }
            return;
        }
        if (document_.kind == Kind::kamervragen) answered = false;
        document_.items.reserve(count + draft_.labels.size());
        size_t next_label = 0;
        for (uint32_t p = draft_.head_end; p < draft_.paragraphs.size(); ++p) {
            while (next_label < draft_.labels.size() && draft_.labels[next_label].paragraph < p) ++next_label;
            const bool labelled = next_label < draft_.labels.size() && draft_.labels[next_label].paragraph == p;
            const bool table = draft_.rows[draft_.paragraphs[p].first_row].table;
            const std::string_view words = slice(text_, draft_.paragraphs[p].text);
            const bool asks = labelled || !answered || ends_with_question(words) || opens_only_question(words);
            if (labelled) {
                open_item(draft_.labels[next_label].numbers);
                ask(p);
            } else if (table && !document_.items.empty() && document_.items.back().answer_paragraphs.empty()) {
                ask(p);  // part of what stands before it
            } else if (asks) {
                const bool more =
                    answered && !document_.items.empty() && document_.items.back().answer_paragraphs.empty();
                if (!more) open_item({});
                ask(p);
            } else if (!document_.items.empty()) {
                Item& item = document_.items.back();
                if (item.answer_paragraphs.empty()) separate(item);
                item.answer_paragraphs.push_back(draft_.paragraphs[p].text);
            }
        }
        if (answered) {
            for (Item& item : document_.items) {
                if (item.answer_paragraphs.empty()) separate(item);
            }
        }
    }

    // ---- both

    void open_item(const std::vector<int>& numbers) {
        Item item;
        item.numbers = numbers;
        item.number_stated = !numbers.empty();
        current_ = document_.items.size();
        // Numbers begin again: another list of questions in the same document.
        if (draft_.headed && !numbers.empty() && by_number_.contains(numbers.front())) {
            by_number_.clear();
            restarts_.push_back(current_);
        }
        for (const int n : numbers) by_number_.try_emplace(n, document_.items.size());
        document_.items.push_back(std::move(item));
    }

    void ask(uint32_t paragraph) {
        document_.items.back().question_paragraphs.push_back(draft_.paragraphs[paragraph].text);
    }

    // Question paragraphs that also hold the answer: it begins where the voice changes.
    void separate(Item& item) {
        if (document_.kind == Kind::kamervragen || document_.kind == Kind::mededeling) return;
        std::vector<Span>& question = item.question_paragraphs;
        const std::optional<AnswerBegin> found = find_answer(text_, question, parted_);
        if (!found) return;
        Span& paragraph = question[found->paragraph];
        std::vector<Span> answer;
        if (found->begin < paragraph.end) {
            draft_.splits.push_back({found->question_end, found->begin});
            answer.push_back({found->begin, paragraph.end});
            paragraph.end = found->question_end;
        }
        const auto rest = question.begin() + static_cast<std::ptrdiff_t>(found->paragraph) + 1;
        answer.insert(answer.end(), rest, question.end());
        question.erase(rest, question.end());
        item.answer_paragraphs.insert(item.answer_paragraphs.begin(), answer.begin(), answer.end());
        unnumbered_answers_.insert(static_cast<size_t>(&item - document_.items.data()));
    }

    // Questions that follow each other without an answer share the next one, unless its heading names other questions.
    // The text belongs to the first.
    void join() {
        if (!draft_.headed && draft_.labels.empty()) return;
        if (document_.kind == Kind::kamervragen || document_.kind == Kind::mededeling) return;
        std::vector<Item>& items = document_.items;
        for (size_t first = 0; first < items.size(); ++first) {
            size_t last = first;
            while (last < items.size() && is_only_asked(items[last])) ++last;
            const bool joined = last > first && last < items.size() && last - first <= most_joined;
            if (!joined || !unnumbered_answers_.contains(last)) {
                first = last;
                continue;
            }
            items[first].answer_paragraphs = std::move(items[last].answer_paragraphs);
            items[last].answer_paragraphs.clear();
            for (size_t i = first + 1; i <= last; ++i) items[i].answer_of = items[first].numbers.front();
            first = last;
        }
    }

    bool is_only_asked(const Item& item) const {
        return item.answer_paragraphs.empty() && !item.answer_of && !item.question_paragraphs.empty() &&
               ends_with_question(slice(text_, item.question_paragraphs.back()));
    }

    // Numbers that are not printed follow from the order.
    void number() {
        int last = 0;
        int restored = 0;
        auto restart = restarts_.begin();
        for (size_t i = 0; i < document_.items.size(); ++i) {
            Item& item = document_.items[i];
            if (restart != restarts_.end() && *restart == i) {
                ++restart;
                last = 0;
                const Span at = item.question_paragraphs.empty() ? Span{} : item.question_paragraphs.front();
                report(document_, "numbers_begin_again", Severity::doubt, {at.begin, at.begin}, {},
                       {std::to_string(item.numbers.front())});
            }
            // A printed number that was passed already belongs to a list, not to the questions.
            if (!draft_.headed && !item.numbers.empty() && item.numbers.front() <= last) {
                item.numbers.clear();
                item.number_stated = false;
            }
            if (item.numbers.empty()) {
                item.numbers = {last + 1};
                // Item::number_stated says it of every item; a list of thousands tells nobody more.
                const Span at = item.question_paragraphs.empty() ? Span{} : item.question_paragraphs.front();
                if (++restored <= most_restored_told) {
                    report(document_, "number_restored", Severity::repair, {at.begin, at.begin}, {},
                           {std::to_string(last + 1)});
                }
            }
            last = std::max(last, item.numbers.back());
        }
    }

    void close() {
        const auto hull = [](const std::vector<Span>& paragraphs) {
            return paragraphs.empty() ? Span{} : Span{paragraphs.front().begin, paragraphs.back().end};
        };
        for (Item& item : document_.items) {
            item.question = hull(item.question_paragraphs);
            if (!item.answer_paragraphs.empty()) item.answer = hull(item.answer_paragraphs);
            if (item.question.empty()) {
                report(document_, "question_missing", Severity::doubt, item.question, {},
                       {std::to_string(item.numbers.front())});
            }
            if (!item.answer || item.answer_of) continue;
            const std::optional<int> other = answer_referred_to(slice(text_, *item.answer));
            if (other && std::ranges::find(item.numbers, *other) == item.numbers.end()) item.answer_of = other;
        }
    }

    Draft& draft_;
    Document& document_;
    std::string_view text_;
    bool parted_ = false;                            // a question is a paragraph of its own
    size_t current_ = 0;                             // index of the item whose text was read last
    std::unordered_set<std::string_view> contents_;  // titles in a table of contents
    std::unordered_set<size_t> unnumbered_answers_;  // indices of items whose answer has no heading with numbers
    std::vector<size_t> restarts_;                   // indices of the first items of later lists
    std::unordered_map<int, size_t> by_number_;      // question number → index of its item
};

}  // namespace

void find_head(Draft& draft, const Document& document) {
    draft.headed = std::ranges::any_of(draft.labels, [](const Label& l) { return !l.bare; });
    if (draft.headed) {
        draft.head_end = draft.labels.front().paragraph;
        return;
    }
    if (!draft.labels.empty() && draft.labels.front().numbers.front() == 1) {
        draft.head_end = draft.labels.front().paragraph;
        return;
    }
    uint32_t limit = static_cast<uint32_t>(std::min<size_t>(draft.paragraphs.size(), 60));
    if (!draft.labels.empty()) limit = std::min(limit, draft.labels.front().paragraph);
    for (uint32_t p = 0; p < limit; ++p) {
        if (is_head_form(slice(document.text, draft.paragraphs[p].text))) draft.head_end = p + 1;
    }
}

void make_items(Draft& draft, Document& document) { Items(draft, document).run(); }

}  // namespace kl::parse
