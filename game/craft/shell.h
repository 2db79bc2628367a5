// The wall as a shell of revolution under its own weight and spin (facts A3): where it is crushed, bulges, leans,
// flops.
//
// Owns the stresses of a tick and the slow or sudden giving way that follows, and the collapse as a motion over time.
// Does not own hands (hands.h). Stresses kPa, densities g/mm³, lengths mm; g = 9810 mm/s².
#pragma once

#include "game/craft/stack.h"
#include "game/craft/workpiece.h"

namespace sui::craft {

inline constexpr int kWeighTicks = 4;       // weight and spin are looked at every so many ticks
inline constexpr int kCollapseTicks = 168;  // how long a falling pot takes to come to rest

// Adds the giving way of kWeighTicks ticks to `motion`; raises defects; sets workpiece.fallen when the pot goes.
void weigh(Workpiece& workpiece, const Stack& stack, Motion& motion);
// One tick of a collapse already begun.
void collapse(Workpiece& workpiece, const Stack& stack);

// σθ = ρ(g r tan α + ω² r²), the load a flared wall must carry, and σφ, the weight above on the wall (facts A3).
double flare_stress_kpa(double density_g_mm3, double r_mm, double tangent, double rpm);

}  // namespace sui::craft
