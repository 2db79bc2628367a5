#include "game/craft/measure.h"

#include <cmath>

#include "game/craft/drying.h"
#include "game/craft/stack.h"

namespace sui::craft {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kLossOnIgnition = 0.075;  // of the dry clay: kaolin's water (facts C3, D5)
constexpr double kGlazeDensityGMm3 = 0.0024;

// Level the pot would hold liquid to: its rim, or the lowest lip of a rim that has sunk on one side.
double brim_mm(const Clay& clay, const Stack& stack) {
  double brim = 1e9;
  for (std::size_t k = kRingCount - 4; k < kRingCount; ++k) {
    const double lip = stack.z_mm[k] + 0.5 * stack.h_mm[k] - clay.sink_mm[k];
    if (k + 1 == kRingCount || clay.sink_mm[k] > 0) brim = lip < brim ? lip : brim;
  }
  return brim;
}

void measure_wall(const Clay& clay, const Stack& stack, std::size_t floor, double floor_top_mm, Measures& out) {
  double thinnest = 1e9, thickest = 0;
  for (std::size_t k = floor; k + 2 < kRingCount; ++k) {
    if (clay.w_mm[k] > clay.r_mm[k] || stack.z_mm[k] < floor_top_mm + 4) continue;
    const std::size_t low = k < 2 ? 0 : k - 2;
    const double slope = (clay.r_mm[k + 2] - clay.r_mm[low]) / (stack.z_mm[k + 2] - stack.z_mm[low]);
    const double across = clay.w_mm[k] / std::sqrt(1 + slope * slope);
    thinnest = across < thinnest ? across : thinnest;
    thickest = across > thickest ? across : thickest;
  }
  if (thickest > 0) {
    out.wall_mm_min = thinnest;
    out.wall_mm_max = thickest;
  }
}

double mass_of(const Workpiece& workpiece, double volume_mm3) {
  const Clay& clay = workpiece.clay;
  const double size3 = workpiece.linear_shrink * workpiece.linear_shrink * workpiece.linear_shrink;
  const double pot_g = volume_mm3 / size3 * clay.dry_density_g_mm3;
  const double dry_g = pot_g + parts_dry_g(workpiece);
  if (is_clay_no_longer(workpiece)) return dry_g * (1 - kLossOnIgnition);
  double wet_g = pot_g * (1 + mean_moisture_dry(clay));
  for (const Part& part : workpiece.parts) wet_g += part_dry_g(part) * (1 + part.moisture_dry);
  return wet_g;
}

}  // namespace

Measures measure(const Workpiece& workpiece) {
  const Clay& clay = workpiece.clay;
  Stack stack;
  lay_out(clay, stack);
  Measures out;
  out.height_mm = stack.top_mm;
  const FloorRings under = floor_rings(clay);
  const std::size_t floor = under.above;
  const double floor_top_mm = floor == 0 ? 0 : stack.z_mm[floor - 1] + 0.5 * stack.h_mm[floor - 1];
  if (floor > 0) out.floor_mm = floor_top_mm - (stack.z_mm[under.first] - 0.5 * stack.h_mm[under.first]);
  const bool opened = floor < kRingCount;
  double glaze_mm3 = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double diameter = 2 * stack.outer_mm[k];
    out.max_diameter_mm = diameter > out.max_diameter_mm ? diameter : out.max_diameter_mm;
    glaze_mm3 += 2 * kPi * stack.h_mm[k] *
                 (stack.outer_mm[k] * workpiece.glaze.outer_mm[k] + stack.inner_mm[k] * workpiece.glaze.inner_mm[k]);
    if (k < floor && opened) continue;
    const double off = std::sqrt(clay.off_x_mm[k] * clay.off_x_mm[k] + clay.off_y_mm[k] * clay.off_y_mm[k]);
    out.eccentricity_mm = off > out.eccentricity_mm ? off : out.eccentricity_mm;
  }
  out.mouth_diameter_mm = 2 * stack.outer_mm[kRingCount - 1];
  out.foot_diameter_mm = 2 * stack.outer_mm[0];
  measure_wall(clay, stack, floor, floor_top_mm, out);
  const double brim = brim_mm(clay, stack);
  for (std::size_t k = floor; k < kRingCount && floor > 0; ++k) {  // through a hole in the floor it all runs out
    const double bottom = stack.z_mm[k] - 0.5 * stack.h_mm[k];
    const double depth = brim - bottom < stack.h_mm[k] ? brim - bottom : stack.h_mm[k];
    if (depth > 0) out.capacity_ml += kPi * stack.inner_mm[k] * stack.inner_mm[k] * depth * 0.001;
  }
  const double volume = clay_volume_mm3(clay);
  out.clay_volume_ml = volume * 0.001;
  out.mass_g = mass_of(workpiece, volume) + (workpiece.glaze.laid ? glaze_mm3 * kGlazeDensityGMm3 : 0);
  out.moisture_wet_pct = moisture_wet_pct_of_dry(mean_moisture_dry(clay));
  return out;
}

}  // namespace sui::craft
