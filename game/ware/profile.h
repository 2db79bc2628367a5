// The profile of a Look as lathe rings: underside, outer wall, rounded rim, inner wall, floor.
//
// Private to this folder; pure. Units: Look in mm, rings in metres. Wall notes ride beside the rings: how open to the
// sky, how thick, whether bare of glaze; they become the vertex colours WareMaterial explains.
#pragma once

#include <array>

#include "game/craft/look.h"
#include "game/engine/shapes.h"

namespace sui::ware {

inline constexpr int kProfileRingsMax = 2 * (craft::kRingCount + 1) + 24;

struct WallNote {
  float open = 1;  // 0..1
  float wall_mm = 16;
  bool bare = false;    // fired without glaze
  bool uneven = false;  // the glaze differs round the pot:
  float glaze_mm = 0, cos1_mm = 0, sin1_mm = 0, cos2_mm = 0, sin2_mm = 0;
};

struct Profile {
  std::array<engine::LatheRing, kProfileRingsMax> rings;
  std::array<WallNote, kProfileRingsMax> notes;
  int count = 0;
};

// Every ring of the stack.
// `upturned`: it stands on its rim, so that light falls on the underside.
void build_profile(const craft::Look& look, Profile& out, bool upturned = false);
// Leaves out rings that a straight line between others would hit within `tolerance_m`; what stays remembers its slope.
// Software GL shades whole 4 x 4 blocks for every sliver of a triangle, so slivers are what a pot must not be made of.
void thin_out(float tolerance_m, Profile& profile);
uint8_t glaze_byte(float glaze_mm);
engine::LatheRing outer_ring(const craft::Look& look, int index);

}  // namespace sui::ware
