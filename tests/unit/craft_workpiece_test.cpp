// What may be done when, that the same acts give the same pot, and that no act however wild breaks the clay.
#include <gtest/gtest.h>

#include <cmath>

#include "game/craft/look.h"
#include "game/craft/math.h"
#include "game/craft/workpiece.h"
#include "tests/unit/craft_potter.h"

namespace sui::craft {
namespace {

std::string refusal(const Workpiece& pot, Act act) {
  act.tick = pot.tick;
  const Result<Done> allowed = check(pot, act);
  return allowed ? "" : to_text(allowed.error());
}

TEST(Workpiece, ClayOutsideItsLimitsIsRefusedByName) {
  const auto reason = [](int mass_g, int moisture_16pct, int assist) {
    const Result<Workpiece> pot = fresh_workpiece({ClayBody::kJingdezhen, mass_g, moisture_16pct, assist});
    return pot ? std::string() : to_text(pot.error());
  };
  EXPECT_EQ(reason(1200, 344, 0), "");
  EXPECT_NE(reason(199, 344, 0).find("mass_g"), std::string::npos);
  EXPECT_NE(reason(6001, 344, 0).find("mass_g"), std::string::npos);
  EXPECT_NE(reason(1200, 191, 0).find("moisture"), std::string::npos);
  EXPECT_NE(reason(1200, 513, 0).find("moisture"), std::string::npos);
  EXPECT_NE(reason(1200, 344, 101).find("assist"), std::string::npos);
  EXPECT_EQ(reason(200, 192, 100), "");
  EXPECT_EQ(reason(6000, 512, 0), "");
}

TEST(Workpiece, ActsOutsideTheirLimitsAreRefusedByName) {
  const Potter potter(1200, 21.5);
  EXPECT_NE(refusal(potter.pot, {0, ActKind::kWheel, to_fixed(401, kPerRpm), 0, 0, 0}).find("wheel_rpm"),
            std::string::npos);
  EXPECT_NE(refusal(potter.pot, {0, ActKind::kWheel, -1, 0, 0, 0}).find("wheel_rpm"), std::string::npos);
  EXPECT_NE(refusal(potter.pot, {0, ActKind::kOuterHand, to_fixed(401, kPerMm), 0, 0, 0}).find("outer.r_mm"),
            std::string::npos);
  EXPECT_NE(refusal(potter.pot, {0, ActKind::kInnerHand, 0, to_fixed(601, kPerMm), 0, 0}).find("inner.z_mm"),
            std::string::npos);
  EXPECT_NE(refusal(potter.pot, {0, ActKind::kWater, to_fixed(201, kPerMl), 0, 0, 0}).find("water_ml"),
            std::string::npos);
  EXPECT_NE(refusal(potter.pot, {0, static_cast<ActKind>(99), 0, 0, 0, 0}).find("kind"), std::string::npos);
  Act late{5, ActKind::kCut, 0, 0, 0, 0};
  EXPECT_FALSE(check(potter.pot, late));
}

TEST(Workpiece, EveryStageSaysWhatItIsTooEarlyOrTooLateFor) {
  Potter potter(1200, 21.5);
  const Act stroke{0, ActKind::kStrokeBegin, 0, to_fixed(6, kPerMm), kPerLoad, 0};
  const Act dip{0, ActKind::kGlazeDip, 0, 3 * kPerDipSecond, 1450, 0};
  const Act dry{0, ActKind::kDry, 1, 60, 0, 0};
  const Act wheel{0, ActKind::kWheel, 100, 0, 0, 0};
  EXPECT_NE(refusal(potter.pot, stroke), "");
  EXPECT_NE(refusal(potter.pot, dip), "");
  EXPECT_NE(refusal(potter.pot, dry), "");
  EXPECT_NE(refusal(potter.pot, {0, ActKind::kFire, 0, 0, 0, 0}), "");
  potter.cylinder();
  potter.cut();
  EXPECT_NE(refusal(potter.pot, wheel), "");
  EXPECT_NE(refusal(potter.pot, stroke).find("still wet"), std::string::npos);
  EXPECT_EQ(refusal(potter.pot, dry), "");
  while (potter.pot.stage == Stage::kCut) potter.dry(DryingPlace::kShelf, 60);
  EXPECT_EQ(potter.pot.stage, Stage::kLeatherHard);
  EXPECT_EQ(refusal(potter.pot, stroke), "");
  EXPECT_NE(refusal(potter.pot, dip), "");
  while (potter.pot.stage == Stage::kLeatherHard) potter.dry(DryingPlace::kShelf, 60);
  EXPECT_EQ(potter.pot.stage, Stage::kBoneDry);
  EXPECT_EQ(refusal(potter.pot, stroke), "");
  EXPECT_EQ(refusal(potter.pot, dip), "");
  EXPECT_NE(refusal(potter.pot, {0, ActKind::kFire, 0, 0, 0, 0}).find("schedule"), std::string::npos);
  potter.act(ActKind::kStrokeBegin, 0, to_fixed(6, kPerMm), kPerLoad);
  EXPECT_NE(refusal(potter.pot, dip).find("stroke"), std::string::npos);
  potter.act(ActKind::kStrokePoint, 100, 60 * kPerRing, kPerPressure);
  potter.act(ActKind::kStrokeEnd);
  EXPECT_EQ(potter.pot.paint_points, 1u);
  potter.act(ActKind::kStrokeUndo);
  EXPECT_EQ(potter.pot.paint_points, 0u);
  EXPECT_NE(refusal(potter.pot, {0, ActKind::kStrokeUndo, 0, 0, 0, 0}), "");
  potter.act(ActKind::kGlazeDip, 0, 3 * kPerDipSecond, 1450);
  EXPECT_EQ(potter.pot.stage, Stage::kGlazed);
  EXPECT_NE(refusal(potter.pot, stroke), "");
  EXPECT_EQ(refusal(potter.pot, dip), "") << "a second coat of the same glaze";
  const Act other{0, ActKind::kGlazeDip, 1, 3 * kPerDipSecond, 1450, 0};
  EXPECT_NE(refusal(potter.pot, other).find("glaze.kind"), std::string::npos);
}

TEST(Workpiece, TheSameActsGiveTheSameHashAndAnotherActAnother) {
  Potter a(1200, 21.5), b(1200, 21.5), c(1200, 21.5);
  a.cylinder();
  b.cylinder();
  c.cylinder();
  EXPECT_EQ(a.pot.running_hash, b.pot.running_hash);
  a.wait(1);
  b.wait(0.5);
  b.wait(0.5);
  c.water(1.0 / kPerMl);
  c.wait(1);
  EXPECT_EQ(a.pot.running_hash, b.pot.running_hash);
  EXPECT_NE(a.pot.running_hash, c.pot.running_hash);
}

TEST(Workpiece, TimeAfterTheCutCostsNothingAndEndsAtTheLimit) {
  Potter potter(1200, 21.5);
  potter.cut();
  const uint64_t hash = potter.pot.running_hash;
  advance(potter.pot, kTickMax + 5000);
  EXPECT_EQ(potter.pot.tick, kTickMax);
  EXPECT_EQ(potter.pot.running_hash, hash);
  step(potter.pot);
  EXPECT_EQ(potter.pot.tick, kTickMax);
}

struct Chance {
  uint64_t state;
  uint64_t next() { return state = mix(state, uint64_t{0x9e37}); }
  int32_t below(int32_t end) { return static_cast<int32_t>(next() % static_cast<uint64_t>(end)); }
};

Act wild_act(Chance& chance, uint32_t tick) {
  Act act{tick, ActKind::kOuterHand, 0, 0, 0, 0};
  const int32_t pick = chance.below(20);
  if (pick < 8) {
    act.kind = pick % 2 == 0 ? ActKind::kOuterHand : ActKind::kInnerHand;
    // Mostly near the clay, sometimes anywhere a hand can reach.
    const bool anywhere = chance.below(6) == 0;
    act.a = chance.below((anywhere ? 400 : 90) * kPerMm + 1);
    act.b = chance.below((anywhere ? 600 : 160) * kPerMm + 1);
  } else if (pick < 10) {
    act.kind = pick == 8 ? ActKind::kOuterLift : ActKind::kInnerLift;
  } else if (pick < 13) {
    act.kind = ActKind::kWheel;
    act.a = chance.below(400 * kPerRpm + 1);
  } else if (pick < 15) {
    act.kind = ActKind::kWater;
    act.a = chance.below(200 * kPerMl + 1);
  }
  return act;
}

void expect_sane(const Workpiece& pot, double volume_mm3) {
  ASSERT_NEAR(clay_volume_mm3(pot.clay) / volume_mm3, 1, 1e-9);
  double height = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double h = ring_height_mm(pot.clay, static_cast<int>(k));
    ASSERT_TRUE(std::isfinite(h) && h > 0);
    ASSERT_GT(pot.clay.w_mm[k], 0.05);
    ASSERT_GE(pot.clay.r_mm[k] - pot.clay.w_mm[k] / 2, 0.2);
    ASSERT_LT(pot.clay.r_mm[k] + pot.clay.w_mm[k] / 2, 700);
    ASSERT_LT(std::hypot(pot.clay.off_x_mm[k], pot.clay.off_y_mm[k]), 2000);
    ASSERT_TRUE(std::isfinite(pot.clay.oval_x_mm[k]) && std::isfinite(pot.clay.sink_mm[k]));
    ASSERT_TRUE(std::isfinite(pot.clay.yield_kpa[k]) && std::isfinite(pot.clay.twist_turn[k]));
    height += h;
  }
  ASSERT_LT(height, 3000);
  const Measures m = measure(pot);
  ASSERT_TRUE(std::isfinite(m.capacity_ml) && std::isfinite(m.wall_mm_max));
}

TEST(Workpiece, NoHandsHoweverWildBreakTheNumbers) {
  Chance chance{20251};
  for (int run = 0; run < 60; ++run) {
    const ClayStart start{ClayBody::kJingdezhen, kMassGMin + chance.below(kMassGMax - kMassGMin + 1),
                          192 + chance.below(321), chance.below(101)};
    Result<Workpiece> fresh = fresh_workpiece(start);
    ASSERT_TRUE(fresh);
    Workpiece pot = *fresh;
    const double volume = clay_volume_mm3(pot.clay);
    const int acts = 200 + chance.below(400);
    for (int i = 0; i < acts; ++i) {
      const Act act = wild_act(chance, pot.tick);
      const bool idle = (act.kind == ActKind::kOuterLift && !pot.outer.down) ||
                        (act.kind == ActKind::kInnerLift && !pot.inner.down) ||
                        (act.kind == ActKind::kWheel && from_fixed(act.a, kPerRpm) == pot.wheel_rpm_target);
      ASSERT_EQ(static_cast<bool>(check(pot, act)), !idle);
      if (idle) continue;
      apply(pot, act);
      advance(pot, pot.tick + static_cast<uint32_t>(chance.below(24)));
      if (i % 50 == 0) expect_sane(pot, volume);
    }
    expect_sane(pot, volume);
    if (HasFatalFailure()) FAIL() << "run " << run;
    apply(pot, {pot.tick, ActKind::kCut, 0, 0, 0, 0});
    apply(pot, {pot.tick, ActKind::kDry, chance.below(3), 60 * 24 * 5, 0, 0});
    for (std::size_t k = 0; k < kRingCount; ++k)
      ASSERT_TRUE(pot.clay.moisture_dry[k] > 0 && pot.clay.moisture_dry[k] < 0.6) << run;
    const Look look = look_of(pot, 0, 0);
    ASSERT_TRUE(std::isfinite(look.rings[kRingCount].z_mm));
  }
}

TEST(Workpiece, AnActThatDoesNothingIsRefused) {
  Potter potter(1200, 21.5);
  const auto refused = [&potter](ActKind kind, int32_t a = 0) {
    const Act act{potter.pot.tick, kind, a, 0, 0, 0};
    return !check(potter.pot, act);
  };
  EXPECT_TRUE(refused(ActKind::kOuterLift) && refused(ActKind::kInnerLift) && refused(ActKind::kWheel));
  potter.act(ActKind::kWheel, 240 * kPerRpm);
  EXPECT_TRUE(refused(ActKind::kWheel, 240 * kPerRpm));
  EXPECT_FALSE(refused(ActKind::kWheel, 241 * kPerRpm));
  potter.outer({60, 30});
  EXPECT_FALSE(refused(ActKind::kOuterLift));
  EXPECT_TRUE(refused(ActKind::kInnerLift));
  potter.cut();
  EXPECT_TRUE(refused(ActKind::kOuterLift) && refused(ActKind::kOuterHand, 64) && refused(ActKind::kWheel, 16));
}

TEST(Look, ShowsTheFloorTheRimAndTheWater) {
  Potter potter(1200, 21.5);
  potter.cylinder();
  const Measures m = potter.measures();
  const Look look = look_of(potter.pot, 0, 0);
  EXPECT_NEAR(look.floor_top_mm, m.floor_mm, 0.01);
  EXPECT_NEAR(look.rings[kRingCount].z_mm, m.height_mm, 0.01);
  EXPECT_EQ(look.rings[0].inner_mm, 0);
  EXPECT_GT(look.rings[kRingCount].inner_mm, 20);
  EXPECT_GT(look.wetness, 0.4f);
  potter.cut();
  potter.dry(DryingPlace::kWrapped, 60 * 24);
  potter.dry(DryingPlace::kShelf, 60 * 24 * 5);
  const Look dry = look_of(potter.pot, 16, 16);
  EXPECT_LT(dry.wetness, 0.1f);
  EXPECT_GT(dry.body_g, look.body_g);
  EXPECT_EQ(dry.paint_cobalt.size(), 256u);
}

}  // namespace
}  // namespace sui::craft
