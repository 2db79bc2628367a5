#include "game/craft/wheel.h"

#include <cmath>

#include "game/craft/hands.h"
#include "game/craft/math.h"
#include "game/craft/shell.h"
#include "game/craft/stack.h"
#include "game/craft/throwing_numbers.h"
#include "game/craft/throwing_tools.h"

namespace sui::craft {
namespace {

constexpr double kPi = 3.14159265358979323846;
constexpr double kTwoPi = 2 * kPi;
constexpr double kDomeHeightPerRadius = 1.3;
constexpr double kMopMlPerS = 0.3;
constexpr int kSoakTicks = 12;
constexpr int kYieldStride = 16;

// A motor with a governor: full torque while far behind, less as it comes near. What the hands' friction takes slows
// it.
void turn_wheel(Workpiece& workpiece) {
  constexpr double kRpmPerSPerNm = 60 / kTwoPi / kWheelInertiaKgM2;
  const double wanted = workpiece.wheel_rpm_target - workpiece.wheel_rpm;
  double drive = wanted / kWheelShortRpmFullTorque;
  drive = drive > 1 ? 1 : (drive < -1 ? -1 : drive);
  const double load_nm = 1e-6 * (workpiece.outer.moment_mn_mm + workpiece.inner.moment_mn_mm);
  double rpm = workpiece.wheel_rpm + (drive * kWheelTorqueNm - load_nm) * kRpmPerSPerNm * kTickS;
  if (load_nm == 0 && std::fabs(wanted) < 0.05) rpm = workpiece.wheel_rpm_target;
  workpiece.wheel_rpm = rpm > 0 ? rpm : 0;
  workpiece.wheel_turn += workpiece.wheel_rpm / 60 * kTickS;
}

// Height of the dome's cut at which `share` of its volume lies below: z - z⁴/4 = 0.75 share, by Newton.
double dome_height(double share) {
  double z = 0.75 * share;
  for (int i = 0; i < 60; ++i) {
    const double slope = 1 - z * z * z;
    if (slope < 1e-6) break;
    const double next = z - (z - z * z * z * z / 4 - 0.75 * share) / slope;
    z = next < 0 ? 0 : (next > 1 ? 0.5 * (z + 1) : next);
  }
  return z;
}

constexpr double kSoakS = kSoakTicks * kTickS;

struct Skin {
  double gain, air;
};

// Water between one skin and the core it lies on.
void soak_skin(double& skin, double& core, const Skin& water, double depth) {
  const double flow = 0.01 * kSoakS * (skin - core);
  skin += water.gain - water.air - flow;
  core += flow * depth;
  if (skin > kMoistureMax) skin = kMoistureMax;
  if (skin < 0.1) skin = 0.1;
}

// The floor drinks what stands on it; its top millimetres soften first.
void drink_pool(Clay& clay, const std::array<bool, kRingCount>& hollow) {
  std::size_t above = 0;
  while (above < kRingCount && !hollow[above]) ++above;
  if (clay.pool_ml <= 0 || above == 0 || above >= kRingCount) return;
  const double inner = clay.r_mm[above] - clay.w_mm[above] / 2;
  double taken = kPi * inner * inner * kPoolSoakMmPerS * kSoakS * 0.001;
  if (taken > clay.pool_ml) taken = clay.pool_ml;
  clay.pool_ml -= taken;
  clay.pool_soaked_ml += taken;
  double depth = 0, volume = 0;
  std::size_t low = above;
  while (low > 0 && depth < kPoolSoakDepthMm) {
    --low;
    depth += ring_height_mm(clay, static_cast<int>(low));
    volume += clay.volume_mm3[low];
  }
  const double gain = taken / (volume * clay.dry_density_g_mm3);
  for (std::size_t k = low; k < above; ++k) {
    clay.moisture_dry[k] += gain;
    if (clay.moisture_dry[k] > kMoistureMax) clay.moisture_dry[k] = kMoistureMax;
  }
}

// Water goes from film to skin to core, and from the skin into the air the wheel stirs (facts A2, A3); inside a pot the
// air stands damp. Overworked clay rests, and a pass of collaring fades.
void soak(Workpiece& workpiece) {
  Clay& clay = workpiece.clay;
  const double rpm = workpiece.wheel_rpm;
  const double taken = clay.film_mm * kSoakS / 20;
  clay.film_mm -= taken;
  clay.film_mm -= clay.film_mm * kSoakS * rpm / 60 / 120;  // flung off
  // A quarter of it sinks in, the rest is wiped away as slip.
  const Skin outside{0.25 * taken * 2.2, kSoakS * (0.9e-4 + 3e-7 * rpm)};
  const Skin inside{outside.gain, 0.5 * outside.air};
  const double rested = 1 - kSoakS / (60 * kRestedMinutes);
  const bool collaring = workpiece.outer.pressure_kpa > 0;
  const double faded = (collaring ? kFoldFadePerTurn : kFoldFadePerTurnFree) * rpm / 60 * kSoakS *
                       (1 + kFoldHelp * workpiece.start.assist);
  std::array<bool, kRingCount> hollow;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    hollow[k] = clay.r_mm[k] - clay.w_mm[k] / 2 > kInnerSolidMm;
    const double depth = kSkinMm / (clay.w_mm[k] > 2 * kSkinMm ? clay.w_mm[k] : 2 * kSkinMm);
    soak_skin(clay.skin_moisture_dry[k], clay.moisture_dry[k], outside, hollow[k] ? depth : 2 * depth);
    if (hollow[k]) {
      soak_skin(clay.inner_moisture_dry[k], clay.moisture_dry[k], inside, depth);
    } else {
      clay.inner_moisture_dry[k] = clay.moisture_dry[k];
    }
    clay.worked[k] *= rested;
    clay.squeezed[k] = clay.squeezed[k] > faded ? clay.squeezed[k] - faded : 0;
  }
  drink_pool(clay, hollow);
}

}  // namespace

