#include "game/craft/drying.h"

#include <cmath>

#include "game/craft/drying_numbers.h"
#include "game/craft/math.h"
#include "game/craft/stack.h"
#include "game/craft/wheel.h"

namespace sui::craft {
namespace {

constexpr double kTwoPi = 6.28318530717958647692;
constexpr double kPi = kTwoPi / 2;
constexpr double kStepMinutes = 4;
constexpr int kChunkMinutes = 60;
constexpr double kBoardShare = 0.15;        // the foot dries into its board
constexpr double kInsideShare = 0.5;        // damp air stands inside a pot
constexpr double kAlongMm2PerMinute = 0.4;  // moisture diffusivity 7e-9 m²/s (facts A3: 1e-9 to 1e-8)

struct Air {
  double kg_m2_h;        // free water, still air 0.13-0.19 (facts B)
  double rim_share;      // how much more the rim gets than the foot
  double equilibrium;    // moisture it ends at
  double evening_per_h;  // damp air under a wrap carries water from wet places to dry ones
  double one_sided;      // how much more the side that faces it loses than the middle, the far side as much less
};

Air air_at(DryingPlace place) {
  switch (place) {
    case DryingPlace::kWrapped:
      return {0.02, 0.05, 0.012, 0.1, 0};
    case DryingPlace::kShelf:
      return {0.15, 0.2, 0.008, 0, 0.03};
    case DryingPlace::kSun:
      return {0.5, 3.0, 0.004, 0, kSunOneSided};
  }
  return {0.15, 0.2, 0.008, 0, 0.03};
}

// Kilograms of water a ring loses per minute at full evaporation, and its dry kilograms.
struct Exposure {
  RingField loss_kg_min, dry_kg;
};

void expose(const Workpiece& workpiece, const Air& air, Exposure& exposure) {
  const Clay& clay = workpiece.clay;
  Stack stack;
  lay_out(clay, stack);
  const double size3 = workpiece.linear_shrink * workpiece.linear_shrink * workpiece.linear_shrink;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const bool first = k == 0, last = k + 1 == kRingCount;
    const double slope =
        last || first ? 0 : (clay.r_mm[k + 1] - clay.r_mm[k - 1]) / (stack.z_mm[k + 1] - stack.z_mm[k - 1]);
    const double along = stack.h_mm[k] * std::sqrt(1 + (slope < 8 ? slope * slope : 64));
    const bool hollow = stack.inner_mm[k] > kInnerSolidMm;
    double face_mm2 = kTwoPi * stack.outer_mm[k] * along;
    if (hollow) face_mm2 += kInsideShare * kTwoPi * stack.inner_mm[k] * along;
    if (first) face_mm2 += kBoardShare * kPi * stack.outer_mm[k] * stack.outer_mm[k];
    if (!hollow && !last && stack.inner_mm[k + 1] > kInnerSolidMm)
      face_mm2 += kInsideShare * kPi * stack.inner_mm[k + 1] * stack.inner_mm[k + 1];
    if (last) face_mm2 += kTwoPi * clay.r_mm[k] * clay.w_mm[k];
    const double draught = 1 + air.rim_share * stack.z_mm[k] / stack.top_mm;
    exposure.loss_kg_min[k] = air.kg_m2_h / 60 * draught * face_mm2 * 1e-6;
    exposure.dry_kg[k] = clay.volume_mm3[k] / size3 * clay.dry_density_g_mm3 * 0.001;
  }
}

// Implicit along the wall: any step is stable. Neighbours share water across their common section.
void share_along(Clay& clay, const Stack& stack, const Exposure& exposure, double minutes) {
  RingField factor;
  double before = 0;
  RingField& water = clay.moisture_dry;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    double after = 0;
    if (k + 1 < kRingCount) {
      const double gap = stack.z_mm[k + 1] - stack.z_mm[k];
      const double out = clay.r_mm[k + 1] - clay.r_mm[k];
      const double section = kTwoPi * clay.r_mm[k] * clay.w_mm[k];
      after =
          minutes * kAlongMm2PerMinute * section * clay.dry_density_g_mm3 * 0.001 / std::sqrt(gap * gap + out * out);
    }
    const double carried = k == 0 ? 0 : before * factor[k - 1];
    const double diagonal = exposure.dry_kg[k] + before + after - carried;
    const double below = k == 0 ? 0 : water[k - 1];
    water[k] = (exposure.dry_kg[k] * water[k] + before * below) / diagonal;
    factor[k] = after / diagonal;
    before = after;
  }
  for (std::size_t k = kRingCount - 1; k-- > 0;) water[k] += factor[k] * water[k + 1];
}

