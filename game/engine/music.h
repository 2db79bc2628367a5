// Music: plucked silk-and-steel strings, a bamboo flute, a low drone and the room they sound in, playing what the
// melody composes, without end.
//
// Private to this folder; pure: no thread, no device, no allocation. Frequencies in Hz, times in samples unless named;
// adds to -1..1. A seed decides every sample.
#pragma once

#include <array>

#include "game/engine/limits.h"
#include "game/engine/melody.h"
#include "game/engine/voices.h"

namespace sui::engine {

inline constexpr std::size_t kStringSamples = 4096;  // holds one period of the lowest string up to 192 kHz
inline constexpr std::size_t kRoomSamples = 4096;

struct PluckedString {  // a travelling wave in a loop that loses its brightness as it turns
  std::array<float, kStringSamples> loop{};
  std::size_t at = 0;   // where the next sample is written
  std::size_t lag = 0;  // whole samples behind it where the wave is read
  float taps[4] = {0, 0, 0, 0};
  float loss = 0, soft = 0.5f, last = 0;
  float period = 0, press = 0;  // press: share by which the period is still too long
  float tremble = 0, tremble_phase = 0;
  int string = -1, left_samples = 0;
  float left = 0.7f, right = 0.7f;
};

struct Flute {
  float re = 0, im = 0, cos_step = 1, sin_step = 0;
  float pitch_hz = 440, pitch_wanted_hz = 440, sway_phase = 0;
  float level = 0, level_wanted = 0, loudness = 0, chiff = 0;
  int left_samples = 0, sung_samples = 0, note_samples = 1;
  Resonator breath;
};

struct Drone {
  Partial tones[4];
  float swell_phase[4] = {0, 0.3f, 0.55f, 0.8f};
  float level = 0;
};

struct Hall {  // four echoes feeding one another
  std::array<std::array<float, kRoomSamples>, 4> lines{};
  std::size_t lengths[4] = {1557, 1873, 2251, 2677}, at[4] = {0, 0, 0, 0};
  float dulled[4] = {0, 0, 0, 0};
};

struct Music {
  float rate_hz = 44100;
  Melody melody;
  Mood mood = Mood::kSilent;
  float level = 0;  // fades as the mood falls silent
  Phrase phrase;
  int next_note = 0;
  double beat = 0;
  int until_control = 0;
  Noise noise;
  std::array<PluckedString, kPluckedStringsMax> strings;
  Flute flute;
  Drone drone;
  Hall hall;
  Resonator body[2];
};

void prepare(Music& music, float rate_hz, uint64_t seed);
// Adds one sample, `gain` loud. Nothing moves on while the gain is nought.
void mix_music(Music& music, Mood mood, float gain, float& left, float& right);

}  // namespace sui::engine
