// WareStrip: the glazes on the shelf, a row of test tiles to slide with the thumb; a tap takes one.
//
// Owns the row and its motion. A tile's colour is not painted on: each was fired once, thin at the rim and thick in the
// pool, as its ware wants (craft/wares.h). Units: pt.
#pragma once

#include <string>
#include <vector>

#include "game/craft/wares.h"
#include "game/studio/chrome.h"

namespace sui::studio {

struct WareTile {
  craft::GlazeKind kind = craft::GlazeKind::kClear;
  std::string name, hint;              // keys of what it is called, and of what is said of it
  engine::Colour thin, middle, thick;  // as they come out of that fire
  engine::Colour slop;                 // wet in the bucket
};

struct WareStrip {
  std::vector<WareTile> tiles;  // fired on the first look
  float scrolled = 0, speed = 0;
  int64_t touch = kNoTouch;
  bool moved = false;
};

void fire_tiles(WareStrip& strip);  // some twenty test tiles, a millisecond or two each
const WareTile& tile_of(const WareStrip& strip, craft::GlazeKind kind);
// Draws the row in `area` and follows the thumb; true when another glaze was taken.
bool frame(WareStrip& strip, Around& around, engine::Rect area, craft::GlazeKind& chosen);

}  // namespace sui::studio
