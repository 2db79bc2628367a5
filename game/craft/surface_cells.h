// Walking the cells of a field near a place on the wall.
//
// Private to the surface's files. Owns the walk and its counting; what is done to a cell is the caller's. Lengths mm.
#pragma once

#include <cmath>

#include "game/craft/surface_lay.h"

namespace sui::craft {

inline double within(double value, double low, double high) {
  return value < low ? low : (value > high ? high : value);
}

// Calls `cut(cell, side_mm, up_mm, cell_mm, row)` for every cell within `reach_mm` of a place on the wall.
template <class Cut>
void each_cell_around(double u_turn, double v_ring, double reach_mm, const Wall& wall, Wet& wet, const Cut& cut) {
  const int columns = wet.field.columns, rows = wet.field.rows;
  const double middle_mm = along_mm_at(wall, v_ring);
  const int first = static_cast<int>(within(std::floor(row_of(v_ring, rows)), 0, rows - 1));
  int64_t looked = 0;
  for (int direction : {-1, 1}) {
    for (int row = direction < 0 ? first : first + 1; row >= 0 && row < rows; row += direction) {
      const auto r = static_cast<std::size_t>(row);
      const double up_mm = wall.along_mm[r] - middle_mm, tall_mm = wall.cell_tall_mm(r);
      if (std::fabs(up_mm) > reach_mm + tall_mm) break;
      const double wide_mm = wall.turn_mm(r) / columns;
      const double centre = u_turn * columns - 0.5;
      int from = static_cast<int>(std::ceil(centre - reach_mm / wide_mm));
      int to = static_cast<int>(std::floor(centre + reach_mm / wide_mm));
      if (to - from >= columns) {
        from = static_cast<int>(std::floor(centre)) - columns / 2;
        to = from + columns - 1;
      }
      for (int i = from; i <= to; ++i) {
        const int column = (i % columns + columns) % columns;
        cut(r * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column), (i - centre) * wide_mm, up_mm,
            0.5 * (wide_mm + tall_mm), r);
      }
      looked += to - from + 2;
    }
  }
  wet.cells_left -= looked > kStampCellsMin ? looked : kStampCellsMin;
}

}  // namespace sui::craft