void even_out(Clay& clay, double share) {
  const double mean = mean_moisture_dry(clay);
  for (double& water : clay.moisture_dry) water += share * (mean - water);
}

double size_at(double moisture) {
  return moisture > kShrinkageLimitDry ? moisture : kShrinkageLimitDry;
}

// Differential strain between the rim and the wall below it: Δw / (3 (1/ρs + w)), facts B. Water below the shrinkage
// limit no longer counts. The top sixth of the wall is the rim: a drier edge of a few millimetres only bends.
void look_for_cracks(Workpiece& workpiece, const Stack& stack) {
  const Clay& clay = workpiece.clay;
  double rim = 0, rim_weight = 0, wall = 0, wall_weight = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    if (stack.inner_mm[k] <= kInnerSolidMm) continue;
    const bool top = stack.z_mm[k] > 0.83 * stack.top_mm;
    (top ? rim : wall) += size_at(clay.moisture_dry[k]) * clay.volume_mm3[k];
    (top ? rim_weight : wall_weight) += clay.volume_mm3[k];
  }
  if (rim_weight <= 0 || wall_weight <= 0) return;
  rim /= rim_weight;
  wall /= wall_weight;
  const double strain = (wall - rim) / (3 * (1 / kGrainDensityGCm3 + wall));
  const double limit = crack_strain(wall) * (1 + kPackedRimBears * clay.packed[kRingCount - 1]);
  if (strain > limit) raise_defect(workpiece, DefectKind::kRimCrack, kRingCount - 3, strain, limit);
}

void look_at_floor(Workpiece& workpiece) {
  const Clay& clay = workpiece.clay;
  Stack stack;
  lay_out(clay, stack);
  const FloorRings bottom = floor_rings(clay);
  const std::size_t floor = bottom.above;
  if (floor == 0 || floor >= kRingCount) return;
  // Water that stood there, drunk or not, against a floor that was pressed together or was not.
  const double stood_ml = clay.pool_ml + clay.pool_soaked_ml;
  const double bears_ml = kPoolCracksMl * (1 + kPackedFloorBears * clay.packed[floor - 1]);
  if (stood_ml > bears_ml)
    raise_defect(workpiece, DefectKind::kSCrack, static_cast<int>(floor) - 1, stood_ml, bears_ml);
  double wall = 0;
  int counted = 0;
  for (std::size_t k = floor; k < kRingCount; ++k) {
    if (stack.z_mm[k] < stack.z_mm[floor] + 10 || clay.w_mm[k] > clay.r_mm[k]) continue;
    wall += clay.w_mm[k];
    ++counted;
  }
  if (counted == 0) return;
  const double thickness =
      stack.z_mm[floor - 1] + 0.5 * stack.h_mm[floor - 1] - (stack.z_mm[bottom.first] - 0.5 * stack.h_mm[bottom.first]);
  const double ratio = thickness * counted / wall;
  if (ratio > kFloorRatioMax && thickness > 14)
    raise_defect(workpiece, DefectKind::kCrackedFloor, static_cast<int>(floor) - 1, ratio, kFloorRatioMax);
}

void shrink_to(Workpiece& workpiece) {
  const double start = moisture_dry_of_wet_pct(workpiece.start.moisture_wet_16pct / 16.0);
  const double wanted = drying_shrink(start, mean_moisture_dry(workpiece.clay));
  if (wanted >= workpiece.linear_shrink) return;
  const double scale = wanted / workpiece.linear_shrink;
  Clay& clay = workpiece.clay;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    clay.r_mm[k] *= scale;
    clay.w_mm[k] *= scale;
    clay.volume_mm3[k] *= scale * scale * scale;
    clay.off_x_mm[k] *= scale;
    clay.off_y_mm[k] *= scale;
    clay.oval_x_mm[k] *= scale;
    clay.oval_y_mm[k] *= scale;
    clay.sink_mm[k] *= scale;
  }
  workpiece.linear_shrink = wanted;
}

}  // namespace

double drying_shrink(double start_dry, double moisture_dry) {
  const double now = size_at(moisture_dry);
  const double was = size_at(start_dry);
  if (now >= was) return 1;
  return power_of((1 / kGrainDensityGCm3 + now) / (1 / kGrainDensityGCm3 + was), 1.0 / 3);
}

double mean_moisture_dry(const Clay& clay) {
  double water = 0, volume = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    water += clay.moisture_dry[k] * clay.volume_mm3[k];
    volume += clay.volume_mm3[k];
  }
  return water / volume;
}

