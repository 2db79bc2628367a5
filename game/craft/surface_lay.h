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
