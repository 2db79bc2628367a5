#include <array>
#include <cmath>

#include "game/craft/surface_cells.h"
#include "game/craft/surface_lay.h"

namespace sui::craft {
namespace {

constexpr int kLinesPerRow = 4;
constexpr std::size_t kCrossingsMax = 64;

struct Crossings {
  std::array<double, kCrossingsMax> columns;
  std::size_t count = 0;

  void add(double column) {
    if (count == kCrossingsMax) return;
    std::size_t at = count++;
    for (; at > 0 && columns[at - 1] > column; --at) columns[at] = columns[at - 1];
    columns[at] = column;
  }
};

struct Corner {
  double column, along_mm;
};

struct Figure {
  std::vector<Corner> corners;
  double low_mm = 1e30, high_mm = -1e30;
  double low_ring = kRingCount, high_ring = 0;
  int left = 0, wide = 0;  // columns it may touch, unwrapped
};

Figure figure_of(const Stroke& stroke, const Wall& wall, int columns) {
  Figure figure;
  figure.corners.reserve(stroke.points.size());
  double left = 1e30, right = -1e30;
  for (const StrokePoint& point : stroke.points) {
    const Corner corner{point.u_turn * columns, along_mm_at(wall, point.v_ring)};
    figure.corners.push_back(corner);
    figure.low_mm = corner.along_mm < figure.low_mm ? corner.along_mm : figure.low_mm;
    figure.high_mm = corner.along_mm > figure.high_mm ? corner.along_mm : figure.high_mm;
    figure.low_ring = point.v_ring < figure.low_ring ? point.v_ring : figure.low_ring;
    figure.high_ring = point.v_ring > figure.high_ring ? point.v_ring : figure.high_ring;
    left = corner.column < left ? corner.column : left;
    right = corner.column > right ? corner.column : right;
  }
  figure.left = static_cast<int>(std::floor(left));
  figure.wide = static_cast<int>(std::floor(right)) - figure.left + 1;
  if (figure.wide > columns) figure.wide = columns;
  return figure;
}

Crossings cross(const Figure& figure, double along_mm) {
  Crossings crossings;
  for (std::size_t i = 0; i < figure.corners.size(); ++i) {
    const Corner &a = figure.corners[i], &b = figure.corners[(i + 1) % figure.corners.size()];
    if ((a.along_mm <= along_mm) == (b.along_mm <= along_mm)) continue;
    crossings.add(a.column + (b.column - a.column) * (along_mm - a.along_mm) / (b.along_mm - a.along_mm));
  }
  return crossings;
}

// How much of each cell of a row the figure covers, even-odd.
void cover_row(const Figure& figure, const Wall& wall, std::size_t row, std::vector<float>& share) {
  share.assign(static_cast<std::size_t>(figure.wide), 0.0f);
  for (int sub = 0; sub < kLinesPerRow; ++sub) {
    const double along_mm = wall.along_mm[row] + ((sub + 0.5) / kLinesPerRow - 0.5) * wall.cell_tall_mm(row);
    const Crossings crossings = cross(figure, along_mm);
    for (std::size_t i = 0; i + 1 < crossings.count; i += 2) {
      const double from = crossings.columns[i], to = crossings.columns[i + 1];
      for (int column = static_cast<int>(std::floor(from)); column < to; ++column) {
        const int at = column - figure.left;
        if (at < 0 || at >= figure.wide) continue;
        const double covered = (to < column + 1 ? to : column + 1) - (from > column ? from : column);
        share[static_cast<std::size_t>(at)] += static_cast<float>(covered / kLinesPerRow);
      }
    }
  }
}

// What a damp brush can still take off: raw pigment from raw clay, raw enamel from the glaze.
std::array<float*, kEnamelCount> loose_layers(Pigment pigment, PigmentField& field) {
  std::array<float*, kEnamelCount> layers{};
  const auto take = [&](std::size_t slot, std::vector<float>& layer) {
    layers[slot] = layer.empty() ? nullptr : layer.data();
  };
  if (is_underglaze(pigment)) {
    take(0, field.cobalt_g_m2);
    take(1, field.copper_g_m2);
    take(2, field.iron_g_m2);
  } else {
    for (std::size_t i = 0; i < kEnamelCount; ++i) take(i, field.enamel_g_m2[i]);
  }
  return layers;
}

// Calls `touch(row, cell, share)` for every cell the figure covers.
template <class Touch>
void each_covered_cell(const Figure& figure, const Wall& wall, Wet& wet, const Touch& touch) {
  const int columns = wet.field.columns, rows = wet.field.rows;
  const int first = static_cast<int>(row_of(figure.low_ring, rows)) - 1;
  const int last = static_cast<int>(row_of(figure.high_ring, rows)) + 2;
  std::vector<float> share;
  for (int row = first > 0 ? first : 0; row < rows && row <= last && wet.cells_left > 0; ++row) {
    const auto r = static_cast<std::size_t>(row);
    cover_row(figure, wall, r, share);
    int column = (figure.left % columns + columns) % columns;
    for (const float covered : share) {
      if (covered > 0) {
        touch(r, r * static_cast<std::size_t>(columns) + static_cast<std::size_t>(column),
              static_cast<double>(covered < 1 ? covered : 1));
      }
      if (++column == columns) column = 0;
    }
    wet.cells_left -= figure.wide + static_cast<int64_t>(figure.corners.size());
  }
}

}  // namespace

// A little deeper towards the bottom, as a wash dries.
void lay_fill(const Stroke& stroke, const Wall& wall, Wet& wet) {
  const Figure figure = figure_of(stroke, wall, wet.field.columns);
  if (figure.corners.size() < 3 || figure.high_mm <= figure.low_mm) return;
  float* layer = layer_of(wet.field, stroke.pigment).data();
  const float* wax = wax_under(wet.field, stroke.pigment);
  const double full = full_dose_g_m2(stroke.pigment) * stroke.load;
  const EnamelsBeneath beneath = enamels_beneath(wet.field, stroke.pigment);
  each_covered_cell(figure, wall, wet, [&](std::size_t row, std::size_t cell, double share) {
    const double down = within((figure.high_mm - wall.along_mm[row]) / (figure.high_mm - figure.low_mm), 0, 1);
    const double holds = wax == nullptr ? 1 : 1 - wax_resist(static_cast<double>(wax[cell]));
    layer[cell] += static_cast<float>(full * (0.85 + 0.4 * down * down * down) * share * holds);
    beneath.hide(cell, share);
  });
}

void lay_wipe(const Stroke& stroke, const Wall& wall, Wet& wet) {
  const Figure figure = figure_of(stroke, wall, wet.field.columns);
  if (figure.corners.size() < 3 || figure.high_mm <= figure.low_mm) return;
  const std::array<float*, kEnamelCount> layers = loose_layers(stroke.pigment, wet.field);
  each_covered_cell(figure, wall, wet, [&](std::size_t, std::size_t cell, double share) {
    for (float* layer : layers) {
      if (layer != nullptr) layer[cell] *= static_cast<float>(1 - share);
    }
  });
}

}  // namespace sui::craft
