// One parliamentary document, understood: what kind it is, what its head says, and its questions with their answers.
//
// `Document` owns `text`, the normalised text: lines joined to paragraphs, hyphens at line ends joined, page furniture
// and note texts lifted out of the running text. Paragraphs are separated by "\n\n" (within a paragraph "\n" stands
// only where a line break means something: a list, a table). The note texts follow after the last item. Every span in a
// Document is a span of `text`, unless it says `source`; `to_source` leads back to the file.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "read/source_text.h"
#include "text/date.h"
#include "text/diagnostic.h"
#include "text/span.h"

namespace kl::parse {

enum class Kind : uint8_t { lijst, aanhangsel, kamervragen, mededeling, rekenkamer, onbekend };
[[nodiscard]] std::string_view name(Kind kind);  // as in `parse --json`: "lijst", …

// A minister or state secretary as the head of the document names one. The parser knows no ministries: `office` is the
// words.
struct Official {
    std::string role;    // "minister", "staatssecretaris", "minister-president", or "" when only a ministry is named
    std::string office;  // "Buitenlandse Zaken": what follows "van"/"voor", or stands in brackets after a name
    std::string name;    // "Klaver"; usually empty
    Span span;           // the words in the head
};

struct Submitter {
    std::string name;
    std::string party;
    Span span;
};

struct Footnote {
    std::string mark;          // the mark as it must have been: "5", also when it was printed as "?>"
    Span mark_span;            // its place in the running text; empty when no mark was found for a note
    std::optional<Span> text;  // the note, or nothing when its text is missing from the document
    int item = -1;             // index in Document::items in which the mark stands; -1: outside the items
    bool garbled = false;      // the mark was restored from something else
};

struct Item {
    std::string id;              // "kst-36696-4/5": document id and first number
    std::vector<int> numbers;    // one, or several under a combined heading
    bool number_stated = false;  // printed in the source; false: follows from the order
    Span question;               // from its first to its last word, several paragraphs and marks included
    std::optional<Span> answer;
    std::optional<int> answer_of;           // number of the item whose answer is meant ("Zie het antwoord op vraag 4.")
    std::vector<Span> question_paragraphs;  // in order, inside `question`
    std::vector<Span> answer_paragraphs;
    std::vector<uint32_t> footnotes;  // indices in Document::footnotes, in order of the marks
    Span source;                      // the whole item in the file
};

// A run of `text` that came unchanged from the file. Between two runs stands something that was put in (a blank) or
// left out.
struct SourceRun {
    uint32_t text_begin = 0;
    uint32_t source_begin = 0;
    uint32_t size = 0;
};

struct Document {
    std::string id;  // "kst-36696-4", "ah-tk-20242025-610", "kv-tk-2024Z18883"; a hash of the text when it states none
    bool id_stated = true;
    Kind kind = Kind::onbekend;
    std::string title;  // "" when the text states none
    text::Date date;    // adopted, received, submitted or the letter's date: see shared conventions in ARCHITECTURE.md
    text::Date submitted;      // of questions with answers: when they were asked; unknown in other kinds
    std::string dossier;       // "36696", "21501-02"; no blanks
    std::string number;        // in the dossier, or of the Aanhangsel
    std::string session_year;  // "20252026"
    std::string committee;     // "Buitenlandse Zaken" of "vaste commissie voor Buitenlandse Zaken"
    std::string chair;
    std::string clerk;
    std::vector<Official> addressees;
    std::vector<Official> respondents;
    std::vector<Submitter> submitters;
    Span letter;  // the words that say which letter or report the questions are about; may be empty

    std::string text;
    std::vector<Span> head_paragraphs;  // what stands before the first item
    std::vector<Span> tail_paragraphs;  // what stands after the last item and is no answer: a notice of delay
    std::vector<Item> items;
    std::vector<Footnote> footnotes;
    std::vector<Diagnostic> diagnostics;

    std::vector<SourceRun> runs;  // sorted by text_begin
    read::SourceText source;
};

// The source bytes a span of `text` came from: from the first byte of the first run it touches to the last of the last.
[[nodiscard]] Span to_source(const Document& document, Span span);

// Running text under `span`, without footnote marks; paragraphs separated by "\n\n". What JSON, quotations and exports
// give.
[[nodiscard]] std::string running_text(const Document& document, Span span);

}  // namespace kl::parse
