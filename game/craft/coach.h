// The coach: the one most useful thing to tell a potter at the wheel now, or nothing.
//
// Watches a workpiece about ten times a second and remembers a little (CoachState) of what the hands just did; changes
// no pot and is never hashed. A hint is an id and the numbers its words need; the words are in string tables under
// "coach.<id>". Hints are ranked, wait for a fault to last, and stay long enough to be read. mm, rpm, ml, seconds.
#pragma once

#include <array>
#include <cstdint>

#include "game/craft/workpiece.h"

namespace sui::craft {

enum class CoachId : uint8_t {  // in order of urgency, the most urgent first
  kRimTooFast = 0,              // spin is about to throw a wide rim down
  kNeverWet,                    // no water since the lump was set down
  kHandsDry,
  kWheelStands,  // pressing on a wheel that does not turn
  kJerking,
  kCollarFast,
  kClimbFast,  // hands rise by more than a finger's width a turn
  kOneSided,   // one hand alone strokes up the wall
  kTooDeep,    // the opening finger is about to go through
  kFloorThin,
  kOffCentre,  // opening or pulling clay that swings
  kCentreFaster,
  kPullSlower,
  kFloorThick,  // pulling began before the opening was deep enough
  kWobble,
  kPool,      // water stands inside
  kTooWet,    // swimming in water
  kClaySoft,  // the clay itself is too wet for what it shall be
  kRimThin,
  kWallThin,
  kBaseThick,
  kQuiet,
};
inline constexpr std::size_t kCoachIdCount = static_cast<std::size_t>(CoachId::kQuiet);
inline constexpr uint32_t kCoachTicks = 12;  // how often it looks

struct CoachNumber {
  const char* name = "";  // as in the words: "mm" where they say {mm}
  double value = 0;
};

struct CoachHint {
  CoachId id = CoachId::kQuiet;
  std::array<CoachNumber, 2> numbers{};  // unused ones have an empty name; fixed while the hint stands
};

struct CoachHand {
  bool down = false;
  double r_mm = 0, z_mm = 0, r_mm_s = 0, z_mm_s = 0;
};

struct CoachState {
  uint32_t tick = 0;  // of the last look
  CoachHand outer, inner;
  bool watered = false;
  double water_ml = 0;    // sponged on lately, fading
  double dry_work_s = 0;  // pressed since the last water
  double jerks = 0;       // jolts lately, fading
  double lone_climb_s = 0;
  bool pulls = false;       // both hands press the wall now
  double pull_from_mm = 0;  // lowest place of this pull or, between pulls, of the last; 0 before the first
  std::array<double, kCoachIdCount> evidence{};  // 0 none … 1 sure
  CoachHint said;
  double said_s = 0;  // how long it has stood
};

const char* coach_id(CoachId id);  // "hands_dry", …; "" for kQuiet

// Tells the coach of an act, before or after it is applied: water, and hands that leave the clay.
void coach_sees(const Act& act, CoachState& state);

// Looks, if kCoachTicks have passed since the last look, and says what to say now. A pot that went back in time (undo)
// is looked at afresh.
CoachHint coach(const Workpiece& workpiece, CoachState& state);

}  // namespace sui::craft
