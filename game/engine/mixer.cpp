#include "game/engine/mixer.h"

#include <algorithm>
#include <cmath>

namespace sui::engine {
namespace {

constexpr float kTwoPi = 6.28318531f;
constexpr float kEase_s = 0.045f;
constexpr int kVoicesKeptForStrikes = 8;

void follow(float& now, float wanted, float share) {
  now += (wanted - now) * share;
  if (std::abs(now) < 1e-12f) now = 0;
}

float safe_level(float value, float most) {
  return value > 0 ? std::min(value, most) : 0;
}  // also refuses NaN

void ease_levels(Mixer& m, float share) {
  follow(m.now.wheel_rpm, safe_level(m.wanted.wheel_rpm, 600), share * 0.35f);
  follow(m.now.clay, safe_level(m.wanted.clay, 1), share);
  follow(m.now.clay_dry, safe_level(m.wanted.clay_dry, 1), share);
  follow(m.now.water, safe_level(m.wanted.water, 1), share);
  follow(m.now.brush, safe_level(m.wanted.brush, 1), share);
  follow(m.now.fire, safe_level(m.wanted.fire, 1), share * 0.3f);
  follow(m.now.street, safe_level(m.wanted.street, 1), share * 0.1f);
  follow(m.now.wood, safe_level(m.wanted.wood, 1), share * 0.3f);
  follow(m.now.ping, safe_level(m.wanted.ping, 1), share * 0.5f);
  follow(m.gain, m.gain_wanted, share);
  follow(m.music_gain, m.music_gain_wanted, share);
  if (m.music_gain_wanted == 0 && m.music_gain < 1e-5f) m.music_gain = 0;
}

// How fast the clay runs under the hand, 0..1; a hand that rubs still clay is slow, not silent.
float rub_speed(const Mixer& m) {
  return std::min(1.0f, m.now.wheel_rpm / 240);
}

// Many times a second, chance draws where the slow movements go next and which small sounds begin.
void turn(Mixer& m) {
  m.until_turn = static_cast<int>(m.rate_hz / 60);
  m.wet_swell_target = m.noise.between(0.15f, 1.0f);
  m.roar_swell_target += (m.noise.between(0.35f, 1.0f) - m.roar_swell_target) * 0.2f;
  for (float& target : m.murmur_target) {
    if (m.noise.between(0, 1) < 0.08f) target = m.noise.between(0.0f, 1.0f);
  }
  const float pitch = m.noise.between(240, 620);
  m.squelch.tune(pitch * (1 + m.now.clay * 0.5f) * (0.75f + 0.6f * rub_speed(m)), 170, m.rate_hz);
  m.scrape.tune(3300 + 2200 * rub_speed(m), 2600, m.rate_hz);
  if (sounding(m.voices) > static_cast<int>(kVoicesMax) - kVoicesKeptForStrikes) return;
  const auto chance = [&m](float a_second) { return m.noise.between(0, 1) < a_second / 60; };
  if (chance(16 * m.now.water)) bubble(m.voices, 0.35f + 0.4f * m.now.water);
  // Wood spits; gas and coils only tick in the brick.
  if (chance((1 + 10 * m.now.wood) * m.now.fire)) {
    crackle(m.voices, m.noise.between(0.04f, 0.10f + 0.45f * m.now.wood) * m.now.fire);
  }
  if (chance(7 * m.now.ping)) glaze_ping(m.voices, m.noise.between(0.4f, 1.0f));
  if (chance(0.35f * m.now.street)) wind_bell(m.voices, m.now.street);
  // Only in the open is the street loud enough to stand in, and there a cricket sings far off.
  const float open = std::max(0.0f, (m.now.street - 0.6f) / 0.4f);
  m.cricket_rest_s -= 1.0f / 60;
  if (open <= 0 || m.cricket_rest_s > 0) return;
  m.cricket_rest_s = m.noise.between(0, 1) < 0.2f ? m.noise.between(3, 7) : m.noise.between(0.45f, 0.6f);
  cricket(m.voices, open);
}

float wheel_sample(Mixer& m) {
  if (m.now.wheel_rpm < 0.5f) return 0;
  const float turns_s = m.now.wheel_rpm / 60;
  m.wheel_phase += turns_s / m.rate_hz;
  m.wheel_phase -= std::floor(m.wheel_phase);
  m.hum_phase += (46 + m.now.wheel_rpm * 0.19f) / m.rate_hz;
  m.hum_phase -= std::floor(m.hum_phase);
  const float wobble = 1 + 0.16f * std::sin(kTwoPi * m.wheel_phase);
  const float hum = std::sin(kTwoPi * m.hum_phase) + 0.45f * std::sin(2 * kTwoPi * m.hum_phase) +
                    0.16f * std::sin(3 * kTwoPi * m.hum_phase + 0.6f);
  follow(m.hum_low, m.noise.next(), 0.035f);  // the belt's breath
  return (hum * 0.030f + m.hum_low * 0.10f) * wobble * std::min(1.0f, m.now.wheel_rpm / 110);
}

float clay_sample(Mixer& m) {
  if (m.now.clay < 1e-4f) return 0;
  follow(m.wet_swell, m.wet_swell_target, 1 / (0.022f * m.rate_hz));
  const float white = m.noise.next(), wet = m.now.clay * (1 - m.now.clay_dry), dry = m.now.clay * m.now.clay_dry;
  // Wet clay sucks and gives: the swell squared makes gaps. Dry clay scrapes once a turn, like a record's edge.
  const float around = 0.72f + 0.28f * std::sin(kTwoPi * m.wheel_phase + 1.2f);
  const float bright = 0.08f + 1.1f * rub_speed(m) * m.now.clay;  // fast and hard hisses
  const float squelch = m.squelch.run(white) * 1.1f + m.squelch_high.run(white) * bright * m.wet_swell;
  const float scrape = m.scrape.run(white) * 0.55f + m.scrape_low.run(white) * 0.5f;
  return squelch * m.wet_swell * m.wet_swell * wet * 0.9f + scrape * dry * around * 0.5f;
}

// The stream under the drops: it thickens and thins as it falls.
float water_sample(Mixer& m) {
  if (m.now.water < 1e-4f) return 0;
  follow(m.pour_swell, m.wet_swell_target, 1 / (0.06f * m.rate_hz));
  return m.pour.run(m.noise.next()) * (0.35f + 0.65f * m.pour_swell) * m.now.water * 0.11f;
}

float brush_sample(Mixer& m) {
  if (m.now.brush < 1e-4f) return 0;
  return m.brush.run(m.noise.next()) * m.now.brush * 0.30f;
}

float fire_sample(Mixer& m) {
  if (m.now.fire < 1e-4f) return 0;
  follow(m.roar_swell, m.roar_swell_target, 1 / (0.25f * m.rate_hz));
  follow(m.brown, m.noise.next(), 0.028f);
  follow(m.roar, m.brown, 0.09f);
  // The draught draws breath: the hotter, the quicker, and the hiss of it comes with the pull.
  m.draught_phase += (0.17f + 0.16f * m.now.fire) / m.rate_hz;
  m.draught_phase -= std::floor(m.draught_phase);
  const float pull = std::sin(kTwoPi * m.draught_phase);
  return (m.roar * 1.9f + m.brown * (0.25f + 0.12f * pull)) * (1 + 0.38f * pull) * m.roar_swell * m.now.fire;
}

float street_sample(Mixer& m) {
  if (m.now.street < 1e-4f) return 0;
  const float white = m.noise.next();
  float sum = 0;
  for (int i = 0; i < 3; ++i) {
    follow(m.murmur_level[i], m.murmur_target[i], 1 / (0.11f * m.rate_hz));
    sum += m.murmur[i].run(white) * (0.25f + m.murmur_level[i]);
  }
  return sum * 0.16f * m.now.street;
}

// Peaks turn the whole down at once and let it up slowly; what is left over bends instead of breaking.
float limited(float x, float turned_down) {
  const float y = x * turned_down, over = std::abs(y) - 0.8f;
  if (over <= 0) return y;
  const float bent = 0.8f + 0.19f * (over / (over + 0.19f));
  return y < 0 ? -bent : bent;
}

}  // namespace

void prepare(Mixer& mixer, float rate_hz, uint64_t music_seed) {
  mixer.rate_hz = rate_hz;
  mixer.voices.rate_hz = rate_hz;
  mixer.squelch.tune(400, 170, rate_hz);
  mixer.squelch_high.tune(1450, 700, rate_hz);
  mixer.scrape.tune(4300, 2600, rate_hz);
  mixer.scrape_low.tune(1250, 500, rate_hz);
  mixer.pour.tune(1700, 1500, rate_hz);
  mixer.brush.tune(2300, 1500, rate_hz);
  mixer.murmur[0].tune(230, 90, rate_hz);
  mixer.murmur[1].tune(410, 140, rate_hz);
  mixer.murmur[2].tune(760, 240, rate_hz);
  prepare(mixer.music, rate_hz, music_seed);
  turn(mixer);
}

void mix(Mixer& m, float* left_right, int frames) {
  const float share = 1 - std::exp(-1 / (kEase_s * m.rate_hz));
  const float release = std::exp(-1 / (0.18f * m.rate_hz));
  for (int frame = 0; frame < frames; ++frame) {
    ease_levels(m, share);
    if (--m.until_turn <= 0) turn(m);
    const float middle =
        wheel_sample(m) + clay_sample(m) + water_sample(m) + brush_sample(m) + fire_sample(m) + street_sample(m);
    float left = middle * 0.9f, right = middle * 0.9f;
    mix_voices(m.voices, left, right);
    left *= m.gain;
    right *= m.gain;
    mix_music(m.music, m.wanted.music, m.music_gain, left, right);
    m.peak = std::max({std::abs(left), std::abs(right), m.peak * release});
    const float turned_down = m.peak > 0.9f ? 0.9f / m.peak : 1.0f;
    left_right[2 * frame] = limited(left, turned_down);
    left_right[2 * frame + 1] = limited(right, turned_down);
  }
}

}  // namespace sui::engine
