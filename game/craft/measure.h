// Measuring a pot as a potter would: callipers, scale, water jug, eye.
//
// Owns nothing; reads a Workpiece. Does not judge (defect.h) nor draw (look.h). Sizes are as the piece stands now
// (shrunk after drying and firing), units in the names.
#pragma once

#include "game/craft/workpiece.h"

namespace sui::craft {

struct Measures {
  double height_mm = 0, max_diameter_mm = 0, mouth_diameter_mm = 0, foot_diameter_mm = 0;
  double wall_mm_min = 0, wall_mm_max = 0, floor_mm = 0;
  double clay_volume_ml = 0, mass_g = 0, capacity_ml = 0;
  double moisture_wet_pct = 0;
  double eccentricity_mm = 0;  // largest off-centre of any ring of the wall
};

Measures measure(const Workpiece& workpiece);

}  // namespace sui::craft
