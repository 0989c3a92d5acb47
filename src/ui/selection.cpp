// Selecting text by pointer: drag, double click (word), triple click (paragraph), Shift+click (from there to here).
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/rich_text.h"

namespace kl::ui {
namespace {

bool is_letter(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (c >= 0xc0 && c < 0x2000);
}

size_t step_back(std::string_view text, size_t at) {
    do --at;
    while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xc0) == 0x80);
    return at;
}

char32_t code_point_at(std::string_view text, size_t at) { return at < text.size() ? next_code_point(text, at) : 0; }

}  // namespace

float x_of(Fonts& fonts, const app::RichText& text, const Layout& layout, size_t line, uint32_t byte) {
    const Line& l = layout.lines[line];
    for (uint32_t i = 0; i < l.count; ++i) {
        const Segment& g = layout.segments[l.first + i];
        if (byte >= g.end) continue;
        if (byte <= g.begin) return g.x;
        return g.x + fonts.width(style_type(layout.spec.type, g.style),
                                 std::string_view(text.text).substr(g.begin, byte - g.begin));
    }
    return l.width;
}

uint32_t byte_at(Fonts& fonts, const app::RichText& text, const Layout& layout, float x, float y) {
    if (layout.lines.empty()) return 0;
    if (y < 0) return 0;
    const auto n = static_cast<size_t>(y / layout.spec.type.line);
    if (n >= layout.lines.size()) return layout.lines.back().end;
    const Line& l = layout.lines[n];
    const std::string_view bytes = text.text;
    uint32_t end = l.begin;
    for (uint32_t i = 0; i < l.count; ++i) {
        const Segment& g = layout.segments[l.first + i];
        const Type type = style_type(layout.spec.type, g.style);
        float pen = g.x;
        for (size_t at = g.begin; at < g.end;) {
            const auto begin = static_cast<uint32_t>(at);
            const char32_t c = next_code_point(bytes, at);
            const float w = fonts.advance(type.face, type.size, c);
            if (x < pen + w / 2) return begin;
            pen += w;
        }
        end = g.end;
    }
    return end;
}

const app::Link* SelectableArea::draw(const app::RichText& text, const Layout& layout, float x, float y,
                                      const TextStyle& style) {
    const auto block = static_cast<uint32_t>(blocks_.size());
    uint32_t begin = 0, end = 0;
    if (!selection_.empty() && selection_.area == area_) {
        const Place first = selection_.first(), last = selection_.last();
        const auto all = static_cast<uint32_t>(text.text.size());
        if (block >= first.block && block <= last.block) {
            begin = block == first.block ? std::min(first.byte, all) : 0;
            end = block == last.block ? std::min(last.byte, all) : all + 1;
        }
    }
    blocks_.push_back({&text, &layout, x, y});
    return draw_text(s_, text, layout, x, y, style, area_ + (uint64_t{block} << 20), begin, end);
}

Place SelectableArea::place_at(ImVec2 p) const {
    // The block under the point, or the nearest one above it.
    uint32_t block = 0;
    while (block + 1 < blocks_.size() && p.y >= blocks_[block + 1].y) ++block;
    const TextBlock& b = blocks_[block];
    return {block, byte_at(s_.fonts, *b.text, *b.layout, p.x - b.x, p.y - b.y)};
}

// To whole words or paragraphs.
void SelectableArea::widen(Place& from, Place& to) const {
    if (selection_.unit < 2) return;
    const std::string_view a = blocks_[from.block].text->text, b = blocks_[to.block].text->text;
    if (selection_.unit > 2) {
        from.byte = 0;
        to.byte = static_cast<uint32_t>(b.size());
        return;
    }
    size_t begin = from.byte, end = to.byte;
    if (from == to && !is_letter(code_point_at(a, begin)) && begin > 0 &&
        is_letter(code_point_at(a, step_back(a, begin))))
        begin = step_back(a, begin);
    while (begin > 0 && is_letter(code_point_at(a, begin)) && is_letter(code_point_at(a, step_back(a, begin))))
        begin = step_back(a, begin);
    if (from == to && end < b.size() && !is_letter(code_point_at(b, end)) && begin == from.byte)
        (void)next_code_point(b, end);
    while (end < b.size() && is_letter(code_point_at(b, end))) (void)next_code_point(b, end);
    from.byte = static_cast<uint32_t>(begin);
    to.byte = static_cast<uint32_t>(end);
}

