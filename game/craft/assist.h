// One finger, two hands: where both hands should be when a beginner has only one finger on the glass.
//
// Owns the guess from a touch and its direction to a pair of hands; pure, stateless, never hashed: what the hands then
// do is recorded as ordinary acts. Does not own gestures (studio) nor pressing (hands.h). Lengths mm.
#pragma once

#include "game/craft/workpiece.h"

namespace sui::craft {

struct AssistHands {
  bool outer = false, inner = false;  // which hands are on the clay; a hand that is not should be lifted
  double outer_r_mm = 0, outer_z_mm = 0, inner_r_mm = 0, inner_z_mm = 0;
};

struct AssistTouch {
  double r_mm = 0, z_mm = 0;  // the finger on the section plane: distance from the axis, height over the wheel head
  bool inside = false;        // within the mouth or over the top near the axis, rather than outside the wall
  bool vertical = false;      // the finger travels mainly along the wall; else across it, or rests
};

// Outside along the wall: a pull. The hand inside mirrors, a fifth closer than the wall above is thick.
// Outside across: centring a lump, collaring a wall. Inside on a lump: opening, the other hand cupping the outside.
// Inside across: widening the floor, bellying the wall. Inside along the wall: a pull led from within.
AssistHands assist_hands(const Workpiece& workpiece, const AssistTouch& touch);

// Whether a finger coming down at (r, z) should count as inside, for screens that see the pot from the side.
// Ask once, when the finger lands, and keep the answer until it lifts.
bool touches_inside(const Workpiece& workpiece, double r_mm, double z_mm);

}  // namespace sui::craft
