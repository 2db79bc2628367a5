// Every fault of the fire has one cause here, and goes away with it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "game/craft/fire.h"
#include "game/craft/fire_faults.h"
#include "game/craft/kiln_numbers.h"
#include "game/craft/look.h"
#include "game/craft/measure.h"
#include "tests/unit/plain_pot.h"

namespace sui::craft {
namespace {

using Schedule = std::vector<KilnSegment>;
const Schedule kUsual = {{100, 600, 0, 0}, {150, 1000, 0, 0}, {80, 1280, 20, 0}};

struct Trial {
  test::PlainPot pot;
  Schedule schedule = kUsual;
  double dip_s = 3;
  double flare = 0;        // the wall leans out so many mm for each mm it rises
  double foot_raw_mm = 0;  // glaze left on the foot
  KilnKind kiln = KilnKind::kElectric;
  int place = 0;
};

Workpiece after(const Trial& trial) {
  Workpiece pot = test::build(trial.pot);
  double out_mm = 0;
  for (std::size_t k = 16; k < kRingCount; ++k) {
    out_mm += trial.flare * ring_height_mm(pot.clay, static_cast<int>(k));
    const double width_mm = pot.clay.w_mm[k], was_mm = pot.clay.r_mm[k];
    pot.clay.r_mm[k] += out_mm;
    pot.clay.volume_mm3[k] *= pot.clay.r_mm[k] / was_mm;
    pot.clay.w_mm[k] = width_mm;
  }
  dip(pot.clay, trial.dip_s, 1.45, GlazeKind::kClear, pot.glaze);
  if (trial.foot_raw_mm > 0) pot.glaze.outer_mm[0] = trial.foot_raw_mm;
  pot.schedule = trial.schedule;
  fire(pot, {0, ActKind::kFire, static_cast<int32_t>(trial.kiln), trial.place, 7, 0});
  return pot;
}

bool has(const Workpiece& pot, DefectKind kind) {
  return std::any_of(pot.defects.begin(), pot.defects.end(), [kind](const Defect& d) { return d.kind == kind; });
}

void expect_fault(const Trial& bad, const Trial& good, DefectKind kind) {
  const Workpiece faulty = after(bad);
  EXPECT_TRUE(has(faulty, kind)) << defect_id(kind);
  for (const Defect& defect : faulty.defects) {
    if (defect.kind != kind) continue;
    EXPECT_NE(defect.value, defect.limit);
    EXPECT_GE(defect.ring, 0);
    EXPECT_LT(defect.ring, kRingCount);
  }
  EXPECT_FALSE(has(after(good), kind)) << defect_id(kind);
}

TEST(FireFaults, SmokeTooEarlyShutsInTheCarbon) {
  Trial bad, good;
  bad.pot.wall_mm = good.pot.wall_mm = 9;
  bad.pot.floor_mm = good.pot.floor_mm = 14;
  bad.schedule = {{150, 300, 30, 0}, {200, 1280, 20, 6}};  // reduced from the start
  good.schedule = {{100, 300, 30, 0}, {120, 950, 60, 0}, {200, 1280, 20, 6}};
  expect_fault(bad, good, DefectKind::kBlackCore);
  expect_fault(bad, good, DefectKind::kBloated);
}

TEST(FireFaults, AWideThinRimSinksFarInAHotFire) {
  Trial bad, good;
  bad.pot = good.pot = {3, 6, 90, 30, 0.008};
  bad.flare = good.flare = 1.3;
  bad.schedule = {{100, 600, 0, 0}, {150, 1000, 0, 0}, {60, 1330, 60, 0}};
  good.schedule = {{100, 600, 0, 0}, {150, 1000, 0, 0}, {60, 1200, 0, 0}};
  expect_fault(bad, good, DefectKind::kSlumped);
}

TEST(FireFaults, AnOverLongSoakGrowsWhatAQuickEndThenCracks) {  // facts C3: 226 °C, cool 50-60 °C/h or slower
  Trial soaked, slow_end;
  soaked.schedule = {{100, 600, 0, 0}, {150, 1000, 0, 0}, {80, 1270, 1200, 0}, {100, 500, 0, 0}, {150, 100, 0, 0}};
  slow_end.schedule = soaked.schedule;
  slow_end.schedule.insert(slow_end.schedule.end() - 1, {50, 320, 0, 0});
  slow_end.schedule.back() = {25, 120, 0, 0};
  Trial quick_end;  // of a usual fire: nothing has grown that would mind
  quick_end.schedule.push_back({100, 500, 0, 0});
  quick_end.schedule.push_back({150, 100, 0, 0});
  expect_fault(soaked, slow_end, DefectKind::kDuntedCold);
  expect_fault(soaked, quick_end, DefectKind::kDuntedCold);
  const Workpiece dunted = after(soaked);
  EXPECT_FALSE(has(dunted, DefectKind::kDunted)) << "quartz was passed slowly";
  for (const Defect& defect : dunted.defects) {
    if (defect.kind != DefectKind::kDuntedCold) continue;
    EXPECT_GE(defect.limit, 20);
    EXPECT_LE(defect.limit, 110);
    double passed_c = 0;
    for (const KilnSample& sample : dunted.firing.curve)
      if (sample.hour * 60 <= defect.tick) passed_c = sample.ware_c;
    EXPECT_NEAR(passed_c, 226, 60) << "told of the minute it passed";
  }
  EXPECT_TRUE(look_of(dunted, 0, 0).cracked);
}

TEST(FireFaults, AThickCoatCrawlsPinholesAndRuns) {
  Trial bad;
  bad.dip_s = 40;
  bad.pot.wall_mm = 12;
  expect_fault(bad, {}, DefectKind::kCrawled);
  Trial shortly;
  shortly.schedule = {{100, 600, 0, 0}, {150, 1000, 0, 0}, {300, 1262, 0, 0}};
  shortly.dip_s = 20;
  shortly.pot.wall_mm = 9;
  Trial soaked = shortly;
  soaked.schedule[2] = {80, 1280, 60, 0};
  expect_fault(shortly, soaked, DefectKind::kPinholed);
  Trial hot = bad;
  hot.schedule = {{100, 600, 0, 0}, {150, 1000, 0, 0}, {80, 1340, 60, 0}};
  expect_fault(hot, {}, DefectKind::kGlazeRan);
}

TEST(FireFaults, ThinCoatsDriedOneOnAnotherCrackLessThanOneAsThick) {
  const Workpiece plain = test::build({});
  Glaze once, thrice;
  once.outside = thrice.outside = true;
  once.outer_mm.fill(2);
  thrice.outer_mm.fill(2);
  once.coats = 1;
  thrice.coats = 3;
  const RingField no_wax = glaze_holds({}, plain.clay);
  EXPECT_GT(raw_coat(plain.clay, once, no_wax).cracks_mm, kCrawlRawMm);
  EXPECT_LT(raw_coat(plain.clay, thrice, no_wax).cracks_mm, kCrawlRawMm);
  EXPECT_EQ(raw_coat(plain.clay, thrice, no_wax).thickest_mm, 2);
}

TEST(FireFaults, AGlazeRunsNoFurtherThanItsPotIsTall) {
  Trial hot;
  hot.dip_s = 60;
  hot.pot.wall_mm = 12;
  for (int hold = 0; hold < 8; ++hold) hot.schedule.push_back({100, 1400, 600, 0});
  const Workpiece pot = after(hot);
  EXPECT_TRUE(has(pot, DefectKind::kGlazeRan));
  EXPECT_NEAR(pot.glaze.run_mm, measure(pot).height_mm, 1e-6);
}

// Damp places shrink more than dry ones; all the clay is there afterwards.
TEST(FireFaults, APotFiredUnevenlyDampLosesNoClay) {
  Workpiece pot = test::build({});
  for (std::size_t k = 0; k < kRingCount; ++k) pot.clay.moisture_dry[k] = k < kRingCount / 2 ? 0.25 : 0.01;
  const auto whole_mm3 = [&pot] {
    return clay_volume_mm3(pot.clay) / (pot.linear_shrink * pot.linear_shrink * pot.linear_shrink);
  };
  const double before_mm3 = whole_mm3();
  pot.schedule = kUsual;
  fire(pot, {0, ActKind::kFire, 0, 0, 7, 0});
  EXPECT_NEAR(whole_mm3() / before_mm3, 1, 1e-9);
}

TEST(FireFaults, AnUnwipedFootGrowsToTheShelf) {
  Trial bad;
  bad.foot_raw_mm = 0.5;
  expect_fault(bad, {}, DefectKind::kStuckToShelf);
  Trial raw = bad;
  raw.schedule = {{100, 900, 0, 0}};
  EXPECT_FALSE(has(after(raw), DefectKind::kStuckToShelf));  // powder does not stick
}

TEST(FireFaults, GlazeAnywhereUnderTheFootGrowsToTheShelf) {
  for (const std::size_t ring : {0u, 1u}) {  // half a millimetre of clay each: both touch the shelf
    Workpiece pot = test::build({});
    dip(pot.clay, 3, 1.45, GlazeKind::kClear, pot.glaze);
    for (std::size_t k = 0; k < 4; ++k) pot.glaze.outer_mm[k] = 0;
    pot.glaze.outer_mm[ring] = 0.5;
    pot.schedule = kUsual;
    fire(pot, {0, ActKind::kFire, 0, 0, 7, 0});
    EXPECT_TRUE(has(pot, DefectKind::kStuckToShelf)) << ring;
  }
}

TEST(FireFaults, ABodyShortOfFireCrazesItsGlaze) {
  Trial bad;
  bad.schedule = {{100, 600, 0, 0}, {150, 1000, 0, 0}, {60, 1240, 10, 0}};
  expect_fault(bad, {}, DefectKind::kCrazed);
}

TEST(FireFaults, TheFitOfGlazeAndBodyIsAStress) {  // facts D2: σ = E Δα (Tg − 25)/(1 − ν); craze over 30-50 MPa
  EXPECT_NEAR(glaze_tension_mpa(kBodyExpansion + 1, 0), 70e3 * 1e-6 * 625 / 0.78, 0.01);
  EXPECT_GT(glaze_tension_mpa(7.7, 0), kCrazeMpa);
  EXPECT_LT(glaze_tension_mpa(6.9, 0), 0);
  EXPECT_GT(-glaze_tension_mpa(6.1, 0), kShiverMpa);  // below 6.2: shivering
  EXPECT_LT(-glaze_tension_mpa(6.4, 0), kShiverMpa);
}

TEST(FireFaults, TheHotShelfAndTheColdOneDifferByWhatTheKilnDoes) {  // facts C5: gas ±10 °C, electric ±5-15 °C
  for (const KilnKind kind : {KilnKind::kElectric, KilnKind::kGas}) {
    Trial top, bottom;
    top.kiln = bottom.kiln = kind;
    top.place = 1;
    bottom.place = 2;
    const double apart_c = after(top).firing.peak_c - after(bottom).firing.peak_c;
    EXPECT_GE(apart_c, 10) << kiln_id(kind);
    EXPECT_LE(apart_c, 20) << kiln_id(kind);
  }
}

// ---- colour by atmosphere and cooling ------------------------------------------------------------------------------

Firing of(const Schedule& schedule) {
  KilnLoad load;
  load.glaze = glaze_oxides(GlazeKind::kClear);
  return run_schedule(schedule, load);
}

TEST(FireColours, CopperWantsSmokeAndASlowPassThroughItsWindow) {
  const Schedule smoke = {{100, 900, 0, 0}, {100, 1270, 15, 6}}, air = {{100, 900, 0, 0}, {100, 1270, 15, 0}};
  Schedule crashed = smoke, hot = {{100, 900, 0, 0}, {100, 1330, 120, 6}};
  crashed.push_back({1000, 100, 0, 0});
  EXPECT_GT(of(smoke).copper_metal_fraction, 0.6);
  EXPECT_LT(of(air).copper_metal_fraction, 0.02);
  EXPECT_GT(copper_red(of(smoke)), 0.5);
  EXPECT_LT(copper_red(of(crashed)), 0.5 * copper_red(of(smoke)));
  EXPECT_LT(of(hot).copper_left, 0.8);  // facts C4: volatile over 1280 °C
  EXPECT_EQ(of(smoke).copper_left, 1);
}

TEST(FireColours, BlueHeapsAndPilesWhereItIsIronyAndSlowlyCooled) {
  Schedule slow = kUsual, crashed = kUsual;
  slow.push_back({30, 1050, 0, 0});
  crashed.push_back({1000, 100, 0, 0});
  EXPECT_GT(cobalt_piled(of(slow), 2.5), 0.7);
  EXPECT_EQ(cobalt_piled(of(crashed), 2.5), 0);
  EXPECT_EQ(cobalt_piled(of(slow), 0.1), 0);  // a native ore without iron
}

TEST(FireColours, CrystalsGetTheHoursTheScheduleGivesThem) {  // facts C4: crash to 1121, hold 2 h, 1066 for 1 h
  Schedule growing = {{100, 600, 0, 0}, {150, 1270, 0, 0}, {400, 1118, 120, 0}, {400, 1066, 60, 0}};
  EXPECT_NEAR(of(growing).growth_h_1120_1020, 3.2, 0.8);
  EXPECT_LT(of(kUsual).growth_h_1120_1020, 1.5);
}

// ---- light through the wall ----------------------------------------------------------------------------------------

TEST(FireLight, ThinAndWellFiredGlowsThickOrShortOfFireDoesNot) {  // facts C3: translucent from 1280 °C
  const auto glow = [](double wall_mm, double peak_c) {
    Trial trial;
    trial.pot.wall_mm = wall_mm;
    trial.schedule[2].to_c = peak_c;
    return look_of(after(trial), 0, 0).translucency;
  };
  float last = 1;
  for (const double wall_mm : {1.5, 2.5, 4.0, 6.0, 9.0}) {
    EXPECT_LT(glow(wall_mm, 1280), last) << wall_mm;
    last = glow(wall_mm, 1280);
  }
  EXPECT_GT(glow(2, 1280), 0.5f);
  EXPECT_LT(glow(9, 1280), 0.15f);
  EXPECT_LT(glow(2, 1150), 0.3f * glow(2, 1280));
}

// ---- the second fire -----------------------------------------------------------------------------------------------

Workpiece enamelled(double peak_c, double hold_min = 10) {
  Workpiece pot = after({});
  pot.stage = Stage::kEnamelled;
  const auto act = [&pot](ActKind kind, int32_t a, int32_t b, int32_t c, int32_t d) {
    const Act made{pot.tick, kind, a, b, c, d};
    ASSERT_TRUE(check(pot, made)) << to_text(check(pot, made).error());
    apply(pot, made);
  };
  act(ActKind::kKilnSegment, to_fixed(90, kPerCelsius), to_fixed(peak_c, kPerCelsius), static_cast<int32_t>(hold_min),
      0);
  act(ActKind::kFire, 0, 0, 0, 0);
  return pot;
}

TEST(EnamelFire, MeltsTheColoursAndLeavesTheCupAlone) {
  const Workpiece once = after({});
  const Workpiece twice = enamelled(780);
  EXPECT_EQ(twice.stage, Stage::kFired);
  EXPECT_EQ(twice.firings, 2u);
  EXPECT_GT(twice.enamel_firing.enamel_melt, kEnamelMeltMin);
  EXPECT_EQ(twice.clay.r_mm[80], once.clay.r_mm[80]);
  EXPECT_EQ(twice.firing.cone, once.firing.cone);
  EXPECT_EQ(twice.defects.size(), once.defects.size());
}

TEST(EnamelFire, TooCoolIsChalkAndTooHotIsGone) {
  EXPECT_TRUE(has(enamelled(680), DefectKind::kEnamelDull));
  EXPECT_TRUE(has(enamelled(900), DefectKind::kEnamelBurnt));
  for (const double peak_c : {760.0, 780.0, 800.0}) {
    EXPECT_FALSE(has(enamelled(peak_c, 20), DefectKind::kEnamelDull)) << peak_c;
    EXPECT_FALSE(has(enamelled(peak_c, 20), DefectKind::kEnamelBurnt)) << peak_c;
  }
}

TEST(EnamelFire, ItsColoursShowWhatTheMuffleDid) {
  const auto shown = [](double peak_c) { return look_of(enamelled(peak_c), 0, 0); };
  EXPECT_GT(shown(790).enamel_melt, 0.8f);
  EXPECT_EQ(shown(790).enamel_burnt, 0);
  EXPECT_LT(shown(640).enamel_melt, 0.4f);
  float last = 0;
  for (const double peak_c : {860.0, 890.0, 930.0}) {
    EXPECT_GT(shown(peak_c).enamel_burnt, last) << peak_c;
    last = shown(peak_c).enamel_burnt;
  }
  EXPECT_GT(last, 0.8f);
  Workpiece waiting = after({});
  waiting.stage = Stage::kEnamelled;
  EXPECT_EQ(look_of(waiting, 0, 0).enamel_melt, 1) << "before its fire a colour is shown as it is meant";
}

TEST(EnamelFire, HasItsRules) {
  Workpiece pot = after({});
  EXPECT_FALSE(check(pot, {pot.tick, ActKind::kKilnSegment, 1600, 12000, 0, 0}));  // fired, and nothing new on it
  pot.stage = Stage::kEnamelled;
  EXPECT_TRUE(check(pot, {pot.tick, ActKind::kKilnSegment, 1600, 12000, 0, 0}));
  apply(pot, {pot.tick, ActKind::kKilnSegment, 1600, 12000, 0, 0});
  EXPECT_FALSE(check(pot, {pot.tick, ActKind::kFire, 3, 0, 0, 0}));  // not in the dragon
  EXPECT_TRUE(check(pot, {pot.tick, ActKind::kFire, 0, 0, 0, 0}));
  pot.firings = kFiringsMax;
  EXPECT_FALSE(check(pot, {pot.tick, ActKind::kFire, 0, 0, 0, 0}));
}

}  // namespace
}  // namespace sui::craft
