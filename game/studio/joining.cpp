#include "game/studio/joining.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "game/craft/clay.h"
#include "game/craft/drying.h"
#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using craft::Act;
using craft::act_of;
using craft::ActKind;
using craft::PartKind;
using engine::ButtonLook;
using engine::Camera;
using engine::hex;
using engine::Icon;
using engine::Rect;
using engine::Touch;
using engine::Vec2;
namespace style = engine::style;

constexpr double kFreshWetPct = 21;    // just pulled
constexpr double kBowlMostTall = 1.1;  // of the mouth
constexpr double kStiffPotDry = 0.17;  // dry basis: below it slip shrinks alone
constexpr int kDryingSteps = 40, kWrappedSteps = 8, kStepMinutes = 480;
constexpr float kTurnsPt = 1 / 420.0f;
constexpr std::array<PartKind, 5> kPotParts = {PartKind::kStrapHandle, PartKind::kEarHandle, PartKind::kSpout,
                                               PartKind::kLid, PartKind::kKnob};
constexpr std::array<PartKind, 3> kDuckParts = {PartKind::kDuckFeet, PartKind::kDuckPedestal, PartKind::kDuckUpper};

double between(const SizeSpan& span, float share) {
  const double exact = span.least + (span.most - span.least) * std::clamp(static_cast<double>(share), 0.0, 1.0);
  return std::round(exact * 2) / 2;
}
float share_in(const SizeSpan& span, double value) {
  return static_cast<float>(std::clamp((value - span.least) / (span.most - span.least), 0.0, 1.0));
}

Act make_act(const PartChoice& part, const Pot& pot) {
  return act_of(ActKind::kMakePart, static_cast<int32_t>(part.kind), craft::to_fixed(part.size_mm, craft::kPerMm),
                craft::to_fixed(part.thickness_mm, craft::kPerMm), part_moisture(part, pot));
}

Act lute_act(const PartChoice& part) {
  const bool wall = craft::on_the_wall(part.kind);
  const double u = part.u_turn - std::floor(part.u_turn);
  return act_of(ActKind::kLute, 0, wall ? craft::to_fixed(u, craft::kPerTurn) : 0,
                wall ? craft::to_fixed(part.v_ring, craft::kPerRing) : 0, (part.scored ? 1 : 0) + (part.slip ? 2 : 0));
}

// The rules applied to a copy: what is shown is what will be.
void look_ahead(JoiningRoom& room, Pot& pot) {
  room.stale = false;
  room.fits = false;
  if (!room.held) return;
  if (room.place_touch == kNoTouch) room.joint = read_joint(*room.held, pot);  // not while it is being led
  craft::Workpiece copy = pot.bench->workpiece;
  for (Act wanted : {make_act(*room.held, pot), lute_act(*room.held)}) {
    wanted.tick = copy.tick;
    const Result<Done> allowed = craft::check(copy, wanted);
    if (!allowed) {
      room.why_not = to_text(allowed.error());
      return;
    }
    craft::apply(copy, wanted);
  }
  room.fits = true;
  room.preview = craft::look_of(copy, 0, 0);
}

const craft::Look& seen_look(const JoiningRoom& room, const Pot& pot) {
  return room.held && room.fits ? room.preview : pot.look;
}

Camera camera_of(const JoiningRoom& room) {
  Camera camera;
  camera.fov_y_deg = 28;
  camera.target = {0, room.height, 0};
  camera.eye = {0, room.height + room.distance * 0.24f, room.distance};
  return camera;
}

void follow_with_camera(JoiningRoom& room, const craft::Look& look, double dt_s) {
  const Extent extent = extent_of(look);
  const float distance = std::clamp(std::max(0.26f + extent.radius * 6.6f, 0.46f + extent.height * 3.7f), 0.6f, 2.4f);
  const float height = extent.height * 0.5f - distance * 0.062f;
  const float rate = room.distance <= 0 ? 1000.0f : 3.0f;
  room.distance = toward(room.distance, distance, dt_s, rate);
  room.height = toward(room.height, height, dt_s, rate);
}

void place_part(JoiningRoom& room, Around& around, const Camera& camera, Vec2 at) {
  double u = 0, v = 0;
  const engine::Ray ray = engine::ray_through(camera, around.frame.screen, at);
  if (!ware::pick(around.pot.look, {0, 0, 0}, room.turn, ray, u, v)) return;
  room.held->u_turn = u;
  room.held->v_ring = v;
  room.stale = true;
}

