#include "game/engine/melody.h"

#include <algorithm>
#include <cstdlib>

namespace sui::engine {
namespace {

constexpr int kPerOctave = 5;

struct Manner {  // how a place wants it; durations in quarters of a beat
  float tempo_bpm;
  int durations[6];
  int notes_least, notes_most;
  int breath_least, breath_most;  // beats after a question; after an answer twice that
  int lowest, highest;            // strings
  int flute_of_8;                 // questions the flute sings
  int ornament_of_8;
  float loudness;
};

constexpr Manner kCalm{58, {2, 4, 4, 4, 6, 8}, 4, 7, 2, 3, 8, 17, 3, 3, 0.55f};
constexpr Manner kKiln{54, {8, 8, 12, 12, 16, 16}, 2, 3, 4, 7, 3, 10, 0, 2, 0.45f};
constexpr Manner kStreet{66, {2, 2, 2, 4, 4, 6}, 5, 8, 1, 2, 9, 19, 2, 4, 0.62f};

const Manner& manner_of(Mood mood) {
  return mood == Mood::kStreet ? kStreet : mood == Mood::kKiln ? kKiln : kCalm;
}

int roll(Melody& melody, int sides) {  // 0 … sides - 1; splitmix64
  melody.seed += 0x9e3779b97f4a7c15ull;
  uint64_t z = melody.seed;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
  return static_cast<int>((z ^ (z >> 31)) >> 33) % sides;
}

int within(Melody& melody, int least, int most) {
  return least + roll(melody, most - least + 1);
}

void add(Phrase& phrase, const Note& note) {
  if (phrase.count == kPhraseNotesMax || note.string < 0 || note.string >= kStringCount) return;
  int at = phrase.count++;
  for (; at > 0 && phrase.notes[static_cast<std::size_t>(at - 1)].beat > note.beat; --at) {
    phrase.notes[static_cast<std::size_t>(at)] = phrase.notes[static_cast<std::size_t>(at - 1)];
  }
  phrase.notes[static_cast<std::size_t>(at)] = note;
}

int nearest(int from, int degree, const Manner& manner) {
  int best = manner.lowest;
  int distance = kStringCount;
  for (int string = manner.lowest; string <= manner.highest; ++string) {
    if (string % kPerOctave != degree || std::abs(string - from) >= distance) continue;
    best = string;
    distance = std::abs(string - from);
  }
  return best;
}

// Mostly to the next string; a leap is answered by a step back; first it climbs, then it sinks.
int step_of(Melody& melody, int last_step, bool climbing) {
  if (std::abs(last_step) > 1) return last_step > 0 ? -1 : 1;
  const int size = roll(melody, 10) < 7 ? 1 : within(melody, 2, 3);
  const bool up = roll(melody, 8) < (climbing ? 6 : 2);
  return up ? size : -size;
}

void ask(Melody& melody, const Manner& manner) {
  melody.singer = roll(melody, 8) < manner.flute_of_8 ? Instrument::kFlute : Instrument::kGuzheng;
  melody.motif_count = std::min(within(melody, manner.notes_least, manner.notes_most), kMotifNotesMax);
  const int middle = (manner.lowest + manner.highest) / 2;
  melody.motif_start = nearest(middle + within(melody, -2, 1), melody.centre, manner) + within(melody, 0, 1);
  int step = 0;
  bool paired = false;  // short notes come in twos
  for (int i = 0; i < melody.motif_count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    step = i == 0 ? 0 : step_of(melody, step, 2 * i < melody.motif_count);
    melody.motif_steps[at] = step;
    melody.motif_quarters[at] = paired ? melody.motif_quarters[at - 1] : manner.durations[roll(melody, 6)];
    paired = !paired && melody.motif_quarters[at] == 2;
  }
}

void ornament(Melody& melody, Phrase& phrase, Note& note, const Manner& manner) {
  if (note.beats < 1 || roll(melody, 8) >= manner.ornament_of_8) return;
  if (roll(melody, 2) == 0) {
    note.pressed = true;
  } else if (note.instrument == Instrument::kGuzheng) {  // thumb and middle finger, an octave apart
    Note under = note;
    under.string -= kPerOctave;
    under.loudness *= 0.6f;
    add(phrase, under);
  }
}

// A run over the strings down to where the phrase begins.
float run_down(Melody& melody, Phrase& phrase, int to, float loudness) {
  constexpr float kEach_beats = 0.11f;
  const int strings = std::min(within(melody, 4, 7), kStringCount - 1 - to);
  for (int i = 0; i < strings; ++i) {
    add(phrase, {kEach_beats * static_cast<float>(i), 1, to + strings - i,
                 loudness * (0.22f + 0.05f * static_cast<float>(i)), false, Instrument::kGuzheng});
  }
  return kEach_beats * static_cast<float>(strings);
}

void accompany(Melody& melody, Phrase& phrase, const Manner& manner, Instrument singer) {
  const int low = melody.centre % kPerOctave;
  add(phrase, {0, 4, low + (low < 3 ? kPerOctave : 0), manner.loudness * 0.6f, false, Instrument::kGuzheng});
  if (singer != Instrument::kFlute) return;
  // Under the flute a broken fifth and octave, sparse.
  for (float beat = 2; beat + 2 < phrase.sung_beats; beat += static_cast<float>(within(melody, 2, 4))) {
    const int above = low + kPerOctave + (roll(melody, 2) == 0 ? 3 : kPerOctave);
    add(phrase, {beat, 3, above, manner.loudness * 0.42f, false, Instrument::kGuzheng});
  }
}

}  // namespace

float string_hz(int string) {
  // A third taken away, a third added, by turns, as the pitch pipes were cut.
  constexpr float kRatio[kPerOctave] = {1.0f, 9.0f / 8, 81.0f / 64, 3.0f / 2, 27.0f / 16};
  constexpr float kLowest_hz = 73.416f;
  const int bounded = std::clamp(string, 0, kStringCount - 1);
  return kLowest_hz * kRatio[bounded % kPerOctave] * static_cast<float>(1 << (bounded / kPerOctave));
}

Phrase next_phrase(Melody& melody, Mood mood) {
  const Manner& manner = manner_of(mood);
  Phrase phrase;
  phrase.tempo_bpm = manner.tempo_bpm * (0.97f + 0.01f * static_cast<float>(roll(melody, 6)));
  if (melody.phrases % 8 == 0) melody.centre = roll(melody, 2) == 0 ? 0 : 3;
  if (!melody.answering || melody.motif_count == 0) {
    melody.answering = false;
    ask(melody, manner);
  }
  const int count = melody.motif_count;
  int string = std::clamp(melody.motif_start, manner.lowest, manner.highest);
  const bool flute = melody.singer == Instrument::kFlute;
  float beat =
      !flute && roll(melody, 8) < manner.ornament_of_8 - 2 ? run_down(melody, phrase, string, manner.loudness) : 0;
  int step = 0;
  for (int i = 0; i < count; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const bool last = i == count - 1, own_way = melody.answering && 2 * i >= count;
    step = own_way ? step_of(melody, step, false) : melody.motif_steps[at];
    string += step;
    if (string < manner.lowest || string > manner.highest) string -= 2 * step;
    // A question hangs on the fifth; the answer comes home.
    if (last) string = nearest(string, melody.answering ? melody.centre : (melody.centre + 3) % kPerOctave, manner);
    const int quarters = last ? std::max(melody.motif_quarters[at], within(melody, 8, 12)) : melody.motif_quarters[at];
    const float arch = 1 - 0.35f * static_cast<float>(std::abs(2 * i - count + 1)) / static_cast<float>(count);
    Note note{beat,   static_cast<float>(quarters) / 4 * (flute ? 1.25f : 1.0f),
              string, manner.loudness * arch * (0.9f + 0.02f * static_cast<float>(roll(melody, 11))),
              false,  melody.singer};
    ornament(melody, phrase, note, manner);
    add(phrase, note);
    beat += note.beats;
  }
  phrase.sung_beats = beat;
  accompany(melody, phrase, manner, melody.singer);
  const int breath = within(melody, manner.breath_least, manner.breath_most);
  phrase.beats = beat + static_cast<float>(melody.answering ? 2 * breath : breath);
  melody.answering = !melody.answering;
  ++melody.phrases;
  return phrase;
}

}  // namespace sui::engine
