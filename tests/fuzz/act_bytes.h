// How bytes say a making: a header for the clay and where the pot begins, then one operation after the other.
//
// Owns the format and both its directions, so that the seeds are written with what the target reads. An operation is
// its kind's place in kPlausible (high bit: the four numbers follow as they are, wild), kWait or kSweep. A plausible
// number is a share of its range in 1/65535: most mutations stay something a potter might do.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "game/craft/workpiece.h"

namespace sui::fuzz {

struct Range {
  int32_t from = 0, to = 0;
};

struct Plausible {
  craft::ActKind kind;
  std::array<Range, 4> numbers{};
};

inline constexpr int kMm = craft::kPerMm, kTurn = craft::kPerTurn, kRing = craft::kPerRing, kC = craft::kPerCelsius;

// A little past every limit on both sides, so that the limits are met too.
inline constexpr Plausible kPlausible[] = {
    {craft::ActKind::kWheel, {{{-16, 410 * craft::kPerRpm}}}},
    {craft::ActKind::kOuterHand, {{{-64, 180 * kMm}, {-64, 260 * kMm}}}},
    {craft::ActKind::kOuterLift, {}},
    {craft::ActKind::kInnerHand, {{{-64, 180 * kMm}, {-64, 260 * kMm}}}},
    {craft::ActKind::kInnerLift, {}},
    {craft::ActKind::kWater, {{{-64, 60 * craft::kPerMl}}}},
    {craft::ActKind::kCut, {}},
    {craft::ActKind::kDry, {{{0, 3}, {0, 60 * 48}}}},
    {craft::ActKind::kStrokeBegin, {{{0, 17}, {0, 41 * kMm}, {0, 260}}}},
    {craft::ActKind::kStrokePoint, {{{-2 * kTurn, 2 * kTurn}, {-256, 129 * kRing}, {0, 260}}}},
    {craft::ActKind::kStrokeEnd, {}},
    {craft::ActKind::kStrokeUndo, {}},
    {craft::ActKind::kGlazeDip, {{{0, 127}, {0, 61 * craft::kPerDipSecond}, {1000, 2000}, {0, 2}}}},
    {craft::ActKind::kKilnSegment, {{{0, 1000 * kC}, {0, 1410 * kC}, {0, 600}, {0, 16 * craft::kPerCoPct}}}},
    {craft::ActKind::kFire, {{{0, 4}, {0, 16}, {0, 9}, {0, 9}}}},
    {craft::ActKind::kTakeTool, {{{0, 2}, {0, 5}, {0, 2}}}},
    {craft::ActKind::kTrimBegin, {{{-16, 310 * craft::kPerRpm}}}},
    {craft::ActKind::kTrimTool, {{{-64, 120 * kMm}, {-64, 200 * kMm}, {0, 2}}}},
    {craft::ActKind::kTrimLift, {}},
    {craft::ActKind::kTrimEnd, {}},
    {craft::ActKind::kMakePart, {{{0, 8}, {0, 410 * kMm}, {0, 61 * kMm}, {0, 33 * 16}}}},
    {craft::ActKind::kLute, {{{0, 1}, {0, kTurn + 1}, {0, 129 * kRing}, {0, 4}}}},
    {craft::ActKind::kPartUndo, {}},
    {craft::ActKind::kBand, {{{0, 17}, {-256, 129 * kRing}, {0, 41 * kMm}, {0, 260}}}},
    {craft::ActKind::kWash, {{{0, 17}, {-2 * kTurn, 2 * kTurn}, {-256, 129 * kRing}, {0, 260}}}},
    {craft::ActKind::kCarveBegin, {{{0, 4}, {0, 41 * kMm}, {0, 12 * kMm}}}},
    {craft::ActKind::kStamp, {{{0, 64 * 256}, {-2 * kTurn, 2 * kTurn}, {-256, 129 * kRing}, {0, 41 * kMm}}}},
    {craft::ActKind::kPierce, {{{-2 * kTurn, 2 * kTurn}, {-256, 129 * kRing}, {0, 41 * kMm}, {-kTurn, kTurn}}}},
    {craft::ActKind::kPattern, {{{0, 65 * 256}, {-256, 129 * kRing}, {-256, 129 * kRing}, {0, 260 * 256}}}},
    {craft::ActKind::kFootMark, {{{0, 9}, {0, 4}, {0, 260 * 256}}}},
    {craft::ActKind::kGlazeWeigh, {{{0, 29}, {0, 120 * craft::kPerPart}}}},
    {craft::ActKind::kGlazeColorant, {{{0, 24}, {0, 31 * craft::kPerColorantPct}}}},
    {craft::ActKind::kGlazeEmpty, {}},
    {craft::ActKind::kGlazePour, {{{0, 127}, {0, 61 * craft::kPerDipSecond}, {1000, 2000}, {0, kTurn}}}},
    {craft::ActKind::kGlazeSwill, {{{0, 127}, {0, 61 * craft::kPerDipSecond}, {1000, 2000}}}},
    {craft::ActKind::kGlazeBrush, {{{0, 127}, {0, 129 * kRing}, {0, 129 * kRing}, {0, 13}}}},
    {craft::ActKind::kGlazeBlow, {{{0, 127}, {0, 129 * kRing}, {0, 129 * kRing}, {0, 13}}}},
    {craft::ActKind::kGlazeWipe, {{{0, 300 * kMm}}}},
    {craft::ActKind::kKilnDrive, {{{0, 3000}, {0, 260}, {0, 260}, {0, 260}}}},
    {craft::ActKind::kKilnStoke, {{{0, 3000}, {0, 501 * craft::kPerWoodKg}, {0, 5}}}},
};
inline constexpr uint8_t kPlausibleCount = sizeof(kPlausible) / sizeof(kPlausible[0]);
inline constexpr uint8_t kWait = kPlausibleCount, kSweep = kPlausibleCount + 1, kWild = 0x80;
static_assert(kSweep < kWild);

// Where the pot begins: a fresh lump, or one that was thrown and brought so far before (seeds of later crafts need not
// be thrown anew by every input).
enum class From : uint8_t { kLump = 0, kThrown = 1, kLeatherHard = 2, kBoneDry = 3, kGlazed = 4, kFired = 5 };
inline constexpr uint8_t kFromCount = 6;

struct Spot {
  double r_mm = 0, z_mm = 0;
};

// Both hands, or one, along straight lines, sampled as a finger is.
struct Sweep {
  bool outer = false, inner = false, trims = false, lift = false;
  uint8_t samples = 0;
  std::array<Spot, 4> spots{};  // outer (or trimming tool) from, to; inner from, to
};

class Reader {
 public:
  explicit Reader(std::span<const uint8_t> bytes) : left_(bytes) {}
  bool done() const { return left_.empty(); }
  uint8_t byte() {
    if (left_.empty()) return 0;
    const uint8_t first = left_.front();
    left_ = left_.subspan(1);
    return first;
  }
  uint32_t word(int bytes) {
    uint32_t value = 0;
    for (int i = 0; i < bytes; ++i) value |= static_cast<uint32_t>(byte()) << (8 * i);
    return value;
  }
  int32_t plausible(Range range) {
    const int64_t share = word(2), width = int64_t{range.to} - range.from;
    return static_cast<int32_t>(range.from + (width * share + 32767) / 65535);
  }
  craft::Act act(uint8_t operation) {
    craft::Act act;
    const bool wild = (operation & kWild) != 0;
    if (wild) {
      act.kind = static_cast<craft::ActKind>(operation & ~kWild);
      for (int32_t* number : {&act.a, &act.b, &act.c, &act.d}) *number = static_cast<int32_t>(word(4));
      return act;
    }
    const Plausible& said = kPlausible[operation];
    act.kind = said.kind;
    int32_t* const numbers[] = {&act.a, &act.b, &act.c, &act.d};
    for (std::size_t i = 0; i < 4; ++i) {
      if (said.numbers[i].from != said.numbers[i].to) *numbers[i] = plausible(said.numbers[i]);
    }
    return act;
  }
  Sweep sweep() {
    Sweep sweep;
    const uint8_t flags = byte();
    sweep.outer = flags & 1;
    sweep.inner = flags & 2;
    sweep.trims = flags & 4;
    sweep.lift = flags & 8;
    sweep.samples = byte();
    for (Spot& spot : sweep.spots) {
      spot.r_mm = word(2) / 256.0;
      spot.z_mm = word(2) / 128.0;
    }
    return sweep;
  }