double crack_strain(double moisture_dry) {
  if (moisture_dry >= 0.24) return 0.06;
  if (moisture_dry >= 0.19) return 0.0135 + (moisture_dry - 0.19) / 0.05 * 0.0465;
  if (moisture_dry >= kShrinkageLimitDry) return 0.004 + (moisture_dry - kShrinkageLimitDry) / 0.025 * 0.0095;
  return 0.004;
}

namespace {

// One side faces the sun: it dries, and shrinks, ahead of the other. While clay is soft a pot bent so stays bent: the
// wall leans to the side that dried first by ε h² / 2d, and its mouth goes oval.
void bend(Workpiece& workpiece, const Stack& stack, double one_sided, double lost_dry, double minutes) {
  Clay& clay = workpiece.clay;
  const double mean = mean_moisture_dry(clay);
  clay.lopsided_dry += one_sided * lost_dry;
  clay.lopsided_dry -= clay.lopsided_dry * minutes / (60 * kSidesEvenHours);
  // Past the shrinkage limit on both sides water no longer matters.
  double wet = size_at(mean + clay.lopsided_dry) - size_at(mean - clay.lopsided_dry);
  const double strain = wet / (3 * (1 / kGrainDensityGCm3 + mean));
  const double kept = strain - kBendElasticStrain;
  if (kept <= clay.bent_strain) return;
  const double more = kept - clay.bent_strain;
  clay.bent_strain = kept;
  double worst = 0;
  std::size_t where = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double z = stack.z_mm[k];
    clay.off_x_mm[k] += more * z * z / (4 * clay.r_mm[k]);
    if (stack.inner_mm[k] > kInnerSolidMm) clay.oval_x_mm[k] += 0.5 * more * clay.r_mm[k] * z / stack.top_mm;
    const double leant = clay.bent_strain * z * z / (4 * clay.r_mm[k]);
    if (leant <= worst) continue;
    worst = leant;
    where = k;
  }
  const double limit = kCrookedShare * stack.top_mm;
  if (worst > limit) raise_defect(workpiece, DefectKind::kDriedCrooked, static_cast<int>(where), worst, limit);
}

// Up to an hour: shape and exposure are taken as they stand at its start.
void dry_some(Workpiece& workpiece, const Air& air, double minutes) {
  Clay& clay = workpiece.clay;
  Exposure exposure;
  expose(workpiece, air, exposure);
  Stack stack;
  lay_out(clay, stack);
  while (minutes > 0) {
    const double step = minutes < kStepMinutes ? minutes : kStepMinutes;
    minutes -= step;
    const double was = mean_moisture_dry(clay);
    for (std::size_t k = 0; k < kRingCount; ++k) {
      double& water = clay.moisture_dry[k];
      const double above = water - air.equilibrium;
      if (above <= 0) continue;
      // Free water leaves at full rate; below the shrinkage limit the surface is dry and the rate falls away.
      const double free = above < kShrinkageLimitDry ? above / kShrinkageLimitDry : 1;
      const double loss = exposure.loss_kg_min[k] * step * free / exposure.dry_kg[k];
      water -= loss < 0.5 * above ? loss : 0.5 * above;
    }
    share_along(clay, stack, exposure, step);
    dry_parts(workpiece, air.kg_m2_h, air.equilibrium, step);
    if (air.evening_per_h > 0) even_out(clay, air.evening_per_h * step / 60);
    look_for_cracks(workpiece, stack);
    bend(workpiece, stack, air.one_sided, was - mean_moisture_dry(clay), step);
  }
  shrink_to(workpiece);
}

}  // namespace

void dry(Workpiece& workpiece, DryingPlace place, int minutes) {
  Clay& clay = workpiece.clay;
  // What stands inside soaks into the floor or dries with it; that it stood there is what the floor remembers.
  look_at_floor(workpiece);
  const Air air = air_at(place);
  for (int done = 0; done < minutes; done += kChunkMinutes)
    dry_some(workpiece, air, minutes - done < kChunkMinutes ? minutes - done : kChunkMinutes);
  for (std::size_t k = 0; k < kRingCount; ++k)
    clay.skin_moisture_dry[k] = clay.inner_moisture_dry[k] = clay.moisture_dry[k];
  clay.film_mm = 0;
  clay.pool_ml = 0;
  clay.pool_soaked_ml = 0;
  refresh_yield(clay, 0, 1);
  workpiece.dried_minutes += minutes;
  const double wet_pct = moisture_wet_pct_of_dry(mean_moisture_dry(clay));
  if (wet_pct <= kBoneDryWetPct) {
    workpiece.stage = Stage::kBoneDry;
  } else if (wet_pct <= kLeatherHardWetPct) {
    workpiece.stage = Stage::kLeatherHard;
  }
}

}  // namespace sui::craft
