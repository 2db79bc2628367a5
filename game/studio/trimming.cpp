#include "game/studio/trimming.h"

#include <algorithm>
#include <cmath>

#include "game/craft/drying.h"
#include "game/craft/trimming.h"
#include "game/craft/wheel.h"
#include "game/engine/style.h"
#include "game/studio/hands.h"
#include "game/studio/layout.h"

namespace sui::studio {
namespace {

using craft::Act;
using craft::act_of;
using craft::ActKind;
using craft::TrimSide;
using engine::ButtonLook;
using engine::Icon;
using engine::Touch;

constexpr double kTickS = 1.0 / craft::kTicksPerSecond;
constexpr double kIdleS = 20;
constexpr double kSlowRpm = 150, kFastRpm = 260;
constexpr double kRingLeastMm = 2.5;  // a finger leaves at least so much of a foot ring
constexpr double kThinMm = 2.6, kThinFloorMm = 4, kEvenMm = 2.2;
constexpr double kThinnerThanTapMm = 6;

double rpm_of(const TrimmingRoom& room) {
  return room.fast ? kFastRpm : kSlowRpm;
}

double hollow_of(const craft::Look& look) {
  double z = 0;
  for (int k = 0; k < craft::kRingCount && look.rings[static_cast<std::size_t>(k)].inner_mm > 0.5f; ++k)
    z = look.rings[static_cast<std::size_t>(k) + 1].z_mm;
  return z < look.floor_top_mm ? z : 0;
}

double skin_at(const TrimmingRoom& room, const craft::Look& look, double z_mm) {
  std::size_t above = 1;
  while (above < craft::kRingCount && look.rings[above].z_mm < z_mm) ++above;
  const double low = look.rings[above - 1].z_mm, high = look.rings[above].z_mm;
  const double t = high > low ? std::clamp((z_mm - low) / (high - low), 0.0, 1.0) : 0;
  return room.skin_mm[above - 1] + t * (room.skin_mm[above] - room.skin_mm[above - 1]);
}

Act tool_act(const TrimmingRoom& room, const Pot& pot) {
  const craft::Look& look = pot.look;
  double r = room.along_mm, z = room.along_mm;
  if (room.side == TrimSide::kOutside) {
    z = std::clamp(z, 0.0, top_mm(look));
    r = std::max(0.5, skin_at(room, look, z) - lean_mm(room));
  } else {
    r = std::clamp(r, 0.5, std::max(1.0, look.rings[0].outer_mm - kRingLeastMm));
    z = room.hollow_mm + lean_mm(room);
  }
  return act_of(ActKind::kTrimTool, craft::to_fixed(std::min(r, craft::kReachRMmMax - 1), craft::kPerMm),
                craft::to_fixed(std::min(z, craft::kReachZMmMax - 1), craft::kPerMm), static_cast<int32_t>(room.side));
}

void send_tool(TrimmingRoom& room, Pot& pot) {
  const Act wanted = tool_act(room, pot);
  const bool down = pot.bench->workpiece.trimming.tool.down;
  if (down && wanted.a == room.sent.a && wanted.b == room.sent.b) return;
  if (act(pot, wanted)) room.sent = wanted;
}

void run_ticks(TrimmingRoom& room, Around& around) {
  Pot& pot = around.pot;
  room.idle_s = room.landed ? 0 : room.idle_s + around.frame.dt_s;
  craft::Workpiece& workpiece = pot.bench->workpiece;
  if (room.idle_s > kIdleS || !workpiece.trimming.on) return;
  room.behind_s += around.frame.dt_s;
  while (room.behind_s >= kTickS && workpiece.tick < craft::kTickMax) {
    room.behind_s -= kTickS;
    if (room.landed && workpiece.tick % craft::kHandReachTicks == 0) send_tool(room, pot);
    piece::step(*pot.bench);
  }
}

// Distance from the axis where the ray meets the upturned foot's plane.
double on_the_foot_mm(const engine::Camera& camera, engine::Rect area, double tall_mm, engine::Vec2 at) {
  const engine::Ray ray = engine::ray_through(camera, area, at);
  const float plane = static_cast<float>(tall_mm / 1000);
  if (ray.along.y > -1e-4f) return 1e9;
  const engine::Vec3 hit = ray.from + ray.along * ((plane - ray.from.y) / ray.along.y);
  return 1000.0 * std::hypot(static_cast<double>(hit.x), static_cast<double>(hit.z));
}

void gestures(TrimmingRoom& room, Around& around, const engine::Camera& camera) {
  engine::Frame& frame = around.frame;
  Pot& pot = around.pot;
  const double tall = top_mm(pot.look);
  const Touch* held = nullptr;
  for (const Touch& touch : frame.input.touches) {
    if (touch.taken) continue;
    if (touch.began && !room.landed && layout::workspace(frame.safe).contains(touch.start)) {
      if (!put_on_chuck(room, pot)) continue;
      const bool foot = on_the_foot_mm(camera, frame.screen, tall, touch.start) < pot.look.rings[0].outer_mm;
      const SectionPoint point = section_point(camera, frame.screen, touch.start);
      room.touch = touch.id;
      room.left = point.left;
      const double along =
          foot ? on_the_foot_mm(camera, frame.screen, tall, touch.start) : std::clamp(tall - point.z_mm, 0.0, tall);
      land_tool(room, pot, foot ? TrimSide::kUnderside : TrimSide::kOutside, along);
    }
    if (touch.id == room.touch) held = &touch;
  }
  if (held == nullptr || held->ended) {
    room.touch = kNoTouch;
    lift_tool(room, pot);
    return;
  }
  if (!room.landed) return;
  room.along_mm = room.side == TrimSide::kUnderside
                      ? on_the_foot_mm(camera, frame.screen, tall, held->at)
                      : std::clamp(tall - section_point(camera, frame.screen, held->at).z_mm, 0.0, tall);
}

// Knuckles on the wall: a thin one answers higher.
void tap_wall(const TrimmingRoom& room, Around& around) {
  engine::Ring ring = ware::ring_of(around.pot.look);
  const double wall = std::max(1.0, 0.5 * (room.reading.wall_mm_least + room.reading.wall_mm_most));
  const auto higher = static_cast<float>(std::clamp(kThinnerThanTapMm / wall, 0.6, 2.0));
  for (float& hz : ring.frequency_hz) hz *= higher;
  around.frame.audio.strike(ring, 0.8f);
}

void controls(TrimmingRoom& room, Around& around, Go& go) {
  engine::Frame& frame = around.frame;
  engine::Ui& ui = frame.ui;
  Pot& pot = around.pot;
  if (back_button(around)) go.room = Room::kDrying;
  if (engine::icon_button(ui, "undo", layout::corner(frame.safe, 0), layout::kRoundRadius, Icon::kUndo,
                          ButtonLook::kGlass, room.passes > 0) &&
      room.passes > 0 && undo_trim(room, pot)) {
    --room.passes;
  }
  engine::slider(ui, "lean", layout::slider_row(frame.safe), room.lean_0_1, Icon::kLoopTool);
  if (engine::icon_button(ui, "fast", layout::tool(frame.safe, 0), layout::kToolRadius, Icon::kWheel,
                          ButtonLook::kGlass, true, room.fast)) {
    room.fast = !room.fast;
    say_now(room.hint, room.fast ? "trim.fast" : "trim.slow");
    if (pot.bench->workpiece.trimming.on)
      (void)act(pot, act_of(ActKind::kTrimBegin, craft::to_fixed(rpm_of(room), craft::kPerRpm)));
  }
  if (engine::icon_button(ui, "tap", layout::tool(frame.safe, 1), layout::kToolRadius, Icon::kSound,
                          ButtonLook::kGlass)) {
    tap_wall(room, around);
  }
  if (around.in_lesson) return;
  if (engine::button(ui, "done", layout::primary_beside_tools(frame.safe), engine::say(around.strings, "trim.done"),
                     ButtonLook::kPrimary, Icon::kCheck)) {
    go.room = Room::kDrying;
  }
}

void draw_numbers(const TrimmingRoom& room, Around& around) {
  const engine::Rect c = layout::column(around.frame.safe);
  const TrimReading& reading = room.reading;
  const auto mm = [&](double value) { return engine::number(around.strings, value, 1); };
  engine::Canvas& canvas = around.frame.canvas;
  const std::string wall = engine::fill(
      around.strings, "trim.wall",
      {{"least", mm(reading.wall_mm_least)}, {"most", mm(reading.wall_mm_most)}, {"floor", mm(reading.floor_mm)}});
  auto large = on_scene(body_style(15, engine::Align::kCentre));
  large = engine::fitted(canvas, wall, large, c.w - 40);
  const float y = layout::slider_row(around.frame.safe).y - 50;
  canvas.text(wall, {c.x + 20, y, c.w - 40, 0}, large);
  const std::string pass =
      engine::fill(around.strings, "trim.pass",
                   {{"mm", mm(lean_mm(room))}, {"g", engine::number(around.strings, reading.taken_g, 0)}});
  auto small = on_scene(body_style(13, engine::Align::kCentre));
  small.colour.a = 0.85f;
  small = engine::fitted(canvas, pass, small, c.w - 40);
  canvas.text(pass, {c.x + 20, y + canvas.text_size(wall, 0, large).y, c.w - 40, 0}, small);
}

void sound(const TrimmingRoom& room, Around& around) {
  engine::Ambience levels;
  const craft::Workpiece& workpiece = around.pot.bench->workpiece;
  levels.wheel_rpm = room.idle_s > kIdleS ? 0 : static_cast<float>(workpiece.wheel_rpm);
  levels.clay = 0.55f * room.contact;
  levels.clay_dry = room.contact * (room.reading.brittle ? 1.0f : 0.7f);
  levels.street = 0.08f;
  levels.music = engine::Mood::kCalm;
  around.frame.audio.ambience(levels);
}

}  // namespace

double lean_mm(const TrimmingRoom& room) {
  const double share = std::clamp(static_cast<double>(room.lean_0_1), 0.0, 1.0);
  return std::round((kLeanLeastMm + (kLeanMostMm - kLeanLeastMm) * share * share) * 20) / 20;
}

bool put_on_chuck(const TrimmingRoom& room, Pot& pot) {
  if (pot.bench->workpiece.trimming.on) return true;
  return act(pot, act_of(ActKind::kTrimBegin, craft::to_fixed(rpm_of(room), craft::kPerRpm)));
}

void land_tool(TrimmingRoom& room, Pot& pot, TrimSide side, double along_mm) {
  lift_tool(room, pot);
  room.landed = true;
  room.side = side;
  room.along_mm = along_mm;
  for (std::size_t k = 0; k < room.skin_mm.size(); ++k) room.skin_mm[k] = pot.look.rings[k].outer_mm;
  room.hollow_mm = hollow_of(pot.look);
}

void lead_tool(TrimmingRoom& room, Pot& pot, double along_mm) {
  if (!room.landed) return;
  room.along_mm = along_mm;
  send_tool(room, pot);
}

void lift_tool(TrimmingRoom& room, Pot& pot) {
  room.landed = false;
  if (!pot.bench || !pot.bench->workpiece.trimming.tool.down) return;
  if (act(pot, act_of(ActKind::kTrimLift))) ++room.passes;
}

void take_off_chuck(TrimmingRoom& room, Pot& pot) {
  lift_tool(room, pot);
  if (pot.bench && pot.bench->workpiece.trimming.on) (void)act(pot, act_of(ActKind::kTrimEnd));
}

bool undo_trim(TrimmingRoom& room, Pot& pot) {
  lift_tool(room, pot);
  const std::vector<Act>& acts = pot.bench->making.acts;
  std::size_t begins = acts.size();
  bool down = false;
  for (std::size_t index = 0; index < acts.size(); ++index) {
    if (acts[index].kind == ActKind::kTrimTool && !down) begins = index;
    if (acts[index].kind == ActKind::kTrimTool) down = true;
    if (acts[index].kind == ActKind::kTrimLift || acts[index].kind == ActKind::kTrimEnd) down = false;
  }
  if (begins >= acts.size()) return false;
  return resume(pot, piece::cut_short(pot.bench->making, static_cast<uint32_t>(begins)));
}

TrimReading read_trim(const TrimmingRoom& room, const Pot& pot) {
  const craft::Workpiece& workpiece = pot.bench->workpiece;
  const craft::Measures measures = craft::measure(workpiece);
  TrimReading reading;
  reading.wet_pct = measures.moisture_wet_pct;
  reading.too_wet = reading.wet_pct > craft::kTrimWetPctMax;
  reading.tears = reading.wet_pct > craft::kTrimTearsWetPct;
  reading.brittle = reading.wet_pct < craft::kTrimBrittleWetPct;
  reading.wall_mm_least = measures.wall_mm_min;
  reading.wall_mm_most = measures.wall_mm_max;
  reading.floor_mm = measures.floor_mm;
  reading.hollow_mm = hollow_of(pot.look);
  const craft::LookRing& foot = pot.look.rings[0];
  if (reading.hollow_mm > 0) reading.foot_ring_mm = foot.outer_mm - foot.inner_mm;
  reading.taken_g = std::max(0.0, room.mass_g_before - measures.mass_g);
  reading.tool_down = workpiece.trimming.tool.down;
  reading.side = room.side;
  reading.at_z_mm = room.side == TrimSide::kOutside ? room.along_mm : 0;
  const WallAt wall = wall_at(pot.look, std::clamp(reading.at_z_mm, 0.1, top_mm(pot.look) - 0.1));
  reading.at_wall_mm = reading.at_z_mm < pot.look.floor_top_mm ? reading.floor_mm : wall.outer_mm - wall.inner_mm;
  return reading;
}

std::string trim_hint(const TrimmingRoom& room, const Pot& pot) {
  const TrimReading& reading = room.reading;
  const auto& defects = pot.bench->workpiece.defects;
  if (defects.size() > room.defects_before) {
    const std::string key = std::string("hint.trim.") + craft::defect_id(defects.back().kind);
    if (defects.back().kind == craft::DefectKind::kCutThrough || defects.back().kind == craft::DefectKind::kTrimTorn ||
        defects.back().kind == craft::DefectKind::kTrimChipped)
      return key;
  }
  if (!pot.bench->workpiece.trimming.on && !pot.bench->workpiece.surface.strokes.empty()) return "hint.trim.painted";
  if (reading.too_wet) return "hint.trim.too_wet";
  if (reading.tears) return "hint.trim.tears";
  if (reading.brittle && lean_mm(room) > craft::kTrimBiteMm) return "hint.trim.brittle";
  const bool on_the_wall = reading.tool_down && reading.side == TrimSide::kOutside;
  if (on_the_wall && reading.at_wall_mm < kThinMm) return "hint.trim.thin";
  if (reading.hollow_mm > 0 && reading.floor_mm < kThinFloorMm) return "hint.trim.floor";
  if (room.passes < 2) return "hint.trim.start";
  if (reading.hollow_mm <= 0) return "hint.trim.foot";
  return reading.wall_mm_most - reading.wall_mm_least < kEvenMm ? "hint.trim.enough" : "hint.trim.thick";
}

void enter(TrimmingRoom& room, Pot& pot) {
  const engine::MeshId chuck = room.chuck;
  const float lean = room.lean_0_1;
  room = TrimmingRoom{};
  room.chuck = chuck;
  room.lean_0_1 = lean;
  (void)put_on_chuck(room, pot);
  refresh(pot, false);
  room.mass_g_before = pot.measures.mass_g;
  room.removed_mm3_seen = pot.bench->workpiece.clay.removed_mm3;
  room.defects_before = pot.bench->workpiece.defects.size();
  room.reading = read_trim(room, pot);
}

Go frame(TrimmingRoom& room, Around& around) {
  engine::Frame& frame = around.frame;
  Pot& pot = around.pot;
  Go go;
  const engine::Camera camera = trimming_camera(pot.look);
  gestures(room, around, camera);
  run_ticks(room, around);
  pot.look = craft::look_of(pot.bench->workpiece, 0, 0);
  if (--room.frames_to_measure <= 0) {
    room.reading = read_trim(room, pot);
    room.frames_to_measure = 5;
  }
  const bool cuts = pot.bench->workpiece.clay.removed_mm3 > room.removed_mm3_seen;
  room.contact = toward(room.contact, cuts ? 1.0f : 0.0f, frame.dt_s, 10);

  draw_trimming_room(room, around, camera);
  room.removed_mm3_seen = pot.bench->workpiece.clay.removed_mm3;
  top_shade(around);
  bottom_shade(around, 300, 0.66f);
  room_title(around, "room.trimming");
  draw_numbers(room, around);
  duck_hint(around, room.hint, trim_hint(room, pot), false);
  controls(room, around, go);
  sound(room, around);
  return go;
}

}  // namespace sui::studio