// A finger on the wall leads the part along it; one beside the pot turns the pot.
void gestures(JoiningRoom& room, Around& around, const Camera& camera) {
  engine::Frame& frame = around.frame;
  const Rect space = layout::joining_space(frame.safe);
  const Touch *placing = nullptr, *turning = nullptr;
  for (const Touch& touch : frame.input.touches) {
    if (touch.taken) continue;
    if (touch.began && space.contains(touch.start)) {
      double u = 0, v = 0;
      const engine::Ray ray = engine::ray_through(camera, frame.screen, touch.start);
      const bool wall = room.held && craft::on_the_wall(room.held->kind) && room.place_touch == kNoTouch &&
                        ware::pick(around.pot.look, {0, 0, 0}, room.turn, ray, u, v);
      (wall ? room.place_touch : room.turn_touch) = touch.id;
    }
    if (touch.id == room.place_touch) placing = &touch;
    if (touch.id == room.turn_touch) turning = &touch;
  }
  if (placing != nullptr && room.held) place_part(room, around, camera, placing->at);
  if (room.place_touch != kNoTouch && (placing == nullptr || placing->ended)) {
    room.place_touch = kNoTouch;
    room.stale = true;
  }
  if (turning != nullptr) {
    room.turn += (turning->at.x - turning->last.x) * kTurnsPt;
    room.turn_speed = turning->speed.x * kTurnsPt;
  }
  if (turning == nullptr || turning->ended) {
    room.turn_touch = kNoTouch;
    room.turn_speed = toward(room.turn_speed, 0, frame.dt_s, 2.4f);
    room.turn += room.turn_speed * static_cast<float>(frame.dt_s);
  }
}

void choices(JoiningRoom& room, Around& around) {
  engine::Frame& frame = around.frame;
  const std::span<const PartKind> kinds =
      room.duck ? std::span<const PartKind>(kDuckParts) : std::span<const PartKind>(kPotParts);
  for (std::size_t index = 0; index < kinds.size(); ++index) {
    const PartKind kind = kinds[index];
    const std::string key = std::string(room.duck ? "join." : "part.") + craft::part_id(kind);
    const Rect area = layout::part_choice(frame.safe, static_cast<int>(index));
    const bool chosen = room.held && room.held->kind == kind;
    // What sits on the axis is there once; what is there already is ticked.
    const bool done = !craft::on_the_wall(kind) && has_part(around.pot, kind);
    if (engine::button(frame.ui, key, area, engine::say(around.strings, key), ButtonLook::kGlass,
                       done ? Icon::kCheck : Icon::kNone, !done) &&
        !done) {
      if (chosen) {
        room.held.reset();
        room.stale = true;
      } else {
        take_part(room, around.pot, kind);
      }
    }
    if (chosen) frame.canvas.outlined(area, style::kRadius, 2, hex(style::kEmber));
  }
  const Rect other = layout::part_choice(frame.safe, 5);
  if (engine::button(frame.ui, "duck", other, engine::say(around.strings, room.duck ? "join.others" : "join.duck"),
                     ButtonLook::kQuiet, room.duck ? Icon::kBack : Icon::kDuck)) {
    room.duck = !room.duck;
    room.held.reset();
    room.stale = true;
  }
}

void sliders(JoiningRoom& room, Around& around) {
  if (!room.held) return;
  engine::Ui& ui = around.frame.ui;
  const Rect row = layout::slider_row(around.frame.safe);
  const float half = (row.w - 10) / 2;
  PartChoice& part = *room.held;
  if (engine::slider(ui, "size", {row.x, row.y, half, row.h}, room.size_0_1, Icon::kSize)) {
    part.size_mm = between(sizes_of_part(part.kind), room.size_0_1);
    room.stale = true;
  }
  if (engine::slider(ui, "thickness", {row.x + half + 10, row.y, half, row.h}, room.thickness_0_1, Icon::kThickness)) {
    part.thickness_mm = between(thicknesses_of_part(part.kind), room.thickness_0_1);
    room.stale = true;
  }
}

// Fresh or stiffened, scored or not, slip or not: three small switches under the thumb.
void joint_switches(JoiningRoom& room, Around& around) {
  if (!room.held) return;
  struct Switch {
    const char* id;
    Icon icon;
    bool* on;
    const char *yes, *no;
  };
  PartChoice& part = *room.held;
  const Switch switches[] = {{"scored", Icon::kKnife, &part.scored, "join.scored", "join.unscored"},
                             {"slip", Icon::kBrush, &part.slip, "join.slip", "join.no_slip"},
                             {"fresh", Icon::kDrop, &part.fresh, "join.fresh", "join.stiffened"}};
  for (int index = 0; index < 3; ++index) {
    const Switch& each = switches[index];
    if (!engine::icon_button(around.frame.ui, each.id, layout::joint_switch(around.frame.safe, index),
                             layout::kJointSwitchRadius, each.icon, ButtonLook::kGlass, true, *each.on))
      continue;
    *each.on = !*each.on;
    room.stale = true;
    say_now(room.hint, *each.on ? each.yes : each.no);
  }
}

