#include "game/craft/difficulty.h"

#include <cmath>

#include "game/craft/shapes.h"
#include "game/craft/stack.h"

namespace sui::craft {
namespace {

constexpr double kTwoPi = 6.28318530717958647692;
constexpr double kGravityMmS2 = 9810;
constexpr double kShapingRpm = 100;   // facts A2: 60-100 while shaping …
constexpr double kRimMmS = 1000;      // … and no faster at the rim than 1 m/s
constexpr double kPullN = 10;         // a two-sided pull, facts A2: 5-15 N
constexpr double kWetFriction = 0.1;  // facts A2: wet slip 0.05-0.15, uncertain
// What an unsteady fingertip adds as bending, ∝ 1/t² (a patch load on a thin shell): fitted so that at 1.5 mm nothing
// of the strength is left, since thrown walls end at 2 mm and thinner ones are trimmed (facts A2). Uncertain.
constexpr double kUnsteadyKpaMm2 = 50;
constexpr double kSteepest = 8;
constexpr std::size_t kSlopeReach = 3;  // samples either side: finer than this is throwing lines, not form

// The wall in evenly spaced slices, wet and at full size.
struct Slices {
  std::array<double, kOutlinePoints> r_mm{}, w_mm{}, grams_above{};
  std::array<bool, kOutlinePoints> hollow{};
  double step_mm = 0, floor_mm = 0;
};

Slices slices_of(const Workpiece& workpiece, double wet_density) {
  const Clay& clay = workpiece.clay;
  Stack stack;
  lay_out(clay, stack);
  const double grown = 1 / workpiece.linear_shrink;
  Slices slices;
  slices.step_mm = stack.top_mm * grown / kOutlinePoints;
  std::size_t k = 0;
  for (std::size_t i = 0; i < kOutlinePoints; ++i) {
    const double z = outline_z(i) * stack.top_mm;
    while (k + 2 < kRingCount && stack.z_mm[k + 1] < z) ++k;
    double share = (z - stack.z_mm[k]) / (stack.z_mm[k + 1] - stack.z_mm[k]);
    share = share < 0 ? 0 : (share > 1 ? 1 : share);
    slices.r_mm[i] = grown * (clay.r_mm[k] + (clay.r_mm[k + 1] - clay.r_mm[k]) * share);
    slices.w_mm[i] = grown * (clay.w_mm[k] + (clay.w_mm[k + 1] - clay.w_mm[k]) * share);
    slices.hollow[i] = stack.inner_mm[k] > kInnerSolidMm && stack.inner_mm[k + 1] > kInnerSolidMm;
  }
  for (std::size_t i = 0; i < kOutlinePoints && !slices.hollow[i]; ++i)
    slices.floor_mm = static_cast<double>(i + 1) * slices.step_mm;
  double grams = 0;
  for (std::size_t i = kOutlinePoints; i-- > 0;) {
    const double half = 0.5 * wet_density * kTwoPi * slices.r_mm[i] * slices.w_mm[i] * slices.step_mm;
    slices.grams_above[i] = grams + half;
    grams += 2 * half;
  }
  return slices;
}

double tangent_at(const Slices& slices, std::size_t i) {
  std::size_t low = i, high = i;
  while (low > 0 && i - low < kSlopeReach && slices.hollow[low - 1]) --low;
  while (high + 1 < kOutlinePoints && high - i < kSlopeReach && slices.hollow[high + 1]) ++high;
  if (low == high) return 0;
  const double tangent = (slices.r_mm[high] - slices.r_mm[low]) / (static_cast<double>(high - low) * slices.step_mm);
  // The corner rests on the floor: within a wall's width of it the wall is no cone.
  const double over = ((static_cast<double>(i) + 0.5) * slices.step_mm - slices.floor_mm) / slices.w_mm[i];
  const double flare = tangent * (over < 1 ? over : 1);
  return flare > kSteepest ? kSteepest : (flare < -kSteepest ? -kSteepest : flare);
}

// Weight above along the wall, weight and spin around it (facts A3), the fingers' drag as shear, their unsteadiness.
double von_mises_kpa(const Slices& slices, std::size_t i, double wet_density, double omega) {
  const double r = slices.r_mm[i], w = slices.w_mm[i];
  const double weight_kpa = 0.001 * slices.grams_above[i] * kGravityMmS2 / (kTwoPi * r * w);
  if (!slices.hollow[i]) return weight_kpa;
  const double tangent = tangent_at(slices, i), cosine2 = 1 / (1 + tangent * tangent);
  const double along = -weight_kpa / cosine2;
  const double thin = w < r ? 1 - w / r : 0;  // a thick ring is no membrane
  const double round = thin * 0.001 * wet_density * r * (kGravityMmS2 * tangent + omega * omega * r);
  const double across = w * std::sqrt(cosine2);
  const double shear = 1000 * kWetFriction * kPullN / (kTwoPi * r * across);
  return std::sqrt(along * along - along * round + round * round + 3 * shear * shear) +
         kUnsteadyKpaMm2 / (across * across);
}

}  // namespace

Difficulty difficulty_of(const Workpiece& workpiece) {
  const double moisture = moisture_dry_of_wet_pct(workpiece.start.moisture_wet_16pct / 16.0);
  const double wet_density = workpiece.clay.dry_density_g_mm3 * (1 + moisture);
  const Slices slices = slices_of(workpiece, wet_density);
  double widest = 0;
  for (std::size_t i = 0; i < kOutlinePoints; ++i) {
    const double outer = slices.r_mm[i] + 0.5 * slices.w_mm[i];
    widest = outer > widest ? outer : widest;
  }
  double omega = kShapingRpm * kTwoPi / 60;
  if (omega * widest > kRimMmS) omega = kRimMmS / widest;
  Difficulty worst;
  worst.strength_kpa = yield_stress_kpa(moisture);
  for (std::size_t i = 0; i < kOutlinePoints; ++i) {
    const double stress = von_mises_kpa(slices, i, wet_density, omega);
    if (stress <= worst.stress_kpa) continue;
    worst.stress_kpa = stress;
    worst.z_mm = (static_cast<double>(i) + 0.5) * slices.step_mm * workpiece.linear_shrink;
  }
  worst.index = worst.stress_kpa / worst.strength_kpa;
  return worst;
}

}  // namespace sui::craft
