#include "parse/parse.h"

#include "parse/finish.h"
#include "parse/footnotes.h"
#include "parse/header.h"
#include "parse/items.h"
#include "parse/labels.h"
#include "parse/notes.h"
#include "parse/numbers.h"
#include "parse/paragraphs.h"
#include "parse/rows.h"
#include "parse/stated.h"

namespace kl::parse {

Document parse(read::SourceText source) {
    Document document;
    document.source = std::move(source);
    const std::string_view text = document.source.text;
    Draft draft;

    // Lines of running text, without page furniture.
    make_rows(document.source, draft);

    // "Vraag 3, 4 en 5", "Antwoord 1"; or what the format says is one.
    const bool stated = take_labels(document.source, draft);
    if (!stated) {
        mark_labels(text, draft);
        mark_lone_numbers(document.source, draft);
    }

    // The notes at the foot of each page, which stand in the middle of what runs over the page break.
    if (!take_notes(document.source, draft)) find_notes(text, draft);

    // "4  Welke successen …": numbers without the word "Vraag".
    if (!stated) mark_numbers(text, draft);
    if (!stated) part_sections(draft);

    // Lines to paragraphs, around notes and page breaks; hyphens at line ends. From here on spans are of document.text.
    build_text(draft, document);
    place_marks(draft, document);

    // What stands before the first question, and what it says.
    find_head(draft, document);
    read_header(draft, document);

    // Questions and their answers.
    make_items(draft, document);

    // Marks in the running text, also garbled ones, bound to the notes.
    bind_footnotes(draft, document);

    // Paragraph breaks between a question and an answer that shared one; ids; places in the source.
    write_splits(draft, document);
    finish(document);
    return document;
}

}  // namespace kl::parse
