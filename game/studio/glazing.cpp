#include "game/studio/glazing.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using engine::Align;
using engine::ButtonLook;
using engine::Canvas;
using engine::hex;
using engine::Rect;
using engine::Touch;
using engine::Vec2;
namespace style = engine::style;

constexpr double kSlopDensity = 1.48;  // g/ml, what a dipper in Jingdezhen would call cream
constexpr double kDipMostS = 12;
constexpr float kUnder = 0.96f;

bool glazed(const Pot& pot) {
  return pot.bench->workpiece.glaze.laid;
}

void dip(Glazing& glazing, Around& around) {
  craft::Act act;
  act.kind = craft::ActKind::kGlazeDip;
  act.a = static_cast<int32_t>(glazing.kind);
  act.b = std::max(1, craft::to_fixed(std::min(glazing.under_s, kDipMostS), craft::kPerDipSecond));
  act.c = craft::to_fixed(kSlopDensity, craft::kPerSlopDensity);
  if (!studio::act(around.pot, act)) {
    say_now(glazing.hint, "glaze.refused");
    return;
  }
  glazing.dipped_s = glazing.under_s;
  glazing.drip = 1;
  refresh(around.pot, true);
  around.pot.paint_changed = true;
}

void move_pot(Glazing& glazing, Around& around) {
  engine::Frame& frame = around.frame;
  const Rect hold = layout::dip_hold(frame.safe);
  const bool open = !glazed(around.pot);
  bool held = false;
  for (const Touch& touch : frame.input.touches) {
    if (open && touch.began && !touch.taken && hold.contains(touch.start)) glazing.touch = touch.id;
    if (touch.id == glazing.touch && !touch.ended) held = true;
  }
  if (!held) glazing.touch = kNoTouch;
  const float before = glazing.depth;
  // Down quickly and up slowly: a pot pulled out fast keeps its runs.
  glazing.depth = std::clamp(glazing.depth + static_cast<float>(frame.dt_s) * (held ? 1.9f : -1.25f), 0.0f, 1.0f);
  if (glazing.depth > 0.35f && before <= 0.35f) {
    glazing.ripple = 1;
    frame.audio.play(engine::Chime::kDrop);
  }
  if (glazing.depth >= kUnder && held) glazing.under_s += frame.dt_s;
  if (!held && open && glazing.under_s > 0) dip(glazing, around);
  if (!held && glazing.depth <= 0 && open) glazing.under_s = 0;
  glazing.ripple = std::max(0.0f, glazing.ripple - static_cast<float>(frame.dt_s) * 0.7f);
  glazing.drip = std::max(0.0f, glazing.drip - static_cast<float>(frame.dt_s) * 0.5f);
}

void draw_scene(const Glazing& glazing, Around& around) {
  engine::Frame& frame = around.frame;
  const Extent extent = extent_of(around.pot.look);
  show(frame.scene, around.pot);
  engine::Camera camera;
  camera.fov_y_deg = 30;
  const float distance = std::max(1.15f, 0.72f + extent.height * 2.5f);
  camera.target = {0, extent.height * 0.42f - 0.08f, 0};
  camera.eye = {0, camera.target.y + distance * 0.36f, distance};
  frame.scene.begin(frame.screen, engine::Place::kWorkshop, camera, true);
  draw_bucket(frame.scene, around.workshop, glazing.ripple, glazing.slop);
  // Wide pots are shown as if in a wider tub: the bucket grows, never the pot.
  const float above = 0.035f, below = kSlopTop - extent.height - 0.006f;
  const float bob = glazing.depth < 0.02f ? 0.002f * static_cast<float>(std::sin(frame.now_s * 1.7)) : 0;
  const float y = above + (below - above) * eased(glazing.depth) + bob;
  ware::draw(frame.scene, around.pot.shown, around.pot.look, {0, y, 0}, 0.02f * std::sin(glazing.depth * 9), 1);
  frame.scene.end();

  Canvas& canvas = frame.canvas;
  if (glazing.ripple > 0) {
    const Vec2 middle = engine::project(camera, frame.screen, {0, kSlopTop, 0});
    const Vec2 edge = engine::project(camera, frame.screen, {0.17f, kSlopTop, 0});
    const float reach = edge.x - middle.x;
    for (int wave = 0; wave < 3; ++wave) {
      const float t = 1 - glazing.ripple - 0.16f * static_cast<float>(wave);
      if (t <= 0) continue;
      const float rx = reach * std::min(1.0f, 0.35f + t), ry = rx * 0.33f;
      Vec2 last{middle.x + rx, middle.y};
      for (int step = 1; step <= 40; ++step) {
        const float angle = static_cast<float>(step) / 40 * 6.2831853f;
        const Vec2 next{middle.x + rx * std::cos(angle), middle.y + ry * std::sin(angle)};
        canvas.line(last, next, 1.2f, engine::Colour{1, 1, 1, 0.4f * (1 - t)});
        last = next;
      }
    }
  }
  if (glazing.drip > 0 && glazing.depth < 0.9f) {
    for (int drop = 0; drop < 6; ++drop) {
      const float phase = std::fmod(glazing.drip * 5 + static_cast<float>(drop) * 0.37f, 1.0f);
      const float x = extent.radius * 0.7f * std::sin(static_cast<float>(drop) * 2.4f);
      const Vec2 at = engine::project(camera, frame.screen, {x, y - 0.09f * (1 - phase), 0.02f});
      canvas.circle(at, 2.4f, hex(0xf4f0e8, 0.8f * glazing.drip));
    }
  }
}

