#include <cmath>

#include "game/craft/limits.h"
#include "game/craft/math.h"
#include "game/craft/surface_cells.h"
#include "game/craft/surface_lay.h"
#include "game/craft/surface_numbers.h"

namespace sui::craft {
namespace {

std::vector<float>& made(std::vector<float>& layer, const PigmentField& field) {
  if (layer.empty()) layer.assign(field.cells(), 0.0f);
  return layer;
}

// How deep the tool bites at `s` across its path: -1 its left edge … 1 its right.
double bite(CarveTool tool, double s, double width_mm) {
  const double edge = 1 - std::fabs(s);
  if (edge <= 0) return 0;
  switch (tool) {
    case CarveTool::kKnife:
      return edge;
    case CarveTool::kSlantedKnife:  // 半刀泥: one steep side, one that runs out
      return s < -0.7 ? (s + 1) / 0.3 : (1 - s) / 1.7;
    case CarveTool::kComb: {
      const double teeth = within(std::floor(width_mm / kCombToothMm + 0.5), 3, 16);
      return 0.5 + 0.5 * cosine(kWholeTurn * 0.5 * (teeth - 1) * (s * 1.08 + 1));
    }
    case CarveTool::kSlip:  // laid on, not cut away
      return std::sqrt(1 - s * s);
  }
  return 0;
}

// 0 … 1, the same for the same spot of the wall whatever the field's size.
double crumb(double u_turn, double v_ring) {
  const auto column = static_cast<uint64_t>(static_cast<int64_t>(std::floor(u_turn * 700)) & 0xffff);
  const auto ring = static_cast<uint64_t>(static_cast<int64_t>(std::floor(v_ring * 3)));
  return static_cast<double>(mix(column, ring) >> 40) / 16777216.0;
}

struct Cutter {
  CarveTool tool;
  double width_mm, depth_mm, crispness;
};

// Presses a profile into one cell: deeper cuts win over shallower, what is laid on over what lies lower.
void press(std::vector<float>& height_mm, std::size_t cell, double wanted_mm) {
  float& there = height_mm[cell];
  const auto wanted = static_cast<float>(wanted_mm);
  if (wanted < 0 ? wanted < there : wanted > there) there = wanted;
}

// One short straight piece of a cut, its middle at (u, v).
void cut_step(const Cutter& cutter, const Piece& piece, const Wall& wall, Wet& wet) {
  const double smear = cutter.crispness < 1 ? 2 - cutter.crispness : 1;
  const double radius_mm = 0.5 * cutter.width_mm * (0.5 + 0.5 * piece.pressure) * smear;
  const double depth_mm = cutter.depth_mm * piece.pressure * (cutter.crispness < 1 ? cutter.crispness : 1.0);
  const double sign = cutter.tool == CarveTool::kSlip ? 1 : -1;
  const double half_mm = 0.5 * piece.length_mm;
  const double ragged = cutter.crispness > 1 ? cutter.crispness - 1 : 0;
  std::vector<float>& height = wet.field.height_mm;
  each_cell_around(piece.u_turn, piece.v_ring, half_mm + radius_mm * 1.6 + 1, wall, wet,
                   [&](std::size_t cell, double side_mm, double up_mm, double cell_mm, std::size_t row) {
                     const double along_mm = side_mm * piece.side + up_mm * piece.up;
                     double across_mm = up_mm * piece.side - side_mm * piece.up;
                     const double past_mm = std::fabs(along_mm) - half_mm;
                     // Finer than a cell, a groove is drawn as wide as the cell and so much shallower: the same clay is
                     // gone.
                     const double drawn_mm = radius_mm > cell_mm ? radius_mm : cell_mm;
                     if (past_mm > 0) {
                       const double away_mm = std::sqrt(across_mm * across_mm + past_mm * past_mm);
                       across_mm = across_mm < 0 ? -away_mm : away_mm;
                     }
                     double s = across_mm / drawn_mm;
                     if (ragged > 0) {
                       const double v_ring = (static_cast<double>(row) + 0.5) * kRingCount / wet.field.rows;
                       s /= 1 + ragged * crumb(static_cast<double>(cell % static_cast<std::size_t>(wet.field.columns)) /
                                                   wet.field.columns,
                                               v_ring);
                     }
                     const double deep_mm = depth_mm * radius_mm / drawn_mm * bite(cutter.tool, s, cutter.width_mm);
                     if (deep_mm > 0) press(height, cell, sign * deep_mm);
                     const double beyond = std::fabs(s) - 1;
                     if (cutter.crispness < 1 && beyond >= 0 && beyond < 0.6 && height[cell] >= 0) {
                       press(height, cell, 0.5 * depth_mm * (1 - cutter.crispness) * (1 - beyond / 0.6));  // a burr
                     }
                     if (sign < 0 && deep_mm >= wall.thick_mm[row]) made(wet.field.hole, wet.field)[cell] = 1;
                   });
}

// Depth of a stamp's form at (x, y), each -1 … 1.
double relief(StampForm form, double x, double y) {
  const double r2 = x * x + y * y;
  if (r2 >= 1) return 0;
  const double r = std::sqrt(r2);
  switch (form) {
    case StampForm::kRosette: {  // a boss and eight petals: cos 8θ from cos θ and sin θ alone
      if (r < 0.24) return 1 - r / 0.24 * 0.6;
      const double c = x / r, s = y / r, c2 = c * c - s * s, s2 = 2 * s * c;
      const double c4 = c2 * c2 - s2 * s2, s4 = 2 * s2 * c2, c8 = c4 * c4 - s4 * s4;
      const double outline = 0.78 + 0.20 * c8;
      if (r > outline) return 0;
      return r < 0.32 ? 0 : within((outline - r) / 0.12, 0, 1) * (0.55 + 0.45 * c8);
    }
    case StampForm::kDot:
      return std::sqrt(1 - r2);
    case StampForm::kRing:
      return within(1 - std::fabs(r - 0.76) / 0.2, 0, 1);
    case StampForm::kLeaf: {
      const double half = 0.5 * (1 - y * y) * (1 - 0.25 * y);
      const double edge = half - std::fabs(x);
      if (edge <= 0) return 0;
      return std::fabs(x) < 0.05 ? 0.1 : within(edge / 0.12, 0, 1);
    }
    case StampForm::kLozenge:
      return within((1 - std::fabs(x) - std::fabs(y)) / 0.2, 0, 1);
  }
  return 0;
}

}  // namespace

void lay_carving(const Stroke& stroke, const Wall& wall, Wet& wet) {
  if (stroke.points.empty()) return;
  made(wet.field.height_mm, wet.field);
  const Cutter cutter{static_cast<CarveTool>(stroke.form), stroke.width_mm, stroke.depth_mm, stroke.crispness};
  if (stroke.points.size() == 1) {
    const StrokePoint& point = stroke.points.front();
    cut_step(cutter, {point.u_turn, point.v_ring, 1, 0, 0, point.pressure}, wall, wet);
  }
  const double piece_mm = stroke.width_mm > 3 ? stroke.width_mm : 3;
  each_piece(stroke, piece_mm, wall, wet, [&](const Piece& piece) { cut_step(cutter, piece, wall, wet); });
}

void lay_stamp(const Stroke& stroke, const Wall& wall, Wet& wet) {
  std::vector<float>& height = made(wet.field.height_mm, wet.field);
  const double half_mm = 0.5 * stroke.width_mm;
  const double depth_mm = stroke.depth_mm * (stroke.crispness < 1 ? stroke.crispness : 1);
  for (int32_t i = 0; i < stroke.repeats && wet.cells_left > 0; ++i) {
    const double u_turn = stroke.points.front().u_turn + static_cast<double>(i) / stroke.repeats;
    each_cell_around(u_turn, stroke.points.front().v_ring, half_mm, wall, wet,
                     [&](std::size_t cell, double side_mm, double up_mm, double, std::size_t) {
                       const double deep =
                           relief(static_cast<StampForm>(stroke.form), side_mm / half_mm, up_mm / half_mm);
                       if (deep > 0) press(height, cell, -depth_mm * deep);
                     });
  }
}

void lay_pierced(const Stroke& stroke, const Wall& wall, Wet& wet) {
  std::vector<float>& hole = made(wet.field.hole, wet.field);
  const double half_mm = 0.5 * stroke.width_mm, waist_mm = kGrainSlimness * half_mm;
  const double lean = kWholeTurn * stroke.lean_turn, c = cosine(lean), s = sine(lean);
  each_cell_around(stroke.points.front().u_turn, stroke.points.front().v_ring, half_mm + 1, wall, wet,
                   [&](std::size_t cell, double side_mm, double up_mm, double cell_mm, std::size_t) {
                     const double y = (c * up_mm + s * side_mm) / half_mm, x_mm = c * side_mm - s * up_mm;
                     if (std::fabs(y) >= 1) return;
                     const double inside_mm = waist_mm * (1 - y * y) - std::fabs(x_mm);
                     const auto open = static_cast<float>(within(inside_mm / cell_mm + 0.5, 0, 1));
                     if (open > hole[cell]) hole[cell] = open;
                   });
}

}  // namespace sui::craft
