// The wheel: one tick of throwing. Turns the wheel, moves the hands, presses, weighs and lets the clay give way.
//
// Owns the order of a tick, the lump's first shape, water and friction; what the hands do is in hands.h, what weight
// and spin do in shell.h. Ticks are 1/120 s; lengths mm, pressures kPa, forces mN (kPa mm²).
#pragma once

#include "game/craft/workpiece.h"

namespace sui::craft {

inline constexpr double kTickS = 1.0 / kTicksPerSecond;

// A squat dome, a little off-centre; assist sets it down truer. Which way it leans follows from mass and water.
Clay fresh_lump(const ClayStart& start);
void throw_tick(Workpiece& workpiece);
// Sponges `ml` over the clay: a film under the hands, some of it standing inside.
void put_water(Workpiece& workpiece, double ml);
// A hand comes down at once where it was not down, else sets out for its new target.
void aim_hand(Hand& hand, double r_mm, double z_mm);
// It keeps what it holds.
void lift_hand(Hand& hand);
void move_hand(Hand& hand);  // one tick on its way
void let_go(Hand& hand);     // the hand feels nothing
// How a wall's volume is shared out among its rings from `first` up; the last are smaller, so that a rim has a round
// edge to show. Returns their sum.
double ring_shares(RingField& share, std::size_t first);
// Brings yield_kpa of every ring up to date with its moisture.
void refresh_yield(Clay& clay, int first, int stride);
// Raises a defect once per kind and ring neighbourhood, up to kDefectsMax.
void raise_defect(Workpiece& workpiece, DefectKind kind, int ring, double value, double limit);

}  // namespace sui::craft
