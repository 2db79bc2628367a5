// The house's colours and type sizes, named once.
//
// Owns no behaviour; whoever draws takes its colours from here. sRGB as 0xrrggbb; sizes in pt.
#pragma once

#include "game/engine/geometry.h"

namespace sui::engine::style {

inline constexpr uint32_t kInk = 0x1b2740;        // cobalt-black: text, night
inline constexpr uint32_t kPorcelain = 0xf7f4ec;  // paper, sheets
inline constexpr uint32_t kCobalt = 0x2b4a9b;     // primary actions
inline constexpr uint32_t kCobaltDeep = 0x1c2f6b;
inline constexpr uint32_t kCeladon = 0xa9c3b0;  // quiet states, done
inline constexpr uint32_t kEmber = 0xd9572b;    // fire, the one warm accent
inline constexpr uint32_t kDuckTurquoise = 0x2c9c9a;
inline constexpr uint32_t kDuckYellow = 0xd8a93a;
inline constexpr uint32_t kClay = 0xcdbfae;
inline constexpr uint32_t kWood = 0x6b4630;

inline constexpr float kTitle = 28, kHeading = 20, kBody = 16, kSmall = 13;
inline constexpr float kControl = 52, kGap = 12, kMargin = 20, kRadius = 16;

}  // namespace sui::engine::style
