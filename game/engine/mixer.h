// The mixer: standing sounds (wheel, clay, water, brush, fire, street) eased towards what the screens ask, the voices
// over them, the music, and a limiter.
//
// Private to this folder; pure: no thread, no device, no allocation. Frequencies in Hz; output -1..1.
#pragma once

#include "game/engine/audio.h"
#include "game/engine/music.h"
#include "game/engine/voices.h"

namespace sui::engine {

struct Mixer {
  float rate_hz = 44100;
  Ambience wanted, now;
  float gain_wanted = 1, gain = 0;
  float music_gain_wanted = 1, music_gain = 0;
  Voices voices;
  Music music;
  Noise noise;
  // Each standing sound's own memory.
  float wheel_phase = 0, hum_phase = 0, hum_low = 0;
  Resonator squelch, squelch_high, scrape, scrape_low, pour, brush, murmur[3];
  float wet_swell = 0, wet_swell_target = 0, dry_swell = 0;
  float cricket_rest_s = 2;
  float pour_swell = 0, draught_phase = 0;
  float brown = 0, roar = 0, roar_swell = 0.5f, roar_swell_target = 0.5f;
  float murmur_level[3] = {0, 0, 0}, murmur_target[3] = {0, 0, 0};
  int until_turn = 0;  // samples before the slow targets are drawn anew
  float peak = 0;      // of the limiter
};

void prepare(Mixer& mixer, float rate_hz, uint64_t music_seed = 1);
void mix(Mixer& mixer, float* left_right, int frames);

}  // namespace sui::engine
