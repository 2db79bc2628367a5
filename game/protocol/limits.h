// Limits of every message, in one place. Numbers only; a test hits each.
#pragma once

#include <cstddef>
#include <cstdint>

#include "game/piece/limits.h"

namespace sui::protocol {

inline constexpr uint32_t kProtocolVersion = 1;
inline constexpr uint16_t kPortDefault = 17004;  // 1004: the year the city got its name
inline constexpr std::size_t kMessageBytesMax = piece::kRecordBytesMax + 1024;
inline constexpr std::size_t kSmallMessageBytesMax = 2048;  // every client message but Mint
inline constexpr std::size_t kNicknameBytesMax = 36;
inline constexpr std::size_t kReasonBytesMax = 300;
inline constexpr std::size_t kStallsMax = 256;
inline constexpr std::size_t kPiecesMax = 1000;
inline constexpr std::size_t kPottersMax = 96;
inline constexpr int64_t kPriceCoinsMax = 1'000'000;
inline constexpr int64_t kStartCoins = 500;
inline constexpr int kWalkPerSecondMax = 10;
inline constexpr int kRequestsPerSecondMax = 20;
inline constexpr int kMintsPerMinuteMax = 12;
inline constexpr int32_t kStreetLengthMm = 36000;
inline constexpr int32_t kStreetWidthMm = 9000;

}  // namespace sui::protocol
