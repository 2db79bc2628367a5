// Hands that do other than lean against the wall: pressing straight down, coning, sponge, needle.
//
// Owns what those do to the clay in a tick; the tools' pressing against the wall is in hands.h, which tool a hand holds
// is an act (throwing_rules.cpp). Lengths mm, pressures kPa, volumes mm³, water ml.
#pragma once

#include "game/craft/stack.h"
#include "game/craft/workpiece.h"

namespace sui::craft {

// A hand that presses straight down, at (r, z) on top of a lump, a rim, or inside on the floor: the clay under it is
// pressed lower by `gain` of the overlap, and packed.
void press_down(Workpiece& workpiece, const Stack& stack, Hand& hand, double gain, Motion& motion);
// Coning: a lump squeezed up and pressed down again is kneaded true, more than side pressure alone can.
void cone(Clay& clay, const Motion& motion);
// One tick of what a tool does besides pressing.
void use_tool(Workpiece& workpiece, const Stack& stack, Hand& hand);
// Takes off all that stands above `z_mm` and shares what is left of the wall among its rings anew. Returns the volume
// cut away; 0 where there is no wall to cut at that height.
double cut_rim(Clay& clay, const Stack& stack, double z_mm);

}  // namespace sui::craft
