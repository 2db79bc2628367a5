// Melody: what the music plays, phrase by phrase: questions and answers on the strings of a guzheng in D, in gong or
// zhi mode, with a bamboo flute taking some of them.
//
// Private to this folder; pure, whole numbers from a seed, so the same seed plays the same piece everywhere. Owns no
// sound: music.h does. Strings are counted from the lowest, five to the octave; time in beats.
#pragma once

#include <array>
#include <cstdint>

#include "game/engine/audio.h"
#include "game/engine/limits.h"

namespace sui::engine {

inline constexpr int kStringCount = 21;  // of a guzheng, D2 to D6
inline constexpr int kMotifNotesMax = 8;

enum class Instrument : uint8_t { kGuzheng, kFlute };

struct Note {
  float beat = 0;  // from the phrase's beginning
  float beats = 1;
  int string = 10;
  float loudness = 0.5f;  // 0..1
  bool pressed = false;   // the left hand slides up to it from the string below, then trembles
  Instrument instrument = Instrument::kGuzheng;
};

struct Phrase {
  std::array<Note, kPhraseNotesMax> notes;  // in order of beat
  int count = 0;
  float sung_beats = 0;  // to the end of its last note
  float beats = 0;       // with the breath after it
  float tempo_bpm = 58;
};

struct Melody {
  uint64_t seed = 1;
  int phrases = 0;
  int centre = 0;  // degree the mode rests on: 0 gong, 3 zhi
  // The question, which its answer takes up again.
  bool answering = false;
  Instrument singer = Instrument::kGuzheng;
  int motif_count = 0, motif_start = 10;
  std::array<int, kMotifNotesMax> motif_steps{}, motif_quarters{};
};

float string_hz(int string);
Phrase next_phrase(Melody& melody, Mood mood);

}  // namespace sui::engine
