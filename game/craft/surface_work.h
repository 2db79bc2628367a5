// How much work it is to lay a surface's paint, counted in cells looked at. lay_all (surface.h) is this without the
// sum.
//
// Owns the bound that no making, however wild, may pass; for tests and for whoever budgets a server's time.
#pragma once

#include "game/craft/surface.h"

namespace sui::craft {

// A stamp costs at least this many cells, for finding its place; and a whole field at most this often itself.
inline constexpr int64_t kStampCellsMin = 64;
inline constexpr int64_t kWorkPerCellMax = 600;

// Outlines and washes are worked out on a grid of their own (wash.h); so many of its cells are looked at at most, and
// one stroke or wash more.
inline constexpr int64_t kBasinWorkMax = 24'000'000;

struct LaidPaint {
  PigmentField field;
  int64_t cells_looked_at = 0;  // at most kWorkPerCellMax * columns * rows and one stamp more
  int64_t basin_cells_looked_at = 0;
};

LaidPaint lay_all_counted(const Surface& surface, const Clay& clay, int columns, int rows);

}  // namespace sui::craft
