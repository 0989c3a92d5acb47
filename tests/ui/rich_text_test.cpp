// Lines, cuts, places and selections.
#include <doctest.h>

#include "screen.h"
#include "ui/rich_text.h"

using namespace kl;
using namespace kl::test;
using ui::Layout;
using ui::LayoutSpec;

namespace {

// A context in which text can be measured.
struct Measure {
    Measure() : screen(400, 300, empty_view_model()), fonts(font_bytes()) { ImGui::NewFrame(); }
    ~Measure() { ImGui::EndFrame(); }
    Screen screen;
    ui::Fonts fonts;
};

std::string line_of(const app::RichText& text, const Layout& layout, size_t n) {
    return text.text.substr(layout.lines[n].begin, layout.lines[n].end - layout.lines[n].begin);
}

#define NEEDS_FONTS \
    if (!have_fonts()) return;

}  // namespace

TEST_CASE("lines are filled, broken at blanks, and cover the text") {
    NEEDS_FONTS
    Measure m;
    const app::RichText text =
        rich("Een groot deel van de verwerkte kritieke {grondstoffen} komt uit een klein aantal landen.");
    for (const float width : {40.0f, 120.0f, 300.0f, 2000.0f}) {
        const Layout layout = ui::lay_out(m.fonts, text, {ui::type::body, width, 0, 0});
        std::string all;
        for (size_t i = 0; i < layout.lines.size(); ++i) {
            all += line_of(text, layout, i);
            CHECK(layout.lines[i].width <= width + 0.5f);
        }
        CHECK(all == text.text);
        CHECK_FALSE(layout.cut);
    }
    CHECK(ui::lay_out(m.fonts, text, {ui::type::body, 2000, 0, 0}).lines.size() == 1);
}

TEST_CASE("a line may end after a hyphen, and a long word anywhere") {
    NEEDS_FONTS
    Measure m;
    const app::RichText text = rich("Oost-Azië");
    const float width = m.fonts.width(ui::type::body, "Oost-Az");
    const Layout layout = ui::lay_out(m.fonts, text, {ui::type::body, width, 0, 0});
    REQUIRE(layout.lines.size() == 2);
    CHECK(line_of(text, layout, 0) == "Oost-");
    const app::RichText word = rich("exportcontrolemaatregelen");
    CHECK(ui::lay_out(m.fonts, word, {ui::type::body, 60, 0, 0}).lines.size() > 2);
}

TEST_CASE("cut at the end of a word") {
    NEEDS_FONTS
    Measure m;
    const app::RichText text = rich(
        "Welke successen hebben Nederland en de EU geboekt omtrent het diversifiëren van grondstoffen, medicijnen en "
        "andere?");
    const Layout layout = ui::lay_out(m.fonts, text, {ui::type::body, 200, 20, 2});
    REQUIRE(layout.lines.size() == 2);
    CHECK(layout.cut);
    const ui::Segment& last = layout.segments.back();
    const char after = text.text[last.end];
    CHECK((after == ' ' || after == ','));
    CHECK(layout.segments.front().x == 20);
    CHECK(layout.lines[1].width + m.fonts.width(ui::type::body, " …") <= 200.5f);
}

TEST_CASE("lines do not depend on the density") {
    NEEDS_FONTS
    Measure m;
    const app::RichText text = rich(
        "Los van een mogelijk conflict zet het kabinet daarom in op het afbouwen van risicovolle strategische "
        "afhankelijkheden.");
    std::vector<uint32_t> ends[3];
    for (int i = 0; const float density : {1.0f, 1.25f, 2.0f}) {
        m.fonts.begin_frame(density);
        for (const ui::Line& line : ui::lay_out(m.fonts, text, {ui::type::answer, 333, 0, 0}).lines)
            ends[i].push_back(line.end);
        ++i;
    }
    CHECK(ends[0] == ends[1]);
    CHECK(ends[0] == ends[2]);
    m.fonts.begin_frame(1.25f);
    CHECK(m.fonts.snap(10.3f) * 1.25f == doctest::Approx(13));
}

TEST_CASE("a place on the screen and a place in the text are each other's inverse") {
    NEEDS_FONTS
    Measure m;
    const app::RichText text =
        rich("Zoals genoemd in het <antwoord op vraag twee> is één {grondstof} zorgelijk.^1^ En meer.");
    const Layout layout = ui::lay_out(m.fonts, text, {ui::type::answer, 180, 0, 0});
    for (size_t n = 0; n < layout.lines.size(); ++n) {
        for (uint32_t byte = layout.lines[n].begin; byte < layout.lines[n].end; ++byte) {
            if ((static_cast<unsigned char>(text.text[byte]) & 0xc0) == 0x80) continue;
            if (text.text[byte] == ' ') continue;  // blanks at the end of a line have no place
            const float x = ui::x_of(m.fonts, text, layout, n, byte);
            CHECK(ui::byte_at(m.fonts, text, layout, x + 0.5f, (static_cast<float>(n) + 0.5f) * 28) == byte);
        }
    }
    CHECK(ui::byte_at(m.fonts, text, layout, 0, -5) == 0);
    CHECK(ui::byte_at(m.fonts, text, layout, 0, 1e6f) == text.text.size());
}

