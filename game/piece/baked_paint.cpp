#include "game/piece/baked_paint.h"

#include <algorithm>
#include <span>
#include <string>

#include "game/piece/limits.h"
#include "game/piece/paint_cells.h"

namespace sui::piece {
namespace {

using craft::Look;

enum class Coding : uint8_t { kAmount, kKind, kHeight };

struct LayerPart {
  std::vector<uint8_t> Look::*cells;
  Coding coding;
};
constexpr LayerPart kLayerParts[kBakedLayersMax] = {
    {&Look::paint_cobalt, Coding::kAmount},    {&Look::paint_copper, Coding::kAmount},
    {&Look::paint_iron, Coding::kAmount},      {&Look::paint_enamel, Coding::kAmount},
    {&Look::paint_enamel_kind, Coding::kKind}, {&Look::paint_height, Coding::kHeight},
    {&Look::paint_hole, Coding::kAmount},      {&Look::paint_bare, Coding::kAmount},
};
constexpr std::size_t kEnamelLayer = 3, kKindLayer = 4;
constexpr int kHeightStep = 18, kHeightMiddle = 128, kLevelMiddle = 8;

uint8_t height_level(uint8_t cell) {
  const int away = cell - kHeightMiddle;
  const int steps = (away < 0 ? away - kHeightStep / 2 : away + kHeightStep / 2) / kHeightStep;
  return static_cast<uint8_t>(std::clamp(kLevelMiddle + steps, 0, 15));
}
uint8_t height_cell(uint8_t level) {
  return static_cast<uint8_t>(std::clamp(kHeightMiddle + (level - kLevelMiddle) * kHeightStep, 0, 255));
}

// Kinds cannot be averaged: of the cells a smaller one covers, the one with most enamel names it.
std::vector<uint8_t> resample_kinds(const Look& look, int to_columns, int to_rows) {
  std::vector<uint8_t> kinds;
  kinds.reserve(static_cast<std::size_t>(to_columns) * static_cast<std::size_t>(to_rows));
  for (int row = 0; row < to_rows; ++row) {
    const int low = row * look.paint_rows / to_rows, high = ((row + 1) * look.paint_rows + to_rows - 1) / to_rows;
    for (int column = 0; column < to_columns; ++column) {
      const int left = column * look.paint_columns / to_columns;
      const int right = ((column + 1) * look.paint_columns + to_columns - 1) / to_columns;
      uint8_t most = 0, kind = 0;
      for (int r = low; r < high; ++r) {
        for (int c = left; c < right; ++c) {
          const auto at = static_cast<std::size_t>(r * look.paint_columns + c);
          if (look.paint_enamel[at] <= most) continue;
          most = look.paint_enamel[at];
          kind = look.paint_enamel_kind[at];
        }
      }
      kinds.push_back(kind);
    }
  }
  return kinds;
}

bool blank(const std::vector<uint8_t>& cells, Coding coding) {
  const uint8_t nothing = coding == Coding::kHeight ? kHeightMiddle : 0;
  return std::all_of(cells.begin(), cells.end(), [nothing](uint8_t cell) { return cell == nothing; });
}

std::vector<uint8_t> residuals_of(std::vector<uint8_t> cells, Coding coding, int columns, int rows) {
  if (coding == Coding::kAmount) return predict_levels(cells, columns, rows);
  if (coding == Coding::kHeight) std::transform(cells.begin(), cells.end(), cells.begin(), height_level);
  return predict(cells, columns, rows);
}

std::vector<uint8_t> cells_of(const std::vector<uint8_t>& residuals, Coding coding, int columns, int rows) {
  if (coding == Coding::kAmount) return restore_levels(residuals, columns, rows);
  std::vector<uint8_t> cells = restore(residuals, columns, rows);
  if (coding == Coding::kHeight) std::transform(cells.begin(), cells.end(), cells.begin(), height_cell);
  return cells;
}

Error wrong(const std::string& field, const std::string& what) {
  return {"baked." + field, what};
}

Result<Done> check_layer(const BakedLayer& layer, std::size_t cells) {
  if (layer.residuals.size() != cells) {
    return wrong("paint", "has " + std::to_string(layer.residuals.size()) + " cells, not columns times rows");
  }
  if (std::any_of(layer.residuals.begin(), layer.residuals.end(), [](uint8_t cell) { return cell > 15; })) {
    return wrong("paint", "has a cell above 15");
  }
  return Done{};
}

}  // namespace

BakedPaint bake_paint(const Look& look, int columns) {
  BakedPaint paint;
  if (look.paint_columns <= 0 || look.paint_rows <= 0) return paint;
  paint.columns = std::min(columns, look.paint_columns);
  paint.rows = std::min(columns / 2, look.paint_rows);
  for (std::size_t index = 0; index < kBakedLayersMax; ++index) {
    const LayerPart& part = kLayerParts[index];
    const std::vector<uint8_t>& whole = look.*part.cells;
    if (index != 0 && (whole.empty() || blank(whole, part.coding))) continue;
    std::vector<uint8_t> cells = part.coding == Coding::kKind
                                     ? resample_kinds(look, paint.columns, paint.rows)
                                     : resample(whole, look.paint_columns, look.paint_rows, paint.columns, paint.rows);
    paint.layers.push_back(
        {static_cast<uint8_t>(index), residuals_of(std::move(cells), part.coding, paint.columns, paint.rows)});
  }
  return paint;
}

Result<Done> unbake_paint(const BakedPaint& paint, Look& look) {
  if (paint.columns > kBakedPaintColumnsMax || paint.rows > kBakedPaintColumnsMax) {
    return wrong("paint_columns", "is " + std::to_string(std::max(paint.columns, paint.rows)) +
                                      ", above the limit of " + std::to_string(kBakedPaintColumnsMax));
  }
  const std::size_t cells = static_cast<std::size_t>(paint.columns) * static_cast<std::size_t>(paint.rows);
  if (cells == 0 && !paint.layers.empty()) return wrong("paint", "has layers without cells");
  if (cells == 0) return Done{};
  if (paint.layers.empty() || paint.layers.front().layer != 0) return wrong("paint", "lacks the cobalt layer");
  int last = -1;
  for (const BakedLayer& layer : paint.layers) {
    if (layer.layer <= last || layer.layer >= kBakedLayersMax) {
      return wrong("paint.layer", "is " + std::to_string(layer.layer));
    }
    last = layer.layer;
    if (Result<Done> fine = check_layer(layer, cells); !fine) return fine;
    const LayerPart& part = kLayerParts[layer.layer];
    look.*part.cells = cells_of(layer.residuals, part.coding, paint.columns, paint.rows);
  }
  look.paint_columns = paint.columns;
  look.paint_rows = paint.rows;
  // A single enamel of kind 0 leaves no kinds behind.
  const std::vector<uint8_t>& enamel = look.*kLayerParts[kEnamelLayer].cells;
  std::vector<uint8_t>& kinds = look.*kLayerParts[kKindLayer].cells;
  if (kinds.empty()) kinds.assign(enamel.size(), 0);
  if (enamel.empty()) kinds.clear();
  if (std::any_of(kinds.begin(), kinds.end(), [](uint8_t kind) { return kind > craft::kWaxUppermost; })) {
    return wrong("paint.kind", "names an enamel we do not know");
  }
  return Done{};
}

}  // namespace sui::piece
