#include "game/craft/rules.h"
#include "game/craft/shell.h"
#include "game/craft/throwing_numbers.h"
#include "game/craft/wheel.h"

namespace sui::craft {
namespace {

const char* wheel_is_over(Stage stage) {
  if (stage == Stage::kBiscuit) return "the pot is biscuit: it is past the wheel";
  return is_fired(stage) ? "the pot is fired: it is past the wheel" : "the pot is cut off: throwing is over";
}

Result<Done> check_hand(const Workpiece& workpiece, const Act& act, const char* r_name, const char* z_name) {
  if (workpiece.stage != Stage::kThrowing) return Error{r_name, wheel_is_over(workpiece.stage)};
  const Result<Done> r = in_range(r_name, from_fixed(act.a, kPerMm), 0, kReachRMmMax, "mm");
  if (!r) return r;
  return in_range(z_name, from_fixed(act.b, kPerMm), 0, kReachZMmMax, "mm");
}

Hand& hand_of(Workpiece& workpiece, int32_t which) {
  return which == 0 ? workpiece.outer : workpiece.inner;
}

Result<Done> check_tool(const Workpiece& workpiece, const Act& act) {
  if (workpiece.stage != Stage::kThrowing) return Error{"tool", wheel_is_over(workpiece.stage)};
  if (act.a != 0 && act.a != 1) return Error{"tool.hand", "is neither the outer hand (0) nor the inner (1)"};
  if (act.b < 0 || act.b > static_cast<int32_t>(Tool::kNeedle)) return Error{"tool.tool", "is not a tool we know"};
  if (act.c != 0 && act.c != 1) return Error{"tool.press", "is neither against the wall (0) nor straight down (1)"};
  const Hand& hand = act.a == 0 ? workpiece.outer : workpiece.inner;
  if (hand.down) return Error{"tool.hand", "is on the clay: lift it before it takes up something else"};
  const Tool tool = static_cast<Tool>(act.b);
  if (tool == Tool::kNeedle && act.c == 1)
    return Error{"tool.press", "a needle cuts across a wall, it cannot press down"};
  // A sponge may be wetted again; anything else would be an act that does nothing.
  if (tool == hand.tool && (act.c == 1) == hand.presses_down && tool != Tool::kWetSponge)
    return Error{"tool.tool", "is what the hand holds already"};
  return Done{};
}

void take_tool(Workpiece& workpiece, const Act& act) {
  Hand& hand = hand_of(workpiece, act.a);
  hand.tool = static_cast<Tool>(act.b);
  hand.presses_down = act.c == 1;
  hand.held_ml = hand.tool == Tool::kWetSponge ? kSpongeMl : 0;
}

void cut_off(Workpiece& workpiece) {
  workpiece.stage = Stage::kCut;
  workpiece.wheel_rpm = workpiece.wheel_rpm_target = 0;
  workpiece.outer = workpiece.inner = Hand{};
  workpiece.clay.film_mm = 0;
  // A collapse under way ends where it was heading.
  while (workpiece.fallen && workpiece.fallen_ticks < kCollapseTicks) {
    const double before = workpiece.fallen_ticks;
    throw_tick(workpiece);
    if (workpiece.fallen_ticks <= before) break;
  }
}

}  // namespace

Result<Done> check_throwing(const Workpiece& workpiece, const Act& act) {
  switch (act.kind) {
    case ActKind::kOuterHand:
      return check_hand(workpiece, act, "outer.r_mm", "outer.z_mm");
    case ActKind::kInnerHand:
      return check_hand(workpiece, act, "inner.r_mm", "inner.z_mm");
    case ActKind::kOuterLift:
      if (!workpiece.outer.down) return Error{"outer", "is not on the clay: there is no hand to lift"};
      return Done{};
    case ActKind::kInnerLift:
      if (!workpiece.inner.down) return Error{"inner", "is not on the clay: there is no hand to lift"};
      return Done{};
    case ActKind::kTakeTool:
      return check_tool(workpiece, act);
    default:
      break;
  }
  if (workpiece.stage != Stage::kThrowing)
    return Error{act.kind == ActKind::kWheel ? "wheel_rpm" : (act.kind == ActKind::kWater ? "water_ml" : "cut"),
                 wheel_is_over(workpiece.stage)};
  if (act.kind == ActKind::kWheel) {
    const double rpm = from_fixed(act.a, kPerRpm);
    if (rpm == workpiece.wheel_rpm_target) return Error{"wheel_rpm", "is what the wheel is set to already"};
    return in_range("wheel_rpm", rpm, 0, kWheelRpmMax, "rpm");
  }
  if (act.kind == ActKind::kWater) return in_range("water_ml", from_fixed(act.a, kPerMl), 0, kWaterMlMax, "ml");
  return Done{};
}

void apply_throwing(Workpiece& workpiece, const Act& act) {
  switch (act.kind) {
    case ActKind::kWheel:
      workpiece.wheel_rpm_target = from_fixed(act.a, kPerRpm);
      break;
    case ActKind::kOuterHand:
      aim_hand(workpiece.outer, from_fixed(act.a, kPerMm), from_fixed(act.b, kPerMm));
      break;
    case ActKind::kOuterLift:
      lift_hand(workpiece.outer);
      break;
    case ActKind::kInnerHand:
      aim_hand(workpiece.inner, from_fixed(act.a, kPerMm), from_fixed(act.b, kPerMm));
      break;
    case ActKind::kInnerLift:
      lift_hand(workpiece.inner);
      break;
    case ActKind::kWater:
      put_water(workpiece, from_fixed(act.a, kPerMl));
      break;
    case ActKind::kTakeTool:
      take_tool(workpiece, act);
      break;
    default:
      cut_off(workpiece);
      break;
  }
}

}  // namespace sui::craft
