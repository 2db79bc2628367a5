// Glazing: hold to keep the pot under in the bucket; seconds count; let go and it comes up milky.
//
// Owns the motion of the dip; what the wall drinks is craft's. One dip a pot. Units: seconds, metres.
#pragma once

#include "game/studio/chrome.h"
#include "game/studio/pot.h"
#include "game/studio/ware_strip.h"

namespace sui::studio {

struct Glazing {
  int64_t touch = kNoTouch;
  float depth = 0;      // 0 above the bucket … 1 under
  double under_s = 0;   // since the rim went under
  double dipped_s = 0;  // what was recorded; 0 not yet
  float ripple = 0;
  float drip = 0;  // runs down from 1 after lifting
  craft::GlazeKind kind = craft::GlazeKind::kClear;
  bool told = false;                            // the duck speaks of the glaze that was taken
  engine::Colour slop{0.93f, 0.91f, 0.87f, 1};  // eased towards the glaze's own
  WareStrip wares;
  Hint hint;
};

void enter(Glazing& glazing, Pot& pot);
Go frame(Glazing& glazing, Around& around);

}  // namespace sui::studio
