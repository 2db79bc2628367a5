// Home: the title: the duck on the wheel, the name, and one big button that leads to wet clay in one tap.
//
// Owns nothing but the idle motion. No login, no question before the first pot.
#pragma once

#include "game/studio/chrome.h"

namespace sui::studio {

struct Home {
  bool bench_waits = false;  // an unfinished pot is kept
  double entered_s = 0;
  float turn = 0;
  float cheer = 0;
  engine::Vec2 head_at;  // of the companion, on the screen (pt)
  double speaks_s = 0;   // when the companion began to speak
  uint64_t said = 0;     // how often it has spoken: another line each time
};

void enter(Home& home, bool bench_waits, double now_s);
Go frame(Home& home, Around& around);

}  // namespace sui::studio