void aim_hand(Hand& hand, double r_mm, double z_mm) {
  hand.target_r_mm = r_mm;
  hand.target_z_mm = z_mm;
  if (!hand.down) {
    hand.down = true;
    hand.r_mm = r_mm;
    hand.z_mm = z_mm;
    hand.reach_ticks_left = 0;
    return;
  }
  hand.reach_ticks_left = kHandReachTicks;
}

void move_hand(Hand& hand) {
  if (!hand.down || hand.reach_ticks_left <= 0) return;
  const double share = 1.0 / hand.reach_ticks_left;
  hand.r_mm += (hand.target_r_mm - hand.r_mm) * share;
  hand.z_mm += (hand.target_z_mm - hand.z_mm) * share;
  --hand.reach_ticks_left;
}

void let_go(Hand& hand) {
  hand.pressure_kpa = hand.drag = hand.force_mn = hand.moment_mn_mm = 0;
}

double ring_shares(RingField& share, std::size_t first) {
  double sum = 0;
  for (std::size_t k = first; k < kRingCount; ++k) {
    const double from_top = static_cast<double>(kRingCount - k) / kRingScale;
    share[k] = from_top < 7 ? 0.3 + 0.1 * from_top : 1;
    sum += share[k];
  }
  return sum;
}

void lift_hand(Hand& hand) {
  Hand lifted;
  lifted.tool = hand.tool;
  lifted.presses_down = hand.presses_down;
  lifted.held_ml = hand.held_ml;
  hand = lifted;
}

void put_water(Workpiece& workpiece, double ml) {
  Clay& clay = workpiece.clay;
  double area_mm2 = 0;
  bool open = false;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    const bool hollow = clay.r_mm[k] - clay.w_mm[k] / 2 > kInnerSolidMm;
    open = open || hollow;
    area_mm2 +=
        kTwoPi * (clay.r_mm[k] + clay.w_mm[k] / 2) * ring_height_mm(clay, static_cast<int>(k)) * (hollow ? 2 : 1);
  }
  const double pooled = open ? 0.2 * ml : 0;
  clay.pool_ml += pooled;
  clay.film_mm += (ml - pooled) * 1000 / area_mm2;
  if (clay.film_mm > 0.3) clay.film_mm = 0.3;  // more runs off
}

void refresh_yield(Clay& clay, int first, int stride) {
  for (int ring = first; ring < kRingCount; ring += stride) {
    const auto k = static_cast<std::size_t>(ring);
    const double w = clay.w_mm[k] > 2 * kSkinMm ? clay.w_mm[k] : 2 * kSkinMm;
    const double skin_share = kSkinMm / w;
    const double layers =
        (1 - 2 * skin_share) * yield_stress_kpa(clay.moisture_dry[k]) +
        skin_share * (yield_stress_kpa(clay.skin_moisture_dry[k]) + yield_stress_kpa(clay.inner_moisture_dry[k]));
    clay.yield_kpa[k] = layers * (1 - kWorkedLoss * clay.worked[k]);
  }
}

