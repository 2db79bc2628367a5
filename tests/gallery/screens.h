// The gallery's screens: which rooms there are to draw, how far the pot is in each, and what is touched before the
// picture is taken.
//
// Owns the list; drawing and comparing is gallery.cpp's. Every screen has a clock of its own, kFrameS a frame, so that
// no picture hangs on which were drawn before it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/studio/studio.h"
#include "tests/gallery/fair.h"

namespace sui::gallery {

inline constexpr double kFrameS = 1.0 / 20;  // motions settle in few frames: software drawing is slow

struct Press {
  int frame = 0, frames = 3;  // down from `frame` on for so many frames
  engine::Vec2 (*at)(engine::Rect safe) = nullptr;
  engine::Vec2 (*to)(engine::Rect safe) = nullptr;  // travels there evenly; none: stays
};

struct Screen {
  const char* name;
  studio::Room room;
  // The making up to and without the first act of this kind; kFire: all of it. `share`: of the acts before that.
  craft::ActKind before;
  double share = 1;
  int frames = 45;
  std::vector<Press> presses;
  std::string companion = {};
  void (*sheet)(engine::Frame& frame, const studio::Workshop& workshop) = nullptr;  // drawn instead of the room
  void (*before_entering)(studio::Pot& pot, shelf::Settings& settings) = nullptr;
  std::size_t shelved = 1;             // pieces on the shelf
  bool is_card = false;                // the picture is the card to share, not the window
  const char* lesson = "";             // taken up instead of the room
  const char* order = "";              // being worked on
  std::optional<FairPlace> fair = {};  // the street instead of a room
  float night = 0;                     // 0 by day … 1 by lantern
  std::size_t chapter = 0;             // of the story
  bool is_scrolled = false;            // words run under its head on purpose: not asked whether they fit
};

const std::vector<Screen>& screens();

}  // namespace sui::gallery
