// ViewHand: the hand that moves the eye, not the clay. Two fingers: apart is nearer, together further, up and down
// tilts, across swings round (or turns the pot, where the pot stands on a turntable); both put down and lifted at once
// gives the usual view back. A mouse's wheel brings the pot nearer.
//
// Owns how far the player's view is from the room's own; each room keeps its camera and says which two fingers may take
// the view, so that it never takes a hand from the clay. Units: pt, radians, metres; nearness is a factor.
#pragma once

#include "game/engine/input.h"
#include "game/engine/scene.h"
#include "game/studio/room.h"

namespace sui::studio {

struct ViewHand {
  float nearness = 1;
  float tilt = 0, swing = 0;  // added to the room's own elevation and azimuth
  float raised_m = 0;         // of what is looked at
  float turned = 0;           // turns the fingers made across in this frame
  int64_t first = kNoTouch, second = kNoTouch;
  float spread_pt = 0;  // between them, and where their middle was, in the frame before
  engine::Vec2 middle;
  float moved_pt = 0;  // since they landed: hardly at all is "as it was before"
  double held_s = 0;
  bool goes_home = false;
};

inline constexpr float kNearest = 2.6f, kFurthest = 0.7f;
inline constexpr float kElevationLeast = 0.05f, kElevationMost = 0.95f, kSwingMost = 0.7f;

struct TwoFingers {
  engine::Touch *first = nullptr, *second = nullptr;  // both or neither; `second` landed in this frame
};
// Two free fingers in `workspace`, the later of which has just landed while no other is down.
TwoFingers two_fingers(engine::Input& input, engine::Rect workspace);

void take_view(ViewHand& view, const TwoFingers& fingers);
inline bool holds_view(const ViewHand& view) {
  return view.first != kNoTouch || view.second != kNoTouch;
}
// Follows the fingers that hold it and marks them taken; `camera` is the one of the frame before. `turntable`: across
// turns the pot (`turned`) instead of swinging the eye.
void follow_view(ViewHand& view, engine::Input& input, const engine::Camera& camera, engine::Rect screen,
                 engine::Rect workspace, double dt_s, bool turntable);
engine::Camera seen(const ViewHand& view, engine::Camera camera);

}  // namespace sui::studio
