// Decoration beyond the single brush stroke: pigments and when each may be used, bands, wax, pace, taking back.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "game/craft/drying.h"
#include "game/craft/foot_mark.h"
#include "game/craft/look_paint.h"
#include "game/craft/pattern.h"
#include "game/craft/surface.h"
#include "game/craft/surface_numbers.h"
#include "game/craft/surface_work.h"
#include "tests/unit/plain_pot.h"
#include "tests/unit/pot_acts.h"

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
}

TEST(Decoration, WaxComesTooLateForWhatIsPaintedAlready) {
  Workpiece before = pot_at(Stage::kBoneDry), after = pot_at(Stage::kBoneDry);
  brush(before, Pigment::kCobalt, 0.1, 70, 0.5, 70, 10);
  brush(after, Pigment::kCobalt, 0.1, 70, 0.5, 70, 10);
  brush(after, Pigment::kWax, 0.3, 40, 0.3, 100, 12);
  EXPECT_EQ(field_of(before).cobalt_g_m2, field_of(after).cobalt_g_m2);
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
  Firing firing;
  firing.done = true;
  firing.copper_metal_fraction = 0.95;
  firing.strike_h_900_700 = 4;
  strike_colours(firing, {}, look);
  EXPECT_GT(look.copper_r, 5 * look.copper_g) << "reduced and slowly cooled: youlihong";
  firing.strike_h_900_700 = 0;
  strike_colours(firing, {}, look);
  EXPECT_LT(look.copper_r, 1.6f * look.copper_g) << "not struck: grey";
  firing.copper_metal_fraction = 0.02;
  strike_colours(firing, {}, look);
  EXPECT_GT(look.copper_g, look.copper_r) << "oxidized: green";
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

// A closed outline about (u, v): an ellipse of thin cobalt, drawn by hand.
void ring(Workpiece& pot, double u, double v, double half_turn, double half_ring, double width_mm = 0.8) {
  must(pot, ActKind::kStrokeBegin, number(Pigment::kCobalt), to_fixed(width_mm, kPerMm), kPerLoad);
  for (int i = 0; i <= 40; ++i) {
    const double angle = 2 * 3.14159265358979 * i / 40;
    must(pot, ActKind::kStrokePoint, to_fixed(u + half_turn * std::cos(angle), kPerTurn),
         to_fixed(v + half_ring * std::sin(angle), kPerRing), kPerPressure / 2);
  }
  must(pot, ActKind::kStrokeEnd);
}

void wash(Workpiece& pot, double u, double v, double load = 0.5, Pigment pigment = Pigment::kCopper) {
  must(pot, ActKind::kWash, number(pigment), to_fixed(u, kPerTurn), to_fixed(v, kPerRing), to_fixed(load, kPerLoad));
}

float cell_at(const std::vector<float>& layer, const PigmentField& field, double u, double v_ring) {
  const auto column = static_cast<std::size_t>((u - std::floor(u)) * field.columns);
  const auto row = static_cast<std::size_t>(v_ring * field.rows / kRingCount);
  return layer[row * static_cast<std::size_t>(field.columns) + column];
}

TEST(Wash, NeverCrossesAClosedOutline) {
  std::mt19937 dice(11);
  const auto between = [&](double from, double to) { return std::uniform_real_distribution<double>(from, to)(dice); };
  for (int round = 0; round < 12; ++round) {
    Workpiece pot = pot_at(Stage::kBoneDry);
    const double u = between(0, 1), v = between(50, 100), half_u = between(0.02, 0.08), half_v = between(6, 18);
    ring(pot, u, v, half_u, half_v, between(0.125, 1.5));
    wash(pot, u, v);
    const PigmentField field = field_of(pot, 512, 256);
    double inside = 0;
    for (int row = 0; row < field.rows; ++row) {
      for (int column = 0; column < field.columns; ++column) {
        const double du = std::remainder((column + 0.5) / field.columns - u, 1.0) / half_u;
        const double dv = ((row + 0.5) * kRingCount / field.rows - v) / half_v;
        const float amount = field.copper_g_m2[static_cast<std::size_t>(row * field.columns + column)];
        if (du * du + dv * dv < 0.8) {
          ASSERT_GT(amount, 0) << "the wash fills its outline";
          inside += static_cast<double>(amount);
        }
        const double border_u = 1 + 0.006 / half_u, border_v = 1 + 1.6 / half_v;
        const bool outside = std::sqrt(du * du + dv * dv) > std::max(border_u, border_v);
        ASSERT_TRUE(!outside || amount == 0) << "it came through";
      }
    }
    EXPECT_GT(inside, 0);
  }
}

TEST(Wash, StandsDeepestAlongTheLowerEdge) {
  Workpiece pot = pot_at(Stage::kBoneDry);
  ring(pot, 0.5, 70, 0.06, 16);
  wash(pot, 0.5, 70);
  const PigmentField field = field_of(pot);
  const float low = cell_at(field.copper_g_m2, field, 0.5, 55.2), middle = cell_at(field.copper_g_m2, field, 0.5, 70),
              high = cell_at(field.copper_g_m2, field, 0.5, 83);
  EXPECT_GT(low, 1.4f * middle);
  EXPECT_NEAR(high, middle, 0.1f * middle);
}

TEST(Wash, RunsOutWhereNothingHoldsIt) {
  Workpiece pot = pot_at(Stage::kBoneDry);
  wash(pot, 0.5, 70);
  const PigmentField field = field_of(pot);
  EXPECT_GT(cell_at(field.copper_g_m2, field, 0.5, 70), 0);
  EXPECT_EQ(cell_at(field.copper_g_m2, field, 0.0, 70), 0) << "half round the pot is farther than a brush floods";
  EXPECT_GT(cell_at(field.copper_g_m2, field, 0.5, 70 - 0.9 * kWashReachMm), 0);
  EXPECT_EQ(cell_at(field.copper_g_m2, field, 0.5, 70 + 0.9 * kWashReachMm), 0) << "it runs down sooner than up";
}

TEST(Wash, IsHeldByBandsAndByWaxAlike) {
  Workpiece pot = pot_at(Stage::kBoneDry);
  band(pot, Pigment::kCobalt, 60, 0.6);
  band(pot, Pigment::kCobalt, 80, 0.6);
  brush(pot, Pigment::kWax, 0.55, 58, 0.55, 82, 3);
  wash(pot, 0.5, 70);
  const PigmentField field = field_of(pot);
  EXPECT_GT(cell_at(field.copper_g_m2, field, 0.45, 70), 0);
  EXPECT_EQ(cell_at(field.copper_g_m2, field, 0.5, 57), 0);
  EXPECT_EQ(cell_at(field.copper_g_m2, field, 0.5, 83), 0);
  EXPECT_EQ(cell_at(field.copper_g_m2, field, 0.58, 70), 0);
}

TEST(Wash, IsTheSameGramsAtAnyResolution) {
  Workpiece pot = pot_at(Stage::kBoneDry);
  ring(pot, 0.5, 70, 0.06, 16);
  wash(pot, 0.5, 70);
  const double fine = mean_of(field_of(pot, 1024, 512).copper_g_m2);
  for (const int columns : {128, 300, 512, 2048})
    EXPECT_NEAR(mean_of(field_of(pot, columns, columns / 2).copper_g_m2), fine, 1e-4 * fine) << columns;
}

Workpiece leather_hard(double wet_pct = 15, double wall_mm = 5) {
  test::PlainPot plain;
  plain.moisture_dry = moisture_dry_of_wet_pct(wet_pct);
  plain.wall_mm = wall_mm;
  Workpiece pot = test::build(plain);
  pot.stage = wet_pct > kLeatherHardWetPct ? Stage::kCut : Stage::kLeatherHard;
  return pot;
}

void carve(Workpiece& pot, CarveTool tool, double width_mm, double depth_mm, double u_from = 0.2, double u_to = 0.5) {
  must(pot, ActKind::kCarveBegin, static_cast<int32_t>(tool), to_fixed(width_mm, kPerMm), to_fixed(depth_mm, kPerMm));
  for (int i = 0; i <= 12; ++i)
    must(pot, ActKind::kStrokePoint, to_fixed(u_from + (u_to - u_from) * i / 12, kPerTurn), 70 * kPerRing,
         kPerPressure);
  must(pot, ActKind::kStrokeEnd);
}

bool has(const Workpiece& pot, DefectKind kind) {
  for (const Defect& defect : pot.defects) {
    if (defect.kind == kind) return true;
  }
  return false;
}

TEST(Carving, EachToolLeavesItsOwnRelief) {
  const auto heights = [](CarveTool tool, double width_mm) {
    Workpiece pot = leather_hard();
    carve(pot, tool, width_mm, 1);
    const PigmentField field = field_of(pot, 1024, 512);
    std::vector<float> column;
    for (int row = 0; row < field.rows; ++row)
      column.push_back(field.height_mm[static_cast<std::size_t>(row * field.columns + 358)]);
    return column;
  };
  const std::vector<float> knife = heights(CarveTool::kKnife, 3);
  EXPECT_NEAR(*std::min_element(knife.begin(), knife.end()), -1, 0.15);
  EXPECT_EQ(*std::max_element(knife.begin(), knife.end()), 0);
  const std::vector<float> slip = heights(CarveTool::kSlip, 3);
  EXPECT_NEAR(*std::max_element(slip.begin(), slip.end()), 1, 0.05);
  EXPECT_EQ(*std::min_element(slip.begin(), slip.end()), 0);
  const std::vector<float> comb = heights(CarveTool::kComb, 10);
  int furrows = 0;
  for (std::size_t i = 1; i + 1 < comb.size(); ++i)
    furrows += comb[i] < -0.5f && comb[i] < comb[i - 1] && comb[i] <= comb[i + 1];
  EXPECT_GE(furrows, 5);
  const std::vector<float> slanted = heights(CarveTool::kSlantedKnife, 6);
  const auto deepest = std::min_element(slanted.begin(), slanted.end());
  const auto first = std::find_if(slanted.begin(), slanted.end(), [](float h) { return h < -0.02f; });
  const auto last = std::find_if(slanted.rbegin(), slanted.rend(), [](float h) { return h < -0.02f; }).base();
  const auto one = deepest - first, other = last - deepest;
  EXPECT_GT(std::max(one, other), 3 * std::min(one, other)) << "one steep side and one that runs out";
}

TEST(Carving, TakesTheSameClayAtAnyResolution) {
  for (const double width_mm : {0.6, 2.0, 6.0}) {
    Workpiece pot = leather_hard();
    carve(pot, CarveTool::kKnife, width_mm, 1);
    const double fine = mean_of(field_of(pot, 2048, 1024).height_mm);
    EXPECT_NEAR(mean_of(field_of(pot, 512, 256).height_mm), fine, std::fabs(0.12 * fine)) << width_mm;
  }
}

TEST(Carving, WetClaySmearsAndDryClayChips) {
  Workpiece clean = leather_hard(15), wet = leather_hard(19), dry = leather_hard(2.5);
  for (Workpiece* pot : {&clean, &wet, &dry}) carve(*pot, CarveTool::kKnife, 3, 1);
  EXPECT_TRUE(clean.defects.empty());
  ASSERT_TRUE(has(wet, DefectKind::kSmearedCut));
  EXPECT_NEAR(wet.defects[0].value, 19, 0.1);
  EXPECT_EQ(wet.defects[0].limit, kCutsCleanWetPctMax);
  ASSERT_TRUE(has(dry, DefectKind::kChippedCut));
  EXPECT_LT(dry.defects[0].value, dry.defects[0].limit);
  const auto deepest = [](const Workpiece& pot) {
    const std::vector<float> heights = field_of(pot).height_mm;
    return *std::min_element(heights.begin(), heights.end());
  };
  EXPECT_GT(deepest(wet), 0.7f * deepest(clean)) << "the smear closes behind the knife";
  const std::vector<float> burr = field_of(wet).height_mm;
  EXPECT_GT(*std::max_element(burr.begin(), burr.end()), 0.1f);
  EXPECT_NE(field_of(dry).height_mm, field_of(clean).height_mm);
}

TEST(Carving, DeeperThanTheWallIsAHoleAndADefect) {
  Workpiece pot = leather_hard(15, 2);
  carve(pot, CarveTool::kKnife, 6, 3);
  ASSERT_TRUE(has(pot, DefectKind::kCarvedThrough));
  EXPECT_NEAR(pot.defects[0].value, 3, 0.02);
  EXPECT_NEAR(pot.defects[0].limit, 2, 0.1);
  EXPECT_GT(sum_of(field_of(pot).hole), 0);
  must(pot, ActKind::kStrokeUndo);
  EXPECT_TRUE(pot.defects.empty()) << "taken back, nothing was cut";
  carve(pot, CarveTool::kSlip, 6, 2.9);
  EXPECT_TRUE(pot.defects.empty()) << "slip is laid on";
}

TEST(Carving, HasItsTime) {
  for (const Stage stage : {Stage::kThrowing, Stage::kGlazed, Stage::kFired}) {
    Workpiece pot = pot_at(stage);
    EXPECT_FALSE(try_act(pot, ActKind::kCarveBegin, 0, 128, 64));
    EXPECT_FALSE(try_act(pot, ActKind::kStamp, 256, 0, 70 * kPerRing, 10 * kPerMm));
    EXPECT_FALSE(try_act(pot, ActKind::kPierce, 0, 70 * kPerRing, 4 * kPerMm));
  }
  Workpiece pot = leather_hard();
  EXPECT_FALSE(try_act(pot, ActKind::kCarveBegin, 4, 128, 64));
  EXPECT_FALSE(try_act(pot, ActKind::kCarveBegin, 0, 128, to_fixed(kCarveDepthMmMax, kPerMm) + 1));
  EXPECT_FALSE(try_act(pot, ActKind::kCarveBegin, 3, 128, to_fixed(kSlipHeightMmMax, kPerMm) + 1));
  EXPECT_FALSE(try_act(pot, ActKind::kStamp, 5 + 256, 0, 70 * kPerRing, 10 * kPerMm));
  EXPECT_FALSE(try_act(pot, ActKind::kStamp, 0, 0, 70 * kPerRing, 10 * kPerMm)) << "no impression at all";
  EXPECT_FALSE(try_act(pot, ActKind::kPierce, 0, 70 * kPerRing, to_fixed(kGrainMmMax, kPerMm) + 1));
  must(pot, ActKind::kCarveBegin, 0, 128, 64);
  EXPECT_FALSE(try_act(pot, ActKind::kStamp, 256, 0, 70 * kPerRing, 10 * kPerMm)) << "the knife is on the pot";
}

TEST(Carving, StampsStandEvenlyRoundThePot) {
  for (int32_t form = 0; form <= static_cast<int32_t>(StampForm::kLozenge); ++form) {
    Workpiece pot = leather_hard();
    must(pot, ActKind::kStamp, form + 256 * 8, 0, 70 * kPerRing, to_fixed(14, kPerMm));
    const PigmentField field = field_of(pot, 1024, 256);
    for (int row = 0; row < field.rows; ++row) {
      for (int column = 0; column < 128; ++column) {
        const auto at = static_cast<std::size_t>(row * field.columns + column);
        ASSERT_NEAR(field.height_mm[at], field.height_mm[at + 128], 1e-4f) << form;
      }
    }
    EXPECT_LT(*std::min_element(field.height_mm.begin(), field.height_mm.end()), -0.5f);
  }
}

TEST(Carving, AGrainOfRiceGoesThroughTheWall) {
  Workpiece pot = leather_hard();
  must(pot, ActKind::kPierce, to_fixed(0.5, kPerTurn), 70 * kPerRing, to_fixed(6, kPerMm), 0);
  const PigmentField field = field_of(pot, 1024, 512);
  EXPECT_EQ(cell_at(field.hole, field, 0.5, 70), 1);
  EXPECT_EQ(cell_at(field.hole, field, 0.5, 74), 0);
  EXPECT_EQ(cell_at(field.hole, field, 0.505, 70), 0) << "a grain is slim";
  EXPECT_TRUE(pot.defects.empty()) << "linglong is meant";
}

void pattern(Workpiece& pot, PatternId id, double v_from, double v_to, int32_t repeats = 0,
             Pigment pigment = Pigment::kCobalt) {
  must(pot, ActKind::kPattern, static_cast<int32_t>(id) + 256 * repeats, to_fixed(v_from, kPerRing),
       to_fixed(v_to, kPerRing), number(pigment) + 256 * kPerLoad);
}

TEST(Pattern, EachTilesRoundThePotWithoutASeam) {
  for (int id = 0; id < kPatternCount; ++id) {
    Workpiece pot = pot_at(Stage::kBoneDry);
    pattern(pot, static_cast<PatternId>(id), 60, 100, 8);
    const PigmentField field = field_of(pot, 1024, 256);
    double painted = 0;
    for (int row = 0; row < field.rows; ++row) {
      for (int column = 0; column < 1024; ++column) {
        const float here = field.cobalt_g_m2[static_cast<std::size_t>(row * 1024 + column)];
        const float next = field.cobalt_g_m2[static_cast<std::size_t>(row * 1024 + (column + 128) % 1024)];
        painted += here > 0.3f;
        ASSERT_NEAR(here, next, 0.02f) << pattern_id(static_cast<PatternId>(id)) << ' ' << column << ' ' << row;
      }
    }
    EXPECT_GT(painted, 3000) << pattern_id(static_cast<PatternId>(id));
  }
}

TEST(Pattern, StaysBetweenItsRings) {
  for (int id = 0; id < kPatternCount; ++id) {
    Workpiece pot = pot_at(Stage::kBoneDry);
    pattern(pot, static_cast<PatternId>(id), 60, 100);
    const PigmentField field = field_of(pot, 512, 256);
    for (int row = 0; row < field.rows; ++row) {
      const double v = (row + 0.5) * kRingCount / field.rows;
      if (v > 58.5 && v < 101.5) continue;
      for (int column = 0; column < field.columns; ++column)
        ASSERT_EQ(field.cobalt_g_m2[static_cast<std::size_t>(row * field.columns + column)], 0)
            << pattern_id(static_cast<PatternId>(id)) << " at ring " << v;
    }
  }
}

TEST(Pattern, RepeatsAsOftenAsFits) {
  const Clay small = test::build({5, 8, 120, 30, 0.008}).clay, large = test::build({5, 8, 120, 90, 0.008}).clay;
  for (int id = 0; id < kPatternCount; ++id) {
    const auto kind = static_cast<PatternId>(id);
    EXPECT_GT(pattern_repeats(kind, large, 60, 80), 1.8 * pattern_repeats(kind, small, 60, 80)) << pattern_id(kind);
    EXPECT_GE(pattern_repeats(kind, small, 2, 126), 1);
  }
}

TEST(Pattern, InItsOwnColoursOnlyOverTheGlaze) {
  Workpiece raw = pot_at(Stage::kBoneDry);
  EXPECT_FALSE(try_act(raw, ActKind::kPattern, 1, 60 * kPerRing, 90 * kPerRing, 24 + 256 * kPerLoad));
  Workpiece fired = pot_at(Stage::kFired);
  EXPECT_FALSE(try_act(fired, ActKind::kPattern, 1, 60 * kPerRing, 90 * kPerRing, 256 * kPerLoad));
  pattern(fired, PatternId::kPlantain, 60, 90, 0, Pigment::kOwnColours);
  const PigmentField field = field_of(fired);
  int enamels = 0;
  for (const std::vector<float>& layer : field.enamel_g_m2) enamels += sum_of(layer) > 0;
  EXPECT_GE(enamels, 3);
  EXPECT_EQ(sum_of(field.cobalt_g_m2), 0);
}

TEST(Pattern, LimitsAreHit) {
  Workpiece pot = pot_at(Stage::kBoneDry);
  const int32_t from = 60 * kPerRing, to = 80 * kPerRing, cobalt = 256 * kPerLoad;
  EXPECT_FALSE(try_act(pot, ActKind::kPattern, kPatternCount, from, to, cobalt));
  EXPECT_FALSE(try_act(pot, ActKind::kPattern, -1, from, to, cobalt));
  EXPECT_FALSE(try_act(pot, ActKind::kPattern, 256 * (kPatternRepeatsMax + 1), from, to, cobalt));
  EXPECT_FALSE(try_act(pot, ActKind::kPattern, 0, to, from, cobalt));
  EXPECT_FALSE(try_act(pot, ActKind::kPattern, 0, from, from + kPerRing, cobalt));
  for (uint32_t i = 0; i < kPatternsMax; ++i) pattern(pot, PatternId::kKeyFret, 60, 62);
  EXPECT_FALSE(try_act(pot, ActKind::kPattern, 0, from, to, cobalt));
}

TEST(FootMark, IsWrittenOnceInTwoColumnsInsideItsRing) {
  Workpiece pot = pot_at(Stage::kBoneDry);
  EXPECT_FALSE(try_act(pot, ActKind::kFootMark, kFootMarkTexts, 0, 0, 256 * kPerLoad));
  EXPECT_FALSE(try_act(pot, ActKind::kFootMark, 0, kFootMarkFrames, 0, 256 * kPerLoad));
  EXPECT_FALSE(try_act(pot, ActKind::kFootMark, 0, 1, 0, number(Pigment::kWax) + 256 * kPerLoad));
  must(pot, ActKind::kFootMark, 2, 1, 0, 256 * kPerLoad);
  EXPECT_FALSE(try_act(pot, ActKind::kFootMark, 0, 1, 0, 256 * kPerLoad));
  EXPECT_EQ(sum_of(field_of(pot).cobalt_g_m2), 0) << "the foot is not the wall";
  constexpr int kCells = 200;
  const PigmentField field = lay_foot_mark(pot.surface.strokes.back(), 40, kCells);
  double left = 0, right = 0, between = 0;
  for (int row = 0; row < kCells; ++row) {
    for (int column = 0; column < kCells; ++column) {
      const double x = (column + 0.5) / kCells - 0.5, y = (row + 0.5) / kCells - 0.5, r = std::sqrt(x * x + y * y);
      const double ink = static_cast<double>(field.cobalt_g_m2[static_cast<std::size_t>(row * kCells + column)]);
      if (r > 0.43) continue;
      if (std::fabs(x) < 0.008) between += ink;
      (x < 0 ? left : right) += ink;
    }
  }
  EXPECT_GT(left, 500);
  EXPECT_GT(right, 500);
  EXPECT_LT(between, 0.02 * (left + right)) << "two columns";
  must(pot, ActKind::kStrokeUndo);
  EXPECT_TRUE(pot.surface.strokes.empty());
}

TEST(Decoration, UndoTakesBackAnyKindOfAct) {
  Workpiece pot = leather_hard();
  brush(pot, Pigment::kCobalt, 0.1, 40, 0.4, 90);
  std::vector<PigmentField> before;
  const auto note = [&] { before.push_back(field_of(pot, 256, 128)); };
  note();
  wash(pot, 0.7, 70);
  note();
  carve(pot, CarveTool::kComb, 8, 1);
  note();
  must(pot, ActKind::kStamp, 256 * 6, 0, 50 * kPerRing, to_fixed(12, kPerMm));
  note();
  must(pot, ActKind::kPierce, 100, 60 * kPerRing, to_fixed(5, kPerMm), 900);
  note();
  pattern(pot, PatternId::kWaves, 90, 110);
  note();
  must(pot, ActKind::kFootMark, 0, 1, 0, 256 * kPerLoad);
  for (; !before.empty(); before.pop_back()) {
    must(pot, ActKind::kStrokeUndo);
    ASSERT_TRUE(same(field_of(pot, 256, 128), before.back())) << before.size();
  }
  must(pot, ActKind::kStrokeUndo);
  EXPECT_TRUE(pot.surface.strokes.empty());
  EXPECT_EQ(pot.paint_points, 0u);
}

TEST(Decoration, WhatTheClayHadASayInIsInTheHash) {
  Workpiece clean = leather_hard(15), smeared = leather_hard(15);
  carve(clean, CarveTool::kKnife, 3, 1);
  carve(smeared, CarveTool::kKnife, 3, 1);
  ASSERT_EQ(state_hash(clean), state_hash(smeared));
  smeared.surface.strokes.back().crispness = kSmearedCrispness;
  EXPECT_NE(state_hash(clean), state_hash(smeared));
}

TEST(Decoration, NoMakingIsTooMuchWork) {
  Workpiece pot = leather_hard();
  for (uint32_t i = 0; i < kPatternsMax; ++i)
    pattern(pot, static_cast<PatternId>(static_cast<int>(i) % kPatternCount), 2, 126, kPatternRepeatsMax);
  for (int i = 0; i < 600; ++i) {
    wash(pot, i * 0.37, 20 + i % 90);
    must(pot, ActKind::kStamp, 256 * kPatternRepeatsMax, i, (10 + i % 100) * kPerRing,
         to_fixed(kStampSizeMmMax, kPerMm));
  }
  for (int i = 0; i < 100; ++i) carve(pot, CarveTool::kComb, kBrushWidthMmMax, 1, -200, 200);
  constexpr int kColumns = 256, kRows = 128;
  const LaidPaint worst = lay_all_counted(pot.surface, pot.clay, kColumns, kRows);
  constexpr int64_t kMost = kWorkPerCellMax * kColumns * kRows;
  EXPECT_LE(worst.cells_looked_at, kMost + int64_t{2} * kColumns * kRows * kPatternRepeatsMax);
  EXPECT_LE(worst.basin_cells_looked_at, kBasinWorkMax + int64_t{12} * 1024 * 512);
  for (const float height : worst.field.height_mm) ASSERT_TRUE(std::isfinite(height));
}

}  // namespace
}  // namespace sui::craft
