// A file's text, as it was, with what its format said about its layout. Nothing has been decided yet: a line is a line
// of the file (or a paragraph, in formats that have paragraphs).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/diagnostic.h"
#include "text/span.h"

namespace kl::read {

enum class Format : uint8_t { plain_text, pdf, docx, html, xml, json };

// What a structured format says a line is; `unknown` in formats that say nothing. A label opens a question or an
// answer; its line is empty where the format has a question without a number. `notice` is what stands instead of
// answers.
enum class Role : uint8_t {
    unknown,
    heading,
    question_label,
    question,
    answer_label,
    answer,
    note,
    table,
    furniture,
    notice,
};

struct Line {
    Span span;                   // without the line end and without blanks at either side
    uint32_t indent = 0;         // blanks before it (plain text), or x in points (pdf)
    uint32_t blanks_before = 0;  // blank lines between the line before and this one
    uint32_t page = 0;           // counted from 0
    bool page_start = false;     // first line of a page (form feed, a run of blank lines, …: see layout.h)
    bool furniture = false;      // page header or footer: not part of the running text
    Role role = Role::unknown;
};

// A fact that the format itself states about the document (metadata, attributes), apart from its words.
//   id · kind · date (ISO) · dossier · number · session_year · title · committee · addressee · respondent ·
//   submitter ("name" or "name (party)"); a field may come several times
struct StatedFact {
    std::string field;
    std::string value;
};

inline constexpr uint32_t no_line = UINT32_MAX;

// A footnote mark that the format itself states: a reference to a note, or raised figures. Its words ("1", "*") stand
// in the running text.
struct Mark {
    Span span;
    uint32_t note = no_line;  // index in SourceText::lines of the first line of its note; no_line: not said
};

struct SourceText {
    std::string name;  // file name as given, for messages only: no fact is ever taken from it
    Format format = Format::plain_text;
    std::string text;  // UTF-8; of a format that is text itself the whole file: what "bekijk bron" shows
    std::vector<Line> lines;
    std::vector<Mark> marks;  // in the order of the text
    std::vector<StatedFact> stated;
    std::vector<Diagnostic> diagnostics;  // spans in `source`; `span` is empty
};

}  // namespace kl::read
