#include "game/craft/coach_sight.h"

#include <cmath>

#include "game/craft/drying.h"
#include "game/craft/shell.h"
#include "game/craft/stack.h"
#include "game/craft/wheel.h"

namespace sui::craft {
namespace {

constexpr double kCornerMm = 6;  // the floor's corner is no wall yet

void follow_hand(const Hand& hand, double seconds, CoachHand& seen) {
  CoachHand now;
  now.down = hand.down;
  now.r_mm = hand.r_mm;
  now.z_mm = hand.z_mm;
  if (hand.down && seen.down && seconds > 0) {
    now.r_mm_s = (hand.r_mm - seen.r_mm) / seconds;
    now.z_mm_s = (hand.z_mm - seen.z_mm) / seconds;
  }
  seen = now;
}

double slope_at(const Clay& clay, const Stack& stack, std::size_t k) {
  const std::size_t low = k < 4 ? 0 : k - 4, high = k + 4 < kRingCount ? k + 4 : kRingCount - 1;
  const double slope = (clay.r_mm[high] - clay.r_mm[low]) / (stack.z_mm[high] - stack.z_mm[low]);
  return slope > 4 ? 4 : (slope < -4 ? -4 : slope);
}

// Sums and counts over a stretch of the wall.
struct Stretch {
  double sum = 0;
  int count = 0;

  void add(double value) {
    sum += value;
    ++count;
  }
  double mean() const { return count == 0 ? 0 : sum / count; }
};

void see_wall(const Workpiece& workpiece, const Stack& stack, CoachSight& sight) {
  const Clay& clay = workpiece.clay;
  std::size_t floor = 0;
  while (floor < kRingCount && stack.inner_mm[floor] <= kInnerSolidMm) {
    sight.floor_mm = stack.z_mm[floor] + 0.5 * stack.h_mm[floor];
    ++floor;
  }
  Stretch base, middle, rim, lump_swing;
  double wall_swing = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double outer = stack.outer_mm[k];
    sight.widest_mm = outer > sight.widest_mm ? outer : sight.widest_mm;
    const double swing = std::sqrt(clay.off_x_mm[k] * clay.off_x_mm[k] + clay.off_y_mm[k] * clay.off_y_mm[k]);
    lump_swing.add(swing);
    if (k < floor || clay.w_mm[k] > 0.8 * clay.r_mm[k]) continue;
    wall_swing = swing > wall_swing ? swing : wall_swing;
    const double slope = slope_at(clay, stack, k);
    // The corner rests on the floor, and a thick ring is no membrane (shell.cpp).
    const double over = (stack.z_mm[k] - sight.floor_mm) / clay.w_mm[k], thin = 2 * (1 - clay.w_mm[k] / clay.r_mm[k]);
    const double flare = slope > 0 && over > 0 ? slope * (over < 1 ? over : 1) * (thin < 1 ? thin : 1) : 0;
    const double spin = flare_stress_kpa(clay.dry_density_g_mm3 * (1 + clay.moisture_dry[k]), clay.r_mm[k], flare,
                                         workpiece.wheel_rpm) /
                        clay.yield_kpa[k];
    sight.spin_share = spin > sight.spin_share ? spin : sight.spin_share;
    if (stack.z_mm[k] < sight.floor_mm + kCornerMm) continue;
    const double across = clay.w_mm[k] / std::sqrt(1 + slope * slope);
    const double up = (stack.z_mm[k] - sight.floor_mm) / (stack.top_mm - sight.floor_mm);
    double& thinnest = up > 0.8 ? sight.rim_thinnest_mm : sight.thinnest_mm;
    if (k + 4 < kRingCount && (thinnest == 0 || across < thinnest)) thinnest = across;
    (up < 0.25 ? base : (up > 0.8 ? rim : middle)).add(across);
  }
  sight.opened = middle.count > 8 && rim.count > 0;
  sight.base_mm = base.count > 0 ? base.mean() : middle.mean();
  sight.middle_mm = middle.mean();
  sight.rim_mm = rim.mean();
  sight.swing_mm = sight.opened ? wall_swing : lump_swing.mean();
  sight.height_mm = stack.top_mm;
  sight.rim_r_mm = stack.outer_mm[kRingCount - 1];
}

}  // namespace

CoachSight coach_sight(const Workpiece& workpiece, CoachState& state) {
  CoachSight sight;
  sight.seconds = (workpiece.tick - state.tick) * kTickS;
  sight.rpm = workpiece.wheel_rpm;
  sight.turns_per_s = workpiece.wheel_rpm / 60;
  Stack stack;
  lay_out(workpiece.clay, stack);
  see_wall(workpiece, stack, sight);
  sight.wet_pct = moisture_wet_pct_of_dry(mean_moisture_dry(workpiece.clay));
  sight.presses_outer = workpiece.outer.pressure_kpa > 0;
  sight.presses_inner = workpiece.inner.pressure_kpa > 0;
  sight.drag = workpiece.outer.drag > workpiece.inner.drag ? workpiece.outer.drag : workpiece.inner.drag;
  follow_hand(workpiece.outer, sight.seconds, state.outer);
  follow_hand(workpiece.inner, sight.seconds, state.inner);
  return sight;
}

}  // namespace sui::craft