// What the joint will do, before it does it.
void draw_joint(const JoiningRoom& room, Around& around) {
  if (!room.held || !room.fits) return;
  engine::Canvas& canvas = around.frame.canvas;
  const Rect c = layout::column(around.frame.safe);
  const JointReading& joint = room.joint;
  const auto one = [&](double value) { return engine::number(around.strings, value, 1); };
  const std::string sizes = engine::fill(around.strings, "join.sizes",
                                         {{"size", engine::number(around.strings, room.held->size_mm, 0)},
                                          {"thickness", one(room.held->thickness_mm)},
                                          {"part", one(joint.part_wet_pct)},
                                          {"pot", one(joint.pot_wet_pct)}});
  std::string_view key = joint.holds ? "join.holds" : "join.cracks";
  if (joint.rests) key = joint.holds ? "join.rests" : "join.misfits";
  const std::string verdict = engine::fill(around.strings, key,
                                           {{"pull", engine::number(around.strings, joint.pull, 2)},
                                            {"bears", engine::number(around.strings, joint.bears, 2)}});
  auto small = on_scene(body_style(13, engine::Align::kCentre));
  small = engine::fitted(canvas, sizes, small, c.w - 40);
  auto large = on_scene(body_style(15, engine::Align::kCentre));
  large.colour = hex(joint.holds ? style::kPorcelain : 0xf0a07c);
  large = engine::fitted(canvas, verdict, large, c.w - 40);
  const float y = layout::part_choice(around.frame.safe, 0).y - 12;
  const float tall = canvas.text_size(verdict, 0, large).y, low = canvas.text_size(sizes, 0, small).y;
  canvas.text(sizes, {c.x + 20, y - low, c.w - 40, 0}, small);
  canvas.text(verdict, {c.x + 20, y - low - tall, c.w - 40, 0}, large);
}

std::string_view hint_of(const JoiningRoom& room, const Pot& pot) {
  if (room.held && !room.fits) return "hint.join.not_here";
  if (room.held && !room.joint.holds) {
    if (room.joint.pot_stiff) return "hint.join.pot_dry";
    return room.held->fresh ? "hint.join.too_wet" : "hint.join.weak";
  }
  if (room.held) return craft::on_the_wall(room.held->kind) ? "hint.join.drag" : "hint.join.press";
  if (room.duck) {
    if (room.joined == 0 && pot.measures.height_mm > kBowlMostTall * pot.measures.mouth_diameter_mm)
      return "hint.join.duck_bowl";
    for (const PartKind kind : kDuckParts)
      if (!has_part(pot, kind)) return "hint.join.duck";
    return "hint.join.duck_done";
  }
  return room.joined > 0 ? "hint.join.more" : "hint.join.choose";
}

void controls(JoiningRoom& room, Around& around, Go& go) {
  engine::Frame& frame = around.frame;
  engine::Ui& ui = frame.ui;
  Pot& pot = around.pot;
  if (back_button(around)) go.room = Room::kDrying;
  const bool may = may_take_off(pot);
  if (engine::icon_button(ui, "off", layout::corner(frame.safe, 0), layout::kRoundRadius, Icon::kUndo,
                          ButtonLook::kGlass, may) &&
      may && take_off(room, pot)) {
    frame.audio.play(engine::Chime::kTap);
  }
  choices(room, around);
  sliders(room, around);
  joint_switches(room, around);
  if (room.held) {
    if (engine::button(ui, "press", layout::press_on(frame.safe), engine::say(around.strings, "join.press"),
                       ButtonLook::kPrimary, Icon::kHand, room.fits) &&
        room.fits && press_on(room, pot)) {
      frame.audio.play(engine::Chime::kStamp);
    }
  } else if (engine::button(ui, "done", layout::primary(frame.safe), engine::say(around.strings, "join.done"),
                            ButtonLook::kPrimary, Icon::kCheck)) {
    go.room = Room::kDrying;
  }
}

// The painting table and its wheel, the table wide enough for a burner seen from far back.
void draw_table(Around& around, float turn) {
  engine::PlainMaterial wood, iron;
  wood.roughness = 0.6f;
  wood.grain = 0.7f;
  iron.roughness = 0.4f;
  iron.grain = 0.1f;
  around.frame.scene.draw_plain(around.workshop.table, engine::scaling({2, 1, 2}), wood);
  around.frame.scene.draw_plain(around.workshop.banding, engine::rotation_y(turn * 6.2831853f), iron);
}

