// Files of the tool: whole reads with a limit, whole writes (a temporary beside the target, then a rename).
//
// Owns file access only. Errors name the path and the reason.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "game/base/result.h"

namespace sui::tool {

Result<std::vector<uint8_t>> read_file(const std::string& path, std::size_t bytes_max);
Result<Done> write_file(const std::string& path, std::span<const uint8_t> bytes);

}  // namespace sui::tool
