// Sound without a loudspeaker: what the mixer gives is measured.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "game/engine/audio_root.h"
#include "game/engine/mixer.h"

namespace sui::engine {
namespace {

constexpr int kRate_hz = 44100;

// One channel, pulled in the uneven blocks a device asks for.
std::vector<float> render(AudioRoot& audio, double seconds) {
  std::vector<float> left, block(2048);
  const auto wanted = static_cast<std::size_t>(seconds * kRate_hz);
  int frames = 64;
  while (left.size() < wanted) {
    audio.mix(block.data(), frames);
    for (int i = 0; i < frames; ++i) left.push_back(block[static_cast<std::size_t>(2 * i)]);
    frames = frames * 7 % 1000 + 24;
  }
  left.resize(wanted);
  return left;
}

float loudest(const std::vector<float>& sound) {
  float most = 0;
  for (float sample : sound) most = std::max(most, std::abs(sample));
  return most;
}

float power(const std::vector<float>& sound) {
  double sum = 0;
  for (float sample : sound) sum += static_cast<double>(sample) * static_cast<double>(sample);
  return static_cast<float>(std::sqrt(sum / static_cast<double>(sound.size())));
}

double frequency_hz(const std::vector<float>& sound, std::size_t from, std::size_t to) {
  int crossings = 0;
  double first = 0, last = 0;
  for (std::size_t i = from + 1; i < to; ++i) {
    if (sound[i - 1] >= 0 || sound[i] < 0) continue;
    const double at = static_cast<double>(i) - static_cast<double>(sound[i] / (sound[i] - sound[i - 1]));
    if (crossings == 0) first = at;
    last = at;
    ++crossings;
  }
  return (crossings - 1) * kRate_hz / (last - first);
}

// What of the sound lies about a pitch.
std::vector<float> part_about(const std::vector<float>& sound, float centre_hz, float width_hz) {
  Resonator bands[3];
  for (Resonator& band : bands) band.tune(centre_hz, width_hz, kRate_hz);
  std::vector<float> through;
  for (float sample : sound) through.push_back(bands[0].run(bands[1].run(bands[2].run(sample))));
  return through;
}

float about(const std::vector<float>& sound, float centre_hz, float width_hz) {
  return power(part_about(sound, centre_hz, width_hz));
}

std::vector<float> heard(const Ambience& levels, double seconds) {
  const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz);
  audio->ambience(levels);
  render(*audio, 2.5);
  return render(*audio, seconds);
}

// Sounds that begin: a short while is much louder than the one before it.
int onsets(const std::vector<float>& sound) {
  constexpr std::size_t kSpan = kRate_hz / 100;
  int count = 0;
  float before = 1;
  for (std::size_t at = 0; at + kSpan <= sound.size(); at += kSpan) {
    const float now = loudest({sound.begin() + static_cast<long>(at), sound.begin() + static_cast<long>(at + kSpan)});
    if (now > 0.002f && now > before * 2.5f) ++count;
    before = now;
  }
  return count;
}

void expect_sane(const std::vector<float>& sound) {
  for (float sample : sound) {
    ASSERT_TRUE(std::isfinite(sample));
    ASSERT_LE(std::abs(sample), 1.0f);
  }
}

TEST(EngineSound, SilenceIsSilent) {
  const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz);
  EXPECT_EQ(loudest(render(*audio, 0.5)), 0);
}

TEST(EngineSound, AStruckPotRingsAtItsOwnPitchAndDiesAway) {
  for (float pitch_hz : {620.0f, 1800.0f, 3100.0f}) {
    const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz);
    render(*audio, 0.3);  // the gain has risen
    Ring ring;
    for (int i = 0; i < 4; ++i) {
      ring.frequency_hz[i] = pitch_hz * static_cast<float>(1 + 2 * i);
      ring.damping_s[i] = i == 0 ? 1.6f : 0.12f;
    }
    audio->strike(ring, 0.8f);
    const std::vector<float> sound = render(*audio, 2.5);
    expect_sane(sound);
    EXPECT_GT(loudest(sound), 0.05f);
    EXPECT_NEAR(frequency_hz(sound, kRate_hz / 4, kRate_hz * 3 / 4), static_cast<double>(pitch_hz),
                static_cast<double>(pitch_hz) * 0.004);
    const std::vector<float> early(sound.begin() + kRate_hz / 10, sound.begin() + kRate_hz / 5);
    const std::vector<float> late(sound.begin() + 2 * kRate_hz, sound.end());
    EXPECT_LT(power(late), power(early) * 0.02f);
  }
}

