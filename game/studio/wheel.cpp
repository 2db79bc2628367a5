#include "game/studio/wheel.h"

#include <algorithm>
#include <cmath>

#include "game/craft/assist.h"
#include "game/engine/style.h"
#include "game/studio/layout.h"
#include "game/studio/workshop.h"

namespace sui::studio {
namespace {

using craft::Act;
using craft::act_of;
using craft::ActKind;
using engine::ButtonLook;
using engine::Icon;
using engine::Rect;

constexpr double kTickS = 1.0 / craft::kTicksPerSecond;
constexpr double kIdleS = 40;  // the wheel waits for the potter: an hour's log is not spent on a cup of tea
constexpr double kWaterMl = 5;
constexpr double kRpmMost = 300;  // the pedal's end; the rules would allow kWheelRpmMax
constexpr float kCutS = 0.9f;
constexpr float kClearOfClayPt = 26;  // a finger this far off is not about to touch it

Act hand_act(ActKind kind, double r_mm, double z_mm) {
  const double r = std::clamp(r_mm, 0.0, craft::kReachRMmMax - 1), z = std::clamp(z_mm, 0.0, craft::kReachZMmMax - 1);
  return act_of(kind, craft::to_fixed(r, craft::kPerMm), craft::to_fixed(z, craft::kPerMm));
}

void send_hand(Pot& pot, bool down, const Act& wanted, ActKind lift, bool& sent_down, Act& sent) {
  if (down) {
    const bool same = sent_down && wanted.a == sent.a && wanted.b == sent.b;
    if (!same && act(pot, wanted)) {
      sent = wanted;
      sent_down = true;
    }
  } else if (sent_down) {
    if (act(pot, act_of(lift))) sent_down = false;
  }
}

// What both hands should do now: the fingers, and for a lone finger the hand that helps.
craft::AssistHands hands_wanted(const Wheel& wheel, const Pot& pot, bool help) {
  const Fingertip &outer = wheel.fingers.outer, &inner = wheel.fingers.inner;
  if (help && outer.down != inner.down) {
    const Fingertip& finger = outer.down ? outer : inner;
    craft::AssistTouch touch;
    touch.r_mm = finger.r_mm;
    touch.z_mm = finger.z_mm;
    touch.inside = inner.down;
    touch.vertical = finger.vertical;
    return craft::assist_hands(pot.bench->workpiece, touch);
  }
  return {outer.down, inner.down, outer.r_mm, outer.z_mm, inner.r_mm, inner.z_mm};
}

void send_hands(Wheel& wheel, Pot& pot, bool help) {
  const craft::AssistHands wanted = hands_wanted(wheel, pot, help);
  send_hand(pot, wanted.outer, hand_act(ActKind::kOuterHand, wanted.outer_r_mm, wanted.outer_z_mm), ActKind::kOuterLift,
            wheel.outer_sent_down, wheel.sent_outer);
  send_hand(pot, wanted.inner, hand_act(ActKind::kInnerHand, wanted.inner_r_mm, wanted.inner_z_mm), ActKind::kInnerLift,
            wheel.inner_sent_down, wheel.sent_inner);
}

void send_acts(Wheel& wheel, Pot& pot, bool help) {
  const int32_t rpm = craft::to_fixed(std::round(wheel.speed_0_1 * kRpmMost / 4) * 4, craft::kPerRpm);
  if (rpm != wheel.sent_rpm && act(pot, act_of(ActKind::kWheel, rpm))) wheel.sent_rpm = rpm;
  if (wheel.water_wanted) {
    wheel.water_wanted = false;
    (void)act(pot, act_of(ActKind::kWater, craft::to_fixed(kWaterMl, craft::kPerMl)));
  }
  send_hands(wheel, pot, help);
}

// How near the pot is to being lost, as far as a companion can see it: what the coach calls urgent, and how it swings.
float wobble_of(const Wheel& wheel, const Pot& pot) {
  constexpr float kSwingMmBad = 6;
  if (pot.look.fallen) return 1;
  switch (wheel.coach.said.id) {
    case craft::CoachId::kRimTooFast:
    case craft::CoachId::kTooDeep:
      return 1;
    case craft::CoachId::kOffCentre:
    case craft::CoachId::kWobble:
    case craft::CoachId::kJerking:
      return 0.75f;
    default:
      break;
  }
  const bool opened = pot.measures.capacity_ml > 20;  // a raw lump swings before it is centred: no reason to fear
  return opened ? std::min(1.0f, static_cast<float>(pot.measures.eccentricity_mm) / kSwingMmBad) : 0.0f;
}

void listen_to_coach(Wheel& wheel, const Pot& pot) {
  const std::vector<Act>& acts = pot.bench->making.acts;
  for (; wheel.coached_acts < acts.size(); ++wheel.coached_acts)
    craft::coach_sees(acts[wheel.coached_acts], wheel.coach);
  (void)craft::coach(pot.bench->workpiece, wheel.coach);
}

void run_ticks(Wheel& wheel, Around& around) {
  Pot& pot = around.pot;
  const bool help = wheel.assist || around.frame.input.pointer_right_held;
  const bool touched = wheel.fingers.outer.down || wheel.fingers.inner.down;
  wheel.idle_s = touched ? 0 : wheel.idle_s + around.frame.dt_s;
  if (wheel.idle_s > kIdleS || wheel.cut > 0) return;
  wheel.behind_s += around.frame.dt_s;
  craft::Workpiece& workpiece = pot.bench->workpiece;
  while (wheel.behind_s >= kTickS && workpiece.tick < craft::kTickMax) {
    wheel.behind_s -= kTickS;
    if (workpiece.tick % craft::kHandReachTicks == 0) send_acts(wheel, pot, help);
    listen_to_coach(wheel, pot);
    piece::step(*pot.bench);
  }
}

// The camera keeps the whole pot in sight, but never moves the world under a finger that is on the clay.
void follow_with_camera(Wheel& wheel, const Pot& pot, double dt_s) {
  if (wheel.fingers.outer.down || wheel.fingers.inner.down) return;
  const Extent extent = extent_of(pot.look);
  const float wide = std::max(extent.radius, 0.07f), tall = std::max(extent.height, 0.11f);
  const float goal = std::clamp(std::max(0.30f + wide * 5.4f, 0.44f + tall * 2.5f), 0.66f, 1.6f);
  wheel.camera_distance = toward(wheel.camera_distance, goal, dt_s, 1.6f);
  wheel.camera_height = toward(wheel.camera_height, std::max(0.05f, extent.height * 0.46f), dt_s, 1.6f);
}

void move_view(Wheel& wheel, Around& around, const engine::Camera& camera) {
  engine::Frame& frame = around.frame;
  const Rect workspace = layout::workspace(frame.safe);
  if (!holds_view(wheel.view)) {
    const TwoFingers fingers = two_fingers(frame.input, workspace);
    if (may_take_view(camera, frame.screen, around.pot.look, fingers)) {
      take_view(wheel.view, fingers);
      wheel.fingers = Fingers{};
    }
  }
  follow_view(wheel.view, frame.input, camera, frame.screen, workspace, frame.dt_s, false);
}

void start_over(Wheel& wheel, Around& around) {
  fresh_lump(around.pot, around.shelf.settings.assist);
  enter(wheel, around.pot, false);
  around.frame.audio.play(engine::Chime::kDrop);
}

void controls(Wheel& wheel, Around& around, Go& go) {
  engine::Frame& frame = around.frame;
  engine::Ui& ui = frame.ui;
  Pot& pot = around.pot;
  const Rect safe = frame.safe;
  if (back_button(around)) go.room = Room::kHome;
  if (engine::icon_button(ui, "undo", layout::corner(safe, 0), layout::kRoundRadius, Icon::kUndo, ButtonLook::kGlass) &&
      undo_touch(pot)) {
    enter(wheel, pot, true);
  }
  if (!around.in_lesson && engine::icon_button(ui, "fresh", layout::corner(safe, 1), layout::kRoundRadius, Icon::kPlus,
                                               ButtonLook::kGlass)) {
    start_over(wheel, around);
  }
  std::string taken_up;
  if (studio::frame(wheel.tools, around, taken_up)) {
    lift_hands(wheel, pot);
    if (!taken_up.empty()) say_now(wheel.hint, taken_up);
  }
  engine::slider(ui, "speed", layout::slider_row(safe), wheel.speed_0_1, Icon::kWheel);
  if (engine::icon_button(ui, "water", layout::tool(safe, 0), layout::kToolRadius, Icon::kDrop, ButtonLook::kGlass)) {
    wheel.water_wanted = true;
    wheel.water_splash = 1;
    frame.audio.play(engine::Chime::kDrop);
  }
  if (engine::icon_button(ui, "assist", layout::tool(safe, 1), layout::kToolRadius, Icon::kHand, ButtonLook::kGlass,
                          true, wheel.assist)) {
    wheel.assist = !wheel.assist;
    say_now(wheel.hint, wheel.assist ? "wheel.assist.on" : "wheel.assist.off");
  }
  if (around.in_lesson) return;
  if (pot.look.fallen) {
    if (engine::button(ui, "again", layout::primary_beside_tools(safe), engine::say(around.strings, "wheel.again"),
                       ButtonLook::kPrimary, Icon::kPlus)) {
      start_over(wheel, around);
    }
  } else if (engine::button(ui, "cut", layout::primary_beside_tools(safe), engine::say(around.strings, "wheel.cut"),
                            ButtonLook::kPrimary, Icon::kKnife, wheel.cut <= 0)) {
    lift_hands(wheel, pot);
    wheel.cut = 0.001f;
    frame.audio.play(engine::Chime::kCut);
    around.app.vibrate(feel_ms(Touched::kWire));
  }
}

void feel(Wheel& wheel, Around& around) {
  const Pot& pot = around.pot;
  const craft::Workpiece& workpiece = pot.bench->workpiece;
  const bool pressed = workpiece.outer.pressure_kpa > 0 || workpiece.inner.pressure_kpa > 0;
  int ms = feel_clay(wheel.feel, pressed && wheel.cut <= 0, workpiece.wheel_rpm, pot.measures.eccentricity_mm,
                     around.frame.dt_s);
  if (workpiece.fallen && !wheel.fall_felt) ms = feel_ms(Touched::kFall);
  wheel.fall_felt = workpiece.fallen;
  if (ms > 0) around.app.vibrate(ms);
}

void sound(const Wheel& wheel, Around& around) {
  const craft::Workpiece& workpiece = around.pot.bench->workpiece;
  engine::Ambience levels;
  levels.wheel_rpm = wheel.idle_s > kIdleS ? 0 : static_cast<float>(workpiece.wheel_rpm);
  const double push = std::max(workpiece.outer.pressure_kpa, workpiece.inner.pressure_kpa);
  levels.clay = wheel.contact * static_cast<float>(std::clamp(push / 60.0, 0.0, 1.0));
  levels.clay_dry = static_cast<float>(std::clamp(std::max(workpiece.outer.drag, workpiece.inner.drag), 0.0, 1.0));
  levels.water = wheel.water_splash;
  levels.street = 0.06f;
  levels.music = engine::Mood::kCalm;
  around.frame.audio.ambience(levels);
}

}  // namespace

void enter(Wheel& wheel, Pot& pot, bool resumed) {
  wheel.behind_s = 0;
  wheel.idle_s = 0;
  wheel.fingers = Fingers{};
  const craft::Workpiece& workpiece = pot.bench->workpiece;
  wheel.outer_sent_down = workpiece.outer.down;
  wheel.inner_sent_down = workpiece.inner.down;
  wheel.sent_rpm = craft::to_fixed(workpiece.wheel_rpm_target, craft::kPerRpm);
  wheel.cut = 0;
  wheel.is_cut = false;
  wheel.hint = Hint{};
  wheel.feel = ClayFeel{};
  wheel.fall_felt = workpiece.fallen;
  wheel.coach = craft::CoachState{};
  wheel.coach.tick = workpiece.tick;
  wheel.coached_acts = pot.bench->making.acts.size();
  for (const Act& made : pot.bench->making.acts)
    wheel.coach.watered = wheel.coach.watered || made.kind == ActKind::kWater;
  if (resumed) wheel.assist = pot.bench->making.start.assist > 0;
}

void lift_hands(Wheel& wheel, Pot& pot) {
  wheel.fingers = Fingers{};
  if (!pot.bench) return;
  send_hand(pot, false, {}, ActKind::kOuterLift, wheel.outer_sent_down, wheel.sent_outer);
  send_hand(pot, false, {}, ActKind::kInnerLift, wheel.inner_sent_down, wheel.sent_inner);
}

engine::Camera wheel_camera(const Wheel& wheel) {
  engine::Camera camera;
  camera.fov_y_deg = 33;
  // A little under the middle of the screen, because the lower quarter belongs to the thumbs.
  camera.target = {0, wheel.camera_height - wheel.camera_distance * 0.035f, 0};
  camera.eye = {0, camera.target.y + wheel.camera_distance * 0.36f, wheel.camera_distance};
  return seen(wheel.view, camera);
}

std::string wheel_hint(const Wheel& wheel, const Pot& pot) {
  const craft::Workpiece& workpiece = pot.bench->workpiece;
  const craft::Measures& measures = pot.measures;
  if (workpiece.fallen) return "hint.fallen";
  if (wheel.speed_0_1 < 0.1f) return "hint.spin";
  if (wheel.coach.said.id != craft::CoachId::kQuiet)
    return std::string("coach.") + craft::coach_id(wheel.coach.said.id);
  if (!wheel.assist && measures.capacity_ml < 5 && measures.eccentricity_mm > 1.5) return "hint.centre";
  if (measures.capacity_ml < 40) return "hint.open";
  if (measures.height_mm < 110 && measures.wall_mm_max > 7) return "hint.pull";
  if (measures.height_mm > 150 || measures.capacity_ml > 450) return "hint.cut";
  return "hint.shape";
}

bool may_take_view(const engine::Camera& camera, Rect screen, const craft::Look& look, const TwoFingers& fingers) {
  if (fingers.first == nullptr) return false;
  bool over[2], left[2];
  int index = 0;
  for (const engine::Touch* touch : {fingers.first, fingers.second}) {
    const SectionPoint at = section_point(camera, screen, touch->at);
    const engine::Vec2 rim = on_screen(camera, screen, {0, top_mm(look), false});
    over[index] = touch->at.y < rim.y - kClearOfClayPt;
    left[index] = at.left;
    const WallAt wall = wall_at(look, std::max(0.0, at.z_mm));
    const engine::Vec2 face = on_screen(camera, screen, {wall.outer_mm, at.z_mm, at.left});
    const float beside = at.left ? face.x - touch->at.x : touch->at.x - face.x;
    if (!over[index] && beside < kClearOfClayPt) return false;
    ++index;
  }
  return left[0] == left[1] || (over[0] && over[1]);
}

Go frame(Wheel& wheel, Around& around) {
  engine::Frame& frame = around.frame;
  Pot& pot = around.pot;
  Go go;
  wheel.water_splash = std::max(0.0f, wheel.water_splash - static_cast<float>(frame.dt_s) * 1.2f);
  move_view(wheel, around, wheel_camera(wheel));
  const engine::Camera camera = wheel_camera(wheel);
  if (wheel.cut <= 0 && !pot.look.fallen) {
    follow(frame.input, camera, frame.screen, layout::workspace(frame.safe), pot.bench->workpiece, frame.dt_s,
           wheel.fingers);
  } else {
    wheel.fingers = Fingers{};
  }
  run_ticks(wheel, around);
  pot.look = craft::look_of(pot.bench->workpiece, 0, 0);
  if (--wheel.frames_to_measure <= 0) {
    pot.measures = craft::measure(pot.bench->workpiece);
    wheel.frames_to_measure = 6;
  }
  const bool touched = wheel.outer_sent_down || wheel.inner_sent_down;
  wheel.contact = toward(wheel.contact, touched ? 1.0f : 0.0f, frame.dt_s, 12);
  wheel.outer_glow = toward(wheel.outer_glow, wheel.outer_sent_down ? 1.0f : 0.0f, frame.dt_s, 14);
  wheel.inner_glow = toward(wheel.inner_glow, wheel.inner_sent_down ? 1.0f : 0.0f, frame.dt_s, 14);
  wheel.shown_height_mm = toward(wheel.shown_height_mm, static_cast<float>(pot.measures.height_mm), frame.dt_s, 10);
  follow_with_camera(wheel, pot, frame.dt_s);

  draw_wheel_room(wheel, around, camera);
  top_shade(around);
  bottom_shade(around, 260);
  around.workshop.happening.wobble = wobble_of(wheel, pot);
  duck_hint(around, wheel.hint, wheel.cut > 0 ? "hint.cutting" : wheel_hint(wheel, pot), false,
            wheel.coach.said.numbers);
  controls(wheel, around, go);
  sound(wheel, around);
  feel(wheel, around);
  if (wheel.cut > 0 && !wheel.is_cut) {
    wheel.cut += static_cast<float>(frame.dt_s) / kCutS;
    if (wheel.cut >= 1) {
      if (act(pot, act_of(ActKind::kCut))) {
        wheel.is_cut = true;
        go.room = Room::kDrying;
      } else {
        say_now(wheel.hint, "wheel.notyet");
        wheel.cut = 0;
      }
    }
  }
  return go;
}

}  // namespace sui::studio
