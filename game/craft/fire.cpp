#include "game/craft/fire.h"

#include <cassert>
#include <cmath>

#include "game/craft/drying.h"
#include "game/craft/fire_faults.h"
#include "game/craft/kiln_numbers.h"
#include "game/craft/math.h"

namespace sui::craft {
namespace {

constexpr double kGrainCm3PerG = 1 / kGrainDensityGCm3;
constexpr int kPlaceMask = kOpenToFlame - 1;

struct Extent {
  KilnLoad load;
  int thickest_ring = 0;
  int lowest_wall_ring = 0;
};

// How thick the clay is at ring k: the slant distance between a surface that lies `across` away horizontally and one
// that lies `up` away vertically, seen from just behind the inner face.
double depth_mm(const std::array<RingShape, kRingCount>& shapes, const Clay& clay, std::size_t k) {
  const double across_mm = clay.w_mm[k];
  const double at_mm = shapes[k].inner_mm + 0.1 * across_mm;
  for (std::size_t above = k + 1; above < kRingCount; ++above) {
    if (shapes[above].inner_mm <= at_mm) continue;
    const double up_mm = shapes[above].z_bottom_mm;
    return across_mm * up_mm / std::sqrt(across_mm * across_mm + up_mm * up_mm);
  }
  return across_mm;
}

Extent extent_of(const Clay& clay) {
  std::array<RingShape, kRingCount> shapes;
  ring_shapes(clay, shapes);
  Extent extent;
  double wall_sum_mm = 0, thickest_mm = 0;
  int walls = 0;
  extent.load.moisture_dry = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const int ring = static_cast<int>(k);
    double depth = depth_mm(shapes, clay, k);
    if (shapes[k].inner_mm > kInnerSolidMm) {
      wall_sum_mm += depth;
      ++walls;
      if (shapes[k].z_bottom_mm > depth) depth *= 0.8;  // clear of the shelf: heats and dries from both sides
    } else {
      extent.lowest_wall_ring = ring + 1 < kRingCount ? ring + 1 : ring;
    }
    if (depth > thickest_mm) thickest_mm = depth, extent.thickest_ring = ring;
    if (clay.moisture_dry[k] > extent.load.moisture_dry) extent.load.moisture_dry = clay.moisture_dry[k];
  }
  extent.load.thickest_mm = thickest_mm > 0.5 ? thickest_mm : 0.5;
  extent.load.wall_mm = walls > 0 ? wall_sum_mm / walls : extent.load.thickest_mm;
  if (extent.load.wall_mm < 0.3) extent.load.wall_mm = 0.3;
  return extent;
}

// Where on that shelf the pot stands: the kiln's own seed says.
double shelf_c(const Workpiece& workpiece, const Act& act) {
  uint64_t seed = workpiece.running_hash;
  if (act.c != 0 || act.d != 0) {
    seed = mix(mix(0, static_cast<uint64_t>(static_cast<uint32_t>(act.c))),
               static_cast<uint64_t>(static_cast<uint32_t>(act.d)));
  }
  const double unit = static_cast<double>(mix(seed, uint64_t{0x6b696c6e}) >> 11) / 9007199254740992.0;
  return (2 * unit - 1) * kPlaceSpreadC;
}

double place_c(KilnKind kind, int at) {
  if (kiln_zones(kind) > 1) return 0;
  const int place = at & kPlaceMask;  // 0 the middle, 1 the top shelf, 2 the bottom one
  const double top_c = kind == KilnKind::kGas ? kGasTopC : kElectricTopC;
  return place == 1 ? top_c : (place == 2 ? -top_c : 0);
}

// Two glazes on one pot: each melts in its own way.
bool another_inside(const Glaze& glaze) {
  return glaze.outside && glaze.inside && glaze.inner_kind != glaze.kind;
}

KilnLoad load_at(const Workpiece& workpiece, KilnKind kind, int place, const Extent& extent) {
  KilnLoad load = extent.load;
  load.place_c = place_c(kind, place);
  load.zone = kiln_zones(kind) > 1 ? place & kPlaceMask : 0;
  load.smoky = kind != KilnKind::kElectric;
  load.in_saggar = kiln_zones(kind) > 1 && (place & kOpenToFlame) == 0;
  if (workpiece.firing.done) {
    load.heat_work = workpiece.firing.heat_work;
    load.carbon = workpiece.firing.carbon_left;
    load.fe2_fraction = workpiece.firing.fe2_fraction;
    load.cristobalite = workpiece.firing.cristobalite;
  }
  if (workpiece.stage == Stage::kEnamelled) {
    load.moisture_dry = 0;
    load.enamel = true;
    return load;
  }
  load.glaze = workpiece.glaze.outside ? workpiece.glaze.outer_oxides : workpiece.glaze.inner_oxides;
  if (another_inside(workpiece.glaze)) load.inner_glaze = workpiece.glaze.inner_oxides;
  return load;
}

KilnLoad load_of(const Workpiece& workpiece, const Act& act, const Extent& extent) {
  KilnLoad load = load_at(workpiece, static_cast<KilnKind>(act.a), act.b, extent);
  load.place_c = shelf_c(workpiece, act) + load.place_c;
  return load;
}

KilnPlan plan_of(const Workpiece& workpiece, const Act& act) {
  return {static_cast<KilnKind>(act.a), workpiece.schedule, workpiece.drives, workpiece.stokes};
}

// `fired` is what this fire shrinks it by, after what earlier ones did.
void shrink_clay(double fired, Workpiece& workpiece) {
  Clay& clay = workpiece.clay;
  const double was_mm3 = clay_volume_mm3(clay);
  for (std::size_t k = 0; k < kRingCount; ++k) {
    double scale = fired;
    double drying = 1;
    if (clay.moisture_dry[k] > kShrinkageLimitDry) {
      drying = power_of((kGrainCm3PerG + kShrinkageLimitDry) / (kGrainCm3PerG + clay.moisture_dry[k]), 1.0 / 3);
    }
    scale *= drying;
    for (RingField* length :
         {&clay.r_mm, &clay.w_mm, &clay.off_x_mm, &clay.off_y_mm, &clay.oval_x_mm, &clay.oval_y_mm, &clay.sink_mm}) {
      (*length)[k] *= scale;
    }
    clay.volume_mm3[k] *= scale * scale * scale;
    clay.moisture_dry[k] = clay.skin_moisture_dry[k] = 0;
  }
  clay.pool_ml = clay.film_mm = 0;
  // Damp places shrink more: what counts is how much smaller the whole became.
  workpiece.linear_shrink *= power_of(clay_volume_mm3(clay) / was_mm3, 1.0 / 3);
}

// The melt creeps down, thick places faster: each ring hands on the share of its layer that its own thickness lets run.
// Facts D3. In strides, so that a run of several rings is a run and not a jump to the neighbour.
void run_down(const Clay& clay, double run_per_mm2, int lowest_ring, RingField& layer_mm) {
  constexpr int kStrides = 24;
  for (int stride = 0; stride < kStrides; ++stride) {
    for (int ring = lowest_ring; ring < kRingCount; ++ring) {
      const auto k = static_cast<std::size_t>(ring);
      const double run_mm = layer_mm[k] * layer_mm[k] * run_per_mm2 / kStrides;
      const double tall_mm = ring_height_mm(clay, ring) + 0.05;
      const double leaves_mm = layer_mm[k] * run_mm / (run_mm + tall_mm);
      if (ring == lowest_ring) continue;  // the foot's edge holds a bead
      const double below_tall_mm = ring_height_mm(clay, ring - 1) + 0.05;
      const double below_r_mm = clay.r_mm[k - 1] > 0.1 ? clay.r_mm[k - 1] : 0.1;
      layer_mm[k] -= leaves_mm;
      layer_mm[k - 1] += leaves_mm * clay.r_mm[k] * tall_mm / (below_r_mm * below_tall_mm);
    }
  }
}

double settled(double melt) {
  return 1 - (1 - kFiredOverRaw) * melt;
}

void melt_glaze(const Firing& firing, int lowest_wall_ring, const RingField& holds, Workpiece& workpiece) {
  Glaze& glaze = workpiece.glaze;
  const bool two = another_inside(glaze);
  const double inner_melt = two ? firing.inner_glaze.melt : firing.glaze_melt;
  const double inner_run = two ? firing.inner_glaze.run_per_mm2 : firing.run_per_mm2;
  double thickest_mm = 0;
  settle(settled(firing.glaze_melt), settled(inner_melt), firing.run_per_mm2, glaze);
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double here_mm = glaze.outer_mm[k] * holds[k];
    if (here_mm > thickest_mm) thickest_mm = here_mm;
  }
  const double foot_to_rim_mm = ring_shape(workpiece.clay, kRingCount - 1).z_top_mm;
  glaze.run_mm = thickest_mm * thickest_mm * firing.run_per_mm2;
  if (glaze.run_mm > foot_to_rim_mm) glaze.run_mm = foot_to_rim_mm;  // further down is the shelf
  run_down(workpiece.clay, firing.run_per_mm2, 0, glaze.outer_mm);
  run_down(workpiece.clay, inner_run, lowest_wall_ring, glaze.inner_mm);
}

