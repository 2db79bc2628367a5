// LessonGuide: a lesson while it runs, laid over the room it runs in: what the companion says, a hand that shows where
// to touch, how far the clay has come, and the tile that fires blue at the end.
//
// Owns the lesson's state between its first touch and its tile; which clay is good is lesson.h's, the rooms are their
// own. The clay is practice clay: the pot on the potter's bench stays as it is. Units: pt, s.
#pragma once

#include <optional>
#include <string>

#include "game/studio/chrome.h"
#include "game/studio/lesson.h"
#include "game/studio/pot.h"

namespace sui::studio {

struct Firing;
struct Wheel;

struct LessonGuide {
  std::optional<LessonId> lesson;
  Pot clay;
  bool own_hands = false;  // nothing in this clay was made ready: it is the learner's from the first touch
  LessonSight sight;
  int frames_to_look = 0;
  std::string words;       // what the companion says now, a string key
  double film_before = 0;  // of the fire, a frame ago
  double called_cone = 0;  // reading the fire: what was down when it was called
  bool done = false;
  float openness = 0;  // of the sheet at the end
  double since_s = 0;  // since it was taken up
  double done_s = 0;   // since it was learned
};

// Takes up a lesson: on the clay the last one ended with where that is what it begins with, else on clay made ready.
// False, with the reason in clay.complaint, if that cannot be had.
bool begin_lesson(LessonGuide& guide, LessonId lesson, int assist);
void end_lesson(LessonGuide& guide);
Room room_of(LessonId lesson);

// Before the room's own frame: looks at the clay, and keeps fingers from skipping the fire that is to be read.
void look_on(LessonGuide& guide, Around& around, const Firing& firing);

enum class LessonChoice : uint8_t { kStay, kAgain, kNext, kBook, kKeep };
// After it: the hand, the measure and, when it is learned, the sheet.
LessonChoice over_room(LessonGuide& guide, Around& around, const Wheel& wheel, Firing& firing, bool bench_waits);

}  // namespace sui::studio
