// Act: one quantised thing a potter did. A pot is nothing but its acts replayed.
//
// Owns the vocabulary and its integer units; does not own encoding (piece/) nor rules (workpiece.h).
// Units at the border are integers so that every machine reads the same hand:
// lengths 1/64 mm, turns 1/65536, speeds 1/16 rpm, water 1/64 ml, temperatures 1/16 °C.
#pragma once

#include <cstdint>

namespace sui::craft {

enum class ActKind : uint8_t {
  kWheel = 1,      // a: wheel speed in 1/16 rpm, >= 0; the wheel's inertia follows
  kOuterHand = 2,  // a: r, b: z in 1/64 mm; the hand reaches it, linearly, kHandReachTicks later
  kOuterLift = 3,  // the outer hand leaves the clay
  kInnerHand = 4,  // as kOuterHand, for the hand inside
  kInnerLift = 5,
  kWater = 6,         // a: 1/64 ml, sponged on
  kCut = 7,           // the wire: throwing ends
  kDry = 8,           // a: DryingPlace, b: minutes
  kStrokeBegin = 9,   // a: Pigment, b: brush width in 1/64 mm, c: pigment load in 1/256
  kStrokePoint = 10,  // a: u in 1/65536 turn (unwrapped: may pass a whole turn), b: v in 1/256 ring from the foot, c:
                      // pressure in 1/256
  kStrokeEnd = 11,
  kStrokeUndo = 12,   // takes back the last surface act of any kind
  kGlazeDip = 13,     // a: GlazeKind, b: time under in 1/16 s, c: slop density in 1/1000 g/ml, d: 1 the foot too
  kKilnSegment = 14,  // a: rate in 1/16 °C/h, b: target in 1/16 °C, c: hold in min, d: CO in 1/256 %
  kFire = 15,  // a: KilnKind; b: place and kOpenToFlame; c, d: seed of the kiln's opening (0, 0: the making's own hash
               // so far)

  kTakeTool = 16,  // a: 0 the outer hand, 1 the inner; b: Tool; c: 0 against the wall, 1 pressing straight down

  kTrimBegin = 32,  // a: speed of the chuck in 1/16 rpm; again while trimming: another speed
  kTrimTool = 33,   // a: r, b: z in 1/64 mm, c: 0 on the outside, 1 in the hollow of the foot; reached like a hand
  kTrimLift = 34,   // the tool leaves the clay
  kTrimEnd = 35,    // off the chuck

  kMakePart = 40,  // a: PartKind, b: size, c: thickness in 1/64 mm, d: its moisture in 1/16 % wet basis; into the hand
  kLute = 41,      // presses the part in hand on; a: 0, b: u in 1/65536 turn, c: v in 1/256 ring (0 for a part on the
                   // axis), d: 1 scored + 2 slip
  kPartUndo = 42,  // takes the last part off again, back into the hand, while its slip is wet

  kBand = 56,        // the wheel turns once under a still brush; a: Pigment, b: v in 1/256 ring, c: width in 1/64 mm,
                     // d: load in 1/256
  kWash = 57,        // 分水: a: Pigment, b: u in 1/65536 turn, c: v in 1/256 ring, d: load in 1/256
  kCarveBegin = 58,  // a: CarveTool, b: width in 1/64 mm, c: depth in 1/64 mm
  kStamp = 59,       // a: StampForm + 256 times impressions round the pot, b: u, c: v, d: size in 1/64 mm
  kPierce = 60,      // a grain of linglong; a: u, b: v, c: length in 1/64 mm, d: its lean from upright in 1/65536 turn
  kPattern = 61,     // a: PatternId + 256 times repeats (0: as many as fit), b: v from, c: v to, d: Pigment + 256 times
                     // load in 1/256
  kFootMark = 62,    // a: FootMarkText, b: FootMarkFrame, d: Pigment + 256 times load in 1/256

  // The glaze room's, 80–95.
  kGlazeWeigh = 80,     // a: material (materials.h), b: parts in 1/16; onto this pot's own bench
  kGlazeColorant = 81,  // a: Oxide, b: % on top of 100 dry parts in 1/256
  kGlazeEmpty = 82,     // throws away what was weighed out
  kGlazePour = 83,      // a: GlazeKind, b: seconds in 1/16, c: density in 1/1000 g/ml, d: from which side, 1/65536 turn
  kGlazeSwill = 84,     // inside; a: GlazeKind, b: seconds in 1/16, c: density in 1/1000 g/ml
  kGlazeBrush = 85,     // a: GlazeKind, b: from, c: to in 1/256 ring, d: coats
  kGlazeBlow = 86,      // as kGlazeBrush, d: passes
  kGlazeWipe = 87,      // a: height in 1/64 mm up to which the outside is wiped clean

  // The kiln's, 96–111: driven by hand. Minutes since it is lit, rising; the last drive has no fuel.
  kKilnDrive = 96,  // a: minute, b: fuel, c: air, d: damper, in 1/256
  kKilnStoke = 97,  // a: minute, b: wood in 1/16 kg, c: section, 0 the firebox
};

struct Act {
  uint32_t tick = 0;  // never less than the act before it
  ActKind kind = ActKind::kWheel;
  int32_t a = 0, b = 0, c = 0, d = 0;

