#include "game/craft/defect.h"

namespace sui::craft {

namespace {
constexpr const char* kUnknownId = "unknown";
}

const char* defect_id(DefectKind kind) {
  switch (kind) {
    case DefectKind::kFlopped:
      return "flopped";
    case DefectKind::kSquatted:
      return "squatted";
    case DefectKind::kTorn:
      return "torn";
    case DefectKind::kRimCrack:
      return "rim_crack";
    case DefectKind::kSCrack:
      return "s_crack";
    case DefectKind::kBurst:
      return "burst";
    case DefectKind::kDunted:
      return "dunted";
    case DefectKind::kUnderfired:
      return "underfired";
    case DefectKind::kOverfired:
      return "overfired";
    case DefectKind::kUnglazed:
      return "unglazed";
    case DefectKind::kGlazeRan:
      return "glaze_ran";
    case DefectKind::kWarped:
      return "warped";
    case DefectKind::kCrackedFloor:
      return "cracked_floor";
    case DefectKind::kFolded:
      return "folded";
    case DefectKind::kSpunOff:
      return "spun_off";
    case DefectKind::kDriedCrooked:
      return "dried_crooked";
    case DefectKind::kCutThrough:
      return "cut_through";
    case DefectKind::kTrimTorn:
      return "trim_torn";
    case DefectKind::kTrimChipped:
      return "trim_chipped";
  }
  return kUnknownId;
}

bool is_known(DefectKind kind) {
  return defect_id(kind) != kUnknownId;
}

}  // namespace sui::craft
