#include "game/craft/wall.h"

#include <array>
#include <cmath>

namespace sui::craft {

double wall_thickness_mm(const std::array<RingShape, kRingCount>& shapes, std::size_t ring) {
  const RingShape& shape = shapes[ring];
  if (shape.inner_mm <= kInnerSolidMm) return shape.outer_mm;
  const std::size_t below = ring > 0 ? ring - 1 : ring, above = ring + 1 < kRingCount ? ring + 1 : ring;
  const double out_mm =
      0.5 * (shapes[above].outer_mm + shapes[above].inner_mm - shapes[below].outer_mm - shapes[below].inner_mm);
  const double up_mm = shapes[above].z_top_mm - shapes[below].z_top_mm;
  const double slant_mm = std::sqrt(out_mm * out_mm + up_mm * up_mm);
  return (shape.outer_mm - shape.inner_mm) * (slant_mm > 0 ? up_mm / slant_mm : 1);
}

Wall unroll(const Clay& clay, int rows) {
  std::array<RingShape, kRingCount> shapes;
  ring_shapes(clay, shapes);
  std::array<double, kRingCount> along_mm{};
  for (std::size_t k = 1; k < kRingCount; ++k) {
    const double rise_mm =
        0.5 * (shapes[k].z_top_mm + shapes[k].z_bottom_mm - shapes[k - 1].z_top_mm - shapes[k - 1].z_bottom_mm);
    const double out_mm = shapes[k].outer_mm - shapes[k - 1].outer_mm;
    along_mm[k] = along_mm[k - 1] + std::sqrt(rise_mm * rise_mm + out_mm * out_mm);
  }
  Wall wall;
  for (int row = 0; row < rows; ++row) {
    double ring = (row + 0.5) * kRingCount / rows - 0.5;
    ring = ring < 0 ? 0 : (ring > kRingCount - 1 ? kRingCount - 1 : ring);
    const auto below = static_cast<std::size_t>(ring);
    const std::size_t above = below + 1 < kRingCount ? below + 1 : below;
    const double between = ring - static_cast<double>(below);
    wall.radius_mm.push_back(shapes[below].outer_mm + (shapes[above].outer_mm - shapes[below].outer_mm) * between);
    wall.along_mm.push_back(along_mm[below] + (along_mm[above] - along_mm[below]) * between);
    wall.thick_mm.push_back(wall_thickness_mm(shapes, below));
  }
  return wall;
}

double along_mm_at(const Wall& wall, double v_ring) {
  return wall.at(wall.along_mm, row_of(v_ring, wall.rows()));
}

double v_ring_at(const Wall& wall, double along_mm) {
  std::size_t low = 0, high = wall.along_mm.size() - 1;
  if (along_mm <= wall.along_mm[low]) return 0.5 * kRingCount / wall.rows();
  if (along_mm >= wall.along_mm[high]) return kRingCount - 0.5 * kRingCount / wall.rows();
  while (high - low > 1) {
    const std::size_t middle = (low + high) / 2;
    (wall.along_mm[middle] <= along_mm ? low : high) = middle;
  }
  const double step_mm = wall.along_mm[high] - wall.along_mm[low];
  const double between = step_mm > 0 ? (along_mm - wall.along_mm[low]) / step_mm : 0;
  return (static_cast<double>(low) + between + 0.5) * kRingCount / wall.rows();
}

double wall_area_mm2(const Wall& wall) {
  double sum_mm2 = 0;
  for (std::size_t row = 1; row < wall.along_mm.size(); ++row) {
    sum_mm2 += kWholeTurn * wall.radius_mm[row] * (wall.along_mm[row] - wall.along_mm[row - 1]);
  }
  return sum_mm2;
}

}  // namespace sui::craft
