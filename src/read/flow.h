// Paragraphs, tables and notes of a structured format on their way to a SourceText. A reader walks its tree and says
// what begins and ends; Flow keeps what is open, so that a note or a text box may stand in the middle of a sentence.
//
// The text it makes: a paragraph is a line (or several, with line breaks), paragraphs are parted by a blank line, items
// of a list are not. A row of a table is a line, its cells parted by a tab; a table that only lays out questions and
// answers gives them as paragraphs with their roles (flow_table.cpp). The notes come last, each with its number in
// front. Empty paragraphs leave nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/source_text.h"

namespace kl::read {

namespace flow {

struct PlacedMark {
    uint32_t begin = 0;  // in Paragraph::text
    uint32_t size = 0;
    uint32_t note = no_line;  // index of the note, in the order of `Flow::new_note`; no_line: raised figures
};

struct Paragraph {
    std::string text;  // "\n" is a line break
    std::vector<PlacedMark> marks;
    Role role = Role::unknown;
    bool tight = false;  // no blank line before it
};
using Paragraphs = std::vector<Paragraph>;
using Cell = Paragraphs;
using Row = std::vector<Cell>;
using Table = std::vector<Row>;

// A table as paragraphs: rows of data, questions and answers, or only lay-out.
void lay_out_table(Table table, Paragraphs& out);

}  // namespace flow

class Flow {
public:
    Flow() { boxes_.emplace_back(); }

    // ---- paragraphs: text outside of one opens one, of the role that `set_role` gave.
    void set_role(Role role) { role_ = role; }
    [[nodiscard]] Role role() const { return role_; }
    void open(Role role, bool tight = false);
    void open() { open(role_); }
    void close();
    // An item of a list, with the number or sign before it ("" for none); its first paragraph goes on behind that.
    // Items follow each other without a blank line, but numbered ones: those may be questions.
    void open_item(std::string_view label);
    void keep_open() { box().item_label = box().open.text.size(); }  // of an item whose words have its number
    void end_item();
    void label(Role role);  // an empty label: a question or an answer of which the format states no number

    // ---- what stands in a paragraph
    void verbatim(std::string_view text);
    void words(std::string_view text);  // a run of blanks is one blank, at the edges of a line none
    void line_break();
    void tab();  // between two columns
    void blank() { words(" "); }
    void mark(std::string_view printed, uint32_t note);
    void raised(std::string_view printed);  // figures above the line; a mark if it can be one

    // ---- notes. `new_note` at the mark or before; its text anywhere.
    [[nodiscard]] uint32_t new_note(std::string label);
    void set_note_label(uint32_t note, std::string label);
    void begin_note(uint32_t note);
    void end_note();

    // ---- tables; cells hold paragraphs, also tables
    void begin_table();
    void begin_row();
    void begin_cell();
    void end_cell();
    void end_table();

    // ---- what stands beside the paragraph it is anchored in: after it
    void begin_aside();
    void end_aside();

    // Nothing may be open. `text`, `lines` and `marks` of what was said.
    [[nodiscard]] SourceText finish(std::string_view name, Format format);

private:
    struct Box {
        flow::Paragraphs done;
        flow::Paragraphs asides;  // wait for the end of the open paragraph
        flow::Paragraph open;
        bool is_open = false;
        size_t item_label = std::string::npos;  // size of the label of an item that has no words yet
        Role role = Role::unknown;              // of the text around it
        uint32_t note = no_line;
    };
    struct Note {
        std::string label;
        flow::Paragraphs text;
        bool called = false;
    };

    Box& box() { return boxes_.back(); }
    Box pop();
    void add(flow::Paragraphs& to, flow::Paragraphs from);

    std::vector<Box> boxes_;
    std::vector<flow::Table> tables_;
    std::vector<Note> notes_;
    Role role_ = Role::unknown;
    uint32_t left_out_ = 0;  // tables nested deeper than any document has them: their cells are plain paragraphs
};

}  // namespace kl::read
