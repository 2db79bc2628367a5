// Audio: procedural sound, mixed in SDL's callback: the wheel's hum, wet clay, brush, fire, street, the ring of a pot,
// and a quiet music that composes itself.
//
// Owns voices and their parameters; screens set levels and strike events, nothing else. No sample files.
// The ring is modal: frequencies and dampings handed in by who knows the pot. Silent until the first touch (browsers).
#pragma once

#include <cstdint>

namespace sui::engine {

// What the music does in a place: rests, walks quietly, drones low by the fire, goes livelier among people.
enum class Mood : uint8_t { kSilent, kCalm, kKiln, kStreet };

struct Ambience {       // set every frame by the screen; eased in the mixer
  float wheel_rpm = 0;  // motor hum and wobble
  float clay = 0;       // hand on wet clay, 0..1
  float clay_dry = 0;   // 0 slurry … 1 scraping
  float water = 0;
  float brush = 0;
  float fire = 0;    // the draught's roar
  float street = 0;  // murmur, wind bells; a far cricket where it is the street itself
  float wood = 0;    // the fire burns wood, and crackles
  float ping = 0;    // glaze cracking as the pot cools
  Mood music = Mood::kSilent;
};

enum class Chime : uint8_t { kTap, kDrop, kCut, kStamp, kCoin, kDoor, kQuack, kCrack };

struct Ring {  // struck porcelain
  float frequency_hz[4] = {1800, 4600, 7900, 11500};
  float damping_s[4] = {1.6f, 0.9f, 0.5f, 0.3f};  // time to -60 dB
  float level[4] = {1, 0.5f, 0.3f, 0.15f};
};

class Audio {
 public:
  virtual ~Audio() = default;
  virtual void ambience(const Ambience& levels) = 0;
  virtual void play(Chime chime) = 0;
  virtual void strike(const Ring& ring, float loudness) = 0;
  virtual void mute(bool muted) = 0;
  virtual void volume(float sound_0_1, float music_0_1) = 0;  // as heard: a slider in the middle sounds half as loud
};

}  // namespace sui::engine
