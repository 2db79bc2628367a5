// Drying: the pot on a board. Wrapped, on the shelf or in the sun; hours pass in two seconds, and the pot shrinks.
//
// Owns the choice and its little film; how clay dries, shrinks and cracks is craft's. Units: minutes of drying.
#pragma once

#include <string>

#include "game/studio/chrome.h"
#include "game/studio/pot.h"

namespace sui::studio {

struct Drying {
  bool running = false;
  craft::DryingPlace place = craft::DryingPlace::kShelf;
  double film_s = 0;        // since the choice
  int32_t minutes = 0;      // passed so far
  int after_dry = 0;        // steps since it was bone-dry: the kiln fears the last damp
  float wet_height_mm = 0;  // when it came off the wheel
  float shown_minutes = 0;
  float sun = 0;                 // eased: how much it looks like the sunny yard
  bool to_leather_hard = false;  // stops there, for trimming, joining and carving
  Hint hint;
};

void enter(Drying& drying, Pot& pot);
Go frame(Drying& drying, Around& around);

}  // namespace sui::studio
