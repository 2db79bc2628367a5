#include "game/craft/drying.h"
#include "game/craft/rules.h"

namespace sui::craft {

Result<Done> check_drying(const Workpiece& workpiece, const Act& act) {
  if (workpiece.stage == Stage::kThrowing) return Error{"dry", "the pot is on the wheel: cut it off before drying"};
  if (workpiece.stage == Stage::kGlazed) return Error{"dry", "the pot is glazed: it goes to the kiln"};
  if (workpiece.stage == Stage::kBiscuit) return Error{"dry", "the pot is biscuit: it is dry for good"};
  if (is_fired(workpiece.stage)) return Error{"dry", "the pot is fired: it is dry for good"};
  if (stroke_open(workpiece)) return Error{"dry", "a brush stroke is unfinished: lift the brush first"};
  if (act.a < 0 || act.a > static_cast<int32_t>(DryingPlace::kSun)) return Error{"dry.place", "is not a place we know"};
  const double left = static_cast<double>(kDryMinutesMax) - workpiece.dried_minutes;
  return in_range("dry.minutes", act.b, 1, left, "min");
}

void apply_drying(Workpiece& workpiece, const Act& act) {
  dry(workpiece, static_cast<DryingPlace>(act.a), act.b);
}

}  // namespace sui::craft
