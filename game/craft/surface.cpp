#include "game/craft/surface.h"

#include <cassert>

#include "game/craft/limits.h"
#include "game/craft/surface_lay.h"
#include "game/craft/surface_numbers.h"

namespace sui::craft {
namespace {

double swept_mm2(const Stroke& stroke, const Wall& wall) {
  double travelled_mm = stroke.width_mm;
  for (std::size_t segment = 0; segment + 1 < stroke.points.size(); ++segment) {
    travelled_mm += length_mm(stroke.points[segment], stroke.points[segment + 1], wall);
  }
  return travelled_mm * (stroke.width_mm > 3 ? stroke.width_mm : 3);
}

struct Laying {
  Wall wall;
  double room_mm2;
};

void lay(const Stroke& stroke, Laying& laying, Wet& wet) {
  switch (stroke.kind) {
    case StrokeKind::kBand:
      if (wet.cells_left > 0) lay_band(stroke, laying.wall, wet);
      return;
    default:
      break;
  }
  const double covers_mm2 = swept_mm2(stroke, laying.wall);
  if (covers_mm2 > laying.room_mm2) return;
  laying.room_mm2 -= covers_mm2;
  lay_brush(stroke, laying.wall, 0, wet);
}

}  // namespace

PigmentField blank_field(int columns, int rows) {
  assert(columns > 0 && rows > 1);
  PigmentField field;
  field.columns = columns;
  field.rows = rows;
  field.cobalt_g_m2.assign(field.cells(), 0.0f);
  return field;
}

std::vector<float>& layer_of(PigmentField& field, Pigment pigment) {
  std::vector<float>* layer = &field.cobalt_g_m2;
  if (pigment == Pigment::kCopper) layer = &field.copper_g_m2;
  if (pigment == Pigment::kIron) layer = &field.iron_g_m2;
  if (pigment == Pigment::kWax) layer = &field.wax_g_m2;
  if (is_enamel(pigment)) layer = &field.enamel_g_m2[enamel_index(pigment)];
  if (layer->empty()) layer->assign(field.cells(), 0.0f);
  return *layer;
}

double wax_resist(double wax_g_m2) {
  return wax_g_m2 >= kWaxSealsGM2 ? 1 : wax_g_m2 / kWaxSealsGM2;
}

const float* wax_under(const PigmentField& field, Pigment pigment) {
  const bool raw = is_underglaze(pigment) && pigment != Pigment::kWax;  // the fire burns wax away: enamels meet none
  return raw && !field.wax_g_m2.empty() ? field.wax_g_m2.data() : nullptr;
}

void lay_stroke(const Stroke& stroke, const Clay& clay, int first_segment, PigmentField& field) {
  assert(first_segment >= 0);
  Wet wet{field};
  const Wall wall = unroll(clay, field.rows);
  if (stroke.kind == StrokeKind::kBand) {
    if (first_segment == 0) lay_band(stroke, wall, wet);
    return;
  }
  lay_brush(stroke, wall, first_segment, wet);
}

LaidPaint lay_all_counted(const Surface& surface, const Clay& clay, int columns, int rows) {
  LaidPaint paint;
  paint.field = blank_field(columns, rows);
  Laying laying{unroll(clay, rows), 0};
  laying.room_mm2 = kCoatsMax * wall_area_mm2(laying.wall);
  // Coats alone would not do: thousands of steps on one spot, or a wall squeezed into a few rows, sweep next to nothing
  // and still look at a whole disc of cells each.
  const int64_t cells_most = kWorkPerCellMax * columns * rows;
  Wet wet{paint.field, cells_most};
  for (const Stroke& stroke : surface.strokes) lay(stroke, laying, wet);
  paint.cells_looked_at = cells_most - wet.cells_left;
  return paint;
}

PigmentField lay_all(const Surface& surface, const Clay& clay, int columns, int rows) {
  return lay_all_counted(surface, clay, columns, rows).field;
}

std::vector<float> resist_mask(const Surface& surface, const Clay& clay, int columns, int rows) {
  Surface waxed;
  for (const Stroke& stroke : surface.strokes) {
    if (stroke.pigment == Pigment::kWax) waxed.strokes.push_back(stroke);
  }
  if (waxed.strokes.empty()) return {};
  std::vector<float> mask = lay_all(waxed, clay, columns, rows).wax_g_m2;
  for (float& cell : mask) cell = static_cast<float>(wax_resist(static_cast<double>(cell)));
  return mask;
}

}  // namespace sui::craft
