// What a tick of clay costs, in µs and as multiples of real time, with both hands on a wall, with none, and replayed.
#include <benchmark/benchmark.h>

#include "game/craft/look.h"
#include "game/craft/measure.h"
#include "game/craft/workpiece.h"

namespace {

using namespace sui::craft;

Workpiece opened_pot() {
  Workpiece pot = *fresh_workpiece({ClayBody::kJingdezhen, 1200, 344, 0});
  apply(pot, {pot.tick, ActKind::kWheel, to_fixed(120, kPerRpm), 0, 0, 0});
  apply(pot, {pot.tick, ActKind::kWater, to_fixed(8, kPerMl), 0, 0, 0});
  apply(pot, {pot.tick, ActKind::kOuterHand, to_fixed(60, kPerMm), to_fixed(25, kPerMm), 0, 0});
  for (int i = 0; i < 240; ++i) {
    const double down = i < 120 ? 80 - 71.0 * i / 120 : 9;
    const double out = i < 120 ? 8 : 8 + 32.0 * (i - 120) / 120;
    apply(pot, {pot.tick, ActKind::kInnerHand, to_fixed(out, kPerMm), to_fixed(down, kPerMm), 0, 0});
    advance(pot, pot.tick + 4);
  }
  apply(pot, {pot.tick, ActKind::kOuterLift, 0, 0, 0, 0});
  apply(pot, {pot.tick, ActKind::kInnerLift, 0, 0, 0, 0});
  return pot;
}

constexpr double kTickUsMax = 6;

void report(benchmark::State& state, double ticks) {
  state.counters["tick_us"] =
      benchmark::Counter(ticks * 1e-6, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["times_real"] = benchmark::Counter(ticks / kTicksPerSecond, benchmark::Counter::kIsRate);
  state.counters["of_limit"] =
      benchmark::Counter(ticks * kTickUsMax * 1e-6, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

// A pull, over and over from the same opened pot: 12 s of both hands climbing the wall.
void throwing(benchmark::State& state) {
  const Workpiece start = opened_pot();
  double ticks = 0;
  for (auto round : state) {
    (void)round;
    Workpiece pot = start;
    for (int i = 0; i < 360; ++i) {
      const double z = 12 + 0.5 * i;
      apply(pot, {pot.tick, ActKind::kOuterHand, to_fixed(54, kPerMm), to_fixed(z, kPerMm), 0, 0});
      apply(pot, {pot.tick, ActKind::kInnerHand, to_fixed(43, kPerMm), to_fixed(z, kPerMm), 0, 0});
      advance(pot, pot.tick + 4);
    }
    ticks += 1440;
    benchmark::DoNotOptimize(pot.running_hash);
  }
  report(state, ticks);
}
BENCHMARK(throwing)->Unit(benchmark::kMillisecond);

void spinning_untouched(benchmark::State& state) {
  const Workpiece start = opened_pot();
  double ticks = 0;
  for (auto round : state) {
    (void)round;
    Workpiece pot = start;
    advance(pot, pot.tick + 1200);
    ticks += 1200;
    benchmark::DoNotOptimize(pot.running_hash);
  }
  report(state, ticks);
}
BENCHMARK(spinning_untouched)->Unit(benchmark::kMillisecond);

void drying_a_week(benchmark::State& state) {
  Workpiece start = opened_pot();
  apply(start, {start.tick, ActKind::kCut, 0, 0, 0, 0});
  for (auto round : state) {
    (void)round;
    Workpiece pot = start;
    apply(pot, {pot.tick, ActKind::kDry, static_cast<int32_t>(DryingPlace::kShelf), 60 * 24 * 7, 0, 0});
    benchmark::DoNotOptimize(pot.running_hash);
  }
}
BENCHMARK(drying_a_week)->Unit(benchmark::kMillisecond);

void looking(benchmark::State& state) {
  const Workpiece pot = opened_pot();
  for (auto round : state) {
    (void)round;
    benchmark::DoNotOptimize(look_of(pot, 0, 0));
  }
}
BENCHMARK(looking)->Unit(benchmark::kMicrosecond);

void measuring(benchmark::State& state) {
  const Workpiece pot = opened_pot();
  for (auto round : state) {
    (void)round;
    benchmark::DoNotOptimize(measure(pot));
  }
}
BENCHMARK(measuring)->Unit(benchmark::kMicrosecond);

// A firing in each kiln, from its coldest and so longest-cooling place; day_ms: per day of kiln time.
void firing(benchmark::State& state) {
  const auto kind = static_cast<KilnKind>(state.range(0));
  KilnPlan plan{kind, {{80, 600, 0, 0}, {100, 1000, 30, 0}, {60, 1300, 60, 4}}, {}, {}};
  KilnLoad load;
  load.glaze = glaze_oxides(GlazeKind::kClear);
  load.smoky = load.in_saggar = kind != KilnKind::kElectric;
  load.zone = kiln_zones(kind) - 1;
  double days = 0;
  for (auto round : state) {
    (void)round;
    days += run_plan(plan, load).hours / 24;
  }
  state.SetLabel(kiln_id(kind));
  state.counters["day_ms"] = benchmark::Counter(days * 1e-3, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}
BENCHMARK(firing)->DenseRange(0, kKilnKindMax)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