void SelectableArea::select_all() {
    if (blocks_.empty()) return;
    selection_ = {area_,
                  {0, 0},
                  {static_cast<uint32_t>(blocks_.size() - 1), static_cast<uint32_t>(blocks_.back().text->text.size())},
                  false,
                  1};
    s_.animate();
}

void SelectableArea::finish(const Rect& rect) {
    if (blocks_.empty()) return;
    const ImGuiIO& io = ImGui::GetIO();
    const Rect area{rect.x, rect.y, rect.w - 14, rect.h};  // not the scrollbar
    const bool inside = s_.pointer_in(area) && !s_.pointer_taken();
    const bool on_text = inside && [&] {
        for (const TextBlock& b : blocks_) {
            const float y = io.MousePos.y - b.y;
            if (y >= 0 && y < b.layout->height() && io.MousePos.x >= b.x - 8 &&
                io.MousePos.x < b.x + b.layout->spec.width + 8)
                return true;
        }
        return false;
    }();
    const Id name = id("select", area_);
    // A finger that lands on text wants to scroll; a double tap selects a word.
    const bool finger = io.MouseSource == ImGuiMouseSource_TouchScreen;
    const bool pressed = inside && s_.memory.active == 0 && io.MouseClicked[0];
    if (pressed && on_text && !(finger && io.MouseClickedCount[0] < 2)) {
        const Place here = place_at(io.MousePos);
        if (io.KeyShift && selection_.area == area_) {
            selection_.head = here;
        } else {
            selection_ = {area_, here, here, true, std::min<int>(std::max<int>(io.MouseClickedCount[0], 1), 3)};
            widen(selection_.anchor, selection_.head);
        }
        selection_.dragging = !finger;
        s_.focus(0, false);
        s_.animate();
    } else if (pressed && selection_.area == area_) {
        selection_ = {};
        s_.animate();
    }
    if (selection_.dragging && selection_.area == area_) {
        s_.memory.active = name;
        if (!io.MouseDown[0]) {
            selection_.dragging = false;
            s_.memory.active = 0;
        } else if (io.MouseDelta.x != 0 || io.MouseDelta.y != 0 || io.MousePos.y < rect.y ||
                   io.MousePos.y > rect.y + rect.h) {
            Place here = place_at(io.MousePos);
            if (selection_.unit > 1) {
                Place from = std::min(here, selection_.first()), to = std::max(here, selection_.last());
                const bool back = here < selection_.anchor;
                widen(from, to);
                selection_.anchor = back ? to : from;
                here = back ? from : to;
            }
            if (here != selection_.head) {
                selection_.head = here;
                s_.animate();
            }
            // Dragged past an edge the text follows.
            const float past =
                io.MousePos.y < rect.y ? io.MousePos.y - rect.y : std::max(0.0f, io.MousePos.y - rect.y - rect.h);
            if (past != 0) s_.scroll_by(pane_, std::clamp(past, -48.0f, 48.0f) * 0.25f, false);
        }
        s_.output.cursor = Output::Cursor::text;
    } else if (on_text) {
        s_.output.cursor = Output::Cursor::text;
    }
    s_.keep_active(name);
}

std::string selected_text(const Selection& selection, const std::vector<const app::RichText*>& blocks) {
    std::string out;
    if (selection.empty()) return out;
    const Place first = selection.first(), last = selection.last();
    for (uint32_t i = first.block; i <= last.block && i < blocks.size(); ++i) {
        const std::string& text = blocks[i]->text;
        const size_t begin = i == first.block ? std::min<size_t>(first.byte, text.size()) : 0;
        const size_t end = i == last.block ? std::min<size_t>(last.byte, text.size()) : text.size();
        if (i != first.block) out += "\n\n";
        out.append(text, begin, end - begin);
    }
    return out;
}

}  // namespace kl::ui