void draw_hold(const Glazing& glazing, Around& around) {
  engine::Frame& frame = around.frame;
  Canvas& canvas = frame.canvas;
  const Rect area = layout::dip_hold(frame.safe);
  const Vec2 middle = layout::centre(area);
  const bool held = glazing.touch != kNoTouch;
  const float radius = area.w / 2 - 4 - (held ? 4.0f : 0.0f);
  const float breath = held ? 0 : 3 * static_cast<float>(std::sin(frame.now_s * 2.6));
  canvas.circle(middle, radius + 8 + breath, hex(style::kPorcelain, 0.14f));
  canvas.circle(middle, radius, hex(style::kPorcelain, held ? 1.0f : 0.94f));
  const auto share = static_cast<float>(std::clamp(glazing.under_s / kDipMostS, 0.0, 1.0));
  canvas.ring(middle, radius - 6, 4, 0, 1, hex(style::kInk, 0.1f));
  if (share > 0) canvas.ring(middle, radius - 6, 4, 0, share, hex(style::kCobalt));
  if (held) {
    const std::string seconds = engine::number(around.strings, std::floor(glazing.under_s * 10) / 10, 1);
    const auto counted = title_style(32, Align::kCentre);
    const float tall = canvas.text_size(seconds, 0, counted).y;
    canvas.text(seconds, {middle.x - 60, middle.y + 16 - tall, 120, 0}, counted);
    canvas.text(engine::say(around.strings, "glaze.seconds"), {middle.x - 60, middle.y + 16, 120, 0},
                body_style(12, Align::kCentre));
  } else {
    engine::icon(frame.ui, engine::Icon::kDrop, {middle.x, middle.y - 14}, 30, hex(style::kCobalt));
    const std::string_view told = engine::say(around.strings, "glaze.hold");
    const auto style = engine::fitted(canvas, told, body_style(15, Align::kCentre), 100, 42);
    canvas.text(told, {middle.x - 50, middle.y + 6, 100, 0}, style);
  }
}

}  // namespace

void enter(Glazing& glazing, Pot& pot) {
  WareStrip wares = std::move(glazing.wares);
  const craft::GlazeKind kind = glazing.kind;  // the one that was used last stands nearest
  glazing = Glazing{};
  glazing.wares = std::move(wares);
  glazing.kind = kind;
  fire_tiles(glazing.wares);
  repaint(pot);
}

Go frame(Glazing& glazing, Around& around) {
  engine::Frame& frame = around.frame;
  Go go;
  move_pot(glazing, around);
  const engine::Colour slop = tile_of(glazing.wares, glazing.kind).slop;
  glazing.slop = engine::mixed(slop, glazing.slop, toward(1, 0, frame.dt_s, 6));
  draw_scene(glazing, around);
  top_shade(around);
  bottom_shade(around, 300, 0.6f);
  room_title(around, "room.glazing");
  if (back_button(around)) go.room = glazed(around.pot) ? Room::kHome : Room::kPainting;
  const bool done = glazed(around.pot);
  std::string_view hint = "hint.glaze.hold";
  if (glazing.told) hint = tile_of(glazing.wares, glazing.kind).hint;
  if (glazing.touch != kNoTouch) hint = glazing.under_s > 5 ? "hint.glaze.long" : "hint.glaze.under";
  if (around.pot.bench->workpiece.stage == craft::Stage::kBiscuit && !glazing.told) hint = "hint.glaze.biscuit";
  if (done) hint = glazing.dipped_s > 5 ? "hint.glaze.thick" : "hint.glaze.done";
  duck_hint(around, glazing.hint, hint, done && glazing.depth > 0);
  // For those who want it: the bare pot through a low fire first, so that it drinks glaze without going soft.
  if (around.pot.bench->workpiece.stage == craft::Stage::kBoneDry && glazing.touch == kNoTouch &&
      engine::icon_button(frame.ui, "biscuit", layout::corner(frame.safe, 0), layout::kRoundRadius,
                          engine::Icon::kBiscuit, ButtonLook::kGlass)) {
    go.room = Room::kFiring;
  }
  if (!done || glazing.depth > 0.5f) {
    draw_hold(glazing, around);
    if (!done && glazing.touch == kNoTouch) {
      if (studio::frame(glazing.wares, around, layout::ware_row(frame.safe), glazing.kind)) glazing.told = true;
    }
  } else {
    const float mm = around.pot.look.rings[craft::kRingCount / 2].glaze_outer_mm;
    const std::string coat =
        engine::fill(around.strings, "glaze.coat", {{"mm", engine::number(around.strings, mm, 1)}});
    const Rect c = layout::column(frame.safe);
    frame.canvas.text(coat, {c.x, layout::primary(frame.safe).y - 44, c.w, 0},
                      on_scene(body_style(15, Align::kCentre)));
    if (engine::button(frame.ui, "kiln", layout::primary(frame.safe), engine::say(around.strings, "glaze.next"),
                       ButtonLook::kPrimary, engine::Icon::kFlame)) {
      go.room = Room::kFiring;
    }
  }
  engine::Ambience sound;
  sound.water = std::max(glazing.ripple, glazing.drip * 0.5f);
  sound.street = 0.08f;
  sound.music = engine::Mood::kCalm;
  frame.audio.ambience(sound);
  return go;
}

}  // namespace sui::studio
