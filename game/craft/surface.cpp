#include "game/craft/surface.h"

#include <cassert>
#include <cmath>

#include "game/craft/limits.h"
#include "game/craft/math.h"
#include "game/craft/surface_work.h"

namespace sui::craft {
namespace {

// A full brush (load 1, pressure 1) lays this much cobalt oxide in the middle of its stroke.
constexpr double kFullDoseGM2 = 6.5;
constexpr double kSpacing = 0.2;   // stamps per brush radius of travel, inverse
constexpr double kEndsDose = 0.5;  // the brush rests where it lands and lifts: a drop gathers
constexpr double kEdgeSoftness = 0.10;
constexpr double kCoatsMax = 60;  // a raw wall painted all over this often drinks no more: what comes then runs off

// The wall unrolled: radius and meridian length at each row of the field.
struct Unrolled {
  std::vector<double> radius_mm, along_mm;

  double at(const std::vector<double>& values, double row) const {
    const double last = static_cast<double>(values.size()) - 1;
    if (row <= 0) return values.front();
    if (row >= last) return values.back();
    const auto below = static_cast<std::size_t>(row);
    const double between = row - static_cast<double>(below);
    return values[below] + (values[below + 1] - values[below]) * between;
  }
};

double row_of(double v_ring, int rows) {
  return v_ring * rows / kRingCount - 0.5;
}

Unrolled unroll(const Clay& clay, int rows) {
  std::array<RingShape, kRingCount> shapes;
  ring_shapes(clay, shapes);
  std::array<double, kRingCount> along_mm{};
  for (std::size_t k = 1; k < kRingCount; ++k) {
    const double rise_mm =
        0.5 * (shapes[k].z_top_mm + shapes[k].z_bottom_mm - shapes[k - 1].z_top_mm - shapes[k - 1].z_bottom_mm);
    const double out_mm = shapes[k].outer_mm - shapes[k - 1].outer_mm;
    along_mm[k] = along_mm[k - 1] + std::sqrt(rise_mm * rise_mm + out_mm * out_mm);
  }
  Unrolled wall;
  for (int row = 0; row < rows; ++row) {
    double ring = (row + 0.5) * kRingCount / rows - 0.5;
    ring = ring < 0 ? 0 : (ring > kRingCount - 1 ? kRingCount - 1 : ring);
    const auto below = static_cast<std::size_t>(ring);
    const std::size_t above = below + 1 < kRingCount ? below + 1 : below;
    const double between = ring - static_cast<double>(below);
    wall.radius_mm.push_back(shapes[below].outer_mm + (shapes[above].outer_mm - shapes[below].outer_mm) * between);
    wall.along_mm.push_back(along_mm[below] + (along_mm[above] - along_mm[below]) * between);
  }
  return wall;
}

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

// The field being painted, and how much more looking at cells it may cost.
struct Wet {
  PigmentField& field;
  int64_t cells_left = INT64_MAX;
};

// One row of one stamp; hands back how many cells it looked at. A cell counts by how much of it the brush covers, so
// coarse fields get the same grams.
int stamp_row(const Brush& brush, double amount, double up_mm, double cell_tall_mm, double turn_mm, int columns,
              float* line) {
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
      line[column] += static_cast<float>(amount * patch(q * q) * (covered < 1 ? covered : 1));
    }
    if (++column == columns) column = 0;
  }
  return to - from + 2;
}

void stamp(const Brush& brush, double weight, const Unrolled& wall, Wet& wet) {
  PigmentField& field = wet.field;
  if (wet.cells_left <= 0) return;
  int64_t cells = 0;
  const double centre_row = row_of(brush.v_ring, field.rows);
  const double centre_mm = wall.at(wall.along_mm, centre_row);
  for (int direction : {-1, 1}) {
    const int first = static_cast<int>(std::floor(centre_row)) + (direction < 0 ? 0 : 1);
    for (int row = first; row >= 0 && row < field.rows; row += direction) {
      const auto r = static_cast<std::size_t>(row);
      const double up_mm = wall.along_mm[r] - centre_mm;
      const double tall_mm = r == 0 ? wall.along_mm[1] - wall.along_mm[0] : wall.along_mm[r] - wall.along_mm[r - 1];
      if (std::fabs(up_mm) >= brush.radius_mm + tall_mm) break;
      const double turn_mm = 6.283185307179586 * (wall.radius_mm[r] > 1 ? wall.radius_mm[r] : 1);
      cells += stamp_row(brush, brush.dose_g_m2 * weight, up_mm, tall_mm, turn_mm, field.columns,
                         field.cobalt_g_m2.data() + r * static_cast<std::size_t>(field.columns));
    }
  }
  wet.cells_left -= cells > kStampCellsMin ? cells : kStampCellsMin;
}

Brush brush_at(const Stroke& stroke, const StrokePoint& point, double travelled_mm) {
  // A brush gives most of its load in the first thirty widths; a light hand draws a thinner, paler line.
  const double left = 0.3 + 0.7 * exponential(-travelled_mm / (30 * stroke.width_mm));
  const double radius_mm = 0.5 * stroke.width_mm * (0.3 + 0.7 * point.pressure);
  return {point.u_turn, point.v_ring, radius_mm < 0.15 ? 0.15 : radius_mm,
          kFullDoseGM2 * stroke.load * left * (0.55 + 0.45 * point.pressure)};
}

