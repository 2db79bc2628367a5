#include "game/craft/likeness.h"

#include <cmath>

#include "game/craft/math.h"
#include "game/craft/measure.h"
#include "game/craft/stack.h"

namespace sui::craft {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kForgiven = 0.15;  // rms distance at which half the points are gone
// The nearest place alone would let a neck pass for a stem; what lies level with it has a say as well, once it is a
// quarter too wide or narrow.
constexpr double kLevelShare = 0.15, kLevelForgiven = 0.25;
constexpr double kNarrowest = 0.08;  // of the widest radius: below, per cents of a needle mean nothing
constexpr double kHollowNone = 0.08, kHollowEnough = 0.4;  // of the outline's volume a pot must hold

using Curve = std::array<double, kOutlinePoints>;

Curve log_curve(const Outline& outline) {
  double widest = 0;
  for (const double radius : outline.radius) widest = radius > widest ? radius : widest;
  Curve curve{};
  for (std::size_t i = 0; i < kOutlinePoints; ++i) {
    const double radius = outline.radius[i] > kNarrowest * widest ? outline.radius[i] : kNarrowest * widest;
    curve[i] = natural_log(radius > 1e-6 ? radius : 1e-6);
  }
  return curve;
}

// Squared distance from a point to the nearest place of `curve`, heights and log radii alike.
double nearest2(const Curve& curve, std::size_t point, double log_radius) {
  const double z = outline_z(point);
  const double straight = curve[point] - log_radius;
  double best = straight * straight;
  const auto look_at = [&](std::size_t from) {
    const double step = 1.0 / kOutlinePoints, rise = curve[from + 1] - curve[from];
    const double dz = z - outline_z(from), dr = log_radius - curve[from];
    double share = (dz * step + dr * rise) / (step * step + rise * rise);
    share = share < 0 ? 0 : (share > 1 ? 1 : share);
    const double miss_z = dz - share * step, miss_r = dr - share * rise;
    const double distance2 = miss_z * miss_z + miss_r * miss_r;
    if (distance2 < best) best = distance2;
  };
  for (std::size_t away = 0; away + 1 < kOutlinePoints; ++away) {
    const double gap = static_cast<double>(away) - 0.5;
    if (away > 0 && gap * gap / (double{kOutlinePoints} * kOutlinePoints) > best) break;
    if (point + away + 1 < kOutlinePoints) look_at(point + away);
    if (point >= away + 1) look_at(point - away - 1);
  }
  return best;
}

// How much of a uniform widening the nearest place sees: steep shoulders hide it. Dividing by it makes the same 5 %
// cost the same on every shape.
double share_seen(const Curve& curve) {
  double sum = 0;
  for (std::size_t i = 0; i < kOutlinePoints; ++i) {
    const std::size_t low = i == 0 ? 0 : i - 1, high = i + 1 < kOutlinePoints ? i + 1 : i;
    const double slope = (curve[high] - curve[low]) * kOutlinePoints / static_cast<double>(high - low);
    sum += 1 / (1 + slope * slope);
  }
  return sum / kOutlinePoints;
}

double outline_miss2(const Outline& outline, GoalShape shape) {
  const Curve pot = log_curve(outline), goal = log_curve(goal_outline(shape));
  double sum = 0;
  for (std::size_t i = 0; i < kOutlinePoints; ++i) {
    const double apart = std::fabs(pot[i] - goal[i]) - kLevelForgiven;
    const double level = apart > 0 ? apart : 0;
    sum +=
        (1 - kLevelShare) * 0.5 * (nearest2(pot, i, goal[i]) + nearest2(goal, i, pot[i])) + kLevelShare * level * level;
  }
  return sum / kOutlinePoints / share_seen(goal);
}

double score_for(double miss2) {
  return 100 / (1 + miss2 / (kForgiven * kForgiven));
}

// Mean square by which the wall leaves the outline once round: a circle off by e misses its radius by e cos θ.
double out_of_true2(const Clay& clay) {
  double sum = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double x = clay.off_x_mm[k] - clay.off_x_mm[0], y = clay.off_y_mm[k] - clay.off_y_mm[0];
    const double oval2 = clay.oval_x_mm[k] * clay.oval_x_mm[k] + clay.oval_y_mm[k] * clay.oval_y_mm[k];
    const double outer = clay.r_mm[k] + 0.5 * clay.w_mm[k];
    sum += 0.5 * (x * x + y * y + oval2) / (outer * outer);
  }
  return sum / kRingCount;
}

// 0 a lump … 1 a vessel, by what it holds upright against the whole outline.
double hollow(const Workpiece& workpiece) {
  Stack stack;
  lay_out(workpiece.clay, stack);
  double whole_mm3 = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) whole_mm3 += kPi * stack.h_mm[k] * stack.outer_mm[k] * stack.outer_mm[k];
  const double held = 1000 * measure(workpiece).capacity_ml / whole_mm3;
  const double share = (held - kHollowNone) / (kHollowEnough - kHollowNone);
  return share < 0 ? 0 : (share > 1 ? 1 : share);
}

}  // namespace

Outline outline_of(const Workpiece& workpiece) {
  Stack stack;
  lay_out(workpiece.clay, stack);
  Outline outline;
  std::size_t k = 0;
  for (std::size_t i = 0; i < kOutlinePoints; ++i) {
    const double z = outline_z(i) * stack.top_mm;
    while (k + 2 < kRingCount && stack.z_mm[k + 1] < z) ++k;
    const double gap = stack.z_mm[k + 1] - stack.z_mm[k];
    double share = (z - stack.z_mm[k]) / gap;
    share = share < 0 ? 0 : (share > 1 ? 1 : share);
    outline.radius[i] = (stack.outer_mm[k] + (stack.outer_mm[k + 1] - stack.outer_mm[k]) * share) / stack.top_mm;
  }
  return outline;
}

double outline_likeness(const Outline& outline, GoalShape shape) {
  return score_for(outline_miss2(outline, shape));
}

double likeness(const Workpiece& workpiece, GoalShape shape) {
  if (workpiece.fallen) return 0;
  const double miss2 = outline_miss2(outline_of(workpiece), shape) + out_of_true2(workpiece.clay);
  return score_for(miss2) * hollow(workpiece);
}

Likeness nearest_shape(const Workpiece& workpiece) {
  const Outline outline = outline_of(workpiece);
  const double loose2 = out_of_true2(workpiece.clay);
  const double room = workpiece.fallen ? 0 : hollow(workpiece);
  Likeness best;
  double least = 1e300;
  for (int index = 0; index < kGoalShapeCount; ++index) {
    const auto shape = static_cast<GoalShape>(index);
    const double miss2 = outline_miss2(outline, shape);
    if (miss2 >= least) continue;
    least = miss2;
    best = {shape, score_for(miss2 + loose2) * room};
  }
  return best;
}

}  // namespace sui::craft
