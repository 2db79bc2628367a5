// The outer wall unrolled: how wide round and how far up its meridian each row of a surface field lies.
//
// Private to the surface's files. Owns lengths derived from the clay; knows no paint. Rows are equal shares of the
// stack's rings, row 0 at the foot. Lengths in mm.
#pragma once

#include <array>
#include <vector>

#include "game/craft/clay.h"

namespace sui::craft {

inline constexpr double kWholeTurn = 6.283185307179586;

struct Wall {
  std::vector<double> radius_mm, along_mm;  // at the rows' middles
  std::vector<double> thick_mm;             // across the wall; a solid floor counts its whole radius

  int rows() const { return static_cast<int>(radius_mm.size()); }
  double at(const std::vector<double>& values, double row) const {
    const double last = static_cast<double>(values.size()) - 1;
    if (row <= 0) return values.front();
    if (row >= last) return values.back();
    const auto below = static_cast<std::size_t>(row);
    const double between = row - static_cast<double>(below);
    return values[below] + (values[below + 1] - values[below]) * between;
  }
  double turn_mm(std::size_t row) const { return kWholeTurn * (radius_mm[row] > 1 ? radius_mm[row] : 1); }
  double cell_tall_mm(std::size_t row) const {
    return row == 0 ? along_mm[1] - along_mm[0] : along_mm[row] - along_mm[row - 1];
  }
};

// Across the wall at a ring, not level: a sloping wall is thinner than it is wide.
double wall_thickness_mm(const std::array<RingShape, kRingCount>& shapes, std::size_t ring);
Wall unroll(const Clay& clay, int rows);

// Where a ring coordinate lies among the middles of `rows` rows.
inline double row_of(double v_ring, int rows) {
  return v_ring * rows / kRingCount - 0.5;
}
// Meridian length at `v_ring`, and the ring coordinate at a meridian length.
double along_mm_at(const Wall& wall, double v_ring);
double v_ring_at(const Wall& wall, double along_mm);
double wall_area_mm2(const Wall& wall);

}  // namespace sui::craft
