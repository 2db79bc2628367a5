// Limits of the store. Numbers only; a test hits each.
//
// Queue and commit sizes are in jobs, times in milliseconds. What a potter may own or list is protocol/limits.h's.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sui::store {

inline constexpr std::size_t kQueueMax = 1024;  // jobs waiting or finished and not taken
inline constexpr std::size_t kGroupMax = 32;    // jobs that share one commit, when they wait together
inline constexpr int kBusyMsMax = 5000;         // another program holds the file: a tool, a backup
inline constexpr uint64_t kRefusalKeptMs = 7ull * 24 * 3600 * 1000;  // a refusal is remembered this long
inline constexpr std::size_t kRefusalsKeptMax = 200;                 // and only so many of one potter's, the newest
inline constexpr std::size_t kAuditFaultsMax = 20;
inline constexpr uint64_t kMintAccount = 1;  // whose coins are all others' debt; nobody holds its key

}  // namespace sui::store
