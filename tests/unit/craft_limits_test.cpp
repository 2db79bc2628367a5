// Each limit of a making, hit from both sides. (Those of clay and hands are in craft_workpiece_test.cpp.)
#include <gtest/gtest.h>

#include "game/craft/limits.h"
#include "tests/unit/craft_potter.h"

namespace sui::craft {
namespace {

bool allowed(const Workpiece& pot, ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0, int32_t d = 0) {
  return static_cast<bool>(check(pot, {pot.tick, kind, a, b, c, d}));
}

Potter bone_dry() {
  Potter potter(200, 18);
  potter.cut();
  potter.dry(DryingPlace::kSun, 60 * 24 * 7);
  EXPECT_EQ(potter.pot.stage, Stage::kBoneDry);
  return potter;
}

TEST(Limits, Acts) {
  Potter potter(1200, 21.5);
  for (uint32_t i = 0; i < kActsMax; ++i) {
    EXPECT_TRUE(allowed(potter.pot, ActKind::kWater, kPerMl));
    apply(potter.pot, {potter.pot.tick, ActKind::kOuterHand, 64 * 64, 64 * 64, 0, 0});
  }
  EXPECT_FALSE(allowed(potter.pot, ActKind::kWater, kPerMl));
}

TEST(Limits, TimeAtTheWheel) {
  Potter potter(1200, 21.5);
  potter.cut();
  advance(potter.pot, 0xffffffffu);
  EXPECT_EQ(potter.pot.tick, kTickMax);
}

TEST(Limits, DryingTime) {
  Potter potter(1200, 21.5);
  potter.cut();
  const auto most = static_cast<int32_t>(kDryMinutesMax);
  EXPECT_FALSE(allowed(potter.pot, ActKind::kDry, 1, most + 1));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kDry, 1, 0));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kDry, 3, 10));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kDry, -1, 10));
  EXPECT_TRUE(allowed(potter.pot, ActKind::kDry, 1, most));
  potter.dry(DryingPlace::kShelf, most - 10);
  EXPECT_TRUE(allowed(potter.pot, ActKind::kDry, 1, 10));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kDry, 1, 11));
}

TEST(Limits, StrokesAndTheirPoints) {
  Potter potter = bone_dry();
  const int32_t widest = to_fixed(kBrushWidthMmMax, kPerMm);
  EXPECT_TRUE(allowed(potter.pot, ActKind::kStrokeBegin, 0, widest, kPerLoad));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kStrokeBegin, 0, widest + 1, kPerLoad));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kStrokeBegin, 0, 0, kPerLoad));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kStrokeBegin, 0, widest, kPerLoad + 1));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kStrokeBegin, 9, widest, kPerLoad));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kStrokePoint));
  for (uint32_t i = 0; i < kStrokesMax - 1; ++i) {
    potter.act(ActKind::kStrokeBegin, 0, 64, kPerLoad);
    potter.act(ActKind::kStrokeEnd);
  }
  potter.act(ActKind::kStrokeBegin, 0, 64, kPerLoad);
  EXPECT_TRUE(allowed(potter.pot, ActKind::kStrokePoint, -3 * kPerTurn, kRingCount * kPerRing, kPerPressure));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kStrokePoint, 0, kRingCount * kPerRing + 1, kPerPressure));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kStrokePoint, 0, -1, kPerPressure));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kStrokePoint, 0, 0, kPerPressure + 1));
  for (uint32_t i = 0; i < kStrokePointsMax; ++i)
    apply(potter.pot, {potter.pot.tick, ActKind::kStrokePoint, static_cast<int32_t>(i), 0, kPerPressure, 0});
  EXPECT_FALSE(allowed(potter.pot, ActKind::kStrokePoint, 0, 0, kPerPressure));
  potter.act(ActKind::kStrokeEnd);
  EXPECT_FALSE(allowed(potter.pot, ActKind::kStrokeBegin, 0, 64, kPerLoad));
  potter.act(ActKind::kStrokeUndo);
  EXPECT_TRUE(allowed(potter.pot, ActKind::kStrokeBegin, 0, 64, kPerLoad));
}

TEST(Limits, TheKilnsSchedule) {
  Potter potter = bone_dry();
  const int32_t rate = to_fixed(kKilnRateCPerHMax, kPerCelsius), temp = to_fixed(kKilnTempCMax, kPerCelsius);
  const auto hold = static_cast<int32_t>(kKilnHoldMinMax);
  EXPECT_TRUE(allowed(potter.pot, ActKind::kKilnSegment, rate, temp, hold, 0));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kKilnSegment, rate + 1, temp, hold, 0));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kKilnSegment, 0, temp, hold, 0));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kKilnSegment, rate, temp + 1, hold, 0));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kKilnSegment, rate, temp, hold + 1, 0));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kKilnSegment, rate, temp, -1, 0));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kKilnSegment, rate, temp, hold, 100 * kPerCoPct));
  for (uint32_t i = 0; i < kKilnSegmentsMax; ++i)
    potter.act(ActKind::kKilnSegment, to_fixed(100, kPerCelsius), to_fixed(600, kPerCelsius), 0, 0);
  EXPECT_FALSE(allowed(potter.pot, ActKind::kKilnSegment, rate, temp, hold, 0));
}

TEST(Limits, ADipTakesSecondsAndASlopPours) {
  Potter potter = bone_dry();
  EXPECT_TRUE(allowed(potter.pot, ActKind::kGlazeDip, 0, 3 * kPerDipSecond, 1450));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kGlazeDip, 0, 0, 1450));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kGlazeDip, 0, 61 * kPerDipSecond, 1450));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kGlazeDip, 0, 3 * kPerDipSecond, 1000));
  EXPECT_FALSE(allowed(potter.pot, ActKind::kGlazeDip, 99, 3 * kPerDipSecond, 1450));
}

}  // namespace
}  // namespace sui::craft
