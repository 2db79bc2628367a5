// Pots with a given outline, for tests: rings laid along a curve with an even wall, as a master would have thrown them.
#pragma once

#include <gtest/gtest.h>

#include <cmath>

#include "game/craft/shapes.h"
#include "game/craft/wheel.h"
#include "game/craft/workpiece.h"

namespace sui::craft {

// radius(z) with z 0 … 1, in heights.
template <class Radius>
Workpiece pot_of(Radius radius, double height_mm, double wall_mm, double floor_mm) {
  Result<Workpiece> fresh = fresh_workpiece(ClayStart{});
  EXPECT_TRUE(fresh);
  Workpiece pot = *fresh;
  Clay& clay = pot.clay;
  const double ring_mm = height_mm / kRingCount;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double z = (static_cast<double>(k) + 0.5) / kRingCount;
    const double outer = radius(z) * height_mm;
    const double above = radius(z + 0.01 < 1 ? z + 0.01 : 1) - radius(z - 0.01 > 0 ? z - 0.01 : 0);
    const double slope = above / (z > 0.01 && z < 0.99 ? 0.02 : 0.01);
    double width = wall_mm * std::sqrt(1 + slope * slope);
    if (z * height_mm < floor_mm || width > outer - 0.25) width = outer - 0.25;
    clay.r_mm[k] = outer - 0.5 * width;
    clay.w_mm[k] = width;
    clay.volume_mm3[k] = 2 * 3.14159265358979323846 * clay.r_mm[k] * width * ring_mm;
    clay.off_x_mm[k] = clay.off_y_mm[k] = clay.oval_x_mm[k] = clay.oval_y_mm[k] = 0;
  }
  refresh_yield(clay, 0, 1);
  return pot;
}

inline Workpiece goal_pot(GoalShape shape, double height_mm, double wall_mm = 0) {
  const double wall = wall_mm > 0 ? wall_mm : 0.01 * height_mm + 2;
  return pot_of([shape](double z) { return goal_radius(shape, z); }, height_mm, wall, 0.02 * height_mm + 4);
}

}  // namespace sui::craft
