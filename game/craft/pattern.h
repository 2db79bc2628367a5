// Traditional patterns, drawn by us as vectors: a band of the wall from one ring to another, repeated round the pot.
//
// Owns the catalogue and the pure expansion of a pattern into lines and fills; the drawings themselves are tables
// (pattern_*.cpp) in the language of pattern_drawing.h. Scales with the pot: as tall as asked, as often as fits.
#pragma once

#include "game/craft/surface.h"
#include "game/craft/wall.h"

namespace sui::craft {

enum class PatternId : uint8_t {
  kKeyFret = 0,        // 回纹
  kPlantain = 1,       // 蕉叶
  kWaves = 2,          // 海水江崖
  kCloudCollar = 3,    // 如意云肩
  kScrollLotus = 4,    // 缠枝莲
  kThreeFriends = 5,   // 岁寒三友
  kBoys = 6,           // 婴戏
  kDragonPhoenix = 7,  // 龙凤
  kSaz = 8,            // after Iznik: saz leaf
  kTulips = 9,         // after Iznik
  kCarnations = 10,    // after Iznik
  kFaenza = 11,
  kGorodets = 12,
  kOsh = 13,     // Fergana
  kTroyan = 14,  // the drop
};
inline constexpr int kPatternCount = 15;

// "key_fret", …; null for a number that is no pattern. Stable: scripts use them.
const char* pattern_id(PatternId pattern);
// How many times it fits round the wall between two rings at its own proportions; at least 1.
int pattern_repeats(PatternId pattern, const Clay& clay, double v_from, double v_to);
// The lines and fills of a kPattern stroke, in painting order.
std::vector<Stroke> expand_pattern(const Stroke& stroke, const Wall& wall);

}  // namespace sui::craft
