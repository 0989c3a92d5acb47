// What the phases of `parse` hand to each other: the file's lines on their way to becoming paragraphs and items. Not
// for other rooms; they see only document.h.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "parse/document.h"
#include "text/span.h"

namespace kl::parse {

constexpr uint32_t nowhere = UINT32_MAX;

enum class RowKind : uint8_t {
    text,
    label,  // a heading: "Vraag 3, 4 en 5", "Antwoord 1"; text may follow it on the same line
    note,   // text of a footnote
    mark,   // only a footnote mark: a superscript that the converter put on a line of its own
};

// One line of running text; page furniture has no row.
struct Row {
    Span span;  // in SourceText::text
    uint32_t blanks_before = 0;
    uint32_t indent = 0;
    uint32_t page = 0;
    bool page_start = false;
    bool table = false;  // columns of blanks
    read::Role role = read::Role::unknown;
    RowKind kind = RowKind::text;
    Span furniture;            // page headers and footers between the row before and this one
    uint32_t label = nowhere;  // index in Draft::labels
};

enum class LabelKind : uint8_t {
    question,
    answer,
    notice,   // "Mededeling": instead of answers
    remark,   // "Toelichting: Deze vragen dienen ter aanvulling op …", after the last answer
    section,  // a heading above questions that is part of none
};

struct Label {
    LabelKind kind = LabelKind::question;
    std::vector<int> numbers;  // empty: a bare "Antwoord"
    Span source;               // the words of the heading
    bool bare = false;         // only a number: "4  Welke successen"
    uint32_t paragraph = 0;    // index of the first paragraph after it
};

struct Paragraph {
    Span text;  // in Document::text
    uint32_t first_row = 0;
    uint32_t last_row = 0;  // inclusive; rows that are notes or marks between the two are not part of it
};

// A footnote's text, before its mark is found.
struct NoteText {
    int mark = 0;
    Span label;  // its number, in the source
    uint32_t first_row = 0;
    uint32_t last_row = 0;
    Span text;  // in Document::text
};

struct StatedMark {
    Span text;          // in Document::text
    uint32_t note = 0;  // index in Draft::notes
};

struct Draft {
    std::vector<Row> rows;
    std::vector<Label> labels;
    std::vector<Paragraph> paragraphs;
    std::vector<NoteText> notes;
    std::vector<Span>
        line_openings;             // numbers that open a line inside a paragraph: a raised mark may have slipped there
    std::vector<Span> line_marks;  // marks on a line of their own: their place in Document::text
    bool spaced = false;           // blank lines part the paragraphs
    uint32_t width = 0;            // of a full line, in bytes
    uint32_t head_end = 0;         // number of paragraphs of the head
    bool headed = false;           // "Vraag n" or "Antwoord" headings divide the items
    bool exact = false;            // the format says where a paragraph begins
    bool stated_items = false;     // … and which is a question
    bool stated_answers = false;   // … and which is an answer
    std::vector<StatedMark> stated_marks;  // footnote marks whose note the format names
    std::vector<Span> splits;  // blanks between a question and its answer, where nothing else divides the two
};

inline void report(Document& document, std::string code, Severity severity, Span span, Span source,
                   std::vector<std::string> args = {}) {
    document.diagnostics.push_back({std::move(code), severity, span, source, std::move(args)});
}

}  // namespace kl::parse
