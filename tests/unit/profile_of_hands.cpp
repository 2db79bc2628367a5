// Throws the same hands and prints the wall, for whatever number of rings it was built with: 101 lines of outer and
// inner radius in mm at even heights, after the pot's own height. craft_convergence_test compares builds.
//
// Links the throwing sources alone, so that a build with other rings is a small one.
#include <cstdio>

#include "game/craft/stack.h"
#include "game/craft/wheel.h"

namespace {

using namespace sui::craft;

struct Hands {
  double outer_r, outer_z, inner_r, inner_z;
};

struct Thrower {
  Workpiece pot;

  void wait(double seconds) {
    for (int i = 0; i < static_cast<int>(seconds * kTicksPerSecond); ++i) {
      throw_tick(pot);
      ++pot.tick;
    }
  }
  void sweep(double seconds, const Hands& from, const Hands& to, bool outer, bool inner) {
    const int samples = static_cast<int>(seconds * 30);
    for (int i = 0; i <= samples; ++i) {
      const double t = static_cast<double>(i) / samples;
      const auto at = [t](double a, double b) { return a + (b - a) * t; };
      if (outer) aim_hand(pot.outer, at(from.outer_r, to.outer_r), at(from.outer_z, to.outer_z));
      if (inner) aim_hand(pot.inner, at(from.inner_r, to.inner_r), at(from.inner_z, to.inner_z));
      wait(4.0 / kTicksPerSecond);
    }
  }
  void lift() {
    lift_hand(pot.outer);
    lift_hand(pot.inner);
  }
};

void pull(Thrower& thrower, double gap, double top) {
  put_water(thrower.pot, 4);
  thrower.pot.wheel_rpm_target = 90;
  thrower.wait(0.3);
  thrower.sweep(0.7, {60, 10, 54 - gap, 12}, {54, 24, 54 - gap, 24}, true, true);
  thrower.sweep((top - 24) / 20, {54, 24, 54 - gap, 24}, {54, top, 54 - gap, top}, true, true);
  thrower.lift();
}

Workpiece throw_vase() {
  Thrower thrower;
  thrower.pot.clay = fresh_lump(thrower.pot.start);
  thrower.pot.wheel_rpm_target = 240;
  thrower.wait(1);
  put_water(thrower.pot, 5);
  thrower.sweep(2, {64, 30, 0, 0}, {56, 30, 0, 0}, true, false);
  thrower.lift();
  thrower.pot.wheel_rpm_target = 120;
  put_water(thrower.pot, 4);
  thrower.sweep(4, {60, 25, 8, 80}, {60, 25, 8, 9}, true, true);
  thrower.sweep(4, {60, 25, 8, 9}, {60, 25, 40, 9}, true, true);
  thrower.lift();
  pull(thrower, 12, 110);
  pull(thrower, 9.5, 145);
  pull(thrower, 8, 190);
  thrower.sweep(4, {0, 0, 46, 70}, {0, 0, 54, 90}, false, true);  // a belly
  thrower.lift();
  thrower.sweep(4, {58, 150, 0, 0}, {50, 150, 0, 0}, true, false);  // a neck
  thrower.lift();
  return thrower.pot;
}

}  // namespace

int main() {
  const Workpiece pot = throw_vase();
  Stack stack;
  lay_out(pot.clay, stack);
  std::printf("%.6f %d\n", stack.top_mm, pot.fallen ? 1 : 0);
  for (int i = 0; i <= 100; ++i) {
    const double z = stack.top_mm * i / 100;
    std::size_t k = 0;
    while (k + 2 < kRingCount && stack.z_mm[k + 1] < z) ++k;
    double t = (z - stack.z_mm[k]) / (stack.z_mm[k + 1] - stack.z_mm[k]);
    t = t < 0 ? 0 : (t > 1 ? 1 : t);
    std::printf("%.6f %.6f\n", stack.outer_mm[k] + t * (stack.outer_mm[k + 1] - stack.outer_mm[k]),
                stack.inner_mm[k] + t * (stack.inner_mm[k + 1] - stack.inner_mm[k]));
  }
  return 0;
}
