#include "game/studio/lesson_hand.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/studio/wheel.h"

namespace sui::studio {
namespace {

using engine::Canvas;
using engine::Colour;
using engine::hex;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

constexpr double kRoundS = 2.6;  // one showing of the path
constexpr uint32_t kChalk = 0xbfd4ff;

struct Path {
  SectionPoint from, to;
};

// In the section of the pot as it stands, on its left: the rule of its height stands on the right.
Path path_for(LessonId lesson, const LessonSight& sight, const craft::Look& look) {
  const double top = top_mm(look), middle = 0.5 * top;
  const auto outer = [&](double z) { return wall_at(look, std::clamp(z, 1.0, top - 1)).outer_mm; };
  const auto inner = [&](double z) { return wall_at(look, std::clamp(z, 1.0, top - 1)).inner_mm; };
  switch (lesson) {
    case LessonId::kCentre:
      return {{outer(30) + 26, 30, true}, {outer(30) - 2, 30, true}};
    case LessonId::kOpen:
      if (sight.step == 0) return {{0, top + 8, true}, {0, std::max<double>(10, look.floor_top_mm), true}};
      return {{6, look.floor_top_mm + 3.0, true}, {46, look.floor_top_mm + 5.0, true}};
    case LessonId::kPull: {
      const double beside = craft::widest_mm(look) + 3;
      return {{beside, 8, true}, {beside, top + 14, true}};
    }
    case LessonId::kBelly:
      return {{inner(middle) - 12, middle, true}, {inner(middle) + 12, middle, true}};
    case LessonId::kCollar:
      return {{outer(top - 10) + 26, top - 10, true}, {outer(top - 10) - 6, top - 10, true}};
    case LessonId::kTrim:
    case LessonId::kOutlineWash:
    case LessonId::kReadFire:
      break;
  }
  return {};
}

void draw_fingertip(Canvas& canvas, Vec2 at, float alpha) {
  canvas.circle(at, 21, hex(kChalk, 0.16f * alpha));
  canvas.circle(at, 15, hex(0xffffff, 0.30f * alpha));
  canvas.ring(at, 15, 2.4f, 0, 1, hex(0xffffff, 0.95f * alpha));
  canvas.circle(at, 4, hex(0xffffff, 0.95f * alpha));
}

void draw_way(Canvas& canvas, Vec2 from, Vec2 to, float alpha) {
  const float length = std::hypot(to.x - from.x, to.y - from.y);
  if (length < 1) return;
  const Vec2 along{(to.x - from.x) / length, (to.y - from.y) / length};
  for (float s = 0; s < length - 8; s += 11) {
    const Vec2 a{from.x + along.x * s, from.y + along.y * s}, b{a.x + along.x * 5, a.y + along.y * 5};
    canvas.line(a, b, 5.4f, hex(0x10131a, 0.35f * alpha));
    canvas.line(a, b, 3, hex(kChalk, 0.95f * alpha));
  }
  const Vec2 tip{to.x + along.x * 4, to.y + along.y * 4};
  canvas.triangle(tip, {to.x - along.x * 10 - along.y * 8, to.y - along.y * 10 + along.x * 8},
                  {to.x - along.x * 10 + along.y * 8, to.y - along.y * 10 - along.x * 8}, hex(kChalk, alpha));
}

// 0 … 1 along the path and how much of it is to be seen; rests at the end before it begins again.
float along_at(const Around& around, double since_s, float& alpha) {
  if (around.frame.ui.state.reduced_motion) {
    alpha = 1;
    return 0.0f;
  }
  const auto t = static_cast<float>(std::fmod(since_s, kRoundS) / kRoundS);
  alpha = std::clamp(std::min(t * 8, (1 - t) * 6), 0.0f, 1.0f);
  return eased(std::min(1.0f, t / 0.8f));
}

}  // namespace

void show_hand_on_clay(Around& around, LessonId lesson, const LessonSight& sight, const Wheel& wheel, double since_s) {
  const float seen = 1 - std::min(1.0f, wheel.contact * 2);
  if (seen < 0.02f || wheel.speed_0_1 < 0.1f || around.pot.look.fallen) return;
  const Path path = path_for(lesson, sight, around.pot.look);
  const engine::Camera camera = wheel_camera(wheel);
  const Rect screen = around.frame.screen;
  const Vec2 from = on_screen(camera, screen, path.from), to = on_screen(camera, screen, path.to);
  float alpha = 1;
  const float t = along_at(around, since_s, alpha);
  draw_way(around.frame.canvas, from, to, 0.85f * seen);
  draw_fingertip(around.frame.canvas, {from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t}, alpha * seen);
}

void show_brush_on_wall(Around& around, double since_s) {
  const Rect space = layout::workspace(around.frame.safe);
  const Vec2 middle{space.x + space.w / 2, space.y + space.h * 0.52f};
  const auto leaf = [&](float t) {  // up one side from its stalk to its tip, and down the other
    const float side = t < 0.5f ? -1.0f : 1.0f, up = t < 0.5f ? 2 * t : 2 - 2 * t;
    const float x = side * 34 * std::sin(3.14159f * std::pow(up, 0.85f)), y = 62 - 124 * up;
    return Vec2{middle.x + 0.86f * x - 0.5f * y, middle.y + 0.5f * x + 0.86f * y};
  };
  constexpr int kDashes = 44;
  Canvas& canvas = around.frame.canvas;
  for (int i = 0; i < kDashes; ++i) {
    const float t = static_cast<float>(i) / kDashes;
    canvas.line(leaf(t), leaf(t + 0.5f / kDashes), 2.4f, hex(style::kCobalt, 0.55f));
  }
  float alpha = 1;
  const float t = along_at(around, since_s, alpha);
  const Vec2 at = leaf(t);
  canvas.circle(at, 15, hex(style::kCobalt, 0.16f * alpha));
  canvas.ring(at, 15, 2.2f, 0, 1, hex(style::kCobalt, 0.85f * alpha));
  canvas.icon(engine::Icon::kBrush, {at.x + 13, at.y - 13}, 24, hex(style::kCobaltDeep, alpha));
}

}  // namespace sui::studio
