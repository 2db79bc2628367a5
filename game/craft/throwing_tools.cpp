#include "game/craft/throwing_tools.h"

#include <cmath>

#include "game/craft/hands.h"
#include "game/craft/math.h"
#include "game/craft/throwing_numbers.h"
#include "game/craft/wheel.h"

namespace sui::craft {
namespace {

constexpr double kFloorThreshold = 2.57;  // strengths; (2 + π)τ, a finger sinking into a thick sheet

std::size_t first_hollow(const Stack& stack) {
  std::size_t above = 0;
  while (above < kRingCount && stack.inner_mm[above] <= kInnerSolidMm) ++above;
  return above;
}

// The clay from the top down gives way, most where it is pressed: a rim within about its width, a lump within a palm's.
void press_top(Workpiece& workpiece, const Stack& stack, Hand& hand, double overlap_mm, double gain, Motion& motion) {
  Clay& clay = workpiece.clay;
  const std::size_t top = kRingCount - 1;
  const bool solid = stack.inner_mm[top] <= kInnerSolidMm;
  const double depth = solid ? kLumpDepthMm : kRimDepthPerWidth * clay.w_mm[top];
  RingField share;
  double sum = 0;
  std::size_t low = kRingCount;
  while (low > 0) {
    const double down = (stack.top_mm - stack.z_mm[low - 1]) / depth;
    if (down > 4) break;
    --low;
    const double felt = 1 / (1 + down * down);
    share[low] = felt * felt;
    sum += share[low] * stack.h_mm[low];
  }
  const double threshold = (solid ? kFloorThreshold : 1.0) * clay.yield_kpa[top];
  const double rate_max = flow_rate(kHandStrengthKpa / threshold, 12);
  double strain = gain * overlap_mm / sum;
  if (strain > rate_max * kTickS) strain = rate_max * kTickS;
  if (strain > 0.2) strain = 0.2;
  for (std::size_t k = low; k < kRingCount; ++k) {
    motion.squash[k] += strain * share[k];
    clay.packed[k] += (1 - clay.packed[k]) * kPackPerS * kTickS * share[k];
    const double keep = 1 - 0.02 * share[k];  // a rim pressed level runs truer
    clay.off_x_mm[k] *= keep;
    clay.off_y_mm[k] *= keep;
    if (!workpiece.fallen) clay.sink_mm[k] *= keep;
  }
  motion.any = true;
  hand.pressure_kpa = threshold * (1 + 0.2 * std::sqrt(strain / kTickS));
  const double area = solid ? kPalmWideMm * kPalmWideMm : kFingerWideMm * clay.w_mm[top];
  hand.force_mn = hand.pressure_kpa * area;
  hand.moment_mn_mm = 0.1 * hand.force_mn * (solid ? kPalmWideMm / 2 : clay.r_mm[top]);
}

// Over a wheel head a thin sheet cannot be pressed thinner by much; it is packed, which is what keeps it whole.
void press_floor(Workpiece& workpiece, Hand& hand, std::size_t above) {
  Clay& clay = workpiece.clay;
  const double turning = workpiece.wheel_rpm < 40 ? workpiece.wheel_rpm / 40 : 1;
  const double blade = hand.tool == Tool::kRib ? 2 : 1;
  for (std::size_t k = 0; k < above; ++k) clay.packed[k] += (1 - clay.packed[k]) * blade * kPackPerS * kTickS * turning;
  hand.pressure_kpa = kFloorThreshold * clay.yield_kpa[above - 1];
  if (hand.pressure_kpa > kHandStrengthKpa) hand.pressure_kpa = kHandStrengthKpa;
  hand.force_mn = hand.pressure_kpa * 100;
  hand.moment_mn_mm = 0.1 * hand.force_mn * hand.r_mm;
}

void sponge(Workpiece& workpiece, const Stack& stack, Hand& hand) {
  Clay& clay = workpiece.clay;
  if (hand.tool == Tool::kWetSponge) {
    const double given = hand.held_ml < kSpongeGivesMlPerS * kTickS ? hand.held_ml : kSpongeGivesMlPerS * kTickS;
    if (given <= 0 || clay.film_mm > 0.28) return;
    hand.held_ml -= given;
    put_water(workpiece, given);
    return;
  }
  const bool inside = &hand == &workpiece.inner;
  const std::size_t above = first_hollow(stack);
  const bool at_floor = inside && above > 0 && above < kRingCount &&
                        hand.z_mm < stack.z_mm[above - 1] + 0.5 * stack.h_mm[above - 1] + kSpongeReachMm;
  if (at_floor) {
    clay.pool_ml -= kSpongeTakesMlPerS * kTickS;
    if (clay.pool_ml < 0) clay.pool_ml = 0;
  }
  if (hand.pressure_kpa > 0) clay.film_mm *= 1 - 1.5 * kTickS;
}

// The point must have gone through the wall for a whole turn before the ring comes off.
void needle(Workpiece& workpiece, const Stack& stack, Hand& hand) {
  Clay& clay = workpiece.clay;
  std::size_t k = kRingCount;
  while (k > 0 && stack.z_mm[k - 1] - 0.5 * stack.h_mm[k - 1] > hand.z_mm) --k;
  if (k == 0 || stack.z_mm[k - 1] + 0.5 * stack.h_mm[k - 1] <= hand.z_mm) return;
  const bool inside = &hand == &workpiece.inner;
  const bool through =
      inside ? hand.r_mm > stack.outer_mm[k - 1] + kNeedleReachMm : hand.r_mm < stack.inner_mm[k - 1] - kNeedleReachMm;
  if (!through) {
    hand.cut_turns = 0;
    return;
  }
  hand.cut_turns += workpiece.wheel_rpm / 60 * kTickS;
  if (hand.cut_turns < 1) return;
  hand.cut_turns = 0;
  clay.removed_mm3 += cut_rim(clay, stack, hand.z_mm);
}

}  // namespace

void press_down(Workpiece& workpiece, const Stack& stack, Hand& hand, double gain, Motion& motion) {
  if (!hand.down || !hand.presses_down) return;
  const std::size_t top = kRingCount - 1, above = first_hollow(stack);
  const bool solid = above == kRingCount;
  const double beside = hand.r_mm > stack.outer_mm[top]
                            ? hand.r_mm - stack.outer_mm[top]
                            : (hand.r_mm < stack.inner_mm[top] ? stack.inner_mm[top] - hand.r_mm : 0);
  const double overlap = stack.top_mm - hand.z_mm;
  const bool on_top = beside < (solid ? kPalmWideMm / 2 : kFingertipReachMm) && (solid || overlap < kRimFoundMm);
  if (on_top) {
    if (overlap > 0) press_top(workpiece, stack, hand, overlap, gain, motion);
    return;
  }
  if (solid || above == 0) return;
  // Inside, under the hand: the first ring wider than it stands on what it presses.
  std::size_t under = above;
  while (under < kRingCount && stack.inner_mm[under] <= hand.r_mm) ++under;
  if (under == kRingCount) return;
  const double floor = stack.z_mm[under] - 0.5 * stack.h_mm[under];
  if (hand.z_mm < floor + 0.5) press_floor(workpiece, hand, under);
}

void cone(Clay& clay, const Motion& motion) {
  double kneaded = 0;
  for (std::size_t k = 0; k < kRingCount; ++k) {
    if (clay.r_mm[k] - 0.5 * clay.w_mm[k] > kInnerSolidMm) continue;
    const double inward = motion.radial_mm[k] < 0 ? -2 * motion.radial_mm[k] / (2 * clay.r_mm[k]) : 0;
    const double strain = inward + motion.squash[k];
    if (strain <= 0) continue;
    kneaded += strain;
    const double keep = 1 / (1 + kConingTrues * strain);
    clay.off_x_mm[k] *= keep;
    clay.off_y_mm[k] *= keep;
    clay.oval_x_mm[k] *= keep;
    clay.oval_y_mm[k] *= keep;
  }
  if (kneaded > 0) clay.uneven_mm /= 1 + kConingMixes * kneaded / kRingCount;
}

void use_tool(Workpiece& workpiece, const Stack& stack, Hand& hand) {
  if (!hand.down) return;
  if (hand.tool == Tool::kSponge || hand.tool == Tool::kWetSponge) sponge(workpiece, stack, hand);
  if (hand.tool == Tool::kNeedle) needle(workpiece, stack, hand);
  if (hand.tool == Tool::kRib && hand.pressure_kpa > 0) workpiece.clay.film_mm *= 1 - 2 * kTickS;  // slip comes off
}

double cut_rim(Clay& clay, const Stack& stack, double z_mm) {
  // A lump is cut as one; else the floor keeps its rings and the wall above shares what is left.
  const std::size_t above = first_hollow(stack);
  const std::size_t first = above == kRingCount ? 0 : above;
  const Clay was = clay;
  RingField kept{};
  double total = 0, left = 0;
  for (std::size_t k = first; k < kRingCount; ++k) {
    const double bottom = stack.z_mm[k] - 0.5 * stack.h_mm[k];
    double part = (z_mm - bottom) / stack.h_mm[k];
    part = part < 0 ? 0 : (part > 1 ? 1 : part);
    kept[k] = part * was.volume_mm3[k];
    total += was.volume_mm3[k];
    left += kept[k];
  }
  if (left <= 0 || left >= total || kept[first] < was.volume_mm3[first]) return 0;
  RingField share{};
  const double sum = ring_shares(share, first);
  RingField Clay::*const fields[] = {&Clay::r_mm,
                                     &Clay::w_mm,
                                     &Clay::moisture_dry,
                                     &Clay::skin_moisture_dry,
                                     &Clay::inner_moisture_dry,
                                     &Clay::off_x_mm,
                                     &Clay::off_y_mm,
                                     &Clay::oval_x_mm,
                                     &Clay::oval_y_mm,
                                     &Clay::twist_turn,
                                     &Clay::yield_kpa,
                                     &Clay::worked,
                                     &Clay::packed,
                                     &Clay::squeezed,
                                     &Clay::groove_mm,
                                     &Clay::groove_pitch_mm,
                                     &Clay::hoop_creep,
                                     &Clay::axial_creep,
                                     &Clay::sink_mm};
  std::size_t from = first;
  double rest = kept[first], shared = 0;
  for (std::size_t k = first; k < kRingCount; ++k) {
    const bool last = k + 1 == kRingCount;
    const double volume = last ? left - shared : left * share[k] / sum;
    shared += volume;
    for (const auto field : fields) (clay.*field)[k] = 0;
    double wanted = volume, taken = 0;
    while (wanted > 0) {
      const bool end = from + 1 == kRingCount || kept[from + 1] <= 0;
      const double part = wanted < rest || end ? wanted : rest;
      for (const auto field : fields) (clay.*field)[k] += part * (was.*field)[from];
      taken += part;
      wanted -= part;
      rest -= part;
      if (wanted <= 0 || end) break;
      rest = kept[++from];
    }
    for (const auto field : fields) (clay.*field)[k] /= taken;
    clay.volume_mm3[k] = volume;
    clay.sink_mm[k] = 0;  // cut level
  }
  return total - left;
}

}  // namespace sui::craft
