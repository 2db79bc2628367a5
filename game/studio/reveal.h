// Reveal: the pot in a dark museum case under strip lights. It turns, rings when tapped, is measured, told what went
// wrong and why, named, and put on the shelf.
//
// Owns the presentation; facts are craft's measures and defects. Units: seconds, turns.
#pragma once

#include <string>
#include <vector>

#include "game/studio/chrome.h"
#include "game/studio/pot.h"
#include "game/studio/view_hand.h"

namespace sui::studio {

struct Reveal {
  double since_s = 0;
  bool still = false;  // less motion is wished: the pot turns by hand only
  float turn = 0, turn_speed = 0.06f;
  int64_t touch = kNoTouch;
  ViewHand view;
  std::string title;
  std::string suggested;
  uint32_t suggestion = 0;
  float ring_wave = 0;  // runs down from 1 after a tap
  engine::Vec2 rung_at;
  bool turned_over = false;  // stands on its rim, its mark to the light
  bool keeping = false;
  Hint speech;
};

void enter(Reveal& reveal, Around& around);
Go frame(Reveal& reveal, Around& around);

// "defect.dunted.why" filled with its numbers, in the player's language.
std::string told_kindly(const engine::Strings& strings, const craft::Defect& defect);
// "18.2 cm · 640 ml · cone 10"
std::string facts_line(const engine::Strings& strings, const craft::Measures& measures, double cone);

}  // namespace sui::studio
