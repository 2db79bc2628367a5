// Washes: a full brush touched to the wall floods what the outlines enclose, and stands deepest along the lower edge.
//
// Private to the surface's files. Owns the basin: the wall as a grid of its own, the same whatever size the field has,
// on which outlines are drawn so that nothing flows through a closed one. Work is bounded. Lengths mm.
#pragma once

#include <optional>

#include "game/craft/surface_lay.h"

namespace sui::craft {

inline constexpr int kBasinColumns = 1024, kBasinRows = 512;

struct Basin {
  Wall wall;
  std::vector<uint8_t> cells;  // BasinCell
  int64_t work_left = kBasinWorkMax;
};

Basin fresh_basin(const Clay& clay);
// Draws one stroke (or band) as a dam. Lines are drawn so that every step touches the next: a path that goes only
// sideways, up and down cannot slip through.
void draw_outline(const Stroke& stroke, Basin& basin);
void lay_wash(const Stroke& stroke, Basin& basin, Wet& wet);

}  // namespace sui::craft
