#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/studio/wheel.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::Camera;
using engine::Canvas;
using engine::Colour;
using engine::hex;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

constexpr float kUnderHint = 24;  // pt, room for a hint of three lines

// The wall as if the pot were sawn through: inner line and floor, where no finger can see.
void draw_section(const Wheel& wheel, Around& around, const Camera& camera) {
  const float alpha = 0.20f + 0.45f * wheel.contact;
  const craft::Look& look = around.pot.look;
  Canvas& canvas = around.frame.canvas;
  const Colour pale = hex(style::kPorcelain, alpha), thin = hex(style::kEmber, std::min(1.0f, alpha * 1.6f));
  constexpr int kStep = 4;
  for (const bool left : {false, true}) {
    Vec2 before{};
    bool has_before = false;
    for (int k = 0; k <= craft::kRingCount; k += kStep) {
      const craft::LookRing& ring = look.rings[static_cast<std::size_t>(k)];
      if (ring.inner_mm < 0.5f || ring.z_mm < look.floor_top_mm - 0.5f) continue;
      const Vec2 at = on_screen(camera, around.frame.screen, {ring.inner_mm, ring.z_mm, left});
      const bool slim = ring.outer_mm - ring.inner_mm < 2.6f;
      if (has_before) canvas.line(before, at, slim ? 2.2f : 1.6f, slim ? thin : pale);
      before = at;
      has_before = true;
    }
  }
  if (around.pot.measures.capacity_ml < 3) return;
  const WallAt floor = wall_at(look, look.floor_top_mm + 0.5);
  canvas.line(on_screen(camera, around.frame.screen, {floor.inner_mm, look.floor_top_mm, true}),
              on_screen(camera, around.frame.screen, {floor.inner_mm, look.floor_top_mm, false}), 1.6f, pale);
}

void draw_fingertip(Around& around, Vec2 at, float glow, float pressure, bool ghost) {
  if (glow < 0.02f) return;
  Canvas& canvas = around.frame.canvas;
  const float radius = 13 + 5 * pressure;
  const Colour tint = ghost ? hex(style::kCeladon) : hex(style::kPorcelain);
  const auto with = [&](float alpha) {
    Colour colour = tint;
    colour.a = alpha * glow;
    return colour;
  };
  canvas.circle(at, radius + 9, with(0.08f));
  canvas.circle(at, radius + 4, with(0.12f));
  canvas.ring(at, radius, ghost ? 1.6f : 2.2f, 0, 1, with(ghost ? 0.7f : 0.9f));
  canvas.circle(at, 3, with(0.9f));
}

void draw_fingers(const Wheel& wheel, Around& around, const Camera& camera) {
  const craft::Workpiece& workpiece = around.pot.bench->workpiece;
  const Rect screen = around.frame.screen;
  const Fingers& fingers = wheel.fingers;
  const bool left = fingers.outer.down ? fingers.outer.left : fingers.inner.left;
  const auto push = [](double kpa) { return static_cast<float>(std::clamp(kpa / 100.0, 0.0, 1.0)); };
  draw_fingertip(around, on_screen(camera, screen, {workpiece.outer.r_mm, workpiece.outer.z_mm, left}),
                 wheel.outer_glow, push(workpiece.outer.pressure_kpa), !fingers.outer.down);
  draw_fingertip(around, on_screen(camera, screen, {workpiece.inner.r_mm, workpiece.inner.z_mm, left}),
                 wheel.inner_glow, push(workpiece.inner.pressure_kpa), !fingers.inner.down);
  const auto show_tool = [&](const craft::Hand& hand, float glow) {
    if (hand.tool == craft::Tool::kFingers || glow < 0.02f) return;
    const Vec2 at = on_screen(camera, screen, {hand.r_mm, hand.z_mm, left});
    around.frame.canvas.icon(icon_of(hand.tool), {at.x + 26, at.y - 24}, 24, hex(style::kPorcelain, glow));
  };
  show_tool(workpiece.outer, wheel.outer_glow);
  show_tool(workpiece.inner, wheel.inner_glow);
}

