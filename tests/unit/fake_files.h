// FakeFiles: a player's folder in memory, with writes that can be made to fail. For tests of what must never be lost.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "game/engine/files.h"

namespace sui::test {

class FakeFiles : public engine::Files {
 public:
  std::map<std::string, std::vector<uint8_t>> contents;
  int writes_until_failure = -1;  // -1: never

  Result<std::vector<uint8_t>> read(const std::string& name) const override {
    const auto found = contents.find(name);
    if (found == contents.end()) return Error{name, "is not there"};
    return found->second;
  }
  Result<Done> write(const std::string& name, std::span<const uint8_t> bytes) override {
    if (writes_until_failure == 0) return Error{name, "the disk is full"};
    if (writes_until_failure > 0) --writes_until_failure;
    contents[name].assign(bytes.begin(), bytes.end());
    return Done{};
  }
  Result<Done> remove(const std::string& name) override {
    contents.erase(name);
    return Done{};
  }
  std::vector<std::string> names(const std::string& prefix) const override {
    std::vector<std::string> found;
    for (const auto& [name, bytes] : contents) {
      if (name.compare(0, prefix.size(), prefix) == 0) found.push_back(name);
    }
    return found;
  }
};

}  // namespace sui::test
