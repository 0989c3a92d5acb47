// Promises to the Kamer (toezeggingen), by the grammar of the sentence: somebody of the government, something still to
// come, a verb of informing or sending, and the Kamer.
//
//     "wordt uw Kamer binnenkort geïnformeerd over de kabinetspositie"    a promise
//     "Ik zal de Kamer voor de zomer een brief sturen"                    a promise
//     "Daarom is uw Kamer op 29 mei 2024 geïnformeerd"                    done
//     "Hierbij stuur ik uw Kamer …", "Bent u bereid de Kamer te informeren?", "kan ik uw Kamer niet informeren"    none
#pragma once

#include <vector>

#include "annotate/annotation.h"
#include "annotate/words.h"

namespace kl::annotate {

// Promises in a part of the text, by sentence.
[[nodiscard]] std::vector<Promise> find_promises(const Words& words, Span part, text::Date document_date);

// Written dates in a part of the text.
[[nodiscard]] std::vector<DateMention> find_dates(std::string_view text, Span part);

}  // namespace kl::annotate
