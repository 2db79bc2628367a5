// Room: what the studio's rooms share: their names, what a frame hands them, and how they say where to go next.
//
// Owns no state. A room is a struct and two functions, enter and frame; studio.h calls them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "game/engine/app.h"
#include "game/engine/languages.h"
#include "game/engine/strings.h"
#include "game/shelf/shelf.h"
#include "game/studio/lesson.h"

namespace sui::studio {

struct Workshop;
struct Pot;

inline constexpr int64_t kNoTouch = INT64_MIN;  // fingers may be numbered from 0

enum class Room : uint8_t {
  kHome,
  kWheel,
  kDrying,
  kPainting,
  kGlazing,
  kFiring,
  kReveal,
  kShelf,
  kSettings,
  kTrimming,
  kJoining,
  kBook,
  kStory,
  kCodex
};

struct Around {  // everything a room may use during one frame
  engine::Frame& frame;
  engine::App& app;
  const engine::Strings& strings;
  const engine::Languages& languages;  // to choose from
  shelf::Shelf& shelf;
  Workshop& workshop;
  Pot& pot;
  bool in_lesson = false;      // the clay is practice clay: nothing leads on to the next room
  std::string_view told = {};  // what the lesson has the companion say, a string key
};

struct Go {
  std::optional<Room> room;        // leave for this room
  bool bazaar = false;             // leave for the street
  std::string language;            // speak this language from now on
  bool fresh_lump = false;         // with kWheel: throw the kept bench away
  std::size_t chapter = 0;         // with kStory: which
  std::optional<LessonId> lesson;  // take up this lesson, in whichever room it is held
};

}  // namespace sui::studio
