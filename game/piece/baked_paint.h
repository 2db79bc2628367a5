// Decoration inside the baked form: the paint layers of a Look at one size, squeezed and restored.
//
// Private to baked.cpp and its test. Owns layers <-> residuals (paint_cells.h) and their checks; does not own bytes on
// the wire. A layer with nothing in it is left out.
#pragma once

#include <cstdint>
#include <vector>

#include "game/base/result.h"
#include "game/craft/look.h"

namespace sui::piece {

inline constexpr std::size_t kBakedLayersMax = 8;  // cobalt, copper, iron, enamel, its kind, height, hole, bare

struct BakedLayer {
  uint8_t layer = 0;  // 0 … kBakedLayersMax - 1, in the order above
  std::vector<uint8_t> residuals;
};

struct BakedPaint {
  int columns = 0, rows = 0;
  std::vector<BakedLayer> layers;  // ascending
};

// At most `columns` wide and half as tall; empty when the look has no paint.
BakedPaint bake_paint(const craft::Look& look, int columns);
// Errors name the field: "baked.paint…".
Result<Done> unbake_paint(const BakedPaint& paint, craft::Look& look);

}  // namespace sui::piece
