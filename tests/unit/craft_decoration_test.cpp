// Decoration beyond the single brush stroke: pigments and when each may be used, bands, wax, pace, taking back.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "game/craft/look_paint.h"
#include "game/craft/surface.h"
#include "tests/unit/plain_pot.h"

namespace sui::craft {
namespace {

Workpiece pot_at(Stage stage) {
  Workpiece pot = test::build({});
  pot.stage = stage;
  return pot;
}

Result<Done> try_act(Workpiece& pot, ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0, int32_t d = 0) {
  const Act made{pot.tick, kind, a, b, c, d};
  Result<Done> allowed = check(pot, made);
  if (allowed) apply(pot, made);
  return allowed;
}

void must(Workpiece& pot, ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0, int32_t d = 0) {
  const Result<Done> done = try_act(pot, kind, a, b, c, d);
  ASSERT_TRUE(done) << to_text(done.error());
}

int32_t number(Pigment pigment) {
  return static_cast<int32_t>(pigment);
}

void brush(Workpiece& pot, Pigment pigment, double u_from, double v_from, double u_to, double v_to, double width_mm = 6,
           uint32_t ticks_between = 0) {
  must(pot, ActKind::kStrokeBegin, number(pigment), to_fixed(width_mm, kPerMm), kPerLoad);
  for (int i = 0; i <= 16; ++i) {
    const double t = i / 16.0;
    must(pot, ActKind::kStrokePoint, to_fixed(u_from + (u_to - u_from) * t, kPerTurn),
         to_fixed(v_from + (v_to - v_from) * t, kPerRing), kPerPressure);
    pot.tick += ticks_between;
  }
  must(pot, ActKind::kStrokeEnd);
}

void band(Workpiece& pot, Pigment pigment, double v_ring, double width_mm, double load = 1) {
  must(pot, ActKind::kBand, number(pigment), to_fixed(v_ring, kPerRing), to_fixed(width_mm, kPerMm),
       to_fixed(load, kPerLoad));
}

PigmentField field_of(const Workpiece& pot, int columns = 512, int rows = 256) {
  return lay_all(pot.surface, pot.clay, columns, rows);
}

double sum_of(const std::vector<float>& layer) {
  double sum = 0;
  for (const float cell : layer) sum += static_cast<double>(cell);
  return sum;
}

double mean_of(const std::vector<float>& layer) {
  return layer.empty() ? 0 : sum_of(layer) / static_cast<double>(layer.size());
}

bool same(const PigmentField& a, const PigmentField& b) {
  return a.cobalt_g_m2 == b.cobalt_g_m2 && a.copper_g_m2 == b.copper_g_m2 && a.iron_g_m2 == b.iron_g_m2 &&
         a.wax_g_m2 == b.wax_g_m2 && a.enamel_g_m2 == b.enamel_g_m2 && a.height_mm == b.height_mm && a.hole == b.hole;
}

TEST(Decoration, EachPigmentHasItsTime) {
  const Pigment raw[] = {Pigment::kCobalt, Pigment::kCopper, Pigment::kIron, Pigment::kWax};
  for (const Stage stage : {Stage::kLeatherHard, Stage::kBoneDry}) {
    Workpiece pot = pot_at(stage);
    for (const Pigment pigment : raw) brush(pot, pigment, 0.1, 40, 0.2, 60);
    for (int32_t enamel = 8; enamel <= 16; ++enamel) {
      const Result<Done> refused = try_act(pot, ActKind::kStrokeBegin, enamel, 64, kPerLoad);
      ASSERT_FALSE(refused);
      EXPECT_NE(refused.error().what.find("fired"), std::string::npos) << refused.error().what;
    }
  }
  Workpiece fired = pot_at(Stage::kFired);
  for (int32_t enamel = 8; enamel <= 16; ++enamel) brush(fired, static_cast<Pigment>(enamel), 0.1, 40, 0.2, 60);
  for (const Pigment pigment : raw) {
    const Result<Done> refused = try_act(fired, ActKind::kStrokeBegin, number(pigment), 64, kPerLoad);
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().what.find("before the fire"), std::string::npos) << refused.error().what;
  }
  Workpiece glazed = pot_at(Stage::kGlazed);
  EXPECT_FALSE(try_act(glazed, ActKind::kStrokeBegin, number(Pigment::kCobalt), 64, kPerLoad));
  EXPECT_FALSE(try_act(glazed, ActKind::kStrokeBegin, number(Pigment::kEnamelRed), 64, kPerLoad));
  for (const int32_t nothing : {-1, 4, 7, 17, 24, 255, 256, 264})
    EXPECT_FALSE(try_act(fired, ActKind::kStrokeBegin, nothing, 64, kPerLoad)) << nothing;
}

TEST(Decoration, EachPigmentLiesInItsOwnLayer) {
  Workpiece pot = pot_at(Stage::kBoneDry);
  brush(pot, Pigment::kCopper, 0.1, 40, 0.2, 60);
  brush(pot, Pigment::kIron, 0.5, 40, 0.6, 60);
  const PigmentField field = field_of(pot);
  EXPECT_EQ(sum_of(field.cobalt_g_m2), 0);
  EXPECT_GT(sum_of(field.copper_g_m2), 0);
  EXPECT_NEAR(sum_of(field.iron_g_m2) / sum_of(field.copper_g_m2),
              full_dose_g_m2(Pigment::kIron) / full_dose_g_m2(Pigment::kCopper), 0.05);
  EXPECT_TRUE(field.wax_g_m2.empty());
  Workpiece fired = pot_at(Stage::kFired);
  brush(fired, Pigment::kEnamelGreen, 0.1, 40, 0.2, 60);
  const PigmentField over = field_of(fired);
  EXPECT_GT(sum_of(over.enamel_g_m2[enamel_index(Pigment::kEnamelGreen)]), 0);
  EXPECT_TRUE(over.enamel_g_m2[enamel_index(Pigment::kEnamelRed)].empty());
}

TEST(Decoration, AQuickBrushDrawsPalerAndThinner) {
  Workpiece slow = pot_at(Stage::kBoneDry), quick = pot_at(Stage::kBoneDry), script = pot_at(Stage::kBoneDry);
  brush(slow, Pigment::kCobalt, 0.1, 70, 0.4, 70, 6, 60);
  brush(quick, Pigment::kCobalt, 0.1, 70, 0.4, 70, 6, 1);
  brush(script, Pigment::kCobalt, 0.1, 70, 0.4, 70, 6, 0);
  const double most = sum_of(field_of(slow).cobalt_g_m2), least = sum_of(field_of(quick).cobalt_g_m2),
               unhurried = sum_of(field_of(script).cobalt_g_m2);
  EXPECT_GT(most, 1.3 * unhurried);
  EXPECT_LT(least, 0.8 * unhurried);
  const auto painted = [](const Workpiece& pot) {
    int cells = 0;
    for (const float cell : field_of(pot).cobalt_g_m2) cells += cell > 0.3f;
    return cells;
  };
  EXPECT_GT(painted(slow), 1.15 * painted(quick));
}

TEST(Decoration, ABandClosesWithoutASeam) {
  Workpiece pot = pot_at(Stage::kBoneDry);
  band(pot, Pigment::kCobalt, 90, 3);
  const PigmentField field = field_of(pot);
  int rows_painted = 0;
  for (int row = 0; row < field.rows; ++row) {
    const float* line = field.cobalt_g_m2.data() + static_cast<std::ptrdiff_t>(row) * field.columns;
    for (int column = 1; column < field.columns; ++column) ASSERT_EQ(line[column], line[0]);
    rows_painted += line[0] > 0;
  }
  // 3 mm of a wall 112 mm tall in 112 rings: three rings, two rows each.
  EXPECT_NEAR(rows_painted, 6, 1);
}

TEST(Decoration, ABandIsTheSameGramsAtAnyResolution) {
  Workpiece pot = pot_at(Stage::kBoneDry);
  band(pot, Pigment::kIron, 77.3, 4.3, 0.7);
  const double fine = mean_of(field_of(pot, 1024, 512).iron_g_m2);
  EXPECT_NEAR(mean_of(field_of(pot, 256, 128).iron_g_m2), fine, 0.04 * fine);
  EXPECT_NEAR(mean_of(field_of(pot, 128, 64).iron_g_m2), fine, 0.08 * fine);
}

TEST(Decoration, NothingHoldsOnWax) {
  Workpiece pot = pot_at(Stage::kBoneDry);
  brush(pot, Pigment::kWax, 0.3, 40, 0.3, 100, 12);
  brush(pot, Pigment::kCobalt, 0.1, 70, 0.5, 70, 10);
  band(pot, Pigment::kCopper, 85, 4);
  const PigmentField field = field_of(pot);
  const auto at = [&](const std::vector<float>& layer, double u, int row) {
    return layer[static_cast<std::size_t>(row) * static_cast<std::size_t>(field.columns) +
                 static_cast<std::size_t>(u * field.columns)];
  };
  EXPECT_EQ(at(field.cobalt_g_m2, 0.3, 140), 0);
  EXPECT_GT(at(field.cobalt_g_m2, 0.2, 140), 1);
  EXPECT_EQ(at(field.copper_g_m2, 0.3, 170), 0);
  EXPECT_GT(at(field.copper_g_m2, 0.8, 170), 1);
  const std::vector<float> mask = resist_mask(pot.surface, pot.clay, field.columns, field.rows);
  EXPECT_EQ(at(mask, 0.3, 140), 1);
  EXPECT_EQ(at(mask, 0.7, 140), 0);
}

TEST(Decoration, WaxComesTooLateForWhatIsPaintedAlready) {
  Workpiece before = pot_at(Stage::kBoneDry), after = pot_at(Stage::kBoneDry);
  brush(before, Pigment::kCobalt, 0.1, 70, 0.5, 70, 10);
  brush(after, Pigment::kCobalt, 0.1, 70, 0.5, 70, 10);
  brush(after, Pigment::kWax, 0.3, 40, 0.3, 100, 12);
  EXPECT_EQ(field_of(before).cobalt_g_m2, field_of(after).cobalt_g_m2);
  EXPECT_TRUE(resist_mask(before.surface, before.clay, 64, 32).empty());
}

TEST(Decoration, UndoTakesBackTheLastActAndNothingElse) {
  Workpiece pot = pot_at(Stage::kBoneDry);
  brush(pot, Pigment::kCobalt, 0.1, 40, 0.4, 90);
  const PigmentField first = field_of(pot);
  band(pot, Pigment::kCopper, 60, 2);
  const PigmentField second = field_of(pot);
  brush(pot, Pigment::kWax, 0.1, 40, 0.4, 40);
  must(pot, ActKind::kStrokeUndo);
  EXPECT_TRUE(same(field_of(pot), second));
  must(pot, ActKind::kStrokeUndo);
  EXPECT_TRUE(same(field_of(pot), first));
  must(pot, ActKind::kStrokeUndo);
  EXPECT_EQ(pot.paint_points, 0u);
  EXPECT_FALSE(try_act(pot, ActKind::kStrokeUndo));
}

TEST(Decoration, WhatIsFiredInStays) {
  Workpiece pot = pot_at(Stage::kBoneDry);
  brush(pot, Pigment::kCobalt, 0.1, 40, 0.4, 90);
  pot.stage = Stage::kGlazed;
  EXPECT_FALSE(try_act(pot, ActKind::kStrokeUndo));
  pot.stage = Stage::kFired;
  EXPECT_FALSE(try_act(pot, ActKind::kStrokeUndo));
  brush(pot, Pigment::kEnamelRed, 0.1, 40, 0.4, 90);
  must(pot, ActKind::kStrokeUndo);
  EXPECT_FALSE(try_act(pot, ActKind::kStrokeUndo));
}

TEST(Decoration, CopperIsRedGreyOrGreenByTheFire) {
  Look look;
  strike_colours(0.65, look);
  EXPECT_GT(look.copper_r, 5 * look.copper_g) << "reduced: youlihong";
  strike_colours(0.1, look);
  EXPECT_GT(look.copper_g, look.copper_r) << "oxidized: green";
  strike_colours(0.38, look);
  EXPECT_LT(look.copper_r, 1.5f * look.copper_g) << "half struck: grey";
}

TEST(Decoration, ALookShowsEveryLayerItNeedsAndNoOther) {
  Workpiece pot = pot_at(Stage::kBoneDry);
  brush(pot, Pigment::kCobalt, 0.1, 40, 0.4, 90);
  const Look blue = look_of(pot, 64, 32);
  EXPECT_TRUE(blue.paint_copper.empty() && blue.paint_enamel.empty() && blue.paint_height.empty());
  brush(pot, Pigment::kCopper, 0.5, 40, 0.7, 90);
  brush(pot, Pigment::kWax, 0.8, 40, 0.9, 90);
  const Look more = look_of(pot, 64, 32);
  EXPECT_EQ(more.paint_copper.size(), 64u * 32u);
  EXPECT_EQ(*std::max_element(more.paint_enamel_kind.begin(), more.paint_enamel_kind.end()), kWaxUppermost);
  pot.stage = Stage::kFired;
  EXPECT_TRUE(look_of(pot, 64, 32).paint_enamel.empty()) << "the fire burns the wax away";
  brush(pot, Pigment::kEnamelYellow, 0.1, 40, 0.2, 90, 8);
  brush(pot, Pigment::kEnamelBlack, 0.1, 40, 0.2, 90, 1);
  const Look over = look_of(pot, 256, 128);
  EXPECT_NE(
      std::count(over.paint_enamel_kind.begin(), over.paint_enamel_kind.end(), enamel_index(Pigment::kEnamelBlack)), 0);
  EXPECT_NE(
      std::count(over.paint_enamel_kind.begin(), over.paint_enamel_kind.end(), enamel_index(Pigment::kEnamelYellow)),
      0);
}

}  // namespace
}  // namespace sui::craft
