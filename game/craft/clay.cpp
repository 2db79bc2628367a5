#include "game/craft/clay.h"

#include "game/craft/math.h"

namespace sui::craft {
namespace {
constexpr double kTwoPi = 6.28318530717958647692;
constexpr double kPlasticLimit = 0.20, kLiquidLimit = 0.36;  // dry basis, facts A1
constexpr double kShearAtLiquidLimitKpa = 1.7;
constexpr double kLn35 = 3.55534806148941368;
}  // namespace

FloorRings floor_rings(const Clay& clay) {
  const auto solid = [&clay](std::size_t k) { return clay.r_mm[k] - clay.w_mm[k] / 2 <= kInnerSolidMm; };
  std::size_t first = 0;
  while (first < kRingCount && !solid(first)) ++first;
  if (first == kRingCount) return {0, 0};  // a wall without a floor
  std::size_t above = first;
  while (above < kRingCount && solid(above)) ++above;
  return {first, above};
}

double ring_height_mm(const Clay& clay, int ring) {
  const auto k = static_cast<std::size_t>(ring);
  return clay.volume_mm3[k] / (kTwoPi * clay.r_mm[k] * clay.w_mm[k]);
}

RingShape ring_shape(const Clay& clay, int ring) {
  double z = 0;
  for (int below = 0; below < ring; ++below) z += ring_height_mm(clay, below);
  const auto k = static_cast<std::size_t>(ring);
  return {z, z + ring_height_mm(clay, ring), clay.r_mm[k] + clay.w_mm[k] / 2, clay.r_mm[k] - clay.w_mm[k] / 2};
}

void ring_shapes(const Clay& clay, std::array<RingShape, kRingCount>& out) {
  double z = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double top = z + ring_height_mm(clay, static_cast<int>(k));
    out[k] = {z, top, clay.r_mm[k] + clay.w_mm[k] / 2, clay.r_mm[k] - clay.w_mm[k] / 2};
    z = top;
  }
}

double clay_volume_mm3(const Clay& clay) {
  double sum = 0;
  for (const double volume : clay.volume_mm3) sum += volume;
  return sum;
}

double moisture_dry_of_wet_pct(double wet_pct) {
  return wet_pct / (100 - wet_pct);
}
double moisture_wet_pct_of_dry(double dry) {
  return 100 * dry / (1 + dry);
}

double yield_stress_kpa(double moisture_dry) {
  const double liquidity = (moisture_dry - kPlasticLimit) / (kLiquidLimit - kPlasticLimit);
  return 2 * kShearAtLiquidLimitKpa * exponential(kLn35 * (1 - liquidity));
}

}  // namespace sui::craft
