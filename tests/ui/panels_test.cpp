// Every panel draws in every state and size, and what is clicked and typed comes out as Actions.
#include <doctest.h>

#include <chrono>
#include <cstdlib>

#include "screen.h"

using namespace kl;
using namespace kl::test;
namespace action = app::action;

#define NEEDS_FONTS                                                \
    if (!have_fonts()) {                                           \
        MESSAGE("no fonts (tools/prepare fonts): nothing tested"); \
        return;                                                    \
    }

TEST_CASE("every state draws at every size, light and dark") {
    NEEDS_FONTS
    struct Size {
        float w, h, density;
    };
    const Size sizes[] = {{1440, 900, 1}, {1440, 900, 1.25f}, {900, 700, 1.5f},
                          {390, 844, 2},  {200, 150, 1},      {40, 30, 1}};
    const auto fill = [](app::ViewModel vm, auto change) {
        change(vm);
        return vm;
    };
    const std::pair<const char*, app::ViewModel> states[] = {
        {"normal", fake_view_model()},
        {"empty", empty_view_model()},
        {"loading", loading_view_model()},
        {"nothing", nothing_view_model()},
        {"source", fill(fake_view_model(),
                        [](auto& vm) {
                            open_source(vm);
                            vm.pane = app::Pane::answer;
                        })},
        {"help", fill(fake_view_model(), [](auto& vm) { open_help(vm); })},
        {"filters", fill(fake_view_model(), [](auto& vm) { vm.pane = app::Pane::filters; })},
        {"answer", fill(fake_view_model(), [](auto& vm) { vm.pane = app::Pane::answer; })},
    };
    for (const auto& [name, vm] : states) {
        for (const Size& size : sizes) {
            CAPTURE(name);
            CAPTURE(size.w);
            Screen screen(size.w, size.h, vm, size.density);
            for (const bool dark : {false, true}) {
                screen.input.dark = dark;
                screen.frames(5);
                CHECK(ImGui::GetDrawData()->TotalVtxCount > 0);
                if (size.w > 100 && size.density != 1.25f) CHECK(colors_in(screen.image()) > 8);
            }
        }
    }
}

TEST_CASE("light and dark differ, and each has its own ground") {
    NEEDS_FONTS
    Screen screen(1440, 900, fake_view_model());
    CHECK((screen.image().at(5, 500) & 0xffffffu) == 0xf0f4f5u);  // BGR of #f5f4f0
    screen.input.dark = true;
    screen.frames(2);
    CHECK((screen.image().at(5, 500) & 0xffffffu) == 0x1d1612u);  // #12161d
}

TEST_CASE("a still screen asks for no frame") {
    NEEDS_FONTS
    for (auto vm : {fake_view_model(), empty_view_model(), loading_view_model(), nothing_view_model()}) {
        Screen screen(1440, 900, vm);
        screen.frames_until_still();
        CHECK_FALSE(screen.frame().animating);
        CHECK(screen.output.wake_after == 0);
    }
}

TEST_CASE("clicks become actions") {
    NEEDS_FONTS
    Screen screen(1440, 900, fake_view_model());
    SUBCASE("a facet value") {
        screen.click(100, 168);
        const auto* a = screen.took<action::ToggleFilter>();
        REQUIRE(a != nullptr);
        CHECK(a->facet == search::Facet::ministry);
        CHECK(a->key == "Buitenlandse Zaken");
        CHECK(screen.actions.size() == 1);
    }
    SUBCASE("a card") {
        screen.click(500, 600);
        const auto* a = screen.took<action::OpenItem>();
        REQUIRE(a != nullptr);
        CHECK(a->id == "kst-36696-4/2");
        CHECK(screen.actions.size() == 1);
    }
    SUBCASE("a chip") {
        screen.click(590, 98);
        const auto* a = screen.took<action::ToggleFilter>();
        REQUIRE(a != nullptr);
        CHECK(a->key == "handel");
    }
    SUBCASE("language") {
        screen.click(1203, 32);
        const auto* a = screen.took<action::SetLanguage>();
        REQUIRE(a != nullptr);
        CHECK(a->language == app::Language::en);
    }
    SUBCASE("next") {
        screen.click(1385, 104);
        const auto* a = screen.took<action::OpenItem>();
        REQUIRE(a != nullptr);
        CHECK(a->id == "kst-36696-4/2");
    }
    SUBCASE("pressed here, released there: nothing") {
        screen.press(500, 600);
        screen.move(100, 168);
        screen.release();
        CHECK(screen.actions.empty());
    }
    SUBCASE("a link to another item") {
        screen.click(1280, 384);
        const auto* a = screen.took<action::OpenItem>();
        REQUIRE(a != nullptr);
        CHECK(a->id == "kst-36696-4/2");
        CHECK(screen.output.cursor == ui::Output::Cursor::hand);
    }
}

