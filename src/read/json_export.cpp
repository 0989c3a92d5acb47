// Our own export, read back. Its field "text" is the document's whole text and its spans are places in it: from those
// the marks of notes find their place again, and what stands before and after the items.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "read/flow.h"
#include "read/json_documents.h"
#include "text/scan.h"

namespace kl::read {
namespace {

std::optional<Span> span_of(const Json& value, std::string_view text) {
    if (!value.is_array() || value.size() != 2) return std::nullopt;
    if (!value[0].is_number_unsigned() || !value[1].is_number_unsigned()) return std::nullopt;
    const auto begin = value[0].get<uint64_t>(), end = value[1].get<uint64_t>();
    if (begin > end || end > text.size()) return std::nullopt;
    return Span{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

std::optional<Span> span_field(const Json& object, const char* key, std::string_view text) {
    const auto found = object.find(key);
    return found == object.end() ? std::nullopt : span_of(*found, text);
}

struct Called {
    Span place;  // in "text"
    uint32_t note = no_line;
};

class Export {
public:
    explicit Export(const Json& object) : object_(object), text_(text_field(object, "text")) {}

    SourceText read(std::string_view name) {
        const Json& items = list_field(object_, "items");
        for (const Json& item : items) notes_of(list_field(item, "footnotes"));
        notes_of(list_field(object_, "footnotes"));
        std::ranges::sort(calls_, {}, [](const Called& one) { return one.place.begin; });
        head(items);
        group(items);
        for (const Json& item : items) read_item(item);
        tail(items);
        for (const auto& [note, words] : notes_) {
            flow_.begin_note(note);
            flow_.verbatim(words);
            flow_.end_note();
        }
        SourceText source = flow_.finish(name, Format::json);
        state(source);
        return source;
    }

private:
    void notes_of(const Json& footnotes) {
        for (const Json& one : footnotes) {
            const std::string mark = text_field(one, "mark");
            const std::string words = text_field(one, "text");
            if (mark.empty()) continue;
            const auto place = span_field(one, "span", text_);
            // The span of a note that nothing calls is that of its text.
            const bool called = place && !place->empty() && place->size() <= 12 && slice(text_, *place) != words;
            if (!words.empty()) note_words_.insert(words);
            if (!called && words.empty()) continue;
            const uint32_t note = flow_.new_note(mark);
            if (!words.empty()) notes_.emplace_back(note, words);
            if (called) calls_.push_back({*place, note});
        }
    }

    // ---- paragraphs of "text", with the marks that stand in them

    void paragraphs(Span span, Role role) {
        uint32_t at = span.begin;
        while (at < span.end) {
            const auto found = text_.find("\n\n", at);
            const uint32_t end = found < span.end ? static_cast<uint32_t>(found) : span.end;
            if (at < end) paragraph({at, end}, role);
            at = end + 2;
        }
    }

    void paragraph(Span span, Role role) {
        const std::string_view words = slice(text_, span);
        // Columns of blanks are a table.
        const bool table = words.find("   ") != std::string_view::npos || words.find('\t') != std::string_view::npos;
        flow_.open(table ? Role::table : role);
        uint32_t at = span.begin;
        auto call = std::ranges::lower_bound(calls_, span.begin, {}, [](const Called& one) { return one.place.begin; });
        for (; call != calls_.end() && call->place.end <= span.end; ++call) {
            if (call->place.begin < at) continue;
            lines({at, call->place.begin}, table);
            flow_.mark(slice(text_, call->place), call->note);
            at = call->place.end;
        }
        lines({at, span.end}, table);
        flow_.close();
    }

    void lines(Span span, bool table) {
        const std::string_view words = slice(text_, span);
        for (size_t at = 0; at <= words.size();) {
            const size_t end = std::min(words.find('\n', at), words.size());
            for (size_t from = at; table && from < end;) {
                const size_t tab = std::min(words.find('\t', from), end);
                flow_.verbatim(words.substr(from, tab - from));
                if (tab < end) flow_.tab();
                from = tab + 1;
            }
            if (!table) flow_.verbatim(words.substr(at, end - at));
            if (end < words.size()) flow_.line_break();
            at = end + 1;
        }
    }

    // ---- what stands around the items

    void head(const Json& items) {
        uint32_t end = static_cast<uint32_t>(text_.size());
        for (const Json& item : items) {
            const auto question = span_field(item, "question_span", text_);
            if (question && !question->empty()) end = std::min(end, question->begin);
        }
        if (items.empty()) {
            without_notes({0, end}, Role::unknown);
            return;
        }
        if (end < text_.size()) paragraphs({0, end}, Role::unknown);
    }

    void tail(const Json& items) {
        uint32_t begin = 0;
        for (const Json& item : items) {
            for (const char* const key : {"question_span", "answer_span"}) {
                if (const auto span = span_field(item, key, text_)) begin = std::max(begin, span->end);
            }
        }
        if (begin > 0) without_notes({begin, static_cast<uint32_t>(text_.size())}, Role::notice);
    }

    void without_notes(Span span, Role role) {
        uint32_t at = span.begin;
        while (at < span.end) {
            const auto found = text_.find("\n\n", at);
            const uint32_t end = found < span.end ? static_cast<uint32_t>(found) : span.end;
            if (at < end && !note_words_.contains(text_.substr(at, end - at))) paragraph({at, end}, role);
            at = end + 2;
        }
    }

    // ---- items

    static std::string label_of(const Json& item) {
        std::string label;
        for (const Json& number : list_field(item, "numbers")) {
            if (!number.is_number_integer()) continue;
            if (!label.empty()) label += ", ";
            label += std::to_string(number.get<int64_t>());
        }
        return label;
    }

    static int first_number(const Json& item) {
        const Json& numbers = list_field(item, "numbers");
        return !numbers.empty() && numbers[0].is_number_integer() ? static_cast<int>(numbers[0].get<int64_t>()) : 0;
    }

    // A joint answer belongs to the first question of its group and comes after the last.
    void group(const Json& items) {
        std::map<int, size_t> leaders;
        for (size_t i = 0; i < items.size(); ++i) {
            if (has_answer(items[i])) {
                leaders.insert_or_assign(first_number(items[i]), i);
                continue;
            }
            const auto of = items[i].find("answer_of");
            if (of == items[i].end() || !of->is_number_integer()) continue;
            const auto leader = leaders.find(static_cast<int>(of->get<int64_t>()));
            if (leader == leaders.end()) continue;
            members_[leader->second].push_back(i);
        }
        for (const auto& [leader, members] : members_) waits_[members.back()].push_back(leader);
    }

    static bool has_answer(const Json& item) { return !text_field(item, "answer").empty(); }

    void read_item(const Json& item) {
        const size_t index = count_++;
        const auto stated = item.find("number_stated");
        label(Role::question_label, stated != item.end() && *stated == true ? label_of(item) : "");
        said(item, "question_span", "question", Role::question);
        if (has_answer(item) && !members_.contains(index)) answer(item, "");
        const auto waiting = waits_.find(index);
        if (waiting == waits_.end()) return;
        const Json& items = list_field(object_, "items");
        for (const size_t leader : waiting->second) {
            std::string numbers = label_of(items[leader]);
            for (const size_t member : members_[leader]) numbers += ", " + label_of(items[member]);
            answer(items[leader], numbers);
        }
    }

    void answer(const Json& item, const std::string& numbers) {
        label(Role::answer_label, numbers);
        said(item, "answer_span", "answer", Role::answer);
    }

    void label(Role role, const std::string& words) {
        if (words.empty()) {
            flow_.label(role);
        } else {
            flow_.open(role);
            flow_.verbatim(words);
            flow_.close();
        }
    }

    // By its place in "text"; by its own words in a file that has no "text".
    void said(const Json& item, const char* span_key, const char* words_key, Role role) {
        const auto span = span_field(item, span_key, text_);
        if (span && !span->empty()) {
            paragraphs(*span, role);
            return;
        }
        const std::string whole = std::exchange(text_, text_field(item, words_key));
        const std::vector<Called> calls = std::exchange(calls_, {});
        paragraphs({0, static_cast<uint32_t>(text_.size())}, role);
        text_ = whole;
        calls_ = calls;
    }

    // ---- facts

    void state(SourceText& source) const {
        for (const char* const field :
             {"id", "kind", "title", "date", "dossier", "number", "session_year", "committee", "chair", "clerk"}) {
            std::string value = text_field(object_, field);
            // An id that was made from the text is none that the document states.
            if (field == std::string_view("id") && value.starts_with("doc-")) continue;
            if (!value.empty() && value != "onbekend") source.stated.push_back({field, std::move(value)});
        }
        for (const auto& [key, field] :
             {std::pair{"addressees", "addressee"}, std::pair{"respondents", "respondent"}}) {
            for (const Json& one : list_field(object_, key)) {
                std::string value = text_field(one, "text");
                if (!value.empty()) source.stated.push_back({field, std::move(value)});
            }
        }
        for (const Json& one : list_field(object_, "submitters")) {
            const std::string name = text_field(one, "name"), party = text_field(one, "party");
            if (!name.empty()) source.stated.push_back({"submitter", party.empty() ? name : name + " (" + party + ")"});
        }
    }

    const Json& object_;
    std::string text_;
    Flow flow_;
    std::vector<Called> calls_;
    std::vector<std::pair<uint32_t, std::string>> notes_;
    std::set<std::string> note_words_;
    std::map<size_t, std::vector<size_t>> members_;  // of the first question of a group, the others
    std::map<size_t, std::vector<size_t>> waits_;    // after which question the answers of which groups come
    size_t count_ = 0;
};

}  // namespace

bool is_export(const Json& object) {
    const auto items = object.find("items");
    if (items == object.end() || !items->is_array()) return false;
    if (items->empty()) return object.contains("kind") && object.contains("text");
    return std::ranges::all_of(*items, [](const Json& item) { return item.is_object() && item.contains("question"); });
}

SourceText read_export(const Json& object, std::string_view name) { return Export(object).read(name); }

}  // namespace kl::read
