// XML of officielebekendmakingen.nl: <officiele-publicatie> with <kamervragen> or <kamerstuk>, and the older <kamerwrk>
// and <vragen>. What the schema says is taken as it is: which element is a question, where a note is called, what the
// publication is. Any other XML gives its text, if that can be questions and answers.
#pragma once

#include "read/read.h"

namespace kl::read {

// Errors: xml_broken {name}, xml_other {name, root}, metadata_only {name}, search_answer {name}, too_nested {name},
// unsupported_format {name, format}. A file that stops in the middle gives what stands before, with the diagnostic
// "cut_off".
[[nodiscard]] Result<Sources> read_xml(std::string_view bytes, std::string_view name);

}  // namespace kl::read
