// The decorated surface: strokes, washes, bands and cuts as vectors in surface coordinates, and the field they lay.
//
// u is the angle in turns, v the ring from the foot (0) to the rim (kRingCount): Lagrangian, so decoration shrinks
// with the pot. Owns the vectors and their rasterising at any resolution; does not know glaze or fire (glaze.h,
// kiln.h). Only the outer wall is decorated in craft version 1, and the foot's mark (foot_mark.h).
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "game/craft/act.h"
#include "game/craft/clay.h"
#include "game/craft/pigment.h"

namespace sui::craft {

struct StrokePoint {
  double u_turn, v_ring, pressure;  // pressure 0..1
  uint32_t tick = 0;                // when the brush was here: what speed is told from
};

enum class StrokeKind : uint8_t {
  kBrush,
  kBand,      // points[0].v_ring; width, load
  kWash,      // points[0]: where the full brush touches; load
  kCarve,     // form: CarveTool; points, width, depth
  kStamp,     // form: StampForm; points[0], width: size, depth, repeats
  kPierce,    // points[0], width: the grain's length, lean_turn
  kPattern,   // form: PatternId; points[0].v_ring from, points[1].v_ring to; repeats, load
  kFootMark,  // form: FootMarkText, repeats: FootMarkFrame; load
  kLine,      // of a pattern: even, and no darker where it crosses itself
  kFill,      // of a pattern: points close a figure, filled evenly
  kWipe,      // of a pattern: a figure wiped clean of what is not yet fired, so that it stands before what it covers
};

// One thing done to the surface. The name is the brush's; knives and stamps go by it too.
struct Stroke {
  Pigment pigment = Pigment::kCobalt;
  double width_mm = 6;
  double load = 1;  // pigment in the brush at the start, 0..1; falls along the stroke
  std::vector<StrokePoint> points;
  bool open = true;
  StrokeKind kind = StrokeKind::kBrush;
  int32_t form = 0;
  int32_t repeats = 0;
  double depth_mm = 0;
  double lean_turn = 0;
  double crispness = 1;         // of a cut, from the clay's moisture: below 1 smeared, above 1 chipped
  uint32_t defects_raised = 0;  // taken back with the stroke
};

struct Surface {
  std::vector<Stroke> strokes;  // in the order they were made
  uint32_t fired = 0;           // so many of them are fired in and stay
};

// What lies on the wall, row 0 at the foot, column 0 at u = 0, wrapping in u. Cobalt's layer is always there; any
// other is empty until something was laid in it. Amounts in g of oxide (or enamel) per m².
struct PigmentField {
  int columns = 0, rows = 0;
  std::vector<float> cobalt_g_m2;  // columns * rows
  std::vector<float> copper_g_m2, iron_g_m2, wax_g_m2;
  std::array<std::vector<float>, kEnamelCount> enamel_g_m2;
  std::vector<float> height_mm;  // raised above the wall; a cut is negative
  std::vector<float> hole;       // 0 … 1, pierced through

  std::size_t cells() const { return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows); }
};

PigmentField blank_field(int columns, int rows);
std::vector<float>& layer_of(PigmentField& field, Pigment pigment);  // made blank if it was empty
// Adds one brush stroke (or its segments from `first_segment` on, for live painting) to the field. The drop where the
// brush lands comes with segment 0, the one where it lifts as soon as the stroke is closed: adding segment by segment
// and then once more with first_segment = the last point's index after closing gives the same field as adding it
// whole. Bands, cuts and stamps are laid whole; a wash needs to see its outlines: lay_all.
void lay_stroke(const Stroke& stroke, const Clay& clay, int first_segment, PigmentField& field);
// All strokes in order. A wall takes only so many coats; a stroke beyond them leaves nothing, so no making is too much
// work to draw.
PigmentField lay_all(const Surface& surface, const Clay& clay, int columns, int rows);

// How much of what is laid over a waxed place is kept off it: 0 bare clay … 1 all. Glaze as well as pigment.
double wax_resist(double wax_g_m2);
// The share of the outer glaze that holds at the least waxed place round each ring: 1 without wax, 0 where a band of it
// goes all the way round. Wax is painted before any glaze is laid, so it meets all of it.
RingField glaze_holds(const Surface& surface, const Clay& clay);

}  // namespace sui::craft
