#include "server/gate/rates.h"

#include <algorithm>

#include "server/gate/limits.h"

namespace sui::gate {

bool take(Bucket& bucket, uint64_t now_ms, double per_second, double burst) {
  if (bucket.tokens < 0) {
    bucket.tokens = burst;
  } else {
    const uint64_t passed_ms = now_ms > bucket.at_ms ? now_ms - bucket.at_ms : 0;
    bucket.tokens = std::min(burst, bucket.tokens + static_cast<double>(passed_ms) * per_second / 1000.0);
  }
  bucket.at_ms = now_ms;
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

KeyRates& rates_of(Rates& rates, const piece::PublicKey& key, uint64_t now_ms) {
  if (rates.keys.size() >= kKeysRememberedMax && rates.keys.find(key) == rates.keys.end()) {
    if (rates.swept_ms + 1000 <= now_ms) {
      rates.swept_ms = now_ms;
      for (auto one = rates.keys.begin(); one != rates.keys.end();)
        one = one->second.used_ms + kKeyForgottenMs <= now_ms ? rates.keys.erase(one) : std::next(one);
    }
    // A flood of fresh keys gains nothing by being forgotten: each had a full bucket anyway.
    if (rates.keys.size() >= kKeysRememberedMax) rates.keys.erase(rates.keys.begin());
  }
  KeyRates& found = rates.keys[key];
  found.used_ms = now_ms;
  return found;
}

}  // namespace sui::gate
