// Rules of cutting into the wall: carving, combing, stamping, piercing, and slip laid on.
//
// Private to surface_rules.cpp. Owns when a cut may be made and what the clay's moisture and thickness make of it.
#pragma once

#include "game/craft/workpiece.h"

namespace sui::craft {

Result<Done> check_cut(const Workpiece& workpiece, const Act& act);
Stroke cut_of(const Act& act);
// The newest point of a cut meets the clay: sets how crisp the cut is and raises what goes wrong, once a stroke.
void feel_cut(Workpiece& workpiece, Stroke& stroke);
// Takes back the defects a cut raised.
void take_back_cut(Workpiece& workpiece, const Stroke& stroke);

}  // namespace sui::craft
