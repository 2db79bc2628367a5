#include <array>
#include <cmath>

#include "game/craft/surface_lay.h"
#include "game/craft/surface_numbers.h"

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

Crossings cross(const std::vector<Corner>& corners, double along_mm) {
  Crossings crossings;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    const Corner &a = corners[i], &b = corners[(i + 1) % corners.size()];
    if ((a.along_mm <= along_mm) == (b.along_mm <= along_mm)) continue;
    crossings.add(a.column + (b.column - a.column) * (along_mm - a.along_mm) / (b.along_mm - a.along_mm));
  }
  return crossings;
}

struct Line {
  float* amount;
  const float* wax;
  int columns;
};

// Calls `touch(column, share)` for every cell between two places of a row.
template <class Touch>
void each_cell_between(double from, double to, int columns, Wet& wet, const Touch& touch) {
  for (int i = static_cast<int>(std::floor(from)); i < to; ++i) {
    const double share = (to < i + 1 ? to : i + 1) - (from > i ? from : i);
    touch((i % columns + columns) % columns, share);
    --wet.cells_left;
  }
}

void lay_span(double from, double to, double dose_g_m2, const Line& line, Wet& wet) {
  each_cell_between(from, to, line.columns, wet, [&](int column, double share) {
    const double holds = line.wax == nullptr ? 1 : 1 - wax_resist(static_cast<double>(line.wax[column]));
    line.amount[column] += static_cast<float>(dose_g_m2 * share * holds);
  });
}

// What a damp brush can still take off: raw pigment from raw clay, raw enamel from the glaze.
std::array<std::vector<float>*, kEnamelCount> loose_layers(Pigment pigment, PigmentField& field) {
  std::array<std::vector<float>*, kEnamelCount> layers{};
  if (is_underglaze(pigment)) {
    layers[0] = &field.cobalt_g_m2;
    layers[1] = &field.copper_g_m2;
    layers[2] = &field.iron_g_m2;
  } else {
    for (std::size_t i = 0; i < kEnamelCount; ++i) layers[i] = &field.enamel_g_m2[i];
  }
  return layers;
}

void wipe_row(const std::vector<float>& share, std::size_t at, const Stroke& stroke, PigmentField& field) {
  for (std::vector<float>* layer : loose_layers(stroke.pigment, field)) {
    if (layer == nullptr || layer->empty()) continue;
    for (std::size_t i = 0; i < share.size(); ++i) {
      if (share[i] > 0) (*layer)[at + i] *= share[i] < 1 ? 1 - share[i] : 0;
    }
  }
}

}  // namespace

// Even-odd, a little deeper towards the bottom, as a wash dries.
void lay_fill(const Stroke& stroke, const Wall& wall, Wet& wet) {
  PigmentField& field = wet.field;
  std::vector<Corner> corners;
  corners.reserve(stroke.points.size());
  double low_mm = 1e30, high_mm = -1e30, low_ring = kRingCount, high_ring = 0;
  for (const StrokePoint& point : stroke.points) {
    corners.push_back({point.u_turn * field.columns, along_mm_at(wall, point.v_ring)});
    low_mm = corners.back().along_mm < low_mm ? corners.back().along_mm : low_mm;
    high_mm = corners.back().along_mm > high_mm ? corners.back().along_mm : high_mm;
    low_ring = point.v_ring < low_ring ? point.v_ring : low_ring;
    high_ring = point.v_ring > high_ring ? point.v_ring : high_ring;
  }
  if (corners.size() < 3 || high_mm <= low_mm) return;
  const bool wipes = stroke.kind == StrokeKind::kWipe;
  float* layer = wipes ? nullptr : layer_of(field, stroke.pigment).data();
  const float* wax = wax_under(field, stroke.pigment);
  const double full = wipes ? 0 : full_dose_g_m2(stroke.pigment) * stroke.load / kLinesPerRow;
  std::vector<float> wiped;
  const int first = static_cast<int>(row_of(low_ring, field.rows)),
            last = static_cast<int>(row_of(high_ring, field.rows)) + 2;
  for (int row = first > 0 ? first - 1 : 0; row < field.rows && row <= last && wet.cells_left > 0; ++row) {
    const auto r = static_cast<std::size_t>(row);
    const std::size_t at = r * static_cast<std::size_t>(field.columns);
    if (wipes) wiped.assign(static_cast<std::size_t>(field.columns), 0.0f);
    for (int sub = 0; sub < kLinesPerRow; ++sub) {
      const double along_mm = wall.along_mm[r] + ((sub + 0.5) / kLinesPerRow - 0.5) * wall.cell_tall_mm(r);
      const double down = (high_mm - along_mm) / (high_mm - low_mm);
      const Crossings crossings = cross(corners, along_mm);
      wet.cells_left -= static_cast<int64_t>(corners.size());
      for (std::size_t i = 0; i + 1 < crossings.count; i += 2) {
        if (wipes) {
          each_cell_between(crossings.columns[i], crossings.columns[i + 1], field.columns, wet,
                            [&](int column, double share) {
                              wiped[static_cast<std::size_t>(column)] += static_cast<float>(share / kLinesPerRow);
                            });
        } else {
          const Line line{layer + at, wax == nullptr ? nullptr : wax + at, field.columns};
          lay_span(crossings.columns[i], crossings.columns[i + 1], full * (0.85 + 0.4 * down * down * down), line, wet);
        }
      }
    }
    if (wipes) wipe_row(wiped, at, stroke, field);
  }
}

}  // namespace sui::craft
