// Fireman: somebody who drives a kiln by its levers as a decent potter would: looks every few minutes, feeds it to keep
// his climb, air to match the fuel, and takes air away over 1000 °C.
//
// Owns no state; works on the studio's own fire through what a player has: levers and the reading.
#pragma once

#include <algorithm>

#include "game/studio/hand_fire.h"

namespace sui::test {

inline constexpr double kLooksEveryS = 0.4;  // of the player's time

struct FiremansAim {
  double until_cone = 9.6, until_h = 60;
  double climb_c_h = 130;
  float bright = 1.25f, smoky = 0.94f;  // air, of what the fuel needs
};

// True when the aim was reached before the hours were over.
inline bool drive(studio::HandFire& fire, studio::Pot& pot, const FiremansAim& aim) {
  const bool electric = fire.burn.kind == craft::KilnKind::kElectric;
  fire.paused = false;
  fire.levers.damper = 1;
  for (;;) {
    const studio::FireReading reading = studio::read_fire(fire);
    if (reading.cone >= aim.until_cone) return true;
    if (reading.hour >= aim.until_h) return false;
    const double wanted_c_h = reading.kiln_c > 1050 ? 0.6 * aim.climb_c_h : aim.climb_c_h;
    const double lacking_c_h = std::clamp(wanted_c_h - reading.rate_c_h, -80.0, 80.0);
    fire.levers.fuel = std::clamp(fire.levers.fuel + 0.0005f * static_cast<float>(lacking_c_h), 0.02f, 1.0f);
    const float share = reading.kiln_c > 1000 ? aim.smoky : aim.bright;
    fire.levers.air = electric ? 0 : std::min(1.0f, fire.levers.fuel * share / 1.5f);
    studio::burn_on(fire, pot, kLooksEveryS);
  }
}

}  // namespace sui::test
