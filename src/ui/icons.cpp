// Icons are drawn, not loaded: a few strokes each, in a square of 24 units around the middle.
#include <cmath>

#include "ui/widgets.h"

namespace kl::ui {
namespace {

struct Pen {
    ImDrawList& list;
    float x, y, unit, width;
    ImU32 color;

    [[nodiscard]] ImVec2 at(float px, float py) const { return {x + (px - 12) * unit, y + (py - 12) * unit}; }
    void line(std::initializer_list<ImVec2> points, bool closed = false) const {
        for (const ImVec2 p : points) list.PathLineTo(at(p.x, p.y));
        list.PathStroke(color, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width);
        if (closed) return;
        for (const ImVec2 p : {*points.begin(), *(points.end() - 1)})
            list.AddCircleFilled(at(p.x, p.y), width / 2, color, 12);
    }
    void circle(float cx, float cy, float r) const { list.AddCircle(at(cx, cy), r * unit, color, 0, width); }
    void dot(float cx, float cy, float r) const { list.AddCircleFilled(at(cx, cy), r * unit, color, 0); }
};

}  // namespace

void draw_icon(const Surface& s, Icon icon, float x, float y, float size, ImU32 color) {
    const float unit = size / 24;
    Pen pen{*s.list, s.snap(x), s.snap(y), unit, std::max(1.25f, size * 0.088f), color};
    switch (icon) {
        case Icon::search:
            pen.width = std::max(1.4f, size * 0.1f);
            pen.circle(10, 10, 7.5f);
            pen.line({{15.6f, 15.6f}, {21.5f, 21.5f}});
            break;
        case Icon::close:
            pen.width = std::max(1.4f, pen.width);
            pen.line({{4, 4}, {20, 20}});
            pen.line({{20, 4}, {4, 20}});
            break;
        case Icon::moon:
            for (int i = 0; i <= 24; ++i) {  // the outer arc, then back along the inner one
                const float a = 0.42f + static_cast<float>(i) / 24 * 4.62f;
                pen.list.PathLineTo(pen.at(12 + 8.6f * std::cos(a), 12 + 8.6f * std::sin(a)));
            }
            for (int i = 0; i <= 16; ++i) {
                const float a = 4.36f - static_cast<float>(i) / 16 * 3.27f;
                pen.list.PathLineTo(pen.at(17.2f + 6.5f * std::cos(a), 8.9f + 6.5f * std::sin(a)));
            }
            pen.list.PathStroke(color, ImDrawFlags_Closed, pen.width);
            break;
        case Icon::sun:
            pen.circle(12, 12, 4.4f);
            for (int i = 0; i < 8; ++i) {
                const float a = static_cast<float>(i) * 0.7853982f, c = std::cos(a), d = std::sin(a);
                pen.line({{12 + 8 * c, 12 + 8 * d}, {12 + 10.2f * c, 12 + 10.2f * d}});
            }
            break;
        case Icon::help:
            pen.circle(12, 12, 9.5f);
            pen.list.PathArcTo(pen.at(12, 9.6f), 2.9f * unit, 3.3f, 6.9f, 12);
            pen.list.PathLineTo(pen.at(12, 12.9f));
            pen.list.PathLineTo(pen.at(12, 14));
            pen.list.PathStroke(color, ImDrawFlags_None, pen.width);
            pen.dot(12, 17.1f, 1.25f);
            break;
        case Icon::previous: pen.line({{14.5f, 6}, {8.5f, 12}, {14.5f, 18}}); break;
        case Icon::next: pen.line({{9.5f, 6}, {15.5f, 12}, {9.5f, 18}}); break;
        case Icon::down: pen.line({{6, 9.5f}, {12, 15.5f}, {18, 9.5f}}); break;
        case Icon::check:
            pen.width = std::max(1.6f, size * 0.14f);
            pen.line({{4.5f, 12.5f}, {9.8f, 17.8f}, {19.5f, 6.8f}});
            break;
        case Icon::external:
            pen.line({{10, 5}, {4, 5}, {4, 20}, {19, 20}, {19, 14}});
            pen.line({{11, 13}, {20.5f, 3.5f}});
            pen.line({{14, 3.5f}, {20.5f, 3.5f}, {20.5f, 10}});
            break;
        case Icon::filter:
            pen.line({{3, 6}, {21, 6}});
            pen.line({{6.5f, 12}, {17.5f, 12}});
            pen.line({{10, 18}, {14, 18}});
            break;
        case Icon::reader:
        case Icon::pages:
            pen.line({{5, 3}, {19, 3}, {19, 21}, {5, 21}}, true);
            pen.line({{8.5f, 8.5f}, {15.5f, 8.5f}});
            pen.line({{8.5f, 12.5f}, {15.5f, 12.5f}});
            pen.line({{8.5f, 16.5f}, {13, 16.5f}});
            break;
        case Icon::globe:
            pen.circle(12, 12, 9.5f);
            pen.line({{2.5f, 12}, {21.5f, 12}});
            pen.list.AddEllipse(pen.at(12, 12), ImVec2(4.3f * unit, 9.5f * unit), color, 0, 0, pen.width);
            break;
        case Icon::folder:
            pen.line({{3, 19.5f}, {3, 4.5f}, {9.5f, 4.5f}, {12, 7.5f}, {21, 7.5f}, {21, 19.5f}}, true);
            break;
        case Icon::logo:
            pen.width = size * 0.115f;
            pen.circle(10, 10, 8.4f);
            pen.line({{16.4f, 16.4f}, {22.2f, 22.2f}});
            pen.width = size * 0.085f;
            pen.line({{6.6f, 8.2f}, {13.4f, 8.2f}});
            pen.line({{6.6f, 12}, {11, 12}});
            break;
    }
}

}  // namespace kl::ui
