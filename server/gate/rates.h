// Rates: how much one key may ask for in a while, remembered across its connections.
//
// Owns the buckets; does not own the numbers (limits.h of gate and protocol). Times in steady milliseconds.
#pragma once

#include <cstdint>
#include <cstring>
#include <unordered_map>

#include "game/piece/record.h"

namespace sui::gate {

struct Bucket {
  double tokens = -1;  // below 0: never used, full
  uint64_t at_ms = 0;
};

// Takes one token, if there is one. `per_second` flow in, at most `burst` lie ready.
bool take(Bucket& bucket, uint64_t now_ms, double per_second, double burst);

struct KeyRates {
  Bucket requests, mints, walks;
  uint64_t used_ms = 0;
};

struct KeyHash {
  std::size_t operator()(const piece::PublicKey& key) const {
    std::size_t hash = 0;
    std::memcpy(&hash, key.data(), sizeof hash);
    return hash;
  }
};

struct Rates {
  std::unordered_map<piece::PublicKey, KeyRates, KeyHash> keys;
  uint64_t swept_ms = 0;
};

KeyRates& rates_of(Rates& rates, const piece::PublicKey& key, uint64_t now_ms);

}  // namespace sui::gate
