#include "read/plain_text.h"

#include "read/layout.h"
#include "text/utf8.h"

namespace kl::read {

SourceText read_plain_text(std::string_view bytes, std::string_view name) {
    SourceText source;
    source.name = name;
    source.format = Format::plain_text;
    if (text::is_valid(bytes)) {
        source.text = bytes;
    } else {
        source.text = text::from_windows_1252(bytes);
        source.diagnostics.push_back({"windows_1252", Severity::note, {}, {}, {}});
    }
    lay_out(source);
    return source;
}

}  // namespace kl::read
