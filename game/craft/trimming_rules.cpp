#include "game/craft/drying.h"
#include "game/craft/rules.h"
#include "game/craft/trimming.h"
#include "game/craft/wheel.h"

namespace sui::craft {
namespace {

Result<Done> check_begin(const Workpiece& workpiece, const Act& act) {
  const double rpm = from_fixed(act.a, kPerRpm);
  if (workpiece.trimming.on) {
    if (rpm == workpiece.wheel_rpm_target) return Error{"trim.rpm", "is what the wheel is set to already"};
    return in_range("trim.rpm", rpm, 0, kTrimRpmMax, "rpm");
  }
  if (workpiece.stage == Stage::kThrowing)
    return Error{"trim", "the pot is on the wheel: cut it off and let it stiffen"};
  if (workpiece.stage == Stage::kBiscuit) return Error{"trim", "the pot is biscuit: a fired wall cannot be trimmed"};
  if (workpiece.stage > Stage::kBoneDry) return Error{"trim", "the pot is past trimming: it is glazed or fired"};
  if (!workpiece.surface.strokes.empty()) return Error{"trim", "the pot is painted: trimming comes before the brush"};
  if (workpiece.fallen) return Error{"trim", "the pot has fallen: it will not stand on a chuck"};
  const FloorRings floor = floor_rings(workpiece.clay);
  if (floor.above >= static_cast<std::size_t>(kRingCount))
    return Error{"trim", "the lump was never opened: there is no wall to trim"};
  const double wet_pct = moisture_wet_pct_of_dry(mean_moisture_dry(workpiece.clay));
  if (wet_pct > kTrimWetPctMax) return Error{"trim", "the pot is too soft for the chuck: let it dry to leather-hard"};
  return in_range("trim.rpm", rpm, 0, kTrimRpmMax, "rpm");
}

}  // namespace

Result<Done> check_trimming(const Workpiece& workpiece, const Act& act) {
  if (act.kind == ActKind::kTrimBegin) return check_begin(workpiece, act);
  if (!workpiece.trimming.on) return Error{"trim", "the pot is not on the chuck: begin trimming first"};
  if (act.kind == ActKind::kTrimLift && !workpiece.trimming.tool.down)
    return Error{"trim.tool", "is not on the clay: there is nothing to lift"};
  if (act.kind != ActKind::kTrimTool) return Done{};
  if (const auto r = in_range("trim.r_mm", from_fixed(act.a, kPerMm), 0, kReachRMmMax, "mm"); !r) return r;
  if (const auto z = in_range("trim.z_mm", from_fixed(act.b, kPerMm), 0, kReachZMmMax, "mm"); !z) return z;
  if (act.c != 0 && act.c != 1) return Error{"trim.side", "is neither outside (0) nor the underside (1)"};
  if (workpiece.trimming.tool.down && static_cast<TrimSide>(act.c) != workpiece.trimming.side)
    return Error{"trim.side", "is another than the tool is on: lift it first"};
  return Done{};
}

void apply_trimming(Workpiece& workpiece, const Act& act) {
  Trimming& trimming = workpiece.trimming;
  switch (act.kind) {
    case ActKind::kTrimBegin:
      trimming.on = true;
      workpiece.wheel_rpm_target = from_fixed(act.a, kPerRpm);
      break;
    case ActKind::kTrimTool:
      trimming.side = static_cast<TrimSide>(act.c);
      aim_hand(trimming.tool, from_fixed(act.a, kPerMm), from_fixed(act.b, kPerMm));
      break;
    case ActKind::kTrimLift:
      lift_hand(trimming.tool);
      break;
    default:
      trimming = Trimming{};
      workpiece.wheel_rpm = workpiece.wheel_rpm_target = 0;
      break;
  }
}

}  // namespace sui::craft
