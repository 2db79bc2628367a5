// The music without a loudspeaker: what is composed, and what is heard of it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <memory>
#include <new>
#include <set>
#include <string>
#include <vector>

#include "game/engine/audio_root.h"
#include "game/engine/mixer.h"

namespace {
long asked_for_memory = 0;  // by this program's one thread
}

void* operator new(std::size_t size) {
  ++asked_for_memory;
  if (void* memory = std::malloc(size > 0 ? size : 1)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace sui::engine {
namespace {

constexpr int kRate_hz = 44100;
constexpr Mood kPlaces[] = {Mood::kCalm, Mood::kKiln, Mood::kStreet};

Ambience only(Mood mood) {
  Ambience ambience;
  ambience.music = mood;
  return ambience;
}

// Both channels in turn.
std::vector<float> render(AudioRoot& audio, int seconds, int block = 700) {
  std::vector<float> sound(static_cast<std::size_t>(2 * seconds * kRate_hz));
  for (std::size_t at = 0; at < sound.size();) {
    const std::size_t frames = std::min(static_cast<std::size_t>(block), (sound.size() - at) / 2);
    audio.mix(sound.data() + at, static_cast<int>(frames));
    at += 2 * frames;
  }
  return sound;
}

std::vector<float> music_of(Mood mood, int seconds, uint64_t seed = 1) {
  const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz, seed);
  audio->volume(1, 1);
  audio->ambience(only(mood));
  return render(*audio, seconds);
}

float loudest(const std::vector<float>& sound) {
  float most = 0;
  for (float sample : sound) most = std::max(most, std::abs(sample));
  return most;
}

double power(const float* samples, std::size_t count) {
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += static_cast<double>(samples[i]) * static_cast<double>(samples[i]);
  return std::sqrt(sum / static_cast<double>(count));
}

double strength(const std::vector<double>& sound, double pitch_hz) {
  const double turn = 2 * 3.14159265358979 * pitch_hz / kRate_hz, twice_cos = 2 * std::cos(turn);
  double last = 0, before = 0;
  for (double sample : sound) {
    const double now = sample + twice_cos * last - before;
    before = last;
    last = now;
  }
  return last * last + before * before - twice_cos * last * before;
}

// The strongest pitch of a span, in quarters of a semitone above D2; -1 where it is too quiet to tell.
int pitch_in_quarters(const float* left_right, std::size_t frames) {
  if (power(left_right, 2 * frames) < 0.012) return -1;
  std::vector<double> faded(frames);
  for (std::size_t i = 0; i < frames; ++i) {
    const double window =
        0.5 - 0.5 * std::cos(2 * 3.14159265358979 * static_cast<double>(i) / static_cast<double>(frames));
    faded[i] = window * static_cast<double>(left_right[2 * i] + left_right[2 * i + 1]);
  }
  int best = 0;
  double most = 0;
  for (int semitone = 0; semitone <= 48; ++semitone) {
    const double here = strength(faded, 73.416 * std::pow(2.0, semitone / 12.0));
    if (here > most) {
      most = here;
      best = 4 * semitone;
    }
  }
  const int centre = best;
  for (int quarter = centre - 2; quarter <= centre + 2; ++quarter) {
    const double here = strength(faded, 73.416 * std::pow(2.0, quarter / 48.0));
    if (here > most) {
      most = here;
      best = quarter;
    }
  }
  return best;
}

std::string told(const Phrase& phrase) {
  std::string told;
  for (int i = 0; i < phrase.count; ++i) {
    const Note& note = phrase.notes[static_cast<std::size_t>(i)];
    told += std::to_string(note.string) + "@" + std::to_string(note.beat) + " ";
  }
  return told;
}

TEST(EngineMusic, IsHeardInTheFiveTonesOfItsMode) {
  const std::set<int> tones = {0, 2, 4, 7, 9};  // D E F# A B
  for (Mood mood : kPlaces) {
    const std::vector<float> sound = music_of(mood, 60, 5);
    constexpr std::size_t kSpan = 16384;
    int heard = 0, outside = 0;
    std::set<int> used;
    for (std::size_t at = 0; at + kSpan <= sound.size() / 2; at += kSpan) {
      const int quarters = pitch_in_quarters(sound.data() + 2 * at, kSpan);
      if (quarters < 0) continue;
      ++heard;
      const int nearest = (quarters + 2) / 4;
      const bool in_tune = std::abs(quarters - 4 * nearest) <= 1;
      if (!in_tune || tones.count(nearest % 12) == 0) ++outside;
      used.insert(nearest % 12);
    }
    EXPECT_GT(heard, 60);
    EXPECT_LE(outside * 25, heard) << "a slide up to a tone is the most that may stray";
    EXPECT_GE(used.size(), 3u);
  }
}

TEST(EngineMusic, AsksOnTheFifthAndComesHome) {
  Melody melody;
  melody.seed = 11;
  bool gong = false, zhi = false;
  for (int i = 0; i < 400; ++i) {
    const bool answer = melody.answering;
    const Phrase phrase = next_phrase(melody, kPlaces[i / 8 % 3]);
    int last = -1;
    float ends = 0;
    for (int n = 0; n < phrase.count; ++n) {
      const Note& note = phrase.notes[static_cast<std::size_t>(n)];
      if (note.instrument == melody.singer && note.beat >= 1 && note.beat + note.beats >= ends) {
        ends = note.beat + note.beats;
        last = note.string;
      }
      EXPECT_GE(note.string, 0);
      EXPECT_LT(note.string, kStringCount);
    }
    EXPECT_EQ(last % 5, answer ? melody.centre : (melody.centre + 3) % 5);
    EXPECT_LT(phrase.count, kPhraseNotesMax);
    EXPECT_GE(phrase.beats - phrase.sung_beats, 1) << "no breath";
    EXPECT_GE(phrase.tempo_bpm, 52);
    EXPECT_LE(phrase.tempo_bpm, 68);
    gong = gong || melody.centre == 0;
    zhi = zhi || melody.centre == 3;
  }
  EXPECT_TRUE(gong && zhi);
}

TEST(EngineMusic, LeavesRestsInWhichOneHearsTheRoom) {
  for (Mood mood : {Mood::kCalm, Mood::kStreet}) {
    const std::vector<float> sound = music_of(mood, 120);
    constexpr std::size_t kSpan = kRate_hz / 2;  // both channels of a quarter of a second
    std::vector<double> loudness;
    for (std::size_t at = 0; at + kSpan <= sound.size(); at += kSpan) loudness.push_back(power(&sound[at], kSpan));
    const double most = *std::max_element(loudness.begin(), loudness.end());
    const auto rests =
        std::count_if(loudness.begin() + 16, loudness.end(), [most](double l) { return l < most * 0.08; });
    EXPECT_GT(rests, 24);
    EXPECT_LT(rests, 240);
  }
}

TEST(EngineMusic, NeverClipsNorClicks) {
  for (Mood mood : kPlaces) {
    for (uint64_t seed : {2u, 3u, 4u}) {
      const std::vector<float> sound = music_of(mood, 60, seed);
      EXPECT_GT(loudest(sound), 0.05f);
      EXPECT_LT(loudest(sound), 0.7f);
      float jump = 0;
      for (std::size_t i = 2; i < sound.size(); ++i) jump = std::max(jump, std::abs(sound[i] - sound[i - 2]));
      EXPECT_LT(jump, 0.15f);
    }
  }
}

TEST(EngineMusic, IsSilentAtVolumeNoughtAndMuted) {
  const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz);
  audio->ambience(only(Mood::kCalm));
  audio->volume(1, 0);
  render(*audio, 2);
  EXPECT_EQ(loudest(render(*audio, 15)), 0);
  audio->volume(0, 1);
  EXPECT_GT(loudest(render(*audio, 15)), 0.05f) << "its slider is its own";
  audio->mute(true);
  render(*audio, 2);
  EXPECT_EQ(loudest(render(*audio, 15)), 0);
}

TEST(EngineMusic, TheSliderSetsHowLoud) {
  const auto at = [](float share) {
    const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz);
    audio->ambience(only(Mood::kCalm));
    audio->volume(1, share);
    const std::vector<float> sound = render(*audio, 30);
    return power(sound.data(), sound.size());
  };
  EXPECT_NEAR(at(0.5f) / at(1), 0.316, 0.03);  // half as loud to an ear
}

TEST(EngineMusic, KeepsSilentWhereAPotIsShown) {
  const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz);
  audio->volume(1, 1);
  audio->ambience(only(Mood::kKiln));
  EXPECT_GT(loudest(render(*audio, 12)), 0.03f);
  audio->ambience(only(Mood::kSilent));
  render(*audio, 3);
  EXPECT_EQ(loudest(render(*audio, 10)), 0);
  audio->ambience(only(Mood::kCalm));
  EXPECT_GT(loudest(render(*audio, 12)), 0.03f);
}

