// Three further lives of pots, built in code, that between them use every kind of act: what busy_making leaves out.
//
// Owns the acts; the rules are craft's. Integers only on this side, so nothing here can differ between machines.
#pragma once

#include <vector>

#include "game/piece/making.h"

namespace sui::replay {

struct Life {
  const char* name;
  piece::Bench bench;  // sealed
};

// A mug thrown with tools, trimmed, carved, joined, painted, glazed from its own bench, fired with gas and enamelled; a
// jar biscuit-fired, glazed and fired in a zhenyao whose air a hand minds; a duck burner open to the flame of a dragon
// kiln stoked by hand.
std::vector<Life> whole_lives();

}  // namespace sui::replay
