// Files of one player: a folder of small files, written whole and atomically, kept across starts (IndexedDB in the
// browser). Owns naming and durability; knows nothing of contents. Errors name the file. Names: [a-z0-9_.-], at most 96
// bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "game/base/result.h"

namespace sui::engine {

class Files {
 public:
  virtual ~Files() = default;
  virtual Result<std::vector<uint8_t>> read(const std::string& name) const = 0;
  virtual Result<Done> write(const std::string& name, std::span<const uint8_t> bytes) = 0;
  virtual Result<Done> remove(const std::string& name) = 0;
  virtual std::vector<std::string> names(const std::string& prefix) const = 0;  // sorted
};

// What ships with the game (assets/), read-only; name like "strings/zh.json".
class Assets {
 public:
  virtual ~Assets() = default;
  virtual Result<std::vector<uint8_t>> read(const std::string& name) const = 0;
};

}  // namespace sui::engine
