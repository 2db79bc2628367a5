// What one pot goes through in the fire: it follows its surroundings, loses water and carbon, passes quartz, gathers
// heat-work, melts its glaze and cools. One step of 30 s at a time.
//
// Owns the pot's own temperatures and the sums a Firing reports; knows no kiln (chamber.h) and judges nothing (fire.h).
#pragma once

#include "game/craft/kiln.h"

namespace sui::craft {

struct FiredWare {
  double wall_c = 20, foot_c = 20;
  double saggar_c = 20;  // the box's inside
  double water_dry = 0;
  double carbon = 1;  // of what the clay held
  double co_pct = 0;  // round the pot, after the saggar
  double copper_left = 1;
  Melt melt;            // of the glaze on it
  Melt inner_melt;      // of another inside
  double gas_left = 0;  // bubbles in the glaze, against all that melting sets free
};

// What surrounds the pot in this step, and the clock.
struct Surroundings {
  double kiln_c = 20, co_pct = 0, o2_pct = 20.9;
  double ash_mm_h = 0;  // fly ash that would settle on open ware here
  uint32_t minute = 0;
};

void pass_step(const KilnLoad& load, const Surroundings& around, FiredWare& ware, Firing& firing);

}  // namespace sui::craft
