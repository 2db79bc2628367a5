// Limits of records and names. Numbers only; a test hits each.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sui::piece {

inline constexpr std::size_t kRecordBytesMax = 256 * 1024;  // compressed, on the wire and on disk
inline constexpr std::size_t kRecordInflatedBytesMax = 4 * 1024 * 1024;
inline constexpr std::size_t kBakedBytesMax = 8 * 1024;
inline constexpr std::size_t kBakedInflatedBytesMax = 256 * 1024;
inline constexpr int kBakedPaintColumnsMax = 512;  // rows are half of it
inline constexpr std::size_t kNameBytesMax = 48;   // UTF-8
inline constexpr uint32_t kRecordVersion = 1;
inline constexpr uint32_t kBakedVersion = 1;

}  // namespace sui::piece