// A ring where it will be pressed on.
void draw_place(const JoiningRoom& room, Around& around, const Camera& camera) {
  if (!room.held || !craft::on_the_wall(room.held->kind) || room.place_touch == kNoTouch) return;
  const auto k = static_cast<std::size_t>(std::clamp(room.held->v_ring, 0.0, static_cast<double>(craft::kRingCount)));
  const craft::LookRing& ring = around.pot.look.rings[k];
  const float angle = (static_cast<float>(room.held->u_turn) + room.turn) * 6.2831853f;
  const Vec2 at = engine::project(camera, around.frame.screen,
                                  metres(ring.outer_mm * std::cos(angle), ring.z_mm + craft::stand_mm(around.pot.look),
                                         -ring.outer_mm * std::sin(angle)));
  around.frame.canvas.ring(at, 15, 2, 0, 1, hex(style::kEmber, 0.9f));
}

}  // namespace

SizeSpan sizes_of_part(PartKind kind) {
  switch (kind) {
    case PartKind::kStrapHandle:
      return {25, 180};
    case PartKind::kEarHandle:
      return {10, 60};
    case PartKind::kSpout:
      return {25, 150};
    case PartKind::kKnob:
      return {8, 50};
    default:
      return {30, 260};
  }
}

SizeSpan thicknesses_of_part(PartKind kind) {
  if (kind == PartKind::kKnob) return {8, 50};
  return {2.5, 12};
}

PartChoice usual_part(PartKind kind, const Pot& pot) {
  const craft::Measures& pot_is = pot.measures;
  PartChoice part;
  part.kind = kind;
  part.u_turn = 0;
  part.v_ring = 0.66 * craft::kRingCount;
  part.thickness_mm = 5;
  switch (kind) {
    case PartKind::kStrapHandle:
      part.size_mm = 0.5 * pot_is.height_mm;
      break;
    case PartKind::kEarHandle:
      part.size_mm = 24;
      part.v_ring = 0.82 * craft::kRingCount;
      break;
    case PartKind::kSpout:
      part.size_mm = 0.42 * pot_is.height_mm;
      part.thickness_mm = 3.5;
      part.u_turn = 0.5;
      break;
    case PartKind::kLid:
      part.size_mm = pot_is.mouth_diameter_mm;
      part.thickness_mm = 4;
      break;
    case PartKind::kKnob:
      part.size_mm = 0.24 * pot_is.mouth_diameter_mm;
      part.thickness_mm = 14;
      break;
    case PartKind::kDuckUpper:
      part.size_mm = pot_is.mouth_diameter_mm;
      break;
    case PartKind::kDuckFeet:
      part.size_mm = 0.8 * pot_is.mouth_diameter_mm;
      part.thickness_mm = 8;
      break;
    case PartKind::kDuckPedestal:
      part.size_mm = pot_is.mouth_diameter_mm;
      part.thickness_mm = 6;
      break;
  }
  const SizeSpan sizes = sizes_of_part(kind);
  part.size_mm = std::round(std::clamp(part.size_mm, sizes.least, sizes.most));
  return part;
}

void take_part(JoiningRoom& room, const Pot& pot, PartKind kind) {
  PartChoice part = usual_part(kind, pot);
  // The second of a pair goes opposite the first.
  for (const craft::Part& there : pot.bench->workpiece.parts) {
    if (there.kind != kind || !craft::on_the_wall(kind)) continue;
    part.u_turn = there.u_turn < 0.5 ? there.u_turn + 0.5 : there.u_turn - 0.5;
    part.v_ring = there.v_ring;
    part.size_mm = std::round(there.size_mm * 2) / 2;
    part.thickness_mm = std::round(there.thickness_mm * 2) / 2;
  }
  room.held = part;
  room.size_0_1 = share_in(sizes_of_part(kind), part.size_mm);
  room.thickness_0_1 = share_in(thicknesses_of_part(kind), part.thickness_mm);
  room.stale = true;
}

int32_t part_moisture(const PartChoice& part, const Pot& pot) {
  craft::Part where;
  where.kind = part.kind;
  where.v_ring = part.v_ring;
  const double under = craft::moisture_wet_pct_of_dry(craft::moisture_under(pot.bench->workpiece, where));
  return craft::to_fixed(part.fresh ? std::max(kFreshWetPct, under) : under, 16);
}

