// What the format of a file states, taken as it is instead of guessed from the words: which lines are questions and
// answers, which are notes and what calls them, and facts of the head.
#pragma once

#include <optional>

#include "parse/draft.h"

namespace kl::parse {

// Labels from the roles of lines: question_label, answer_label, notice; what belongs to no item is set apart. False,
// and nothing done, when the format states no question.
bool take_labels(const read::SourceText& source, Draft& draft);

// A number that is a paragraph or a heading of its own, 1, 2, 3 … with questions below: so are lists of questions
// printed on pages of officielebekendmakingen.nl. Only in formats that say where a paragraph begins, and where no
// question has a heading.
void mark_lone_numbers(const read::SourceText& source, Draft& draft);

// With labels found by words: a heading directly above a question is no part of the answer before it.
void part_sections(Draft& draft);

// Lines of Role::note → draft.notes. False when there are none.
bool take_notes(const read::SourceText& source, Draft& draft);

// After build_text: the places of SourceText::marks in the text. Those that name their note go to draft.stated_marks,
// the others are certain candidates (draft.line_marks).
void place_marks(Draft& draft, const Document& document);
void bind_stated_marks(const Draft& draft, Document& document);

[[nodiscard]] std::optional<Kind> stated_kind(const read::SourceText& source);

// Stated facts over those that were read from the words; people and offices only where the words name none.
void take_facts(Document& document);

}  // namespace kl::parse
