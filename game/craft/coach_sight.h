// What the coach sees in one look: the wall in a few numbers, and what each hand is doing to it.
//
// Private to the coach (coach.cpp). Derived afresh each look from the workpiece and the last look's hands. mm, mm/s,
// rpm, kPa.
#pragma once

#include "game/craft/coach.h"

namespace sui::craft {

struct CoachSight {
  double seconds = 0;  // since the last look
  double rpm = 0, turns_per_s = 0;
  bool opened = false;  // there is a wall: thinner than its radius, over a floor
  double floor_mm = 0;
  double base_mm = 0, middle_mm = 0, rim_mm = 0, thinnest_mm = 0, rim_thinnest_mm = 0;  // across the wall
  double height_mm = 0, widest_mm = 0, rim_r_mm = 0;                                    // radii
  double swing_mm = 0;                                                                  // how far it runs off true
  double spin_share = 0;  // of the strength, at the worst place, weight of the flare included
  double wet_pct = 0;
  bool presses_outer = false, presses_inner = false;
  double drag = 0;
};

// Also moves the hands in `state` on to this look.
CoachSight coach_sight(const Workpiece& workpiece, CoachState& state);

}  // namespace sui::craft
