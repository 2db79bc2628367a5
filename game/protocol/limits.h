// Limits of every message, in one place. Numbers only; a test hits each.
//
// Bytes of UTF-8, whole coins, mm in the street, times and rates as named. The checks that use them are check.cpp's and
// the server's; a change that an older client would not understand bumps kProtocolVersion.
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
inline constexpr std::size_t kLanguageBytesMax = 16;  // "zh-Hans"
inline constexpr std::size_t kReasonBytesMax = 300;
inline constexpr std::size_t kStallsMax = 256;
inline constexpr std::size_t kPiecesMax = 1000;
inline constexpr std::size_t kPottersMax = 96;
inline constexpr int64_t kPriceCoinsMax = 1'000'000;
inline constexpr int64_t kCoinsMax = 1'000'000'000'000;  // one purse
inline constexpr int64_t kStartCoins = 500;
inline constexpr std::size_t kListingsPerPotterMax = 24;  // open at once, so that nobody fills the street alone
inline constexpr int kWalkPerSecondMax = 10;
inline constexpr int kRequestsPerSecondMax = 20;
inline constexpr int kMintsPerMinuteMax = 12;
inline constexpr int kPresencePerSecond = 10;
inline constexpr std::size_t kPresenceBytesMax = 1372;  // one datagram: ENet's MTU of 1400 less its headers
inline constexpr int32_t kStreetLengthMm = 36000;
inline constexpr int32_t kStreetWidthMm = 9000;
inline constexpr int32_t kWalkMmPerSecondMax = 5000;

// Channels of one connection. Records travel apart, so that a long mint never holds up a purchase.
inline constexpr uint8_t kChannelTalk = 0;     // reliable, small messages
inline constexpr uint8_t kChannelMotion = 1;   // unreliable: Walk, Presence
inline constexpr uint8_t kChannelRecords = 2;  // reliable: Mint
inline constexpr std::size_t kChannelCount = 3;

}  // namespace sui::protocol