TEST_CASE("the order menu opens, chooses and closes") {
    NEEDS_FONTS
    Screen screen(1440, 900, fake_view_model());
    screen.click(660, 98);
    screen.frames(3);
    screen.click(640, 168);  // the second row, over a card
    const auto* a = screen.took<action::SetOrder>();
    REQUIRE(a != nullptr);
    CHECK(a->order == search::Order::document);
    CHECK(screen.took<action::OpenItem>() == nullptr);
    screen.actions.clear();
    screen.frames(2);
    screen.click(500, 600);
    CHECK(screen.took<action::OpenItem>() != nullptr);
}

TEST_CASE("keys become actions") {
    NEEDS_FONTS
    Screen screen(1440, 900, fake_view_model());
    SUBCASE("j and k") {
        screen.key(ImGuiKey_J);
        REQUIRE(screen.took<action::Step>() != nullptr);
        CHECK(screen.took<action::Step>()->by == 1);
        screen.actions.clear();
        screen.key(ImGuiKey_K);
        REQUIRE(screen.took<action::Step>() != nullptr);
        CHECK(screen.took<action::Step>()->by == -1);
    }
    SUBCASE("a character and its key count once") {
        ImGui::GetIO().AddKeyEvent(ImGuiKey_J, true);
        ImGui::GetIO().AddInputCharacter('j');
        screen.frames(5);
        CHECK(screen.actions.size() == 1);
    }
    SUBCASE("Enter opens") {
        screen.key(ImGuiKey_Enter);
        REQUIRE(screen.took<action::OpenItem>() != nullptr);
        CHECK(screen.took<action::OpenItem>()->id == "kst-36696-4/10");
    }
    SUBCASE("Esc clears, but first closes what is open") {
        screen.key(ImGuiKey_Escape);
        CHECK(screen.took<action::ResetAll>() != nullptr);
        screen.actions.clear();
        open_source(screen.vm);
        screen.key(ImGuiKey_Escape);
        CHECK(screen.took<action::ToggleSource>() != nullptr);
        CHECK(screen.took<action::ResetAll>() == nullptr);
        screen.actions.clear();
        open_help(screen.vm);
        screen.frames(2);
        screen.key(ImGuiKey_Escape);
        CHECK(screen.took<action::ToggleHelp>() != nullptr);
        CHECK(screen.took<action::ToggleSource>() == nullptr);
    }
    SUBCASE("? asks for help") {
        screen.key(ImGuiKey_Slash, ImGuiMod_Shift);
        CHECK(screen.took<action::ToggleHelp>() != nullptr);
    }
    SUBCASE("with Ctrl they belong to the browser") {
        screen.key(ImGuiKey_J, ImGuiMod_Ctrl);
        CHECK(screen.actions.empty());
    }
    SUBCASE("Tab and Space reach a facet") {
        for (int i = 0; i < 8; ++i) screen.key(ImGuiKey_Tab);
        screen.key(ImGuiKey_Space);
        CHECK(screen.actions.size() == 1);
    }
    SUBCASE("Tab goes all the way round and leaves at the end") {
        int stops = 0;
        while (stops < 200 && screen.ui->tab_stays(false)) {
            screen.key(ImGuiKey_Tab);
            ++stops;
        }
        CHECK(stops > 20);
        CHECK(stops < 200);
    }
}

TEST_CASE("typing in ImGui's own field asks for a search, and / brings the focus there") {
    NEEDS_FONTS
    Screen screen(1440, 900, fake_view_model());
    screen.vm.query.clear();
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Slash, true);
    ImGui::GetIO().AddInputCharacter('/');
    screen.frames(2);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Slash, false);
    screen.frames(4);
    CHECK(screen.output.wants_text);
    ImGui::GetIO().AddInputCharacter('j');
    screen.frames(3);
    const auto* a = screen.took<action::SetQuery>();
    REQUIRE(a != nullptr);
    CHECK(a->text == "j");
    CHECK(a->typing);
    CHECK(screen.took<action::Step>() == nullptr);
    SUBCASE("a query from elsewhere replaces what was typed") {
        screen.vm.query = "china";
        screen.frames(3);
        ImGui::GetIO().AddInputCharacter('s');
        screen.actions.clear();
        screen.frames(3);
        REQUIRE(screen.took<action::SetQuery>() != nullptr);
        CHECK(screen.took<action::SetQuery>()->text == "chinas");
    }
}

TEST_CASE("the host's field: only its place, and a wish for the focus") {
    NEEDS_FONTS
    Screen screen(1440, 900, fake_view_model());
    screen.input.host_search_field = true;
    screen.frames(2);
    const ui::Rect r = screen.output.search_field;
    CHECK(r.x > 300);
    CHECK(r.w > 400);
    CHECK(r.y + r.h < 64);
    bool asked = false;
    ImGui::GetIO().AddKeyEvent(ImGuiKey_Slash, true);
    for (int i = 0; i < 3; ++i) asked = screen.frame().focus_search || asked;
    CHECK(asked);
}