// A flared lip droops like a beam that flows: δ = ρ g L⁴ / (2 t²) · ∫dt/η (facts C3), L measured out from where the
// wall last stood steeper than 45°.
Sag sag_flared_wall(const Firing& firing, Clay& clay) {
  double root_mm = clay.r_mm[0];
  Sag worst;
  for (int ring = 1; ring < kRingCount; ++ring) {
    const auto k = static_cast<std::size_t>(ring);
    const double out_mm = clay.r_mm[k] - clay.r_mm[k - 1];
    if (clay.r_mm[k] - 0.5 * clay.w_mm[k] < 0.5 || out_mm < ring_height_mm(clay, ring)) {
      root_mm = clay.r_mm[k];
      continue;
    }
    const double reach_m = (clay.r_mm[k] - root_mm) * 1e-3, wall_m = clay.w_mm[k] * 1e-3;
    const double fourth = reach_m * reach_m * reach_m * reach_m;
    const double droop_mm = 1000 * 2400 * 9.81 * fourth / (2 * wall_m * wall_m + 1e-9) * firing.creep_per_pa;
    const double bounded_mm = droop_mm < clay.r_mm[k] - root_mm ? droop_mm : clay.r_mm[k] - root_mm;
    clay.sink_mm[k] += bounded_mm;
    if (bounded_mm > worst.droop_mm) worst = {bounded_mm, ring};
  }
  return worst;
}

