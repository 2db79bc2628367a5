#include "game/craft/shapes.h"

#include <cassert>
#include <cmath>

namespace sui::craft {
namespace {

struct Knot {
  double z, diameter;  // fractions of H, as facts E writes them
};

constexpr std::size_t kKnotsMax = 14;

struct Goal {
  const char* id;
  double height_mm;
  std::size_t count;
  std::array<Knot, kKnotsMax> knots;
};

// First knot: the foot. Last: the mouth. The widest knot is the table's Dmax at its z. Sources as in facts E, GK where
// it says so.
constexpr std::array<Goal, kGoalShapeCount> kGoals{{
    {"meiping",
     289,
     11,  // Cizhou, Met 50230: Dmax .67, mouth .19, foot .31, z .75?
     {{{0, .31},
       {.12, .335},
       {.3, .43},
       {.5, .565},
       {.75, .67},
       {.83, .64},
       {.89, .53},
       {.925, .36},
       {.945, .21},
       {.965, .165},
       {1, .19}}}},
    {"yuhuchunping",
     290,
     12,  // S-curve: neck .13 at z .75, Yongle
     {{{0, .31},
       {.04, .312},
       {.1, .41},
       {.2, .52},
       {.3, .55},
       {.42, .5},
       {.55, .34},
       {.65, .2},
       {.75, .13},
       {.87, .155},
       {.95, .205},
       {1, .26}}}},
    {"tianqiuping",
     440,
     13,  // a ball under a straight neck
     {{{0, .38},
       {.03, .375},
       {.1, .53},
       {.2, .69},
       {.3, .775},
       {.4, .8},
       {.5, .775},
       {.6, .69},
       {.68, .55},
       {.735, .36},
       {.775, .25},
       {.85, .21},
       {1, .22}}}},
    {"guan",
     280,
     11,
     {{{0, .7},
       {.08, .74},
       {.25, .93},
       {.45, 1.12},
       {.6, 1.17},
       {.75, 1.1},
       {.85, .95},
       {.9, .8},
       {.925, .72},
       {.96, .715},
       {1, .74}}}},
    {"ewer_body",
     330,
     11,
     {{{0, .32},
       {.03, .31},
       {.07, .36},
       {.18, .51},
       {.3, .55},
       {.45, .47},
       {.6, .3},
       {.72, .19},
       {.82, .16},
       {.93, .175},
       {1, .2}}}},
    {"stem_cup",
     105,
     11,  // Xuande
     {{{0, .45},
       {.04, .44},
       {.1, .34},
       {.25, .27},
       {.37, .28},
       {.43, .4},
       {.48, .62},
       {.56, .9},
       {.7, 1.15},
       {.85, 1.3},
       {1, 1.45}}}},
    {"gaiwan", 55, 7, {{{0, .8}, {.1, .79}, {.15, .88}, {.3, 1.2}, {.55, 1.5}, {.8, 1.68}, {1, 1.9}}}},
    {"bowl",
     67,
     7,  // Ru
     {{{0, 1.15}, {.1, 1.13}, {.15, 1.28}, {.3, 1.66}, {.5, 2.02}, {.75, 2.33}, {1, 2.55}}}},
    {"plate", 70, 7, {{{0, 3.6}, {.18, 3.58}, {.25, 3.75}, {.5, 4.5}, {.75, 4.97}, {.9, 5.22}, {1, 5.4}}}},
    {"chicken_cup",
     35,
     7,  // Chenghua: no foot ring, sides that rise soon, a lip that leaves a little
     {{{0, 1.14}, {.08, 1.36}, {.2, 1.74}, {.4, 2.1}, {.65, 2.25}, {.85, 2.31}, {1, 2.4}}}},
}};

const Goal& goal_of(GoalShape shape) {
  const auto index = static_cast<std::size_t>(shape);
  assert(index < kGoals.size());
  return kGoals[index];
}

double secant(const Goal& goal, std::size_t from) {
  const Knot& a = goal.knots[from];
  const Knot& b = goal.knots[from + 1];
  return (b.diameter - a.diameter) / (b.z - a.z);
}

// Fritsch & Butland 1984: the harmonic mean of the neighbouring secants, flat at a turn, so no curve overshoots a knot.
double slope_at(const Goal& goal, std::size_t knot) {
  if (knot == 0) return secant(goal, 0);
  if (knot + 1 == goal.count) return secant(goal, knot - 1);
  const double below = secant(goal, knot - 1), above = secant(goal, knot);
  return below * above <= 0 ? 0 : 2 * below * above / (below + above);
}

}  // namespace

const char* goal_id(GoalShape shape) {
  return goal_of(shape).id;
}

double goal_height_mm(GoalShape shape) {
  return goal_of(shape).height_mm;
}

double goal_radius(GoalShape shape, double z) {
  const Goal& goal = goal_of(shape);
  std::size_t from = 0;
  while (from + 2 < goal.count && goal.knots[from + 1].z < z) ++from;
  const Knot& a = goal.knots[from];
  const Knot& b = goal.knots[from + 1];
  const double length = b.z - a.z;
  const double t = z <= a.z ? 0 : (z >= b.z ? 1 : (z - a.z) / length);
  const double t2 = t * t, t3 = t2 * t;
  const double diameter = (2 * t3 - 3 * t2 + 1) * a.diameter + (t3 - 2 * t2 + t) * length * slope_at(goal, from) +
                          (3 * t2 - 2 * t3) * b.diameter + (t3 - t2) * length * slope_at(goal, from + 1);
  return 0.5 * diameter;
}

Outline goal_outline(GoalShape shape) {
  Outline outline;
  for (std::size_t i = 0; i < kOutlinePoints; ++i) outline.radius[i] = goal_radius(shape, outline_z(i));
  return outline;
}

}  // namespace sui::craft
