// When something will be done, as a sentence says it: "binnenkort", "voor de zomer van 2026", "in het eerste kwartaal",
// "uiterlijk eind 2025". The date is the last day of the period; words without a period ("binnenkort") give no date.
//
//     begin / medio / eind J      31 March, 30 June, 31 December
//     voorjaar, zomer, najaar     31 May, 31 August, 30 November; winter: the last of February after it
//     voor de zomer, voor het zomerreces   30 June; voor de kerst, voor het kerstreces 20 December
//     voor <date>                 the day before
// A season or month without a year is the next one after the document's date.
#pragma once

#include <optional>

#include "annotate/words.h"
#include "text/date.h"

namespace kl::annotate {

struct Due {
    Span span;
    text::Date date;  // unknown when the words give none
};

// The due words among the tokens [first, last) of one sentence; the first that gives a date goes before one that gives
// none.
[[nodiscard]] std::optional<Due> find_due(const Words& words, size_t first, size_t last, text::Date document_date);

}  // namespace kl::annotate