void raise_defect(Workpiece& workpiece, DefectKind kind, int ring, double value, double limit) {
  for (const Defect& known : workpiece.defects)
    if (known.kind == kind) return;
  if (workpiece.defects.size() >= kDefectsMax) return;
  workpiece.defects.push_back({kind, workpiece.tick, ring, value, limit});
}

Clay fresh_lump(const ClayStart& start) {
  Clay clay;
  const double moisture = moisture_dry_of_wet_pct(start.moisture_wet_16pct / 16.0);
  clay.dry_density_g_mm3 = 0.001 / (1 / kGrainDensityGCm3 + moisture);
  const double volume = start.mass_g / (clay.dry_density_g_mm3 * (1 + moisture));
  const double radius = power_of(volume / (0.75 * kPi * kDomeHeightPerRadius), 1.0 / 3);
  const double height = kDomeHeightPerRadius * radius;
  RingField share{};
  const double sum = ring_shares(share, 0);
  const uint64_t hash =
      mix(mix(uint64_t{0x5057}, static_cast<uint64_t>(start.mass_g)), static_cast<uint64_t>(start.moisture_wet_16pct));
  const double angle = kTwoPi * static_cast<double>(hash % 1024) / 1024;
  const double off = (2.2 + 1.6 * static_cast<double>((hash >> 16) % 256) / 256) * (1 - 0.0085 * start.assist);
  double below = 0, z = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    below += share[k];
    const double top = k + 1 == kRingCount ? height : height * dome_height(below / sum);
    const double inner = 0.25;
    clay.volume_mm3[k] = volume * share[k] / sum;
    const double outer = std::sqrt(clay.volume_mm3[k] / (kPi * (top - z)) + inner * inner);
    clay.r_mm[k] = (outer + inner) / 2;
    clay.w_mm[k] = outer - inner;
    const double lean = off * (0.5 + 0.5 * z / height);
    clay.off_x_mm[k] = lean * cosine(angle);
    clay.off_y_mm[k] = lean * sine(angle);
    clay.oval_x_mm[k] = 0.2 * lean * cosine(3 * angle);
    clay.oval_y_mm[k] = 0.2 * lean * sine(3 * angle);
    clay.moisture_dry[k] = clay.skin_moisture_dry[k] = clay.inner_moisture_dry[k] = moisture;
    z = top;
  }
  clay.film_mm = 0.02;
  clay.uneven_mm = 0.4 * off;
  refresh_yield(clay, 0, 1);
  return clay;
}

void throw_tick(Workpiece& workpiece) {
  Clay& clay = workpiece.clay;
  if (workpiece.inner.down && clay.pool_ml > 0) {  // the hand inside carries standing water out
    clay.pool_ml -= kMopMlPerS * kTickS;
    if (clay.pool_ml < 0) clay.pool_ml = 0;
  }
  turn_wheel(workpiece);
  move_hand(workpiece.outer);
  move_hand(workpiece.inner);
  if (workpiece.tick % kSoakTicks == 0) soak(workpiece);
  refresh_yield(clay, static_cast<int>(workpiece.tick % kYieldStride), kYieldStride);
  const bool weighs = workpiece.tick % kWeighTicks == 0;
  Stack stack;
  if (workpiece.fallen) {
    let_go(workpiece.outer);
    let_go(workpiece.inner);
    if (workpiece.fallen_ticks < kCollapseTicks) {
      lay_out(clay, stack);
      collapse(workpiece, stack);
    }
    return;
  }
  const bool hands = workpiece.outer.down || workpiece.inner.down;
  if (!hands && !weighs) return;
  lay_out(clay, stack);
  Motion motion;
  if (hands) {
    press(workpiece, stack, motion);
    use_tool(workpiece, stack, workpiece.outer);
    use_tool(workpiece, stack, workpiece.inner);
  }
  if (weighs) weigh(workpiece, stack, motion);
  if (motion.any) settle(clay, stack, motion);
}

}  // namespace sui::craft
