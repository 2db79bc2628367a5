// Voices: short sounds that ring out by themselves: struck porcelain, drops, coins, cracks, a quack.
//
// Private to this folder; pure, no allocation. A voice is up to six decaying partials, a burst of noise through a
// resonator, and for the duck a reed through two formants. Frequencies in Hz, times in seconds.
#pragma once

#include <array>
#include <cstdint>

#include "game/engine/audio.h"
#include "game/engine/limits.h"

namespace sui::engine {

struct Noise {  // white, -1..1
  uint32_t state = 0x9d2c5681u;
  float next();
  float between(float low, float high);
};

struct Resonator {  // two-pole band pass, unity gain at its centre
  float a1 = 0, a2 = 0, gain = 0, y1 = 0, y2 = 0, x1 = 0, x2 = 0;
  void tune(float frequency_hz, float bandwidth_hz, float rate_hz);
  float run(float x);
};

struct Partial {
  float re = 0, im = 0;              // the phasor
  float cos_step = 1, sin_step = 0;  // a sample's turn
  float decay = 0;                   // a sample's share that stays
};

struct Voice {
  bool sounds = false;
  std::array<Partial, 6> partials;
  int partial_count = 0;
  Resonator colour;
  float burst = 0, burst_decay = 0;                              // noise level and its decay a sample
  float reed = 0, reed_phase = 0, reed_step = 0, reed_fall = 1;  // the duck
  Resonator formants[2];
  float rise = 0, rise_step = 1;         // attack ramp
  float glide = 0;                       // radians a sample each sample: drops go up
  float reed_left = 0, reed_length = 0;  // samples
  int wait = 0;                          // samples before it begins
  float left = 0.7f, right = 0.7f;
};

struct Voices {
  std::array<Voice, kVoicesMax> all;
  Noise noise;
  float rate_hz = 44100;
};

void strike(Voices& voices, const Ring& ring, float loudness);
void play(Voices& voices, Chime chime);
void bubble(Voices& voices, float loudness);
void wind_bell(Voices& voices, float loudness);
void crackle(Voices& voices, float loudness);
void glaze_ping(Voices& voices, float loudness);
void cricket(Voices& voices, float loudness);
int sounding(const Voices& voices);
void mix_voices(Voices& voices, float& left, float& right);  // adds one sample

}  // namespace sui::engine
