// Two hands on the clay: where fingertips overlap the wall, how fast the wall may leave them, what it costs.
//
// Owns contact, pinching, collaring, bellying, opening, centring, friction; a hand is kinematic with a strength cap.
// (Dead end: a soft penalty spring left the wall a centimetre thicker than the hands were apart.)
// Does not own weight and spin (shell.h). Lengths mm, pressures kPa, forces mN.
#pragma once

#include "game/craft/stack.h"
#include "game/craft/workpiece.h"

namespace sui::craft {

inline constexpr double kFingertipMm = 13;       // radius of the fingertip's paraboloid
inline constexpr double kHandStrengthKpa = 120;  // under a fingertip
inline constexpr double kFingerRadiusMm = 9;     // of the finger above an opening tip
inline constexpr double kFloorFeelMm = 2;        // how far below the inner hand's z a closed floor is opened

// Adds what both hands do this tick to `motion`, and sets their pressure and drag.
void press(Workpiece& workpiece, const Stack& stack, Motion& motion);

}  // namespace sui::craft
