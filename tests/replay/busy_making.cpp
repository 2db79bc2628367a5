#include "tests/replay/busy_making.h"

#include <cassert>

namespace sui::replay {
namespace {

using craft::ActKind;
using craft::kPerMm;

// Plays one act; a refused one is simply not part of the making (a jerk may come when the rules say no).
bool play(piece::Bench& bench, ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0, int32_t d = 0) {
  return static_cast<bool>(piece::act_on(bench, craft::act_of(kind, a, b, c, d)));
}

void must(bool played) {
  assert(played);
  (void)played;
}

struct Spot {
  int32_t r, z;  // 1/64 mm
};

constexpr Spot at_mm(int32_t r_mm, int32_t z_mm) {
  return {r_mm * kPerMm, z_mm * kPerMm};
}

Spot along(Spot from, Spot to, int32_t step, int32_t steps) {
  return {from.r + (to.r - from.r) * step / steps, from.z + (to.z - from.z) * step / steps};
}

struct Pull {
  Spot inner_from, inner_to, outer_from, outer_to;
  int32_t ticks;
  bool outer;
};

// Both hands along their lines; the dice jerk a finger, splash water or change the speed now and then.
void pull(piece::Bench& bench, const Pull& path, Dice& dice) {
  const int32_t steps = path.ticks / craft::kHandReachTicks;
  for (int32_t step = 0; step <= steps; ++step) {
    Spot inner = along(path.inner_from, path.inner_to, step, steps);
    Spot outer = along(path.outer_from, path.outer_to, step, steps);
    const int32_t whim = dice.between(0, 99);
    if (whim < 4) outer.r -= dice.between(0, 90);
    if (whim >= 4 && whim < 8) inner.r += dice.between(0, 60);
    if (whim == 8) play(bench, ActKind::kWater, dice.between(16, 200));
    if (whim == 9) play(bench, ActKind::kWheel, dice.between(60, 240) * craft::kPerRpm);
    must(play(bench, ActKind::kInnerHand, inner.r, inner.z));
    if (path.outer) must(play(bench, ActKind::kOuterHand, outer.r, outer.z));
    wait(bench, craft::kHandReachTicks);
  }
  play(bench, ActKind::kInnerLift);
  play(bench, ActKind::kOuterLift);
  wait(bench, 20);
}

void paint(piece::Bench& bench, Dice& dice) {
  for (int32_t stroke = 0; stroke < 24; ++stroke) {
    // One throw of the dice a statement: compilers differ in which argument they evaluate first.
    const int32_t width = dice.between(40, 600);
    const int32_t load = dice.between(60, 256);
    must(play(bench, ActKind::kStrokeBegin, 0, width, load));
    int32_t u = dice.between(-70000, 70000);
    int32_t v = dice.between(1000, 31000);
    const int32_t u_step = dice.between(-1500, 1500);
    const int32_t v_step = dice.between(-250, 250);
    for (int32_t point = 0; point < 20; ++point) {
      must(play(bench, ActKind::kStrokePoint, u, v, dice.between(40, 256)));
      u += u_step + dice.between(-200, 200);
      v += v_step + dice.between(-60, 60);
      v = v < 0 ? 0 : (v > 32768 ? 32768 : v);
      wait(bench, 4);
    }
    must(play(bench, ActKind::kStrokeEnd));
    if (stroke % 7 == 6) must(play(bench, ActKind::kStrokeUndo));
  }
}

}  // namespace

void wait(piece::Bench& bench, int32_t ticks) {
  for (int32_t i = 0; i < ticks; ++i) piece::step(bench);
}

void throw_cylinder(piece::Bench& bench, Dice& dice) {
  must(play(bench, ActKind::kWheel, 240 * craft::kPerRpm));
  must(play(bench, ActKind::kWater, 6 * craft::kPerMl));
  wait(bench, 90);
  pull(bench, {at_mm(4, 90), at_mm(4, 16), {}, {}, 480, false}, dice);
  pull(bench, {at_mm(4, 16), at_mm(34, 16), {}, {}, 480, false}, dice);
  constexpr int32_t kTopMm[] = {95, 130, 175, 225};
  constexpr int32_t kHalfGap[] = {8 * 64, 11 * 32, 8 * 32, 7 * 32};
  for (int32_t i = 0; i < 4; ++i) {
    must(play(bench, ActKind::kWheel, (190 - 20 * i) * craft::kPerRpm));
    must(play(bench, ActKind::kWater, 4 * craft::kPerMl));
    const int32_t r = 52 * kPerMm, inner = r - kHalfGap[i], outer = r + kHalfGap[i];
    pull(bench,
         {{inner, 14 * kPerMm},
          {inner, kTopMm[i] * kPerMm},
          {outer, 14 * kPerMm},
          {outer, kTopMm[i] * kPerMm},
          900,
          true},
         dice);
  }
  // Dry hands on a turning pot drag it round: twist and a touch off centre.
  must(play(bench, ActKind::kWheel, 90 * craft::kPerRpm));
  pull(bench, {at_mm(44, 120), at_mm(46, 140), at_mm(56, 120), at_mm(53, 140), 240, true}, dice);
  must(play(bench, ActKind::kWheel, 0));
  wait(bench, 200);
}

int32_t Dice::between(int32_t from, int32_t to) {
  state = state * 6364136223846793005ULL + 1442695040888963407ULL;
  const auto width = static_cast<uint64_t>(static_cast<int64_t>(to) - from + 1);
  return static_cast<int32_t>(from + static_cast<int64_t>((state >> 32) % width));
}

piece::Bench make_busily(uint64_t seed) {
  Dice dice{seed};
  craft::ClayStart start;
  start.mass_g = 1200;
  start.moisture_wet_16pct = 344;
  auto bench = piece::fresh_bench(start);
  assert(bench);
  throw_cylinder(*bench, dice);
  must(play(*bench, ActKind::kCut));
  must(play(*bench, ActKind::kDry, static_cast<int32_t>(craft::DryingPlace::kWrapped), 240));
  must(play(*bench, ActKind::kDry, static_cast<int32_t>(craft::DryingPlace::kShelf), 60 * 36));
  for (int32_t day = 0; day < 8 && bench->workpiece.stage < craft::Stage::kBoneDry; ++day) {
    must(play(*bench, ActKind::kDry, static_cast<int32_t>(craft::DryingPlace::kShelf), 60 * 24));
  }
  paint(*bench, dice);
  must(play(*bench, ActKind::kGlazeDip, 0, 3 * craft::kPerDipSecond, 1450));
  must(play(*bench, ActKind::kKilnSegment, 60 * 16, 120 * 16, 90, 0));
  must(play(*bench, ActKind::kKilnSegment, 120 * 16, 950 * 16, 0, 0));
  must(play(*bench, ActKind::kKilnSegment, 80 * 16, 1290 * 16, 20, 5 * 256));
  must(play(*bench, ActKind::kKilnSegment, 100 * 16, 600 * 16, 0, 0));
  must(play(*bench, ActKind::kFire, 0));
  piece::seal(*bench);
  return std::move(*bench);
}

piece::Bench throw_three_minutes(uint64_t seed) {
  Dice dice{seed};
  auto bench = piece::fresh_bench(craft::ClayStart{});
  assert(bench);
  must(play(*bench, ActKind::kWheel, 180 * craft::kPerRpm));
  int32_t z = 14 * kPerMm, rise = 20, r = 50 * kPerMm, widen = 0;
  for (int32_t sample = 0; sample < 180 * 30; ++sample) {
    if (sample % 45 == 0) rise = dice.between(-60, 90), widen = dice.between(-4, 4);
    z += rise;
    r += widen;
    if (z < 10 * kPerMm || z > 200 * kPerMm) rise = -rise, z += 2 * rise;
    if (r < 42 * kPerMm || r > 60 * kPerMm) widen = -widen, r += 2 * widen;
    const auto tremor = [&] { return (dice.between(-20, 20) + dice.between(-20, 20)) / 2; };
    const int32_t inner_r = r - 4 * kPerMm + tremor();
    const int32_t inner_z = z + tremor();
    const int32_t outer_r = r + 4 * kPerMm + tremor();
    const int32_t outer_z = z + tremor();
    must(play(*bench, ActKind::kInnerHand, inner_r, inner_z));
    must(play(*bench, ActKind::kOuterHand, outer_r, outer_z));
    if (sample % 150 == 149) must(play(*bench, ActKind::kWater, 3 * craft::kPerMl));
    wait(*bench, craft::kHandReachTicks);
  }
  piece::seal(*bench);
  return std::move(*bench);
}

}  // namespace sui::replay
