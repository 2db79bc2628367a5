#include "game/studio/lesson_art.h"

#include <cmath>

namespace sui::studio {
namespace {

using engine::Vec2;

void wheel_head(const Sheet& sheet) {
  even_line(sheet, {{14, 82}, {50, 85}, {86, 82}}, 2.6f, 0.9f);
  line_through(sheet, {{30, 89}, {50, 91}, {70, 89}}, 1.6f, 0.45f);
}

void arrow(const Sheet& sheet, Vec2 from, Vec2 to) {
  line_through(sheet, {from, {(from.x + to.x) / 2, (from.y + to.y) / 2}, to}, 2.6f, 0.75f);
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  const Vec2 along{(to.x - from.x) / length, (to.y - from.y) / length};
  for (const float side : {-1.0f, 1.0f}) {
    const Vec2 barb{to.x - 8 * along.x + side * 5 * along.y, to.y - 8 * along.y - side * 5 * along.x};
    line_through(sheet, {to, {(to.x + barb.x) / 2, (to.y + barb.y) / 2}, barb}, 2.4f, 0.75f);
  }
}

void lump(const Sheet& sheet) {
  wash(sheet, {{18, 81}, {22, 58}, {38, 38}, {50, 35}, {62, 38}, {78, 58}, {82, 81}, {50, 84}}, 0.12f, 0.5f);
  line_through(sheet, {{18, 81}, {21, 58}, {37, 38}, {50, 35}, {63, 38}, {79, 58}, {82, 81}}, 3.2f);
}

void draw_centre(const Sheet& sheet) {
  wheel_head(sheet);
  lump(sheet);
  even_line(sheet, {{50, 12}, {50, 26}}, 1.6f, 0.6f);
  even_line(sheet, {{50, 42}, {50, 52}}, 1.4f, 0.5f);
  line_through(sheet, {{30, 66}, {50, 71}, {70, 66}}, 1.6f, 0.55f);
  arrow(sheet, {6, 60}, {18, 61});
  arrow(sheet, {94, 60}, {82, 61});
}

void draw_open(const Sheet& sheet) {
  wheel_head(sheet);
  wash(sheet,
       {{17, 81},
        {18, 60},
        {24, 46},
        {36, 43},
        {42, 60},
        {50, 68},
        {58, 60},
        {64, 43},
        {76, 46},
        {82, 60},
        {83, 81},
        {50, 84}},
       0.12f, 0.5f);
  line_through(
      sheet,
      {{17, 81}, {18, 60}, {24, 46}, {36, 43}, {42, 60}, {50, 68}, {58, 60}, {64, 43}, {76, 46}, {82, 60}, {83, 81}},
      3.2f);
  arrow(sheet, {50, 12}, {50, 50});
}

void draw_pull(const Sheet& sheet) {
  wheel_head(sheet);
  wash(sheet, {{32, 82}, {33, 60}, {33, 34}, {34, 22}, {50, 25}, {66, 22}, {67, 34}, {67, 60}, {68, 82}, {50, 85}},
       0.1f, 0.45f);
  even_line(sheet, {{32, 82}, {33, 55}, {34, 22}}, 2.8f);
  even_line(sheet, {{68, 82}, {67, 55}, {66, 22}}, 2.8f);
  ring_line(sheet, {50, 22}, 16, 4, 2.2f);
  for (const float y : {40.0f, 54.0f, 68.0f}) line_through(sheet, {{34, y}, {50, y + 4}, {66, y}}, 1.2f, 0.5f);
  arrow(sheet, {18, 72}, {18, 28});
  arrow(sheet, {82, 72}, {82, 28});
}

void draw_belly(const Sheet& sheet) {
  wheel_head(sheet);
  wash(sheet, {{36, 82}, {22, 66}, {18, 50}, {26, 34}, {36, 24}, {64, 24}, {74, 34}, {82, 50}, {78, 66}, {64, 82}},
       0.1f, 0.5f);
  line_through(sheet, {{36, 82}, {22, 66}, {18, 50}, {26, 34}, {37, 22}}, 3.2f);
  line_through(sheet, {{64, 82}, {78, 66}, {82, 50}, {74, 34}, {63, 22}}, 3.2f);
  ring_line(sheet, {50, 22}, 13, 3.4f, 2.2f);
  arrow(sheet, {44, 52}, {26, 52});
  arrow(sheet, {56, 52}, {74, 52});
}

void draw_collar(const Sheet& sheet) {
  wheel_head(sheet);
  wash(sheet,
       {{35, 82},
        {22, 68},
        {22, 54},
        {34, 43},
        {42, 33},
        {42, 20},
        {58, 20},
        {58, 33},
        {66, 43},
        {78, 54},
        {78, 68},
        {65, 82}},
       0.1f, 0.5f);
  line_through(sheet, {{35, 82}, {22, 68}, {22, 54}, {34, 43}, {42, 33}, {41, 18}}, 3.2f);
  line_through(sheet, {{65, 82}, {78, 68}, {78, 54}, {66, 43}, {58, 33}, {59, 18}}, 3.2f);
  ring_line(sheet, {50, 18}, 9, 2.6f, 2.2f);
  arrow(sheet, {16, 32}, {35, 32});
  arrow(sheet, {84, 32}, {65, 32});
}

void draw_trim(const Sheet& sheet) {
  wheel_head(sheet);
  // Upside down on the chuck, a curl coming off under the loop.
  wash(sheet,
       {{24, 81}, {26, 60}, {34, 44}, {40, 38}, {40, 30}, {60, 30}, {60, 38}, {66, 44}, {74, 60}, {76, 81}, {50, 84}},
       0.1f, 0.45f);
  line_through(sheet, {{24, 81}, {26, 60}, {34, 44}, {40, 38}, {39, 28}}, 3.0f);
  line_through(sheet, {{76, 81}, {74, 60}, {66, 44}, {60, 38}, {61, 28}}, 3.0f);
  ring_line(sheet, {50, 29}, 11, 3, 2.2f);
  line_through(sheet, {{96, 24}, {86, 38}, {78, 48}}, 3.0f, 0.85f);
  ring_line(sheet, {74, 52}, 5, 4, 1.8f, 0.85f);
  line_through(sheet, {{72, 58}, {84, 62}, {90, 72}, {82, 76}, {80, 70}, {86, 68}}, 1.6f, 0.6f);
}

void draw_outline_wash(const Sheet& sheet) {
  wash(sheet, {{20, 78}, {22, 52}, {38, 28}, {76, 16}, {72, 50}, {54, 72}}, 0.12f, 0.42f);
  line_through(sheet, {{20, 80}, {21, 52}, {38, 28}, {77, 15}}, 3.2f);
  line_through(sheet, {{77, 15}, {72, 50}, {54, 72}, {20, 80}}, 3.2f);
  line_through(sheet, {{14, 90}, {30, 68}, {50, 44}, {70, 22}}, 2.2f, 0.85f);
  line_through(sheet, {{36, 60}, {38, 48}, {36, 40}}, 1.4f, 0.7f);
  line_through(sheet, {{46, 50}, {56, 50}, {62, 48}}, 1.4f, 0.7f);
  line_through(sheet, {{56, 38}, {56, 30}, {54, 27}}, 1.4f, 0.7f);
}

void draw_read_fire(const Sheet& sheet) {
  even_line(sheet, {{12, 80}, {50, 82}, {88, 80}}, 3.0f, 0.95f);
  draw_cone(sheet, {24, 79}, 46, 88, 0.95f);
  draw_cone(sheet, {48, 79}, 46, 40, 0.95f);
  draw_cone(sheet, {70, 79}, 46, 8, 0.95f);
  line_through(sheet, {{20, 24}, {26, 18}, {32, 22}, {38, 15}}, 2.0f, 0.5f);
  line_through(sheet, {{46, 20}, {52, 13}, {58, 18}, {65, 10}}, 2.0f, 0.5f);
}

}  // namespace

void draw_cone(const Sheet& sheet, Vec2 foot, float height, float lean_deg, float deep) {
  // It bends like a wet stalk: the foot stays, the tip goes over.
  const float lean = lean_deg * 3.14159265f / 180;
  const auto spine = [&](float t) {
    const float bent = lean * t * t;
    return Vec2{foot.x + height * t * std::sin(bent * 0.95f + 0.06f), foot.y - height * t * std::cos(bent * 0.9f)};
  };
  constexpr int kSteps = 10;
  std::array<Vec2, 2 * kSteps + 2> dots;
  for (int i = 0; i <= kSteps; ++i) {
    const float t = static_cast<float>(i) / kSteps, half = height * 0.13f * (1 - 0.85f * t);
    const Vec2 p = spine(t), q = spine(t + 0.02f);
    const float length = std::max(1e-3f, std::hypot(q.x - p.x, q.y - p.y));
    const Vec2 across{-(q.y - p.y) / length, (q.x - p.x) / length};
    dots[static_cast<std::size_t>(i)] = {p.x + across.x * half, p.y + across.y * half};
    dots[static_cast<std::size_t>(2 * kSteps + 1 - i)] = {p.x - across.x * half, p.y - across.y * half};
  }
  wash(sheet, dots, 0.25f * deep, 0.6f * deep);
  line_through(sheet, dots, std::max(1.2f, height * 0.05f), deep);
}

void draw_lesson_art(const Sheet& sheet, LessonId lesson) {
  switch (lesson) {
    case LessonId::kCentre:
      return draw_centre(sheet);
    case LessonId::kOpen:
      return draw_open(sheet);
    case LessonId::kPull:
      return draw_pull(sheet);
    case LessonId::kBelly:
      return draw_belly(sheet);
    case LessonId::kCollar:
      return draw_collar(sheet);
    case LessonId::kTrim:
      return draw_trim(sheet);
    case LessonId::kOutlineWash:
      return draw_outline_wash(sheet);
    case LessonId::kReadFire:
      return draw_read_fire(sheet);
  }
}

}  // namespace sui::studio