double length_mm(const StrokePoint& from, const StrokePoint& to, const Unrolled& wall, int rows) {
  const double row_from = row_of(from.v_ring, rows), row_to = row_of(to.v_ring, rows);
  const double up_mm = wall.at(wall.along_mm, row_to) - wall.at(wall.along_mm, row_from);
  const double radius_mm = wall.at(wall.radius_mm, 0.5 * (row_from + row_to));
  const double side_mm = (to.u_turn - from.u_turn) * 6.283185307179586 * radius_mm;
  return std::sqrt(up_mm * up_mm + side_mm * side_mm);
}

void drag(const Stroke& stroke, std::size_t segment, double travelled_mm, double segment_mm, const Unrolled& wall,
          Wet& wet) {
  const StrokePoint& from = stroke.points[segment];
  const StrokePoint& to = stroke.points[segment + 1];
  const double stride_wanted_mm = kSpacing * 0.5 * stroke.width_mm * (0.3 + 0.7 * 0.5 * (from.pressure + to.pressure));
  const double stamps_wanted = segment_mm / (stride_wanted_mm > 0.05 ? stride_wanted_mm : 0.05);
  const int stamps = stamps_wanted < 1 ? 1 : (stamps_wanted > 4000 ? 4000 : static_cast<int>(stamps_wanted) + 1);
  for (int i = 0; i < stamps && wet.cells_left > 0; ++i) {
    const double between = (i + 0.5) / stamps;
    const StrokePoint point{from.u_turn + (to.u_turn - from.u_turn) * between,
                            from.v_ring + (to.v_ring - from.v_ring) * between,
                            from.pressure + (to.pressure - from.pressure) * between};
    const Brush brush = brush_at(stroke, point, travelled_mm + segment_mm * between);
    stamp(brush, segment_mm / stamps / (brush.radius_mm * kPatchAcross), wall, wet);
  }
}

double area_mm2(const Unrolled& wall) {
  double sum_mm2 = 0;
  for (std::size_t row = 1; row < wall.along_mm.size(); ++row) {
    sum_mm2 += 6.283185307179586 * wall.radius_mm[row] * (wall.along_mm[row] - wall.along_mm[row - 1]);
  }
  return sum_mm2;
}

double swept_mm2(const Stroke& stroke, const Unrolled& wall, int rows) {
  double travelled_mm = stroke.width_mm;
  for (std::size_t segment = 0; segment + 1 < stroke.points.size(); ++segment) {
    travelled_mm += length_mm(stroke.points[segment], stroke.points[segment + 1], wall, rows);
  }
  return travelled_mm * (stroke.width_mm > 3 ? stroke.width_mm : 3);
}

void lay(const Stroke& stroke, const Unrolled& wall, int first_segment, Wet& wet) {
  if (stroke.points.empty()) return;
  if (first_segment == 0) {
    stamp(brush_at(stroke, stroke.points.front(), 0), kEndsDose / kPatchMiddle, wall, wet);
  }
  double travelled_mm = 0;
  for (std::size_t segment = 0; segment + 1 < stroke.points.size(); ++segment) {
    const double segment_mm = length_mm(stroke.points[segment], stroke.points[segment + 1], wall, wet.field.rows);
    if (segment >= static_cast<std::size_t>(first_segment) && segment_mm > 0) {
      drag(stroke, segment, travelled_mm, segment_mm, wall, wet);
    }
    travelled_mm += segment_mm;
  }
  if (!stroke.open) {
    stamp(brush_at(stroke, stroke.points.back(), travelled_mm), kEndsDose / kPatchMiddle, wall, wet);
  }
}

}  // namespace

PigmentField blank_field(int columns, int rows) {
  assert(columns > 0 && rows > 1);
  PigmentField field;
  field.columns = columns;
  field.rows = rows;
  field.cobalt_g_m2.assign(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), 0.0f);
  return field;
}

void lay_stroke(const Stroke& stroke, const Clay& clay, int first_segment, PigmentField& field) {
  assert(first_segment >= 0);
  Wet wet{field};
  lay(stroke, unroll(clay, field.rows), first_segment, wet);
}

LaidPaint lay_all_counted(const Surface& surface, const Clay& clay, int columns, int rows) {
  LaidPaint paint;
  paint.field = blank_field(columns, rows);
  const Unrolled wall = unroll(clay, rows);
  double room_mm2 = kCoatsMax * area_mm2(wall);
  // Coats alone would not do: thousands of steps on one spot, or a wall squeezed into a few rows, sweep next to nothing
  // and still look at a whole disc of cells each.
  const int64_t cells_most = kWorkPerCellMax * columns * rows;
  Wet wet{paint.field, cells_most};
  for (const Stroke& stroke : surface.strokes) {
    const double covers_mm2 = swept_mm2(stroke, wall, rows);
    if (covers_mm2 > room_mm2) continue;
    room_mm2 -= covers_mm2;
    lay(stroke, wall, 0, wet);
  }
  paint.cells_looked_at = cells_most - wet.cells_left;
  return paint;
}

PigmentField lay_all(const Surface& surface, const Clay& clay, int columns, int rows) {
  return lay_all_counted(surface, clay, columns, rows).field;
}

}  // namespace sui::craft
