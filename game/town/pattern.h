// Three pictures painted by numbers: the brickwork of the old works, the street's paving with its inlay of sherds, and
// steel windows, dark and lit.
//
// Pure; made once when the street opens. RGB, rows from v = 0 up; they wrap in u. Sizes in metres are given below so
// that walls and ground can lay their texture coordinates.
#pragma once

#include <cstdint>
#include <vector>

namespace sui::town {

struct Picture {
  int width = 0, height = 0;
  std::vector<uint8_t> rgb;
};

inline constexpr float kBrickPictureWidth = 2.0f, kBrickPictureHeight = 7.2f;    // along the wall, up the wall
inline constexpr float kPavingPictureLength = 4.0f, kPavingPictureWidth = 9.2f;  // along, across the street

Picture brickwork();
Picture paving();
Picture windows();  // u 0..0.5 dark, 0.5..1 lit; four rows of panes

}  // namespace sui::town
