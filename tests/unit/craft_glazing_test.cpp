// Laying glaze on: each way leaves its own thickness, a face carries one glaze, and a pot's own glaze is weighed out.
#include <gtest/gtest.h>

#include <algorithm>

#include "game/craft/fire.h"
#include "game/craft/look.h"
#include "game/craft/materials.h"
#include "game/craft/wares.h"
#include "tests/unit/plain_pot.h"
#include "tests/unit/pot_acts.h"

namespace sui::craft {
namespace {

constexpr int kMiddle = 80;

constexpr int32_t kSeconds = 3 * kPerDipSecond, kTop = kRingCount * kPerRing;
const Act kDip = act_of(ActKind::kGlazeDip, 1, kSeconds, 1450);

TEST(Glazing, ADipLiesEvenlyRoundAndOnBothFaces) {
  Workpiece pot = test::build({});
  must(pot, kDip);
  EXPECT_GT(pot.glaze.outer_mm[kMiddle], 0.3);
  EXPECT_GT(pot.glaze.inner_mm[kMiddle], 0.3);
  EXPECT_EQ(outer_glaze_mm(pot.glaze, kMiddle, 0.1), outer_glaze_mm(pot.glaze, kMiddle, 0.6));
  EXPECT_EQ(pot.stage, Stage::kGlazed);
}

TEST(Glazing, APourIsThickWhereItLandsAndThickerBelow) {
  Workpiece pot = test::build({});
  must(pot, act_of(ActKind::kGlazePour, 1, kSeconds, 1450, kPerTurn / 4));
  EXPECT_GT(outer_glaze_mm(pot.glaze, kMiddle, 0.25), 1.5 * outer_glaze_mm(pot.glaze, kMiddle, 0.75));
  EXPECT_GT(pot.glaze.outer_mm[20], pot.glaze.outer_mm[120]);
  EXPECT_EQ(pot.glaze.inner_mm[kMiddle], 0);
}

TEST(Glazing, ASwillGlazesTheInsideAlone) {
  Workpiece pot = test::build({});
  must(pot, act_of(ActKind::kGlazeSwill, 1, kSeconds, 1450));
  EXPECT_GT(pot.glaze.inner_mm[kMiddle], 0.3);
  EXPECT_EQ(pot.glaze.outer_mm[kMiddle], 0);
}

double unevenness(const Glaze& glaze, int ring) {
  double least = 1e9, most = 0;
  for (double turn = 0; turn < 1; turn += 0.02) {
    const double here_mm = outer_glaze_mm(glaze, ring, turn);
    least = std::min(least, here_mm);
    most = std::max(most, here_mm);
  }
  return (most - least) / most;
}

TEST(Glazing, BrushedLiesUnevenBlownLiesEvenAndBothOnlyWhereTheyWent) {
  Workpiece brushed = test::build({}), blown = test::build({}), often = test::build({});
  must(brushed, act_of(ActKind::kGlazeBrush, 1, kTop / 2, kTop, 3));
  must(blown, act_of(ActKind::kGlazeBlow, 1, kTop / 2, kTop, 6));
  must(often, act_of(ActKind::kGlazeBrush, 1, kTop / 2, kTop, 9));
  EXPECT_GT(unevenness(brushed.glaze, 100), 0.1);
  EXPECT_LT(unevenness(blown.glaze, 100), 0.01);
  EXPECT_LT(unevenness(often.glaze, 100), unevenness(brushed.glaze, 100)) << "many coats even each other out";
  EXPECT_EQ(brushed.glaze.outer_mm[30], 0);
  EXPECT_EQ(blown.glaze.outer_mm[30], 0);
}

TEST(Glazing, AMistBuildsUpPastWhatAnEggshellWallDrinks) {
  test::PlainPot eggshell;
  eggshell.wall_mm = 1.2;
  Workpiece dipped = test::build(eggshell), blown = test::build(eggshell);
  for (int i = 0; i < 4; ++i) must(dipped, act_of(ActKind::kGlazeDip, 1, 60 * kPerDipSecond, 1450));
  for (int i = 0; i < 4; ++i) must(blown, act_of(ActKind::kGlazeBlow, 1, 0, kTop, 12));
  EXPECT_GT(blown.glaze.outer_mm[kMiddle], 1.3 * dipped.glaze.outer_mm[kMiddle]);
}

TEST(Glazing, ACoatLeftToDryLetsTheWallDrinkAgain) {
  Workpiece once = test::build({}), thrice = test::build({});
  must(once, act_of(ActKind::kGlazeDip, 1, 60 * kPerDipSecond, 1450));
  for (int i = 0; i < 3; ++i) must(thrice, act_of(ActKind::kGlazeDip, 1, 20 * kPerDipSecond, 1450));
  EXPECT_GT(thrice.glaze.outer_mm[kMiddle], 1.2 * once.glaze.outer_mm[kMiddle]);
}

TEST(Glazing, TheFootIsCleanUnlessDippedWholeAndCanBeWiped) {
  const RingField no_wax = glaze_holds({}, test::build({}).clay);
  Workpiece pot = test::build({});
  must(pot, kDip);
  EXPECT_EQ(glaze_under_foot_mm(pot.clay, pot.glaze, no_wax), 0);
  Workpiece whole = test::build({});
  must(whole, act_of(ActKind::kGlazeDip, 1, kSeconds, 1450, 1));
  EXPECT_GT(glaze_under_foot_mm(whole.clay, whole.glaze, no_wax), 0.2);
  must(whole, act_of(ActKind::kGlazeWipe, to_fixed(3, kPerMm)));
  EXPECT_EQ(glaze_under_foot_mm(whole.clay, whole.glaze, no_wax), 0);
  EXPECT_GT(whole.glaze.outer_mm[kMiddle], 0.3);
}

TEST(Glazing, OneFaceOneGlazeButInsideMayDiffer) {
  Workpiece pot = test::build({});
  must(pot, act_of(ActKind::kGlazePour, 8, kSeconds, 1450));
  EXPECT_NE(refusal(pot, act_of(ActKind::kGlazePour, 1, kSeconds, 1450)).find("glaze.kind"), std::string::npos);
  EXPECT_NE(refusal(pot, kDip).find("glaze.kind"), std::string::npos);
  must(pot, act_of(ActKind::kGlazeSwill, 1, kSeconds, 1450));
  must(pot, act_of(ActKind::kGlazePour, 8, kSeconds, 1450, kPerTurn / 2));
  pot.schedule = {{100, 1270, 20, 0}};
  fire(pot, act_of(ActKind::kFire, 0, 0, 5, 0));
  const Look look = look_of(pot, 0, 0);
  EXPECT_GT(look.outside.absorbs_b, 5 * look.inside.absorbs_b) << "black outside, pale inside";
}

TEST(Glazing, APotsOwnGlazeIsWeighedOutAndIsTheSameAsTheNamedOne) {
  Workpiece pot = test::build({});
  const int32_t mixed = static_cast<int32_t>(GlazeKind::kMixed);
  EXPECT_NE(refusal(pot, act_of(ActKind::kGlazeDip, mixed, kSeconds, 1450)).find("glaze.bench"), std::string::npos);
  must(pot, act_of(ActKind::kGlazeWeigh, material_named("石英"), 50 * kPerPart));
  EXPECT_NE(refusal(pot, act_of(ActKind::kGlazeDip, mixed, kSeconds, 1450)).find("no flux"), std::string::npos);
  must(pot, act_of(ActKind::kGlazeEmpty));
  must(pot, act_of(ActKind::kGlazeWeigh, material_named("釉果"), 80 * kPerPart));
  must(pot, act_of(ActKind::kGlazeWeigh, material_named("二灰"), 18 * kPerPart));
  must(pot, act_of(ActKind::kGlazeWeigh, material_named("石英"), 4 * kPerPart));
  must(pot, act_of(ActKind::kGlazeColorant, static_cast<int32_t>(Oxide::kFe2O3), to_fixed(0.3, kPerColorantPct)));
  must(pot, act_of(ActKind::kGlazeDip, mixed, kSeconds, 1450));
  const Oxides named = glaze_oxides(GlazeKind::kQingbai);
  for (const OxideFacts& facts : oxide_facts()) {
    EXPECT_NEAR(pot.glaze.outer_oxides.*facts.part, named.*facts.part, 0.01) << facts.formula;
  }
  EXPECT_NE(refusal(pot, act_of(ActKind::kGlazeWeigh, 0, kPerPart)).find("on the pot already"), std::string::npos);
}

TEST(Glazing, EveryNumberIsChecked) {
  const Workpiece pot = test::build({});
  const struct {
    Act act;
    const char* where;
  } kWrong[] = {
      {act_of(ActKind::kGlazeDip, 99, kSeconds, 1450), "glaze.kind"},
      {act_of(ActKind::kGlazeDip, -1, kSeconds, 1450), "glaze.kind"},
      {act_of(ActKind::kGlazeDip, 0, kSeconds, 1450, 2), "glaze.whole"},
      {act_of(ActKind::kGlazePour, 0, kSeconds, 1450, kPerTurn), "glaze.from_turn"},
      {act_of(ActKind::kGlazePour, 0, 1, 1450, 0), "glaze.seconds"},
      {act_of(ActKind::kGlazeSwill, 0, kSeconds, 2000), "glaze.density_g_ml"},
      {act_of(ActKind::kGlazeBrush, 0, -1, kTop, 1), "glaze.from"},
      {act_of(ActKind::kGlazeBrush, 0, 0, kTop + 1, 1), "glaze.to"},
      {act_of(ActKind::kGlazeBrush, 0, kTop, kTop, 1), "glaze.to"},
      {act_of(ActKind::kGlazeBlow, 0, 0, kTop, 13), "glaze.coats"},
      {act_of(ActKind::kGlazeBlow, 0, 0, kTop, 0), "glaze.coats"},
      {act_of(ActKind::kGlazeWeigh, kMaterialCount, kPerPart), "glaze.material"},
      {act_of(ActKind::kGlazeWeigh, 0, 0), "glaze.parts"},
      {act_of(ActKind::kGlazeColorant, static_cast<int32_t>(Oxide::kSiO2), 256), "glaze.oxide"},
      {act_of(ActKind::kGlazeColorant, static_cast<int32_t>(Oxide::kCuO), 256 * 31), "glaze.wt_pct"},
      {act_of(ActKind::kGlazeEmpty), "glaze.bench"},
      {act_of(ActKind::kGlazeWipe, to_fixed(3, kPerMm)), "glaze"},
  };
  for (const auto& wrong : kWrong) {
    EXPECT_EQ(refusal(pot, wrong.act).rfind(wrong.where, 0), 0u)
        << static_cast<int>(wrong.act.kind) << ": " << refusal(pot, wrong.act);
  }
  Workpiece full = test::build({});
  for (int i = 0; i < kWeighedMax; ++i) must(full, act_of(ActKind::kGlazeWeigh, 0, kPerPart));
  EXPECT_NE(refusal(full, act_of(ActKind::kGlazeWeigh, 0, kPerPart)).find("no more fit"), std::string::npos);
}

TEST(Glazing, WhatAnActLaidIsInTheHash) {
  Workpiece here = test::build({}), there = test::build({});
  must(here, act_of(ActKind::kGlazePour, 1, kSeconds, 1450, 0));
  there.clay.moisture_dry[kMiddle] += 0.01;
  must(there, act_of(ActKind::kGlazePour, 1, kSeconds, 1450, 0));
  EXPECT_NE(here.running_hash, there.running_hash);
}

TEST(Glazing, RunningLevelsWhatWasPouredUnevenly) {
  Workpiece pot = test::build({});
  must(pot, act_of(ActKind::kGlazePour, 1, 12 * kPerDipSecond, 1500, 0));
  const double raw = unevenness(pot.glaze, kMiddle);
  Glaze stiff = pot.glaze, runny = pot.glaze;
  settle(0.55, 0.55, 0.1, stiff);
  settle(0.55, 0.55, 60, runny);
  EXPECT_NEAR(unevenness(stiff, kMiddle), raw, 0.1 * raw);
  EXPECT_LT(unevenness(runny, kMiddle), 0.5 * raw);
}

}  // namespace
}  // namespace sui::craft
