// The levers explain pulls: each bends one number of a making's acts further and further, so that a search can find how
// little is enough.
//
// Private to piece/. Owns the editing of acts; whether an edited making is allowed, and what comes of it, replay says.
#pragma once

#include "game/piece/making.h"

namespace sui::piece {

enum class LeverId : uint8_t {
  kWheelSlower,
  kLessWater,
  kMoreWater,
  kStopEarlier,
  kPressFloor,
  kWrapFirst,
  kDryLonger,
  kCandle,
  kSlowSteam,
  kSlowQuartz,
  kSlowCold,
  kPeakUp,
  kPeakDown,
  kHoldLonger,
  kHoldShorter,
  kAirHold,
  kSmokeLater,
  kDipShorter,
  kDipAtAll,
  kFuelUp,
  kFuelDown,
  kMuffleUp,
  kMuffleDown,
  kPartDrier,
  kPartWetter,
  kPartBond,
  kPartLighter,
  kDryBefore,
  kDryLess,
  kLeaveOut,
  kCarveShallower,
  kCarveLater,
  kCarveSooner,
  kCollarLess,
  kTrimShallower,
  kMoreQuartz,
  kLessQuartz,
  kMoreFeldspar,
  kLessFeldspar,
};

// A defect and the act after which it was there.
struct Fault {
  craft::Defect defect;
  std::size_t act = 0;
};

// What was bent: the number as it was where it mattered most, and as it became.
struct Bent {
  bool any = false;  // false: this making has nothing of the kind to bend
  double from = 0, to = 0;
};

// Bends `making` by `share`, 0 not at all … 1 as far as a potter would go. Checkpoints are dropped: it is another
// making.
Bent bend(LeverId lever, const Fault& fault, double share, Making& making);

}  // namespace sui::piece
