// A ViewModel made by hand, with the texts of the drawn pictures: the panels are tested and looked at without a corpus.
#pragma once

#include <string>
#include <string_view>

#include "app/view_model.h"

namespace kl::test {

// "{…}" is a highlight, "[…]" a link to a page, "<…>" a link to an item, "^n^" a footnote mark (n: its index + 1).
[[nodiscard]] app::RichText rich(std::string_view marked);

[[nodiscard]] const app::Strings& strings();  // assets/ui/*.tsv

// Four answers to "grondstof", the second one open.
[[nodiscard]] app::ViewModel fake_view_model();
[[nodiscard]] app::ViewModel empty_view_model();  // no document yet
[[nodiscard]] app::ViewModel loading_view_model();
[[nodiscard]] app::ViewModel nothing_view_model();  // zero results, with suggestions
void open_source(app::ViewModel& vm);
void open_help(app::ViewModel& vm);

}  // namespace kl::test