TEST_CASE("a layout is made once") {
    NEEDS_FONTS
    Measure m;
    ui::LayoutCache cache;
    const app::RichText text = rich("Een groot deel van de {grondstoffen}.");
    cache.begin_frame();
    (void)cache.get(m.fonts, text, {ui::type::body, 100, 0, 0});
    cache.begin_frame();
    (void)cache.get(m.fonts, app::RichText(text), {ui::type::body, 100, 0, 0});
    CHECK(cache.made() == 1);
    (void)cache.get(m.fonts, text, {ui::type::body, 120, 0, 0});
    CHECK(cache.made() == 2);
    app::RichText other = text;
    other.runs.back().style = app::strong;
    (void)cache.get(m.fonts, other, {ui::type::body, 100, 0, 0});
    CHECK(cache.made() == 3);
}

TEST_CASE("text of any bytes is laid out") {
    NEEDS_FONTS
    Measure m;
    for (std::string_view bytes : {std::string_view("\xff\xfe\x80 a\xc3"), std::string_view("\n\n\t\r\n"),
                                   std::string_view("a\0b", 3), std::string_view("日本語 🙂")}) {
        const app::RichText text = ui::plain_text(std::string(bytes));
        const Layout layout = ui::lay_out(m.fonts, text, {ui::type::body, 50, 0, 0});
        CHECK(!layout.lines.empty());
    }
    CHECK(ui::lay_out(m.fonts, app::RichText{}, {ui::type::body, 50, 0, 0}).lines.empty());
}

TEST_CASE("the selected text") {
    const app::RichText a = rich("Eerste alinea."), b = rich("Tweede."), c = rich("Derde alinea.");
    const std::vector<const app::RichText*> blocks{&a, &b, &c};
    CHECK(ui::selected_text({1, {0, 7}, {0, 13}, false, 1}, blocks) == "alinea");
    CHECK(ui::selected_text({1, {2, 5}, {0, 7}, false, 1}, blocks) == "alinea.\n\nTweede.\n\nDerde");
    CHECK(ui::selected_text({1, {0, 3}, {0, 3}, false, 1}, blocks).empty());
    CHECK(ui::selected_text({1, {0, 3}, {9, 99}, false, 1}, blocks).size() > 10);
}

TEST_CASE("dragging, double and triple clicks select in the reader") {
    NEEDS_FONTS
    Screen screen(1440, 900, fake_view_model());
    // The first line of the answer: "Een groot deel van de verwerkte kritieke grondstoffen komt uit een klein".
    constexpr float y = 328, x = 762;
    SUBCASE("drag") {
        screen.press(x, y);
        screen.move(x + 40, y);
        screen.move(x + 77, y);
        screen.release();
        CHECK(screen.ui->selection() == "Een groot");
        screen.key(ImGuiKey_C, ImGuiMod_Ctrl);
        REQUIRE(screen.took<app::action::CopyText>() != nullptr);
        CHECK(screen.took<app::action::CopyText>()->text == "Een groot");
        screen.click(1000, 108);  // on empty ground
        CHECK(screen.ui->selection().empty());
    }
    SUBCASE("two clicks: the word") {
        screen.click(x + 50, y);
        screen.click(x + 50, y);
        CHECK(screen.ui->selection() == "groot");
    }
    SUBCASE("three clicks: the paragraph") {
        for (int i = 0; i < 3; ++i) screen.click(x + 50, y);
        CHECK(screen.ui->selection() == screen.vm.reader->answer[0].text);
    }
    SUBCASE("Shift: to here") {
        screen.click(x, y);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, true);
        screen.click(x + 77, y);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Shift, false);
        CHECK(screen.ui->selection() == "Een groot");
    }
    SUBCASE("over paragraphs") {
        screen.press(x, y);
        screen.move(x + 26, y + 155);
        screen.release();
        CHECK(screen.ui->selection() == screen.vm.reader->answer[0].text + "\n\nLos");
    }
    SUBCASE("all") {
        screen.key(ImGuiKey_A, ImGuiMod_Ctrl);
        CHECK(screen.ui->selection().starts_with(screen.vm.reader->question[0].text));
    }
    SUBCASE("another item has no selection") {
        screen.click(x + 50, y);
        screen.click(x + 50, y);
        screen.vm.reader->id = "other";
        screen.frames(2);
        CHECK(screen.ui->selection().empty());
    }
}
