// Ducks in a crowd that would stand in one another are pushed apart, softly, and say so.
//
// Pure, and for the eye alone: where a potter truly stands is the server's word (presence.h); this moves the picture
// beside it by less than a step. My own duck is a body of walking.h and is not moved here. Units: metres, seconds.
#pragma once

#include "game/town/presence.h"

namespace sui::town {

inline constexpr float kElbowRoomM = 0.66f;  // between two middles
inline constexpr float kPushMostM = 0.40f;

// How many bumps began within earshot of me, who stand at (x, z).
int jostle(Crowd& crowd, float x, float z, double dt_s);

}  // namespace sui::town
