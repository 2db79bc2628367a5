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

struct LaidPaint {
  PigmentField field;
  int64_t cells_looked_at = 0;  // at most kWorkPerCellMax * columns * rows and one stamp more
};

LaidPaint lay_all_counted(const Surface& surface, const Clay& clay, int columns, int rows);

}  // namespace sui::craft
