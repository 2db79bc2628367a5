// The painted surface: strokes as vectors in surface coordinates, and the pigment field they lay.
//
// u is the angle in turns, v the ring from the foot (0) to the rim (kRingCount): Lagrangian, so paint shrinks with
// the pot. Owns strokes and their rasterising at any resolution; does not know glaze or fire (glaze.h, kiln.h).
// Only the outer wall is painted in craft version 1.
#pragma once

#include <cstdint>
#include <vector>

#include "game/craft/act.h"
#include "game/craft/clay.h"

namespace sui::craft {

struct StrokePoint {
  double u_turn, v_ring, pressure;  // pressure 0..1
};

struct Stroke {
  Pigment pigment = Pigment::kCobalt;
  double width_mm = 6;
  double load = 1;  // pigment in the brush at the start, 0..1; falls along the stroke
  std::vector<StrokePoint> points;
  bool open = true;
};

struct Surface {
  std::vector<Stroke> strokes;
};

// Pigment laid on the wall in g oxide per m^2, row 0 at the foot, column 0 at u = 0, wrapping in u.
struct PigmentField {
  int columns = 0, rows = 0;
  std::vector<float> cobalt_g_m2;  // columns * rows
};

PigmentField blank_field(int columns, int rows);
// Adds one stroke (or its segments from `first_segment` on, for live painting) to the field. The drop where the brush
// lands comes with segment 0, the one where it lifts as soon as the stroke is closed: adding segment by segment and
// then once more with first_segment = the last point's index after closing gives the same field as adding it whole.
void lay_stroke(const Stroke& stroke, const Clay& clay, int first_segment, PigmentField& field);
// All strokes in order. A wall takes only so many coats; a stroke beyond them leaves nothing, so no making is too much
// work to draw.
PigmentField lay_all(const Surface& surface, const Clay& clay, int columns, int rows);

}  // namespace sui::craft
