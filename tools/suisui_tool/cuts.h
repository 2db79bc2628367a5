// Cuts of the trimming tool, read from JSON and played onto a bench: one straight way of the tool each.
//
// Owns the format {"rpm": 150, "cuts": [{"side": "underside", "seconds": 10, "from": {"r_mm": 4, "z_mm": 3},
// "to": {"r_mm": 40, "z_mm": 3}}]} and how a way becomes acts; the rules are craft's. r and z are the pot's own, from
// its axis and its foot, in mm.
#pragma once

#include <string>
#include <vector>

#include "game/piece/making.h"

namespace sui::tool {

inline constexpr std::size_t kCutsBytesMax = 1024 * 1024;
inline constexpr std::size_t kCutsMax = 500;
inline constexpr double kCutSecondsMax = 600;

struct Cut {
  int side = 0;  // 0 outside, 1 underside
  double seconds = 0;
  double from_r_mm = 0, from_z_mm = 0, to_r_mm = 0, to_z_mm = 0;
};

struct Cuts {
  double rpm = 0;
  std::vector<Cut> cuts;
};

Result<Cuts> read_cuts(const std::string& file, const std::string& text);
// On the chuck, up to speed, every cut in turn, off the chuck. Errors name the cut the rules refused.
Result<Done> order_trim(piece::Bench& bench, const std::string& file, const Cuts& cuts);

}  // namespace sui::tool
