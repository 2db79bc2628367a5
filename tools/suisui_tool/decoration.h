// Decoration said in JSON: a list of things done to the surface, each becoming acts on a bench.
//
// Owns the format and its translation; the rules are craft's. Errors name the file and field, or the rule that
// refused.
#pragma once

#include <string>
#include <vector>

#include "game/piece/making.h"

namespace sui::tool {

inline constexpr std::size_t kStrokesBytesMax = 8 * 1024 * 1024;

struct Decoration {
  std::vector<craft::Act> acts;
  uint32_t ticks = 0;  // a stroke takes so long, its points evenly in time; 0: all in one tick, unhurried
};

// [{"kind": "stroke", "pigment": "cobalt", "width_mm": 6, "load": 1, "seconds": 2, "points": [{"u_turn": 0, "v": 0.5,
// "pressure": 1}, …]}, {"kind": "band", "pigment": "cobalt", "v": 0.9, "width_mm": 1, "load": 1}, …]; v runs from foot
// 0 to rim 1, kind is "stroke" when left out; load is a share or one of the five waters by name (pigment.h). Other
// kinds: wash, carve, stamp, pierce, pattern, foot_mark.
Result<std::vector<Decoration>> read_decorations(const std::string& file, const std::string& text);
Result<Done> order_decorations(piece::Bench& bench, const std::string& file,
                               const std::vector<Decoration>& decorations);

}  // namespace sui::tool
