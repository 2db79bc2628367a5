// Feel: what the phone's motor says to the hand, where there is one: clay that takes hold, a pot off centre thumping
// once a turn, the wire, a fall, the ring of a tapped pot, the seal.
//
// Owns when and how long; the engine has the motor and the player's switch. Units: ms of vibration, 0 for none.
#pragma once

#include <cstdint>

namespace sui::studio {

enum class Touched : uint8_t { kClay, kWire, kFall, kRing, kSeal, kDoor };
int feel_ms(Touched what);

struct ClayFeel {
  bool on_clay = false;
  double since_beat_s = 0;
};
inline constexpr double kSwingLeastMm = 0.8;  // less than this no hand feels
inline constexpr double kBeatLeastS = 0.09;   // closer beats are a buzz that says nothing

// Once a frame while throwing.
int feel_clay(ClayFeel& feel, bool on_clay, double wheel_rpm, double eccentricity_mm, double dt_s);

}  // namespace sui::studio
