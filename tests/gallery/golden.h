// Golden pictures: each screen as it was last looked at and liked, small, and how far today's is from it.
//
// Owns shrinking, reading, writing and comparing; what a screen is, the gallery knows. The distance is what an eye
// would notice at arm's length: shrunk to a quarter first, so that a moved glyph edge is nothing and a lost lamp is.
#pragma once

#include <string>

#include "game/base/result.h"
#include "game/engine/app.h"

namespace sui::gallery {

engine::Picture shrunk(const engine::Picture& picture);  // to a quarter each way, averaged
Result<engine::Picture> read_png(const std::string& path);
Result<Done> write_png(const std::string& path, const engine::Picture& picture);
Result<Done> write_jpeg(const std::string& path, const engine::Picture& picture);

struct Difference {
  double mean = 0;   // of all channels, 0 … 255
  double worst = 0;  // the same, of the worst patch of kPatch x kPatch small pixels
  int x = 0, y = 0;  // where that is, in the small picture
};
inline constexpr int kPatch = 12;
inline constexpr double kMeanMax = 3, kWorstMax = 24;

// Errors when the sizes differ.
Result<Difference> difference(const engine::Picture& now, const engine::Picture& golden);

}  // namespace sui::gallery
