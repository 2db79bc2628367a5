// How patient a link is. Numbers only, in milliseconds.
//
// Chosen for phones on a fair's Wi-Fi: quick to come back after a moment's silence, slow enough that a street of phones
// does not hold down a server that is just starting.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sui::town {

inline constexpr uint64_t kLinkLoginMsMax = 8000;      // from the first packet to Welcome
inline constexpr uint64_t kLinkRetryMsMin = 500;       // between two tries, doubling …
inline constexpr uint64_t kLinkRetryMsMax = 15000;     // … up to here
inline constexpr uint64_t kLinkAskAgainMs = 1000;      // a busy server is asked again after this, doubling …
inline constexpr uint64_t kLinkAskAgainMsMax = 30000;  // … up to here
inline constexpr uint64_t kLinkWalkMsMin = 100;        // between two Walk packets
inline constexpr std::size_t kOutboxMax = 256;         // requests not answered yet
inline constexpr std::size_t kAskedAtOnceMax = 32;     // of them on the wire: within the server's burst for one key
inline constexpr std::size_t kLinkPacketsPerPollMax = 256;  // the rest waits for the next frame

}  // namespace sui::town
