#include "game/piece/paint_cells.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace sui::piece {
namespace {

uint8_t level_of(uint8_t cell) {
  return static_cast<uint8_t>(15 * std::sqrt(cell / 255.0) + 0.5);
}
uint8_t cell_of(uint8_t level) {
  return static_cast<uint8_t>(255.0 * level * level / 225.0 + 0.5);
}

// LOCO-I's median predictor: an edge above or to the left is taken over, a slope is continued.
uint8_t predicted(const std::vector<uint8_t>& levels, int columns, int column, int row) {
  const auto at = [&](int c, int r) -> int {
    if (c < 0 || r < 0) return 0;
    return levels[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns) + static_cast<std::size_t>(c)];
  };
  const int left = at(column - 1, row), above = at(column, row - 1), corner = at(column - 1, row - 1);
  if (corner >= std::max(left, above)) return static_cast<uint8_t>(std::min(left, above));
  if (corner <= std::min(left, above)) return static_cast<uint8_t>(std::max(left, above));
  return static_cast<uint8_t>(left + above - corner);
}

}  // namespace

std::vector<uint8_t> resample(std::span<const uint8_t> cells, int columns, int rows, int to_columns, int to_rows) {
  assert(to_columns > 0 && to_rows > 0 && to_columns <= columns && to_rows <= rows);
  assert(cells.size() == static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  std::vector<uint8_t> out;
  out.reserve(static_cast<std::size_t>(to_columns) * static_cast<std::size_t>(to_rows));
  // Whole numbers throughout: a target cell spans [i * columns, (i + 1) * columns) in units of 1/to_columns cell.
  for (int row = 0; row < to_rows; ++row) {
    const int64_t top = int64_t{row} * rows, bottom = top + rows;
    for (int column = 0; column < to_columns; ++column) {
      const int64_t left = int64_t{column} * columns, right = left + columns;
      int64_t sum = 0;
      for (int64_t r = top / to_rows; r * to_rows < bottom; ++r) {
        const int64_t tall = std::min((r + 1) * to_rows, bottom) - std::max(r * to_rows, top);
        for (int64_t c = left / to_columns; c * to_columns < right; ++c) {
          const int64_t wide = std::min((c + 1) * to_columns, right) - std::max(c * to_columns, left);
          sum += tall * wide * cells[static_cast<std::size_t>(r * columns + c)];
        }
      }
      out.push_back(static_cast<uint8_t>((sum + int64_t{rows} * columns / 2) / (int64_t{rows} * columns)));
    }
  }
  return out;
}

std::vector<uint8_t> predict(std::span<const uint8_t> levels, int columns, int rows) {
  std::vector<uint8_t> residuals(levels.size());
  const std::vector<uint8_t> known(levels.begin(), levels.end());
  std::size_t i = 0;
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column, ++i) {
      residuals[i] = static_cast<uint8_t>((levels[i] - predicted(known, columns, column, row)) & 15);
    }
  }
  return residuals;
}

std::vector<uint8_t> restore(std::span<const uint8_t> residuals, int columns, int rows) {
  std::vector<uint8_t> levels(residuals.size());
  std::size_t i = 0;
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column, ++i) {
      levels[i] = static_cast<uint8_t>((residuals[i] + predicted(levels, columns, column, row)) & 15);
    }
  }
  return levels;
}

std::vector<uint8_t> predict_levels(std::span<const uint8_t> cells, int columns, int rows) {
  std::vector<uint8_t> levels(cells.size());
  std::transform(cells.begin(), cells.end(), levels.begin(), level_of);
  return predict(levels, columns, rows);
}

std::vector<uint8_t> restore_levels(std::span<const uint8_t> residuals, int columns, int rows) {
  std::vector<uint8_t> levels = restore(residuals, columns, rows);
  std::transform(levels.begin(), levels.end(), levels.begin(), cell_of);
  return levels;
}

}  // namespace sui::piece