TEST(EngineSound, EverythingAtOnceNeitherClipsNorBreaks) {
  const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz);
  audio->volume(1, 1);
  audio->ambience({240, 1, 0.5f, 1, 1, 1, 1, 1, 1, Mood::kStreet});
  std::vector<float> all;
  for (int round = 0; round < 30; ++round) {
    for (int chime = 0; chime <= static_cast<int>(Chime::kCrack); ++chime) audio->play(static_cast<Chime>(chime));
    for (int i = 0; i < 8; ++i) audio->strike(Ring{}, 1);
    const std::vector<float> part = render(*audio, 0.1);
    expect_sane(part);
    all.insert(all.end(), part.begin(), part.end());
  }
  EXPECT_GT(power(all), 0.02f);
}

TEST(EngineSound, NumbersFromABrokenScreenDoNoHarm) {
  const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz);
  const float nan = std::numeric_limits<float>::quiet_NaN(), huge = 1e30f;
  audio->ambience({huge, nan, -5, huge, nan, huge, -huge, nan, huge, Mood::kCalm});
  Ring ring;
  ring.frequency_hz[0] = nan;
  ring.frequency_hz[1] = -3;
  ring.frequency_hz[2] = 1e9f;
  ring.damping_s[3] = nan;
  ring.level[3] = 0.4f;
  audio->strike(ring, nan);
  audio->strike(ring, huge);
  expect_sane(render(*audio, 0.6));
}

TEST(EngineSound, LevelsMoveWithoutClicks) {
  const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz);
  render(*audio, 0.3);
  audio->ambience({240, 0, 0, 0, 0, 0, 0});  // a hum alone is smooth, so any jump is a click
  const std::vector<float> rising = render(*audio, 1);
  audio->ambience({});
  const std::vector<float> falling = render(*audio, 1);
  audio->mute(true);
  const std::vector<float> muted = render(*audio, 1);
  float jump = 0;
  for (const std::vector<float>* sound : {&rising, &falling, &muted}) {
    for (std::size_t i = 1; i < sound->size(); ++i) jump = std::max(jump, std::abs((*sound)[i] - (*sound)[i - 1]));
  }
  EXPECT_LT(jump, 0.02f);
  EXPECT_LT(power(std::vector<float>(muted.end() - 4410, muted.end())), 1e-4f);
}

TEST(EngineSound, EachStandingSoundIsHeardAndEndsWithItsCause) {
  const Ambience causes[] = {{180, 0, 0, 0, 0, 0, 0}, {180, 1, 0, 0, 0, 0, 0}, {180, 1, 1, 0, 0, 0, 0},
                             {0, 0, 0, 1, 0, 0, 0},   {0, 0, 0, 0, 1, 0, 0},   {0, 0, 0, 0, 0, 1, 0},
                             {0, 0, 0, 0, 0, 0, 1}};
  for (const Ambience& cause : causes) {
    const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz);
    audio->ambience(cause);
    render(*audio, 1.5);
    const float on = power(render(*audio, 2));
    EXPECT_GT(on, 0.004f);
    EXPECT_LT(on, 0.35f);
    audio->ambience({});
    render(*audio, 7);
    EXPECT_LT(power(render(*audio, 0.5)), on * 0.02f);
  }
}

TEST(EngineSound, AQuickerAndAHarderHandIsBrighter) {
  const auto brightness = [](float rpm, float push, float dry, float bright_hz) {
    Ambience hand;
    hand.wheel_rpm = rpm;
    hand.clay = push;
    hand.clay_dry = dry;
    const std::vector<float> sound = heard(hand, 6);
    return about(sound, bright_hz, bright_hz / 2) / about(sound, 420, 250);
  };
  const float slow = brightness(60, 0.5f, 0, 1700), quick = brightness(220, 0.5f, 0, 1700);
  const float hard = brightness(220, 1, 0, 1700);
  EXPECT_GT(quick, slow * 1.3f);
  EXPECT_GT(hard, quick * 1.3f);
  EXPECT_GT(brightness(220, 1, 1, 4500), brightness(220, 1, 0, 4500) * 2) << "slurry against a dry wall";
}

