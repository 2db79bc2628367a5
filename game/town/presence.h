// Other potters in the street: the places the server told, and where to draw them between two of those places.
//
// Pure; no clock. The server tells ten times a second over a lossy way, so everybody is shown kPresenceDelayS in the
// past, between two known places; nobody is guessed ahead. Units: metres, seconds, radians (0 looks towards +z).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "game/engine/geometry.h"
#include "game/protocol/messages.h"

namespace sui::town {

struct Sight {  // one told place
  double at_s = 0;
  float x = 0, z = 0, facing = 0;
};

struct OtherPotter {
  protocol::AccountId account = 0;
  std::string nickname;
  std::vector<Sight> sights;  // oldest first, few
  float x = 0, z = 0, facing = 0;
  float speed = 0;                           // m/s, as drawn
  float walk_phase = 0;                      // steps
  float presence = 0;                        // 0 gone … 1 here, eased
  float push_x = 0, push_z = 0, squash = 0;  // jostling.h's: beside its place, and 1 just bumped … 0
  bool touching = false;
};

struct Crowd {
  std::vector<OtherPotter> potters;
  std::map<protocol::AccountId, std::string> names;  // may be told before the first place is
};

inline constexpr double kForgetS = 3.0;  // not told of for so long: gone

float facing_from_256(uint8_t facing);
uint8_t facing_to_256(float radians);

void hear(Crowd& crowd, const protocol::Presence& presence, protocol::AccountId me, double now_s);
void hear(Crowd& crowd, const protocol::Names& names);
void advance(Crowd& crowd, double now_s, double dt_s);

}  // namespace sui::town
