// Checks a parsed document against an expectation file; used for the bundled document and for the invented ones.
#pragma once

#include <doctest.h>

#include "expectation.h"

namespace kl::test {

inline const parse::Item* item_with(const parse::Document& document, int number) {
    for (const parse::Item& item : document.items) {
        for (const int n : item.numbers) {
            if (n == number) return &item;
        }
    }
    return nullptr;
}

inline std::string marks_of(const parse::Document& document, const parse::Item& item) {
    std::string marks;
    for (const uint32_t index : item.footnotes) {
        const parse::Footnote& note = document.footnotes[index];
        marks += (marks.empty() ? "" : " ") + note.mark + (note.garbled ? "*" : "") + (note.text ? "" : "?");
    }
    return marks;
}

inline std::string officials_line(const parse::Official& official) {
    if (official.office.empty() && official.name.empty()) return official.role;
    return official.role + " | " + official.office + (official.name.empty() ? "" : " | " + official.name);
}

inline std::string note_text(const parse::Document& document, const std::string& mark) {
    for (const parse::Footnote& note : document.footnotes) {
        if (note.mark == mark && note.text) return std::string(slice(document.text, *note.text));
    }
    return "";
}

struct Checker {
    const parse::Document& document;
    size_t items = 0;
    size_t respondents = 0;
    size_t addressees = 0;
    size_t submitters = 0;
    const parse::Item* item = nullptr;
    std::string expected_marks;

    void close_item() {
        if (item != nullptr) CHECK(marks_of(document, *item) == expected_marks);
        expected_marks.clear();
    }

    void open_item(const std::string& value) {
        close_item();
        std::stringstream words(value);
        std::vector<int> numbers;
        std::string word;
        std::string state;
        while (words >> word) {
            if (word.find_first_not_of("0123456789") == std::string::npos) {
                numbers.push_back(std::stoi(word));
            } else {
                state = word;
            }
        }
        REQUIRE(items < document.items.size());
        item = &document.items[items++];
        CHECK(item->numbers == numbers);
        CHECK(item->number_stated == (state == "stated"));
    }

    void line(const Line& l) {
        const std::string& v = l.value;
        INFO(l.key, " ", v);
        const auto text_of = [this](Span span) { return parse::running_text(document, span); };
        if (l.key == "id")
            CHECK(document.id == v);
        else if (l.key == "kind")
            CHECK(parse::name(document.kind) == v);
        else if (l.key == "date")
            CHECK(text::iso(document.date) == v);
        else if (l.key == "dossier")
            CHECK(document.dossier == v);
        else if (l.key == "number")
            CHECK(document.number == v);
        else if (l.key == "session")
            CHECK(document.session_year == v);
        else if (l.key == "title")
            CHECK(document.title == v);
        else if (l.key == "committee")
            CHECK(document.committee == v);
        else if (l.key == "chair")
            CHECK(document.chair == v);
        else if (l.key == "clerk")
            CHECK(document.clerk == v);
        else if (l.key == "letter")
            CHECK(matches(text_of(document.letter), v));
        else if (l.key == "respondent") {
            REQUIRE(respondents < document.respondents.size());
            CHECK(officials_line(document.respondents[respondents++]) == v);
        } else if (l.key == "addressee") {
            REQUIRE(addressees < document.addressees.size());
            CHECK(officials_line(document.addressees[addressees++]) == v);
        } else if (l.key == "submitter") {
            REQUIRE(submitters < document.submitters.size());
            const parse::Submitter& s = document.submitters[submitters++];
            CHECK(s.name + " | " + s.party == v);
        } else if (l.key == "item") {
            open_item(v);
        } else if (l.key == "Q") {
            const std::string got = text_of(item->question);
            INFO("got ", got);
            CHECK(matches(got, v));
        } else if (l.key == "A") {
            const std::string got = item->answer ? text_of(*item->answer) : "(none)";
            INFO("got ", got);
            CHECK(matches(got, v));
        } else if (l.key == "answer_of") {
            CHECK(item->answer_of == std::stoi(v));
        } else if (l.key == "paragraphs") {
            CHECK(item->answer_paragraphs.size() == static_cast<size_t>(std::stoi(v)));
        } else if (l.key == "marks") {
            expected_marks = v;
        } else if (l.key == "note") {
            const size_t blank = v.find(' ');
            CHECK(note_text(document, v.substr(0, blank)) == v.substr(blank + 1));
        } else if (l.key == "tail") {
            REQUIRE(!document.tail_paragraphs.empty());
            CHECK(matches(text_of(document.tail_paragraphs.front()), v));
        } else if (l.key == "text") {
            const size_t blank = v.find(' ');
            const parse::Item* in = item_with(document, std::stoi(v.substr(0, blank)));
            REQUIRE(in != nullptr);
            std::string all = text_of(in->question) + " / " + (in->answer ? text_of(*in->answer) : "");
            CHECK(all.find(v.substr(blank + 1)) != std::string::npos);
        } else if (l.key == "diagnostic") {
            bool found = false;
            for (const Diagnostic& d : document.diagnostics) {
                std::string shown = d.code;
                for (const std::string& arg : d.args) shown += " " + arg;
                found = found || shown == v;
            }
            CHECK(found);
        } else {
            FAIL_CHECK("unknown key ", l.key);
        }
    }

    void run(const std::vector<Line>& lines) {
        for (const Line& l : lines) line(l);
        close_item();
        CHECK(document.items.size() == items);
    }
};

inline void check_expectation(const parse::Document& document, const std::string& expected) {
    Checker checker{document, 0, 0, 0, 0, nullptr, {}};
    checker.run(expectation(expected));
}

}  // namespace kl::test
