// Icons: line drawings on a 24 by 24 grid, turned into distance fields once. The drawings are assets/icons/*.svg, one
// for each name below (kArrowUp is arrow_up.svg); cmake/icons_from_svg.py turns them into paths at build time.
//
// Owns the list and reading the paths, sharp at any size; the canvas places and colours them. Strokes 1.8 units wide,
// with round ends.
#pragma once

#include <cstdint>
#include <string_view>

namespace sui::engine {

enum class Icon : uint8_t {
  kNone,
  kBack,
  kWheel,
  kBrush,
  kDrop,
  kFlame,
  kShelf,
  kBazaar,
  kCoin,
  kCheck,
  kClose,
  kPlus,
  kMinus,
  kUndo,
  kKnife,
  kSun,
  kHand,
  kSound,
  kLanguage,
  kStar,
  kPerson,
  kArrowUp,
  kInfo,
  kMute,
  kSpeed,
  kDuck,
  kGift,
  kTrash,
  kForward,
  kLock,
  kCloud,
  kSettings,
  kNote,
  kLoopTool,
  kCup,
  kTools,
  kTurnOver,
  kSize,
  kThickness,
  kShare,
  kBook,
  kGoal,
  kLetter,
  kSponge,
  kWetSponge,
  kRib,
  kNeedle,
  kPressDown,
  kBiscuit,
  kComb
};
inline constexpr int kIconCount = static_cast<int>(Icon::kComb) + 1;
inline constexpr float kIconGrid = 24, kIconStroke = 1.8f;

// The drawing as a path: M L Q C in absolute coordinates, "O x y r" a circle's line, "D x y r" a filled disc, F before
// a closed polygon to fill it.
std::string_view icon_path(Icon icon);

// Signed distance in grid units, negative inside the ink, for a side x side grid of samples spanning the icon and
// `margin` units around it. Row by row from the top. `out` holds side * side values.
void icon_distances(Icon icon, int side, float margin, float* out);

}  // namespace sui::engine
