#include "game/craft/stack.h"

#include <cmath>

namespace sui::craft {
namespace {

constexpr double kTwoPi = 6.28318530717958647692;
constexpr double kWidthMmMin = 0.6;
constexpr double kInnerMmMin = 0.25;
constexpr double kOuterMmMin = 4;
constexpr double kFaceMmMax = 480;

// Three quarters of the clay an opening finger displaces goes outwards, the rest up; near the wheel head, which holds
// the clay, less goes outwards.
void open_ring(double& r_mm, double& w_mm, double open_mm, double z_mm) {
  const double share = z_mm < 25 ? 0.15 + 0.024 * z_mm : 0.75;
  const double inner = r_mm - w_mm / 2, outer = r_mm + w_mm / 2;
  const double opened = inner + open_mm;
  const double pushed = std::sqrt(outer * outer + share * (opened * opened - inner * inner));
  r_mm = (pushed + opened) / 2;
  w_mm = pushed - opened;
}

void move_ring(double& r_mm, double& w_mm, double radial_mm) {
  if (r_mm - w_mm / 2 <= kInnerSolidMm) {
    const double outer = r_mm + w_mm / 2 + radial_mm;
    r_mm = (outer + kInnerMmMin) / 2;
    w_mm = outer - kInnerMmMin;
    return;
  }
  const double strain = radial_mm / r_mm;
  double share = 0.5;
  if (strain > 0 && w_mm > 0.2 * r_mm) share += 0.5 * (w_mm < 1.2 * r_mm ? w_mm / r_mm - 0.2 : 1.0);
  r_mm += radial_mm;
  w_mm -= share * strain * w_mm;
}

// Pressed lower a wall gets thicker where it stands, a solid lump broader.
void squash_ring(double& r_mm, double& w_mm, double strain) {
  const double lower = 1 - (strain < 0.5 ? strain : 0.5);
  if (r_mm - w_mm / 2 > kInnerSolidMm) {
    w_mm /= lower;
    return;
  }
  const double outer = (r_mm + w_mm / 2) / std::sqrt(lower);
  r_mm = (outer + kInnerMmMin) / 2;
  w_mm = outer - kInnerMmMin;
}

void keep_sane(double& r_mm, double& w_mm) {
  if (!(w_mm > kWidthMmMin)) w_mm = kWidthMmMin;
  double outer = r_mm + w_mm / 2, inner = r_mm - w_mm / 2;
  if (outer >= kOuterMmMin && outer <= kFaceMmMax && inner >= kInnerMmMin) return;
  if (outer > kFaceMmMax) outer = kFaceMmMax;
  if (outer < kOuterMmMin) outer = kOuterMmMin;
  if (inner < kInnerMmMin) inner = kInnerMmMin;
  if (inner > outer - kWidthMmMin) inner = outer - kWidthMmMin;
  r_mm = (outer + inner) / 2;
  w_mm = outer - inner;
}

}  // namespace

void lay_out(const Clay& clay, Stack& stack) {
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double half = clay.w_mm[k] * 0.5;
    stack.h_mm[k] = clay.volume_mm3[k] / (kTwoPi * clay.r_mm[k] * clay.w_mm[k]);
    stack.outer_mm[k] = clay.r_mm[k] + half;
    stack.inner_mm[k] = clay.r_mm[k] - half;
  }
  double z = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    stack.z_mm[k] = z + stack.h_mm[k] * 0.5;
    z += stack.h_mm[k];
  }
  stack.top_mm = z;
}

void spread(const Clay& clay, const Stack& stack, RingField& push) {
  // Conductance between k - 1 and k over the distance of their middles. Thick rings do not act as a shell: a lump
  // dents where it is pressed. (Dead end: λ = √(r w) throughout smeared the opening finger over the whole lump.)
  // A floor or a closed lump moves only where it is pressed, and holds the wall that stands on it.
  RingField link, conducts, factor;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double r = clay.r_mm[k], w = clay.w_mm[k];
    link[k] = (r > w ? r * w - w * w : 0) + 9;
  }
  conducts[0] = link[0] / stack.z_mm[0];  // to the wheel head
  for (std::size_t k = 1; k < kRingCount; ++k) {
    const double between = stack.inner_mm[k - 1] <= kInnerSolidMm ? link[k] : 0.5 * (link[k - 1] + link[k]);
    conducts[k] = between / (stack.z_mm[k] - stack.z_mm[k - 1]);
  }
  // Both ends towards the middle at once: two short chains of divisions instead of a long one.
  constexpr std::size_t kHalf = kRingCount / 2;
  static_assert(kRingCount % 2 == 0);
  double low_push = 0, low_factor = 0, high_push = 0, high_factor = 0, above = 0;
  for (std::size_t i = 0; i < kHalf; ++i) {
    const std::size_t k = i, j = kRingCount - 1 - i;
    if (stack.inner_mm[k] <= kInnerSolidMm) {
      low_factor = 0;
      low_push = push[k];
    } else {
      const double diagonal = 1 / (stack.h_mm[k] + conducts[k] * (1 - low_factor) + conducts[k + 1]);
      low_push = (stack.h_mm[k] * push[k] + conducts[k] * low_push) * diagonal;
      low_factor = conducts[k + 1] * diagonal;
    }
    if (stack.inner_mm[j] <= kInnerSolidMm) {
      high_factor = 0;
      high_push = push[j];
    } else {
      const double diagonal = 1 / (stack.h_mm[j] + conducts[j] + above * (1 - high_factor));
      high_push = (stack.h_mm[j] * push[j] + above * high_push) * diagonal;
      high_factor = conducts[j] * diagonal;
    }
    above = conducts[j];
    push[k] = low_push;
    factor[k] = low_factor;
    push[j] = high_push;
    factor[j] = high_factor;
  }
  double low = (low_push + low_factor * high_push) / (1 - low_factor * high_factor);
  double high = high_push + high_factor * low;
  push[kHalf - 1] = low;
  push[kHalf] = high;
  for (std::size_t k = kHalf - 1, j = kHalf + 1; k-- > 0; ++j) {
    low = push[k] += factor[k] * low;
    high = push[j] += factor[j] * high;
  }
}

void settle(Clay& clay, const Stack& stack, const Motion& motion) {
  for (std::size_t k = 0; k < kRingCount; ++k) {
    double& r = clay.r_mm[k];
    double& w = clay.w_mm[k];
    const double radial = motion.radial_mm[k];
    const bool solid = r - w / 2 <= kInnerSolidMm;
    if (motion.open_mm[k] > 0) open_ring(r, w, motion.open_mm[k], stack.z_mm[k]);
    if (radial < 0 || (radial > 0 && !solid)) move_ring(r, w, radial);
    w += motion.width_mm[k];
    if (motion.squash[k] > 0) squash_ring(r, w, motion.squash[k]);
    keep_sane(r, w);
  }
}

}  // namespace sui::craft
