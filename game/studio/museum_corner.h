// The museum's corner at the end of the shelf: a pair of duck censers behind glass, joined from sherds.
//
// Owns the case's picture; the figure is the companions' first one. A finger near makes both look. Units: pt.
#pragma once

#include "game/studio/chrome.h"

namespace sui::studio {

inline constexpr float kMuseumCornerHeight = 232;
inline constexpr float kMuseumLift = 30;  // its board hangs so much higher than a shelf's

// `board_y` is the top of the board the case stands on.
void draw_museum_corner(Around& around, float board_y);

}  // namespace sui::studio
