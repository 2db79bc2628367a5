#include "game/engine/music.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace sui::engine {
namespace {

constexpr float kTwoPi = 6.28318531f;
constexpr int kControl_samples = 64;  // pitch and tempo move this often
constexpr float kFade_s = 0.7f;
constexpr float kQuiet = 0.75f;  // under the clay, not over it
constexpr float kUnheard = 1e-4f;
constexpr double kBeatsBefore = 2;

float fall_of(float seconds, float rate_hz) {  // a sample's share that stays
  return std::exp(-1 / (seconds * rate_hz));
}

// The wave is read between samples by a cubic, so that a string is in tune and can slide.
void set_period(PluckedString& s, float period) {
  const float lag = std::clamp(period - s.soft, 4.0f, static_cast<float>(kStringSamples - 4));
  const auto whole = static_cast<std::size_t>(lag);
  const float d = lag - static_cast<float>(whole) + 1;  // 1 … 2 within four taps
  s.lag = whole - 1;
  s.taps[0] = -(d - 1) * (d - 2) * (d - 3) / 6;
  s.taps[1] = d * (d - 2) * (d - 3) / 2;
  s.taps[2] = -d * (d - 1) * (d - 3) / 2;
  s.taps[3] = d * (d - 1) * (d - 2) / 6;
}

PluckedString* free_string(Music& music, int string) {
  PluckedString* best = nullptr;
  for (PluckedString& s : music.strings) {
    if (s.left_samples > 0 && s.string == string) return &s;
    if (best == nullptr || s.left_samples < best->left_samples) best = &s;
  }
  // Taking a string that still sounds would click.
  return best->left_samples > 0 ? nullptr : best;
}

void pluck(Music& music, const Note& note) {
  PluckedString* found = free_string(music, note.string);
  if (found == nullptr) return;
  PluckedString& s = *found;
  const float pitch_hz = string_hz(note.string), period = music.rate_hz / pitch_hz;
  if (period + 8 > static_cast<float>(kStringSamples)) return;
  const bool again = s.left_samples > 0;
  if (!again) {
    s.loop.fill(0);
    s.last = 0;
  }
  const float rings_s = std::clamp(7.5f - 0.22f * static_cast<float>(note.string), 2.8f, 7.5f);
  s.string = note.string;
  s.loss = std::exp(-6.9078f / (rings_s * pitch_hz));
  s.soft = 0.23f - 0.1f * note.loudness;
  s.period = period;
  s.press = note.pressed ? pitch_hz / string_hz(note.string - 1) - 1 : 0;
  s.tremble = note.pressed ? 0.004f : 0;
  s.tremble_phase = 0;
  s.left_samples = static_cast<int>(rings_s * 1.1f * music.rate_hz);
  const float angle = (static_cast<float>(note.string - 10) * 0.05f + 1) * 0.785398f;
  s.left = std::cos(angle);
  s.right = std::sin(angle);
  // The nail leaves a corner a sixth of the way along; a soft stroke rounds it.
  constexpr float kPluckedAt = 0.17f;
  const auto samples = static_cast<std::size_t>(period) + 2;
  const auto corner = static_cast<std::size_t>(kPluckedAt * period);
  const float rounding = std::clamp(0.16f + 0.5f * note.loudness, 0.1f, 0.8f);
  const float level = 0.34f * note.loudness;
  float once = 0, twice = 0;
  for (std::size_t i = 0; i < samples; ++i) {
    const float shape = i < corner ? 1.0f : -kPluckedAt / (1 - kPluckedAt);
    once += (shape + 0.22f * music.noise.next() - once) * rounding;
    twice += (once - twice) * rounding;
    float& place = s.loop[(s.at + kStringSamples - samples + i) % kStringSamples];
    place = place * (again ? 0.5f : 0.0f) + twice * level;
  }
  set_period(s, period * (1 + s.press));
}

void blow(Music& music, const Note& note, float seconds) {
  Flute& flute = music.flute;
  const bool tied = flute.level > 0.01f;  // one breath, the fingers glide
  flute.pitch_wanted_hz = string_hz(note.string);
  if (!tied) {
    flute.pitch_hz = flute.pitch_wanted_hz * (note.pressed ? 0.965f : 0.995f);
    if (flute.level < kUnheard) {
      flute.chiff = 1;
      flute.re = 0;
      flute.im = 1;
    }
  }
  flute.loudness = 0.18f * note.loudness;
  flute.sung_samples = 0;
  flute.left_samples = flute.note_samples = std::max(1, static_cast<int>(seconds * music.rate_hz));
}

void begin_phrase(Music& music) {
  music.phrase = next_phrase(music.melody, music.mood);
  music.next_note = 0;
  music.beat = 0;
}

void play_due(Music& music) {
  music.beat +=
      static_cast<double>(music.phrase.tempo_bpm) / 60 * kControl_samples / static_cast<double>(music.rate_hz);
  while (music.next_note < music.phrase.count) {
    const Note& note = music.phrase.notes[static_cast<std::size_t>(music.next_note)];
    if (static_cast<double>(note.beat) > music.beat) return;
    ++music.next_note;
    if (note.instrument == Instrument::kFlute) {
      blow(music, note, note.beats * 60 / music.phrase.tempo_bpm * 0.97f);
    } else {
      pluck(music, note);
    }
  }
  if (music.beat >= static_cast<double>(music.phrase.beats)) begin_phrase(music);
}

void move_strings(Music& music) {
  for (PluckedString& s : music.strings) {
    if (s.left_samples <= 0 || s.tremble == 0) continue;
    s.press *= fall_of(0.075f / kControl_samples, music.rate_hz);
    s.tremble_phase += 5.2f * kControl_samples / music.rate_hz;
    const float late = std::min(1.0f, s.tremble_phase / 3);  // it trembles once it has arrived
    set_period(s, s.period * (1 + s.press + s.tremble * late * std::sin(kTwoPi * s.tremble_phase)));
  }
}

void move_flute(Music& music) {
  Flute& flute = music.flute;
  flute.left_samples -= kControl_samples;
  flute.sung_samples += kControl_samples;
  // A breath swells and is spent.
  const float sung = static_cast<float>(flute.sung_samples) / static_cast<float>(flute.note_samples);
  const float swell = 0.55f + 1.9f * sung * std::max(0.0f, 1 - sung);
  flute.level_wanted = flute.left_samples > 0 ? flute.loudness * swell : 0;
  if (flute.level < kUnheard && flute.level_wanted == 0) return;
  flute.pitch_hz += (flute.pitch_wanted_hz - flute.pitch_hz) * (1 - fall_of(0.035f / kControl_samples, music.rate_hz));
  flute.sway_phase += 4.6f * kControl_samples / music.rate_hz;
  flute.sway_phase -= std::floor(flute.sway_phase);
  const float sung_s = static_cast<float>(flute.sung_samples) / music.rate_hz;
  const float sway = 0.006f * std::clamp((sung_s - 0.5f) / 0.8f, 0.0f, 1.0f) * std::sin(kTwoPi * flute.sway_phase);
  const float turn = kTwoPi * flute.pitch_hz * (1 + sway) / music.rate_hz;
  flute.cos_step = std::cos(turn);
  flute.sin_step = std::sin(turn);
  const float length = std::sqrt(flute.re * flute.re + flute.im * flute.im);
  if (length > 0) {
    flute.re /= length;
    flute.im /= length;
  }
  flute.breath.tune(flute.pitch_hz * 2.02f, flute.pitch_hz * 0.9f, music.rate_hz);
}

void move_drone(Music& music) {
  constexpr float kTurns_s[4] = {0.051f, 0.067f, 0.083f, 0.043f};
  for (int i = 0; i < 4; ++i) {
    float& phase = music.drone.swell_phase[i];
    phase += kTurns_s[i] * kControl_samples / music.rate_hz;
    phase -= std::floor(phase);
    Partial& tone = music.drone.tones[i];
    tone.decay = (0.6f + 0.4f * std::sin(kTwoPi * phase)) / std::sqrt(tone.re * tone.re + tone.im * tone.im);
  }
}

float string_sample(PluckedString& s) {
  const std::size_t from = s.at + kStringSamples - s.lag;
  float wave = 0;
  for (std::size_t i = 0; i < 4; ++i) wave += s.taps[i] * s.loop[(from - i) % kStringSamples];
  const float turned = s.loss * ((1 - s.soft) * wave + s.soft * s.last);
  s.last = wave;
  s.loop[s.at] = std::abs(turned) < 1e-9f ? 0 : turned;
  s.at = (s.at + 1) % kStringSamples;
  --s.left_samples;
  return turned;
}

float flute_sample(Music& music) {
  Flute& flute = music.flute;
  if (flute.level < kUnheard && flute.level_wanted == 0) return 0;
  const float wanted = flute.level_wanted;
  flute.level += (wanted - flute.level) * (1 - (wanted > flute.level ? 0.99970f : 0.99985f));
  flute.chiff *= 0.9997f;
  const float re = flute.re * flute.cos_step - flute.im * flute.sin_step;
  flute.im = flute.re * flute.sin_step + flute.im * flute.cos_step;
  flute.re = re;
  const float s = flute.im, c = flute.re;
  const float tone = s + 0.30f * 2 * s * c + 0.10f * s * (3 - 4 * s * s);
  const float white = music.noise.next();
  const float breath = flute.breath.run(white) * (0.55f + 1.1f * flute.chiff) + white * 0.02f;
  return (tone * (1 - 0.5f * flute.chiff) + breath) * flute.level;
}

float drone_sample(Music& music) {
  constexpr float kLevel[4] = {0.034f, 0.022f, 0.020f, 0.010f};
  Drone& drone = music.drone;
  drone.level += ((music.mood == Mood::kKiln ? 1.0f : 0.0f) - drone.level) * (0.45f / music.rate_hz);
  if (drone.level < kUnheard) return 0;
  float sum = 0;
  for (int i = 0; i < 4; ++i) {
    Partial& tone = drone.tones[i];
    const float re = tone.re * tone.cos_step - tone.im * tone.sin_step;
    tone.im = tone.re * tone.sin_step + tone.im * tone.cos_step;
    tone.re = re;
    sum += tone.im * tone.decay * kLevel[i];
  }
  return sum * drone.level;
}

void hall_sample(Hall& hall, float left_in, float right_in, float& left, float& right) {
  constexpr float kTurned = 0.87f, kDull = 0.38f;
  float out[4], sum = 0;
  for (std::size_t i = 0; i < 4; ++i) {
    out[i] = hall.lines[i][hall.at[i]];
    hall.dulled[i] += (out[i] - hall.dulled[i]) * (1 - kDull);
    sum += hall.dulled[i];
  }
  for (std::size_t i = 0; i < 4; ++i) {
    const float in = (i % 2 == 0 ? left_in : right_in) + kTurned * (hall.dulled[i] - 0.5f * sum);
    hall.lines[i][hall.at[i]] = std::abs(in) < 1e-9f ? 0 : in;
    hall.at[i] = (hall.at[i] + 1) % hall.lengths[i];
  }
  left += (out[0] + 0.6f * out[3]) * 0.26f;
  right += (out[1] + 0.6f * out[2]) * 0.26f;
}

void fall_silent(Music& music) {
  for (PluckedString& s : music.strings) s.left_samples = 0;
  music.flute.level = music.flute.level_wanted = 0;
  music.drone.level = 0;
  for (auto& line : music.hall.lines) line.fill(0);
  std::fill(std::begin(music.hall.dulled), std::end(music.hall.dulled), 0.0f);
}

// A new place waits two beats, then begins a phrase of its own; strings already struck ring on.
void go_to(Music& music, Mood mood) {
  music.mood = mood;
  music.phrase = Phrase{};
  music.phrase.beats = static_cast<float>(kBeatsBefore);
  music.next_note = 0;
  music.beat = 0;
  music.flute.left_samples = 0;
  music.melody.answering = false;
}

}  // namespace

