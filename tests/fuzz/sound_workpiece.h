// What must hold of a pot after whatever was done to it: every number finite and in its bounds, no clay lost.
//
// Owns the list of fields; aborts, naming the field, which is what a fuzzer wants.
#pragma once

#include "game/craft/workpiece.h"

namespace sui::fuzz {

// Wet clay of the lump: what stands on the wheel, undone of its shrinking, and what was cut away.
double accounted_mm3(const craft::Workpiece& workpiece);
// Aborts unless every number of the pot is finite and within what clay, water, glaze and fire allow, and
// accounted_mm3 is still `lump_mm3` to a millionth.
void expect_sound(const craft::Workpiece& workpiece, double lump_mm3);
// The same for what is only read off the pot: measures, likeness, difficulty, tone, look.
void expect_readings_sound(const craft::Workpiece& workpiece);

}  // namespace sui::fuzz
