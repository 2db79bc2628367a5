// What the app needs of the sound beyond what screens see: a mixer to pull from.
//
// Private to this folder; no SDL. mix() runs on the sound thread: it allocates nothing and takes no lock.
#pragma once

#include <memory>

#include "game/engine/audio.h"

namespace sui::engine {

class AudioRoot : public Audio {
 public:
  // Fills `left_right` with `frames` pairs in -1..1.
  virtual void mix(float* left_right, int frames) = 0;
};

std::unique_ptr<AudioRoot> open_audio(int rate_hz);

}  // namespace sui::engine
