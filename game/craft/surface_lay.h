// How the kinds of stroke are laid on a field: the work shared between the files of the surface.
//
// Private to them (surface.cpp, brush.cpp, wash.cpp, carving.cpp). Owns the counting of work; the shapes of strokes are
// surface.h's. Lengths mm.
#pragma once

#include "game/craft/surface.h"
#include "game/craft/surface_work.h"
#include "game/craft/wall.h"

namespace sui::craft {

// The field being painted, and how much more looking at cells it may cost.
struct Wet {
  PigmentField& field;
  int64_t cells_left = INT64_MAX;
};

void lay_brush(const Stroke& stroke, const Wall& wall, int first_segment, Wet& wet);
void lay_band(const Stroke& stroke, const Wall& wall, Wet& wet);
void lay_line(const Stroke& stroke, const Wall& wall, Wet& wet);
void lay_fill(const Stroke& stroke, const Wall& wall, Wet& wet);
void lay_wipe(const Stroke& stroke, const Wall& wall, Wet& wet);
void lay_carving(const Stroke& stroke, const Wall& wall, Wet& wet);
void lay_stamp(const Stroke& stroke, const Wall& wall, Wet& wet);
void lay_pierced(const Stroke& stroke, const Wall& wall, Wet& wet);

// Half the width a brush of `width_mm` draws at `pressure`.
inline double brush_radius_mm(double width_mm, double pressure) {
  const double radius_mm = 0.5 * width_mm * (0.3 + 0.7 * pressure);
  return radius_mm < 0.15 ? 0.15 : radius_mm;
}
// The same for a pattern's line, which may end in a hair.
inline double line_radius_mm(double width_mm, double pressure) {
  const double radius_mm = 0.5 * width_mm * (0.12 + 0.88 * pressure);
  return radius_mm < 0.08 ? 0.08 : radius_mm;
}
// Millimetres between two points of a stroke along the wall.
double length_mm(const StrokePoint& from, const StrokePoint& to, const Wall& wall);
// One short straight piece of a stroke, its middle at (u, v), pointing along (side, up).
struct Piece {
  double u_turn, v_ring, side, up, length_mm, pressure;
};
// Hands out a stroke in pieces of at most about `longest_mm`, while there are cells left to look at.
template <class Lay>
void each_piece(const Stroke& stroke, double longest_mm, const Wall& wall, const Wet& wet, Lay lay) {
  for (std::size_t i = 0; i + 1 < stroke.points.size(); ++i) {
    const StrokePoint &from = stroke.points[i], &to = stroke.points[i + 1];
    const double whole_mm = length_mm(from, to, wall);
    if (whole_mm <= 0) continue;
    const double wanted = whole_mm / longest_mm;
    const int pieces = wanted > 2000 ? 2000 : static_cast<int>(wanted) + 1;
    const double radius_mm = wall.at(wall.radius_mm, row_of(0.5 * (from.v_ring + to.v_ring), wall.rows()));
    const double side_mm = (to.u_turn - from.u_turn) * kWholeTurn * radius_mm;
    const double up_mm = along_mm_at(wall, to.v_ring) - along_mm_at(wall, from.v_ring);
    for (int piece = 0; piece < pieces && wet.cells_left > 0; ++piece) {
      const double t = (piece + 0.5) / pieces;
      lay(Piece{from.u_turn + (to.u_turn - from.u_turn) * t, from.v_ring + (to.v_ring - from.v_ring) * t,
                side_mm / whole_mm, up_mm / whole_mm, whole_mm / pieces,
                from.pressure + (to.pressure - from.pressure) * t});
    }
  }
}
// Opaque enamel painted over another hides it: lines and fills take away what other enamels lie beneath them.
struct EnamelsBeneath {
  std::array<float*, kEnamelCount> layers{};

  void hide(std::size_t cell, double share) const {
    for (float* layer : layers) {
      if (layer != nullptr) layer[cell] *= static_cast<float>(share < 1 ? 1 - share : 0);
    }
  }
};
EnamelsBeneath enamels_beneath(PigmentField& field, Pigment pigment);
// The wax under a layer laid now, null where there is none or it does not matter.
const float* wax_under(const PigmentField& field, Pigment pigment);

}  // namespace sui::craft
