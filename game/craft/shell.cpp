#include "game/craft/shell.h"

#include <cmath>

#include "game/craft/math.h"
#include "game/craft/throwing_numbers.h"
#include "game/craft/wheel.h"

namespace sui::craft {
namespace {

constexpr double kTwoPi = 6.28318530717958647692;
constexpr double kPi = kTwoPi / 2;
constexpr double kGravityMmS2 = 9810;
constexpr double kRateMax = 1.5;       // 1/s; a faster collapse is shown by collapse(), not by flow
constexpr double kHoopCreepMax = 0.2;  // strain from weight and spin alone before a wall lets go
constexpr double kSquatShown = 0.1;    // axial strain that counts as squatted
constexpr double kSquatCreepMax = 0.9;
constexpr double kWhirlMax = 0.45;  // of the radius, off the foot's centre: past it nobody saves the pot
constexpr double kSlopeMax = 8;
constexpr double kFlatFrom = 1.7;   // tan 60°: from here on a wall is partly a shelf, one more and it is wholly one
constexpr double kBulgeMax = 0.03;  // 1/mm; sharper than this a wall bends as a plate and is not a membrane
constexpr double kModulusPerStrength = 87;  // E = 2 MPa where σy = 23 kPa (facts A1)
// Rings either side for slope and curvature.
constexpr auto kReachMin = static_cast<std::size_t>(3 * kRingScale),
               kReachMax = static_cast<std::size_t>(24 * kRingScale);

struct Load {  // what stands above the middle of a ring
  double grams = 0;
  double off_x = 0, off_y = 0;    // g mm
  double off_zx = 0, off_zy = 0;  // g mm²
  double out = 0;                 // g mm: grams times their distance from the axis
};

struct Slope {
  double tangent, cosine;
};

using Slopes = std::array<Slope, kRingCount>;

// Rings either side of k that still belong to the same wall: a floor or a lump is no shell, and slope means nothing
// over less than the wall's own thickness. (Dead end: three rings either side read a thick wall's corner as a cone.)
struct Span {
  std::size_t low, high;
};

Span span_of(const Clay& clay, const Stack& stack, std::size_t k) {
  // The wall's own thickness is across it: a flat rim's horizontal width is far more. Where it turns flat the bend is
  // sharp, and must not be smeared over the shelf beyond it.
  const std::size_t below = k < 2 * kReachMin ? 0 : k - 2 * kReachMin;
  const std::size_t above = k + 2 * kReachMin < kRingCount ? k + 2 * kReachMin : kRingCount - 1;
  const double lean = (clay.r_mm[above] - clay.r_mm[below]) / (stack.z_mm[above] - stack.z_mm[below]);
  const double flat = 1 + lean * lean;
  const double rings = 0.5 * clay.w_mm[k] / (stack.h_mm[k] * flat * (flat < 4 ? flat : 4));
  const std::size_t reach =
      rings < kReachMin ? kReachMin : (rings > kReachMax ? kReachMax : static_cast<std::size_t>(rings));
  Span span{k < reach ? 0 : k - reach, k + reach < kRingCount ? k + reach : kRingCount - 1};
  while (span.low < k && clay.w_mm[span.low] > clay.r_mm[span.low]) ++span.low;
  while (span.high > k && clay.w_mm[span.high] > clay.r_mm[span.high]) --span.high;
  if (span.low == span.high) span.low == 0 ? ++span.high : --span.low;
  return span;
}

void slopes_of(const Clay& clay, const Stack& stack, Slopes& slopes) {
  double floor_mm = 0;
  for (std::size_t k = 0; k < kRingCount && stack.inner_mm[k] <= kInnerSolidMm; ++k)
    floor_mm = stack.z_mm[k] + 0.5 * stack.h_mm[k];
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const double thin = 2 * (1 - clay.w_mm[k] / clay.r_mm[k]);
    if (thin <= 0) {
      slopes[k] = {0, 1};
      continue;
    }
    const Span span = span_of(clay, stack, k);
    double tangent = (clay.r_mm[span.high] - clay.r_mm[span.low]) / (stack.z_mm[span.high] - stack.z_mm[span.low]);
    tangent *= thin < 1 ? thin : 1;
    // The corner rests on the floor: within a wall's width of it the wall is no cone.
    const double over = (stack.z_mm[k] - floor_mm) / clay.w_mm[k];
    tangent *= over < 1 ? over : 1;
    if (tangent > kSlopeMax) tangent = kSlopeMax;
    if (tangent < -kSlopeMax) tangent = -kSlopeMax;
    slopes[k] = {tangent, 1 / std::sqrt(1 + tangent * tangent)};
  }
}

// Meridian curvature, positive where the wall bulges outwards.
double bulge_of(const Clay& clay, const Stack& stack, const Slopes& slopes, std::size_t k) {
  const auto [low, high] = span_of(clay, stack, k);
  const Slope& a = slopes[low];
  const Slope& b = slopes[high];
  const double turn = (a.tangent - b.tangent) * a.cosine * b.cosine;  // sin of the angle between
  const double length = (stack.z_mm[high] - stack.z_mm[low]) / slopes[k].cosine;
  const double bulge = turn / length;
  return bulge > kBulgeMax ? kBulgeMax : (bulge < -kBulgeMax ? -kBulgeMax : bulge);
}

void fall(Workpiece& workpiece, std::size_t ring, double value, double limit) {
  if (workpiece.fallen) return;
  // The hinge: as far down as the wall was giving way with the ring that let go.
  std::size_t hinge = ring;
  const Clay& clay = workpiece.clay;
  while (hinge > 0 && clay.hoop_creep[hinge - 1] > 0.5 * clay.hoop_creep[ring] && clay.hoop_creep[ring] > 0) --hinge;
  workpiece.fallen = true;
  workpiece.fallen_ring = static_cast<int32_t>(hinge);
  raise_defect(workpiece, DefectKind::kFlopped, static_cast<int>(ring), value, limit);
}

// Cube of the height that buckles under its own weight (Greenhill): H³ ρ g A = 7.84 E I, with I/A = (a² + b²)/4.
double buckling_mm3(double density, double strength, double outer_mm, double inner_mm) {
  const double hold = 7.84 * kModulusPerStrength * 1000 * strength * (outer_mm * outer_mm + inner_mm * inner_mm) / 4;
  return hold / (density * kGravityMmS2);
}

struct Stress {
  double along, bend, hoop;  // kPa; crushing, leaning, outwards
  double lean_x, lean_y;     // direction of the lean
};

// What weight asks of a wall that leans out, kPa: ρ g r tan α round the hoop (facts A3). A rim that lies nearly flat
// needs no more than to be stiff enough as a shelf, 4 M / t² = 2 ρ g ℓ² / t for an overhang ℓ: it fails where both
// would. (Dead end: the hoop alone let every flat rim fall, however short.)
double sag_kpa(const Clay& clay, const Slope& slope, const Load& load, std::size_t k, double density) {
  const double hoop = 0.001 * density * clay.r_mm[k] * kGravityMmS2 * slope.tangent;
  const double steep = std::fabs(slope.tangent) - kFlatFrom;
  if (steep <= 0) return hoop;
  const double arm = load.out - load.grams * clay.r_mm[k];  // g mm
  const double thick = clay.w_mm[k] * slope.cosine;
  double shelf = 4 * 0.001 * kGravityMmS2 * std::fabs(arm) / (kTwoPi * clay.r_mm[k] * thick * thick);
  if (shelf > std::fabs(hoop)) return hoop;
  if (hoop < 0) shelf = -shelf;
  return steep < 1 ? hoop + steep * (shelf - hoop) : shelf;
}

Stress stress_of(const Workpiece& workpiece, const Stack& stack, const Slopes& slopes, const Load& load, std::size_t k,
                 double density, double omega2) {
  const Clay& clay = workpiece.clay;
  const double r = clay.r_mm[k], w = clay.w_mm[k];
  // Flatter than 60° a wall carries its weight by bending, not along itself.
  const double cosine = slopes[k].cosine > 0.5 ? slopes[k].cosine : 0.5;
  Stress stress{};
  const double weight_kpa = load.grams * kGravityMmS2 * 0.001;  // over an area in mm²
  stress.along = weight_kpa / (kTwoPi * r * w * cosine * cosine);
  const double moment_x =
      omega2 * (load.off_zx - stack.z_mm[k] * load.off_x) + kGravityMmS2 * (load.off_x - load.grams * clay.off_x_mm[k]);
  const double moment_y =
      omega2 * (load.off_zy - stack.z_mm[k] * load.off_y) + kGravityMmS2 * (load.off_y - load.grams * clay.off_y_mm[k]);
  const double moment = std::sqrt(moment_x * moment_x + moment_y * moment_y);
  stress.bend = 0.001 * moment / (kPi * r * r * w);
  if (moment > 0) {
    stress.lean_x = moment_x / moment;
    stress.lean_y = moment_y / moment;
  }
  if (w < r) {
    const double thin = 1 - w / r;
    stress.hoop = sag_kpa(clay, slopes[k], load, k, density) + 0.001 * density * omega2 * r * r +
                  thin * weight_kpa * bulge_of(clay, stack, slopes, k) / (kTwoPi * w * cosine * cosine * cosine);
  }
  return stress;
}

void give_way(Workpiece& workpiece, const Stress& stress, double strength, std::size_t k, Motion& motion,
              double& lean) {
  constexpr double kDt = kWeighTicks * kTickS;
  Clay& clay = workpiece.clay;
  const double crush = stress.along + stress.bend;
  if (crush > strength) {
    const double strain = flow_rate(crush / strength, kRateMax) * kDt;
    const double squat = strain * stress.along / crush;
    motion.width_mm[k] += 0.5 * squat * clay.w_mm[k];
    motion.radial_mm[k] += 0.5 * squat * clay.r_mm[k];
    clay.axial_creep[k] += squat;
    lean = strain * stress.bend / crush;
    motion.any = true;
    if (clay.axial_creep[k] > kSquatShown)
      raise_defect(workpiece, DefectKind::kSquatted, static_cast<int>(k), stress.along, strength);
    if (clay.axial_creep[k] > kSquatCreepMax) fall(workpiece, k, crush, strength);
  }
  const double used = stress.along / strength;
  const double left = used * used < 0.95 ? std::sqrt(1 - used * used) : 0.22;
  const double ratio = std::fabs(stress.hoop) / (strength * left);
  if (ratio > 1) {
    const double strain = flow_rate(ratio, kRateMax) * kDt;
    motion.radial_mm[k] += (stress.hoop > 0 ? strain : -strain) * clay.r_mm[k];
    // Pressed from above and stretched round, Tresca's clay keeps its thickness: the wall bulges and gets lower.
    const double kept = used < 0.25 ? 4 * used : 1;
    motion.width_mm[k] += 0.5 * kept * (stress.hoop > 0 ? strain : -strain) * clay.w_mm[k];
    clay.hoop_creep[k] += strain;
    motion.any = true;
    // A rim lets go; a wall under load bulges and settles first.
    const double limit = kHoopCreepMax + 1.6 * (used < 0.5 ? used : 0.5);
    if (clay.hoop_creep[k] > limit) fall(workpiece, k, std::fabs(stress.hoop), strength * left);
  }
}

// What is off-centre pulls the whole pot sideways with m e ω²; the foot's slip holds a share of its strength. Past that
// the pot slides, is further out, and is pulled the more: it spins off.
void slide(Workpiece& workpiece, const Load& load, double omega2) {
  Clay& clay = workpiece.clay;
  const double pull_mn = 0.001 * omega2 * std::sqrt(load.off_x * load.off_x + load.off_y * load.off_y);
  const double foot = clay.r_mm[0] + 0.5 * clay.w_mm[0];
  const double held_mn = kFootGrip * 0.5 * clay.yield_kpa[0] * kPi * foot * foot;
  if (pull_mn <= held_mn) return;
  const double over = pull_mn / held_mn - 1;
  const double step = kSlideMmPerS * (over < 1 ? over : 1) * kWeighTicks * kTickS / (pull_mn / (0.001 * omega2));
  for (std::size_t k = 0; k < kRingCount; ++k) {
    clay.off_x_mm[k] += step * load.off_x;
    clay.off_y_mm[k] += step * load.off_y;
  }
  const double x = clay.off_x_mm[0], y = clay.off_y_mm[0];
  if (x * x + y * y < 0.06 * foot * foot) return;
  raise_defect(workpiece, DefectKind::kSpunOff, 0, 0.001 * pull_mn, 0.001 * held_mn);
  workpiece.fallen = true;
  workpiece.fallen_ring = 0;
}

}  // namespace