void prepare(Music& music, float rate_hz, uint64_t seed) {
  music.rate_hz = rate_hz;
  music.melody.seed = seed;
  const float kept = rate_hz / 44100;
  for (std::size_t& length : music.hall.lengths) {
    length = std::clamp<std::size_t>(static_cast<std::size_t>(static_cast<float>(length) * kept), 1, kRoomSamples);
  }
  constexpr int kDroneStrings[4] = {0, 3, 5, 8};
  for (int i = 0; i < 4; ++i) {
    const float turn = kTwoPi * string_hz(kDroneStrings[i]) / rate_hz;
    music.drone.tones[i] = {1, 0, std::cos(turn), std::sin(turn), 1};
  }
  music.body[0].tune(210, 90, rate_hz);
  music.body[1].tune(430, 160, rate_hz);
}

void mix_music(Music& music, Mood mood, float gain, float& left, float& right) {
  if (gain <= 0) return;
  const bool silent = mood == Mood::kSilent;
  if (silent && music.level == 0) return;
  if (mood != music.mood && !silent) go_to(music, mood);
  if (silent) music.mood = Mood::kSilent;
  music.level += ((silent ? 0.0f : 1.0f) - music.level) / (kFade_s * 0.4f * music.rate_hz);
  if (silent && music.level < kUnheard) {
    music.level = 0;
    fall_silent(music);
    return;
  }
  if (--music.until_control <= 0) {
    music.until_control = kControl_samples;
    if (!silent) play_due(music);
    move_strings(music);
    move_flute(music);
    move_drone(music);
  }
  float dry_left = 0, dry_right = 0;
  for (PluckedString& s : music.strings) {
    if (s.left_samples <= 0) continue;
    const float sample = string_sample(s);
    dry_left += sample * s.left;
    dry_right += sample * s.right;
  }
  const float wood = 0.5f * (dry_left + dry_right);
  const float board = 0.5f * music.body[0].run(wood) + 0.35f * music.body[1].run(wood);
  const float flute = flute_sample(music), drone = drone_sample(music);
  dry_left += board + flute * 0.62f;
  dry_right += board + flute * 0.78f;
  float wet_left = 0, wet_right = 0;
  hall_sample(music.hall, dry_left, dry_right, wet_left, wet_right);
  const float level = kQuiet * music.level * gain;
  left += (dry_left + wet_left + drone) * level;
  right += (dry_right + wet_right + drone) * level;
}

}  // namespace sui::engine
