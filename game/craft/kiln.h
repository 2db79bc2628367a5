// The kiln: temperatures, atmosphere and heat-work along a schedule, and what they do to body and glaze.
//
// Owns the firing integration (fixed steps of kiln time) and its curve for display; the caller applies the outcome.
// Units: °C, hours or minutes as named, CO in %, heat-work as an Arrhenius integral calibrated to cones (facts C2).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "game/craft/act.h"
#include "game/craft/clay.h"
#include "game/craft/glaze.h"

namespace sui::craft {

struct KilnSegment {
  double rate_c_h = 100;
  double to_c = 600;
  double hold_min = 0;
  double co_pct = 0;
};

struct KilnSample {
  double hour, kiln_c, ware_c, co_pct;
};

struct Firing {
  bool done = false;
  KilnKind kind = KilnKind::kElectric;
  double peak_c = 0;
  double heat_work = 0;  // Arrhenius integral, E = 880 kJ/mol; cone_position() reads it
  double cone = 0;       // Orton cone as a number: 10.4 = cone 10 down, 11 bent 40 %; 022..01 are negative
  double porosity = 0.3;
  double vitrification = 0;   // 0 raw .. 1 fully vitrified
  double fe2_fraction = 0.1;  // iron as FeO, from the atmosphere while the glaze was open
  double shrink = 1;          // linear, against the bone-dry pot
  double glaze_melt = 0;      // 0 dry powder .. 1 smooth glass
  double peak_steam_bar = 0;
  double hottest_rate_c_h_573 = 0;  // fastest change through quartz inversion, up or down
  std::vector<KilnSample> curve;    // about 200 samples, for showing; not hashed
};

double cone_position(double heat_work);

}  // namespace sui::craft