TEST(EngineMusic, EachPlaceHasItsOwnAir) {
  const auto notes_a_minute = [](Mood mood) {
    Melody melody;
    double beats = 0, notes = 0;
    for (int i = 0; i < 200; ++i) {
      const Phrase phrase = next_phrase(melody, mood);
      notes += phrase.count;
      beats += static_cast<double>(phrase.beats * 60 / phrase.tempo_bpm);
    }
    return notes * 60 / beats;
  };
  EXPECT_GT(notes_a_minute(Mood::kStreet), 1.3 * notes_a_minute(Mood::kCalm));
  EXPECT_LT(notes_a_minute(Mood::kKiln), 0.6 * notes_a_minute(Mood::kCalm));
  const auto low_share = [](Mood mood) {
    const std::vector<float> sound = music_of(mood, 40);
    std::vector<float> low;
    float once = 0;
    for (std::size_t i = 0; i < sound.size(); i += 2) low.push_back(once += (sound[i] - once) * 0.03f);
    return power(low.data(), low.size()) / power(sound.data(), sound.size());
  };
  EXPECT_GT(low_share(Mood::kKiln), 1.3 * low_share(Mood::kCalm));
}

TEST(EngineMusic, NeverPlaysTheSameTwice) {
  Melody melody;
  std::set<std::string> pairs;
  for (int i = 0; i < 300; ++i) {
    const std::string question = told(next_phrase(melody, Mood::kCalm));
    pairs.insert(question + "/ " + told(next_phrase(melody, Mood::kCalm)));
  }
  EXPECT_GE(pairs.size(), 299u);
  const std::vector<float> sound = music_of(Mood::kCalm, 180);
  const auto minute = [&sound](long which) {
    const auto begin = sound.begin() + which * 2 * 60 * kRate_hz;
    return std::vector<float>(begin, begin + 2 * 60 * kRate_hz);
  };
  EXPECT_NE(minute(0), minute(1));
  EXPECT_NE(minute(1), minute(2));
}

