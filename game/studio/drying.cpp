#include "game/studio/drying.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using craft::DryingPlace;
using craft::Stage;
using engine::Align;
using engine::ButtonLook;
using engine::Canvas;
using engine::hex;
using engine::Rect;
using engine::Vec2;
namespace style = engine::style;

struct PlaceCard {
  DryingPlace place;
  const char *name, *note;
  engine::Icon icon;
  int32_t minutes_a_step;  // of drying in one step of the film
};
constexpr std::array<PlaceCard, 3> kPlaces = {{
    {DryingPlace::kWrapped, "dry.wrapped", "dry.wrapped.note", engine::Icon::kDrop, 480},
    {DryingPlace::kShelf, "dry.shelf", "dry.shelf.note", engine::Icon::kShelf, 120},
    {DryingPlace::kSun, "dry.sun", "dry.sun.note", engine::Icon::kSun, 20},
}};
constexpr double kStepS = 0.07;  // film time between two steps
constexpr int kStepsAfterDry = 3;
// A whole lump, wrapped, would still be damp when the rules' fourteen days are over, and could never be glazed.
constexpr double kUnwrapMinutes = 60 * 24 * 8, kIntoSunMinutes = 60 * 24 * 11;
constexpr int32_t kCoveredMinutes = 360;
constexpr double kLeatherHardStopsPct = 16.6;
constexpr int32_t kToLeatherHardMinutes = 60;
constexpr double kStillShrinks = 0.17;  // g/g: just above the shrinkage limit

double wettest_dry(const craft::Clay& clay) {
  return *std::max_element(clay.moisture_dry.begin(), clay.moisture_dry.end());
}

// What a potter does next with a pot meant for `place`: "on the shelf" is covered with cloth until it has done
// shrinking, because an open rim would run ahead of the foot.
craft::Act next_step(const Pot& pot, DryingPlace place) {
  const craft::Workpiece& workpiece = pot.bench->workpiece;
  craft::Act act;
  act.kind = craft::ActKind::kDry;
  DryingPlace where = place;
  act.b = kPlaces[static_cast<std::size_t>(place)].minutes_a_step;
  const bool covered = place == DryingPlace::kShelf && wettest_dry(workpiece.clay) > kStillShrinks;
  if (workpiece.dried_minutes > kIntoSunMinutes) {
    where = DryingPlace::kSun;
    act.b = kPlaces[2].minutes_a_step * 3;
  } else if (workpiece.dried_minutes > kUnwrapMinutes && place != DryingPlace::kSun) {
    where = DryingPlace::kShelf;
    act.b = kPlaces[1].minutes_a_step;
  } else if (covered) {
    where = DryingPlace::kWrapped;
    act.b = kCoveredMinutes;
  }
  act.a = static_cast<int32_t>(where);
  const auto left = static_cast<int32_t>(craft::kDryMinutesMax - workpiece.dried_minutes);
  act.b = std::min(act.b, left);
  return act;
}

bool is_dry(const Pot& pot) {
  return pot.bench->workpiece.stage >= Stage::kBoneDry;
}

// Stiff all through, and with the best of its water still in it.
bool is_leather_hard(const Pot& pot) {
  return pot.bench->workpiece.stage == Stage::kLeatherHard &&
         craft::measure(pot.bench->workpiece).moisture_wet_pct < kLeatherHardStopsPct;
}

bool is_decorated(const Pot& pot) {
  return !pot.bench->workpiece.surface.strokes.empty();
}

// One step of the film is one act: the pot is as dry as the film shows it.
void pass_time(Drying& drying, Around& around) {
  drying.film_s += around.frame.dt_s;
  while (drying.running && drying.film_s >= kStepS) {
    drying.film_s -= kStepS;
    craft::Act act = next_step(around.pot, drying.place);
    if (drying.to_leather_hard) act.b = std::min(act.b, kToLeatherHardMinutes);
    if (!studio::act(around.pot, act)) drying.running = false;
    drying.minutes += act.b;
    if (is_dry(around.pot) && ++drying.after_dry > kStepsAfterDry) drying.running = false;
    if (drying.to_leather_hard && is_leather_hard(around.pot)) drying.running = drying.to_leather_hard = false;
  }
  refresh(around.pot, is_decorated(around.pot));
}