// The muffle fire over finished ware: the body no longer shrinks nor the glaze melts, only the colours do.
void fire_enamels(Workpiece& workpiece, const Act& act) {
  const Extent extent = extent_of(workpiece.clay);
  const KilnLoad load = load_of(workpiece, act, extent);
  workpiece.enamel_firing = run_plan(plan_of(workpiece, act), load);
  judge_enamels(extent.lowest_wall_ring, workpiece);
}

void fire_clay(Workpiece& workpiece, const Act& act) {
  const Extent extent = extent_of(workpiece.clay);
  const KilnLoad load = load_of(workpiece, act, extent);
  const double shrunk = workpiece.firing.done ? workpiece.firing.shrink : 1;
  workpiece.firing = run_plan(plan_of(workpiece, act), load);
  const RingField holds = glaze_holds(workpiece.surface, workpiece.clay);
  const RawCoat coat = raw_coat(workpiece.clay, workpiece.glaze, holds);
  const double scale = workpiece.firing.shrink / shrunk;
  shrink_clay(scale, workpiece);
  workpiece.clay.fired_pores = workpiece.firing.porosity;
  forget_what_fire_mends(workpiece);
  judge_body({extent.thickest_ring, extent.lowest_wall_ring}, workpiece);
  judge_sag(sag_flared_wall(workpiece.firing, workpiece.clay), workpiece);
  fire_parts(workpiece, scale, workpiece.firing.creep_per_pa, workpiece.firing.peak_minute);
  if (workpiece.glaze.laid) melt_glaze(workpiece.firing, extent.lowest_wall_ring, holds, workpiece);
  judge_glaze(coat, holds, workpiece);
}

}  // namespace

KilnLoad load_in(const Workpiece& workpiece, KilnKind kind, int place) {
  return load_at(workpiece, kind, place, extent_of(workpiece.clay));
}

void fire(Workpiece& workpiece, const Act& act) {
  assert(act.kind == ActKind::kFire);
  if (workpiece.stage == Stage::kEnamelled) {
    fire_enamels(workpiece, act);
    workpiece.stage = Stage::kFired;
  } else {
    fire_clay(workpiece, act);
    workpiece.stage = is_biscuit(workpiece) ? Stage::kBiscuit : Stage::kFired;
  }
  workpiece.schedule.clear();
  workpiece.drives.clear();
  workpiece.stokes.clear();
  ++workpiece.firings;
}

}  // namespace sui::craft
