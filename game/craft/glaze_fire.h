// What the fire's course leaves in a melted glaze: valences, colloids, droplets and crystals, and an oxidised skin.
//
// Owns the history of the melt along one firing, fed step by step by the kiln; does not own temperatures (kiln.h) nor
// what the history looks like (glaze_colour.h). Units: °C, hours, CO in %, mm.
#pragma once

#include "game/craft/glaze_chemistry.h"

namespace sui::craft {

struct GlazeHistory {
  double fe2_fraction = 0.1;  // iron as FeO, from the atmosphere while the glaze was open
  double copper_reduced = 0;  // copper below Cu2+: colourless Cu+ until it strikes
  double copper_left = 1;     // the rest went up the chimney
  double striking_h = 0;      // between 900 and 700 °C on the way down: Cu+ becomes metal colloid
  double separation_h = 0;    // between 1250 and 1000 °C on the way down: droplets part, crystals grow
  double skin_mm2 = 0;        // square of the depth that air has oxidised since the last reduction
  double peak_c = 0;
  double log_viscosity = 30;  // thinnest the melt ever was, log10 Pa·s
  double run_per_mm2 = 0;     // a layer of t mm ran t² times this, mm
  bool sealed = false;        // the pores of the raw layer have closed
  double melt = 0;            // 0 dry powder … 1 smooth glass
};

// One step of kiln time at the ware's temperature; `before_c` is the temperature of the step before. Hands back the
// melt's log10 Pa·s, kLogViscositySolid while it is too cold to matter.
double melt_step(const Melt& melt, double temp_c, double before_c, double co_pct, double step_h, GlazeHistory& history);
// Oxygen left by a flame of this CO content, log10 bar; facts C4. Air is -0.68.
double log_oxygen_bar(double temp_c, double co_pct);

}  // namespace sui::craft
