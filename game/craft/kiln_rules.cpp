#include <utility>

#include "game/craft/fire.h"
#include "game/craft/kiln_numbers.h"
#include "game/craft/rules.h"

namespace sui::craft {
namespace {

constexpr double kKilnRateMin = 5;
constexpr double kKilnTempMin = 20;
constexpr double kCoPctMax = 15;

Result<Done> check_when(const Workpiece& workpiece, const char* where) {
  if (workpiece.stage == Stage::kThrowing)
    return Error{where, "the pot is on the wheel: cut it off before planning its fire"};
  if (workpiece.stage == Stage::kFired && workpiece.glaze.laid) return Error{where, "the pot is fired already"};
  if (workpiece.stage == Stage::kFired) return Error{where, "the pot is fired already: glaze it first"};
  if (workpiece.firings >= kFiringsMax) return Error{where, "the pot has been through the fire too often for another"};
  return Done{};
}

Result<Done> check_kiln_segment(const Workpiece& workpiece, const Act& act) {
  Result<Done> result = check_when(workpiece, "schedule");
  if (!result) return result;
  if (!workpiece.drives.empty() || !workpiece.stokes.empty())
    return Error{"schedule", "the kiln is driven by hand already: one or the other"};
  if (workpiece.schedule.size() >= kKilnSegmentsMax) return Error{"schedule", "is full: no more segments fit"};
  result = in_range("rate_c_h", from_fixed(act.a, kPerCelsius), kKilnRateMin, kKilnRateCPerHMax, "°C/h");
  if (!result) return result;
  result = in_range("to_c", from_fixed(act.b, kPerCelsius), kKilnTempMin, kKilnTempCMax, "°C");
  if (!result) return result;
  result = in_range("hold_min", act.c, 0, kKilnHoldMinMax, "min");
  if (!result) return result;
  return in_range("co_pct", from_fixed(act.d, kPerCoPct), 0, kCoPctMax, "%");
}

Result<Done> check_minute(int32_t minute, uint32_t earliest) {
  Result<Done> result = in_range("minute", minute, 0, kKilnMinuteMax, "min");
  if (!result) return result;
  if (static_cast<uint32_t>(minute) < earliest)
    return Error{"minute",
                 "is " + std::to_string(minute) + ", before what is already planned at " + std::to_string(earliest)};
  return Done{};
}

Result<Done> check_drive(const Workpiece& workpiece, const Act& act) {
  Result<Done> result = check_when(workpiece, "drive");
  if (!result) return result;
  if (!workpiece.schedule.empty()) return Error{"drive", "the kiln has a written schedule already: one or the other"};
  if (workpiece.drives.size() >= kKilnDrivesMax) return Error{"drive", "is full: the hands have done all they can"};
  result = check_minute(act.a, workpiece.drives.empty() ? 0 : workpiece.drives.back().minute + 1);
  if (!result) return result;
  for (const auto& [name, share] : {std::pair{"fuel", act.b}, std::pair{"air", act.c}, std::pair{"damper", act.d}}) {
    result = in_range(name, from_fixed(share, kPerShare), 0, 1, "of what the kiln has");
    if (!result) return result;
  }
  return Done{};
}

Result<Done> check_stoke(const Workpiece& workpiece, const Act& act) {
  Result<Done> result = check_when(workpiece, "stoke");
  if (!result) return result;
  if (!workpiece.schedule.empty()) return Error{"stoke", "the kiln has a written schedule already: one or the other"};
  if (workpiece.stokes.size() >= kKilnStokesMax) return Error{"stoke", "is full: no more wood fits"};
  result = check_minute(act.a, workpiece.stokes.empty() ? 0 : workpiece.stokes.back().minute);
  if (!result) return result;
  result = in_range("wood_kg", from_fixed(act.b, kPerWoodKg), 1.0 / kPerWoodKg, kStokeKgMax, "kg");
  if (!result) return result;
  return in_range("section", act.c, 0, kZonesMax - 1, "");
}

Result<Done> check_place(const Act& act) {
  const auto kind = static_cast<KilnKind>(act.a);
  const int zones = kiln_zones(kind), place = act.b & (kOpenToFlame - 1);
  if (act.b < 0 || act.b >= 2 * kOpenToFlame || place >= (zones > 1 ? zones : 3))
    return Error{"fire.place", "is " + std::to_string(act.b) + ", not a place in this kiln"};
  if ((act.b & kOpenToFlame) != 0 && zones == 1)
    return Error{"fire.place", "is open to the flame: only a wood kiln has one"};
  return Done{};
}

Result<Done> check_by_hand(const Workpiece& workpiece, KilnKind kind) {
  const bool wood = kiln_build(kind).stoke_s > 0;
  for (const KilnStoke& stoke : workpiece.stokes) {
    if (!wood) return Error{"stoke", "wood was thrown, but this kiln burns none"};
    const bool reaches = stoke.section == 0 || (kind == KilnKind::kDragon && stoke.section < kiln_zones(kind));
    if (!reaches)
      return Error{"stoke.section", "is " + std::to_string(stoke.section) + ", where this kiln has no hole"};
  }
  if (workpiece.drives.empty()) return Error{"drive", "nobody minds the air: drive the kiln at least once"};
  if (workpiece.drives.back().fuel > 0) return Error{"drive", "the fire never goes out: end with no fuel"};
  return Done{};
}

Result<Done> check_fire(const Workpiece& workpiece, const Act& act) {
  if (workpiece.stage == Stage::kThrowing) return Error{"fire", "the pot is on the wheel: cut it off before firing"};
  Result<Done> result = check_when(workpiece, "fire");
  if (!result) return result;
  if (stroke_open(workpiece)) return Error{"fire", "a brush stroke is unfinished: lift the brush first"};
  if (act.a < 0 || act.a > kKilnKindMax) return Error{"fire.kiln", "is not a kiln we know"};
  if (workpiece.stage == Stage::kEnamelled && act.a != static_cast<int32_t>(KilnKind::kElectric))
    return Error{"fire.kiln", "enamels want the muffle: the electric kiln"};
  result = check_place(act);
  if (!result) return result;
  if (!workpiece.drives.empty() || !workpiece.stokes.empty())
    return check_by_hand(workpiece, static_cast<KilnKind>(act.a));
  if (workpiece.schedule.empty()) return Error{"fire", "the kiln has no schedule yet"};
  return Done{};
}

}  // namespace

Result<Done> check_kiln(const Workpiece& workpiece, const Act& act) {
  switch (act.kind) {
    case ActKind::kFire:
      return check_fire(workpiece, act);
    case ActKind::kKilnDrive:
      return check_drive(workpiece, act);
    case ActKind::kKilnStoke:
      return check_stoke(workpiece, act);
    default:
      return check_kiln_segment(workpiece, act);
  }
}

void apply_kiln(Workpiece& workpiece, const Act& act) {
  if (act.kind == ActKind::kFire) {
    fire(workpiece, act);
    workpiece.surface.fired = static_cast<uint32_t>(workpiece.surface.strokes.size());
    return;
  }
  if (act.kind == ActKind::kKilnDrive) {
    workpiece.drives.push_back({static_cast<uint32_t>(act.a), from_fixed(act.b, kPerShare),
                                from_fixed(act.c, kPerShare), from_fixed(act.d, kPerShare)});
    return;
  }
  if (act.kind == ActKind::kKilnStoke) {
    workpiece.stokes.push_back({static_cast<uint32_t>(act.a), from_fixed(act.b, kPerWoodKg), act.c});
    return;
  }
  workpiece.schedule.push_back({from_fixed(act.a, kPerCelsius), from_fixed(act.b, kPerCelsius),
                                static_cast<double>(act.c), from_fixed(act.d, kPerCoPct)});
}

}  // namespace sui::craft
