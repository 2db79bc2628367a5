// KilnLevers: what a fireman's hands hold: fuel, air and damper, logs and the sections they go into, the clock's pace,
// and the end of the fire.
//
// Owns how long the log button has been held; everything it changes is the fire's (hand_fire.h). Positions are
// layout.h's.
#pragma once

#include "game/studio/chrome.h"
#include "game/studio/hand_fire.h"

namespace sui::studio {

struct KilnLevers {
  int64_t stoking = kNoTouch;
  double next_log_s = 0;
  float thrown = 0;  // runs down from 1 after a log
};

enum class LeverWish : uint8_t { kNone, kPutOut, kTakeOut };

LeverWish drive_kiln(Around& around, KilnLevers& levers, HandFire& fire);

}  // namespace sui::studio
