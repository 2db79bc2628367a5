// The kiln explains itself: each defect of a making with its place, time and numbers in plain words, and the smallest
// change of acts that avoids it, proven by throwing the pot again with that change.
//
// Owns the search; words and levers are in explain_table.h and levers.h. Slow: tens of re-throwings a defect.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/piece/making.h"

namespace sui::piece {

struct ExplainedChange {
  std::string lever;  // "dip_shorter"
  std::string unit;
  double from = 0, to = 0;
  std::string zh, en;
  uint32_t acts_changed = 0, acts_added = 0, acts_removed = 0;
  Making making;                    // with the change, sealed
  bool verified = false;            // replayed whole, and the defect is not in it
  std::vector<std::string> brings;  // other defects it would bring instead; empty when it only helps
};

struct Explanation {
  craft::Defect defect;
  double up_mm = 0;  // above the foot, on the pot as it is
  std::string side_zh, side_en;
  double minute = 0;  // of the kiln; or
  double second = 0;  // of the wheel
  bool of_the_fire = false;
  std::string cause_zh, cause_en;
  std::optional<ExplainedChange> change;  // none: nothing we know to bend avoids it
};

// Errors as replay().
Result<std::vector<Explanation>> explain(const Making& making);

}  // namespace sui::piece
