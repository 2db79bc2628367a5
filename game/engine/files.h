// Files of one player: a folder of small files, written whole and atomically, kept across starts (IndexedDB in the
// browser). Owns naming and durability; knows nothing of contents. Errors name the file. Names: [a-z0-9_.-], at most 96
// bytes.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
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
  // The folders inside `folder`, sorted. A package cannot be looked through: there its folders.txt says them.
  virtual std::vector<std::string> folders(const std::string& folder) const;
};

bool is_file_name(std::string_view name);
// Makes the folder if need be and clears what a killed program left half written. `after_change` follows every write
// and remove (the browser copies the folder to IndexedDB there).
Result<std::unique_ptr<Files>> open_files(const std::string& folder, std::function<void()> after_change = {});
std::unique_ptr<Files> make_memory_files();  // for tests: forgets everything
Result<std::unique_ptr<Assets>> open_assets(const std::string& folder);

}  // namespace sui::engine