double flare_stress_kpa(double density_g_mm3, double r_mm, double tangent, double rpm) {
  const double omega = rpm * kTwoPi / 60;
  return 0.001 * density_g_mm3 * r_mm * (kGravityMmS2 * tangent + omega * omega * r_mm);
}

void weigh(Workpiece& workpiece, const Stack& stack, Motion& all) {
  Motion motion;
  Clay& clay = workpiece.clay;
  const double omega = workpiece.wheel_rpm * kTwoPi / 60;
  const double kindness = 1 + 0.006 * workpiece.start.assist;
  Slopes slopes;
  slopes_of(clay, stack, slopes);
  Load load;
  RingField lean_x{}, lean_y{};
  bool leans = false;
  for (std::size_t k = kRingCount; k-- > 0;) {
    const double density = clay.dry_density_g_mm3 * (1 + clay.moisture_dry[k]);
    const double half = 0.5 * density * clay.volume_mm3[k];
    const auto add = [&] {
      load.grams += half;
      load.out += half * clay.r_mm[k];
      load.off_x += half * clay.off_x_mm[k];
      load.off_y += half * clay.off_y_mm[k];
      load.off_zx += half * clay.off_x_mm[k] * stack.z_mm[k];
      load.off_zy += half * clay.off_y_mm[k] * stack.z_mm[k];
    };
    add();
    const double strength = clay.yield_kpa[k] * kindness;
    const Stress stress = stress_of(workpiece, stack, slopes, load, k, density, omega * omega);
    double lean = 0;
    give_way(workpiece, stress, strength, k, motion, lean);
    if (lean > 0) {
      leans = true;
      lean_x[k] = lean * stack.h_mm[k] / clay.r_mm[k] * stress.lean_x;
      lean_y[k] = lean * stack.h_mm[k] / clay.r_mm[k] * stress.lean_y;
    }
    const double above = stack.top_mm - stack.z_mm[k];
    const double buckling = buckling_mm3(density, strength, stack.outer_mm[k], stack.inner_mm[k]);
    if (above * above * above > buckling) fall(workpiece, k, above, power_of(buckling, 1.0 / 3));
    add();
  }
  if (motion.any) {
    spread(clay, stack, motion.radial_mm);
    for (std::size_t k = 0; k < kRingCount; ++k) {
      all.radial_mm[k] += motion.radial_mm[k];
      all.width_mm[k] += motion.width_mm[k];
    }
    all.any = true;
  }
  slide(workpiece, load, omega * omega);
  double slant_x = 0, slant_y = 0, shift_x = 0, shift_y = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    if (leans) {
      slant_x += lean_x[k];
      slant_y += lean_y[k];
      shift_x += slant_x * stack.h_mm[k];
      shift_y += slant_y * stack.h_mm[k];
      clay.off_x_mm[k] += shift_x;
      clay.off_y_mm[k] += shift_y;
    }
    if (stack.inner_mm[k] <= kInnerSolidMm) continue;  // a dented lump is only dented
    const double x = clay.off_x_mm[k] - clay.off_x_mm[0], y = clay.off_y_mm[k] - clay.off_y_mm[0];
    const double limit = kWhirlMax * clay.r_mm[k];
    if (x * x + y * y > limit * limit) fall(workpiece, k, std::sqrt(x * x + y * y), limit);
  }
}

