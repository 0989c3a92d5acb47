// Lines out of runs.
#include "ui/rich_text.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace kl::ui {
namespace {

// A footnote mark: smaller, and higher on the line (rich_text_draw.cpp).
constexpr float mark_size = 0.68f;

struct Glyph {
    uint32_t begin = 0;
    float advance = 0;
    char32_t c = 0;
    uint32_t run = 0;
};

bool is_blank(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == 0x2009 || c == 0x200b; }

bool is_word(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c < 0x2000);
}

// Whether a line may end after glyph i: after blanks, and inside "Oost-Azië", "(rest)/producten", long addresses.
bool may_break_after(const std::vector<Glyph>& glyphs, size_t i) {
    const char32_t c = glyphs[i].c;
    if (i + 1 >= glyphs.size()) return true;
    const char32_t next = glyphs[i + 1].c;
    if (is_blank(c)) return !is_blank(next) && !(next == U'…' && i + 2 == glyphs.size());  // no line of "…" alone
    const char32_t before = i > 0 ? glyphs[i - 1].c : 0;
    if (c == '-' || c == 0x2010) return is_word(before) && is_word(next);
    if (c == '/') return is_word(before) && is_word(next);
    return c == 0x2013 || c == 0x2014 ? !is_blank(next) && is_word(before) : false;
}

std::vector<Glyph> measure(Fonts& fonts, const app::RichText& text, const Type& type) {
    std::vector<Glyph> glyphs;
    glyphs.reserve(text.text.size());
    size_t run = 0;
    uint16_t style_before = 0;
    for (size_t at = 0; at < text.text.size();) {
        Glyph g;
        g.begin = static_cast<uint32_t>(at);
        while (run + 1 < text.runs.size() && at >= text.runs[run].end) ++run;
        g.run = static_cast<uint32_t>(run);
        g.c = next_code_point(text.text, at);
        const uint16_t style = run < text.runs.size() ? text.runs[run].style : uint16_t{0};
        const Type own = style_type(type, style);
        g.advance = g.c == '\n' || g.c == '\r' || g.c == 0xad ? 0 : fonts.advance(own.face, own.size, g.c);
        // A highlight stands a little free of what is beside it.
        if (!glyphs.empty() && (style & app::highlight) != (style_before & app::highlight))
            glyphs.back().advance += highlight_pad;
        style_before = style;
        glyphs.push_back(g);
    }
    if (!glyphs.empty() && (style_before & app::highlight) != 0) glyphs.back().advance += highlight_pad;
    return glyphs;
}

}  // namespace

Type style_type(Type type, uint16_t style) {
    if ((style & app::strong) != 0) type = strong(type);
    if ((style & app::mark) != 0) type.size *= mark_size;
    return type;
}

