#include "game/town/pattern.h"

#include <algorithm>
#include <cmath>

#include "game/town/masonry.h"

namespace sui::town {
namespace {

void put(Picture& picture, int x, int y, Colour colour) {
  uint8_t* at =
      &picture
           .rgb[(static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(x)) *
                3];
  at[0] = static_cast<uint8_t>(std::clamp(colour.r, 0.0f, 1.0f) * 255.0f + 0.5f);
  at[1] = static_cast<uint8_t>(std::clamp(colour.g, 0.0f, 1.0f) * 255.0f + 0.5f);
  at[2] = static_cast<uint8_t>(std::clamp(colour.b, 0.0f, 1.0f) * 255.0f + 0.5f);
}

Picture blank(int width, int height) {
  Picture picture{width, height, {}};
  picture.rgb.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 3);
  return picture;
}

uint32_t mixed_seed(int a, int b, int c) {
  return static_cast<uint32_t>(a) * 73856093u ^ static_cast<uint32_t>(b) * 19349663u ^
         static_cast<uint32_t>(c) * 83492791u;
}

// Smooth noise over cells of `cell` pixels, wrapping in x after `period` cells.
float cloud(int x, int y, int cell, int period, int salt) {
  const int cx = x / cell, cy = y / cell;
  const float fx = static_cast<float>(x % cell) / static_cast<float>(cell);
  const float fy = static_cast<float>(y % cell) / static_cast<float>(cell);
  const auto at = [&](int i, int j) { return scatter(mixed_seed(i % period, j, salt)); };
  const float sx = fx * fx * (3 - 2 * fx), sy = fy * fy * (3 - 2 * fy);
  const float low = at(cx, cy) + (at(cx + 1, cy) - at(cx, cy)) * sx;
  const float high = at(cx, cy + 1) + (at(cx + 1, cy + 1) - at(cx, cy + 1)) * sx;
  return low + (high - low) * sy;
}

Colour shaded(Colour colour, float by) {
  return {colour.r * by, colour.g * by, colour.b * by, colour.a};
}

constexpr int kSherdCellPx = 11;

// The runner is edged with broken blue-and-white: nothing that failed here was ever thrown far away.
Colour sherd_at(int x, int y, int width) {
  int best = 1 << 30, second = 1 << 30;
  uint32_t winner = 0;
  const int cells = width / kSherdCellPx;
  for (int dy = -1; dy <= 1; ++dy) {
    for (int dx = -1; dx <= 1; ++dx) {
      const int cx = x / kSherdCellPx + dx, cy = y / kSherdCellPx + dy;
      const uint32_t seed = mixed_seed((cx + cells) % cells, cy, 5);
      const int px = cx * kSherdCellPx + static_cast<int>(scatter(seed) * kSherdCellPx);
      const int py = cy * kSherdCellPx + static_cast<int>(scatter(seed + 1) * kSherdCellPx);
      const int distance = (px - x) * (px - x) + (py - y) * (py - y);
      if (distance < best) {
        second = best;
        best = distance;
        winner = seed;
      } else {
        second = std::min(second, distance);
      }
    }
  }
  const float edge = std::sqrt(static_cast<float>(second)) - std::sqrt(static_cast<float>(best));
  if (edge < 1.3f) return engine::hex(0x7d756b);
  const float pick = scatter(winner + 2);
  if (pick < 0.2f) return engine::hex(0x3d5ba6);
  if (pick < 0.32f) return engine::hex(0x8fb0a0);
  if (pick < 0.40f) return engine::hex(0x7689bd);
  return shaded(engine::hex(0xe9e8e0), 0.92f + 0.1f * scatter(winner + 3));
}

}  // namespace

