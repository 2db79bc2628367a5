#include "server/bazaar/street.h"

#include <algorithm>
#include <cmath>

#include "game/protocol/limits.h"

namespace sui::bazaar {

namespace {

// Packets bunch up on bad Wi-Fi: a second's walk may come at once, and a little more than the speed allows.
constexpr uint64_t kBunchedMsMax = 1000;
constexpr double kSlackMm = 250;
constexpr int32_t kGateMm = 1500;  // where newcomers stand: inside the street's near end

Walker* find(Street& street, protocol::AccountId account) {
  const auto found = std::find_if(street.walkers.begin(), street.walkers.end(),
                                  [account](const Walker& walker) { return walker.potter.account == account; });
  return found == street.walkers.end() ? nullptr : &*found;
}

double squared_mm(const protocol::Potter& left, const protocol::Potter& right) {
  const double x = left.x_mm - right.x_mm, y = left.y_mm - right.y_mm;
  return x * x + y * y;
}

}  // namespace

void enter(Street& street, protocol::AccountId account, const std::string& nickname, uint64_t now_ms) {
  street.changed = true;
  if (Walker* walker = find(street, account)) {
    walker->nickname = nickname;
    return;
  }
  Walker walker;
  walker.potter.account = account;
  walker.potter.x_mm = kGateMm;
  // Side by side rather than inside one another.
  walker.potter.y_mm = protocol::kStreetWidthMm / 4 + static_cast<int32_t>(account % 8) * protocol::kStreetWidthMm / 16;
  walker.nickname = nickname;
  walker.moved_ms = now_ms;
  street.walkers.push_back(std::move(walker));
}

void leave(Street& street, protocol::AccountId account) {
  const auto gone = std::remove_if(street.walkers.begin(), street.walkers.end(),
                                   [account](const Walker& walker) { return walker.potter.account == account; });
  street.changed |= gone != street.walkers.end();
  street.walkers.erase(gone, street.walkers.end());
}

void walk(Street& street, protocol::AccountId account, const protocol::Walk& walk, uint64_t now_ms) {
  Walker* walker = find(street, account);
  if (walker == nullptr) return;
  protocol::Potter& potter = walker->potter;
  const double x = std::clamp(walk.x_mm, 0, protocol::kStreetLengthMm) - potter.x_mm;
  const double y = std::clamp(walk.y_mm, 0, protocol::kStreetWidthMm) - potter.y_mm;
  const double far_mm = std::sqrt(x * x + y * y);
  const uint64_t passed_ms = std::min(now_ms - std::min(walker->moved_ms, now_ms), kBunchedMsMax);
  const double reach_mm = kSlackMm + static_cast<double>(passed_ms) * protocol::kWalkMmPerSecondMax / 1000.0;
  const double part = far_mm <= reach_mm ? 1.0 : reach_mm / far_mm;
  potter.x_mm += static_cast<int32_t>(x * part);
  potter.y_mm += static_cast<int32_t>(y * part);
  potter.facing_256 = walk.facing_256;
  walker->moved_ms = now_ms;
  street.changed = true;
}

bool all_in_sight(const Street& street) {
  return street.walkers.size() <= protocol::kPottersMax;
}

protocol::Presence presence(const Street& street, protocol::AccountId account) {
  protocol::Presence seen;
  seen.potters.reserve(street.walkers.size());
  protocol::Potter self;
  for (const Walker& walker : street.walkers) {
    seen.potters.push_back(walker.potter);
    if (walker.potter.account == account) self = walker.potter;
  }
  if (all_in_sight(street)) return seen;
  const auto nearer = [&self](const protocol::Potter& left, const protocol::Potter& right) {
    const double l = squared_mm(left, self), r = squared_mm(right, self);
    return l != r ? l < r : left.account < right.account;
  };
  // Oneself is at distance 0, but so may others be.
  const auto is_self = [account](const protocol::Potter& potter) { return potter.account == account; };
  const auto rest = std::partition(seen.potters.begin(), seen.potters.end(), is_self);
  std::nth_element(rest, seen.potters.begin() + static_cast<std::ptrdiff_t>(protocol::kPottersMax), seen.potters.end(),
                   nearer);
  seen.potters.resize(protocol::kPottersMax);
  return seen;
}

std::vector<protocol::Names> names(const Street& street) {
  std::vector<protocol::Names> all;
  for (const Walker& walker : street.walkers) {
    if (all.empty() || all.back().names.size() == protocol::kPottersMax) all.emplace_back();
    all.back().names.push_back({walker.potter.account, walker.nickname});
  }
  return all;
}

}  // namespace sui::bazaar