 private:
  std::span<const uint8_t> left_;
};

class Writer {
 public:
  Writer(From from, int32_t mass_g, int32_t moisture_16pct, uint8_t assist) {
    bytes.push_back(static_cast<uint8_t>(from));
    word(static_cast<uint32_t>(mass_g), 2);
    word(static_cast<uint32_t>(moisture_16pct), 2);
    bytes.push_back(assist);
  }
  void word(uint32_t value, int count) {
    for (int i = 0; i < count; ++i) bytes.push_back(static_cast<uint8_t>(value >> (8 * i)));
  }
  void act(craft::ActKind kind, int32_t a = 0, int32_t b = 0, int32_t c = 0, int32_t d = 0) {
    uint8_t operation = 0;
    while (kPlausible[operation].kind != kind) ++operation;
    const int32_t numbers[] = {a, b, c, d};
    bytes.push_back(operation);
    for (std::size_t i = 0; i < 4; ++i) {
      const Range range = kPlausible[operation].numbers[i];
      if (range.from == range.to) continue;
      const int64_t width = int64_t{range.to} - range.from;
      word(static_cast<uint32_t>((int64_t{numbers[i]} - range.from) * 65535 / width), 2);
    }
  }
  void wait(double seconds) {
    bytes.push_back(kWait);
    bytes.push_back(static_cast<uint8_t>(seconds * 30));
  }
  void sweep(const Sweep& sweep) {
    bytes.push_back(kSweep);
    bytes.push_back(static_cast<uint8_t>((sweep.outer ? 1 : 0) | (sweep.inner ? 2 : 0) | (sweep.trims ? 4 : 0) |
                                         (sweep.lift ? 8 : 0)));
    bytes.push_back(sweep.samples);
    for (const Spot& spot : sweep.spots) {
      word(static_cast<uint32_t>(spot.r_mm * 256), 2);
      word(static_cast<uint32_t>(spot.z_mm * 128), 2);
    }
  }
  std::vector<uint8_t> bytes;
};

}  // namespace sui::fuzz
