// 素烧: a bare pot through a low fire drinks glaze, is painted and fired again; what each fire did to it adds up.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "game/craft/fire.h"
#include "game/craft/look.h"
#include "game/craft/measure.h"
#include "game/craft/pigment.h"
#include "game/craft/tone.h"
#include "game/craft/wares.h"
#include "tests/unit/plain_pot.h"
#include "tests/unit/pot_acts.h"

namespace sui::craft {
namespace {

constexpr int kMiddle = 80;
constexpr int32_t kSeconds = 3 * kPerDipSecond, kTop = kRingCount * kPerRing;

void fire_to(Workpiece& pot, double peak_c, double co_pct = 0, double rate_c_h = 80) {
  const auto segment = [&](double rate, double to_c, double hold_min, double co) {
    must(pot, act_of(ActKind::kKilnSegment, to_fixed(rate, kPerCelsius), to_fixed(to_c, kPerCelsius),
                     static_cast<int32_t>(hold_min), to_fixed(co, kPerCoPct)));
  };
  segment(100, std::min(600.0, peak_c), 0, 0);
  if (peak_c > 1000) segment(150, 1000, 0, 0);
  segment(rate_c_h, peak_c, 20, co_pct);
  must(pot, act_of(ActKind::kFire, 0, 0, 7));
}

Workpiece biscuit(double peak_c = 930, const test::PlainPot& plain = {}) {
  Workpiece pot = test::build(plain);
  fire_to(pot, peak_c);
  return pot;
}

bool has(const Workpiece& pot, DefectKind kind) {
  return std::any_of(pot.defects.begin(), pot.defects.end(), [kind](const Defect& d) { return d.kind == kind; });
}

Act dip_in(GlazeKind kind) {
  return act_of(ActKind::kGlazeDip, static_cast<int32_t>(kind), kSeconds, 1450);
}

TEST(Biscuit, IsPorousAndHardlySmaller) {  // facts B, C3: 900-950 °C, 15-20 % porosity by what it drinks, shrinks < 1 %
  for (const double peak_c : {900.0, 925.0, 950.0}) {
    const Workpiece raw = test::build({}), pot = biscuit(peak_c);
    EXPECT_EQ(pot.stage, Stage::kBiscuit) << peak_c;
    EXPECT_TRUE(pot.defects.empty()) << peak_c;
    EXPECT_GE(water_absorption_pct(pot.firing.porosity), 15) << peak_c;
    EXPECT_LE(water_absorption_pct(pot.firing.porosity), 20) << peak_c;
    EXPECT_LT(1 - pot.clay.r_mm[kMiddle] / raw.clay.r_mm[kMiddle], 0.01) << peak_c;
    EXPECT_LT(measure(pot).mass_g, measure(raw).mass_g);  // its bound water is gone
    EXPECT_STREQ(stage_id(pot.stage), "biscuit");
    const Look look = look_of(pot, 0, 0);
    EXPECT_FALSE(look.fired);
    EXPECT_EQ(look.wetness, 0);
    EXPECT_GT(tone_of(pot).modes, 0);
  }
}

TEST(Biscuit, GoesAsFarAsTheBodyStaysOpen) {
  EXPECT_EQ(biscuit(1090).stage, Stage::kBiscuit);
  const Workpiece hardly = biscuit(400);  // dry clay still
  EXPECT_EQ(hardly.stage, Stage::kFired);
  EXPECT_TRUE(has(hardly, DefectKind::kUnderfired));
  EXPECT_EQ(refusal(hardly, dip_in(GlazeKind::kClear)), "glaze: the pot was hardly fired: it falls apart in the slop");
  const Workpiece fired_out = biscuit(1280);
  EXPECT_EQ(fired_out.stage, Stage::kFired);
  EXPECT_TRUE(has(fired_out, DefectKind::kUnglazed));
  EXPECT_LT(water_absorption_pct(fired_out.firing.porosity), 2);
}

TEST(Biscuit, HasItsRules) {
  const Workpiece pot = biscuit();
  EXPECT_EQ(refusal(pot, act_of(ActKind::kWheel, 100)), "wheel_rpm: the pot is biscuit: it is past the wheel");
  EXPECT_EQ(refusal(pot, act_of(ActKind::kDry, 0, 60)), "dry: the pot is biscuit: it is dry for good");
  EXPECT_EQ(refusal(pot, act_of(ActKind::kCarveBegin, 0, 3 * kPerMm, kPerMm)),
            "carve: the pot is biscuit: a fired wall cannot be carved");
  EXPECT_EQ(refusal(pot, act_of(ActKind::kTrimBegin)), "trim: the pot is biscuit: a fired wall cannot be trimmed");
  EXPECT_NE(refusal(pot, act_of(ActKind::kMakePart, 0, 40 * kPerMm, 5 * kPerMm, 300)), "");
  EXPECT_EQ(refusal(pot, act_of(ActKind::kBand, static_cast<int32_t>(Pigment::kEnamelRed), 60 * kPerRing, kPerMm, 200)),
            "stroke: the pot is biscuit: enamels are painted on the fired glaze");
  EXPECT_EQ(refusal(pot, act_of(ActKind::kFire)), "fire: the kiln has no schedule yet");
}

TEST(Biscuit, IsPaintedUnderItsGlazeWaxedGlazedAndWiped) {
  Workpiece pot = biscuit();
  must(pot, act_of(ActKind::kBand, static_cast<int32_t>(Pigment::kCobalt), 60 * kPerRing, kPerMm, 200));
  EXPECT_EQ(pot.stage, Stage::kBiscuit);
  must(pot, act_of(ActKind::kStrokeUndo));
  must(pot, act_of(ActKind::kBand, static_cast<int32_t>(Pigment::kWax), 30 * kPerRing, kPerMm, 200));
  must(pot, dip_in(GlazeKind::kClear));
  EXPECT_EQ(pot.stage, Stage::kGlazed);
  must(pot, act_of(ActKind::kGlazeWipe, 4 * kPerMm));
  EXPECT_EQ(pot.glaze.outer_mm[0], 0);
  EXPECT_EQ(refusal(pot, act_of(ActKind::kDry, 0, 60)), "dry: the pot is glazed: it goes to the kiln");
}

TEST(Biscuit, WhatIsFiredInStays) {
  Workpiece pot = test::build({});
  must(pot, act_of(ActKind::kBand, static_cast<int32_t>(Pigment::kCobalt), 60 * kPerRing, kPerMm, 200));
  fire_to(pot, 900);
  EXPECT_EQ(refusal(pot, act_of(ActKind::kStrokeUndo)), "stroke: what is fired in cannot be taken back");
}

TEST(Biscuit, DrinksByItsPores) {  // as dry clay while it is open, hardly at all once it has closed
  Workpiece clay = test::build({2.5, 5, 100, 45, 0.0});
  must(clay, dip_in(GlazeKind::kClear));
  double last_mm = 1e9;
  for (const double peak_c : {900.0, 1230.0, 1250.0, 1280.0, 1310.0}) {
    Workpiece pot = biscuit(peak_c, {2.5, 5, 100, 45, 0.0});
    must(pot, dip_in(GlazeKind::kClear));
    const double laid_mm = pot.glaze.outer_mm[kMiddle];
    if (peak_c < 1000) {
      EXPECT_NEAR(laid_mm, clay.glaze.outer_mm[kMiddle], 0.03);
    }
    EXPECT_LT(laid_mm, last_mm) << peak_c;
    last_mm = laid_mm;
  }
  EXPECT_LT(last_mm, 0.5 * clay.glaze.outer_mm[kMiddle]);
  Workpiece brushed = biscuit(1300), blown = biscuit(1300);
  must(brushed, act_of(ActKind::kGlazeBrush, 0, 0, kTop, 6));
  must(blown, act_of(ActKind::kGlazeBlow, 0, 0, kTop, 10));
  EXPECT_GT(brushed.glaze.outer_mm[kMiddle], 0.2);
  EXPECT_GT(blown.glaze.outer_mm[kMiddle], 0.2);
}

TEST(Biscuit, TwoFiresMakeTheSamePotAsOne) {
  const Ware& celadon = ware_of(GlazeKind::kFenqing);
  Workpiece once = test::build({});
  must(once, dip_in(celadon.kind));
  fire_to(once, 1280, 4);
  Workpiece twice = biscuit();
  must(twice, dip_in(celadon.kind));
  fire_to(twice, 1280, 4);
  EXPECT_EQ(twice.stage, Stage::kFired);
  EXPECT_EQ(twice.firings, 2u);
  EXPECT_TRUE(once.defects.empty());
  EXPECT_TRUE(twice.defects.empty());
  EXPECT_NEAR(twice.clay.r_mm[kMiddle], once.clay.r_mm[kMiddle], 0.02);
  EXPECT_NEAR(twice.linear_shrink, once.linear_shrink, 0.001);
  EXPECT_NEAR(twice.firing.porosity, once.firing.porosity, 0.002);
  EXPECT_NEAR(measure(twice).mass_g, measure(once).mass_g, 3);
  const Look first = look_of(once, 0, 0), second = look_of(twice, 0, 0);
  EXPECT_NEAR(first.outside.absorbs_r, second.outside.absorbs_r, 0.05);
  EXPECT_NEAR(first.gloss, second.gloss, 0.02);
  EXPECT_EQ(refusal(twice, act_of(ActKind::kKilnSegment, 1600, 12000)), "schedule: the pot is fired already");
}

TEST(Biscuit, TheWorkOfTheFiresAddsUp) {
  Workpiece pot = biscuit(1090);
  const double first = pot.firing.heat_work, first_pores = pot.firing.porosity, r_mm = pot.clay.r_mm[kMiddle];
  fire_to(pot, 1090);
  EXPECT_NEAR(pot.firing.heat_work, 2 * first, 0.02 * first);
  EXPECT_LT(pot.firing.porosity, first_pores);
  EXPECT_LT(pot.clay.r_mm[kMiddle], r_mm);
  EXPECT_NEAR(pot.linear_shrink, pot.firing.shrink, 1e-12);
  fire_to(pot, 900);  // cooler than before: nothing more happens
  EXPECT_NEAR(pot.firing.heat_work, 2 * first, 0.021 * first);
}

TEST(Biscuit, CarbonBurntOutInTheFirstFireIsNotThereInTheSecond) {
  test::PlainPot thick;
  thick.wall_mm = 9;
  thick.floor_mm = 14;
  const auto quick_and_smoky = [](Workpiece pot) {
    must(pot, dip_in(GlazeKind::kClear));
    pot.schedule = {{150, 300, 30, 0}, {200, 1280, 20, 6}};
    apply(pot, act_of(ActKind::kFire, 0, 0, 7));
    return pot;
  };
  EXPECT_TRUE(has(quick_and_smoky(test::build(thick)), DefectKind::kBlackCore));
  EXPECT_FALSE(has(quick_and_smoky(biscuit(950, thick)), DefectKind::kBlackCore));
}

// 素三彩, facts E: fired high and bare first, then the duck's five colours in a low fire.
TEST(Biscuit, TheDucksFiveColoursGoOnTheHighFiredBody) {
  for (const GlazeKind kind : {GlazeKind::kDuckTurquoise, GlazeKind::kDuckYellow, GlazeKind::kDuckGreen,
                               GlazeKind::kDuckAubergine, GlazeKind::kDuckBlack}) {
    const char* name = ware_of(kind).id;
    for (const bool poured : {false, true}) {
      Workpiece pot = biscuit(1280);
      EXPECT_EQ(refusal(pot, act_of(ActKind::kKilnSegment, 1600, 12000)),
                "schedule: the pot is fired already: glaze it first");
      if (poured) {
        must(pot, act_of(ActKind::kGlazePour, static_cast<int32_t>(kind), kSeconds, 1600, 0));
      } else {
        must(pot, act_of(ActKind::kGlazeBrush, static_cast<int32_t>(kind), 8 * kPerRing, kTop, 6));
      }
      must(pot, act_of(ActKind::kGlazeWipe, 3 * kPerMm));
      const double r_mm = pot.clay.r_mm[kMiddle];
      fire_to(pot, std::min(1000.0, std::max(850.0, ware_of(kind).peak_c + 30)));
      EXPECT_EQ(pot.stage, Stage::kFired) << name;
      EXPECT_FALSE(has(pot, DefectKind::kUnderfired)) << name;
      EXPECT_FALSE(has(pot, DefectKind::kUnglazed)) << name;
      EXPECT_FALSE(has(pot, DefectKind::kDunted)) << name;
      EXPECT_FALSE(has(pot, DefectKind::kBlackCore)) << name;
      EXPECT_GT(pot.firing.cone, 8.5) << name << ": the body keeps the first fire's work";
      EXPECT_NEAR(pot.clay.r_mm[kMiddle], r_mm, 0.01) << name;
      EXPECT_GT(pot.firing.glaze_melt, 0.5) << name;
      const Look look = look_of(pot, 0, 0);
      EXPECT_GT(look.gloss, 0.5f) << name;
      EXPECT_TRUE(look.fired && look.glazed) << name;
      EXPECT_GT(pot.glaze.outer_mm[kMiddle], 0.08) << name;
    }
  }
}

TEST(Biscuit, OnRawClayTheSameLowFireLeavesTheBodyOpen) {
  Workpiece pot = test::build({});
  must(pot, dip_in(GlazeKind::kDuckGreen));
  fire_to(pot, 850);
  EXPECT_TRUE(has(pot, DefectKind::kUnderfired));
}

TEST(Biscuit, NoGlazeGoesOverEnamels) {
  Workpiece pot = biscuit(1280);
  must(pot, act_of(ActKind::kBand, static_cast<int32_t>(Pigment::kEnamelRed), 60 * kPerRing, kPerMm, 200));
  fire_to(pot, 780);
  EXPECT_EQ(refusal(pot, dip_in(GlazeKind::kDuckGreen)), "glaze: the pot carries enamels: no glaze goes over them");
}

TEST(Biscuit, DuntsInTheFireThatWasTooQuick) {
  Workpiece pot = biscuit();
  must(pot, dip_in(GlazeKind::kClear));
  must(pot, act_of(ActKind::kKilnSegment, to_fixed(100, kPerCelsius), to_fixed(1280, kPerCelsius), 20));
  must(pot, act_of(ActKind::kKilnSegment, to_fixed(1000, kPerCelsius), to_fixed(100, kPerCelsius)));
  must(pot, act_of(ActKind::kFire, 0, 0, 7));
  EXPECT_TRUE(has(pot, DefectKind::kDunted));
  EXPECT_FALSE(has(biscuit(), DefectKind::kDunted));
}

}  // namespace
}  // namespace sui::craft
