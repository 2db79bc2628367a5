// What a potter's hands and tools do besides pulling a wall: press down, cone, sponge, rib, needle; what the wheel and
// the clay do under them.
#include <gtest/gtest.h>

#include <cmath>

#include "game/craft/look.h"
#include "game/craft/stack.h"
#include "game/craft/throwing_numbers.h"
#include "tests/unit/craft_potter.h"

namespace sui::craft {
namespace {

bool has(const Workpiece& pot, DefectKind kind) {
  for (const Defect& defect : pot.defects)
    if (defect.kind == kind) return true;
  return false;
}

bool allowed(const Workpiece& pot, int hand, int tool, int press) {
  return static_cast<bool>(check(pot, {pot.tick, ActKind::kTakeTool, hand, tool, press, 0}));
}

TEST(Tools, AToolIsTakenUpWithTheHandOffTheClay) {
  Potter potter(1200, 21.5);
  EXPECT_TRUE(allowed(potter.pot, 0, 3, 0));
  EXPECT_FALSE(allowed(potter.pot, 2, 3, 0));
  EXPECT_FALSE(allowed(potter.pot, -1, 3, 0));
  EXPECT_FALSE(allowed(potter.pot, 0, 5, 0));
  EXPECT_FALSE(allowed(potter.pot, 0, -1, 0));
  EXPECT_FALSE(allowed(potter.pot, 0, 3, 2));
  EXPECT_FALSE(allowed(potter.pot, 0, 0, 0));  // bare fingers already
  EXPECT_FALSE(allowed(potter.pot, 0, 4, 1));  // a needle does not press down
  potter.take(0, Tool::kRib);
  EXPECT_FALSE(allowed(potter.pot, 0, 3, 0));
  potter.outer({70, 20});
  EXPECT_FALSE(allowed(potter.pot, 0, 0, 0));
  potter.lift();
  EXPECT_EQ(potter.pot.outer.tool, Tool::kRib);  // lifting is not putting down
  potter.cut();
  EXPECT_FALSE(allowed(potter.pot, 0, 0, 0));
}

TEST(Tools, AHandOnTheRimThickensLevelsAndPacksIt) {
  Potter potter(1200, 21.5);
  potter.cylinder();
  const std::size_t rim = kRingCount - 1;
  const double height = potter.measures().height_mm, width = potter.pot.clay.w_mm[rim];
  const double low = potter.pot.clay.w_mm[kRingCount / 2];
  potter.take(0, Tool::kFingers, true);
  potter.sweep_outer(4, {potter.pot.clay.r_mm[rim], height}, {potter.pot.clay.r_mm[rim], height - 4});
  EXPECT_GT(potter.pot.outer.pressure_kpa, 0);
  potter.lift();
  EXPECT_NEAR(potter.measures().height_mm, height - 4, 1.2);
  EXPECT_GT(potter.pot.clay.w_mm[rim], 1.15 * width);
  EXPECT_NEAR(potter.pot.clay.w_mm[kRingCount / 2], low, 0.1);  // only the rim
  EXPECT_GT(potter.pot.clay.packed[rim], 0.4);
  EXPECT_LT(potter.pot.clay.packed[kRingCount / 2], 0.05);
}

TEST(Tools, ACompressedFloorBearsWaterThatCracksALooseOne) {
  Potter loose(1200, 21.5);
  loose.centre();
  loose.open();
  Potter packed = loose;
  packed.take(1, Tool::kFingers, true);
  const double floor = loose.measures().floor_mm - 1;
  for (int pass = 0; pass < 2; ++pass) packed.sweep_inner(3, {4, floor}, {28, floor});
  packed.lift();
  EXPECT_GT(packed.pot.clay.packed[0], 0.6);
  for (Potter* potter : {&loose, &packed}) {
    potter->water(80);
    potter->cut();
    potter->dry(DryingPlace::kWrapped, 120);
  }
  EXPECT_TRUE(has(loose.pot, DefectKind::kSCrack));
  EXPECT_FALSE(has(packed.pot, DefectKind::kSCrack));
}

TEST(Tools, ASpongeTakesThePoolOutBeforeItCracksTheFloor) {
  Potter potter(1200, 21.5);
  potter.centre();
  potter.open();
  potter.water(100);
  Potter left = potter;
  potter.take(1, Tool::kSponge);
  potter.sweep_inner(5, {10, 12}, {20, 12});
  potter.lift();
  EXPECT_LT(potter.pot.clay.pool_ml, 0.1);
  for (Potter* each : {&left, &potter}) {
    each->cut();
    each->dry(DryingPlace::kWrapped, 120);
  }
  EXPECT_TRUE(has(left.pot, DefectKind::kSCrack));
  EXPECT_FALSE(has(potter.pot, DefectKind::kSCrack));
}

TEST(Tools, AWetSpongeGivesWaterUntilItIsEmpty) {
  Potter potter(1200, 21.5);
  potter.centre();
  potter.open();
  potter.wait(60);
  const double film = potter.pot.clay.film_mm;
  potter.take(0, Tool::kWetSponge);
  potter.sweep_outer(0.5, {70, 30}, {70, 30});
  EXPECT_GT(potter.pot.clay.film_mm, film + 0.03);
  EXPECT_LT(potter.pot.outer.held_ml, kSpongeMl);
  for (int i = 0; i < 40; ++i) potter.sweep_outer(2, {70, 30}, {70, 31});
  EXPECT_LT(potter.pot.outer.held_ml, 0.01);
}

TEST(Tools, StandingWaterSoftensTheFloorFromAbove) {
  Potter potter(1200, 21.5);
  potter.centre();
  potter.open();
  std::size_t floor = 0;
  while (potter.pot.clay.r_mm[floor + 1] - potter.pot.clay.w_mm[floor + 1] / 2 <= kInnerSolidMm) ++floor;
  potter.water(100);
  const double pool = potter.pot.clay.pool_ml, before = potter.pot.clay.moisture_dry[floor];
  const double bottom = potter.pot.clay.moisture_dry[0];
  potter.wait(90);
  EXPECT_LT(potter.pot.clay.pool_ml, pool);
  EXPECT_NEAR(potter.pot.clay.pool_ml + potter.pot.clay.pool_soaked_ml, pool, 1e-9);
  EXPECT_GT(potter.pot.clay.moisture_dry[floor], before + 0.01);
  EXPECT_NEAR(potter.pot.clay.moisture_dry[0], bottom, 0.005);
  EXPECT_LT(potter.pot.clay.yield_kpa[floor], potter.pot.clay.yield_kpa[0]);
}

TEST(Tools, ConingMakesALumpTruerThanPressingItsSide) {
  Potter pressed(1200, 21.5);
  pressed.wheel(240);
  pressed.wait(1);
  pressed.water(6);
  Potter coned = pressed;
  pressed.sweep_outer(8, {56, 30}, {54, 30});
  pressed.lift();
  for (int round = 0; round < 2; ++round) {
    coned.sweep_outer(2, {60, 25}, {40, 25});
    coned.sweep_outer(1, {40, 25}, {34, 60});
    coned.lift();
    const double top = coned.measures().height_mm;
    coned.take(0, Tool::kFingers, true);
    coned.sweep_outer(2, {0, top}, {0, 70});
    coned.lift();
    EXPECT_NEAR(coned.measures().height_mm, 70, 4);
    coned.take(0, Tool::kFingers);
    coned.water(4);
  }
  EXPECT_LT(coned.pot.clay.uneven_mm, 0.5 * pressed.pot.clay.uneven_mm);
  EXPECT_LT(coned.measures().eccentricity_mm, 0.6 * pressed.measures().eccentricity_mm);
}

TEST(Tools, ANeedleTakesTheRimOffAndTheClayIsAccountedFor) {
  Potter potter(1200, 21.5);
  potter.cylinder();
  const double volume = clay_volume_mm3(potter.pot.clay), height = potter.measures().height_mm;
  const double foot = potter.measures().foot_diameter_mm, floor = potter.measures().floor_mm;
  const double cut_at = std::floor(height - 25);
  potter.take(0, Tool::kNeedle);
  potter.wheel(60);
  potter.sweep_outer(0.7, {70, cut_at}, {30, cut_at});
  EXPECT_EQ(potter.pot.clay.removed_mm3, 0);  // not yet round
  potter.wait(1.5);
  potter.lift();
  EXPECT_NEAR(potter.measures().height_mm, cut_at, 0.6);
  EXPECT_GT(potter.pot.clay.removed_mm3, 0);
  EXPECT_NEAR((clay_volume_mm3(potter.pot.clay) + potter.pot.clay.removed_mm3) / volume, 1, 1e-12);
  EXPECT_NEAR(potter.measures().foot_diameter_mm, foot, 1e-9);
  EXPECT_NEAR(potter.measures().floor_mm, floor, 1e-9);
}

TEST(Tools, AWheelAllButStillIsScratchedNotGrooved) {
  Potter potter(1200, 21.5);
  potter.centre();
  potter.open();
  potter.wheel(0);
  potter.wait(3);
  potter.wheel(1);
  potter.sweep_both(1, {54, 20}, {54, 90}, {42, 20}, {42, 90});
  for (const double pitch_mm : potter.pot.clay.groove_pitch_mm) EXPECT_LE(pitch_mm, kReachZMmMax);
}

// Facts A2: axial pitch above about one finger-width per turn leaves spirals.
TEST(Tools, FastHandsLeaveThrowingLinesAndARibWipesThemAway) {
  Potter slow(1200, 21.5);
  slow.centre();
  slow.open();
  Potter fast = slow;
  slow.wheel(120);
  fast.wheel(120);
  slow.sweep_both(20, {54, 20}, {54, 90}, {42, 20}, {42, 90});  // 1.75 mm a turn
  fast.sweep_both(3, {54, 20}, {54, 90}, {42, 20}, {42, 90});   // 11.7 mm a turn
  slow.lift();
  fast.lift();
  const auto ridge = [](const Potter& potter) {
    const Look look = look_of(potter.pot, 0, 0);
    return look.rings[kRingCount / 2].groove_mm;
  };
  EXPECT_LT(ridge(slow), 0.1f);
  EXPECT_GT(ridge(fast), 0.4f);
  EXPECT_NEAR(look_of(fast.pot, 0, 0).rings[kRingCount / 2].groove_pitch_mm, 11.7f, 3.0f);
  const double film = fast.pot.clay.film_mm;
  fast.take(0, Tool::kRib);
  const Clay& clay = fast.pot.clay;
  for (int i = 0; i < 60; ++i) {  // follows the wall, leaning on it lightly
    const double face = clay.r_mm[kRingCount / 2] + 0.5 * clay.w_mm[kRingCount / 2];
    fast.outer({face - 0.4, look_of(fast.pot, 0, 0).rings[kRingCount / 2].z_mm});
    fast.wait(4.0 / kTicksPerSecond);
  }
  fast.lift();
  EXPECT_LT(ridge(fast), 0.05f);
  EXPECT_LT(fast.pot.clay.film_mm, film);  // slip comes off with it
}

TEST(Tools, TheWheelSagsUnderADryPalmAndRecovers) {
  Potter wet(1200, 21.5);
  wet.wheel(240);
  wet.wait(3);
  EXPECT_EQ(wet.pot.wheel_rpm, 240);
  Potter dry = wet;
  dry.pot.clay.film_mm = 0;
  wet.water(8);
  const auto slowest = [](Potter& potter) {
    double least = 1e9;
    for (int i = 0; i < 60; ++i) {
      potter.outer({57 - 0.1 * i, 30});
      potter.wait(4.0 / kTicksPerSecond);
      least = potter.pot.wheel_rpm < least ? potter.pot.wheel_rpm : least;
    }
    return least;
  };
  const double wet_rpm = slowest(wet), dry_rpm = slowest(dry);
  EXPECT_LT(wet_rpm, 239.5);
  EXPECT_LT(dry_rpm, wet_rpm - 3);
  EXPECT_GT(dry_rpm, 120);
  dry.lift();
  dry.wait(2);
  EXPECT_EQ(dry.pot.wheel_rpm, 240);
}

// Facts A1: 10-20 % lost when overworked, recovering in minutes.
TEST(Tools, OverworkedClayWeakensAndRests) {
  Potter potter(1200, 21.5);
  potter.cylinder();
  Clay& clay = potter.pot.clay;
  const auto mean_strength = [&] {
    double sum = 0;
    for (std::size_t k = kRingCount / 4; k < kRingCount; ++k) sum += clay.yield_kpa[k] / kRingCount;
    return sum;
  };
  double worked = 0;
  for (const double each : clay.worked) worked = each > worked ? each : worked;
  EXPECT_GT(worked, 0.5);
  const double tired = mean_strength();
  Potter rested = potter;
  for (double& each : rested.pot.clay.worked) each = 0;
  for (int i = 0; i < 16; ++i) step(rested.pot);
  double fresh = 0;
  for (std::size_t k = kRingCount / 4; k < kRingCount; ++k) fresh += rested.pot.clay.yield_kpa[k] / kRingCount;
  EXPECT_LT(tired / fresh, 0.97);
  EXPECT_GT(tired / fresh, 0.8);
  potter.wait(60 * kRestedMinutes);
  double left = 0;
  for (const double each : clay.worked) left = each > left ? each : left;
  EXPECT_NEAR(left / worked, 0.368, 0.02);
}

TEST(Tools, ALumpFarOffCentreSpinsOffAFastWheel) {
  const auto spun = [](double off_mm, double rpm) {
    Potter potter(2500, 24);
    for (double& off : potter.pot.clay.off_x_mm) off = off_mm;
    potter.wheel(rpm);
    double last = 0, furthest_step = 0;
    for (int i = 0; i < 1200 && !potter.pot.fallen; ++i) {
      step(potter.pot);
      furthest_step = std::fmax(furthest_step, std::fabs(potter.pot.clay.off_x_mm[0] - last));
      last = potter.pot.clay.off_x_mm[0];
    }
    EXPECT_LT(furthest_step, off_mm + 3);  // it slides, it does not jump
    return has(potter.pot, DefectKind::kSpunOff);
  };
  EXPECT_FALSE(spun(12, 150));
  EXPECT_TRUE(spun(12, 380));
  EXPECT_FALSE(spun(0.3, 400));
}

TEST(Drying, OneSidedSunBendsAPotAndAWrapDoesNot) {
  Potter potter(1200, 21.5);
  potter.cylinder();
  potter.cut();
  Potter sunned = potter, wrapped = potter;
  const double before = potter.measures().eccentricity_mm;
  sunned.dry(DryingPlace::kSun, 60 * 6);
  wrapped.dry(DryingPlace::kWrapped, 60 * 48);
  EXPECT_GT(sunned.measures().eccentricity_mm, before + 1);
  EXPECT_NEAR(wrapped.measures().eccentricity_mm, before, 0.3);
  EXPECT_FALSE(has(wrapped.pot, DefectKind::kDriedCrooked));
}

}  // namespace
}  // namespace sui::craft
