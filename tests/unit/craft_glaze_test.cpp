// Glaze against the fact sheet's table of the one-slider glaze, and dipping as a potter's fingernail would find it.
#include <gtest/gtest.h>

#include <cmath>

#include "game/craft/fire.h"
#include "game/craft/glaze.h"
#include "tests/unit/plain_pot.h"

namespace sui::craft {
namespace {

TEST(Glaze, StoneAndAshGiveTheTablesExpansionAndViscosity) {
  struct Row {
    double stone, ash, expansion, log_viscosity;
  };
  for (const Row& row : {Row{96, 4, 6.4, 4.7}, Row{90, 10, 6.7, 4.4}, Row{78, 22, 7.3, 3.7}}) {
    const Oxides oxides = blend_stone_and_ash(row.stone, row.ash);
    EXPECT_NEAR(expansion_west_gerrow(oxides), row.expansion, 0.06) << row.stone;
    EXPECT_NEAR(log_viscosity_pa_s(oxides, 1300), row.log_viscosity, 0.06) << row.stone;
    EXPECT_NEAR(oxide_sum(oxides), 100, 1e-9);
  }
}

TEST(Glaze, ThinsWithHeatAndStaysASolidInTheHand) {
  const Oxides oxides = glaze_oxides(GlazeKind::kClear);
  double last = 31;
  for (double temp_c = 700; temp_c <= 1400; temp_c += 20) {
    const double here = log_viscosity_pa_s(oxides, temp_c);
    EXPECT_LE(here, last) << temp_c;
    last = here;
  }
  EXPECT_GT(log_viscosity_pa_s(oxides, 20), 20);
}

double middle_mm(const test::PlainPot& pot, double seconds, double density_g_ml) {
  const Workpiece workpiece = test::build(pot);
  Glaze glaze;
  dip(workpiece.clay, seconds, density_g_ml, GlazeKind::kClear, glaze);
  return glaze.outer_mm[80];
}

TEST(Glaze, ThreeSecondsLayAFingernail) {
  const double layer_mm = middle_mm({}, 3, 1.45);
  EXPECT_GT(layer_mm, 0.35);
  EXPECT_LT(layer_mm, 0.8);
}

TEST(Glaze, LongerThickerAndDrierTakeMore) {
  EXPECT_GT(middle_mm({}, 6, 1.45), middle_mm({}, 3, 1.45));
  EXPECT_GT(middle_mm({}, 3, 1.55), middle_mm({}, 3, 1.40));
  test::PlainPot eggshell, stout, damp;
  eggshell.wall_mm = 1.5;
  stout.wall_mm = 9;
  damp.moisture_dry = 0.12;
  EXPECT_LT(middle_mm(eggshell, 6, 1.45), middle_mm(stout, 6, 1.45));
  EXPECT_LT(middle_mm(damp, 3, 1.45), middle_mm({}, 3, 1.45));
  test::PlainPot soaked;
  soaked.moisture_dry = 0.25;
  EXPECT_EQ(middle_mm(soaked, 3, 1.45), 0);
}

TEST(Glaze, AWallDrinksOnlySoMuch) {
  const double minute_mm = middle_mm({}, 60, 1.45);
  EXPECT_LT(minute_mm, 2.2);
  Workpiece workpiece = test::build({});
  for (int i = 0; i < 20; ++i) dip(workpiece.clay, 60, 1.45, GlazeKind::kClear, workpiece.glaze);
  EXPECT_LT(workpiece.glaze.outer_mm[80], 2.2);
}

TEST(Glaze, ThinnerAtTheLipAndNoneUnderTheFoot) {
  const Workpiece workpiece = test::build({});
  Glaze glaze;
  dip(workpiece.clay, 3, 1.45, GlazeKind::kClear, glaze);
  EXPECT_LT(glaze.outer_mm[kRingCount - 1], 0.75 * glaze.outer_mm[80]);
  EXPECT_EQ(glaze.outer_mm[0], 0);
  EXPECT_EQ(glaze.inner_mm[0], 0);
  EXPECT_GT(glaze.inner_mm[80], 0.3);
}

double glass_mm3(const Workpiece& workpiece) {
  double sum = 0;
  for (int ring = 0; ring < kRingCount; ++ring) {
    const auto k = static_cast<std::size_t>(ring);
    sum += workpiece.glaze.outer_mm[k] * workpiece.clay.r_mm[k] * ring_height_mm(workpiece.clay, ring);
  }
  return sum;
}

Workpiece fired(double seconds, double to_c, double hold_min) {
  Workpiece workpiece = test::build({});
  for (double left = seconds; left > 0; left -= 60) {
    dip(workpiece.clay, left < 60 ? left : 60, 1.6, GlazeKind::kClear, workpiece.glaze);
  }
  workpiece.schedule = {{100, to_c, hold_min, 0}};
  Act act;
  act.kind = ActKind::kFire;
  act.c = 5;
  fire(workpiece, act);
  return workpiece;
}

TEST(Glaze, RunsWhenThickAndHotAndNotOtherwise) {
  EXPECT_LT(fired(3, 1280, 10).glaze.run_mm, 1);
  const Workpiece thick = fired(300, 1370, 120);
  EXPECT_GT(thick.glaze.run_mm, 3);
  EXPECT_LT(thick.glaze.outer_mm[kRingCount - 2], 0.8 * thick.glaze.outer_mm[60]);
  bool told = false;
  for (const Defect& defect : thick.defects) told = told || defect.kind == DefectKind::kGlazeRan;
  EXPECT_TRUE(told);
}

TEST(Glaze, RunningMovesGlazeButLosesNone) {
  Workpiece raw = test::build({});
  for (int i = 0; i < 5; ++i) dip(raw.clay, 60, 1.6, GlazeKind::kClear, raw.glaze);
  const Workpiece ran = fired(300, 1370, 120);
  const double scale = ran.firing.shrink;
  const double settled = 1 - (1 - kFiredOverRaw) * ran.firing.glaze_melt;
  EXPECT_NEAR(glass_mm3(ran), glass_mm3(raw) * scale * scale * settled,
              0.02 * glass_mm3(raw) * scale * scale * settled);
  EXPECT_GT(ran.glaze.outer_mm[3], raw.glaze.outer_mm[3] * settled);
}

}  // namespace
}  // namespace sui::craft
