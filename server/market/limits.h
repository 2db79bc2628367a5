// Limits of the market. Numbers only; a test hits each.
//
// They bound the work of re-throwing pots, the one costly thing a client may ask for; rows and coins are bounded by
// protocol/limits.h, rates by gate/limits.h.
#pragma once

#include <cstddef>

namespace sui::market {

inline constexpr std::size_t kChecksMax = 64;          // mints waiting to be re-thrown, over all potters
inline constexpr std::size_t kChecksPerPotterMax = 2;  // so that one shelf of old pots holds up nobody else
inline constexpr unsigned kCheckThreadsMax = 4;
inline constexpr std::size_t kVerdictsKeptMax = 4096;  // records whose answer is known without throwing them again

}  // namespace sui::market
