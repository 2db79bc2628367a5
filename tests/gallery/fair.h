// A fair in the street, for pictures and for what they cost: three hundred pieces on the boards, forty ducks about.
//
// Owns what the bazaar would have told; there is no server here. Every piece is its own shape, glaze or painting, made
// from one fired example. Drawn with the town's own code.
#pragma once

#include "game/town/town.h"

namespace sui::gallery {

inline constexpr int kFairPieces = 300, kFairDucks = 40;

enum class FairPlace : uint8_t { kStreet, kBeforeAStall };

// Sets the stalls once; then each frame lets the ducks walk and draws.
void open_fair(town::Town& town, const piece::Baked& example, FairPlace place);
void draw_fair(town::Town& town, engine::Frame& frame, shelf::Shelf& shelf, const engine::Strings& strings);

}  // namespace sui::gallery