JointReading read_joint(const PartChoice& part, const Pot& pot) {
  JointReading joint;
  craft::Part where;
  where.kind = part.kind;
  where.v_ring = part.v_ring;
  const double pot_dry = craft::moisture_under(pot.bench->workpiece, where);
  joint.pot_wet_pct = craft::moisture_wet_pct_of_dry(pot_dry);
  joint.part_wet_pct = part_moisture(part, pot) / 16.0;
  joint.pot_stiff = part.slip && pot_dry < kStiffPotDry;
  joint.rests = craft::only_rests(part.kind);
  craft::Workpiece copy = pot.bench->workpiece;
  const auto does = [&copy](Act wanted) {
    wanted.tick = copy.tick;
    if (!craft::check(copy, wanted)) return false;
    craft::apply(copy, wanted);
    return true;
  };
  if (!does(make_act(part, pot)) || !does(lute_act(part))) return joint;
  for (int step = 0; step < kDryingSteps && copy.stage < craft::Stage::kBoneDry; ++step) {
    const auto place = step < kWrappedSteps ? craft::DryingPlace::kWrapped : craft::DryingPlace::kShelf;
    if (!does(act_of(ActKind::kDry, static_cast<int32_t>(place), kStepMinutes))) break;
  }
  const craft::Part& dried = copy.parts.back();
  const double scale = joint.rests ? 1 : 100;
  joint.pull = scale * dried.strain;
  joint.bears = scale * dried.strain_limit;
  joint.holds = !dried.cracked;
  return joint;
}

bool press_on(JoiningRoom& room, Pot& pot) {
  if (!room.held) return false;
  const uint32_t before = static_cast<uint32_t>(pot.bench->making.acts.size());
  if (!act(pot, make_act(*room.held, pot))) return false;
  if (!act(pot, lute_act(*room.held))) {
    const std::string why = pot.complaint;
    (void)resume(pot, piece::cut_short(pot.bench->making, before));
    pot.complaint = why;
    return false;
  }
  ++room.joined;
  room.held.reset();
  room.stale = true;
  room.pressed = 1;
  refresh(pot, !pot.bench->workpiece.surface.strokes.empty());
  return true;
}

bool may_take_off(const Pot& pot) {
  const craft::Workpiece& workpiece = pot.bench->workpiece;
  Act off = act_of(ActKind::kPartUndo);
  off.tick = workpiece.tick;
  return static_cast<bool>(craft::check(workpiece, off));
}

bool take_off(JoiningRoom& room, Pot& pot) {
  if (!act(pot, act_of(ActKind::kPartUndo))) return false;
  room.stale = true;
  refresh(pot, !pot.bench->workpiece.surface.strokes.empty());
  return true;
}

std::span<const PartKind> duck_parts() {
  return kDuckParts;
}

bool has_part(const Pot& pot, PartKind kind) {
  const std::vector<craft::Part>& parts = pot.bench->workpiece.parts;
  return std::any_of(parts.begin(), parts.end(), [&](const craft::Part& part) { return part.kind == kind; });
}

void enter(JoiningRoom& room, Pot& pot) {
  room = JoiningRoom{};
  refresh(pot, false);
  for (const PartKind kind : kDuckParts) room.duck = room.duck || has_part(pot, kind);
}

Go frame(JoiningRoom& room, Around& around) {
  engine::Frame& frame = around.frame;
  Pot& pot = around.pot;
  Go go;
  room.pressed = std::max(0.0f, room.pressed - static_cast<float>(frame.dt_s) * 2.5f);
  if (room.distance <= 0) follow_with_camera(room, pot.look, frame.dt_s);
  gestures(room, around, camera_of(room));
  if (room.stale) look_ahead(room, pot);
  const craft::Look& look = seen_look(room, pot);
  if (room.place_touch == kNoTouch) follow_with_camera(room, look, frame.dt_s);
  const Camera camera = camera_of(room);

  ware::show(frame.scene, look, kSegments, false, pot.shown);
  frame.scene.begin(frame.screen, engine::Place::kPaper, camera, true);
  draw_table(around, room.turn);
  // A press is felt: the pot gives a hair.
  const float give = frame.ui.state.reduced_motion ? 0 : 0.006f * std::sin(room.pressed * 9) * room.pressed;
  ware::draw(frame.scene, pot.shown, look, {0, 0, 0}, room.turn, 1 - give);
  frame.scene.end();
  bottom_shade(around, 350, 0.78f);
  room_title(around, "room.joining", true);
  draw_place(room, around, camera);
  draw_joint(room, around);
  duck_hint(around, room.hint, hint_of(room, pot), room.duck && room.joined > 0 && !room.held);
  controls(room, around, go);

  sound_of_room(around, 0.1f);
  return go;
}

}  // namespace sui::studio
