// ShelfRoom: the player's pieces on wooden boards; a tap brings one close, to be turned with a finger.
//
// Owns the portraits and the shown piece on the GPU; the pieces are the shelf's. Units: pt, turns.
#pragma once

#include <string>
#include <vector>

#include "game/studio/chrome.h"
#include "game/studio/pot.h"

namespace sui::studio {

struct Portrait {
  piece::Fingerprint fingerprint{};
  uint64_t seen_frame = 0;  // when it was last on the screen
  engine::TextureId texture = engine::TextureId::kNone;
};

// More than the widest shelf shows at once; all of hundreds would fill a phone's memory.
inline constexpr std::size_t kPortraitsMost = 48;

struct ShelfRoom {
  std::vector<Portrait> portraits;  // at most kPortraitsMost, those last seen
  uint64_t frames = 0;
  float scrolled = 0, scroll_speed = 0;
  int64_t touch = kNoTouch;
  bool moved = false;   // the finger scrolls: no piece is meant
  int looked_at = -1;   // index into the shelf's pieces
  float closeness = 0;  // 0 boards … 1 the piece close by
  bool leaving = false;
  ware::Shown shown;
  bool turned_over = false;  // the piece close by, its mark to the light
  float turn = 0, turn_speed = 0.05f;
  double entered_s = 0;
};

void enter(ShelfRoom& room, double now_s);
Go frame(ShelfRoom& room, Around& around);

}  // namespace sui::studio
