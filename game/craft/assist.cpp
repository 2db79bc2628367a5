#include "game/craft/assist.h"

#include "game/craft/stack.h"

namespace sui::craft {
namespace {

constexpr double kTwoPi = 6.28318530717958647692;
constexpr double kFloorMmKept = 7;   // an opening finger stops here
constexpr double kThinMm = 5.2;      // no thinner than this with help
constexpr double kLookAheadMm = 18;  // the wall just above the fingers, not yet pinched
constexpr double kWallThickMm = 14;
constexpr double kCollarMm = 1.2;  // how deep the outer hand presses at most
constexpr double kCupMm = 0.8;     // how far from the clay a cupping hand rests

double clamped(double value, double low, double high) {
  return value < low ? low : (value > high ? high : value);
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
  hands.inner_r_mm = touch.r_mm < 8 ? 8 : touch.r_mm;
  const double lowest = floor < kFloorMmKept + 2 ? floor + 2 : kFloorMmKept + 2;
  hands.inner_z_mm = clamped(touch.z_mm, lowest, stack.top_mm + 10);
  hands.outer = true;
  // The cupping hand stays low and still, where the lump is widest. (Dead end: following the finger it coned the lump.)
  hands.outer_z_mm = 0.3 * stack.top_mm;
  const double wide = wall_at(clay, stack, hands.outer_z_mm).outer_mm;
  hands.outer_r_mm = (wide > stack.outer_mm[0] ? wide : stack.outer_mm[0]) + kCupMm;
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
  AssistHands hands;
  if (touch.inside) {
    if (wall.solid || floor > kFloorMmKept + 3 || wall.width_mm > kWallThickMm) return open(clay, stack, touch, floor);
    if (touch.vertical) return pull(clay, stack, touch, wall);
    hands.inner = true;
    hands.inner_r_mm = clamped(touch.r_mm, 4, wall.inner_mm + 3);
    hands.inner_z_mm = clamped(touch.z_mm, floor + 2, stack.top_mm);
    return hands;
  }
  if (touch.vertical && floor < 0.6 * stack.top_mm && !wall.solid) return pull(clay, stack, touch, wall);
  hands.outer = true;
  // However far in the finger is, the hand goes in slowly, and leaves a lump half its width.
  const double slow = wall.outer_mm - kCollarMm;
  hands.outer_r_mm = touch.r_mm > slow ? touch.r_mm : slow;
  const double least = 0.5 * stack.outer_mm[0];
  if (wall.solid && hands.outer_r_mm < least) hands.outer_r_mm = least < wall.outer_mm ? least : wall.outer_mm;
  hands.outer_z_mm = clamped(touch.z_mm, 3, stack.top_mm);
  return hands;
}

}  // namespace sui::craft
