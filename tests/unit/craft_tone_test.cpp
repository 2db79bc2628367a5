// A fingernail against the rim tells thin from thick, small from large, and sound from cracked.
#include <gtest/gtest.h>

#include <cmath>

#include "game/craft/fire.h"
#include "game/craft/tone.h"
#include "tests/unit/plain_pot.h"

namespace sui::craft {
namespace {

Workpiece fired(const test::PlainPot& pot, double peak_c = 1280) {
  Workpiece workpiece = test::build(pot);
  dip(workpiece.clay, 3, 1.45, GlazeKind::kClear, workpiece.glaze);
  workpiece.schedule = {{100, 600, 0, 0}, {150, 1000, 0, 0}, {80, peak_c, 20, 0}};
  fire(workpiece, {0, ActKind::kFire, 0, 0, 7, 0});
  return workpiece;
}

test::PlainPot bowl(double radius_mm, double wall_mm) {
  return {wall_mm, 6, 1.1 * radius_mm, radius_mm, 0.008};
}

TEST(Tone, AThinRingMatchesHoppesFormula) {  // a tall free ring: f = m(m²−1)/√(m²+1) · h/(√12 R²) · √(E/ρ)/2π
  const Workpiece pot = fired({4, 6, 400, 50, 0.008});
  const double r_m = pot.clay.r_mm[100] * 1e-3, h_m = pot.clay.w_mm[100] * 1e-3;
  const double pores = pot.firing.porosity;
  const double young = 70e9 * std::exp(-3 * pores), density = 2400 * (1 - pores);
  for (int m = 2; m <= 4; ++m) {
    const double plate = std::sqrt(young / (density * (1 - 0.22 * 0.22)));
    const double hz =
        m * (m * m - 1) / std::sqrt(m * m + 1.0) * h_m / (std::sqrt(12.0) * r_m * r_m) * plate / 6.2831853;
    EXPECT_NEAR(tone_of(pot).hz[static_cast<std::size_t>(m - 2)], hz, 0.06 * hz) << m;
  }
}

TEST(Tone, ATenCentimetreBowlRingsWhereBowlsRing) {
  const Workpiece pot = fired(bowl(57, 4.5));  // 10 cm across once fired
  EXPECT_NEAR(2 * pot.clay.r_mm[120], 102, 4);
  const Tone tone = tone_of(pot);
  EXPECT_GT(tone.hz[0], 1000);
  EXPECT_LT(tone.hz[0], 4000);
  EXPECT_GT(tone.decay_s[0], 0.5);
  EXPECT_LT(tone.decay_s[0], 4);
  for (int mode = 1; mode < tone.modes; ++mode)
    EXPECT_GT(tone.hz[static_cast<std::size_t>(mode)], tone.hz[static_cast<std::size_t>(mode) - 1]);
}

TEST(Tone, ThinnerIsLowerSmallerIsHigher) {
  double last_hz = 1e9;
  for (const double wall_mm : {7.0, 5.0, 3.5, 2.5, 1.5}) {
    const double hz = tone_of(fired(bowl(55, wall_mm))).hz[0];
    EXPECT_LT(hz, last_hz) << wall_mm;
    last_hz = hz;
  }
  last_hz = 0;
  for (const double radius_mm : {90.0, 70.0, 50.0, 35.0}) {
    const double hz = tone_of(fired(bowl(radius_mm, 4))).hz[0];
    EXPECT_GT(hz, last_hz) << radius_mm;
    last_hz = hz;
  }
}

TEST(Tone, ACrackedPotIsDull) {
  Workpiece pot = fired(bowl(55, 4));
  const Tone sound = tone_of(pot);
  pot.defects.push_back({DefectKind::kDunted, 0, 40, 300, 100});
  const Tone cracked = tone_of(pot);
  for (std::size_t mode = 0; mode < kToneModes; ++mode) {
    EXPECT_LT(cracked.decay_s[mode], 0.1 * sound.decay_s[mode]);
    EXPECT_LT(cracked.hz[mode], sound.hz[mode]);
  }
}

TEST(Tone, BiscuitClacksAndRawClayIsSilent) {
  EXPECT_LT(tone_of(fired(bowl(55, 4), 1000)).decay_s[0], 0.3 * tone_of(fired(bowl(55, 4))).decay_s[0]);
  EXPECT_EQ(tone_of(test::build(bowl(55, 4))).modes, 0);
}

}  // namespace
}  // namespace sui::craft