TEST_CASE("the way to the documents, where the host has a list of them") {
    NEEDS_FONTS
    for (const float width : {1440.0f, 900.0f, 390.0f}) {
        Screen screen(width, 800, fake_view_model());
        screen.input.host_search_field = true;
        screen.frames(2);
        const float without = screen.output.search_field.w;
        screen.input.host_documents = true;
        screen.frames(2);
        const ui::Rect field = screen.output.search_field;
        if (width < 1440) CHECK(field.w < without);
        bool opened = false;  // right of the field, after its count and its cross
        for (float x = field.x + field.w + 24; x < std::min(width, field.x + field.w + 260) && !opened; x += 16) {
            screen.click(x, 32);
            opened = screen.took<action::ToggleDocuments>() != nullptr;
        }
        CHECK(opened);
    }
}

TEST_CASE("panes scroll under the pointer, and say when they cannot") {
    NEEDS_FONTS
    Screen screen(1440, 500, fake_view_model());
    screen.move(1000, 300);
    CHECK(screen.output.can_scroll_down);
    CHECK_FALSE(screen.output.can_scroll_up);
    const Image before = screen.image();
    screen.wheel(-2);
    CHECK(screen.output.can_scroll);
    CHECK(screen.frames_until_still() > 1);
    const Image after = screen.image();
    CHECK(before.at(1000, 200) == before.at(1000, 200));
    CHECK(before.pixels != after.pixels);
    screen.wheel(-500);
    screen.frames_until_still();
    screen.wheel(-1);
    CHECK_FALSE(screen.output.can_scroll);  // at the end: the page may have it
    // Precise scrolling moves at once.
    screen.input.scroll_y = -100;
    screen.frame();
    screen.input.scroll_y = 0;
    CHECK(screen.output.can_scroll_down);
    // Another item begins at its top.
    screen.vm.reader->id = "kst-36696-4/2";
    screen.frames(3);
    CHECK_FALSE(screen.output.can_scroll_up);
}

TEST_CASE("messages leave, and say when") {
    NEEDS_FONTS
    Screen screen(1440, 900, fake_view_model());
    app::NoticeView notice;
    notice.text = "Citaat met verwijzing gekopieerd";
    notice.transient = true;
    screen.vm.notices = {notice};
    screen.frames(2);
    CHECK(screen.output.wake_after > 2);
    CHECK_FALSE(screen.output.animating);
    screen.frame(3.3f);
    CHECK(screen.output.animating);  // fades
    screen.frame(0.3f);
    screen.frame();
    CHECK(screen.took<action::Dismiss>() != nullptr);
}

TEST_CASE("a message over the panels takes the click") {
    NEEDS_FONTS
    Screen screen(1440, 900, fake_view_model());
    app::NoticeView notice;
    notice.level = app::Notice::Level::error;
    notice.text = "kst-36696-4.txt kon niet worden geladen.";
    notice.action_label = "Probeer opnieuw";
    notice.action = action::Retry{};
    notice.dismissable = true;
    screen.vm.notices = {notice};
    screen.frames(2);
    screen.click(983, 836);
    CHECK(screen.took<action::Dismiss>() != nullptr);
    CHECK(screen.took<action::OpenItem>() == nullptr);
}

TEST_CASE("a narrow screen has tabs, a drawer between") {
    NEEDS_FONTS
    Screen phone(390, 844, fake_view_model(), 2);
    phone.click(325, 820);
    REQUIRE(phone.took<action::SetPane>() != nullptr);
    CHECK(phone.took<action::SetPane>()->pane == app::Pane::answer);
}

TEST_CASE("the drawer of filters closes beside it and keeps clicks from what is under it") {
    NEEDS_FONTS
    Screen screen(900, 700, fake_view_model());
    screen.vm.pane = app::Pane::filters;
    screen.frames(3);
    screen.click(600, 400);
    REQUIRE(screen.took<action::SetPane>() != nullptr);
    CHECK(screen.took<action::SetPane>()->pane == app::Pane::results);
    CHECK(screen.actions.size() == 1);
}

TEST_CASE("huge texts cost what is seen of them") {
    NEEDS_FONTS
    app::ViewModel vm = fake_view_model();
    std::string huge;
    for (int i = 0; i < 4000; ++i) huge += "Deze {grondstoffen} zijn [kritiek] en onmisbaar. ";
    vm.reader->answer.assign(5, rich(huge));
    vm.results.cards.assign(500, vm.results.cards[0]);
    for (size_t i = 0; i < vm.results.cards.size(); ++i) vm.results.cards[i].id = "x/" + std::to_string(i);
    Screen screen(1440, 900, vm);
    screen.frames(3);
    CHECK(ImGui::GetDrawData()->TotalVtxCount < 60000);
    const auto begin = std::chrono::steady_clock::now();
    screen.frames(10);
    const auto each = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count() / 10;
    MESSAGE("a frame with 1 MB of answer and 500 cards: " << each << " ms");
}

TEST_CASE("what a frame costs") {
    NEEDS_FONTS
    Screen screen(1440, 900, fake_view_model(), 2);
    const auto begin = std::chrono::steady_clock::now();
    screen.frames(100);
    const auto each = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count() / 100;
    MESSAGE("a frame: " << each << " ms");
}
