// The throwing script: keyed hands, wheel and water, read from JSON and played onto a bench.
//
// Owns the script's format and how lines between keys become acts (a hand act every craft::kHandReachTicks).
// Units: seconds, mm, rpm, ml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "game/piece/making.h"

namespace sui::tool {

struct HandKey {
  bool lift = false;
  double r_mm = 0, z_mm = 0;
};

struct ToolKey {
  int hand = 0;  // 0 outer, 1 inner
  craft::Tool tool = craft::Tool::kFingers;
  bool presses_down = false;
};

struct Key {
  uint32_t tick = 0;
  std::optional<double> wheel_rpm;
  std::optional<HandKey> outer, inner;
  std::optional<double> water_ml;
  std::optional<ToolKey> tool;
  bool cut = false;
};

struct Script {
  craft::ClayStart start;
  std::vector<Key> keys;
};

inline constexpr std::size_t kScriptBytesMax = 4 * 1024 * 1024;
inline constexpr std::size_t kScriptKeysMax = 50000;

Result<Script> read_script(const std::string& file, const std::string& text);
// Plays the whole script. Errors name the key whose act the rules refused.
Result<piece::Bench> play(const std::string& file, const Script& script);

}  // namespace sui::tool
