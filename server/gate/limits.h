// Limits of the gate. Numbers only; a test hits each.
//
// Whoever has proven a key is held to that key's rate. Addresses count only before that, and generously: hundreds of
// phones at one event share a single one.
#pragma once

#include <cstddef>
#include <cstdint>

#include "game/protocol/limits.h"

namespace sui::gate {

inline constexpr std::size_t kPeersMax = 2048;
inline constexpr std::size_t kUnprovenMax = 1024;  // connections that have not logged in yet
inline constexpr std::size_t kUnprovenPerAddressMax = 512;
inline constexpr uint64_t kHandshakeMsMax = 8000;
inline constexpr std::size_t kInboxMax = 4096;   // events taken in one tick; the rest waits in the socket
inline constexpr uint32_t kBadMessagesMax = 20;  // then the connection ends
inline constexpr uint32_t kOverRateMax = 400;    // messages above the rate, refused; then the connection ends
inline constexpr int kRequestBurst = 40;
inline constexpr int kWalkBurst = 20;
inline constexpr std::size_t kKeysRememberedMax = 16384;
inline constexpr uint64_t kKeyForgottenMs = 120000;  // by then every bucket is full again
// One whole record on its way in pieces, and some talk beside it: ENet keeps what has not been put together yet.
inline constexpr std::size_t kPeerWaitingBytesMax = protocol::kMessageBytesMax + 64 * 1024;

}  // namespace sui::gate
