// What XML and HTML have in common: bytes to UTF-8, named characters, tidy words.
#pragma once

#include <string>
#include <string_view>

namespace kl::read::markup {

// By what the bytes are, and else by what the file says of itself; `windows` when they were Windows-1252.
[[nodiscard]] std::string to_utf_8(std::string_view bytes, bool& windows);

// … as a parser of XML may have it: numbers of what is no character ("&#xD800;") are U+FFFD, else they would not be
// UTF-8.
[[nodiscard]] std::string to_xml(std::string_view bytes, bool& windows);

// Characters by name that XML does not know and old publications use: "&euml;". Unknown ones stay as they are.
[[nodiscard]] std::string decoded(std::string_view text);

// Blanks at the edges left out, runs of them one.
[[nodiscard]] std::string tidy(std::string_view words);

// "html", "body", "div", "p", …: an element with which a page, or a piece of one, begins.
[[nodiscard]] bool is_html_name(std::string_view name);

}  // namespace kl::read::markup
