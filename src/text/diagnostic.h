// What a reader of a document must know about how it was understood. Imperfect input is normal, so results carry a list
// of these; `Error` is for the operations that give no result at all.
//
// Neither holds a sentence: `code` names a row of assets/ui/strings.tsv ("diagnostic.number_restored",
// "error.empty_file"), in which {0}, {1} … stand for `args`. The sentence is made where it is shown, in the user's
// language.
//
// Codes of diagnostics (sentences: assets/ui/diagnostics.tsv), with their arguments:
//   read    windows_1252 · manifest_entry {index, counted from 1} · pdf_page_empty {number} · cut_off ·
//           xml_other {root} · open_data_facts
//   head    kind_unknown · date_missing · dossier_inferred {dossier} · title_cut
//   items   number_restored {number} · numbers_begin_again {number} · answer_without_question {number} ·
//           question_missing {number}
//   lines   hyphen_joined · note_lifted {mark} · furniture_lifted
//   notes   mark_garbled {printed, mark} · note_missing {mark} · mark_missing {mark}
//   annotate  office_unknown {words} · vocabulary_row {file, line}
// Codes of errors:
//   empty_file {name} · binary_file {name} · unsupported_format {name, format} · too_large {name, MB} ·
//   manifest_invalid · source_invalid · pdf_scanned {name} · pdf_encrypted {name} · pdf_damaged {name} ·
//   pdf_too_many_pages {name, pages} · encrypted {name} · zip_broken {name} · zip_bomb {name} · zip_archive {name} ·
//   xml_broken {name} · xml_other {name, root} · metadata_only {name} · search_answer {name} · too_nested {name} ·
//   json_broken {name} · json_other {name} · open_data_error {name, message}
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "text/span.h"

namespace kl {

enum class Severity : uint8_t {
    note,    // a repair that changes nothing a reader relies on (a hyphen joined, page furniture lifted out)
    repair,  // something restored that the source does not say (a number, a garbled footnote mark)
    doubt,   // something that could not be understood or is missing (a mark without its note)
};

struct Diagnostic {
    std::string code;  // e.g. "number_restored"; the key in strings.tsv is "diagnostic." + code
    Severity severity = Severity::note;
    Span span;                      // place in Document::text (empty at 0 when it has none)
    Span source;                    // place in SourceText::text: the file as it was
    std::vector<std::string> args;  // fills {0}, {1} … of the sentence
};

struct Error {
    std::string code;  // the key in strings.tsv is "error." + code
    std::vector<std::string> args;
};

template <class T>
using Result = std::expected<T, Error>;

}  // namespace kl