void draw_scene(const Drying& drying, Around& around) {
  engine::Frame& frame = around.frame;
  show(frame.scene, around.pot);
  const Extent extent = extent_of(around.pot.look);
  engine::Camera camera;
  camera.fov_y_deg = 30;
  const float distance = std::clamp(std::max(0.34f + extent.radius * 5.2f, 0.45f + extent.height * 2.4f), 0.7f, 1.7f);
  camera.target = {0, extent.height * 0.42f - distance * 0.04f, 0};
  camera.eye = {0.12f * distance, camera.target.y + distance * 0.22f, distance};
  frame.scene.begin(frame.screen, engine::Place::kWorkshop, camera, true);
  draw_room(frame.scene, around.workshop);
  draw_drying_board(frame.scene, around.workshop);
  ware::draw(frame.scene, around.pot.shown, around.pot.look, {0, 0, 0}, 0, 1);
  frame.scene.end();

  // How tall it was: the line the pot sinks away from.
  if (drying.minutes <= 0 || drying.wet_height_mm < 1) return;
  Canvas& canvas = frame.canvas;
  const Vec2 wet = engine::project(camera, frame.screen, {0, drying.wet_height_mm / 1000, 0});
  const float half = 84;
  for (float x = -half; x < half; x += 12) {
    canvas.line({wet.x + x, wet.y}, {wet.x + x + 6, wet.y}, 1.4f, hex(style::kPorcelain, 0.65f));
  }
}

void draw_numbers(const Drying& drying, Around& around) {
  const Rect c = layout::column(around.frame.safe);
  const float hours = drying.shown_minutes / 60;
  const bool in_days = hours >= 48;
  const double passed = in_days ? std::floor(hours / 2.4f) / 10 : std::floor(hours);
  const std::string amount = engine::number(around.strings, passed, in_days ? 1 : 0);
  const std::string time =
      engine::fill_count(around.strings, in_days ? "dry.days" : "dry.hours", passed, {{"n", amount}});
  const float shrunk =
      drying.wet_height_mm > 1 ? 100 * (1 - around.pot.look.rings.back().z_mm / drying.wet_height_mm) : 0;
  const std::string less =
      engine::fill(around.strings, "dry.shrunk", {{"pct", engine::number(around.strings, shrunk, 1)}});
  const float above = is_dry(around.pot) ? 296.0f : 296.0f + 62;
  const float y = layout::bottom(around.frame.safe) - above;
  around.frame.canvas.text(time, {c.x, y, c.w, 0}, on_scene(title_style(26, Align::kCentre)));
  auto small = on_scene(body_style(14, Align::kCentre));
  around.frame.canvas.text(less, {c.x, y + 36, c.w, 0}, small);
}

void draw_cards(Drying& drying, Around& around) {
  engine::Frame& frame = around.frame;
  for (std::size_t index = 0; index < kPlaces.size(); ++index) {
    const PlaceCard& card = kPlaces[index];
    const Rect area = layout::choice(frame.safe, static_cast<int>(index));
    if (engine::button(frame.ui, card.name, area, "", ButtonLook::kGlass)) {
      drying.running = true;
      drying.to_leather_hard = false;
      drying.place = card.place;
      drying.film_s = 0;
    }
    engine::icon(frame.ui, card.icon, {area.x + area.w / 2, area.y + 32}, 28, hex(style::kPorcelain));
    auto name = title_style(17, Align::kCentre);
    name.colour = hex(style::kPorcelain);
    const std::string_view called = engine::say(around.strings, card.name);
    name = engine::fitted(frame.canvas, called, name, area.w - 18);
    frame.canvas.text(called, {area.x + 4, area.y + 52, area.w - 8, 0}, name);
    auto note = body_style(12, Align::kCentre);
    note.colour = hex(style::kPorcelain, 0.8f);
    note.line_height = 1.3f;
    const std::string_view more = engine::say(around.strings, card.note);
    note = engine::fitted(frame.canvas, more, note, area.w - 14, area.h - 84);
    frame.canvas.text(more, {area.x + 7, area.y + 78, area.w - 14, 0}, note);
  }
}