void collapse(Workpiece& workpiece, const Stack& stack) {
  if (workpiece.fallen_ticks >= kCollapseTicks) return;
  const auto bow = [](double t) { return t * t * (3 - 2 * t); };
  const double before = bow(workpiece.fallen_ticks / kCollapseTicks);
  workpiece.fallen_ticks += 1;
  const double step = bow(workpiece.fallen_ticks / kCollapseTicks) - before;
  Clay& clay = workpiece.clay;
  const auto hinge = static_cast<std::size_t>(workpiece.fallen_ring);
  for (std::size_t k = hinge; k < kRingCount; ++k) {
    const double out = clay.r_mm[k] - clay.r_mm[hinge], up = stack.z_mm[k] - stack.z_mm[hinge];
    const double arm = std::sqrt(out * out + up * up);
    const double room = stack.z_mm[k] - 0.5 * clay.w_mm[k];
    double sink = clay.sink_mm[k] + 0.9 * arm * step;
    if (sink > room) sink = room;
    if (sink > clay.sink_mm[k]) clay.sink_mm[k] = sink;
    clay.off_x_mm[k] -= 0.3 * arm * step;
    clay.r_mm[k] += 0.1 * arm * step;
    clay.w_mm[k] *= 1 + 0.5 * step;
    if (clay.w_mm[k] > 2 * clay.r_mm[k] - 0.5) clay.w_mm[k] = 2 * clay.r_mm[k] - 0.5;
  }
}

}  // namespace sui::craft
