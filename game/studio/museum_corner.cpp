#include "game/studio/museum_corner.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::Canvas;
using engine::Colour;
using engine::hex;
using engine::Rect;
namespace style = engine::style;

constexpr float kCaseHeight = 112, kLens_deg = 18;

// Dark cloth behind, light from above, two low blocks.
void draw_inside(Canvas& canvas, Rect glass) {
  canvas.shadow({glass.x, glass.y + 6, glass.w, glass.h}, 6, 20, Colour{0.15f, 0.09f, 0.05f, 0.35f});
  canvas.gradient(glass, 4, hex(0x2b2f3a), hex(0x14161c));
  const float middle = glass.x + glass.w / 2;
  for (const float side : {-1.0f, 1.0f}) {
    const float x = middle + side * glass.w * 0.21f;
    canvas.triangle({x, glass.y + 2}, {x - 58, glass.y + glass.h - 12}, {x + 58, glass.y + glass.h - 12},
                    Colour{1, 0.93f, 0.78f, 0.075f});
    canvas.gradient({x - 46, glass.y + glass.h - 18, 92, 18}, 2, hex(0x4a4440), hex(0x2a2624));
  }
}

void draw_glass(Canvas& canvas, Rect glass) {
  const float x = glass.x + glass.w * 0.08f, low = glass.y + glass.h - 3;
  canvas.triangle({x + 40, glass.y + 3}, {x + 84, glass.y + 3}, {x, low}, Colour{1, 1, 1, 0.05f});
  canvas.triangle({x + 84, glass.y + 3}, {x + 44, low}, {x, low}, Colour{1, 1, 1, 0.05f});
  canvas.outlined(glass, 4, 1.4f, hex(style::kPorcelain, 0.55f));
  canvas.rect({glass.x + 4, glass.y + 1.5f, glass.w - 8, 1}, hex(0xffffff, 0.5f));
}

void draw_pair(Around& around, Rect glass) {
  const engine::Companion* duck = engine::chosen_companion(around.workshop.companions, engine::kFirstCompanion);
  if (duck == nullptr) return;
  const float tall_m = engine::height_m(*duck->figure), pt_per_m = 82 / tall_m;
  engine::Camera camera;
  camera.fov_y_deg = kLens_deg;
  const float distance = glass.h / pt_per_m / 2 / std::tan(kLens_deg / 2 * 3.14159265f / 180);
  camera.target = {0, (glass.h / 2 - 18) / pt_per_m, 0};
  camera.eye = {0, camera.target.y + distance * 0.10f, distance};
  std::array<engine::Standing, 2> pair;
  const auto now = static_cast<float>(around.frame.now_s);
  for (std::size_t each = 0; each < pair.size(); ++each) {
    const float side = each == 0 ? -1.0f : 1.0f, x = side * glass.w * 0.21f / pt_per_m;
    engine::Pose pose;
    pose.cracks = pose.gold = 1;
    pose.look = side * (0.25f + 0.2f * std::sin(now * 0.37f + side));
    for (const engine::Touch& touch : around.frame.input.touches) {
      if (!glass.contains(touch.at)) continue;
      pose.look = std::clamp((glass.x + glass.w * (0.5f + 0.21f * side) - touch.at.x) / 90, -1.0f, 1.0f);
      pose.nod = 0.2f;
    }
    pair[each] = {engine::translation({x, 0, 0}) * engine::rotation_y(side * -0.75f), pose};
  }
  engine::Scene& scene = around.frame.scene;
  scene.begin({glass.x, glass.y + 2, glass.w, glass.h - 2}, engine::Place::kPaper, camera, false);
  engine::draw_crowd(scene, *duck->figure, pair, around.workshop.scratch);
  scene.end();
}

void draw_label(Around& around, float board_y) {
  const Rect c = layout::column(around.frame.safe);
  Canvas& canvas = around.frame.canvas;
  auto name = title_style(15, Align::kCentre);
  const std::string_view pair = engine::say(around.strings, "museum.pair");
  name = engine::fitted(canvas, pair, name, c.w - 40);
  canvas.text(pair, {c.x + 20, board_y + 20, c.w - 40, 0}, name);
  auto about = body_style(12, Align::kCentre);
  about.colour = hex(style::kInk, 0.72f);
  about.line_height = 1.35f;
  canvas.text(engine::say(around.strings, "museum.about"), {c.x + 28, board_y + 42, c.w - 56, 0}, about);
}

}  // namespace

void draw_museum_corner(Around& around, float board_y) {
  const Rect c = layout::column(around.frame.safe);
  const Rect glass{c.x + 34, board_y - kCaseHeight, c.w - 68, kCaseHeight};
  draw_inside(around.frame.canvas, glass);
  draw_pair(around, glass);
  draw_glass(around.frame.canvas, glass);
  draw_label(around, board_y);
  for (const engine::Touch& touch : around.frame.input.touches) {
    if (touch.ended && touch.is_tap && glass.contains(touch.at)) around.frame.audio.play(engine::Chime::kQuack);
  }
}

}  // namespace sui::studio
