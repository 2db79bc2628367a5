// Drying against facts B: how long, how much smaller, and what cracks.
#include <gtest/gtest.h>

#include "game/craft/drying.h"
#include "tests/unit/craft_potter.h"

namespace sui::craft {
namespace {

bool has(const Workpiece& pot, DefectKind kind) {
  for (const Defect& defect : pot.defects)
    if (defect.kind == kind) return true;
  return false;
}

TEST(Drying, LinearShrinkageIsThatOfTheFacts) {
  EXPECT_NEAR(1 - drying_shrink(moisture_dry_of_wet_pct(21.5), 0.01), 0.059, 0.001);
  EXPECT_NEAR(1 - drying_shrink(moisture_dry_of_wet_pct(23), 0.01), 0.070, 0.001);
  EXPECT_NEAR(1 - drying_shrink(moisture_dry_of_wet_pct(25), 0.01), 0.085, 0.001);
  EXPECT_EQ(drying_shrink(0.27, 0.30), 1);
}

TEST(Drying, AThrownPotShrinksByThatMuchAndKeepsItsDryMass) {
  Potter potter(1200, 21.5);
  potter.cylinder();
  potter.cut();
  const Measures wet = potter.measures();
  potter.dry(DryingPlace::kWrapped, 60 * 24);
  potter.dry(DryingPlace::kShelf, 60 * 24 * 6);
  const Measures dry = potter.measures();
  EXPECT_EQ(potter.pot.stage, Stage::kBoneDry);
  EXPECT_NEAR(dry.height_mm / wet.height_mm, 1 - 0.0587, 0.002);
  EXPECT_NEAR(potter.pot.linear_shrink, dry.height_mm / wet.height_mm, 1e-9);
  EXPECT_NEAR(dry.mass_g, 1200 * (1 - 0.215), 14);
  EXPECT_LT(dry.moisture_wet_pct, 1.5);
}

TEST(Drying, ThrownWallsReachLeatherHardInHoursAndBoneDryInDays) {
  Potter potter(1200, 21.5);
  potter.cylinder();
  potter.cut();
  int hours = 0;
  for (; potter.pot.stage == Stage::kCut && hours < 200; ++hours) potter.dry(DryingPlace::kShelf, 60);
  EXPECT_GE(hours, 2);
  EXPECT_LE(hours, 10);
  for (; potter.pot.stage == Stage::kLeatherHard && hours < 400; ++hours) potter.dry(DryingPlace::kShelf, 60);
  EXPECT_GE(hours, 14);
  EXPECT_LE(hours, 24 * 7);
  Potter wrapped(1200, 21.5);
  wrapped.cylinder();
  wrapped.cut();
  int slow = 0;
  for (; wrapped.pot.stage == Stage::kCut && slow < 200; ++slow) wrapped.dry(DryingPlace::kWrapped, 60);
  EXPECT_GE(slow, 12);
  EXPECT_LE(slow, 72);
}

TEST(Drying, SlowDryingIsSafeAndTheSunCracksTheRim) {
  Potter potter(1200, 21.5);
  potter.cylinder();
  potter.cut();
  Potter sunned = potter, shelved = potter;
  potter.dry(DryingPlace::kWrapped, 60 * 48);
  potter.dry(DryingPlace::kShelf, 60 * 24 * 4);
  EXPECT_TRUE(potter.pot.defects.empty());
  shelved.dry(DryingPlace::kShelf, 60 * 24 * 5);
  EXPECT_TRUE(shelved.pot.defects.empty());
  sunned.dry(DryingPlace::kSun, 60 * 24);
  EXPECT_TRUE(has(sunned.pot, DefectKind::kRimCrack));
}

TEST(Drying, WaterLeftStandingInsideCracksTheFloor) {
  Potter potter(1200, 21.5);
  potter.centre();
  potter.open();
  potter.water(60);
  potter.cut();
  potter.dry(DryingPlace::kWrapped, 60);
  EXPECT_TRUE(has(potter.pot, DefectKind::kSCrack));
}

TEST(Drying, OneLongDryingIsCloseToManyShortOnes) {
  Potter once(1200, 21.5);
  once.cylinder();
  once.cut();
  Potter often = once;
  once.dry(DryingPlace::kShelf, 600);
  for (int i = 0; i < 10; ++i) often.dry(DryingPlace::kShelf, 60);
  EXPECT_NEAR(once.measures().moisture_wet_pct, often.measures().moisture_wet_pct, 0.5);
}

}  // namespace
}  // namespace sui::craft