TEST(EngineSound, PouredWaterIsDropsInAStream) {
  Ambience pour;
  pour.water = 1;
  const std::vector<float> sound = heard(pour, 4);
  EXPECT_GT(about(sound, 2400, 500), 0.002f);
  EXPECT_GT(about(sound, 800, 400), about(sound, 2400, 500));
}

TEST(EngineSound, TheDraughtBreathes) {
  Ambience burning;
  burning.fire = 1;
  const std::vector<float> sound = heard(burning, 60);
  constexpr std::size_t kSpan = kRate_hz / 10;
  std::vector<float> loudness;
  for (std::size_t at = 0; at + kSpan <= sound.size(); at += kSpan) {
    loudness.push_back(power({sound.begin() + static_cast<long>(at), sound.begin() + static_cast<long>(at + kSpan)}));
  }
  const auto sways = [&loudness](double a_second) {
    double re = 0, im = 0, sum = 0;
    for (std::size_t i = 0; i < loudness.size(); ++i) {
      const double turn = 2 * 3.14159265 * a_second * 0.1 * static_cast<double>(i);
      re += static_cast<double>(loudness[i]) * std::cos(turn);
      im += static_cast<double>(loudness[i]) * std::sin(turn);
      sum += static_cast<double>(loudness[i]);
    }
    return 2 * std::sqrt(re * re + im * im) / sum;
  };
  const double breath = std::max({sways(0.32), sways(0.33), sways(0.34)});
  EXPECT_GT(breath, 0.2);
  EXPECT_GT(breath, 2 * sways(0.85));
}

TEST(EngineSound, WoodCracklesAndCoilsDoNot) {
  Ambience coils, wood;
  coils.fire = wood.fire = 1;
  wood.wood = 1;
  const std::vector<float> spits = part_about(heard(wood, 20), 2600, 1500);
  EXPECT_GT(loudest(spits), 2 * loudest(part_about(heard(coils, 20), 2600, 1500)));
  EXPECT_GT(loudest(spits), 6 * power(spits)) << "single spits, not a hiss";
}

TEST(EngineSound, ACoolingGlazePingsHighAndSparse) {
  Ambience cooling;
  cooling.ping = 1;
  const std::vector<float> many = heard(cooling, 20);
  cooling.ping = 0.3f;
  const std::vector<float> few = heard(cooling, 20);
  EXPECT_GT(loudest(many), 0.01f);
  EXPECT_LT(loudest(many), 0.25f);
  const float high = std::max(about(many, 4500, 2000), about(many, 7500, 2500));
  EXPECT_GT(high, 20 * about(many, 700, 500));
  EXPECT_GT(high, 5 * about(many, 1800, 400));
  EXPECT_GT(onsets(many), 60);
  EXPECT_GT(onsets(few), 10);
  EXPECT_LT(onsets(few), onsets(many) * 2 / 3);
}

TEST(EngineSound, ACricketSingsOnlyInTheOpenStreet) {
  Ambience street, room;
  street.street = 1;
  room.street = 0.3f;
  const std::vector<float> outside = heard(street, 20);
  const std::vector<float> inside = heard(room, 20);
  EXPECT_GT(about(outside, 4300, 80), 2 * about(outside, 3600, 80));
  EXPECT_LT(about(inside, 4300, 80), 1.5f * about(inside, 3600, 80));
  EXPECT_LT(about(outside, 4300, 80), 0.2f * about(outside, 410, 300));
}

TEST(EngineSound, EveryChimeIsHeardThenOver) {
  for (int chime = 0; chime <= static_cast<int>(Chime::kCrack); ++chime) {
    const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz);
    render(*audio, 0.3);
    audio->play(static_cast<Chime>(chime));
    const std::vector<float> sound = render(*audio, 1.5);
    EXPECT_GT(loudest(sound), 0.02f) << "chime " << chime;
    EXPECT_LT(loudest(render(*audio, 0.3)), 0.002f) << "chime " << chime;
  }
}

}  // namespace
}  // namespace sui::engine