struct BenchDoor {
  const char* name;
  engine::Icon icon;
  Room room;
};
constexpr std::array<BenchDoor, 3> kDoors = {{{"dry.trim", engine::Icon::kLoopTool, Room::kTrimming},
                                              {"dry.join", engine::Icon::kCup, Room::kJoining},
                                              {"dry.carve", engine::Icon::kKnife, Room::kPainting}}};

// Wet, it may be brought to leather-hard and stop there; then the doors stand open, beside the way on.
void draw_doors(Drying& drying, Around& around, Go& go) {
  engine::Ui& ui = around.frame.ui;
  const Rect safe = around.frame.safe;
  if (is_leather_hard(around.pot)) {
    for (std::size_t index = 0; index < kDoors.size(); ++index) {
      const BenchDoor& door = kDoors[index];
      if (engine::button(ui, door.name, layout::bench_door(safe, static_cast<int>(index)),
                         engine::say(around.strings, door.name), ButtonLook::kQuiet, door.icon)) {
        go.room = door.room;
      }
    }
  } else if (engine::button(ui, "dry.leather", layout::to_leather_hard(safe),
                            engine::say(around.strings, "dry.leather"), ButtonLook::kGlass, engine::Icon::kTools)) {
    drying.running = drying.to_leather_hard = true;
    drying.place = DryingPlace::kWrapped;
    drying.film_s = 0;
  }
}

}  // namespace

void enter(Drying& drying, Pot& pot) {
  drying = Drying{};
  if (is_decorated(pot)) {
    repaint(pot);
  } else {
    refresh(pot, false);
  }
  drying.wet_height_mm = pot.look.rings.back().z_mm;
}

Go frame(Drying& drying, Around& around) {
  engine::Frame& frame = around.frame;
  Go go;
  if (drying.running) pass_time(drying, around);
  drying.shown_minutes = toward(drying.shown_minutes, static_cast<float>(drying.minutes), frame.dt_s, 8);
  draw_scene(drying, around);
  top_shade(around);
  bottom_shade(around, 330, 0.7f);
  room_title(around, "room.drying");
  if (back_button(around) && !drying.running) go.room = Room::kHome;

  const bool dry = is_dry(around.pot);
  const bool cracked = !around.pot.bench->workpiece.defects.empty();
  std::string_view hint = is_leather_hard(around.pot) ? "hint.dry.leather" : "hint.dry.choose";
  if (drying.running) hint = "";
  if (dry) hint = cracked ? "hint.dry.cracked" : "hint.dry.done";
  duck_hint(around, drying.hint, hint, dry && !cracked);
  if (drying.minutes > 0) draw_numbers(drying, around);
  if (dry && !drying.running) {
    if (engine::button(frame.ui, "paint", layout::primary(frame.safe), engine::say(around.strings, "dry.next"),
                       ButtonLook::kPrimary, engine::Icon::kBrush)) {
      go.room = Room::kPainting;
    }
  } else if (!drying.running) {
    draw_cards(drying, around);
    draw_doors(drying, around, go);
  } else if (is_leather_hard(around.pot) &&
             engine::button(frame.ui, "stop", layout::to_leather_hard(frame.safe),
                            engine::say(around.strings, "dry.stop"), ButtonLook::kGlass, engine::Icon::kHand)) {
    drying.running = false;
  }
  sound_of_room(around, drying.running ? 0.5f : 0.15f);
  return go;
}

}  // namespace sui::studio