// A rule beside the pot: a thin line as tall as the pot, with its height in mm.
void draw_height(const Wheel& wheel, Around& around, const Camera& camera) {
  const Extent extent = extent_of(around.pot.look);
  const float r_mm = extent.radius * 1000 + 16;
  const Rect screen = around.frame.screen;
  const Vec2 low = on_screen(camera, screen, {r_mm, 0, false});
  const Vec2 high = on_screen(camera, screen, {r_mm, around.pot.look.rings.back().z_mm, false});
  // In the middle of a column of pixels, on a dark band: over the white bowl behind it a bare pale line was lost.
  const float x = std::floor(std::min(low.x, screen.x + screen.w - 56)) + 0.5f;
  Canvas& canvas = around.frame.canvas;
  const auto rule = [&](float width, Colour colour) {
    canvas.line({x, low.y}, {x, high.y}, width, colour);
    canvas.line({x - 5, low.y}, {x + 5, low.y}, width, colour);
    canvas.line({x - 5, high.y}, {x + 5, high.y}, width, colour);
  };
  rule(5.0f, hex(style::kInk, 0.45f));
  rule(1.4f, hex(style::kPorcelain, 0.85f));
  auto number = on_scene(title_style(19));
  const std::string tall = std::to_string(static_cast<int>(std::lround(wheel.shown_height_mm)));
  // A very tall pot's number stays under the hint.
  const Rect hint = layout::hint(around.frame.safe);
  const float top = std::max(high.y - 4, hint.y + hint.h + kUnderHint);
  canvas.text(tall, {x + 9, top, 0, 0}, number);
  auto unit = on_scene(body_style(11));
  canvas.text(engine::say(around.strings, "wheel.mm"), {x + 9, top + canvas.text_size(tall, 0, number).y - 3, 0, 0},
              unit);
}

void draw_splash(const Wheel& wheel, Around& around, const Camera& camera) {
  if (wheel.water_splash <= 0 || around.frame.ui.state.reduced_motion) return;
  const float top = static_cast<float>(top_mm(around.pot.look)) / 1000.0f;
  Canvas& canvas = around.frame.canvas;
  for (int drop = 0; drop < 14; ++drop) {
    const float phase = std::fmod(static_cast<float>(drop) * 0.618f, 1.0f);
    const float fall = (1 - wheel.water_splash) * 1.7f - phase * 0.6f;
    if (fall < 0 || fall > 1) continue;
    const float angle = static_cast<float>(drop) * 2.39996f;
    const engine::Vec3 at{0.05f * std::cos(angle), top + 0.09f * (1 - fall * fall), 0.05f * std::sin(angle)};
    const Vec2 spot = engine::project(camera, around.frame.screen, at);
    canvas.line(spot, {spot.x, spot.y - 7}, 3, Colour{0.86f, 0.93f, 0.96f, 0.75f * (1 - fall)});
  }
}

void draw_wire(const Wheel& wheel, Around& around, const Camera& camera) {
  if (wheel.cut <= 0) return;
  const float t = eased(wheel.cut);
  const Extent extent = extent_of(around.pot.look);
  const float reach = extent.radius + 0.05f, z = 0.16f - 0.32f * t;
  const Vec2 a = engine::project(camera, around.frame.screen, {-reach, 0.002f, z});
  const Vec2 b = engine::project(camera, around.frame.screen, {reach, 0.002f, z});
  Canvas& canvas = around.frame.canvas;
  canvas.line(a, b, 1.6f, Colour{0.92f, 0.9f, 0.84f, 0.95f});
  for (const Vec2 end : {a, b}) canvas.line({end.x, end.y - 9}, {end.x, end.y + 9}, 7, hex(style::kWood));
}

}  // namespace

void draw_wheel_room(const Wheel& wheel, Around& around, const Camera& camera) {
  engine::Frame& frame = around.frame;
  show(frame.scene, around.pot);
  frame.scene.begin(frame.screen, engine::Place::kWorkshop, camera, true);
  draw_room(frame.scene, around.workshop);
  draw_wheel(frame.scene, around.workshop, around.pot.look.turn);
  ware::draw(frame.scene, around.pot.shown, around.pot.look, {0, 0, 0}, 0, 1);
  frame.scene.end();
  draw_section(wheel, around, camera);
  draw_height(wheel, around, camera);
  draw_fingers(wheel, around, camera);
  draw_splash(wheel, around, camera);
  draw_wire(wheel, around, camera);
}

}  // namespace sui::studio
