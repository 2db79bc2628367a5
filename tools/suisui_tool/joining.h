// Parts said in JSON: what is made apart and joined to the pot: handles, spouts, lids, knobs, the duck burner's parts.
//
// Owns the format and its translation; the rules are craft's. Errors name the file and field, or the rule that
// refused.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/piece/making.h"

namespace sui::tool {

inline constexpr std::size_t kPartsBytesMax = 64 * 1024;

struct Joining {
  bool undo = false;  // takes the last part off again instead
  craft::Act make, lute;
  bool as_damp_as_the_pot = false;  // no moisture was said
};

// [{"kind": "strap_handle", "size_mm": 95, "thickness_mm": 5, "u_turn": 0.25, "v": 0.85, "moisture_wet_pct": 16,
// "bond": "scored_slip"}, {"undo": true}, …]; moisture is the pot's own when left out, bond the best one; parts on the
// axis take neither u_turn nor v.
Result<std::vector<Joining>> read_joinings(const std::string& file, const std::string& text);
Result<Done> order_joinings(piece::Bench& bench, const std::string& file, const std::vector<Joining>& joinings);

}  // namespace sui::tool
