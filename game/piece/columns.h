// Columns of numbers as bytes: zigzag varints of differences, of whichever order (0, 1 or 2) comes out smallest.
//
// Owns numbers <-> bytes and nothing of what they mean. A hand moving smoothly has tiny second differences, a
// switch has none worth taking; the column's first byte says which was taken. An all-zero column is no bytes at all.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "game/base/result.h"

namespace sui::piece {

std::vector<uint8_t> pack_column(const std::vector<int32_t>& values);
// `where` names the column in errors. Fails on anything but exactly `count` values that fit 32 bits.
Result<std::vector<int32_t>> unpack_column(std::span<const uint8_t> bytes, std::size_t count, const std::string& where);

// Never-falling numbers (ticks) as varints of steps.
std::vector<uint8_t> pack_rising(const std::vector<uint32_t>& values);
Result<std::vector<uint32_t>> unpack_rising(std::span<const uint8_t> bytes, std::size_t count,
                                            const std::string& where);

}  // namespace sui::piece
