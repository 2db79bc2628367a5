// KilnFace: what is seen of a kiln driven by hand: the brick front, the spy-hole with the pot and three cones in the
// glow, flame that licks out of it, the curve of heat and the band of smoke under it.
//
// Owns no state of the fire (hand_fire.h); draws from a reading of it. Positions are layout.h's. Units: pt, seconds.
#pragma once

#include "game/studio/chrome.h"
#include "game/studio/hand_fire.h"

namespace sui::studio {

struct KilnFace {
  float glow = 0, heat = 0;  // 0 … 1, eased after the reading
  float flame = 0;           // how far it licks out
  float smoke = 0;
};

void follow(KilnFace& face, const FireReading& reading, double dt_s);
// The spy-hole with everything behind and around it.
void draw_face(Around& around, const KilnFace& face, const FireReading& reading);
// Temperature over hours, what the hand has done so far; under it the flame, from bright to smoky.
void draw_hand_curve(Around& around, const HandFire& fire, const FireReading& reading);

}  // namespace sui::studio
