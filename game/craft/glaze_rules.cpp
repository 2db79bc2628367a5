#include "game/craft/rules.h"

namespace sui::craft {
namespace {

constexpr double kDipSecondsMax = 60;
constexpr double kSlopDensityMin = 1.05, kSlopDensityMax = 1.9;

const char* no_dipping(Stage stage) {
  switch (stage) {
    case Stage::kThrowing:
      return "the pot is on the wheel: cut it off and dry it before glazing";
    case Stage::kCut:
      return "the pot is still wet: let it dry to bone-dry before glazing, or it falls apart in the slop";
    case Stage::kLeatherHard:
      return "the pot is leather-hard: let it dry to bone-dry before glazing";
    case Stage::kGlazed:
      return "the pot is glazed already";
    case Stage::kFired:
    case Stage::kEnamelled:
      return "the pot is fired already";
    default:
      return nullptr;
  }
}

}  // namespace

Result<Done> check_glazing(const Workpiece& workpiece, const Act& act) {
  if (const char* reason = no_dipping(workpiece.stage)) return Error{"glaze", reason};
  if (stroke_open(workpiece)) return Error{"glaze", "a brush stroke is unfinished: lift the brush first"};
  if (act.a != static_cast<int32_t>(GlazeKind::kClear)) return Error{"glaze.kind", "is not a glaze we know"};
  const Result<Done> seconds = in_range("glaze.seconds", from_fixed(act.b, kPerDipSecond), 0.125, kDipSecondsMax, "s");
  if (!seconds) return seconds;
  return in_range("glaze.density_g_ml", from_fixed(act.c, kPerSlopDensity), kSlopDensityMin, kSlopDensityMax, "g/ml");
}

void apply_glazing(Workpiece& workpiece, const Act& act) {
  dip(workpiece.clay, from_fixed(act.b, kPerDipSecond), from_fixed(act.c, kPerSlopDensity),
      static_cast<GlazeKind>(act.a), workpiece.glaze);
  workpiece.stage = Stage::kGlazed;
}

}  // namespace sui::craft
