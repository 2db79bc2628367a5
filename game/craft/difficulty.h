// How hard a form is to throw: the largest share of its strength that the wet wall is asked for, anywhere.
//
// After Gandon et al. 2011 (J. Archaeol. Sci. 38:1080): the greatest von Mises stress of the thrown form, over yield.
// They solve finite elements; here the wall is a membrane of revolution (facts A3) under its weight, the wheel's spin
// and two wet fingertips that drag and are never quite steady. Owns no state, never hashed. kPa, mm.
#pragma once

#include "game/craft/workpiece.h"

namespace sui::craft {

struct Difficulty {
  double index = 0;  // stress over strength: 0.1 a small cup, towards 1 what no clay stands
  double z_mm = 0;   // where, on the piece as it stands now
  double stress_kpa = 0, strength_kpa = 0;
};

// Of the form as it stands, taken back to the size and moisture it was thrown with.
Difficulty difficulty_of(const Workpiece& workpiece);

}  // namespace sui::craft
