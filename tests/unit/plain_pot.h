// PlainPot: a straight bone-dry cylinder built ring by ring, for tests of what happens to a pot after the wheel.
#pragma once

#include "game/craft/workpiece.h"

namespace sui::test {

struct PlainPot {
  double wall_mm = 5, floor_mm = 8, height_mm = 120, radius_mm = 50, moisture_dry = 0.008;
};

inline craft::Workpiece build(const PlainPot& pot) {
  constexpr int kFloorRings = 16;
  craft::Workpiece workpiece = *craft::fresh_workpiece(craft::ClayStart{});
  for (int ring = 0; ring < craft::kRingCount; ++ring) {
    const auto k = static_cast<std::size_t>(ring);
    const bool floor = ring < kFloorRings;
    const double outer_mm = pot.radius_mm + pot.wall_mm / 2, inner_mm = floor ? 0.2 : pot.radius_mm - pot.wall_mm / 2;
    const double tall_mm =
        floor ? pot.floor_mm / kFloorRings : (pot.height_mm - pot.floor_mm) / (craft::kRingCount - kFloorRings);
    workpiece.clay.r_mm[k] = 0.5 * (outer_mm + inner_mm);
    workpiece.clay.w_mm[k] = outer_mm - inner_mm;
    workpiece.clay.volume_mm3[k] = 6.283185307179586 * workpiece.clay.r_mm[k] * workpiece.clay.w_mm[k] * tall_mm;
    workpiece.clay.moisture_dry[k] = workpiece.clay.skin_moisture_dry[k] = pot.moisture_dry;
    workpiece.clay.off_x_mm[k] = workpiece.clay.off_y_mm[k] = 0;
  }
  workpiece.stage = craft::Stage::kBoneDry;
  return workpiece;
}

}  // namespace sui::test
