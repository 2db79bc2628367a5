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
  audio->ambience({240, 1, 0.5f, 1, 1, 1, 1});
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
  audio->ambience({huge, nan, -5, huge, nan, huge, -huge});
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
  std::vector<float> sound = render(*audio, 1);
  audio->ambience({});
  const std::vector<float> falling = render(*audio, 1);
  sound.insert(sound.end(), falling.begin(), falling.end());
  audio->mute(true);
  const std::vector<float> muted = render(*audio, 1);
  sound.insert(sound.end(), muted.begin(), muted.end());
  float jump = 0;
  for (std::size_t i = 1; i < sound.size(); ++i) jump = std::max(jump, std::abs(sound[i] - sound[i - 1]));
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
