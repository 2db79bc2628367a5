// Drying: water leaves every ring through its faces, the pot shrinks in place, and uneven shrinking cracks it (facts
// B).
//
// Owns moisture after the cut, drying shrinkage, stage transitions and drying defects; does not own time.
// Minutes, kg/m²h, moisture on dry basis.
#pragma once

#include "game/craft/workpiece.h"

namespace sui::craft {

inline constexpr double kShrinkageLimitDry = 0.165;  // below this moisture clay shrinks no more
inline constexpr double kLeatherHardWetPct = 17.0;   // from here on it can be handled and trimmed
inline constexpr double kBoneDryWetPct = 1.5;

void dry(Workpiece& workpiece, DryingPlace place, int minutes);
// Linear size at `moisture_dry` against the size at `start_dry`: ((1/ρs + w) / (1/ρs + w0))^(1/3), facts B.
double drying_shrink(double start_dry, double moisture_dry);
double mean_moisture_dry(const Clay& clay);  // by volume
// Linear strain at which clay of this moisture cracks: 0.06 plastic, 0.0135 leather-hard, 0.004 near dry (facts B).
double crack_strain(double moisture_dry);

}  // namespace sui::craft
