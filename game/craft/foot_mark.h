// The mark on the foot, laid out as reign marks were: four or six characters in two columns, read from the right, in a
// double ring. The words are ours, and so are the strokes they are written in.
//
// Owns the texts and their layout on a square sheet; does not own when a mark may be written (surface_rules.cpp).
#pragma once

#include "game/craft/surface.h"

namespace sui::craft {

enum class FootMarkText : uint8_t {
  kYearsOfPeace = 0,       // 岁岁平安
  kKilnOfYears = 1,        // 岁岁窑制
  kMadeInYearsOfPeace = 2  // 岁岁平安年制
};
inline constexpr int kFootMarkTexts = 3;
enum class FootMarkFrame : uint8_t { kNone = 0, kDoubleRing = 1, kDoubleSquare = 2 };
inline constexpr int kFootMarkFrames = 3;

// The mark of a kFootMark stroke on a square of `cells` x `cells`, seen from below with row 0 at the bottom of the
// writing. The sheet is as wide as the foot: `across_mm`.
PigmentField lay_foot_mark(const Stroke& mark, double across_mm, int cells);

}  // namespace sui::craft
