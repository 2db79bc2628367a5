#include "game/engine/voices.h"

#include <algorithm>
#include <cmath>

namespace sui::engine {
namespace {

constexpr float kTwoPi = 6.28318531f;
constexpr float kSilence = 2e-5f;

// The share left after one sample when a sound falls by 60 dB in `seconds`.
float decay_of(float seconds, float rate_hz) {
  return std::exp(-6.9078f / std::max(seconds * rate_hz, 1.0f));
}

// Also refuses NaN, which comparisons let fall.
float within(float value, float least, float most) {
  return value > least ? std::min(value, most) : least;
}

// All voices busy: the new sound is dropped, since cutting one off would click.
Voice* free_voice(Voices& voices, float pan, float attack_s) {
  for (Voice& voice : voices.all) {
    if (voice.sounds) continue;
    voice = Voice{};
    voice.sounds = true;
    voice.rise_step = 1 / std::max(attack_s * voices.rate_hz, 1.0f);
    const float angle = (std::clamp(pan, -1.0f, 1.0f) + 1) * 0.785398f;
    voice.left = std::cos(angle);
    voice.right = std::sin(angle);
    return &voice;
  }
  return nullptr;
}

void add_partial(Voice& voice, float frequency_hz, float seconds, float level, float rate_hz) {
  if (voice.partial_count == static_cast<int>(voice.partials.size())) return;
  if (!(frequency_hz > 10) || frequency_hz > rate_hz * 0.45f || !(level > 0) || level > 4) return;
  const float turn = kTwoPi * frequency_hz / rate_hz;
  Partial& partial = voice.partials[static_cast<std::size_t>(voice.partial_count++)];
  partial = {level, 0, std::cos(turn), std::sin(turn), decay_of(within(seconds, 0.005f, 12), rate_hz)};
}

void add_burst(Voice& voice, float centre_hz, float width_hz, float seconds, float level, float rate_hz) {
  voice.colour.tune(centre_hz, width_hz, rate_hz);
  voice.burst = level;
  voice.burst_decay = decay_of(seconds, rate_hz);
}

void quack(Voices& voices, float wait_s, float pitch_hz, float seconds, float level) {
  Voice* voice = free_voice(voices, 0.1f, 0.012f);
  if (voice == nullptr) return;
  voice->wait = static_cast<int>(wait_s * voices.rate_hz);
  voice->reed = level;
  voice->reed_step = pitch_hz / voices.rate_hz;
  voice->reed_fall = std::exp(-0.42f / (seconds * voices.rate_hz));  // the pitch sinks by a third over the call
  voice->reed_left = voice->reed_length = seconds * voices.rate_hz;
  voice->formants[0].tune(880, 190, voices.rate_hz);
  voice->formants[1].tune(1620, 260, voices.rate_hz);
}

void coin(Voices& voices, float wait_s, float base_hz, float level) {
  Voice* voice = free_voice(voices, -0.1f, 0.001f);
  if (voice == nullptr) return;
  voice->wait = static_cast<int>(wait_s * voices.rate_hz);
  add_partial(*voice, base_hz, 0.45f, level, voices.rate_hz);
  add_partial(*voice, base_hz * 1.503f, 0.32f, level * 0.6f, voices.rate_hz);
  add_partial(*voice, base_hz * 2.71f, 0.12f, level * 0.25f, voices.rate_hz);
}

float reed_sample(Voice& voice) {
  if (voice.reed_left <= 0) return 0;
  voice.reed_left -= 1;
  voice.reed_phase += voice.reed_step;
  voice.reed_step *= voice.reed_fall;
  if (voice.reed_phase >= 1) voice.reed_phase -= 1;
  const float gone = 1 - voice.reed_left / voice.reed_length;
  const float swell = std::sin(3.14159265f * std::sqrt(gone));  // fast in, slow out
  const float saw = 2 * voice.reed_phase - 1;
  const float through = voice.formants[0].run(saw) + 0.7f * voice.formants[1].run(saw) + 0.06f * saw;
  return through * voice.reed * swell;
}

float sample_of(Voice& voice, Noise& noise, bool& alive) {
  float sum = 0;
  for (int i = 0; i < voice.partial_count; ++i) {
    Partial& p = voice.partials[static_cast<std::size_t>(i)];
    const float re = (p.re * p.cos_step - p.im * p.sin_step) * p.decay;
    p.im = (p.re * p.sin_step + p.im * p.cos_step) * p.decay;
    p.re = re;
    sum += p.im;
    if (voice.glide != 0) {
      const float c = p.cos_step - voice.glide * p.sin_step, s = p.sin_step + voice.glide * p.cos_step;
      const float length = 1 / std::sqrt(c * c + s * s);
      p.cos_step = c * length;
      p.sin_step = s * length;
    }
    alive = alive || std::abs(p.re) + std::abs(p.im) > kSilence;
  }
  if (voice.burst > kSilence) {
    sum += voice.colour.run(noise.next()) * voice.burst;
    voice.burst *= voice.burst_decay;
    alive = true;
  }
  if (voice.reed_left > 0) {
    sum += reed_sample(voice);
    alive = true;
  }
  return sum;
}

}  // namespace

float Noise::next() {
  state ^= state << 13;
  state ^= state >> 17;
  state ^= state << 5;
  return static_cast<float>(static_cast<int32_t>(state)) / 2147483648.0f;
}

float Noise::between(float low, float high) {
  return low + (high - low) * (next() * 0.5f + 0.5f);
}

void Resonator::tune(float frequency_hz, float bandwidth_hz, float rate_hz) {
  const float r = std::exp(-3.14159265f * bandwidth_hz / rate_hz);
  const float turn = kTwoPi * std::min(frequency_hz, rate_hz * 0.45f) / rate_hz;
  a1 = 2 * r * std::cos(turn);
  a2 = -r * r;
  gain = (1 - r * r) * 0.5f;
}

float Resonator::run(float x) {
  const float y = gain * (x - x2) + a1 * y1 + a2 * y2;
  x2 = x1;
  x1 = x;
  y2 = y1;
  y1 = std::abs(y) < 1e-15f ? 0 : y;  // denormal numbers are slow on some processors
  return y;
}

void strike(Voices& voices, const Ring& ring, float loudness) {
  Voice* voice = free_voice(voices, voices.noise.between(-0.15f, 0.15f), 0.0008f);
  if (voice == nullptr) return;
  const float level = 0.42f * within(loudness, 0, 1);
  for (int i = 0; i < 4; ++i) {
    add_partial(*voice, ring.frequency_hz[i], ring.damping_s[i], ring.level[i] * level, voices.rate_hz);
  }
  // A ring beats: no pot is perfectly round, so its lowest tone is two.
  add_partial(*voice, ring.frequency_hz[0] * 1.0021f, ring.damping_s[0] * 0.9f, ring.level[0] * level * 0.3f,
              voices.rate_hz);
  add_burst(*voice, 3400, 2600, 0.012f, level * 0.8f, voices.rate_hz);
}

void play(Voices& voices, Chime chime) {
  const float rate = voices.rate_hz;
  const auto with = [&voices](float attack_s) { return free_voice(voices, 0, attack_s); };
  switch (chime) {
    case Chime::kTap:
      if (Voice* v = with(0.002f)) {
        add_partial(*v, 640, 0.06f, 0.10f, rate);
        add_partial(*v, 1130, 0.035f, 0.06f, rate);
        add_burst(*v, 1500, 900, 0.014f, 0.05f, rate);
      }
      break;
    case Chime::kDrop:
      bubble(voices, 0.9f);
      break;
    case Chime::kCut:  // the wire: a long wet hiss and its twang
      if (Voice* v = with(0.05f)) {
        add_burst(*v, 900, 700, 0.42f, 0.5f, rate);
        add_partial(*v, 196, 0.3f, 0.06f, rate);
        add_partial(*v, 587, 0.2f, 0.03f, rate);
      }
      break;
    case Chime::kStamp:
      if (Voice* v = with(0.003f)) {
        add_partial(*v, 92, 0.20f, 0.42f, rate);
        add_partial(*v, 171, 0.10f, 0.16f, rate);
        add_burst(*v, 520, 500, 0.06f, 0.35f, rate);
      }
      break;
    case Chime::kCoin:
      coin(voices, 0, 2093, 0.13f);
      coin(voices, 0.085f, 2637, 0.15f);
      break;
    case Chime::kDoor:  // a kiln door: iron on brick
      if (Voice* v = with(0.004f)) {
        add_partial(*v, 68, 0.55f, 0.38f, rate);
        add_partial(*v, 143, 0.40f, 0.14f, rate);
        add_partial(*v, 387, 0.30f, 0.05f, rate);
        add_burst(*v, 260, 260, 0.22f, 0.5f, rate);
      }
      break;
    case Chime::kQuack:
      quack(voices, 0, 300, 0.15f, 0.55f);
      quack(voices, 0.19f, 262, 0.20f, 0.48f);
      break;
    case Chime::kCrack:
      if (Voice* v = with(0.0006f)) {
        add_burst(*v, 3800, 3400, 0.05f, 0.9f, rate);
        add_partial(*v, 2310, 0.05f, 0.18f, rate);
        add_partial(*v, 4870, 0.03f, 0.12f, rate);
      }
      break;
  }
}

void bubble(Voices& voices, float loudness) {
  Voice* voice = free_voice(voices, voices.noise.between(-0.5f, 0.5f), 0.002f);
  if (voice == nullptr) return;
  const float frequency_hz = voices.noise.between(480, 1350);
  add_partial(*voice, frequency_hz, voices.noise.between(0.05f, 0.11f), 0.11f * loudness, voices.rate_hz);
  voice->glide = kTwoPi * frequency_hz / voices.rate_hz * 14 / voices.rate_hz;
}

void wind_bell(Voices& voices, float loudness) {
  constexpr float kPentatonic_hz[] = {1174.7f, 1318.5f, 1568.0f, 1760.0f, 2093.0f};
  Voice* voice = free_voice(voices, voices.noise.between(-0.8f, 0.8f), 0.003f);
  if (voice == nullptr) return;
  const auto which = static_cast<std::size_t>(voices.noise.between(0, 4.999f));
  const float base_hz = kPentatonic_hz[std::min<std::size_t>(which, 4)];
  add_partial(*voice, base_hz, 2.4f, 0.030f * loudness, voices.rate_hz);
  add_partial(*voice, base_hz * 2.76f, 1.1f, 0.012f * loudness, voices.rate_hz);
  add_partial(*voice, base_hz * 5.4f, 0.4f, 0.004f * loudness, voices.rate_hz);
}

void crackle(Voices& voices, float loudness) {
  Voice* voice = free_voice(voices, voices.noise.between(-0.6f, 0.6f), 0.0004f);
  if (voice == nullptr) return;
  add_burst(*voice, voices.noise.between(900, 4200), 1400, voices.noise.between(0.006f, 0.03f), loudness,
            voices.rate_hz);
}

// The glaze shrinks more than the body and gives, one hair at a time: glass, tiny and high.
void glaze_ping(Voices& voices, float loudness) {
  Voice* voice = free_voice(voices, voices.noise.between(-0.45f, 0.45f), 0.0004f);
  if (voice == nullptr) return;
  const float base_hz = voices.noise.between(3300, 6400), rings_s = voices.noise.between(0.08f, 0.32f);
  const float level = loudness * loudness * 0.085f;
  add_partial(*voice, base_hz, rings_s, level, voices.rate_hz);
  add_partial(*voice, base_hz * 1.58f, rings_s * 0.6f, level * 0.5f, voices.rate_hz);
  add_partial(*voice, base_hz * 2.37f, rings_s * 0.35f, level * 0.25f, voices.rate_hz);
  add_burst(*voice, 7200, 4000, 0.004f, level * 0.8f, voices.rate_hz);
}

void cricket(Voices& voices, float loudness) {
  const float pitch_hz = voices.noise.between(4280, 4320);
  for (int rub = 0; rub < 3; ++rub) {
    Voice* voice = free_voice(voices, 0.3f, 0.014f);
    if (voice == nullptr) return;
    voice->wait = static_cast<int>(0.052f * static_cast<float>(rub) * voices.rate_hz);
    add_partial(*voice, pitch_hz, 0.11f, loudness * (0.034f + 0.006f * static_cast<float>(rub)), voices.rate_hz);
  }
}

int sounding(const Voices& voices) {
  return static_cast<int>(
      std::count_if(voices.all.begin(), voices.all.end(), [](const Voice& voice) { return voice.sounds; }));
}

void mix_voices(Voices& voices, float& left, float& right) {
  for (Voice& voice : voices.all) {
    if (!voice.sounds) continue;
    if (voice.wait > 0) {
      --voice.wait;
      continue;
    }
    bool alive = voice.rise < 1;
    voice.rise = std::min(1.0f, voice.rise + voice.rise_step);
    const float sample = sample_of(voice, voices.noise, alive) * voice.rise;
    left += sample * voice.left;
    right += sample * voice.right;
    voice.sounds = alive;
  }
}

}  // namespace sui::engine