TEST(EngineMusic, TheSameSeedPlaysTheSameSamples) {
  const std::vector<float> sound = music_of(Mood::kStreet, 20, 42);
  EXPECT_EQ(sound, music_of(Mood::kStreet, 20, 42));
  EXPECT_NE(sound, music_of(Mood::kStreet, 20, 43));
  const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz, 42);
  audio->volume(1, 1);
  audio->ambience(only(Mood::kStreet));
  EXPECT_EQ(sound, render(*audio, 20, 64)) << "whatever blocks the device asks for";
}

TEST(EngineMusic, AsksForNoMemoryAndLittleTimeWhileMixing) {
  const std::unique_ptr<AudioRoot> audio = open_audio(kRate_hz);
  audio->volume(1, 1);
  std::vector<float> block(2 * 1024);
  const long before = asked_for_memory;
  EXPECT_GT(before, 0);
  double most_seconds = 0;
  for (Mood mood : kPlaces) {
    Ambience everything{240, 1, 0.5f, 1, 1, 1, 1, 1, 1, mood};
    audio->ambience(everything);
    for (int i = 0; i < 600; ++i) audio->mix(block.data(), 1024);
    audio->ambience(only(mood));
    const std::clock_t from = std::clock();
    for (int i = 0; i < 1200; ++i) audio->mix(block.data(), 1024);
    most_seconds = std::max(most_seconds, static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC);
  }
  EXPECT_EQ(asked_for_memory, before);
  const double share = most_seconds / (1200.0 * 1024 / kRate_hz);
  RecordProperty("share_of_real_time", std::to_string(share));
#if defined(__OPTIMIZE__) && !defined(__SANITIZE_ADDRESS__)
  EXPECT_LT(share, 0.02);
#else
  EXPECT_LT(share, 0.3);
#endif
}

}  // namespace
}  // namespace sui::engine
