// What the app needs of the sound beyond what screens see: a mixer to pull from.
//
// Private to this folder; no SDL. mix() runs on the sound thread: it allocates nothing and takes no lock.
#pragma once

#include <cstdint>
#include <memory>

#include "game/engine/audio.h"

namespace sui::engine {

class AudioRoot : public Audio {
 public:
  // Fills `left_right` with `frames` pairs in -1..1.
  virtual void mix(float* left_right, int frames) = 0;
};

// The same seed plays the same music, sample for sample.
std::unique_ptr<AudioRoot> open_audio(int rate_hz, uint64_t music_seed = 1);

}  // namespace sui::engine
