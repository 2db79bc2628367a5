// A defect is a value: what, where, when, and the numbers that caused it.
//
// Owns the vocabulary only; each is raised by the part of craft whose physics caused it. Words for people live in
// string tables. Units of value and limit are those of the cause, the same for both.
#pragma once

#include <cstdint>

namespace sui::craft {

enum class DefectKind : uint8_t {
  kFlopped = 1,   // fell on the wheel; cause: stress over strength
  kSquatted = 2,  // a ring was crushed by what stood on it
  kTorn = 3,      // twisted or thinned through
  kRimCrack = 4,  // dried unevenly
  kSCrack = 5,    // floor, pooled water
  kBurst = 6,     // steam
  kDunted = 7,    // quartz inversion too fast
  kUnderfired = 8,
  kOverfired = 9,  // bloated, slumped
  kUnglazed = 10,  // fired without glaze: rough biscuit
  kGlazeRan = 11,
  kWarped = 12,
  kCrackedFloor = 13,
  kJointCrack = 30,  // an attachment came away: strain in its joint
  kHandleOval = 31,  // a handle pulled the mouth oval in the fire
  kLidMisfit = 32,   // lid and mouth shrank apart

  kFolded = 20,        // collared in too far in one pass; cause: inward strain
  kSpunOff = 21,       // slid off the wheel head; cause: the force of what is off-centre
  kDriedCrooked = 22,  // bent towards the side that dried first; cause: mm of lean
  kCutThrough = 23,    // the trimming tool came out on the other side; cause: mm left
  kTrimTorn = 24,      // trimmed too soft; cause: % water
  kTrimChipped = 25,   // trimmed too dry with too deep a bite; cause: mm

  // The surface's, 35–39.
  kCarvedThrough = 35,  // carved or stamped deeper than the wall, mm
  kSmearedCut = 36,     // carved too wet, wet %
  kChippedCut = 37,     // carved too dry, wet %

  // The kiln's, 50–69.
  kBlackCore = 50,     // carbon shut in; cause: its share left
  kBloated = 51,       // gas in a closed wall; % by volume
  kSlumped = 52,       // sank in the fire, mm
  kCrawled = 53,       // the raw glaze coat cracked; its thickness, mm
  kPinholed = 54,      // bubbles had no time to heal; share left
  kStuckToShelf = 55,  // glaze at the foot, mm
  kCrazed = 56,        // glaze in tension, MPa
  kShivered = 57,      // glaze squeezed off, MPa
  kEnamelDull = 58,    // overglaze colours not melted; share melted
  kEnamelBurnt = 59,   // or burnt away, °C
  kDuntedCold = 60,    // cristobalite of an over-long fire, cooled too fast through 226 °C; °C/h
};

struct Defect {
  DefectKind kind = DefectKind::kFlopped;
  uint32_t tick = 0;  // when on the wheel; for the kiln: minutes into the firing
  int32_t ring = 0;   // where
  double value = 0;   // the causing number …
  double limit = 0;   // … and the limit it passed, same unit
};

// Its tick counts minutes since the kiln was lit, not ticks of the wheel.
bool is_of_the_fire(DefectKind kind);
bool is_crack(DefectKind kind);          // goes through the wall: the pot no longer rings
bool is_known(DefectKind kind);          // whether this number names a defect at all
const char* defect_id(DefectKind kind);  // "flopped", stable, used in JSON and as string-table key "defect.flopped"

}  // namespace sui::craft