Layout lay_out(Fonts& fonts, const app::RichText& text, const LayoutSpec& spec) {
    Layout out;
    out.spec = spec;
    const std::vector<Glyph> glyphs = measure(fonts, text, spec.type);
    const auto size = static_cast<uint32_t>(text.text.size());
    const auto begin_of = [&](size_t i) { return i < glyphs.size() ? glyphs[i].begin : size; };
    const float dots = fonts.width(spec.type, " …");

    for (size_t i = 0; i < glyphs.size();) {
        const float left = out.lines.empty() ? spec.indent : 0;
        const float room = std::max(spec.width - left, spec.type.size);  // a narrow pane still gets a letter a line
        // How far this line reaches: [i, end) with its trailing blanks, of which [i, seen) is drawn.
        float x = 0;
        size_t end = i, good = i;
        bool forced = false;
        for (; end < glyphs.size(); ++end) {
            const Glyph& g = glyphs[end];
            if (g.c == '\n') {
                forced = true;
                ++end;
                break;
            }
            if (!is_blank(g.c) && x + g.advance > room + 0.01f) break;
            x += g.advance;
            if (may_break_after(glyphs, end)) good = end + 1;
        }
        if (!forced && end < glyphs.size()) {
            // A first word that does not fit beside the indent goes to the next line; one longer than a line is broken
            // anywhere.
            end = good > i ? good : left > 0 && room < spec.width * 0.7f ? i : std::max(end, i + 1);
        }
        size_t seen = end;
        while (seen > i && (is_blank(glyphs[seen - 1].c) || glyphs[seen - 1].c == '\r')) --seen;
        const bool last =
            spec.max_lines > 0 && out.lines.size() + 1 == static_cast<size_t>(spec.max_lines) && end < glyphs.size();
        if (last) {
            out.cut = true;
            float w = 0;
            for (size_t k = i; k < seen; ++k) w += glyphs[k].advance;
            while (seen > i && w + dots > room) w -= glyphs[--seen].advance;
            // Back to the end of a word, without its comma.
            size_t word = seen;
            while (word > i && seen < glyphs.size() && is_word(glyphs[seen].c) && is_word(glyphs[word - 1].c)) --word;
            if (word > i) seen = word;
            while (seen > i && !is_word(glyphs[seen - 1].c) && glyphs[seen - 1].c != ')') --seen;
        }

        Line line{begin_of(i), begin_of(end), static_cast<uint32_t>(out.segments.size()), 0, 0};
        x = left;
        for (size_t k = i; k < seen; ++k) {
            const Glyph& g = glyphs[k];
            const bool has_run = g.run < text.runs.size();
            if (line.count == 0 || g.run != glyphs[k - 1].run) {
                out.segments.push_back({g.begin, g.begin, x, 0, has_run ? text.runs[g.run].style : uint16_t{0},
                                        has_run ? text.runs[g.run].link : -1});
                ++line.count;
            }
            Segment& segment = out.segments.back();
            segment.end = begin_of(k + 1);
            segment.width += g.advance;
            x += g.advance;
        }
        line.width = x;
        out.lines.push_back(line);
        if (last) break;
        i = end;
    }
    return out;
}

void LayoutCache::begin_frame() {
    ++frame_;
    if (kept_.size() < 1024) return;
    std::erase_if(kept_, [&](const auto& entry) { return entry.second.frame + 2 < frame_; });
}

const Layout& LayoutCache::get(Fonts& fonts, const app::RichText& text, const LayoutSpec& spec) {
    uint64_t h = text.text.size();
    const auto mix = [&](uint64_t value) { h = (std::rotl(h, 23) ^ value) * 0x9e3779b97f4a7c15ull; };
    size_t at = 0;
    for (uint64_t word = 0; at + 8 <= text.text.size(); at += 8) {
        std::memcpy(&word, text.text.data() + at, 8);
        mix(word);
    }
    for (; at < text.text.size(); ++at) mix(static_cast<unsigned char>(text.text[at]));
    for (const app::Run& run : text.runs)
        mix(run.begin | uint64_t{run.end} << 32), mix(run.style | uint64_t{static_cast<uint32_t>(run.link)} << 16);
    mix(std::bit_cast<uint32_t>(spec.width) | uint64_t{std::bit_cast<uint32_t>(spec.indent)} << 32);
    mix(std::bit_cast<uint32_t>(spec.type.size) | uint64_t{static_cast<uint32_t>(spec.max_lines)} << 32);
    mix(static_cast<uint64_t>(spec.type.face) | uint64_t{std::bit_cast<uint32_t>(spec.type.line)} << 8);
    Kept& kept = kept_[h];
    if (kept.frame == 0) {
        kept.layout = lay_out(fonts, text, spec);
        ++made_;
    }
    kept.frame = frame_;
    return kept.layout;
}

app::RichText plain_text(std::string text) {
    app::RichText out;
    out.runs.push_back({0, static_cast<uint32_t>(text.size()), app::plain, -1});
    out.text = std::move(text);
    return out;
}

}  // namespace kl::ui
