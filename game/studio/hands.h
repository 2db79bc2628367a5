// Hands: touches on the screen become two fingertips in the pot's section (r, z).
//
// The screen stands for the plane through the wheel's axis that faces the camera, as if the pot were sawn through:
// what begins outside the wall's middle is the outer hand, what begins within it is the inner hand. (Dead end: letting
// a finger on the pot's front stroke the outside; nobody could tell it from reaching in.) Owns which touch is which
// hand; the second hand of a lone finger is craft/assist.h's. Units: mm in the section, pt on the screen.
#pragma once

#include <cstdint>

#include "game/craft/look.h"
#include "game/engine/input.h"
#include "game/engine/scene.h"

namespace sui::studio {

struct SectionPoint {
  double r_mm = 0, z_mm = 0;
  bool left = false;  // on which side of the axis, for drawing
};

SectionPoint section_point(const engine::Camera& camera, engine::Rect area, engine::Vec2 at);
engine::Vec2 on_screen(const engine::Camera& camera, engine::Rect area, const SectionPoint& point);

enum class Side : uint8_t { kNone, kOutside, kInside };

// Where a finger that lands at `at` takes hold. kNone: on the wheel head before the pot.
Side side_of(const engine::Camera& camera, engine::Rect area, const craft::Workpiece& workpiece, engine::Vec2 at);

struct Fingertip {
  bool down = false;
  int64_t touch = 0;
  Side side = Side::kNone;
  bool left = false;
  double r_mm = 0, z_mm = 0;
  bool vertical = false;  // it travels along the wall, rather than across it
  double slow_s = 0;      // since it last travelled
};

struct Fingers {
  Fingertip outer, inner;
};

// Follows the frame's touches that began in `workspace` and that no control took.
void follow(const engine::Input& input, const engine::Camera& camera, engine::Rect area, engine::Rect workspace,
            const craft::Workpiece& workpiece, double dt_s, Fingers& fingers);

// Radii of the pot's wall at height z (mm); 0 above the rim.
struct WallAt {
  double outer_mm = 0, inner_mm = 0;
  bool clay = false;
};
WallAt wall_at(const craft::Look& look, double z_mm);
double top_mm(const craft::Look& look);

}  // namespace sui::studio
