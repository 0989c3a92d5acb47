#include "read/pdf.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>
#include <algorithm>
#include <limits>
#include <memory>

#include "read/pages.h"
#include "read/pdf_layout.h"
#include "text/utf8.h"

namespace kl::read {
namespace {

// Poppler gives the box of a word, from its font's ascent to its descent, and not its baseline. Of the usual fonts the
// descent is this part of the box, a few hundredths of an em more or less.
constexpr double descent = 0.21;

void say_nothing(const std::string&, void*) {}

std::string utf8_of(const poppler::ustring& text) {
    std::string out;
    for (size_t i = 0; i < text.size(); ++i) {
        char32_t c = text[i];
        if (c >= 0xD800 && c < 0xDC00 && i + 1 < text.size() && text[i + 1] >= 0xDC00 && text[i + 1] < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00U);
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;
        }
        text::append(out, c);
    }
    return out;
}

Piece piece_of(const poppler::text_box& box, double page_width, double page_height) {
    const poppler::rectf place = box.bbox();
    const auto turn = static_cast<uint8_t>(box.rotation() & 3);
    double begin = place.left(), end = place.right(), bottom = place.bottom(), height = place.height();
    if (turn == 1) {
        begin = place.top(), end = place.bottom(), bottom = page_width - place.left(), height = place.width();
    } else if (turn == 2) {
        begin = page_width - place.right(), end = page_width - place.left(), bottom = page_height - place.top();
    } else if (turn == 3) {
        begin = page_height - place.bottom(), end = page_height - place.top(), bottom = place.right();
        height = place.width();
    }
    Piece piece;
    piece.text = utf8_of(box.text());
    piece.x = static_cast<float>(begin);
    piece.width = static_cast<float>(end - begin);
    piece.y = static_cast<float>(bottom - descent * height);
    piece.size = static_cast<float>(box.has_font_info() ? box.get_font_size() : height);
    piece.turn = turn;
    return piece;
}

Page page_of(const poppler::document& file, int index) {
    Page out;
    const std::unique_ptr<poppler::page> page(file.create_page(index));
    if (page == nullptr) return out;
    const poppler::rectf place = page->page_rect(poppler::crop_box);
    double width = place.width(), height = place.height();
    const auto orientation = page->orientation();
    if (orientation == poppler::page::landscape || orientation == poppler::page::seascape) std::swap(width, height);
    out.width = static_cast<float>(width);
    out.height = static_cast<float>(height);
    for (const poppler::text_box& box : page->text_list(poppler::page::text_list_include_font)) {
        out.pieces.push_back(piece_of(box, width, height));
    }
    return out;
}

}  // namespace

Result<Sources> read_pdf(std::string_view bytes, std::string_view name) {
    const auto failed = [&](const char* code) { return std::unexpected(Error{code, {std::string(name)}}); };
    poppler::set_debug_error_function(say_nothing, nullptr);
    if (bytes.size() > static_cast<size_t>(std::numeric_limits<int>::max())) return failed("pdf_damaged");
    const std::unique_ptr<poppler::document> file(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (file == nullptr) return failed("pdf_damaged");
    if (file->is_locked()) return failed("pdf_encrypted");
    const int count = file->pages();
    if (count <= 0) return failed("pdf_damaged");
    if (static_cast<size_t>(count) > most_pages) {
        return std::unexpected(Error{"pdf_too_many_pages", {std::string(name), std::to_string(count)}});
    }
    Pages pages;
    size_t pieces = 0;
    for (int i = 0; i < count && pieces < most_pieces; ++i) {
        pages.push_back(page_of(*file, i));
        pieces += pages.back().pieces.size();
    }
    return lay_out_pages(pages, name);
}

}  // namespace kl::read
