// Lessons: short guided makings, each a few steps, judged by what the clay is and never by a clock.
//
// Owns which lessons there are, their order, the clay each begins with and when it is learned. Draws nothing, hears no
// finger (lesson_guide.h). A step counts as done for as long as the clay says so: what was undone is to be done again.
// Lengths mm.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "game/craft/workpiece.h"
#include "game/piece/making.h"

namespace sui::studio {

enum class LessonId : uint8_t { kCentre, kOpen, kPull, kBelly, kCollar, kTrim, kOutlineWash, kReadFire };
inline constexpr std::size_t kLessonCount = 8;
inline constexpr std::array<LessonId, kLessonCount> kLessons = {
    LessonId::kCentre, LessonId::kOpen, LessonId::kPull,        LessonId::kBelly,
    LessonId::kCollar, LessonId::kTrim, LessonId::kOutlineWash, LessonId::kReadFire};

const char* lesson_id(LessonId lesson);  // "centre", …: stable, kept in the book and part of its words' keys
std::optional<LessonId> lesson_named(const std::string& id);
bool is_at_the_wheel(LessonId lesson);

inline constexpr double kCentredMm = 0.4;  // facts A2 call half a millimetre centred
inline constexpr double kOpenFloorMm = 14, kFloorLeastMm = 4, kOpenCapacityMl = 80;
inline constexpr double kPulledOnceMm = 112, kPulledMm = 150;
inline constexpr double kBelliedSome = 1.12, kBellied = 1.24;    // widest of the middle over the mouth
inline constexpr double kCollaredSome = 0.66, kCollared = 0.52;  // mouth over the widest
inline constexpr double kTrimmedMl = 10, kHollowMm = 2;
inline constexpr double kReadCone = 10, kReadWithin = 0.6;  // called when cone 10 goes down, give or take

struct LessonSight {
  int step = 0;                 // the one to do now, from 0
  int steps = 1;                // of the whole lesson
  float share = 0;              // of this step, 0 … 1
  bool done = false;            // all of them
  const char* trouble = "";     // what stands in the way, the end of a words' key; "" nothing
  double now = 0, wanted = 0;   // the number it is judged by, in the lesson's own measure
  bool fewer_is_better = true;  // whether `now` has to come down to `wanted`
};
// `called_cone`: which cone the reader of a fire said was down just then; 0: nothing was called yet.
LessonSight see(LessonId lesson, const craft::Workpiece& workpiece, double called_cone = 0);

// The heat-work done by this hour of a fire, from its curve, and the cone it lays down; as a plain number (cones.h).
double heat_work_at(const craft::Firing& firing, double hour);
double cone_at(const craft::Firing& firing, double hour);

// What to say now: "hint.learn.pull.1", "hint.learn.open.thin"; "" where the room itself says it best.
std::string lesson_words(LessonId lesson, const LessonSight& sight);

// The clay a lesson begins with, made ready by sure hands: its making replays like any other. `assist` is the
// player's; centring is learned on clay that is not centred by itself.
Result<piece::Bench> practice_clay(LessonId lesson, int assist);
// Whether the clay one lesson ended with is what the next begins with.
bool carries_over(LessonId next, const craft::Workpiece& workpiece);

// Outline and wash, as they lie on the wall: the best closed line and how much of it the pale wash fills, how much of
// the wash lies beyond it. 0 … 1.
struct OutlineWash {
  double closed = 0, filled = 0, spilt = 0;
};
OutlineWash outline_and_wash(const craft::Workpiece& workpiece);

}  // namespace sui::studio
