#include "game/studio/feel.h"

#include <algorithm>
#include <cmath>

namespace sui::studio {

int feel_ms(Touched what) {
  switch (what) {
    case Touched::kClay:
      return 12;
    case Touched::kWire:
      return 35;
    case Touched::kFall:
      return 90;
    case Touched::kRing:
      return 10;
    case Touched::kSeal:
      return 25;
    case Touched::kDoor:
      return 18;
  }
  return 0;
}

int feel_clay(ClayFeel& feel, bool on_clay, double wheel_rpm, double eccentricity_mm, double dt_s) {
  const bool took_hold = on_clay && !feel.on_clay;
  feel.on_clay = on_clay;
  feel.since_beat_s += dt_s;
  if (took_hold) {
    feel.since_beat_s = 0;
    return feel_ms(Touched::kClay);
  }
  if (!on_clay || eccentricity_mm < kSwingLeastMm || wheel_rpm < 1) return 0;
  const double turn_s = 60 / wheel_rpm;
  const double beat_s = turn_s * std::max(1.0, std::ceil(kBeatLeastS / turn_s));
  if (feel.since_beat_s < beat_s) return 0;
  feel.since_beat_s = std::fmod(feel.since_beat_s, beat_s);
  return static_cast<int>(std::lround(std::clamp(3 + 2.5 * eccentricity_mm, 5.0, 20.0)));
}

}  // namespace sui::studio
