#include "game/craft/fire.h"
#include "game/craft/rules.h"

namespace sui::craft {
namespace {

constexpr double kKilnRateMin = 5;
constexpr double kKilnTempMin = 20;
constexpr double kCoPctMax = 15;

Result<Done> check_kiln_segment(const Workpiece& workpiece, const Act& act) {
  if (workpiece.stage == Stage::kThrowing)
    return Error{"schedule", "the pot is on the wheel: cut it off before planning its fire"};
  if (workpiece.stage == Stage::kFired) return Error{"schedule", "the pot is fired already"};
  if (workpiece.schedule.size() >= kKilnSegmentsMax) return Error{"schedule", "is full: no more segments fit"};
  Result<Done> result = in_range("rate_c_h", from_fixed(act.a, kPerCelsius), kKilnRateMin, kKilnRateCPerHMax, "°C/h");
  if (!result) return result;
  result = in_range("to_c", from_fixed(act.b, kPerCelsius), kKilnTempMin, kKilnTempCMax, "°C");
  if (!result) return result;
  result = in_range("hold_min", act.c, 0, kKilnHoldMinMax, "min");
  if (!result) return result;
  return in_range("co_pct", from_fixed(act.d, kPerCoPct), 0, kCoPctMax, "%");
}

Result<Done> check_fire(const Workpiece& workpiece, const Act& act) {
  if (workpiece.stage == Stage::kThrowing) return Error{"fire", "the pot is on the wheel: cut it off before firing"};
  if (workpiece.stage == Stage::kFired) return Error{"fire", "the pot is fired already"};
  if (stroke_open(workpiece)) return Error{"fire", "a brush stroke is unfinished: lift the brush first"};
  if (workpiece.schedule.empty()) return Error{"fire", "the kiln has no schedule yet"};
  if (act.a != static_cast<int32_t>(KilnKind::kElectric)) return Error{"fire.kiln", "is not a kiln we know"};
  return Done{};
}

}  // namespace

Result<Done> check_kiln(const Workpiece& workpiece, const Act& act) {
  return act.kind == ActKind::kFire ? check_fire(workpiece, act) : check_kiln_segment(workpiece, act);
}

void apply_kiln(Workpiece& workpiece, const Act& act) {
  if (act.kind == ActKind::kFire) {
    fire(workpiece, act);
    workpiece.surface.fired = static_cast<uint32_t>(workpiece.surface.strokes.size());
    return;
  }
  workpiece.schedule.push_back({from_fixed(act.a, kPerCelsius), from_fixed(act.b, kPerCelsius),
                                static_cast<double>(act.c), from_fixed(act.d, kPerCoPct)});
}

}  // namespace sui::craft
