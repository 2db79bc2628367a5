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
  RingField link, factor;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double r = clay.r_mm[k], w = clay.w_mm[k];
    link[k] = (r > w ? r * w - w * w : 0) + 9;
  }
  double before = link[0] / stack.z_mm[0];  // to the wheel head
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const bool last = k + 1 == kRingCount;
    const bool above_solid = !last && stack.inner_mm[k] <= kInnerSolidMm;
    const double after =
        last ? 0 : (above_solid ? link[k + 1] : 0.5 * (link[k] + link[k + 1])) / (stack.z_mm[k + 1] - stack.z_mm[k]);
    if (stack.inner_mm[k] <= kInnerSolidMm) {
      factor[k] = 0;
    } else {
      const double carried = k == 0 ? 0 : before * factor[k - 1];
      const double below = k == 0 ? 0 : push[k - 1];
      const double diagonal = 1 / (stack.h_mm[k] + before + after - carried);
      push[k] = (stack.h_mm[k] * push[k] + before * below) * diagonal;
      factor[k] = after * diagonal;
    }
    before = after;
  }
  for (std::size_t k = kRingCount - 1; k-- > 0;) push[k] += factor[k] * push[k + 1];
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
