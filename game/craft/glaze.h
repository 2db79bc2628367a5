// Glaze as chemistry and thickness: what a dip lays, how it melts, what colour it turns.
//
// Owns oxide analyses, thickness per ring, melt viscosity and colour; does not own temperatures (kiln.h).
// Units: mm of glaze, wt % oxides, log10 Pa·s, linear RGB 0..1.
#pragma once

#include <array>

#include "game/craft/act.h"
#include "game/craft/clay.h"

namespace sui::craft {

struct Rgb {
  double r = 0, g = 0, b = 0;  // linear
};

struct Oxides {  // wt %
  double sio2 = 0, al2o3 = 0, cao = 0, mgo = 0, k2o = 0, na2o = 0, fe2o3 = 0, tio2 = 0, coo = 0, cuo = 0, mno = 0;
};

struct Glaze {
  bool laid = false;
  GlazeKind kind = GlazeKind::kClear;
  RingField outer_mm{};  // raw, then fired thickness on the outer wall
  RingField inner_mm{};
  double run_mm = 0;  // how far the melt ran down
};

Oxides glaze_oxides(GlazeKind kind);
// Giordano, Russell & Dingwell 2008, dry terms; facts D3. Not valid for high boron or lead.
double log_viscosity_pa_s(const Oxides& oxides, double temp_c);
// Dip for `seconds` in slop of `density_g_ml`: thickness follows the wall's suction (drier and thicker walls take
// more).
void dip(const Clay& clay, double seconds, double density_g_ml, GlazeKind kind, Glaze& glaze);

}  // namespace sui::craft
