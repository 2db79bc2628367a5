// The ring of a fired pot: which pitches a fingernail wakes, and how long they last.
//
// Owns the bending modes of the wall (m = 2 … 6 lobes round the rim) and their damping; plays nothing. A raw pot has no
// ring. Hz, seconds to fall by 60 dB.
#pragma once

#include <array>

#include "game/craft/workpiece.h"

namespace sui::craft {

inline constexpr int kToneModes = 5;

struct Tone {
  int modes = 0;  // 0: raw, or no wall to ring
  std::array<double, kToneModes> hz{}, decay_s{};
};

// Rayleigh's quotient for a shell that bends without stretching (Rayleigh, Theory of Sound, § 235c; Love, § 318): held
// at the floor, the rim moving most. E = 70 GPa and 2400 kg/m³ for dense porcelain, less with pores.
Tone tone_of(const Workpiece& workpiece);

}  // namespace sui::craft
