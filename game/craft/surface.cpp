#include "game/craft/surface.h"

#include <algorithm>
#include <cassert>
#include <optional>

#include "game/craft/limits.h"
#include "game/craft/pattern.h"
#include "game/craft/surface_lay.h"
#include "game/craft/surface_numbers.h"
#include "game/craft/wash.h"

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
  const Surface& surface;
  const Clay& clay;
  Wall wall;
  double room_mm2;
  std::optional<Basin> basin;  // from the first wash on
  std::size_t drawn = 0;       // strokes already outlines in it
};

bool is_outline(const Stroke& stroke) {
  return stroke.kind == StrokeKind::kBrush || stroke.kind == StrokeKind::kBand || stroke.kind == StrokeKind::kLine;
}

void lay_wash_among(std::size_t index, Laying& laying, Wet& wet) {
  if (!laying.basin) laying.basin = fresh_basin(laying.clay);
  for (; laying.drawn < index; ++laying.drawn) {
    const Stroke& before = laying.surface.strokes[laying.drawn];
    if (is_outline(before)) draw_outline(before, *laying.basin);
    if (before.kind != StrokeKind::kPattern) continue;
    for (const Stroke& part : expand_pattern(before, laying.basin->wall)) {
      if (is_outline(part)) draw_outline(part, *laying.basin);
    }
  }
  lay_wash(laying.surface.strokes[index], *laying.basin, wet);
}

void lay_one(const Stroke& stroke, const Wall& wall, Wet& wet) {
  switch (stroke.kind) {
    case StrokeKind::kBand:
      return lay_band(stroke, wall, wet);
    case StrokeKind::kCarve:
      return lay_carving(stroke, wall, wet);
    case StrokeKind::kStamp:
      return lay_stamp(stroke, wall, wet);
    case StrokeKind::kPierce:
      return lay_pierced(stroke, wall, wet);
    case StrokeKind::kLine:
      return lay_line(stroke, wall, wet);
    case StrokeKind::kFill:
      return lay_fill(stroke, wall, wet);
    case StrokeKind::kWipe:
      return lay_wipe(stroke, wall, wet);
    case StrokeKind::kPattern:
      for (const Stroke& part : expand_pattern(stroke, wall)) {
        if (wet.cells_left > 0) lay_one(part, wall, wet);
      }
      return;
    case StrokeKind::kBrush:
      return lay_brush(stroke, wall, 0, wet);
    case StrokeKind::kWash:      // floods what others outline: lay_wash_among
    case StrokeKind::kFootMark:  // not on the wall
      return;
  }
}

void lay(std::size_t index, Laying& laying, Wet& wet) {
  const Stroke& stroke = laying.surface.strokes[index];
  if (wet.cells_left <= 0) return;
  if (stroke.kind == StrokeKind::kWash) return lay_wash_among(index, laying, wet);
  if (stroke.kind == StrokeKind::kBrush) {
    const double covers_mm2 = swept_mm2(stroke, laying.wall);
    if (covers_mm2 > laying.room_mm2) return;
    laying.room_mm2 -= covers_mm2;
  }
  lay_one(stroke, laying.wall, wet);
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

EnamelsBeneath enamels_beneath(PigmentField& field, Pigment pigment) {
  EnamelsBeneath beneath;
  for (std::size_t i = 0; i < kEnamelCount; ++i) {
    const bool other = is_enamel(pigment) && i != enamel_index(pigment) && !field.enamel_g_m2[i].empty();
    if (other) beneath.layers[i] = field.enamel_g_m2[i].data();
  }
  return beneath;
}

const float* wax_under(const PigmentField& field, Pigment pigment) {
  const bool raw = is_underglaze(pigment) && pigment != Pigment::kWax;  // the fire burns wax away: enamels meet none
  return raw && !field.wax_g_m2.empty() ? field.wax_g_m2.data() : nullptr;
}

void lay_stroke(const Stroke& stroke, const Clay& clay, int first_segment, PigmentField& field) {
  assert(first_segment >= 0);
  Wet wet{field};
  const Wall wall = unroll(clay, field.rows);
  if (stroke.kind == StrokeKind::kBrush) {
    lay_brush(stroke, wall, first_segment, wet);
  } else if (first_segment == 0) {
    lay_one(stroke, wall, wet);
  }
}

LaidPaint lay_all_counted(const Surface& surface, const Clay& clay, int columns, int rows) {
  LaidPaint paint;
  paint.field = blank_field(columns, rows);
  Laying laying{surface, clay, unroll(clay, rows), 0, std::nullopt};
  laying.room_mm2 = kCoatsMax * wall_area_mm2(laying.wall);
  // Coats alone would not do: thousands of steps on one spot, or a wall squeezed into a few rows, sweep next to nothing
  // and still look at a whole disc of cells each.
  const int64_t cells_most = kWorkPerCellMax * columns * rows;
  Wet wet{paint.field, cells_most};
  for (std::size_t index = 0; index < surface.strokes.size(); ++index) lay(index, laying, wet);
  paint.cells_looked_at = cells_most - wet.cells_left;
  if (laying.basin) paint.basin_cells_looked_at = kBasinWorkMax - laying.basin->work_left;
  return paint;
}

PigmentField lay_all(const Surface& surface, const Clay& clay, int columns, int rows) {
  return lay_all_counted(surface, clay, columns, rows).field;
}

RingField glaze_holds(const Surface& surface, const Clay& clay) {
  constexpr int kColumns = 64;  // 6° apart: what a thinner gap in the wax lets through does not count
  RingField holds;
  holds.fill(1);
  const auto waxes = [](const Stroke& stroke) { return stroke.pigment == Pigment::kWax; };
  if (std::none_of(surface.strokes.begin(), surface.strokes.end(), waxes)) return holds;
  const std::vector<float> wax = lay_all(surface, clay, kColumns, kRingCount).wax_g_m2;
  if (wax.empty()) return holds;
  for (std::size_t ring = 0; ring < kRingCount; ++ring) {
    const auto from = wax.begin() + static_cast<std::ptrdiff_t>(ring) * kColumns;
    holds[ring] = 1 - wax_resist(static_cast<double>(*std::min_element(from, from + kColumns)));
  }
  return holds;
}

}  // namespace sui::craft
