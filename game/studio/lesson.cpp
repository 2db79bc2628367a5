#include "game/studio/lesson.h"

#include <algorithm>
#include <cmath>

#include "game/craft/cones.h"
#include "game/craft/likeness.h"
#include "game/craft/measure.h"

namespace sui::studio {
namespace {

using craft::Measures;
using craft::Workpiece;

constexpr std::array<const char*, kLessonCount> kIds = {"centre", "open", "pull",         "belly",
                                                        "collar", "trim", "outline_wash", "read_fire"};
constexpr double kTurningRpm = 100, kWallLeastMm = 2.5;

// How far along from `from` to `to`.
float share_of(double now, double from, double to) {
  return static_cast<float>(std::clamp((now - from) / (to - from), 0.0, 1.0));
}

LessonSight see_centre(const Workpiece& pot, const Measures& measures) {
  LessonSight sight;
  sight.steps = 2;
  sight.now = measures.eccentricity_mm;
  sight.wanted = kCentredMm;
  sight.step = pot.wheel_rpm_target < kTurningRpm ? 0 : 1;
  sight.share = sight.step == 0 ? share_of(pot.wheel_rpm_target, 0, kTurningRpm) : share_of(sight.now, 2.5, kCentredMm);
  sight.done = sight.step == 1 && sight.now <= kCentredMm;
  return sight;
}

LessonSight see_open(const Measures& measures) {
  LessonSight sight;
  sight.steps = 2;
  sight.step = measures.floor_mm > kOpenFloorMm ? 0 : 1;
  sight.now = sight.step == 0 ? measures.floor_mm : measures.capacity_ml;
  sight.wanted = sight.step == 0 ? kOpenFloorMm : kOpenCapacityMl;
  sight.fewer_is_better = sight.step == 0;
  sight.share = sight.step == 0 ? share_of(sight.now, 75, kOpenFloorMm) : share_of(sight.now, 10, kOpenCapacityMl);
  if (measures.floor_mm < kFloorLeastMm) sight.trouble = "thin";
  sight.done = sight.step == 1 && sight.now >= kOpenCapacityMl && measures.floor_mm >= kFloorLeastMm;
  return sight;
}

LessonSight see_pull(const Measures& measures) {
  LessonSight sight;
  sight.steps = 2;
  sight.now = measures.height_mm;
  sight.step = sight.now < kPulledOnceMm ? 0 : 1;
  sight.wanted = sight.step == 0 ? kPulledOnceMm : kPulledMm;
  sight.fewer_is_better = false;
  sight.share =
      sight.step == 0 ? share_of(sight.now, 78, kPulledOnceMm) : share_of(sight.now, kPulledOnceMm, kPulledMm);
  if (measures.wall_mm_min < kWallLeastMm) sight.trouble = "thin";
  sight.done = sight.now >= kPulledMm && measures.wall_mm_min >= kWallLeastMm;
  return sight;
}

LessonSight see_belly(const Workpiece& pot) {
  const craft::Outline outline = craft::outline_of(pot);
  double middle = 0;
  for (std::size_t i = craft::kOutlinePoints / 5; i < craft::kOutlinePoints * 7 / 10; ++i)
    middle = std::max(middle, outline.radius[i]);
  LessonSight sight;
  sight.steps = 2;
  sight.now = middle / std::max(0.01, outline.radius[craft::kOutlinePoints - 2]);
  sight.step = sight.now < kBelliedSome ? 0 : 1;
  sight.wanted = sight.step == 0 ? kBelliedSome : kBellied;
  sight.fewer_is_better = false;
  sight.share = sight.step == 0 ? share_of(sight.now, 1, kBelliedSome) : share_of(sight.now, kBelliedSome, kBellied);
  sight.done = sight.now >= kBellied;
  return sight;
}

LessonSight see_collar(const Workpiece& pot, const Measures& measures) {
  LessonSight sight;
  sight.steps = 2;
  sight.now = measures.mouth_diameter_mm / std::max(1.0, measures.max_diameter_mm);
  sight.step = sight.now > kCollaredSome ? 0 : 1;
  sight.wanted = sight.step == 0 ? kCollaredSome : kCollared;
  sight.share =
      sight.step == 0 ? share_of(sight.now, 0.8, kCollaredSome) : share_of(sight.now, kCollaredSome, kCollared);
  for (const craft::Defect& defect : pot.defects) {
    if (defect.kind == craft::DefectKind::kFolded) sight.trouble = "folded";
  }
  sight.done = sight.now <= kCollared && sight.trouble[0] == 0;
  return sight;
}

// How deep the foot is hollowed under the floor.
double hollow_mm(const craft::Clay& clay) {
  const std::size_t first = craft::floor_rings(clay).first;
  return first == 0 ? 0 : craft::ring_shape(clay, static_cast<int>(first) - 1).z_top_mm;
}

LessonSight see_trim(const Workpiece& pot) {
  const double taken_ml = pot.clay.removed_mm3 / 1000;
  LessonSight sight;
  sight.steps = 2;
  sight.fewer_is_better = false;
  sight.step = taken_ml < kTrimmedMl ? 0 : 1;
  sight.now = sight.step == 0 ? taken_ml : hollow_mm(pot.clay);
  sight.wanted = sight.step == 0 ? kTrimmedMl : kHollowMm;
  sight.share = share_of(sight.now, 0, sight.wanted);
  if (!pot.defects.empty()) sight.trouble = "hurt";
  sight.done = sight.step == 1 && sight.now >= kHollowMm && pot.defects.empty() && !pot.trimming.tool.down;
  return sight;
}

LessonSight see_outline_wash(const Workpiece& pot) {
  constexpr double kFilledEnough = 0.55, kSpiltMost = 0.3;
  const OutlineWash found = outline_and_wash(pot);
  LessonSight sight;
  sight.steps = 2;
  sight.step = found.closed < 1 ? 0 : 1;
  sight.now = 100 * found.filled;
  sight.wanted = 100 * kFilledEnough;
  sight.fewer_is_better = false;
  sight.share = static_cast<float>(sight.step == 0 ? found.closed : std::min(1.0, found.filled / kFilledEnough));
  if (sight.step == 1 && found.spilt > kSpiltMost) sight.trouble = "spilt";
  sight.done = sight.step == 1 && found.filled >= kFilledEnough && found.spilt <= kSpiltMost;
  return sight;
}

bool has_flame(craft::KilnKind kiln) {
  return kiln != craft::KilnKind::kElectric;
}

LessonSight see_read_fire(const Workpiece& pot, double called_cone) {
  LessonSight sight;
  sight.steps = 2;
  sight.wanted = kReadCone;
  sight.fewer_is_better = false;
  if (!pot.firing.done) return sight;
  sight.step = 1;
  sight.now = called_cone;
  if (!has_flame(pot.firing.kind)) sight.trouble = "clear";
  if (sight.trouble[0] == 0 && pot.firing.cone < kReadCone - kReadWithin) sight.trouble = "under";
  if (sight.trouble[0] != 0 || called_cone == 0) return sight;
  sight.share = share_of(called_cone, 5, kReadCone);
  if (called_cone < kReadCone - kReadWithin) sight.trouble = "early";
  if (called_cone > kReadCone + kReadWithin) sight.trouble = "late";
  sight.done = sight.trouble[0] == 0;
  return sight;
}

}  // namespace

const char* lesson_id(LessonId lesson) {
  return kIds[static_cast<std::size_t>(lesson)];
}

std::optional<LessonId> lesson_named(const std::string& id) {
  for (const LessonId lesson : kLessons) {
    if (id == lesson_id(lesson)) return lesson;
  }
  return std::nullopt;
}

bool is_at_the_wheel(LessonId lesson) {
  return lesson <= LessonId::kCollar;
}

double heat_work_at(const craft::Firing& firing, double hour) {
  double work = 0;
  for (std::size_t i = 1; i < firing.curve.size() && firing.curve[i - 1].hour < hour; ++i) {
    const craft::KilnSample &from = firing.curve[i - 1], &to = firing.curve[i];
    const double hours = std::min(hour, to.hour) - from.hour;
    work += 0.5 * hours * (craft::heat_work_per_h(from.ware_c) + craft::heat_work_per_h(to.ware_c));
  }
  return work;
}

double cone_at(const craft::Firing& firing, double hour) {
  return craft::cone_position(heat_work_at(firing, hour));
}

LessonSight see(LessonId lesson, const Workpiece& workpiece, double called_cone) {
  const Measures measures = craft::measure(workpiece);
  LessonSight sight;
  switch (lesson) {
    case LessonId::kCentre:
      sight = see_centre(workpiece, measures);
      break;
    case LessonId::kOpen:
      sight = see_open(measures);
      break;
    case LessonId::kPull:
      sight = see_pull(measures);
      break;
    case LessonId::kBelly:
      sight = see_belly(workpiece);
      break;
    case LessonId::kCollar:
      sight = see_collar(workpiece, measures);
      break;
    case LessonId::kTrim:
      sight = see_trim(workpiece);
      break;
    case LessonId::kOutlineWash:
      sight = see_outline_wash(workpiece);
      break;
    case LessonId::kReadFire:
      return see_read_fire(workpiece, called_cone);
  }
  if (workpiece.fallen) {
    sight.trouble = "fallen";
    sight.done = false;
  }
  // A hand still on the clay may yet undo it.
  if (workpiece.outer.down || workpiece.inner.down) sight.done = false;
  return sight;
}

std::string lesson_words(LessonId lesson, const LessonSight& sight) {
  if (std::string_view(sight.trouble) == "fallen") return "hint.fallen";
  if (lesson == LessonId::kTrim && !sight.done) return {};
  const std::string key = std::string("hint.learn.") + lesson_id(lesson) + ".";
  return key + (sight.trouble[0] != 0 ? std::string(sight.trouble) : std::to_string(sight.step + 1));
}

bool carries_over(LessonId next, const Workpiece& workpiece) {
  if (next == LessonId::kCentre || !is_at_the_wheel(next)) return false;
  const auto before = static_cast<LessonId>(static_cast<int>(next) - 1);
  return workpiece.stage == craft::Stage::kThrowing && !workpiece.fallen && see(before, workpiece).done &&
         !see(next, workpiece).done;
}

}  // namespace sui::studio
