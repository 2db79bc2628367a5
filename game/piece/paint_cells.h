// Paint squeezed to 16 levels: resampling, prediction, and back. Private to baked_paint.cpp and the tests.
//
// Owns cells <-> bytes; knows nothing of pots. Levels are spaced by square root: a pale wash keeps more steps than a
// saturated stroke, as the eye does.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace sui::piece {

// Area average of a columns x rows picture into a smaller one.
std::vector<uint8_t> resample(std::span<const uint8_t> cells, int columns, int rows, int to_columns, int to_rows);
// Levels 0..15 less what the neighbours suggest, as they stand, and the inverse.
std::vector<uint8_t> predict(std::span<const uint8_t> levels, int columns, int rows);
std::vector<uint8_t> restore(std::span<const uint8_t> residuals, int columns, int rows);
// Amounts as levels 0..15 less what the neighbours above and to the left suggest; mostly zeros, which zstd likes.
std::vector<uint8_t> predict_levels(std::span<const uint8_t> cells, int columns, int rows);
// The inverse, back to 0..255. `residuals` holds columns * rows values below 16.
std::vector<uint8_t> restore_levels(std::span<const uint8_t> residuals, int columns, int rows);

}  // namespace sui::piece
