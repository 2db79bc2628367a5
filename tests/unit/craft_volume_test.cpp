// Clay is never made nor lost: over any making the volume on the wheel and what was cut away stay together the same.
#include <gtest/gtest.h>

#include <cmath>

#include "game/craft/math.h"
#include "tests/unit/craft_potter.h"

namespace sui::craft {
namespace {

struct Dice {
  uint64_t state;
  double between(double low, double high) {
    state = mix(state, uint64_t{41});
    return low + (high - low) * static_cast<double>(state >> 40) / 16777216.0;
  }
  int pick(int count) { return static_cast<int>(between(0, count)); }
};

double accounted_mm3(const Workpiece& pot) {
  const double size3 = pot.linear_shrink * pot.linear_shrink * pot.linear_shrink;
  return clay_volume_mm3(pot.clay) / size3 + pot.clay.removed_mm3;
}

// What the rings' faces enclose is the volume they say they have.
double drawn_mm3(const Workpiece& pot) {
  std::array<RingShape, kRingCount> shapes;
  ring_shapes(pot.clay, shapes);
  double sum = 0;
  for (const RingShape& ring : shapes)
    sum += 3.14159265358979323846 * (ring.outer_mm * ring.outer_mm - ring.inner_mm * ring.inner_mm) *
           (ring.z_top_mm - ring.z_bottom_mm);
  return sum;
}

void try_act(Potter& potter, ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0) {
  const Act act{potter.pot.tick, kind, a, b, c, 0};
  if (check(potter.pot, act)) apply(potter.pot, act);
}

// Anything, anywhere: hands, tools, water, speeds, whatever the rules allow.
void throw_wildly(Potter& potter, Dice& dice, int strokes) {
  for (int stroke = 0; stroke < strokes; ++stroke) {
    try_act(potter, ActKind::kWheel, to_fixed(dice.between(0, 400), kPerRpm));
    if (dice.pick(3) == 0) try_act(potter, ActKind::kWater, to_fixed(dice.between(0, 60), kPerMl));
    const int hand = dice.pick(2);
    if (dice.pick(2) == 0) try_act(potter, ActKind::kTakeTool, hand, dice.pick(5), dice.pick(2));
    double r[2] = {dice.between(0, 120), dice.between(0, 100)}, z[2] = {dice.between(0, 200), dice.between(0, 200)};
    const double dr = dice.between(-2, 2), dz = dice.between(-4, 4);
    const bool both = dice.pick(2) == 0;
    for (int i = 0; i < 45; ++i) {
      for (int side = 0; side < 2; ++side) {
        if (side != hand && !both) continue;
        r[side] = std::fmax(0, r[side] + dr);
        z[side] = std::fmax(0, z[side] + dz);
        try_act(potter, side == 0 ? ActKind::kOuterHand : ActKind::kInnerHand, to_fixed(r[side], kPerMm),
                to_fixed(z[side], kPerMm));
      }
      advance(potter.pot, potter.pot.tick + 4);
    }
    potter.lift();
  }
}

void trim_wildly(Potter& potter, Dice& dice) {
  try_act(potter, ActKind::kTrimBegin, to_fixed(dice.between(0, 300), kPerRpm));
  for (int cut = 0; cut < 6; ++cut) {
    const double r = dice.between(0, 80), z = dice.between(0, 120), dr = dice.between(-1, 1), dz = dice.between(-1, 1);
    const int side = dice.pick(2);
    for (int i = 0; i < 60; ++i) {
      try_act(potter, ActKind::kTrimTool, to_fixed(std::fmax(0, r + i * dr), kPerMm),
              to_fixed(std::fmax(0, (side == 0 ? z : 0.1 * z) + i * dz), kPerMm), side);
      advance(potter.pot, potter.pot.tick + 4);
    }
    try_act(potter, ActKind::kTrimLift);
  }
  try_act(potter, ActKind::kTrimEnd);
}

TEST(Volume, NoMakingMakesOrLosesClay) {
  int fell = 0, cut = 0, trimmed = 0;
  for (uint64_t seed = 1; seed <= 100; ++seed) {
    Dice dice{seed};
    Potter potter(static_cast<int>(dice.between(kMassGMin, kMassGMax)), dice.between(18, 30), dice.pick(101));
    const double before = accounted_mm3(potter.pot);
    if (potter.pot.start.mass_g < 2000 && dice.pick(2) == 0) {
      potter.centre();
      potter.open();
      potter.pull(10);
    }
    throw_wildly(potter, dice, seed % 2 == 0 ? 16 : 2);
    EXPECT_NEAR(accounted_mm3(potter.pot) / before, 1, 1e-6) << "seed " << seed;
    EXPECT_NEAR(drawn_mm3(potter.pot) / clay_volume_mm3(potter.pot.clay), 1, 1e-9) << "seed " << seed;
    fell += potter.pot.fallen ? 1 : 0;
    cut += potter.pot.clay.removed_mm3 > 0 ? 1 : 0;
    try_act(potter, ActKind::kCut);
    EXPECT_NEAR(accounted_mm3(potter.pot) / before, 1, 1e-6) << "seed " << seed;
    for (int spell = 0; spell < 4; ++spell) {
      try_act(potter, ActKind::kDry, dice.pick(3), static_cast<int32_t>(dice.between(60, 600)));
      const double removed = potter.pot.clay.removed_mm3;
      trim_wildly(potter, dice);
      trimmed += potter.pot.clay.removed_mm3 > removed ? 1 : 0;
    }
    EXPECT_NEAR(accounted_mm3(potter.pot) / before, 1, 1e-6) << "seed " << seed;
  }
  EXPECT_GT(trimmed, 5);  // and to pots trimmed anywhere
  EXPECT_GT(fell, 5);     // the property was put to pots that fell,
  EXPECT_GT(cut, 2);      // and to pots with a rim cut off
}

}  // namespace
}  // namespace sui::craft
