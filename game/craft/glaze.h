// Glaze as chemistry and thickness: what a dip lays, how it melts, what colour it turns.
//
// Owns thickness per ring and colour; does not own analyses and the melt's numbers (oxides.h, materials.h,
// glaze_chemistry.h) nor temperatures (kiln.h).
// Units: mm of glaze, wt % oxides, log10 Pa·s, linear RGB 0..1.
#pragma once

#include <array>

#include "game/craft/act.h"
#include "game/craft/clay.h"
#include "game/craft/glaze_chemistry.h"

namespace sui::craft {

struct Rgb {
  double r = 0, g = 0, b = 0;  // linear
};

struct Glaze {
  bool laid = false;
  GlazeKind kind = GlazeKind::kClear;
  RingField outer_mm{};  // raw, then fired thickness on the outer wall
  RingField inner_mm{};
  double run_mm = 0;  // how far the melt ran down
};

// What is left of a glaze stone : glaze ash (釉果:二灰) blend after ignition, wt %, sums to 100. Facts D5.
Oxides blend_stone_and_ash(double stone_parts, double ash_parts);
Oxides glaze_oxides(GlazeKind kind);
// Dip for `seconds` in slop of `density_g_ml`: thickness follows the wall's suction (drier and thicker walls take
// more).
void dip(const Clay& clay, double seconds, double density_g_ml, GlazeKind kind, Glaze& glaze);

// A raw layer melts down to this share of its thickness: pores close, ash loses its carbonate.
inline constexpr double kFiredOverRaw = 0.55;
// What 1 mm of the melted glaze lets through, `fe2_fraction` of its iron being FeO. Beer-Lambert, facts D4.
Rgb glaze_transmittance_per_mm(GlazeKind kind, double fe2_fraction);
// What 1 g/m² CoO dissolved in the glaze lets through on one pass; multiply pigment by twice for light that returns.
Rgb cobalt_transmittance_per_g_m2();

}  // namespace sui::craft
