// Limits of records, baked pots and names, in one place. Owns numbers only; checks that use them live in record.cpp,
// baked.cpp and envelope.cpp. Sizes are bytes of the whole file unless the name says inflated. A test hits each
// (tests/unit/piece_record_test.cpp, piece_baked_test.cpp).
#pragma once

#include <cstddef>
#include <cstdint>

namespace sui::piece {

inline constexpr std::size_t kRecordBytesMax = 256 * 1024;  // compressed, on the wire and on disk
inline constexpr std::size_t kRecordInflatedBytesMax = 4 * 1024 * 1024;
inline constexpr std::size_t kBakedBytesMax = 8 * 1024;
inline constexpr std::size_t kBakedInflatedBytesMax = 1024 * 1024;
inline constexpr int kBakedPaintColumnsMax = 512;  // rows are half of it
inline constexpr std::size_t kNameBytesMax = 48;   // UTF-8
inline constexpr uint32_t kRecordVersion = 1;
inline constexpr uint32_t kBakedVersion = 1;

}  // namespace sui::piece
