#include <gtest/gtest.h>

#include <cmath>

#include "game/craft/difficulty.h"
#include "game/craft/likeness.h"
#include "tests/unit/craft_goal_pot.h"
#include "tests/unit/craft_potter.h"

namespace sui::craft {
namespace {

std::vector<GoalShape> every_shape() {
  std::vector<GoalShape> shapes;
  for (int index = 0; index < kGoalShapeCount; ++index) shapes.push_back(static_cast<GoalShape>(index));
  return shapes;
}

struct TableRow {  // facts E, fractions of the height
  GoalShape shape;
  double widest, mouth, foot, z;
};
const std::vector<TableRow> kTable{
    {GoalShape::kMeiping, .67, .19, .31, .75},     {GoalShape::kYuhuchunping, .55, .26, .31, .30},
    {GoalShape::kTianqiuping, .80, .22, .38, .40}, {GoalShape::kGuan, 1.17, .74, .70, .60},
    {GoalShape::kEwerBody, .55, .20, .32, .30},    {GoalShape::kStemCup, 1.45, 1.45, .45, 1.0},
    {GoalShape::kGaiwan, 1.9, 1.9, .8, 1.0},       {GoalShape::kBowl, 2.55, 2.55, 1.15, 1.0},
    {GoalShape::kPlate, 5.4, 5.4, 3.6, 1.0},       {GoalShape::kChickenCup, 2.4, 2.4, 1.14, 1.0}};

TEST(Shapes, GoalsHaveTheTablesProportions) {
  ASSERT_EQ(kTable.size(), static_cast<std::size_t>(kGoalShapeCount));
  for (const TableRow& row : kTable) {
    SCOPED_TRACE(goal_id(row.shape));
    EXPECT_DOUBLE_EQ(2 * goal_radius(row.shape, 0), row.foot);
    EXPECT_DOUBLE_EQ(2 * goal_radius(row.shape, 1), row.mouth);
    EXPECT_DOUBLE_EQ(2 * goal_radius(row.shape, row.z), row.widest);
    for (double z = 0; z <= 1; z += 1.0 / 512) EXPECT_LE(2 * goal_radius(row.shape, z), row.widest + 1e-12) << z;
  }
}

TEST(Shapes, YuhuchunpingIsAnSCurveWithItsNeckAtThreeQuarters) {
  double narrowest = 1, at = 0;
  for (double z = 0.3; z <= 1; z += 1.0 / 1024)
    if (2 * goal_radius(GoalShape::kYuhuchunping, z) < narrowest)
      narrowest = 2 * goal_radius(GoalShape::kYuhuchunping, z), at = z;
  EXPECT_NEAR(narrowest, .13, 1e-6);
  EXPECT_NEAR(at, .75, .002);
}

TEST(Shapes, CurvesAreSmooth) {
  for (const GoalShape shape : every_shape()) {
    double before = 0;
    const double step = 1e-4;
    for (double z = step; z < 1 - step; z += step) {
      const double slope = (goal_radius(shape, z + step) - goal_radius(shape, z)) / step;
      if (z > step) {
        EXPECT_LT(std::fabs(slope - before), 0.1) << goal_id(shape) << " kinks at " << z;
      }
      before = slope;
    }
  }
}

TEST(Likeness, AShapeIsItselfAtAnySize) {
  for (const GoalShape shape : every_shape()) {
    for (const double size : {0.4, 1.0, 1.7}) {
      const Workpiece pot = goal_pot(shape, size * goal_height_mm(shape), size * (0.008 * goal_height_mm(shape) + 1.6));
      EXPECT_GE(likeness(pot, shape), 97) << goal_id(shape) << " at " << size;
      const Likeness nearest = nearest_shape(pot);
      EXPECT_STREQ(goal_id(nearest.shape), goal_id(shape)) << size;
      EXPECT_EQ(nearest.score, likeness(pot, shape));
    }
  }
}

Outline changed(GoalShape shape, double wider, double higher) {
  Outline outline;
  for (std::size_t i = 0; i < kOutlinePoints; ++i) {
    // The whole belly slides up by `higher`, foot and mouth stay.
    const double z = outline_z(i), slid = z - higher * 4 * z * (1 - z);
    outline.radius[i] = wider * goal_radius(shape, slid < 0 ? 0 : (slid > 1 ? 1 : slid));
  }
  return outline;
}

TEST(Likeness, AStyleOfFivePerCentKeepsItsPoints) {
  for (const GoalShape shape : every_shape()) {
    EXPECT_GE(outline_likeness(changed(shape, 1.05, 0), shape), 85) << goal_id(shape);
    EXPECT_GE(outline_likeness(changed(shape, 0.95, 0), shape), 85) << goal_id(shape);
    EXPECT_GE(outline_likeness(changed(shape, 1, 0.05), shape), 85) << goal_id(shape);
    EXPECT_GE(outline_likeness(changed(shape, 1, -0.05), shape), 85) << goal_id(shape);
    Outline mouth = goal_outline(shape);
    for (std::size_t i = 80; i < kOutlinePoints; ++i) mouth.radius[i] *= 1 + 0.05 * (outline_z(i) - 0.83) / 0.17;
    EXPECT_GE(outline_likeness(mouth, shape), 85) << goal_id(shape);
  }
}

TEST(Likeness, TheSameFaultCostsTheSameOnEveryShape) {
  for (const auto& [wider, spread] : {std::pair{1.05, 3.0}, {1.1, 5.0}, {0.9, 5.0}, {1.2, 9.0}}) {
    double least = 100, most = 0;
    for (const GoalShape shape : every_shape()) {
      const double score = outline_likeness(changed(shape, wider, 0), shape);
      least = score < least ? score : least;
      most = score > most ? score : most;
    }
    EXPECT_LT(most - least, spread) << wider << ": " << least << " … " << most;
  }
}

TEST(Likeness, AnotherShapeIsClearlyLower) {
  for (const GoalShape goal : every_shape()) {
    for (const GoalShape other : every_shape()) {
      if (goal == other) continue;
      // A bowl and a chicken cup, a bottle and the ewer made of one, are cousins; all others are strangers.
      const auto cousins = [](GoalShape a, GoalShape b) {
        return (a == GoalShape::kBowl && b == GoalShape::kChickenCup) ||
               (a == GoalShape::kYuhuchunping && b == GoalShape::kEwerBody);
      };
      const bool near = cousins(goal, other) || cousins(other, goal);
      EXPECT_LT(outline_likeness(goal_outline(other), goal), near ? 82 : 50)
          << goal_id(other) << " as " << goal_id(goal);
    }
  }
}

TEST(Likeness, FallsSteadilyAsOneShapeTurnsIntoAnother) {
  for (const GoalShape from : every_shape()) {
    for (const GoalShape to : every_shape()) {
      if (from == to) continue;
      double before = 100.0001;
      for (int step = 0; step <= 20; ++step) {
        const double t = step / 20.0;
        Outline blend;
        for (std::size_t i = 0; i < kOutlinePoints; ++i)
          blend.radius[i] = goal_radius(from, outline_z(i)) * (1 - t) + goal_radius(to, outline_z(i)) * t;
        const double score = outline_likeness(blend, from);
        EXPECT_LT(score, before) << goal_id(from) << " to " << goal_id(to) << " at " << t;
        before = score;
      }
    }
  }
}

TEST(Likeness, ALumpIsLikeNothing) {
  const Potter potter(1200, 21.5);
  EXPECT_LT(nearest_shape(potter.pot).score, 2);
  Workpiece solid = goal_pot(GoalShape::kGuan, 200);
  for (std::size_t k = 0; k < kRingCount; ++k) {  // a guan carved from the full
    const double outer = solid.clay.r_mm[k] + solid.clay.w_mm[k] / 2;
    const double tall = ring_height_mm(solid.clay, static_cast<int>(k));
    solid.clay.w_mm[k] = outer - 0.25;
    solid.clay.r_mm[k] = 0.5 * (outer + 0.25);
    solid.clay.volume_mm3[k] = 2 * 3.14159265358979323846 * solid.clay.r_mm[k] * solid.clay.w_mm[k] * tall;
  }
  EXPECT_LT(likeness(solid, GoalShape::kGuan), 2);
}

// Paring a foot hollow from below makes no vessel of it: what faces the shelf holds no tea.
TEST(Likeness, TheHollowUnderAFootIsNoRoomInside) {
  Workpiece thick = goal_pot(GoalShape::kGuan, 200);
  const auto make_inside = [&thick](std::size_t from, std::size_t to, double inner_share) {
    for (std::size_t k = from; k < to; ++k) {
      const double outer = thick.clay.r_mm[k] + thick.clay.w_mm[k] / 2, inner = inner_share * outer + 0.25;
      const double tall = ring_height_mm(thick.clay, static_cast<int>(k));
      thick.clay.w_mm[k] = outer - inner;
      thick.clay.r_mm[k] = 0.5 * (outer + inner);
      thick.clay.volume_mm3[k] = 2 * 3.14159265358979323846 * thick.clay.r_mm[k] * thick.clay.w_mm[k] * tall;
    }
  };
  make_inside(0, kRingCount * 3 / 4, 0);  // a dish in the top of a lump
  const double dish = likeness(thick, GoalShape::kGuan);
  make_inside(0, kRingCount / 2, 0.9);
  EXPECT_NEAR(likeness(thick, GoalShape::kGuan), dish, 1e-9);
  EXPECT_LT(dish, 50);
}

TEST(Likeness, WobbleAndCollapseCost) {
  Workpiece pot = goal_pot(GoalShape::kMeiping, 289);
  const double straight = likeness(pot, GoalShape::kMeiping);
  for (std::size_t k = 0; k < kRingCount; ++k) pot.clay.off_x_mm[k] = 0.1 * static_cast<double>(k);
  const double leaning = likeness(pot, GoalShape::kMeiping);
  EXPECT_LT(leaning, straight - 8);
  EXPECT_GT(leaning, 40);
  pot.fallen = true;
  EXPECT_EQ(likeness(pot, GoalShape::kMeiping), 0);
}

TEST(Likeness, DryingAndFiringDoNotChangeIt) {
  Potter potter(1200, 21.5);
  potter.cylinder();
  potter.cut();
  const Likeness wet = nearest_shape(potter.pot);
  potter.dry(DryingPlace::kWrapped, 60 * 48);
  const Likeness dry = nearest_shape(potter.pot);
  EXPECT_EQ(dry.shape, wet.shape);
  EXPECT_NEAR(dry.score, wet.score, 0.5);
}

double index_of(const Workpiece& pot) {
  return difficulty_of(pot).index;
}

TEST(Difficulty, AFlaredPlateIsHarderThanACup) {
  const double plate = index_of(goal_pot(GoalShape::kPlate, 70, 5));
  const double cup = index_of(goal_pot(GoalShape::kChickenCup, 35, 5));
  EXPECT_GT(plate, 1.4 * cup);
  EXPECT_GT(plate, index_of(goal_pot(GoalShape::kBowl, 67, 5)));
}

TEST(Difficulty, TallAndClosedIsHarderThanLowAndOpen) {
  const double tall = index_of(goal_pot(GoalShape::kMeiping, 289, 5));
  EXPECT_GT(tall, 1.5 * index_of(goal_pot(GoalShape::kGaiwan, 55, 5)));
  EXPECT_GT(tall, index_of(goal_pot(GoalShape::kChickenCup, 35, 5)));
}

TEST(Difficulty, ThinnerAndLargerAreHarder) {
  for (const GoalShape shape : every_shape()) {
    double before = 0;
    for (const double wall : {7.0, 5.0, 3.5, 2.5, 1.5}) {
      const double index = index_of(goal_pot(shape, goal_height_mm(shape), wall));
      EXPECT_GT(index, before) << goal_id(shape) << " at " << wall << " mm";
      before = index;
    }
    EXPECT_GT(index_of(goal_pot(shape, 2.5 * goal_height_mm(shape), 5)),
              index_of(goal_pot(shape, goal_height_mm(shape), 5)))
        << goal_id(shape);
  }
}

TEST(Difficulty, ClassicFormsCanBeThrownButTheGreatGlobeVaseIsLutedFromHalves) {
  for (const GoalShape shape : every_shape()) {
    const double index = index_of(goal_pot(shape, goal_height_mm(shape), 5));
    EXPECT_GT(index, 0.1) << goal_id(shape);
    if (shape == GoalShape::kTianqiuping) {
      EXPECT_GT(index, 1);
      EXPECT_LT(index_of(goal_pot(shape, 0.5 * goal_height_mm(shape), 5)), 0.9);
    } else {
      EXPECT_LT(index, 1) << goal_id(shape);
    }
  }
}

TEST(Difficulty, IsThatOfTheWetFormWhateverHappenedSince) {
  Potter potter(1200, 21.5);
  potter.cylinder();
  potter.cut();
  const Difficulty wet = difficulty_of(potter.pot);
  // A straight wall bears its own weight: ρ g h over the strength of facts A1, 2 · 11.5 kPa at 21.5 %.
  EXPECT_NEAR(wet.strength_kpa, 23, 1);
  EXPECT_GT(wet.stress_kpa, 0.5 * 1.935e-3 * 9.81 * potter.measures().height_mm);
  potter.dry(DryingPlace::kShelf, 60 * 72);
  EXPECT_NEAR(difficulty_of(potter.pot).index, wet.index, 0.02 * wet.index);
}

}  // namespace
}  // namespace sui::craft
