#include <cmath>

#include "game/craft/limits.h"
#include "game/craft/math.h"
#include "game/craft/surface_cells.h"
#include "game/craft/surface_lay.h"
#include "game/craft/surface_numbers.h"

namespace sui::craft {
namespace {

// What one stamp leaves at distance q (1 = the brush's edge). Heavier towards the rim of the wet patch: dragging it
// sideways sums to a nearly even stroke with darker borders, as thinned cobalt dries (Abel's integral of each term).
double patch(double q2) {
  const double wet = 1 - q2 + kEdgeSoftness;
  return 0.6 / std::sqrt(wet) + 0.4 / wet;
}
constexpr double kPatchAcross = 2.943;  // ∫ patch over a diameter, so that a stroke's middle gets its dose exactly
constexpr double kPatchMiddle = 0.936;  // patch(0)

struct Brush {
  double u_turn, v_ring, radius_mm, dose_g_m2;
};

// The layer painted in, and the wax that keeps paint off (null: none).
struct Layer {
  float* amount;
  const float* wax;
};

// One row of one stamp; hands back how many cells it looked at. A cell counts by how much of it the brush covers, so
// coarse fields get the same grams.
int stamp_row(const Brush& brush, double amount, double up_mm, double cell_tall_mm, double turn_mm, int columns,
              const Layer& line) {
  const double cell_wide_mm = turn_mm / columns;
  const double cell_mm = 0.5 * (cell_wide_mm + cell_tall_mm);
  const double reach_mm = brush.radius_mm + 0.5 * cell_mm;
  if (std::fabs(up_mm) >= reach_mm) return 1;
  const double half = std::sqrt(reach_mm * reach_mm - up_mm * up_mm) / cell_wide_mm;
  const double centre = brush.u_turn * columns - 0.5;
  int from = static_cast<int>(std::ceil(centre - half)), to = static_cast<int>(std::floor(centre + half));
  if (to - from >= columns) {
    from = static_cast<int>(std::floor(centre)) - columns / 2;
    to = from + columns - 1;
  }
  int column = from % columns;
  if (column < 0) column += columns;
  for (int i = from; i <= to; ++i) {
    const double side_mm = (i - centre) * cell_wide_mm;
    const double distance_mm = std::sqrt(side_mm * side_mm + up_mm * up_mm);
    const double covered = (brush.radius_mm - distance_mm) / cell_mm + 0.5;
    if (covered > 0) {
      // A cell the edge runs through is looked at in the middle of its covered part.
      const double inside_mm = covered < 1 ? brush.radius_mm - 0.5 * covered * cell_mm : distance_mm;
      const double q = inside_mm > 0 ? inside_mm / brush.radius_mm : 0;
      const double holds = line.wax == nullptr ? 1 : 1 - wax_resist(static_cast<double>(line.wax[column]));
      line.amount[column] += static_cast<float>(amount * holds * patch(q * q) * (covered < 1 ? covered : 1));
    }
    if (++column == columns) column = 0;
  }
  return to - from + 2;
}

struct Ground {
  const Wall& wall;
  Layer layer;
};

void stamp(const Brush& brush, double weight, const Ground& ground, Wet& wet) {
  const Wall& wall = ground.wall;
  if (wet.cells_left <= 0) return;
  const int columns = wet.field.columns, rows = wet.field.rows;
  int64_t cells = 0;
  const double centre_row = row_of(brush.v_ring, rows);
  const double centre_mm = wall.at(wall.along_mm, centre_row);
  for (int direction : {-1, 1}) {
    const int first = static_cast<int>(std::floor(centre_row)) + (direction < 0 ? 0 : 1);
    for (int row = first; row >= 0 && row < rows; row += direction) {
      const auto r = static_cast<std::size_t>(row);
      const double up_mm = wall.along_mm[r] - centre_mm;
      const double tall_mm = wall.cell_tall_mm(r);
      if (std::fabs(up_mm) >= brush.radius_mm + tall_mm) break;
      const std::size_t at = r * static_cast<std::size_t>(columns);
      const Layer line{ground.layer.amount + at, ground.layer.wax == nullptr ? nullptr : ground.layer.wax + at};
      cells += stamp_row(brush, brush.dose_g_m2 * weight, up_mm, tall_mm, wall.turn_mm(r), columns, line);
    }
  }
  wet.cells_left -= cells > kStampCellsMin ? cells : kStampCellsMin;
}

// How much wider and fuller than unhurried a brush draws.
struct Pace {
  double width = 1, dose = 1;
};

Pace pace_of(double segment_mm, uint32_t ticks) {
  if (ticks == 0 || segment_mm <= 0) return {};  // points of one tick come from a script: unhurried
  const double slower = kUnhurriedMmS * ticks / (segment_mm * kTicksPerSecond);
  return {within(power_of(slower, kSpeedWidthExponent), kSpeedWidthMin, kSpeedWidthMax),
          within(power_of(slower, kSpeedDoseExponent), kSpeedDoseMin, kSpeedDoseMax)};
}

Brush brush_at(const Stroke& stroke, const StrokePoint& point, double travelled_mm, const Pace& pace) {
  // A brush gives most of its load in the first thirty widths; a light hand draws a thinner, paler line.
  const double left = 0.3 + 0.7 * exponential(-travelled_mm / (kBrushRunsDryWidths * stroke.width_mm));
  return {point.u_turn, point.v_ring, pace.width * brush_radius_mm(stroke.width_mm, point.pressure),
          full_dose_g_m2(stroke.pigment) * stroke.load * left * pace.dose * (0.55 + 0.45 * point.pressure)};
}

struct Segment {
  const StrokePoint& from;
  const StrokePoint& to;
  double mm, travelled_mm;
  Pace pace_from, pace_to;
};

void drag(const Stroke& stroke, const Segment& segment, const Ground& ground, Wet& wet) {
  const StrokePoint &from = segment.from, &to = segment.to;
  const Wall& wall = ground.wall;
  const double middle_row = row_of(0.5 * (from.v_ring + to.v_ring), wall.rows());
  const auto near = static_cast<std::size_t>(within(middle_row, 0, wall.rows() - 1));
  const double cell_mm = 0.5 * (wall.turn_mm(near) / wet.field.columns + wall.cell_tall_mm(near));
  const double fine_mm = kBrushSpacing * 0.5 * stroke.width_mm * (0.3 + 0.7 * 0.5 * (from.pressure + to.pressure));
  const double least_mm = kCellSpacing * cell_mm > 0.05 ? kCellSpacing * cell_mm : 0.05;
  const double stamps_wanted = segment.mm / (fine_mm > least_mm ? fine_mm : least_mm);
  const int stamps = stamps_wanted < 1 ? 1 : (stamps_wanted > 4000 ? 4000 : static_cast<int>(stamps_wanted) + 1);
  for (int i = 0; i < stamps && wet.cells_left > 0; ++i) {
    const double between = (i + 0.5) / stamps;
    const StrokePoint point{from.u_turn + (to.u_turn - from.u_turn) * between,
                            from.v_ring + (to.v_ring - from.v_ring) * between,
                            from.pressure + (to.pressure - from.pressure) * between};
    const Pace pace{segment.pace_from.width + (segment.pace_to.width - segment.pace_from.width) * between,
                    segment.pace_from.dose + (segment.pace_to.dose - segment.pace_from.dose) * between};
    const Brush brush = brush_at(stroke, point, segment.travelled_mm + segment.mm * between, pace);
    stamp(brush, segment.mm / stamps / (brush.radius_mm * kPatchAcross), ground, wet);
  }
}

}  // namespace

double length_mm(const StrokePoint& from, const StrokePoint& to, const Wall& wall) {
  const double row_from = row_of(from.v_ring, wall.rows()), row_to = row_of(to.v_ring, wall.rows());
  const double up_mm = wall.at(wall.along_mm, row_to) - wall.at(wall.along_mm, row_from);
  const double radius_mm = wall.at(wall.radius_mm, 0.5 * (row_from + row_to));
  const double side_mm = (to.u_turn - from.u_turn) * kWholeTurn * radius_mm;
  return std::sqrt(up_mm * up_mm + side_mm * side_mm);
}

void lay_brush(const Stroke& stroke, const Wall& wall, int first_segment, Wet& wet) {
  if (stroke.points.empty()) return;
  const Ground ground{wall, {layer_of(wet.field, stroke.pigment).data(), wax_under(wet.field, stroke.pigment)}};
  constexpr double kEnds = kEndsDose / kPatchMiddle;
  if (first_segment == 0) stamp(brush_at(stroke, stroke.points.front(), 0, {}), kEnds, ground, wet);
  double travelled_mm = 0;
  Pace pace_before;
  for (std::size_t index = 0; index + 1 < stroke.points.size(); ++index) {
    const StrokePoint &from = stroke.points[index], &to = stroke.points[index + 1];
    const double segment_mm = length_mm(from, to, wall);
    const Pace pace = pace_of(segment_mm, to.tick - from.tick);
    if (index >= static_cast<std::size_t>(first_segment) && segment_mm > 0) {
      drag(stroke, {from, to, segment_mm, travelled_mm, index == 0 ? pace : pace_before, pace}, ground, wet);
    }
    travelled_mm += segment_mm;
    pace_before = pace;
  }
  if (!stroke.open) {
    stamp(brush_at(stroke, stroke.points.back(), travelled_mm, {}), kEnds, ground, wet);
  }
}

// The wheel turns under a resting brush: even all round, its borders a little darker, as a stroke's.
void lay_band(const Stroke& stroke, const Wall& wall, Wet& wet) {
  PigmentField& field = wet.field;
  std::vector<float>& layer = layer_of(field, stroke.pigment);
  const float* wax = wax_under(field, stroke.pigment);
  const double middle_mm = along_mm_at(wall, stroke.points.front().v_ring);
  const double half_mm = 0.5 * stroke.width_mm > 0.15 ? 0.5 * stroke.width_mm : 0.15;
  const double dose = full_dose_g_m2(stroke.pigment) * stroke.load;
  for (int row = 0; row < field.rows; ++row) {
    const auto r = static_cast<std::size_t>(row);
    const double tall_mm = wall.cell_tall_mm(r), up_mm = wall.along_mm[r] - middle_mm;
    const double top_mm = up_mm + 0.5 * tall_mm < half_mm ? up_mm + 0.5 * tall_mm : half_mm;
    const double low_mm = up_mm - 0.5 * tall_mm > -half_mm ? up_mm - 0.5 * tall_mm : -half_mm;
    if (top_mm <= low_mm || tall_mm <= 0) continue;
    const double q = within(0.5 * (top_mm + low_mm) / half_mm, -1, 1);
    const double amount = dose * (top_mm - low_mm) / tall_mm * (0.95 + 0.35 * q * q * q * q * q * q);
    for (int column = 0; column < field.columns; ++column) {
      const std::size_t at = r * static_cast<std::size_t>(field.columns) + static_cast<std::size_t>(column);
      layer[at] += static_cast<float>(amount * (wax == nullptr ? 1 : 1 - wax_resist(static_cast<double>(wax[at]))));
    }
    wet.cells_left -= field.columns;
  }
}

}  // namespace sui::craft
