#include "game/craft/defect.h"

#include <string_view>

namespace sui::craft {

bool is_of_the_fire(DefectKind kind) {
  switch (kind) {
    case DefectKind::kBurst:
    case DefectKind::kDunted:
    case DefectKind::kUnderfired:
    case DefectKind::kOverfired:
    case DefectKind::kUnglazed:
    case DefectKind::kGlazeRan:
    case DefectKind::kWarped:
    case DefectKind::kHandleOval:
      return true;
    default:
      return kind >= DefectKind::kBlackCore && kind <= DefectKind::kDuntedCold;
  }
}

bool is_crack(DefectKind kind) {
  return kind == DefectKind::kRimCrack || kind == DefectKind::kSCrack || kind == DefectKind::kCrackedFloor ||
         kind == DefectKind::kDunted || kind == DefectKind::kDuntedCold || kind == DefectKind::kBurst ||
         kind == DefectKind::kTorn || kind == DefectKind::kCutThrough;
}

bool is_known(DefectKind kind) {
  return std::string_view(defect_id(kind)) != "unknown";
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
    case DefectKind::kJointCrack:
      return "joint_crack";
    case DefectKind::kHandleOval:
      return "handle_oval";
    case DefectKind::kLidMisfit:
      return "lid_misfit";
    case DefectKind::kBlackCore:
      return "black_core";
    case DefectKind::kBloated:
      return "bloated";
    case DefectKind::kSlumped:
      return "slumped";
    case DefectKind::kCrawled:
      return "crawled";
    case DefectKind::kPinholed:
      return "pinholed";
    case DefectKind::kStuckToShelf:
      return "stuck_to_shelf";
    case DefectKind::kCrazed:
      return "crazed";
    case DefectKind::kShivered:
      return "shivered";
    case DefectKind::kEnamelDull:
      return "enamel_dull";
    case DefectKind::kEnamelBurnt:
      return "enamel_burnt";
    case DefectKind::kDuntedCold:
      return "dunted_cold";
    case DefectKind::kCarvedThrough:
      return "carved_through";
    case DefectKind::kSmearedCut:
      return "smeared_cut";
    case DefectKind::kChippedCut:
      return "chipped_cut";
  }
  return "unknown";
}

}  // namespace sui::craft
