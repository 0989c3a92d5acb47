// Paragraphs → items: which belong to which question, which to its answer, and what the numbers are.
//
// Three kinds of document:
// - headings divide question and answer ("Vraag 3" … "Antwoord 3" …);
// - headings or numbers divide the items, and nothing the answer from the question: it begins after the last question
// sentence;
// - nothing at all is printed: a paragraph that asks opens an item, and what follows without asking is its answer.
#pragma once

#include "parse/draft.h"

namespace kl::parse {

// Where the head ends: sets draft.head_end and draft.headed.
void find_head(Draft& draft, const Document& document);

// Fills document.items, except ids, footnotes and source. The kind must be known: questions alone have no answers to
// look for.
void make_items(Draft& draft, Document& document);

}  // namespace kl::parse
