// The language patterns are drawn in: traces of a pen over points, and motifs used again elsewhere, turned or mirrored.
//
// Private to pattern.cpp and the tables. A path is "x,y x,y …" in 1/1000 of the motif's height, y up. Owns no drawing.
#pragma once

#include <cstddef>
#include <cstdint>

#include "game/craft/act.h"

namespace sui::craft {

enum class Pen : uint8_t {
  kLine,   // straight from point to point
  kCurve,  // through the points, even
  kSwell,  // through the points, thin at both ends
  kTail,   // through the points, from full to a hair
  kLoop,   // a closed curve, even
  kFill,   // a closed curve, flooded
  kWipe,   // a closed curve, wiped clean: what is drawn next stands before what was
  kBlock,  // a straight-sided figure, flooded
  kUse,    // a motif: "x,y size_pct degrees", degrees above 1000: mirrored left to right first (less 1000)
};

struct Motif;

struct Trace {
  Pen pen;
  uint8_t slot;   // of the pattern's own colours
  uint8_t width;  // 1/1000
  uint8_t load;   // %
  const char* path;
  const Motif* motif = nullptr;
};

struct Motif {
  const Trace* traces;
  std::size_t count;
};

template <std::size_t kCount>
constexpr Motif motif_of(const Trace (&traces)[kCount]) {
  return {traces, kCount};
}
constexpr Trace line(uint8_t width, uint8_t load, const char* path, uint8_t slot = 0) {
  return {Pen::kLine, slot, width, load, path};
}
constexpr Trace curve(uint8_t width, uint8_t load, const char* path, uint8_t slot = 0) {
  return {Pen::kCurve, slot, width, load, path};
}
constexpr Trace swell(uint8_t width, uint8_t load, const char* path, uint8_t slot = 0) {
  return {Pen::kSwell, slot, width, load, path};
}
constexpr Trace tail(uint8_t width, uint8_t load, const char* path, uint8_t slot = 0) {
  return {Pen::kTail, slot, width, load, path};
}
constexpr Trace loop(uint8_t width, uint8_t load, const char* path, uint8_t slot = 0) {
  return {Pen::kLoop, slot, width, load, path};
}
constexpr Trace fill(uint8_t load, const char* path, uint8_t slot = 1) {
  return {Pen::kFill, slot, 0, load, path};
}
constexpr Trace wipe(const char* path) {
  return {Pen::kWipe, 0, 0, 0, path};
}
constexpr Trace block(uint8_t load, const char* path, uint8_t slot = 1) {
  return {Pen::kBlock, slot, 0, load, path};
}
constexpr Trace use(const Motif& motif, const char* place) {
  return {Pen::kUse, 0, 0, 0, place, &motif};
}

inline constexpr int kPatternSlots = 6;

struct Pattern {
  const char* id;
  int width;  // of one repeat, where its height is 1000
  Motif drawing;
  Pigment own[kPatternSlots];  // slot 0: the line
};

extern const Pattern kKeyFretPattern, kPlantainPattern, kWavesPattern, kCloudCollarPattern, kScrollLotusPattern,
    kThreeFriendsPattern, kBoysPattern, kDragonPhoenixPattern, kSazPattern, kTulipsPattern, kCarnationsPattern,
    kFaenzaPattern, kGorodetsPattern, kOshPattern, kTroyanPattern;

// Runs through a motif's traces as points on a flat sheet: what patterns and the foot's mark are made from.
struct SheetPoint {
  double x, y, pressure;
};
struct Pose {
  double x = 0, y = 0, size = 1, cosine = 1, sine = 0;
  bool mirrored = false;
};
using TraceSink = void (*)(void* owner, const Trace& trace, double size, const SheetPoint* points, std::size_t count);
void run_motif(const Motif& motif, const Pose& pose, TraceSink sink, void* owner);

}  // namespace sui::craft