Picture brickwork() {
  constexpr int kWidth = 256, kHeight = 1024, kCoursePx = 11, kBrickPx = 32;
  Picture picture = blank(kWidth, kHeight);
  const Colour mortar = engine::hex(0xa88f7b);
  for (int y = 0; y < kHeight; ++y) {
    const int course = y / kCoursePx;
    const int shift = course % 2 == 0 ? 0 : kBrickPx / 2;
    const float height_m = static_cast<float>(y) / kHeight * kBrickPictureHeight;
    const float damp = 0.72f + 0.28f * std::min(1.0f, height_m / 1.1f);  // rising damp and a century of shoulders
    for (int x = 0; x < kWidth; ++x) {
      const int along = (x + shift) % kWidth;
      const uint32_t seed = mixed_seed(along / kBrickPx, course, 11);
      const bool joint = y % kCoursePx < 2 || along % kBrickPx < 2;
      const float pick = scatter(seed);
      Colour brick = engine::mixed(engine::hex(0x8a4a38), engine::hex(0xb4694c), pick);
      if (pick > 0.93f)
        brick = engine::hex(0x5d3a35);  // overfired
      else if (pick < 0.06f)
        brick = engine::hex(0xc48a68);  // soft
      const float grain = 0.94f + 0.12f * scatter(mixed_seed(x, y, 3));
      const float stain = 0.84f + 0.26f * cloud(x, y, 64, kWidth / 64, 17);
      put(picture, x, y, shaded(joint ? engine::mixed(mortar, brick, 0.25f) : brick, grain * stain * damp));
    }
  }
  return picture;
}

Picture paving() {
  constexpr int kWidth = 512, kHeight = 1024;
  Picture picture = blank(kWidth, kHeight);
  for (int y = 0; y < kHeight; ++y) {
    const float across = std::fabs((static_cast<float>(y) / kHeight - 0.5f) * kPavingPictureWidth);
    for (int x = 0; x < kWidth; ++x) {
      Colour colour;
      if (across > 0.60f && across < 0.74f) {
        colour = sherd_at(x, y, kWidth);
      } else if (across < 0.60f) {  // a runner of bricks on edge, worn pale in the middle
        const int row = y / 9, along = (x + (row % 2) * 13) % kWidth;
        const bool joint = y % 9 == 0 || along % 26 < 1;
        const float pick = scatter(mixed_seed(along / 26, row, 23));
        colour = engine::mixed(engine::hex(0xa0614a), engine::hex(0xc98f70), pick);
        if (joint) colour = engine::hex(0x7c6a5c);
      } else {  // stone slabs of uneven length
        const int row = y / 64, along = (x + static_cast<int>(scatter(static_cast<uint32_t>(row)) * 128)) % kWidth;
        const bool joint = y % 64 < 2 || along % 128 < 2;
        const float pick = scatter(mixed_seed(along / 128, row, 29));
        colour = engine::mixed(engine::hex(0xa8977f), engine::hex(0xc4b196), pick);
        if (joint) colour = engine::hex(0x766b60);
      }
      const float wear = 0.9f + 0.18f * cloud(x, y, 64, kWidth / 64, 31);
      const float grit = 0.95f + 0.09f * scatter(mixed_seed(x, y, 37));
      const float shade = across > 1.7f ? std::max(0.55f, 1.0f - (across - 1.7f) * 0.35f) : 1.0f;  // under the stalls
      put(picture, x, y, shaded(colour, wear * grit * shade));
    }
  }
  return picture;
}

Picture windows() {
  constexpr int kWidth = 192, kHeight = 128, kPane = 32;
  Picture picture = blank(kWidth, kHeight);
  for (int y = 0; y < kHeight; ++y) {
    for (int x = 0; x < kWidth; ++x) {
      const bool lit = x >= kWidth / 2;
      const int px = x % kPane, py = y % kPane;
      const uint32_t seed = mixed_seed(x / kPane, y / kPane, 41);
      const float up = static_cast<float>(py) / kPane;
      Colour colour = engine::mixed(engine::hex(0x3d5054), engine::hex(0x6f8685), 0.5f * scatter(seed) + 0.4f * up);
      if (lit) {
        colour = engine::mixed(engine::hex(0xd98f45), engine::hex(0xffdf9a),
                               0.25f + 0.4f * scatter(seed) + 0.3f * (1 - static_cast<float>(y) / kHeight));
      }
      if (scatter(seed + 5) > 0.92f) colour = engine::hex(0xa79e8c);  // boarded up
      if (px < 2 || px >= kPane - 2 || py < 2 || py >= kPane - 2) colour = engine::hex(0xbdb6a3);
      if (px == 2 || py == kPane - 3) colour = shaded(colour, 0.7f);  // the bar's shade on the glass
      put(picture, x, y, shaded(colour, 0.95f + 0.08f * scatter(mixed_seed(x, y, 43))));
    }
  }
  return picture;
}

}  // namespace sui::town