  friend bool operator==(const Act& left, const Act& right) {
    return left.tick == right.tick && left.kind == right.kind && left.a == right.a && left.b == right.b &&
           left.c == right.c && left.d == right.d;
  }
};

// An act not yet placed in time: piece::act_on sets its tick.
constexpr Act act_of(ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0, int32_t d = 0) {
  return {0, kind, a, b, c, d};
}

// Which rules an act falls under (rules.h). Numbers not yet given out belong to no one: such an act is refused.
enum class ActDomain : uint8_t { kNone, kThrowing, kDrying, kSurface, kGlazing, kKiln, kTrimming, kJoining };
constexpr ActDomain domain_of(ActKind kind) {
  switch (kind) {
    case ActKind::kWheel:
    case ActKind::kOuterHand:
    case ActKind::kOuterLift:
    case ActKind::kInnerHand:
    case ActKind::kInnerLift:
    case ActKind::kWater:
    case ActKind::kCut:
    case ActKind::kTakeTool:
      return ActDomain::kThrowing;
    case ActKind::kTrimBegin:
    case ActKind::kTrimTool:
    case ActKind::kTrimLift:
    case ActKind::kTrimEnd:
      return ActDomain::kTrimming;
    case ActKind::kDry:
      return ActDomain::kDrying;
    case ActKind::kStrokeBegin:
    case ActKind::kStrokePoint:
    case ActKind::kStrokeEnd:
    case ActKind::kStrokeUndo:
    case ActKind::kBand:
    case ActKind::kWash:
    case ActKind::kCarveBegin:
    case ActKind::kStamp:
    case ActKind::kPierce:
    case ActKind::kPattern:
    case ActKind::kFootMark:
      return ActDomain::kSurface;
    case ActKind::kMakePart:
    case ActKind::kLute:
    case ActKind::kPartUndo:
      return ActDomain::kJoining;
    case ActKind::kGlazeDip:
    case ActKind::kGlazeWeigh:
    case ActKind::kGlazeColorant:
    case ActKind::kGlazeEmpty:
    case ActKind::kGlazePour:
    case ActKind::kGlazeSwill:
    case ActKind::kGlazeBrush:
    case ActKind::kGlazeBlow:
    case ActKind::kGlazeWipe:
      return ActDomain::kGlazing;
    case ActKind::kKilnSegment:
    case ActKind::kFire:
    case ActKind::kKilnDrive:
    case ActKind::kKilnStoke:
      return ActDomain::kKiln;
  }
  return ActDomain::kNone;
}
inline constexpr int kActKindMax = 127;  // the record's columns are counted up to here

enum class ClayBody : uint8_t { kJingdezhen = 0 };
// What a hand holds. A wrung sponge takes water up, a wet one gives it where it touches.
enum class Tool : uint8_t { kFingers = 0, kSponge = 1, kWetSponge = 2, kRib = 3, kNeedle = 4 };
enum class DryingPlace : uint8_t { kWrapped = 0, kShelf = 1, kSun = 2 };
// What a brush may be dipped in. 0–3 go on the raw pot and under the glaze, 8–16 on the fired glaze (pigment.h).
enum class Pigment : uint8_t {
  kCobalt = 0,
  kCopper = 1,
  kIron = 2,
  kWax = 3,  // resist: no colour, but what comes after does not hold there
  kEnamelRed = 8,
  kEnamelGreen = 9,
  kEnamelYellow = 10,
  kEnamelAubergine = 11,
  kEnamelTurquoise = 12,
  kEnamelBlack = 13,
  kEnamelRose = 14,
  kEnamelWhite = 15,
  kEnamelGold = 16,
  kOwnColours = 24,  // patterns only: the enamels the pattern's tradition uses
};
enum class CarveTool : uint8_t { kKnife = 0, kSlantedKnife = 1, kComb = 2, kSlip = 3 };
enum class StampForm : uint8_t { kRosette = 0, kDot = 1, kRing = 2, kLeaf = 3, kLozenge = 4 };
// The named wares of wares.h in their order, and the glaze mixed on this pot's own bench.
enum class GlazeKind : uint8_t {
  kClear = 0,
  kQingbai = 1,
  kTianbai = 2,
  kShufu = 3,
  kFenqing = 4,
  kMeiziqing = 5,
  kGe = 6,
  kJun = 7,
  kTenmoku = 8,
  kHaresFur = 9,
  kOilSpot = 10,
  kKaki = 11,
  kYoulihong = 12,
  kJihong = 13,
  kPeachBloom = 14,
  kFlambe = 15,
  kJilan = 16,
  kShino = 17,
  kDuckTurquoise = 18,
  kDuckYellow = 19,
  kDuckGreen = 20,
  kDuckAubergine = 21,
  kDuckBlack = 22,
  kTeaDust = 23,
  kMixed = 127,
};
enum class KilnKind : uint8_t { kElectric = 0, kGas = 1, kZhenyao = 2, kDragon = 3 };
inline constexpr int kKilnKindMax = 3;
// Where a pot stands, kFire's b: the place, plus kOpenToFlame when it stands in no saggar (wood kilns only).
inline constexpr int kOpenToFlame = 8;

// Conversions used wherever a hand, a script or a screen makes an act. Round half away from zero, saturate never:
// callers check ranges first (workpiece.h: check).
constexpr int32_t to_fixed(double value, int units) {
  const double scaled = value * units;
  return static_cast<int32_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}
constexpr double from_fixed(int32_t value, int units) {
  return static_cast<double>(value) / units;
}

inline constexpr int kPerMm = 64;
inline constexpr int kPerTurn = 65536;
inline constexpr int kPerRpm = 16;
inline constexpr int kPerMl = 64;
inline constexpr int kPerCelsius = 16;
inline constexpr int kPerRing = 256;
inline constexpr int kPerPressure = 256;
inline constexpr int kPerLoad = 256;
inline constexpr int kPerCoPct = 256;
inline constexpr int kPerShare = 256;
inline constexpr int kPerWoodKg = 16;
inline constexpr int kPerDipSecond = 16;
inline constexpr int kPerSlopDensity = 1000;
inline constexpr int kPerPart = 16;
inline constexpr int kPerColorantPct = 256;

}  // namespace sui::craft
