// Wheel: where clay is thrown. Fingers become acts 30 times a second, the clay answers 120 times a second.
//
// Owns gestures -> acts -> ticks -> picture of throwing. Does not own the rules (craft/), the second hand of a lone
// finger (craft/assist.h) nor the log (piece/). Units: mm, rpm, s; screen in pt.
#pragma once

#include "game/studio/chrome.h"
#include "game/studio/feel.h"
#include "game/studio/hands.h"
#include "game/studio/pot.h"
#include "game/studio/tool_strip.h"
#include "game/studio/view_hand.h"

namespace sui::studio {

struct Wheel {
  bool assist = true;  // one finger is enough; the other hand follows
  float speed_0_1 = 0.55f;
  double behind_s = 0;    // time not yet stepped
  double idle_s = 0;      // since a hand last touched the clay
  int32_t sent_rpm = -1;  // kWheel as last recorded, 1/16 rpm
  Fingers fingers;
  craft::Act sent_outer, sent_inner;  // as last recorded, so that a still hand costs nothing
  bool outer_sent_down = false, inner_sent_down = false;
  bool water_wanted = false;
  float water_splash = 0;  // runs down from 1
  float contact = 0;       // eased: hands on the clay
  float outer_glow = 0, inner_glow = 0;
  double seen_outer_r = 0, seen_outer_z = 0, seen_inner_r = 0, seen_inner_z = 0;
  float camera_distance = 0.8f, camera_height = 0.1f;
  ViewHand view;
  ClayFeel feel;
  bool fall_felt = false;
  int frames_to_measure = 0;
  float shown_height_mm = 0;
  Hint hint;
  ToolStrip tools;
  craft::CoachState coach;
  std::size_t coached_acts = 0;  // of the making: what the coach was told
  double opened_s = 0;
  float cut = 0;  // the wire's way through, 0..1
  bool is_cut = false;
};

void enter(Wheel& wheel, Pot& pot, bool resumed);
Go frame(Wheel& wheel, Around& around);
// Hands off; for leaving the room or the app.
void lift_hands(Wheel& wheel, Pot& pot);

engine::Camera wheel_camera(const Wheel& wheel);
// Whether two fingers that just landed move the eye: both beside the pot on one side or over its rim, neither on the
// clay. One on either side is a squeeze, and stays one.
bool may_take_view(const engine::Camera& camera, engine::Rect screen, const craft::Look& look,
                   const TwoFingers& fingers);
// What the duck should say now, a string key: the coach's word, else what comes next for one who never threw.
std::string wheel_hint(const Wheel& wheel, const Pot& pot);
// Everything but the controls.
void draw_wheel_room(const Wheel& wheel, Around& around, const engine::Camera& camera);

}  // namespace sui::studio
