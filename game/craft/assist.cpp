#include "game/craft/assist.h"

#include "game/craft/math.h"
#include "game/craft/stack.h"
#include "game/craft/throwing_numbers.h"

namespace sui::craft {
namespace {

constexpr double kTwoPi = 6.28318530717958647692;
constexpr double kFloorMmKept = 7;   // an opening finger stops here
constexpr double kThinMm = 5.2;      // no thinner than this with help
constexpr double kLookAheadMm = 18;  // the wall just above the fingers, not yet pinched
constexpr double kWallThickMm = 14;
constexpr double kCollarMm = 1.2;  // how deep the outer hand presses at most
constexpr double kBellyMm = 1.5;   // and the inner one
constexpr double kBellyThinMm = 3.6;
constexpr double kThinCollarShare = 0.012;  // of its radius a thin wall is taken in at once
constexpr double kPassShare = 0.7;          // of what folds a wall is as far as one pass of help goes
constexpr double kRestMm = 0.2;
constexpr double kNeckMm = 16;
constexpr double kOpenMm = 2.5;
constexpr double kCupMm = 0.8;  // how far from the clay a cupping hand rests

double clamped(double value, double low, double high) {
  return value < low ? low : (value > high ? high : value);
}

// Radius of the dome this much clay makes (wheel.cpp): V = 0.75 π 1.3 r³.
double lump_radius(const Clay& clay) {
  return power_of(clay_volume_mm3(clay) / 3.0631, 1.0 / 3);
}

struct Wall {
  double outer_mm = 0, inner_mm = 0, width_mm = 0;
  bool solid = true;
};

Wall wall_at(const Clay& clay, const Stack& stack, double z_mm) {
  std::size_t k = 0;
  while (k + 1 < kRingCount && stack.z_mm[k] + 0.5 * stack.h_mm[k] < z_mm) ++k;
  return {stack.outer_mm[k], stack.inner_mm[k], clay.w_mm[k], stack.inner_mm[k] <= kInnerSolidMm};
}

double floor_top(const Stack& stack) {
  double top = 0;
  for (std::size_t k = 0; k < kRingCount && stack.inner_mm[k] <= kInnerSolidMm; ++k)
    top = stack.z_mm[k] + 0.5 * stack.h_mm[k];
  return top;
}

// Thinnest wall that carries what stands above with half its strength.
double width_needed(const Clay& clay, const Stack& stack, double z_mm) {
  double grams = 0, needed = 0;
  for (std::size_t k = kRingCount; k-- > 0 && stack.z_mm[k] > z_mm;) {
    grams += clay.volume_mm3[k] * clay.dry_density_g_mm3 * (1 + clay.moisture_dry[k]);
    needed = grams * 9.81 / (kTwoPi * clay.r_mm[k] * 0.5 * clay.yield_kpa[k]);
  }
  return needed;
}

double gap_for(const Clay& clay, const Stack& stack, double z_mm) {
  const double ahead = z_mm + kLookAheadMm < stack.top_mm ? z_mm + kLookAheadMm : stack.top_mm - 0.5;
  const double width = wall_at(clay, stack, ahead).width_mm;
  double gap = width * (width > kWallThickMm ? 0.66 : 0.85);
  const double least = width_needed(clay, stack, z_mm);
  if (gap < least) gap = least;
  return gap < kThinMm ? kThinMm : gap;
}

AssistHands pull(const Clay& clay, const Stack& stack, const AssistTouch& touch, const Wall& wall) {
  AssistHands hands;
  const double floor = floor_top(stack);
  const double z = clamped(touch.z_mm, floor + 6, stack.top_mm + 10);
  const double gap = gap_for(clay, stack, z);
  const double face = touch.inside ? wall.inner_mm : wall.outer_mm;
  // The finger leads the shape gently: a pull is for height, not for width.
  const double middle = 0.5 * (wall.outer_mm + wall.inner_mm) + clamped(0.1 * (touch.r_mm - face), -0.8, 0.8);
  hands.outer = hands.inner = true;
  hands.outer_r_mm = middle + 0.5 * gap;
  hands.inner_r_mm = middle - 0.5 * gap;
  // The foot is left as wide as it is: the fingertip curves away by dz²/26.
  const double foot = stack.outer_mm[0] - (z - floor) * (z - floor) / 26;
  if (hands.outer_r_mm < foot) hands.outer_r_mm = foot;
  if (hands.inner_r_mm < 4) hands.inner_r_mm = 4;
  hands.outer_z_mm = hands.inner_z_mm = z;
  return hands;
}

AssistHands open(const Clay& clay, const Stack& stack, const AssistTouch& touch, double floor) {
  AssistHands hands;
  hands.inner = true;
  const double lowest = floor < kFloorMmKept + 2 ? floor + 2 : kFloorMmKept + 2;
  hands.inner_z_mm = clamped(touch.z_mm, lowest, stack.top_mm + 10);
  // Outwards only as fast as the clay follows, and not so far that the lump is left a hoop.
  const double now = wall_at(clay, stack, hands.inner_z_mm).inner_mm + kOpenMm;
  double widest = 0.72 * lump_radius(clay);
  if (widest > now) widest = now;
  hands.inner_r_mm = clamped(touch.r_mm, 8, widest < 8 ? 8 : widest);
  hands.outer = true;
  // The cupping hand stays low and still, where the lump is widest. (Dead end: following the finger it coned the lump.)
  hands.outer_z_mm = 0.3 * stack.top_mm;
  const double wide = wall_at(clay, stack, hands.outer_z_mm).outer_mm;
  hands.outer_r_mm = (wide > stack.outer_mm[0] ? wide : stack.outer_mm[0]) + kCupMm;
  return hands;
}

// A belly stops before it is too thin to stand or too wide for the wheel's speed (facts A3), however far the finger is.
AssistHands belly(const Workpiece& workpiece, const Stack& stack, const AssistTouch& touch, const Wall& wall,
                  double floor) {
  AssistHands hands;
  hands.inner = true;
  hands.inner_z_mm = clamped(touch.z_mm, floor + 2, stack.top_mm);
  const double density = workpiece.clay.dry_density_g_mm3 * 1.27;
  const double omega = workpiece.wheel_rpm * kTwoPi / 60;
  const double spin_kpa = 0.001 * density * omega * omega * wall.outer_mm * wall.outer_mm;
  const bool enough = wall.width_mm < kBellyThinMm || spin_kpa > 0.4 * workpiece.clay.yield_kpa[kRingCount / 2] ||
                      wall.outer_mm > 2.2 * lump_radius(workpiece.clay);
  hands.inner_r_mm = clamped(touch.r_mm, 4, wall.inner_mm + (enough ? -0.5 : kBellyMm));
  return hands;
}

// However far in the finger is, the hand goes in slowly, leaves a lump broad enough to stand and a neck open.
AssistHands collar(const Workpiece& workpiece, const Stack& stack, const AssistTouch& touch, const Wall& wall) {
  const Clay& clay = workpiece.clay;
  AssistHands hands;
  hands.outer = true;
  hands.outer_z_mm = clamped(touch.z_mm, 3, stack.top_mm);
  // Near the foot the fingertip's curve must clear the disc below.
  const double foot = 0.85 * lump_radius(clay);
  const double height = hands.outer_z_mm < 30 ? 0 : hands.outer_z_mm - 30;
  double least = foot - height * height / 26;
  const double neck = wall.solid ? 0.6 * foot : kNeckMm;
  if (least < neck) least = neck;
  // A pass that has gone far enough rests against the wall until the clay has settled, or it would fold.
  const double folds = kFoldStrain * (1 + kFoldHelp * workpiece.start.assist);
  double squeezed = 0;
  for (const double each : clay.squeezed) squeezed = each > squeezed ? each : squeezed;
  const bool thin = wall.width_mm < 2 * kFoldThin * wall.outer_mm;
  const bool enough = thin && squeezed > kPassShare * folds;
  const double step = thin ? kThinCollarShare * wall.outer_mm : kCollarMm;
  const double slow = wall.outer_mm - (enough ? -kRestMm : (step < kCollarMm ? step : kCollarMm));
  if (least < slow) least = slow;
  if (least > wall.outer_mm && touch.r_mm < wall.outer_mm) least = wall.outer_mm;
  hands.outer_r_mm = touch.r_mm > least ? touch.r_mm : least;
  return hands;
}

}  // namespace

bool touches_inside(const Workpiece& workpiece, double r_mm, double z_mm) {
  Stack stack;
  lay_out(workpiece.clay, stack);
  if (z_mm > stack.top_mm) return r_mm < workpiece.clay.r_mm[kRingCount - 1] || r_mm < 12;
  const Wall wall = wall_at(workpiece.clay, stack, z_mm);
  if (wall.solid) return r_mm < 12 || r_mm < 0.4 * wall.outer_mm;
  return r_mm < 0.5 * (wall.inner_mm + wall.outer_mm);
}

AssistHands assist_hands(const Workpiece& workpiece, const AssistTouch& touch) {
  const Clay& clay = workpiece.clay;
  Stack stack;
  lay_out(clay, stack);
  const double floor = floor_top(stack);
  const Wall wall = wall_at(clay, stack, touch.z_mm);
  if (touch.inside) {
    if (wall.solid || floor > kFloorMmKept + 3 || wall.width_mm > kWallThickMm) return open(clay, stack, touch, floor);
    if (touch.vertical) return pull(clay, stack, touch, wall);
    return belly(workpiece, stack, touch, wall, floor);
  }
  if (touch.vertical && floor < 0.6 * stack.top_mm && !wall.solid) return pull(clay, stack, touch, wall);
  return collar(workpiece, stack, touch, wall);
}

}  // namespace sui::craft
